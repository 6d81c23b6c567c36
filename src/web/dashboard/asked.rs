//! What the dashboard is asked for, and what it reads: always as many statements.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::actions::turnaround::{Turnaround, turnaround};
use crate::domain::round::{Round, RoundState};
use crate::domain::{AccountId, Moment, Problems, RoundId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::dashboard::{self, Decided, Part, Reviewed, Standing};
use crate::store::term::{self, Term};
use crate::store::{Reader, StoreError, account, round};
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field};

/// Most rounds that can be chosen, the latest ones.
const CHOICES: i64 = 200;
/// Rounds that are told side by side.
pub const TREND: usize = 12;
/// Most reviewers that are told one by one, those with most to do.
const REVIEWERS: i64 = 100;

/// Slug of a round; empty or unknown for the latest that is open.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    round: String,
}

/// Everything that the page tells.
pub struct Loaded {
    /// The latest first.
    pub rounds: Vec<Round>,
    pub chosen: Round,
    pub terms: Vec<Term>,
    /// Of the rounds of the trend and the chosen one, as what follows.
    pub standings: Vec<Standing>,
    pub decided: Vec<Decided>,
    pub taken: Vec<(RoundId, i64, i64)>,
    /// Of the chosen round, as what follows.
    pub turnaround: Turnaround,
    pub sent_parts: Vec<Part>,
    pub awarded_parts: Vec<Part>,
    pub reviewed: Reviewed,
    pub assigned: Vec<(AccountId, i64)>,
    pub names: BTreeMap<AccountId, String>,
}

impl Loaded {
    /// The days that decisions of a round took.
    pub fn taken_of(&self, id: RoundId) -> Vec<(i64, i64)> {
        let own = self.taken.iter().filter(|(round, ..)| *round == id);
        own.map(|(_, days, count)| (*days, *count)).collect()
    }
}

/// Reads the dashboard; nothing before there is a round.
pub fn load(
    reader: &mut Reader,
    reach: Reach,
    asked: &Asked,
    now: Moment,
) -> Result<Option<Loaded>, StoreError> {
    let shown = [RoundState::Open, RoundState::Closed];
    let rounds = round::list(reader, &shown, None, CHOICES)?;
    let named = rounds.iter().find(|one| one.slug == asked.round);
    let open = rounds.iter().find(|one| one.state == RoundState::Open);
    let Some(chosen) = named.or(open).or(rounds.first()).cloned() else {
        return Ok(None);
    };
    let told = rounds.iter().take(TREND).map(|one| one.id);
    let ids: Vec<RoundId> = told.chain([chosen.id]).collect();
    let assigned = dashboard::assigned(reader, reach, chosen.id, REVIEWERS)?;
    let people: Vec<AccountId> = assigned.iter().map(|(id, _)| *id).collect();
    Ok(Some(Loaded {
        terms: term::all(reader)?,
        standings: dashboard::standings(reader, reach, &ids)?,
        decided: dashboard::decided(reader, reach, &ids)?,
        taken: dashboard::taken(reader, reach, &ids)?,
        turnaround: turnaround(reader, reach, (&chosen, now))?,
        sent_parts: dashboard::sent_by_part(reader, reach, chosen.id)?,
        awarded_parts: dashboard::awarded_by_part(reader, reach, chosen.id)?,
        reviewed: dashboard::reviewed(reader, reach, chosen.id)?,
        names: account::names(reader, &people)?,
        assigned,
        rounds,
        chosen,
    }))
}

/// Asks for another round.
pub fn choice(t: Locale, loaded: &Loaded) -> Field {
    let ask = Fields {
        t,
        problems: &Problems::default(),
    };
    let choice = |one: &Round| Choice {
        value: one.slug.clone(),
        label: one.title.get(t.language()).to_owned(),
        hint: None,
        chosen: one.id == loaded.chosen.id,
    };
    let rounds = Control::Select(loaded.rounds.iter().map(choice).collect());
    ask.field("round", "monitor-round", "", rounds)
}
