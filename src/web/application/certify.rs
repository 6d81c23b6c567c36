//! What the pages that check the answers say and ask about certification: by
//! whom, for which answers, and who can do it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::load::{Opened, opened};
use crate::actions::certify;
use crate::domain::answers::Answers;
use crate::domain::certification::{Officer, Statement};
use crate::domain::member::{MemberRole, Verb};
use crate::domain::{Message, Problems};
use crate::policy::Reach;
use crate::store::certification::{self, CertificationRow};
use crate::store::{Reader, Tx, member, submission};
use crate::web::access::Applicant;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Notice, Tone, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// Who certifies; all empty where it was done before.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CertifyForm {
    certifier_name: String,
    certifier_role: String,
    certify: String,
}

impl CertifyForm {
    /// The statement as typed.
    pub fn statement(&self) -> Statement {
        Statement {
            name: self.certifier_name.clone(),
            role: self.certifier_role.clone(),
            agreed: self.certify == "yes",
        }
    }
}

/// What is known when the answers are checked.
pub struct Known {
    latest: Option<CertificationRow>,
    /// The latest covers the answers as they stand.
    covers: bool,
    remembered: Option<Officer>,
    owners: Vec<String>,
}

/// Loads it, about the answers that would be sent.
pub async fn known(visit: &Applicant, opened: &Opened, answers: &Answers) -> Result<Known, Fault> {
    let (reach, me) = (Reach::applicant(visit.actor()), visit.actor().id);
    let (id, organisation) = (opened.row.id, opened.row.organisation_id);
    let digest = submission::digest(answers);
    let load = move |reader: &mut Reader| {
        let latest = certification::latest(reader, reach, id)?;
        let people = member::of_organisation(reader, organisation)?;
        let owners = people
            .into_iter()
            .filter(|one| one.role == MemberRole::Owner);
        Ok(Known {
            covers: latest.as_ref().is_some_and(|row| row.given.covers(&digest)),
            latest,
            remembered: certification::remembered(reader, me)?,
            owners: owners.map(|one| one.name).collect(),
        })
    };
    visit.read(load).await
}

/// The part of the page above "Send application".
pub struct Certifying {
    /// Who certified, and whether it still counts.
    pub given: Option<Notice>,
    /// Name, role, statement; none where nothing is to be certified here.
    pub fields: Vec<Field>,
    /// Where to certify without sending.
    pub later: String,
    /// Why the reader can't send, and who can.
    pub others: Option<String>,
    /// Where to ask them by mail; empty for who only reads.
    pub ask: String,
}

/// Puts it into words; `typed` and `problems` are of a refused post.
pub fn certifying(
    visit: &Applicant,
    opened: &Opened,
    known: &Known,
    (typed, problems): (&Statement, &Problems),
) -> Certifying {
    let (t, standing) = (visit.t, opened.standing);
    let sends = standing.may(Verb::Submit).is_ok();
    let page = |name| url::application_page(opened.row.id, name);
    Certifying {
        given: known
            .latest
            .as_ref()
            .map(|row| given(visit, row, known.covers)),
        fields: if sends && !known.covers {
            let ask = Fields { t, problems };
            fields(&ask, visit, standing.is_filer(), &filled(known, typed))
        } else {
            Vec::new()
        },
        later: page("certification"),
        others: (!sends).then(|| t.with("certify-owners", "names", known.owners.join(", "))),
        ask: standing
            .may(Verb::Write)
            .map(|()| page("certification-request"))
            .unwrap_or_default(),
    }
}

/// What was typed, else the name and role of last time.
fn filled(known: &Known, typed: &Statement) -> Statement {
    match &known.remembered {
        Some(officer) if typed.is_empty() => Statement {
            name: officer.name.clone(),
            role: officer.role.clone(),
            agreed: false,
        },
        _ => typed.clone(),
    }
}

fn fields(ask: &Fields, visit: &Visit, as_told: bool, typed: &Statement) -> Vec<Field> {
    let (name, statement, me) = if as_told {
        ("certify-name-told", "certify-statement-told", "")
    } else {
        let me = visit.actor.as_ref().map_or("", |actor| actor.name.as_str());
        ("certify-name", "certify-statement", me)
    };
    let shown = if typed.name.is_empty() {
        me
    } else {
        &typed.name
    };
    let line = || Control::Line(Width::Medium);
    vec![
        Field {
            autocomplete: if as_told { "off" } else { "name" },
            ..ask.field("certifier_name", name, shown, line())
        },
        Field {
            autocomplete: "organization-title",
            ..ask.hinted(
                "certifier_role",
                "certify-role",
                "certify-role-hint",
                &typed.role,
                line(),
            )
        },
        ask.field(
            "certify",
            statement,
            if typed.agreed { "yes" } else { "" },
            Control::Tick,
        ),
    ]
}

fn given(visit: &Applicant, row: &CertificationRow, covers: bool) -> Notice {
    let (key, tone) = if covers {
        ("certified-now", Tone::Good)
    } else {
        ("certified-changed", Tone::Warn)
    };
    Notice {
        tone,
        text: visit.t.with(key, "who", words(visit, row)),
    }
}

/// "Rana Haddad (director) on 3 March 2026", and who took it down.
pub fn words(visit: &Visit, row: &CertificationRow) -> String {
    let (t, given) = (visit.t, &row.given);
    let key = if given.taken_down {
        "certified-told"
    } else {
        "certified-by"
    };
    let message = Message::new(key)
        .with("name", given.officer.name.as_str())
        .with("role", given.officer.role.as_str())
        .with("when", t.when(given.certified_at, visit.zone()))
        .with("account", row.account.as_str());
    t.tell(&message)
}

/// Whether a problem is of the statement and not of an answer.
pub fn is_of_statement(field: &str) -> bool {
    matches!(field, "certifier_name" | "certifier_role" | "certify")
}

/// Splits the problems of a refused post: of the answers, of the statement.
pub fn split(problems: &Problems) -> (Problems, Problems) {
    let all = problems.0.iter().cloned();
    let (statement, answers) = all.partition(|p| is_of_statement(&p.field));
    (Problems(answers), Problems(statement))
}

/// Certifies without sending.
pub async fn certify(
    visit: Applicant,
    id: Path<String>,
    Form(form): Form<CertifyForm>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let (id, actor, statement) = (opened.row.id, visit.actor().clone(), form.statement());
    let typed = statement.clone();
    let act = move |tx: &mut Tx| certify::certify(tx, &actor, id, &statement);
    match visit.act(act).await? {
        Ok(()) => Ok(visit.see_with(&url::application_page(id, "check"), "notice-certified")),
        Err(refusal) => super::check::refused(&visit, &opened, &typed, refusal).await,
    }
}

/// Asks the owners by mail.
pub async fn ask(
    visit: Applicant,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let (id, actor) = (opened.row.id, visit.actor().clone());
    let site = visit.site.address.clone();
    let act = move |tx: &mut Tx| certify::ask_to_certify(tx, &actor, id, &site);
    visit.act_or_fault(act).await?;
    let page = url::application_page(id, opened.check_page());
    Ok(visit.see_with(&page, "notice-owners-asked"))
}
