//! The record of what was sent: a copy of each version to print and to keep as
//! PDF, the history of versions, and the difference of any two. The same pages
//! for the applicant and for staff, each within their own reach.

mod compare;
mod copy;
mod difference;
mod facts;
pub mod pdf;
mod versions;

use std::sync::Arc;

use actix_web::web::Query;
use serde::Deserialize;

pub use copy::{CopyPage, pdf_link};
pub use difference::{Kind, Paragraph, shown as shown_piece};
pub use facts::facts;
pub use pdf::hand_out;

use super::access::{Applicant, Staff};
use super::application::answers::{ShownSection, open_files, sections};
use super::errors::Fault;
use super::files::shown::Door;
use super::registrar::Registrar;
use super::ui::Link;
use super::url;
use super::visit::Visit;
use crate::domain::ApplicationId;
use crate::domain::answers::Answers;
use crate::domain::form::{Form, Stage};
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::certification::{self, CertificationRow};
use crate::store::filing::{self, FilingRow};
use crate::store::submission::{self, Submission};
use crate::store::{Reader, StoreError, account, form, organisation, round};

/// The routes of records.
pub fn routes(routes: &mut Registrar) {
    routes.get("/applications/{application}/receipt.pdf", pdf::of_applicant);
    routes.get(
        "/applications/{application}/versions",
        versions::of_applicant,
    );
    routes.get(
        "/applications/{application}/comparison",
        compare::of_applicant,
    );
    routes.get("/admin/applications/{id}/answers", copy::of_staff);
    routes.get("/admin/applications/{id}/receipt.pdf", pdf::of_staff);
    routes.get("/admin/applications/{id}/versions", versions::of_staff);
    routes.get("/admin/applications/{id}/comparison", compare::of_staff);
}

/// Whose pages these are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Applicant,
    Staff,
}

impl Side {
    fn reach(self, actor: &Actor) -> Reach {
        match self {
            Self::Applicant => Reach::applicant(actor),
            Self::Staff => Reach::staff(actor),
        }
    }

    /// A page of an application.
    pub fn page(self, id: ApplicationId, page: &str) -> String {
        match self {
            Self::Applicant => url::application_page(id, page),
            Self::Staff => url::dossier_part(id, page),
        }
    }

    fn home(self, visit: &Visit, id: ApplicationId) -> Link {
        match self {
            Self::Applicant => Link::new(url::application(id), visit.t.say("application-back")),
            Self::Staff => Link::new(url::dossier(id), visit.t.say("record-dossier")),
        }
    }
}

/// Who asks for pages of a record.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    pub visit: &'a Visit,
    pub actor: &'a Actor,
    pub side: Side,
}

impl<'a> Asker<'a> {
    /// An applicant.
    pub fn applicant(visit: &'a Applicant) -> Self {
        Self {
            visit,
            actor: visit.actor(),
            side: Side::Applicant,
        }
    }

    /// An admin or auditor.
    pub fn staff(visit: &'a Staff) -> Self {
        Self {
            visit,
            actor: visit.actor(),
            side: Side::Staff,
        }
    }
}

/// Which version is asked for; the latest unless it says.
#[derive(Deserialize)]
pub struct Asked {
    pub version: Option<String>,
}

impl Asked {
    /// The number; what is no number is not found.
    pub fn number(&self) -> Result<Option<i32>, Fault> {
        match &self.version {
            Some(text) => text.parse().map(Some).map_err(|_| Fault::NotFound),
            None => Ok(None),
        }
    }
}

/// An application with all that its record prints.
pub struct Subject {
    pub row: ApplicationRow,
    pub round: Round,
    pub form: Arc<Form>,
    pub organisation: Organisation,
}

/// A version that was sent.
pub struct Record {
    pub subject: Subject,
    pub sent: Submission,
    /// The name of who sent it.
    pub officer: String,
    /// Who certified these answers.
    pub certified: Option<CertificationRow>,
    /// How it came, when staff filed it.
    pub filed: Option<FilingRow>,
}

impl Record {
    /// The answers as they were sent, with a way to their files.
    pub fn sections(&self, asker: Asker<'_>) -> Vec<ShownSection> {
        let (answers, id) = (&self.sent.answers, self.subject.row.id);
        let mut shown = sections(asker.visit.t, &self.subject.form_of(answers), answers);
        let csrf = asker.visit.token.csrf();
        open_files(
            &mut shown,
            &match asker.side {
                Side::Applicant => Door::Own(id),
                Side::Staff => Door::Staff(id, &csrf),
            },
        );
        shown
    }
}

impl Subject {
    /// The form as a version answered it: what was not asked before a later stage
    /// is no gap in what was sent earlier.
    pub fn form_of(&self, answers: &Answers) -> Arc<Form> {
        let full = self.form.sections.iter().filter(|s| s.stage == Stage::Full);
        let mut questions = full.flat_map(|section| &section.questions);
        match questions.any(|question| answers.get(&question.code).is_some()) {
            true => Arc::clone(&self.form),
            false => Arc::new(Form::clone(&self.form).at(Stage::Short)),
        }
    }
}

/// The application of an id within reach.
fn subject(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
) -> Result<Option<Subject>, StoreError> {
    let Some(row) = application::find(reader, reach, id)? else {
        return Ok(None);
    };
    let round = round::by_id(reader, row.round_id)?;
    let form = form::of_application(reader, &row)?;
    let organisation = organisation::by_ids(reader, &[row.organisation_id])?.pop();
    let parts = round.zip(form).zip(organisation);
    Ok(parts.map(|((round, form), organisation)| Subject {
        row,
        round,
        form,
        organisation,
    }))
}

/// A version of an application; before anything was sent, and out of reach,
/// there is none.
pub async fn record(asker: Asker<'_>, id: &str, asked: &Query<Asked>) -> Result<Record, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let (number, reach) = (asked.number()?, asker.side.reach(asker.actor));
    let found = asker.visit.read(move |reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let sent = match number {
            Some(number) => submission::of_version(reader, reach, id, number)?,
            None => submission::latest(reader, reach, id)?,
        };
        let Some(sent) = sent else {
            return Ok(None);
        };
        let officer = account::by_id(reader, sent.submitted_by)?;
        let certified = certification::covering(reader, reach, id, &sent.digest)?;
        Ok(Some(Record {
            subject,
            certified,
            filed: filing::of_application(reader, id)?,
            officer: officer.map_or_else(String::new, |officer| officer.name),
            sent,
        }))
    });
    found.await?.ok_or(Fault::NotFound)
}
