//! The legal status of organisations: papers on record, what is asked for, what an award
//! needs, what expires, and who finds nothing of it.

mod gate;
mod papers;

use crate::support::{Page, Person};

/// The page of an organisation's legal status, from its dossier.
fn status_of(person: &Person, application: &str) -> String {
    let dossier = person.get(&format!("/admin{application}"));
    format!("{}/legal-status", dossier.link("About the organisation"))
}

/// Puts a look at a paper on record.
fn record(person: &Person, status: &str, kind: &str, fields: &[(&str, &str)]) -> Page {
    let place = format!("{status}/papers/{kind}");
    let mut given = vec![("seen", "paper"), ("note", "Seen.")];
    given.retain(|(name, _)| fields.iter().all(|(own, _)| own != name));
    given.extend(fields);
    person.submit(&person.get(&place), &place, &given)
}
