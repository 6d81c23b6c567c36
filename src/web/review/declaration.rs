//! Declaring a conflict of interest, or that there is none: before anything of
//! an application opens, and again when one is noticed later.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::blind::mask;
use super::pages::{DeclarationPage, Fact, ThanksPage};
use super::rules::shown_rules;
use crate::actions::Refusal;
use crate::actions::declare_conflict::{Declared, declare_conflict};
use crate::domain::blind::Mask;
use crate::domain::conflict::Hint;
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::review::ConflictKind;
use crate::domain::{ApplicationId, Problems};
use crate::i18n::Locale;
use crate::policy::review::MayDeclare;
use crate::policy::{Actor, Reach};
use crate::store::conflict_record::InsiderRow;
use crate::store::declaration::{self, Assigned};
use crate::store::term::Term;
use crate::store::{Reader, StoreError, conflict_hint, identity, organisation, term};
use crate::web::access::Reviewer;
use crate::web::chrome::Chrome;
use crate::web::conflict::words as conflicts;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Control, Field, Link};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct DeclarationForm {
    kind: String,
    note: String,
}

/// Whose application it is: enough to judge a conflict by, nothing of its content.
pub struct Subject {
    pub assigned: Assigned,
    pub organisation: Organisation,
    pub terms: Vec<Term>,
    /// What speaks for a conflict; nothing where the applicant isn't named.
    pub hints: Vec<Hint>,
    /// Covers the applicant's names where the phase doesn't show them.
    pub mask: Option<Mask>,
}

impl Subject {
    /// A text of the applicant as it may be shown.
    pub fn covered(&self, text: &str) -> String {
        match &self.mask {
            Some(mask) => mask.text(text),
            None => text.to_owned(),
        }
    }
}

/// Loads the subject of an application within reach, compared with nobody yet.
pub fn subject(reader: &mut Reader, t: Locale, assigned: Assigned) -> Result<Subject, StoreError> {
    let (id, owner) = (
        assigned.case.application,
        assigned.application.organisation_id,
    );
    let names = match assigned.case.shows_applicant() {
        true => None,
        false => identity::names_of(reader, &[(id, owner)])?.remove(&id),
    };
    let organisation = organisation::by_ids(reader, &[owner])?.pop();
    let missing = || StoreError::Damaged("an organisation is missing".to_owned());
    Ok(Subject {
        organisation: organisation.ok_or_else(missing)?,
        terms: term::all(reader)?,
        hints: Vec::new(),
        mask: names.map(|names| mask(t, names)),
        assigned,
    })
}

/// The subject, compared with a person on a day: for the page that asks for a
/// declaration alone, because it opens the answers for a few names.
pub fn compared(
    reader: &mut Reader,
    subject: Subject,
    (me, today): (&InsiderRow, Day),
) -> Result<Subject, StoreError> {
    // What is in common would name the applicant.
    if subject.mask.is_some() {
        return Ok(subject);
    }
    let one = &subject.assigned.application;
    let pair = (one.id, one.organisation_id);
    let mut hints = conflict_hint::of_people(reader, pair, std::slice::from_ref(me), today)?;
    Ok(Subject {
        hints: hints.remove(&me.id).unwrap_or_default(),
        ..subject
    })
}

/// The actor as somebody to compare.
pub fn oneself(actor: &Actor) -> InsiderRow {
    InsiderRow {
        id: actor.id,
        name: actor.name.clone(),
        email: actor.email.clone(),
    }
}

async fn load(visit: &Reviewer, application: ApplicationId) -> Result<Subject, Fault> {
    let reach = Reach::reviewer(visit.actor(), visit.now());
    let (t, me) = (visit.t, oneself(visit.actor()));
    let today = visit.now().day(visit.zone());
    let find = move |reader: &mut Reader| {
        let Some(found) = declaration::assigned(reader, reach, application)? else {
            return Ok(None);
        };
        let found = subject(reader, t, found)?;
        compared(reader, found, (&me, today)).map(Some)
    };
    let subject = visit.read(find).await?.ok_or(Fault::NotFound)?;
    if !has_opened(&subject) {
        MayDeclare::on(&subject.assigned.case).map_err(Fault::Stale)?;
    }
    Ok(subject)
}

/// Whether the content is open to the reviewer: then a conflict can be declared at
/// any time.
fn has_opened(subject: &Subject) -> bool {
    subject.assigned.case.declared == Some(ConflictKind::None)
}

/// The declaration, also for a conflict that is noticed later.
pub async fn show(visit: Reviewer, application: Path<String>) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let subject = load(&visit, application).await?;
    let form = DeclarationForm::default();
    visit.page(&page(&visit, &subject, &form, &Problems::default()))
}

/// Keeps a declaration; leads to the application, or away from it for good.
pub async fn declare(
    visit: Reviewer,
    application: Path<String>,
    Form(form): Form<DeclarationForm>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (actor, posted) = (visit.actor().clone(), form.clone());
    let declare = move |tx: &mut crate::store::Tx| {
        declare_conflict(tx, &actor, application, (&posted.kind, &posted.note))
    };
    match visit.act(declare).await? {
        Ok(Declared::Open) => Ok(visit.see(&url::review(application))),
        Ok(Declared::Recused) => Ok(visit.see(url::REVIEWS_THANKS)),
        Err(Refusal::Invalid(problems)) => {
            let subject = load(&visit, application).await?;
            visit.refused(&page(&visit, &subject, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

/// Thanks to somebody who is recused now.
pub async fn thanks(visit: Reviewer) -> Result<HttpResponse, Fault> {
    let t = visit.t;
    let chrome = Chrome::new(&visit, &t.say("declare-thanks-title"));
    visit.page(&ThanksPage { chrome, t })
}

/// The page that asks for a declaration.
pub fn first_page(visit: &Visit, subject: &Subject) -> DeclarationPage {
    page(
        visit,
        subject,
        &DeclarationForm::default(),
        &Problems::default(),
    )
}

fn page(
    visit: &Visit,
    subject: &Subject,
    form: &DeclarationForm,
    problems: &Problems,
) -> DeclarationPage {
    let t = visit.t;
    let id = subject.assigned.application.id;
    let declared = subject.assigned.case.declared.is_some();
    let back = if declared {
        Link::new(url::review(id), t.say("declare-back-to-review"))
    } else {
        Link::new(url::REVIEWS, t.say("reviews-title"))
    };
    let ask = Fields { t, problems };
    DeclarationPage {
        chrome: Chrome::new(visit, &t.say("declare-title"))
            .back(back)
            .problems(t, problems),
        reference: subject.assigned.application.reference.clone(),
        round: subject.assigned.round.title.get(t.language()).to_owned(),
        facts: match subject.mask {
            Some(_) => Vec::new(),
            None => facts(t, subject),
        },
        hints: subject
            .hints
            .iter()
            .map(|hint| conflicts::hint_to_oneself(t, hint))
            .collect(),
        phase: shown_rules(
            visit,
            &subject.assigned.case.phase,
            &subject.assigned.round.time_zone,
        ),
        action: url::declaration(id),
        kind: kind_field(&ask, subject, form),
        note: Field {
            optional: true,
            ..ask.hinted(
                "note",
                "declare-note",
                "declare-note-hint",
                &form.note,
                Control::Area(3),
            )
        },
        declared,
        t,
    }
}

/// The kinds; the one that the system suggests is chosen before anything is
/// declared. "None" can't be said once nothing is reviewed any more.
fn kind_field(ask: &Fields, subject: &Subject, form: &DeclarationForm) -> Field {
    let undeclared = subject.assigned.case.declared.is_none();
    let suggested = subject.hints.first().filter(|_| undeclared);
    let chosen = match (form.kind.as_str(), suggested) {
        ("", Some(hint)) => hint.kind().code(),
        (posted, _) => posted,
    };
    let with_none = MayDeclare::on(&subject.assigned.case).is_ok();
    let control = conflicts::kinds(ask.t, chosen, with_none);
    ask.field("kind", "declare-question", chosen, control)
}

fn facts(t: Locale, subject: &Subject) -> Vec<Fact> {
    let one = &subject.organisation;
    let names = [&one.name_latin, &one.name_arabic, &one.name_hebrew];
    let mut names: Vec<String> = names
        .into_iter()
        .filter(|n| !n.is_empty())
        .cloned()
        .collect();
    names.dedup();
    let registered = one.registrations.iter().map(|r| {
        let register = words::term(t, &subject.terms, "register", &r.register);
        format!("{register}: {}", r.number)
    });
    let term = |list: &str, code: &str| vec![words::term(t, &subject.terms, list, code)];
    let facts = [
        Fact::new(t.say("declare-organisation"), names),
        Fact::new(t.say("declare-base"), term("base", &one.base)),
        Fact::new(t.say("declare-website"), vec![one.website.clone()]).latin(),
        Fact::new(t.say("declare-registered"), registered.collect()),
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect()
}
