//! Bringing back what was written without a connection: each section is saved as
//! if its page had posted it, and nothing that was left empty empties anything.

use super::Refusal;
use super::section::{Saved, TypedSection, save_section};
use crate::domain::ApplicationId;
use crate::exchange::offline_form::{OfflineAnswers, OfflineSection};
use crate::policy::Actor;
use crate::store::Tx;

/// What became of a section that came back.
#[derive(Debug)]
pub struct BroughtIn {
    pub section: OfflineSection,
    /// Nothing when the form asks for no such section any more.
    pub saved: Option<Saved>,
}

/// Saves every section in which something was typed.
pub fn bring_in(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    answers: &OfflineAnswers,
) -> Result<Vec<BroughtIn>, Refusal> {
    if answers.application != id.as_str() {
        return Err(Refusal::Invalid(crate::domain::Problems::one(
            "file",
            crate::domain::Message::new("error-offline-other"),
        )));
    }
    let mut brought = Vec::new();
    for section in &answers.sections {
        let fields = section.filled();
        if fields.is_empty() {
            continue;
        }
        let typed = typed_section(section, fields);
        let saved = match save_section(tx, actor, id, &typed) {
            Ok(saved) => Some(saved),
            Err(Refusal::NotFound) => None,
            Err(other) => return Err(other),
        };
        brought.push(BroughtIn {
            section: section.clone(),
            saved,
        });
    }
    Ok(brought)
}

fn typed_section(section: &OfflineSection, fields: Vec<(String, String)>) -> TypedSection {
    TypedSection {
        section: section.code.clone(),
        over: section.version,
        asked: section.answered(),
        taken: Vec::new(),
        posted: fields.into_iter().collect(),
    }
}
