//! Entries of the support ledger that are not read from files: what applications ask
//! for and declare, what was awarded here, what staff learn.

use super::Refusal;
use crate::domain::answers::Answers;
use crate::domain::ledger::{EntryKind, EntryNumber, Grant, Learned, Party};
use crate::domain::organisation::Organisation;
use crate::domain::overlap::{Key, Work, declared, keys, party, request};
use crate::domain::{ApplicationId, Money, OrganisationId};
use crate::policy::ledger::MayKeepLedger;
use crate::policy::{Actor, Reach};
use crate::store::ledger::{self, NewEntry};
use crate::store::{StoreError, Tx, audit, mint, organisation, sha256};

/// What an application that comes says newer replaces what it said before.
const SUPERSEDED: &str = "superseded";
/// Nobody asks for it any more.
const WITHDRAWN: &str = "withdrawn";

/// Hash of what a grant says, for telling whether a file says something new.
pub(super) fn digest(grant: &Grant) -> String {
    let day = |day: Option<crate::domain::moment::Day>| day.map_or_else(String::new, |d| d.iso());
    let amount = grant.amount.map(|amount| (amount.currency, amount.minor));
    let amount = amount.map(|(currency, minor)| format!("{} {minor}", currency.code()));
    let party = |party: &Party| format!("{}\u{1E}{}", party.name, party.identifiers.join("\u{1E}"));
    let parts = [
        party(&grant.funder),
        party(&grant.recipient),
        grant.title.clone(),
        grant.description.clone(),
        amount.unwrap_or_default(),
        day(grant.awarded_on),
        day(grant.period.map(|period| period.from)),
        day(grant.period.map(|period| period.to)),
    ];
    sha256(parts.join("\u{1F}"))
}

/// Adds entries under the next numbers and puts them into the index, with keys beside
/// those of what they say.
pub(super) fn add(tx: &mut Tx, entries: &[(NewEntry, Vec<Key>)]) -> Result<(), StoreError> {
    let mut last = ledger::last_number(tx)?;
    let mut indexed = Vec::new();
    for (entry, more) in entries {
        last += 1;
        let number = EntryNumber(last);
        ledger::insert(tx, number, entry)?;
        let mut keys = keys(&Work::of(&entry.grant));
        keys.extend(more);
        keys.sort_unstable();
        keys.dedup();
        indexed.push((number, entry.kind == EntryKind::Imported, keys));
    }
    ledger::index(tx, &indexed)
}

/// Notes what an application asks for and which support it declares, in place of what
/// an earlier version did.
pub(super) fn take_over(
    tx: &mut Tx,
    (application, reference): (ApplicationId, &str),
    organisation: &Organisation,
    answers: &Answers,
) -> Result<(), StoreError> {
    let kinds = [EntryKind::Request, EntryKind::Declared];
    let before = ledger::of_application(tx, application, &kinds)?;
    let before: Vec<EntryNumber> = before.iter().map(|entry| entry.number).collect();
    ledger::withdraw(tx, &MayKeepLedger::program(), &before, SUPERSEDED)?;
    let entry = |kind: EntryKind, grant: Grant, standing: String| NewEntry {
        kind,
        digest: digest(&grant),
        grant,
        file: None,
        organisation: Some(organisation.id),
        application: Some(application),
        standing,
        source: String::new(),
    };
    let asked = request(reference, organisation, answers);
    let whole = keys(&Work::asked(organisation, answers));
    let mut entries = vec![(entry(EntryKind::Request, asked, String::new()), whole)];
    for one in declared(reference, organisation, answers) {
        let entry = entry(EntryKind::Declared, one.grant, one.standing);
        entries.push((entry, Vec::new()));
    }
    add(tx, &entries)?;
    Ok(())
}

/// Takes out what was noted of an award of an application that is decided anew, or of one
/// that was cancelled before anything was paid.
pub(super) fn end_award(tx: &mut Tx, application: ApplicationId) -> Result<(), StoreError> {
    end(tx, application, (EntryKind::Award, SUPERSEDED))
}

/// Notes what an award gave after all that ended with less than was awarded.
pub(super) fn cut_award(
    tx: &mut Tx,
    application: ApplicationId,
    paid: Money,
) -> Result<(), StoreError> {
    let before = ledger::of_application(tx, application, &[EntryKind::Award])?.pop();
    let Some(before) = before.filter(|one| one.grant.amount != Some(paid)) else {
        return Ok(());
    };
    end_award(tx, application)?;
    if paid.minor <= 0 {
        return Ok(());
    }
    let grant = Grant {
        amount: Some(paid),
        ..before.grant
    };
    let entry = NewEntry {
        kind: EntryKind::Award,
        digest: digest(&grant),
        grant,
        file: None,
        organisation: before.organisation,
        application: Some(application),
        standing: String::new(),
        source: String::new(),
    };
    add(tx, &[(entry, Vec::new())])
}

/// Takes out what an application asked for that is withdrawn. The support that it
/// declared stays.
pub(super) fn end_request(tx: &mut Tx, application: ApplicationId) -> Result<(), StoreError> {
    end(tx, application, (EntryKind::Request, WITHDRAWN))
}

fn end(
    tx: &mut Tx,
    application: ApplicationId,
    (kind, why): (EntryKind, &str),
) -> Result<(), StoreError> {
    let before = ledger::of_application(tx, application, &[kind])?;
    let before: Vec<EntryNumber> = before.iter().map(|entry| entry.number).collect();
    ledger::withdraw(tx, &MayKeepLedger::program(), &before, why)
}

/// Notes an award that was released.
pub(super) fn note_award(
    tx: &mut Tx,
    (application, reference): (ApplicationId, &str),
    organisation: &Organisation,
    (funder, amount): (String, Option<Money>),
) -> Result<(), StoreError> {
    let requests = ledger::of_application(tx, application, &[EntryKind::Request])?;
    let asked = requests.into_iter().next().map(|entry| entry.grant);
    let zone = crate::domain::ledger::CALENDAR;
    let grant = Grant {
        grant_id: format!("{reference}/award"),
        funder: Party {
            name: funder,
            identifiers: Vec::new(),
        },
        recipient: party(organisation),
        title: asked
            .as_ref()
            .map_or_else(String::new, |one| one.title.clone()),
        description: asked
            .as_ref()
            .map_or_else(String::new, |one| one.description.clone()),
        amount,
        awarded_on: Some(tx.now().day(zone)),
        period: asked.and_then(|one| one.period),
    };
    let entry = NewEntry {
        kind: EntryKind::Award,
        digest: digest(&grant),
        grant,
        file: None,
        organisation: Some(organisation.id),
        application: Some(application),
        standing: String::new(),
        source: String::new(),
    };
    add(tx, &[(entry, Vec::new())])?;
    Ok(())
}

/// Notes support that staff learned of.
pub fn note_learned(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    learned: &Learned,
) -> Result<(), Refusal> {
    MayKeepLedger::admin(actor)?;
    let found = organisation::find(tx, Reach::staff(actor), id)?;
    let organisation = found.ok_or(Refusal::NotFound)?;
    let (mut grant, source) = learned.read(party(&organisation))?;
    let digest = digest(&grant);
    // Of nothing that it says: the log keeps it when the organisation gets a code name, and
    // whoever guesses the name could prove it by a hash.
    grant.grant_id = format!("learned-{}", mint::<String>());
    let entry = NewEntry {
        kind: EntryKind::Learned,
        digest,
        grant,
        file: None,
        organisation: Some(id),
        application: None,
        standing: String::new(),
        source,
    };
    let called = entry.grant.grant_id.clone();
    add(tx, &[(entry, Vec::new())])?;
    let object = ("organisation", id.as_str());
    audit(tx, "note_support", object, "", &called)?;
    Ok(())
}

/// Takes what staff noted out again, with the reason.
pub fn withdraw(
    tx: &mut Tx,
    actor: &Actor,
    (id, called): (OrganisationId, &str),
    why: &str,
) -> Result<(), Refusal> {
    let may = MayKeepLedger::admin(actor)?;
    let reach = Reach::staff(actor);
    organisation::find(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    let entry = ledger::by_grant(tx, id, called)?.ok_or(Refusal::NotFound)?;
    let why = crate::domain::ledger::needed(why, crate::domain::ledger::MOST_NAME)
        .map_err(|message| Refusal::field("why", message))?;
    ledger::withdraw(tx, &may, &[entry.number], &why)?;
    let object = ("organisation", id.as_str());
    audit(tx, "withdraw_support", object, called, "")?;
    Ok(())
}
