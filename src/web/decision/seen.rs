//! What the decision page reads: the case, its place in the round, the checks.

use std::collections::{BTreeMap, BTreeSet};

use crate::actions::decide::{Case, case};
use crate::actions::rank_round::{RoundRanking, rank_of};
use crate::domain::engagement::Audience;
use crate::domain::{AccountId, ApplicationId};
use crate::policy::{Actor, Reach};
use crate::store::check::{self, CheckRow};
use crate::store::engagement::{self, QuoteRow};
use crate::store::term::{self, Term};
use crate::store::{Reader, StoreError, account};
use crate::web::errors::Fault;
use crate::web::visit::Visit;

/// Everything that one reading of the page shows.
pub struct Seen {
    pub case: Case,
    /// The whole round, as far as it is within reach.
    pub ranking: RoundRanking,
    /// The latest check of the legal status.
    pub legal: Option<CheckRow>,
    pub terms: Vec<Term>,
    /// What is quoted of the organisation's engagement log.
    pub quotes: Vec<QuoteRow>,
    /// Of everybody in the history of decisions.
    pub names: BTreeMap<AccountId, String>,
}

impl Seen {
    /// A person's name; empty when the account is gone.
    pub fn name(&self, id: AccountId) -> String {
        let found = self.names.get(&id).or_else(|| self.ranking.names.get(&id));
        found.cloned().unwrap_or_default()
    }
}

/// Reads an application within the reach of staff.
pub async fn see(visit: &Visit, actor: &Actor, id: ApplicationId) -> Result<Seen, Fault> {
    let reach = Reach::staff(actor);
    let seen = visit.read(move |reader| read(reader, reach, id)).await?;
    seen.ok_or(Fault::NotFound)
}

fn read(reader: &mut Reader, reach: Reach, id: ApplicationId) -> Result<Option<Seen>, StoreError> {
    let Some(case) = case(reader, reach, id)? else {
        return Ok(None);
    };
    let ranking = rank_of(reader, reach, case.round.clone())?;
    if ranking.entry(id).is_none() {
        // A draft: nobody but its authors has seen it.
        return Ok(None);
    }
    let people = case.history.iter().flat_map(|one| {
        let acts = [one.signed, one.released, one.dropped];
        let acted = acts.into_iter().flatten().map(|(by, _)| by);
        acted.chain([one.proposed_by])
    });
    let people: BTreeSet<AccountId> = people.collect();
    let people: Vec<AccountId> = people.into_iter().collect();
    Ok(Some(Seen {
        legal: check::legal(reader, id)?.into_iter().next(),
        terms: term::all(reader)?,
        quotes: engagement::quoted(reader, id, Audience::Staff)?,
        names: account::names(reader, &people)?,
        ranking,
        case,
    }))
}
