//! Comparing the names of organisations with the lists that count for them. What takes
//! long is prepared while reading; keeping it is short.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::desks::desk;
use crate::actions::Refusal;
use crate::domain::list_screening::{
    Basis, Bearer, Desk, Freshness, HitState, Match, Measure, Purpose, Tally,
};
use crate::domain::{ListHitId, ListVersionId, OrganisationId};
use crate::policy::list_screening::MayScreenNames;
use crate::policy::{Actor, Reach};
use crate::store::list_screening::{self, Evidence, Known, Named, Run};
use crate::store::vault::VaultError;
use crate::store::{Reader, StoreError, Tx, audit, organisation, sha256};

/// How the screening of an organisation stands.
#[derive(Debug, Clone)]
pub struct Standing {
    pub freshness: Freshness,
    /// Of the hits of the last run.
    pub tally: Tally,
    pub last: Option<Run>,
    /// That hits are kept from the reader, who is still to score; then none are told.
    pub kept: bool,
}

impl Standing {
    /// As somebody sees it from whom hits are kept.
    #[must_use]
    pub fn without_hits(self) -> Self {
        Self {
            tally: Tally::default(),
            kept: true,
            ..self
        }
    }
}

/// What a run of each of these organisations would compare now.
fn bases(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<Vec<(OrganisationId, Named, Basis)>, StoreError> {
    let setting = list_screening::setting(reader)?;
    let present = list_screening::present(reader)?;
    let programmes = list_screening::programmes(reader, ids)?;
    let named = list_screening::named(reader, ids)?.into_iter();
    let basis = |(id, named): (OrganisationId, Named)| {
        let counting = programmes.get(&id).map(|own| setting.in_force(own));
        let lists = counting.unwrap_or_default().into_iter();
        let measure = |(list, threshold): (String, i32)| {
            present.get(&list).map(|version| Measure {
                version: *version,
                list,
                threshold,
            })
        };
        let basis = Basis {
            lists: lists.filter_map(measure).collect(),
            name_print: named.print.clone(),
        };
        (id, named, basis)
    };
    Ok(named.map(basis).collect())
}

/// How each of these organisations stands.
pub fn standings(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Standing>, StoreError> {
    let mut last = list_screening::latest_of(reader, ids)?;
    let tallies = list_screening::tallies(reader, ids)?;
    let standing = |(id, _, basis): (OrganisationId, Named, Basis)| {
        let last = last.remove(&id);
        let standing = Standing {
            freshness: Freshness::of(last.as_ref().map(|run| &run.basis), &basis),
            tally: tallies.get(&id).copied().unwrap_or_default(),
            last,
            kept: false,
        };
        (id, standing)
    };
    let bases = bases(reader, ids)?;
    Ok(bases.into_iter().map(standing).collect())
}

/// The same as somebody of the staff sees it.
pub fn standings_for(
    reader: &mut Reader,
    reach: Reach,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Standing>, StoreError> {
    let kept = list_screening::kept_from(reader, reach)?;
    let all = standings(reader, ids)?.into_iter();
    let seen = all.map(|(id, standing)| match kept.contains(&id) {
        true => (id, standing.without_hits()),
        false => (id, standing),
    });
    Ok(seen.collect())
}

/// A comparison that is done and not kept yet.
#[derive(Debug, Clone)]
pub struct Prepared {
    pub organisation: OrganisationId,
    basis: Basis,
    names: usize,
    found: Vec<Found>,
}

impl Prepared {
    /// Names that were compared.
    pub fn names(&self) -> usize {
        self.names
    }

    /// Hits that were found, answered before or not.
    pub fn hits(&self) -> usize {
        self.found.len()
    }

    /// Whether any list counts.
    pub fn has_lists(&self) -> bool {
        !self.basis.lists.is_empty()
    }
}

#[derive(Debug, Clone)]
struct Found {
    list: String,
    version: ListVersionId,
    name_print: String,
    entry_print: String,
    evidence: Evidence,
    score: i32,
}

/// Compares the names of these organisations with the lists that count for them, on all
/// processors when they are many. Nothing is compared while names of one can't be opened:
/// somebody would pass unseen.
pub fn prepare(reader: &mut Reader, ids: &[OrganisationId]) -> Result<Vec<Prepared>, StoreError> {
    let mut bases = bases(reader, ids)?;
    if ids.len() > 1 {
        // What went with its key no key brings back: others don't wait for it.
        bases.retain(|(_, named, _)| named.missing != Some(VaultError::Lost));
    }
    if let Some(missing) = bases.iter().find_map(|(_, named, _)| named.missing) {
        return Err(missing.into());
    }
    let mut desks: BTreeMap<ListVersionId, Arc<Desk>> = BTreeMap::new();
    for measure in bases.iter().flat_map(|(_, _, basis)| &basis.lists) {
        if let Entry::Vacant(place) = desks.entry(measure.version) {
            place.insert(desk(reader, measure.version)?);
        }
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let part = bases.len().div_ceil(threads).max(1);
    if bases.len() < 2 * threads {
        return Ok(bases.iter().map(|one| compared(one, &desks)).collect());
    }
    Ok(std::thread::scope(|scope| {
        let parts = bases.chunks(part).map(|part| {
            let desks = &desks;
            let work = move || {
                part.iter()
                    .map(|one| compared(one, desks))
                    .collect::<Vec<_>>()
            };
            scope.spawn(work)
        });
        let parts: Vec<_> = parts.collect();
        let joined = parts.into_iter().flat_map(|part| {
            part.join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        joined.collect()
    }))
}

fn compared(
    (organisation, named, basis): &(OrganisationId, Named, Basis),
    desks: &BTreeMap<ListVersionId, Arc<Desk>>,
) -> Prepared {
    let mut found: Vec<Found> = Vec::new();
    for measure in &basis.lists {
        let Some(desk) = desks.get(&measure.version) else {
            continue;
        };
        for bearer in &named.bearers {
            let hits = desk.search(bearer, f64::from(measure.threshold) / 100.0);
            found.extend(hits.into_iter().map(|hit| found_of(measure, bearer, hit)));
        }
    }
    Prepared {
        organisation: *organisation,
        basis: basis.clone(),
        names: named.bearers.iter().map(|one| one.spellings.len()).sum(),
        found,
    }
}

fn found_of(measure: &Measure, bearer: &Bearer, hit: Match) -> Found {
    let pairs = hit.comparison.pairs.into_iter();
    let alike = pairs.map(|pair| {
        let likeness = (pair.likeness * 1000.0).round();
        (pair.first, pair.second, likeness as u32)
    });
    Found {
        list: measure.list.clone(),
        version: measure.version,
        name_print: sha256(bearer.text()),
        entry_print: sha256(hit.record.text()),
        score: (hit.comparison.score * 10_000.0).round() as i32,
        evidence: Evidence {
            record: hit.record.clone(),
            name: hit.name,
            spellings: bearer.spellings.clone(),
            roles: bearer.roles.clone(),
            alike: alike.collect(),
            only_ours: hit.comparison.only_first,
            only_theirs: hit.comparison.only_second,
        },
    }
}

/// Keeps comparisons in the name of an admin, of organisations within their reach. Where
/// no list counts there is nothing to keep. Answers with how many were kept.
pub fn keep(
    tx: &mut Tx,
    actor: &Actor,
    purpose: Purpose,
    prepared: &[Prepared],
) -> Result<usize, Refusal> {
    let organisations = prepared.iter().map(|one| one.organisation).collect();
    if !organisation::all_reachable(tx, Reach::staff(actor), &organisations)? {
        return Err(Refusal::NotFound);
    }
    let mut kept = 0;
    for one in prepared {
        let may = MayScreenNames::of(actor, one.organisation)?;
        if one.has_lists() {
            keep_one(tx, &may, purpose, one)?;
            kept += 1;
        }
    }
    Ok(kept)
}

/// Keeps a comparison that the program made by itself.
pub fn keep_by_itself(tx: &mut Tx, purpose: Purpose, prepared: &Prepared) -> Result<(), Refusal> {
    if prepared.has_lists() {
        let may = MayScreenNames::by_itself(prepared.organisation);
        keep_one(tx, &may, purpose, prepared)?;
    }
    Ok(())
}

/// Keeps the comparison before a signature or a payment. Whoever may decide on an
/// application can be kept away from another one of the same organisation, and then runs
/// nothing of it: the program does.
pub fn keep_before(
    tx: &mut Tx,
    actor: &Actor,
    purpose: Purpose,
    prepared: &Prepared,
) -> Result<(), Refusal> {
    let id = prepared.organisation;
    let may = match organisation::find(tx, Reach::staff(actor), id)? {
        Some(_) => MayScreenNames::of(actor, id)?,
        None => MayScreenNames::by_itself(id),
    };
    if prepared.has_lists() {
        keep_one(tx, &may, purpose, prepared)?;
    }
    Ok(())
}

fn keep_one(
    tx: &mut Tx,
    may: &MayScreenNames,
    purpose: Purpose,
    prepared: &Prepared,
) -> Result<(), StoreError> {
    let sums = (prepared.names, prepared.found.len());
    let run = list_screening::insert_run(tx, may, purpose, &prepared.basis, sums)?;
    list_screening::settle(tx, may)?;
    let known = list_screening::known(tx, may.organisation())?;
    let gone = |one: &&Known| !prepared.found.iter().any(|found| is_same(one, found));
    let gone: Vec<&Known> = known.iter().filter(gone).collect();
    for found in &prepared.found {
        let source = (run, found.version);
        let same = known.iter().find(|one| is_same(one, found));
        match same {
            Some(same) => {
                let now = (&found.evidence, found.score);
                list_screening::keep(tx, may, same.id, source, now)?;
            }
            None => {
                let records = (&*found.list, &*found.name_print, &*found.entry_print);
                let now = (&found.evidence, found.score, former(&gone, found));
                list_screening::insert(tx, may, records, source, now)?;
            }
        }
    }
    let owner = may.organisation();
    let object = ("organisation", owner.as_str());
    audit(tx, "screen_names", object, purpose.code(), run.as_str())
}

fn is_same(known: &Known, found: &Found) -> bool {
    known.list == found.list
        && known.entry == found.evidence.record.number
        && known.name_print == found.name_print
        && known.entry_print == found.entry_print
}

/// The last answered hit of the same entry among those that are gone, because a record
/// has changed.
fn former(gone: &[&Known], found: &Found) -> Option<ListHitId> {
    let number = &found.evidence.record.number;
    let answered = gone.iter().rev().filter(|one| one.state != HitState::Open);
    let mut same = answered.filter(|one| one.list == found.list && one.entry == *number);
    same.next().map(|one| one.id)
}
