//! What browsers post: bounded in size and time, UTF-8 without NUL, with the
//! CSRF token of the same browser, decoded into a struct of permitted fields.

use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::{BytesMut, Data};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use validator::{Validate, ValidationErrors};

use super::cookies::Token;
use super::errors::Fault;
use super::kept;
use super::site::Site;
use super::ui;
use super::visit::Visit;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;

/// Largest form. Percent-encoded Arabic takes six bytes a letter.
const MOST_BYTES: usize = 1 << 20;

/// A decoded form. `T` holds only the fields that may be posted.
pub struct Form<T>(pub T);

/// Every posted pair in order, for forms whose fields are data.
pub type Pairs = Vec<(String, String)>;

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            same_origin(&request)?;
            let text = read(&request, payload).await?;
            if let Err(fault) = check_token(&request, &text) {
                if let Ok(pairs) = serde_html_form::from_str(&text) {
                    kept::keep(&request, pairs);
                }
                return Err(fault);
            }
            if let Some(visit) = request.extensions().get::<Visit>() {
                visit.remember(&text);
            }
            serde_html_form::from_str(&text)
                .map(Self)
                .map_err(|_| Fault::Unreadable)
        })
    }
}

/// The fields of a post, before anything is known about it.
pub async fn read_pairs(request: &HttpRequest, payload: Payload) -> Result<Pairs, Fault> {
    let text = read(request, payload).await?;
    serde_html_form::from_str(&text).map_err(|_| Fault::Unreadable)
}

/// What a form sent with its address, fields that come several times included;
/// nothing where that can't be read. `here` is path and query.
pub fn sent_with_address<T: DeserializeOwned + Default>(here: &str) -> T {
    let (_, query) = here.split_once('?').unwrap_or((here, ""));
    serde_html_form::from_str(query).unwrap_or_default()
}

/// The body in good time: one that trickles in longer is given up.
async fn read(request: &HttpRequest, payload: Payload) -> Result<String, Fault> {
    let site = request.app_data::<Data<Site>>().ok_or(Fault::Lost)?;
    let within = Duration::from_millis(site.config.body_ms);
    let reading = tokio::time::timeout(within, body(payload));
    reading.await.map_err(|_| Fault::Unreadable)?
}

async fn body(mut payload: Payload) -> Result<String, Fault> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Fault::Unreadable)?;
        if bytes.len() + chunk.len() > MOST_BYTES {
            return Err(Fault::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| Fault::Unreadable)?;
    // PostgreSQL text cannot hold NUL, and no person types it.
    let nul = text.contains('\0') || text.contains("%00");
    let valid = !nul && !has_invalid_escapes(&text);
    if valid {
        Ok(text)
    } else {
        Err(Fault::Unreadable)
    }
}

/// Whether percent escapes spell bytes that are not UTF-8.
fn has_invalid_escapes(text: &str) -> bool {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = (*first == b'%').then(|| tail.get(..2)).flatten();
        let code = escape
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    std::str::from_utf8(&bytes).is_err()
}

/// Whether the browser says that a page of ours posts.
pub fn is_surely_ours(request: &HttpRequest) -> bool {
    let says = |name: &str| request.headers().contains_key(name);
    (says("sec-fetch-site") || says("origin")) && same_origin(request).is_ok()
}

/// Browsers say where a post comes from: another site's is refused.
pub(super) fn same_origin(request: &HttpRequest) -> Result<(), Fault> {
    let header = |name: &str| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let cross = match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = header(header::HOST.as_str()).unwrap_or("");
            origin
                .split_once("://")
                .is_none_or(|(_, authority)| authority != host)
        }
        (None, None) => false,
    };
    if cross { Err(Fault::Expired) } else { Ok(()) }
}

#[derive(serde::Deserialize)]
struct Csrf {
    #[serde(default)]
    csrf: String,
}

fn check_token(request: &HttpRequest, text: &str) -> Result<(), Fault> {
    let posted: Csrf = serde_html_form::from_str(text).map_err(|_| Fault::Unreadable)?;
    is_token(request, &posted.csrf)
}

/// Whether this is the token of the browser that asks.
pub(super) fn is_token(request: &HttpRequest, posted: &str) -> Result<(), Fault> {
    use subtle::ConstantTimeEq;
    let site = request.app_data::<Data<Site>>().ok_or(Fault::Lost)?;
    let token = Token::of(request, site.config.is_https()).ok_or(Fault::Expired)?;
    let same: bool = token.csrf().as_bytes().ct_eq(posted.as_bytes()).into();
    if same { Ok(()) } else { Err(Fault::Expired) }
}

/// Runs a form's `validator` rules; each rule's `message` is a message key.
pub fn check(form: &impl Validate) -> Problems {
    form.validate()
        .map_or_else(|errors| problems(&errors), |()| Problems::default())
}

fn problems(errors: &ValidationErrors) -> Problems {
    let mut problems = Problems::default();
    let mut fields: Vec<_> = errors.field_errors().into_iter().collect();
    fields.sort_by(|a, b| a.0.cmp(&b.0));
    for (field, errors) in fields {
        for error in errors {
            let most = error
                .params
                .get("max")
                .and_then(serde_json::Value::as_i64)
                .unwrap_or(0);
            let key = match error.code.as_ref() {
                "length" if most > 0 && length(error) > most => "error-too-long",
                "must_match" => "error-must-match",
                _ => "error-required",
            };
            problems.add(field.as_ref(), Message::new(key).with("most", most));
        }
    }
    problems
}

fn length(error: &validator::ValidationError) -> i64 {
    let value = error
        .params
        .get("value")
        .and_then(serde_json::Value::as_str)
        .unwrap_or("");
    i64::try_from(value.chars().count()).unwrap_or(i64::MAX)
}

/// The entries of the error summary.
pub fn summary(t: Locale, problems: &Problems) -> Vec<ui::Problem> {
    let entry = |problem: &crate::domain::Problem| ui::Problem {
        href: match problem.field.as_str() {
            "" => String::new(),
            field => format!("#f-{}", field.replace('.', "-")),
        },
        text: t.tell(&problem.message),
    };
    problems.0.iter().map(entry).collect()
}

/// The entries of the error summary, each with the label of its field: for forms in
/// which several fields want the same.
pub fn named_summary<'a>(
    t: Locale,
    problems: &Problems,
    fields: impl IntoIterator<Item = &'a ui::Field>,
) -> Vec<ui::Problem> {
    let fields: Vec<&ui::Field> = fields.into_iter().collect();
    let own = |problem: &crate::domain::Problem| {
        let field = fields.iter().find(|field| field.name == problem.field);
        field.map(|field| field.label.clone())
    };
    let name = |(problem, shown): (&crate::domain::Problem, ui::Problem)| match own(problem) {
        Some(label) => ui::Problem {
            text: t.tell(&named(label, shown.text)),
            ..shown
        },
        None => shown,
    };
    let shown = summary(t, problems).into_iter();
    problems.0.iter().zip(shown).map(name).collect()
}

/// Whether a label ends its own sentence: then neither colon nor comma comes after.
pub fn is_ended(label: &str) -> bool {
    label.ends_with(['?', '؟', '.', '!', ':'])
}

/// A problem with the label of its field before it.
pub fn named(label: String, what: String) -> Message {
    let key = if is_ended(&label) {
        "gap-sentence"
    } else {
        "gap"
    };
    Message::new(key)
        .with("question", label)
        .with("problem", what)
}

/// Builds the fields of a form in one language, with the problems beside them.
pub struct Fields<'a> {
    pub t: Locale,
    pub problems: &'a Problems,
}

impl Fields<'_> {
    /// A field whose label is the message `label`.
    pub fn field(&self, name: &str, label: &str, value: &str, control: ui::Control) -> ui::Field {
        ui::Field {
            name: name.to_owned(),
            label: self.t.say(label),
            error: self.problems.of(name).map(|message| self.t.tell(message)),
            value: value.to_owned(),
            control,
            ..ui::Field::default()
        }
    }

    /// The same with a hint, which is the message `hint`.
    pub fn hinted(
        &self,
        name: &str,
        label: &str,
        hint: &str,
        value: &str,
        control: ui::Control,
    ) -> ui::Field {
        ui::Field {
            hint: Some(self.t.say(hint)),
            ..self.field(name, label, value, control)
        }
    }
}
