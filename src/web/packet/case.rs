//! What a packet tells of one application, as it is read.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::appeal::Appeal;
use crate::domain::decision::Decision;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::rubric::Rubric;
use crate::domain::{AccountId, ApplicationId, DecisionId};
use crate::policy::Reach;
use crate::store::abstention::{self, Abstention};
use crate::store::appeal::{self, Reopening};
use crate::store::application::{self, ApplicationRow};
use crate::store::conflict_record::{self, ConflictRecord};
use crate::store::due_diligence::{self, Ahead};
use crate::store::list_screening::{self, Acknowledgement, RunRow};
use crate::store::review::{self, WrittenReview};
use crate::store::screening::{self, ScreeningRow};
use crate::store::term::{self, Term};
use crate::store::{
    Reader, StoreError, account, decision, organisation, round, rubric, submission,
};

/// Runs of list screening that are told at most.
const RUNS: i64 = 20;

/// The record of one application.
pub struct Case {
    pub row: ApplicationRow,
    pub round: Round,
    pub organisation: Organisation,
    /// The one that the round uses now.
    pub rubric: Rubric,
    /// Version and SHA-256 of what was sent last.
    pub sent: Option<(i32, String)>,
    pub reviews: Vec<WrittenReview>,
    /// Whether they are kept from the reader, who is still to judge too.
    pub withheld: bool,
    pub conflicts: Vec<ConflictRecord>,
    pub abstentions: Vec<Abstention>,
    pub screening: Option<ScreeningRow>,
    pub runs: Vec<RunRow>,
    /// Every one, dropped ones too, in order.
    pub decisions: Vec<Decision>,
    /// Appeals against them, and why they were decided anew.
    pub appeals: Vec<Appeal>,
    pub reopenings: Vec<Reopening>,
    /// Why they were signed beside open hits.
    pub acknowledged: Vec<(DecisionId, Acknowledgement)>,
    /// Why they were signed with due diligence open.
    pub ahead: Vec<(DecisionId, Ahead)>,
    pub terms: Vec<Term>,
    /// Of everybody who is named.
    pub names: BTreeMap<AccountId, String>,
}

impl Case {
    /// A person's name; empty when the account is gone.
    pub fn name(&self, id: AccountId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }
}

/// Reads the record of an application within reach.
pub fn case(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
) -> Result<Option<Case>, StoreError> {
    let Some(row) = application::find(reader, reach, id)? else {
        return Ok(None);
    };
    let round = round::by_id(reader, row.round_id)?;
    let organisation = organisation::by_ids(reader, &[row.organisation_id])?.pop();
    let Some((round, organisation)) = round.zip(organisation) else {
        return Ok(None);
    };
    let Some(rubric) = rubric::by_id(reader, round.rubric_id)? else {
        return Ok(None);
    };
    let sent = submission::latest(reader, reach, id)?;
    let conflicts = conflict_record::of_application(reader, id)?;
    let decisions = decision::of_application(reader, reach, id)?;
    let kept = list_screening::kept_from(reader, reach)?.contains(&row.organisation_id);
    let runs = if kept { 0 } else { RUNS };
    let ids: Vec<DecisionId> = decisions.iter().map(|one| one.id).collect();
    let told: &[DecisionId] = if kept { &[] } else { &ids };
    let appeals = appeal::of_application(reader, id)?;
    let reopenings = appeal::reopenings(reader, id)?;
    let people = people(&conflicts, &decisions, (&appeals, &reopenings));
    Ok(Some(Case {
        sent: sent.map(|one| (one.version, one.digest)),
        reviews: review::of_application(reader, reach, id)?,
        withheld: review::is_withheld(reader, reach, id)?,
        abstentions: abstention::of_application(reader, id)?,
        screening: screening::latest(reader, id)?,
        runs: list_screening::latest(reader, row.organisation_id, runs)?,
        terms: term::all(reader)?,
        names: account::names(reader, &people)?,
        conflicts,
        decisions,
        appeals,
        reopenings,
        acknowledged: list_screening::acknowledgements(reader, told)?,
        ahead: due_diligence::all_ahead(reader, &ids)?,
        row,
        round,
        organisation,
        rubric,
    }))
}

fn people(
    conflicts: &[ConflictRecord],
    decisions: &[Decision],
    (appeals, reopenings): (&[Appeal], &[Reopening]),
) -> Vec<AccountId> {
    let kept_away = conflicts.iter().map(|one| one.account_id);
    let deciders = decisions.iter().flat_map(|one| {
        let acts = [one.signed, one.released, one.dropped];
        let acted = acts.into_iter().flatten().map(|(by, _)| by);
        acted.chain([one.proposed_by]).chain(one.present.clone())
    });
    let answers = appeals.iter().filter_map(|one| one.answer.as_ref());
    let answered = answers.map(|one| one.by);
    let again = reopenings.iter().map(|one| one.by).chain(answered);
    let all: BTreeSet<AccountId> = kept_away.chain(deciders).chain(again).collect();
    all.into_iter().collect()
}
