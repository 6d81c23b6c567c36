//! An application of the demonstration as its organisation writes it.

use super::content;
use super::hands;
use super::story::Story;
use crate::actions::section::TypedSection;
use crate::actions::{application, filing, section};
use crate::cli::Failure;
use crate::domain::answers::Posted;
use crate::domain::form::{Form, Section};
use crate::domain::{ApplicationId, OrganisationId};
use crate::policy::Reach;
use crate::store::section::of_application;
use crate::store::{form, round};

impl Story<'_> {
    /// Starts the application and saves every section that has answers.
    pub fn write(&self, organisation: OrganisationId) -> Result<ApplicationId, Failure> {
        let id = self.by_applicant(self.hours(20) - 1, |tx, actor| {
            if self.organisation.filed {
                let at = self.seeder.now.plus_minutes(-60 * self.hours(21));
                let call = hands::call(at, &actor.time_zone);
                return filing::file_application(tx, actor, self.round, organisation, &call);
            }
            Ok(application::start(tx, actor, self.round, organisation)?.id)
        })?;
        let pairs = content::posted(self.organisation);
        // What was told in an earlier application stands in some sections already.
        let begun = self.by_applicant(self.hours(20) - 1, |tx, actor| {
            Ok(of_application(tx, Reach::applicant(actor), id)?)
        })?;
        for section in self.sections()? {
            let own: Posted = pairs
                .iter()
                .filter(|(name, _)| {
                    let code = name.split('.').next().unwrap_or_default();
                    section.question(code).is_some()
                })
                .cloned()
                .collect();
            let asked = section.questions.iter().map(|q| q.code.clone());
            let carried = begun.iter().find(|one| one.section == section.code);
            let typed = TypedSection {
                asked: asked.collect(),
                taken: Vec::new(),
                section: section.code.clone(),
                over: carried.map_or(0, |one| one.version),
                posted: own,
            };
            self.by_applicant(self.hours(19), |tx, actor| {
                section::save_section(tx, actor, id, &typed)
            })?;
        }
        Ok(id)
    }

    /// Every section of the form.
    pub fn sections(&self) -> Result<Vec<Section>, Failure> {
        let found = self.seeder.database.read(|reader| {
            let Some(round) = round::by_slug(reader, self.round)? else {
                return Ok(None);
            };
            form::by_id(reader, round.form_id)
        });
        let version =
            found.map_err(|e: crate::store::StoreError| Failure::Failed(e.to_string()))?;
        Ok(version
            .map(|version| {
                let first = version.form.first_stage();
                Form::clone(&version.form).at(first).sections
            })
            .unwrap_or_default())
    }
}
