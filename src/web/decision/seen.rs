//! What the decision page reads: the case, its place in the round, the checks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::actions::board::least_of;
use crate::actions::decide::{Case, case};
use crate::actions::due_diligence::{Diligence, diligence};
use crate::actions::kept_ranking;
use crate::actions::list_screening::{Concern, concern};
use crate::actions::rank_round::RoundRanking;
use crate::actions::reading::Protected;
use crate::domain::appeal::Appeal;
use crate::domain::engagement::Audience;
use crate::domain::{AccountId, ApplicationId, Moment, Money};
use crate::policy::{Actor, Reach};
use crate::store::appeal::{self, Reopening};
use crate::store::due_diligence::{Ahead, ahead};
use crate::store::engagement::{self, QuoteRow};
use crate::store::letter::{self, KeptLetter};
use crate::store::list_screening::{self, Acknowledgement};
use crate::store::lots::LotRow;
use crate::store::term::{self, Term};
use crate::store::{Reader, StoreError, account, lots, quorum};
use crate::web::errors::Fault;
use crate::web::hold::{Held, held};
use crate::web::legal_status::Card;
use crate::web::reading;
use crate::web::visit::Visit;

/// Everything that one reading of the page shows.
pub struct Seen {
    pub case: Case,
    /// The whole round, as far as it is within reach.
    pub ranking: Arc<RoundRanking>,
    /// What is known of who stands behind it.
    pub legal: Card,
    /// The hold of the organisation.
    pub hold: Option<Held>,
    pub terms: Vec<Term>,
    /// What list screening leaves open about an award.
    pub concern: Option<Concern>,
    /// Why it goes ahead nevertheless.
    pub acknowledged: Option<Acknowledgement>,
    /// What the amount asks for before a grant.
    pub diligence: Diligence,
    /// Why it is signed although some of that is open.
    pub ahead: Option<Ahead>,
    /// What is quoted of the organisation's engagement log.
    pub quotes: Vec<QuoteRow>,
    /// Who can take part in deciding, and how many have to.
    pub panel: Vec<(AccountId, String)>,
    pub quorum: usize,
    /// The least that would still help, where it was said.
    pub least: Option<Money>,
    /// Draws of lots in the round.
    pub lots: Vec<LotRow>,
    /// Letters as they were sent, the latest first.
    pub letters: Vec<KeptLetter>,
    pub appeals: Vec<Appeal>,
    /// Why decisions were opened again.
    pub reopenings: Vec<Reopening>,
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

/// Reads an application within the reach of staff, to show its decision with the reasons.
pub async fn see(visit: &Visit, actor: &Actor, id: ApplicationId) -> Result<Seen, Fault> {
    let seen = find(visit, actor, id).await?;
    reading::note(visit, actor, Protected::Decision(id)).await?;
    Ok(seen)
}

/// The same for a page that shows no reasons.
pub async fn find(visit: &Visit, actor: &Actor, id: ApplicationId) -> Result<Seen, Fault> {
    let reach = Reach::staff(actor);
    let now = visit.now();
    let seen = visit.survey(move |reader| read(reader, reach, id, now));
    let seen = seen.await?;
    seen.ok_or(Fault::NotFound)
}

fn read(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
    now: Moment,
) -> Result<Option<Seen>, StoreError> {
    let Some(case) = case(reader, reach, id, now)? else {
        return Ok(None);
    };
    let ranking = kept_ranking::of(reader, reach, case.round.clone())?;
    if ranking.entry(id).is_none() {
        // A draft: nobody but its authors has seen it.
        return Ok(None);
    }
    let reopenings = appeal::reopenings(reader, id)?;
    let again: Vec<AccountId> = reopenings.iter().map(|one| one.by).collect();
    let people = case.history.iter().flat_map(|one| {
        let acts = [one.signed, one.released, one.dropped];
        let acted = acts.into_iter().flatten().map(|(by, _)| by);
        acted.chain([one.proposed_by]).chain(one.present.clone())
    });
    let people: BTreeSet<AccountId> = people.chain(again).collect();
    let people: Vec<AccountId> = people.into_iter().collect();
    let open = case.matter.current.as_ref().map(|one| one.id);
    let kept = list_screening::kept_from(reader, reach)?;
    let kept = kept.contains(&case.application.organisation_id);
    let (concern, acknowledged) = match open {
        Some(open) if !kept => (
            concern(reader, &case)?,
            list_screening::acknowledgement(reader, open)?,
        ),
        _ => (None, None),
    };
    Ok(Some(Seen {
        concern,
        acknowledged,
        diligence: diligence(reader, reach, &case.application, now)?,
        ahead: match open {
            Some(open) => ahead(reader, open)?,
            None => None,
        },
        hold: held(reader, &case.application)?,
        legal: Card::read(reader, reach, &case.application, now)?,
        terms: term::all(reader)?,
        quotes: engagement::quoted(reader, id, Audience::Staff)?,
        panel: quorum::panel(reader, &case.application)?,
        quorum: quorum::least(reader, case.round.id)?,
        least: least_of(reader, &case.application, &case.round)?,
        lots: lots::of_round(reader, reach, case.round.id)?,
        letters: letter::of_application(reader, reach, id)?,
        appeals: appeal::of_application(reader, id)?,
        reopenings,
        names: account::names(reader, &people)?,
        ranking,
        case,
    }))
}
