//! Saying what a reviewer brings: their own account, or an admin for them.

use super::Refusal;
use crate::domain::AccountId;
use crate::domain::reviewer::{ReviewerProfile, TypedProfile};
use crate::policy::Actor;
use crate::policy::reviewer::MayDescribe;
use crate::store::{Tx, account, audit, reviewer, term};

/// Keeps what was typed about a reviewer.
pub fn describe(
    tx: &mut Tx,
    actor: &Actor,
    person: AccountId,
    typed: &TypedProfile,
) -> Result<(), Refusal> {
    let may = MayDescribe::of(actor, person).map_err(Refusal::Denied)?;
    account::by_id(tx, person)?.ok_or(Refusal::NotFound)?;
    let terms = term::all(tx)?;
    let listed = |list: &str, code: &str| {
        let mut own = terms.iter().filter(|term| term.list == list);
        own.any(|term| term.code == code)
    };
    let profile = typed.check(&listed)?;
    let before = reviewer::of(tx, person)?;
    if before != profile {
        reviewer::keep(tx, &may, &profile)?;
        let object = ("account", person.as_str());
        audit(
            tx,
            "describe_reviewer",
            object,
            &noted(&before),
            &noted(&profile),
        )?;
    }
    Ok(())
}

/// A profile as the log keeps it: codes alone.
fn noted(profile: &ReviewerProfile) -> String {
    let reads = &profile.reads;
    let lists = [&reads.languages, &reads.places, &reads.expertise];
    let mut words: Vec<String> = lists.into_iter().flatten().cloned().collect();
    words.extend(profile.cap.map(|cap| format!("at most {cap}")));
    words.join(" ")
}
