//! Loading an application of one's own with everything its pages need.

use std::sync::Arc;

use crate::actions::application::standing;
use crate::domain::answers::{Answers, Bounds};
use crate::domain::application::Status;
use crate::domain::form::Form;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, Currency};
use crate::i18n::Locale;
use crate::policy::application::MayEdit;
use crate::policy::clarification::may_edit;
use crate::policy::member::Standing;
use crate::policy::{Actor, Hindrance, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::attachment::{self, AttachmentRow};
use crate::store::clarification::{self, Clarification};
use crate::store::section::{self, SavedSection, merged};
use crate::store::{Reader, StoreError, form, organisation, rate, round};
use crate::web::access::Applicant;
use crate::web::errors::Fault;
use crate::web::round::deadline::Deadline;
use crate::web::url;

/// An application with its round, form, organisation and saved sections.
pub struct Opened {
    pub row: ApplicationRow,
    pub round: Round,
    pub form: Arc<Form>,
    pub organisation: Organisation,
    pub saved: Vec<SavedSection>,
    /// How the reader comes to act on it.
    pub standing: Standing,
    pub bounds: Bounds,
    /// The documents of the draft.
    pub files: Vec<AttachmentRow>,
    /// What it was asked last, once it is sent.
    pub asked: Option<Clarification>,
}

impl Opened {
    /// All saved answers together, documents among them.
    pub fn answers(&self) -> Answers {
        let mut answers = merged(&self.saved);
        attachment::add_to(&mut answers, &self.files);
        answers
    }

    /// The currency of the request, or the round's before one is chosen.
    pub fn currency(&self) -> Currency {
        let chosen = self.answers().request_currency();
        chosen.unwrap_or(self.round.currency)
    }

    /// A section as saved.
    pub fn saved(&self, code: &str) -> Option<&SavedSection> {
        self.saved.iter().find(|saved| saved.section == code)
    }

    /// The title, or words for one that is not there yet.
    pub fn title(&self, t: Locale) -> String {
        title(t, &self.row.title)
    }

    /// Whether the reader can still write it.
    pub fn is_writable(&self, visit: &Applicant) -> bool {
        self.hindrance(visit).is_none()
    }

    /// Why the reader can't write it: what saving would be refused with.
    pub fn hindrance(&self, visit: &Applicant) -> Option<Hindrance> {
        let about = (self.row.id, self.row.status);
        let window = self.round.window(visit.now());
        MayEdit::on(visit.actor(), self.standing, about, window).err()
    }

    /// Whether a section can be written: of a draft, or opened by a clarification.
    pub fn is_open(&self, visit: &Applicant, section: &str) -> bool {
        let asked = self.asked.as_ref().map(|asked| asked.asked(visit.now()));
        let stands = (self.row.status, self.round.window(visit.now()));
        may_edit(
            (visit.actor(), self.standing),
            self.row.id,
            stands,
            asked.as_ref(),
            section,
        )
        .is_ok()
    }

    /// Where the list of sections to write is.
    pub fn list(&self) -> String {
        match self.row.status {
            Status::Draft => url::application(self.row.id),
            _ => url::clarification(self.row.id),
        }
    }

    /// The page that asks for the officer's word: of a draft, or of an answer.
    pub fn check_page(&self) -> &'static str {
        match self.row.status {
            Status::Draft => "check",
            _ => "clarification/check",
        }
    }

    /// Where what was written is checked before it is sent.
    pub fn check(&self) -> String {
        match self.row.status {
            Status::Draft => url::application_page(self.row.id, "check"),
            _ => url::clarification(self.row.id),
        }
    }

    /// Until when sections can be written.
    pub fn deadline(&self, visit: &Applicant) -> Deadline {
        match &self.asked {
            Some(asked) => Deadline::at(visit, &self.round, asked.row.due_at),
            None => Deadline::of(visit, &self.round),
        }
    }

    /// The organisation's name and the round's title for a reader.
    pub fn names(&self, t: Locale) -> (String, String) {
        let organisation = self.organisation.name(t.language()).to_owned();
        (organisation, self.round.title.get(t.language()).to_owned())
    }
}

/// A title, or words for one that is not there yet.
pub fn title(t: Locale, title: &str) -> String {
    if title.is_empty() {
        t.say("application-untitled")
    } else {
        title.to_owned()
    }
}

/// The application of an id in a path; what is out of reach is not found.
pub async fn opened(visit: &Applicant, id: &str) -> Result<Opened, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let found = visit.read(move |reader| load(reader, &actor, id)).await?;
    found.ok_or(Fault::NotFound)
}

fn load(
    reader: &mut Reader,
    actor: &Actor,
    id: ApplicationId,
) -> Result<Option<Opened>, StoreError> {
    let reach = Reach::applicant(actor);
    let Some(row) = application::find(reader, reach, id)? else {
        return Ok(None);
    };
    let Some(round) = round::by_id(reader, row.round_id)? else {
        return Ok(None);
    };
    let Some(standing) = standing(reader, actor, &row)? else {
        return Ok(None);
    };
    let form = form::of_application(reader, &row)?;
    let organisation = organisation::seen_by(reader, reach, &[row.organisation_id])?.pop();
    let saved = section::of_application(reader, reach, id)?;
    let bounds = rate::bounds(reader, &round, &row)?;
    let files = attachment::of_application(reader, reach, id)?;
    let asked = clarification::of_application(reader, reach, id)?
        .into_iter()
        .next();
    Ok(form.zip(organisation).map(|(form, organisation)| Opened {
        row,
        round,
        form,
        organisation,
        saved,
        standing,
        bounds,
        files,
        asked,
    }))
}
