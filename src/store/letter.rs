//! Letters about decisions: the words that programmes wrote, to whom they go, and what
//! was sent. Nothing of it is changed later.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::application::{ApplicationRow, reachable};
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{
    accounts, applications, conflicts, decision_letters, decisions, letter_texts, letter_ways,
    memberships, submissions,
};
use super::sealed_columns::{Cells, of_decision};
use crate::domain::decision::Outcome;
use crate::domain::letter::LetterText;
use crate::domain::{
    AccountId, ApplicationId, DecisionId, Language, Moment, OrganisationId, ProgrammeId,
};
use crate::policy::Reach;
use crate::policy::decision::MayRelease;
use crate::policy::letter::MaySetLetters;

/// Written texts by outcome and language, each with its version.
pub type Texts = BTreeMap<(&'static str, &'static str), (i32, LetterText)>;

/// The latest version of every text that a programme wrote itself.
pub fn texts(reader: &mut Reader, programme: ProgrammeId) -> Result<Texts, StoreError> {
    let rows: Vec<(Outcome, Language, i32, String, String)> = letter_texts::table
        .filter(letter_texts::programme_id.eq(programme))
        .order(letter_texts::version)
        .select((
            letter_texts::outcome,
            letter_texts::language,
            letter_texts::version,
            letter_texts::subject,
            letter_texts::body,
        ))
        .load(reader.connection())?;
    let keyed = rows
        .into_iter()
        .map(|(outcome, language, version, subject, body)| {
            let text = LetterText { subject, body };
            ((outcome.code(), language.code()), (version, text))
        });
    Ok(keyed.collect())
}

/// Whether mail holds the whole letter.
pub fn goes_whole(reader: &mut Reader, programme: ProgrammeId) -> Result<bool, StoreError> {
    let found: Option<bool> = letter_ways::table
        .find(programme)
        .select(letter_ways::whole)
        .first(reader.connection())
        .optional()?;
    Ok(found.unwrap_or(false))
}

/// Adds a version of a text.
pub fn add_text(
    tx: &mut Tx,
    may: &MaySetLetters,
    (outcome, language, version): (Outcome, Language, i32),
    text: &LetterText,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(letter_texts::table)
        .values((
            letter_texts::programme_id.eq(may.programme()),
            letter_texts::outcome.eq(outcome),
            letter_texts::language.eq(language),
            letter_texts::version.eq(version),
            letter_texts::subject.eq(&text.subject),
            letter_texts::body.eq(&text.body),
            letter_texts::written_by.eq(may.by()),
            letter_texts::written_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Says whether mail holds the whole letter.
pub fn set_way(tx: &mut Tx, may: &MaySetLetters, whole: bool) -> Result<(), StoreError> {
    diesel::delete(letter_ways::table.find(may.programme())).execute(tx.connection())?;
    diesel::insert_into(letter_ways::table)
        .values((
            letter_ways::programme_id.eq(may.programme()),
            letter_ways::whole.eq(whole),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Somebody whom the outcome of an application is told.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Addressee {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    pub language: Language,
}

/// Whom the outcomes of these applications are told: who sent the latest version, or,
/// where that person is kept away by now, every member of the organisation.
pub fn addressees(
    reader: &mut Reader,
    rows: &[&ApplicationRow],
) -> Result<BTreeMap<ApplicationId, Vec<Addressee>>, StoreError> {
    let mut senders: BTreeMap<ApplicationId, AccountId> =
        rows.iter().map(|row| (row.id, row.created_by)).collect();
    let ids: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
    let sent: Vec<(ApplicationId, AccountId)> = submissions::table
        .filter(submissions::application_id.eq_any(ids.clone()))
        .order(submissions::version)
        .select((submissions::application_id, submissions::submitted_by))
        .load(reader.connection())?;
    senders.extend(sent);
    let away: Vec<(ApplicationId, AccountId)> = conflicts::table
        .filter(conflicts::application_id.eq_any(ids))
        .select((conflicts::application_id, conflicts::account_id))
        .load(reader.connection())?;
    let away: BTreeSet<(ApplicationId, AccountId)> = away.into_iter().collect();
    senders.retain(|id, person| !away.contains(&(*id, *person)));
    let people = people(reader, senders.values().copied().collect())?;
    let alone: Vec<OrganisationId> = rows
        .iter()
        .filter(|row| !senders.contains_key(&row.id))
        .map(|row| row.organisation_id)
        .collect();
    let members = members(reader, alone)?;
    let told = |row: &&ApplicationRow| {
        let told = match senders.get(&row.id) {
            Some(person) => people.get(person).cloned().into_iter().collect(),
            None => members
                .get(&row.organisation_id)
                .cloned()
                .unwrap_or_default(),
        };
        (row.id, told)
    };
    Ok(rows.iter().map(told).collect())
}

const ADDRESSEE: (
    accounts::id,
    accounts::name,
    accounts::email,
    accounts::language,
) = (
    accounts::id,
    accounts::name,
    accounts::email,
    accounts::language,
);

fn people(
    reader: &mut Reader,
    ids: Vec<AccountId>,
) -> Result<BTreeMap<AccountId, Addressee>, StoreError> {
    let found: Vec<Addressee> = accounts::table
        .filter(accounts::id.eq_any(ids))
        .select(ADDRESSEE)
        .load(reader.connection())?;
    Ok(found.into_iter().map(|one| (one.account, one)).collect())
}

fn members(
    reader: &mut Reader,
    organisations: Vec<OrganisationId>,
) -> Result<BTreeMap<OrganisationId, Vec<Addressee>>, StoreError> {
    let rows: Vec<(OrganisationId, Addressee)> = accounts::table
        .inner_join(memberships::table)
        .filter(memberships::organisation_id.eq_any(organisations))
        .filter(accounts::disabled_at.is_null())
        .order(accounts::id)
        .select((memberships::organisation_id, ADDRESSEE))
        .load(reader.connection())?;
    let mut found: BTreeMap<OrganisationId, Vec<Addressee>> = BTreeMap::new();
    for (organisation, one) in rows {
        found.entry(organisation).or_default().push(one);
    }
    Ok(found)
}

/// Keeps a letter of the decision that is being released, as it is sent.
pub fn keep(
    tx: &mut Tx,
    may: &MayRelease,
    (account, language): (AccountId, Language),
    text: &LetterText,
) -> Result<(), StoreError> {
    let (decision, now) = (may.decision(), tx.now());
    let ids = [decision.as_str(), account.as_str()];
    let sealed = of_decision(tx, decision, ("decision_letters", &ids))?;
    diesel::insert_into(decision_letters::table)
        .values((
            decision_letters::decision_id.eq(decision),
            decision_letters::account_id.eq(account),
            decision_letters::language.eq(language),
            decision_letters::subject.eq(sealed.seal("subject", &text.subject)?),
            decision_letters::body.eq(sealed.seal("body", &text.body)?),
            decision_letters::sent_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// A letter as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct KeptLetter {
    pub decision: DecisionId,
    pub account: AccountId,
    pub name: String,
    pub language: Language,
    pub subject: String,
    pub body: String,
    pub sent_at: Moment,
}

/// The letters about an application within reach, the latest first.
pub fn of_application(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Vec<KeptLetter>, StoreError> {
    let own = reachable(reach)
        .filter(applications::id.eq(application))
        .select(applications::id);
    let own: Option<ApplicationId> = own.first(reader.connection()).optional()?;
    let Some(own) = own else {
        return Ok(Vec::new());
    };
    let mut letters: Vec<KeptLetter> = decision_letters::table
        .inner_join(decisions::table)
        .inner_join(accounts::table)
        .filter(decisions::application_id.eq(own))
        .order((decisions::number.desc(), accounts::id))
        .select((
            decision_letters::decision_id,
            decision_letters::account_id,
            accounts::name,
            decision_letters::language,
            decision_letters::subject,
            decision_letters::body,
            decision_letters::sent_at,
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("decision_letters");
    for letter in &mut letters {
        let (decision, account) = (letter.decision, letter.account);
        let texts = [("subject", &mut letter.subject), ("body", &mut letter.body)];
        cells.add(&[decision.as_str(), account.as_str()], texts);
    }
    cells.open(reader)?;
    Ok(letters)
}
