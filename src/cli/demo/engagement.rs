//! What the demonstration's staff know of the organisation under discussion from a
//! visit and a call, and what of it they quote.

use super::story::Story;
use crate::actions::{engagement, engagement_file};
use crate::cli::Failure;
use crate::domain::engagement::{TypedEntry, TypedQuote};
use crate::domain::{ApplicationId, EngagementId, OrganisationId};
use crate::store::{engagement as log, mint};

/// The organisation in question.
const KNOWN: &str = "bashar.harf@apply.example";

/// What reviewers are shown of the visit, beside administrative capacity.
const QUOTED: &str = "The accountant showed us bank statements and receipts for the last \
    three grants; nothing was missing.";

/// What they brought from it.
const BROUGHT: (&str, &[u8]) = (
    "notes of the visit.pdf",
    include_bytes!("content/papers/visit.pdf"),
);

impl Story<'_> {
    /// Tells what staff wrote down about the organisation, if anything was.
    pub fn engage(&self, of: OrganisationId, application: ApplicationId) -> Result<(), Failure> {
        if self.organisation.email != KNOWN {
            return Ok(());
        }
        let call = self.entry(
            100,
            ("call", "They confirmed that the account was closed in September and that salaries are paid in cash."),
            ("", "Director"),
        );
        self.log(of, 99, &call)?;
        let notes = format!(
            "We met in a café because the office was sealed again that morning. {QUOTED} \
             The director asked us not to call the office line."
        );
        let visit = self.entry(70, ("visit", &notes), ("Ramallah", "Director, accountant"));
        let visit = self.log(of, 68, &visit)?;
        let (name, stored) = self.keep_file(BROUGHT.0, BROUGHT.1)?;
        let admin = self.admin(0);
        self.seeder.act(Some(admin), 67, |tx| {
            engagement_file::add(tx, admin, (of, visit), (&name, &stored))
        })?;
        self.quote(of, application, 60)
    }

    fn entry(
        &self,
        hours: i64,
        (kind, notes): (&str, &str),
        (place, theirs): (&str, &str),
    ) -> TypedEntry {
        let at = self.seeder.now.plus_minutes(-60 * hours);
        TypedEntry {
            kind: kind.to_owned(),
            day: at.day(self.seeder.zone()).iso(),
            place: place.to_owned(),
            theirs: theirs.to_owned(),
            ours: self.admin(0).name.clone(),
            notes: notes.to_owned(),
            press: mint::<EngagementId>().to_string(),
            ..TypedEntry::default()
        }
    }

    fn log(
        &self,
        of: OrganisationId,
        hours: i64,
        typed: &TypedEntry,
    ) -> Result<EngagementId, Failure> {
        let admin = self.admin(0);
        self.seeder.act(Some(admin), hours, |tx| {
            let today = tx.now().day(self.seeder.zone());
            engagement::log(tx, admin, of, (typed, today))
        })
    }

    fn quote(
        &self,
        of: OrganisationId,
        application: ApplicationId,
        hours: i64,
    ) -> Result<(), Failure> {
        let admin = self.admin(0);
        let typed = TypedQuote {
            application: application.to_string(),
            audience: "reviewers".to_owned(),
            criterion: "admin".to_owned(),
            words: QUOTED.to_owned(),
            press: mint::<EngagementId>().to_string(),
        };
        self.seeder.act(Some(admin), hours, |tx| {
            match log::list(tx, of, None, 1)?.first() {
                Some(visit) => engagement::quote(tx, admin, (of, visit.id), &typed),
                None => Ok(()),
            }
        })
    }
}
