//! The letters of a programme: what each says in each language, and changing it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::registrar::Registrar;
use crate::actions::Refusal;
use crate::actions::decision_letters::{set_text, set_way, standard};
use crate::domain::account::Role;
use crate::domain::decision::Outcome;
use crate::domain::letter::{LetterText, Placeholder, TOLD};
use crate::domain::programme::Programme;
use crate::domain::{Language, Message, Problems};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::letter::{self as store, Texts};
use crate::store::{Reader, Tx, programme};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Badge, Choice, Control, Field, Link, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// The routes of letters.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/programmes/{slug}/letters", list);
    routes.post("/admin/programmes/{slug}/letters", choose_way);
    routes.get(
        "/admin/programmes/{slug}/letters/{outcome}/{language}",
        show,
    );
    routes.post(
        "/admin/programmes/{slug}/letters/{outcome}/{language}",
        save,
    );
}

/// The letters of a programme.
pub fn place(slug: &str) -> String {
    format!("{}/{slug}/letters", url::ADMIN_PROGRAMMES)
}

fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Award => "letter-award",
        Outcome::Reserve => "letter-reserve",
        Outcome::Decline | Outcome::ReferBack => "letter-decline",
    }
}

/// A letter in the list.
struct Shown {
    title: String,
    language: Language,
    /// In the program's own words, or which version of the programme's.
    state: Badge,
    text: LetterText,
    edit: Option<Link>,
}

#[derive(Template)]
#[template(path = "letter/list.html")]
struct LettersPage {
    chrome: Chrome,
    t: Locale,
    programme: String,
    shown: Vec<Shown>,
    /// How they go out.
    way: Field,
    now: String,
    may_change: bool,
    action: String,
}

struct Loaded {
    programme: Programme,
    texts: Texts,
    whole: bool,
}

async fn load(visit: &Visit, slug: &str) -> Result<Loaded, Fault> {
    let slug = slug.to_owned();
    let find = move |reader: &mut Reader| {
        let Some(programme) = programme::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        Ok(Some(Loaded {
            texts: store::texts(reader, programme.id)?,
            whole: store::goes_whole(reader, programme.id)?,
            programme,
        }))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

impl Loaded {
    /// Version and words of a letter; version 0 is the program's own.
    fn text(&self, outcome: Outcome, language: Language) -> (i32, LetterText) {
        let own = self.texts.get(&(outcome.code(), language.code())).cloned();
        own.unwrap_or_else(|| (0, standard(language, outcome).unwrap_or_default()))
    }
}

fn page(visit: &Visit, actor: &Actor, loaded: &Loaded, problems: &Problems) -> LettersPage {
    let (t, slug) = (visit.t, &loaded.programme.slug);
    let may_change = actor.is(Role::Admin);
    let all = TOLD
        .into_iter()
        .flat_map(|outcome| Language::ALL.map(|language| (outcome, language)));
    let shown = all.map(|(outcome, language)| {
        let (version, text) = loaded.text(outcome, language);
        let href = format!("{}/{}/{}", place(slug), outcome.code(), language.code());
        Shown {
            title: t.say(outcome_key(outcome)),
            language,
            state: state(t, version),
            text,
            edit: may_change.then(|| Link::new(href, t.say("letter-edit"))),
        }
    });
    let ask = Fields { t, problems };
    LettersPage {
        chrome: Chrome::new(visit, &t.say("letters-title"))
            .back(Link::new(url::ADMIN_PROGRAMMES, t.say("programme-title")))
            .problems(t, problems),
        t,
        programme: loaded.programme.name.get(t.language()).to_owned(),
        shown: shown.collect(),
        way: way(&ask, loaded.whole),
        now: t.say(way_key(loaded.whole)),
        may_change,
        action: place(slug),
    }
}

fn state(t: Locale, version: i32) -> Badge {
    let (text, tone) = match version {
        0 => (t.say("letter-standard"), Tone::Neutral),
        n => (t.with("letter-version", "n", n), Tone::Info),
    };
    Badge { text, tone }
}

fn way_key(whole: bool) -> &'static str {
    if whole {
        "letters-mail-whole"
    } else {
        "letters-mail-link"
    }
}

fn way(ask: &Fields, whole: bool) -> Field {
    let choice = |value: &str, is_whole: bool| Choice {
        value: value.to_owned(),
        label: ask.t.say(way_key(is_whole)),
        hint: None,
        chosen: whole == is_whole,
    };
    let ways = Control::Radios(vec![choice("link", false), choice("whole", true)]);
    ask.hinted("way", "letters-way", "letters-way-hint", "", ways)
}

/// Every letter as it would go out.
pub async fn list(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &slug).await?;
    visit.page(&page(&visit, visit.actor(), &loaded, &Problems::default()))
}

/// How letters go out.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WayForm {
    way: String,
}

/// Keeps how letters go out.
pub async fn choose_way(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<WayForm>,
) -> Result<HttpResponse, Fault> {
    let (actor, name) = (visit.actor().clone(), slug.clone());
    let act = visit.act(move |tx: &mut Tx| set_way(tx, &actor, &name, &form.way));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&place(&slug), "notice-letters-way")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, &slug).await?;
            visit.refused(&page(&visit, visit.actor(), &loaded, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

/// A letter being written.
#[derive(Template)]
#[template(path = "letter/edit.html")]
struct EditPage {
    chrome: Chrome,
    t: Locale,
    programme: String,
    heading: String,
    /// Each placeholder with what it stands for.
    placeholders: Vec<(String, String)>,
    fields: Vec<Field>,
    /// The program's own words, to go back to.
    standard: LetterText,
    language: Language,
    action: String,
    cancel: Link,
}

/// A letter as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct TextForm {
    subject: String,
    body: String,
}

fn which(outcome: &str, language: &str) -> Result<(Outcome, Language), Fault> {
    let outcome = Outcome::from_code(outcome).filter(|one| TOLD.contains(one));
    let both = outcome.zip(Language::from_code(language));
    both.ok_or(Fault::NotFound)
}

fn placeholder_key(one: Placeholder) -> &'static str {
    match one {
        Placeholder::Organisation => "placeholder-organisation",
        Placeholder::Title => "placeholder-title",
        Placeholder::Reference => "placeholder-reference",
        Placeholder::Round => "placeholder-round",
        Placeholder::Programme => "placeholder-programme",
        Placeholder::Amount => "placeholder-amount",
        Placeholder::FundingType => "placeholder-funding",
        Placeholder::Conditions => "placeholder-conditions",
        Placeholder::Reason => "placeholder-reason",
        Placeholder::Feedback => "placeholder-feedback",
        Placeholder::Link => "placeholder-link",
    }
}

fn edit_page(
    visit: &Visit,
    loaded: &Loaded,
    (outcome, language): (Outcome, Language),
    (form, problems): (&TextForm, &Problems),
) -> EditPage {
    let (t, back) = (visit.t, place(&loaded.programme.slug));
    let words = Message::new("letter-in")
        .with("language", language.own_name())
        .with("letter", t.say(outcome_key(outcome)));
    let heading = t.tell(&words);
    let ask = Fields { t, problems };
    let written = |field: Field| Field {
        written_in: Some((language.code(), language.direction())),
        ..field
    };
    let named = |one: Placeholder| (format!("[{}]", one.code()), t.say(placeholder_key(one)));
    EditPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(back.clone(), t.say("letters-title")))
            .problems(t, problems),
        t,
        programme: loaded.programme.name.get(t.language()).to_owned(),
        heading,
        placeholders: Placeholder::ALL.map(named).to_vec(),
        fields: vec![
            written(ask.field(
                "subject",
                "letter-subject",
                &form.subject,
                Control::default(),
            )),
            written(ask.field("body", "letter-body", &form.body, Control::Area(16))),
        ],
        standard: standard(language, outcome).unwrap_or_default(),
        language,
        action: format!("{back}/{}/{}", outcome.code(), language.code()),
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

/// A letter to be changed.
pub async fn show(
    visit: Admin,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, Fault> {
    let (slug, outcome, language) = path.into_inner();
    let which = which(&outcome, &language)?;
    let loaded = load(&visit, &slug).await?;
    let (_, text) = loaded.text(which.0, which.1);
    let form = TextForm {
        subject: text.subject,
        body: text.body,
    };
    visit.page(&edit_page(
        &visit,
        &loaded,
        which,
        (&form, &Problems::default()),
    ))
}

/// Keeps it as the next version.
pub async fn save(
    visit: Admin,
    path: Path<(String, String, String)>,
    Form(form): Form<TextForm>,
) -> Result<HttpResponse, Fault> {
    let (slug, outcome, language) = path.into_inner();
    let which = which(&outcome, &language)?;
    let loaded = load(&visit, &slug).await?;
    let (actor, typed) = (visit.actor().clone(), form.clone());
    let write =
        move |tx: &mut Tx| set_text(tx, &actor, &slug, which, (&typed.subject, &typed.body));
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place(&loaded.programme.slug), "notice-letter-saved")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&edit_page(&visit, &loaded, which, (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}
