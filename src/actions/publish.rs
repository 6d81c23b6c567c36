//! Publishing the awards of a round: those that were released, as far as was said of
//! each, in a published standard.

use std::collections::BTreeMap;
use std::io::Write;

use super::Refusal;
use super::export_round::Unfinished;
use super::publication::allowed;
use crate::domain::award::AwardState;
use crate::domain::decision::Decision;
use crate::domain::organisation::Organisation;
use crate::domain::publication::{AwardFacts, Funder, Grant, Publication, grant};
use crate::domain::round::Round;
use crate::domain::{ApplicationId, DecisionId, Moment, Money, OrganisationId};
use crate::exchange::publication::{About, Published, Standard};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::term::{self, Term};
use crate::store::{Reader, Tx, audit, award, decision, organisation, publication, round, sha256};

/// Awards that are read at a time.
const PAGE: i64 = 500;
/// Letters of a fingerprint that stands for an award: enough that no two are alike.
const OPAQUE: usize = 20;

/// A round whose awards may be published: the log has it.
#[derive(Debug, Clone)]
pub struct Edition {
    standard: Standard,
    reach: Reach,
    round: Round,
    at: Moment,
}

/// Notes that the awards of a round go out.
pub fn begin(
    tx: &mut Tx,
    reach: Reach,
    slug: &str,
    standard: Standard,
) -> Result<Edition, Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let told = format!("awards, {}", standard.code());
    audit(tx, "export", ("round", round.id.as_str()), "", &told)?;
    Ok(Edition {
        standard,
        reach,
        round,
        at: tx.now(),
    })
}

impl Edition {
    /// Name of the file.
    pub fn file_name(&self) -> String {
        let (slug, code) = (&self.round.slug, self.standard.code());
        format!("{slug}-{code}.{}", self.standard.ending())
    }

    /// The standard that it follows.
    pub fn standard(&self) -> Standard {
        self.standard
    }

    /// Writes the file and tells how many grants are in it. Both standards ask for one
    /// at least.
    pub fn write(
        &self,
        reader: &mut Reader,
        out: impl Write,
        (t, funder): (Locale, &Funder),
    ) -> Result<usize, Unfinished> {
        let terms = term::all(reader)?;
        let anonymous = t.say("publication-anonymous");
        let about = About {
            funder,
            title: self.round.title.get(t.language()),
            anonymous: &anonymous,
            language: t.language().code(),
            written_at: self.at,
        };
        let mut file = Published::begin(out, self.standard, about)?;
        let (mut before, mut written) = (None, 0);
        loop {
            let page = publication::awards(reader, self.reach, self.round.id, before, PAGE)?;
            let Some((last, _)) = page.last() else {
                break;
            };
            before = Some(last.id);
            for one in self.grants(reader, &page, (t, funder))? {
                file.grant(&one, community(t, &terms, &one.community))?;
                written += 1;
            }
        }
        file.end()?;
        Ok(written)
    }

    fn grants(
        &self,
        reader: &mut Reader,
        page: &[(ApplicationRow, Publication)],
        (t, funder): (Locale, &Funder),
    ) -> Result<Vec<Grant>, Unfinished> {
        let told = page.iter().filter(|(_, one)| *one != Publication::Withheld);
        let told: Vec<&(ApplicationRow, Publication)> = told.collect();
        let ids: Vec<ApplicationId> = told.iter().map(|(row, _)| row.id).collect();
        let owners: Vec<OrganisationId> = told.iter().map(|(row, _)| row.organisation_id).collect();
        let decided = decision::told_awards(reader, self.reach, &ids)?;
        let opened = decided.values().flatten().map(|one| one.id);
        let opened: Vec<DecisionId> = opened.collect();
        let awards = award::of_decisions(reader, &opened)?;
        let owners = organisation::by_ids(reader, &owners)?.into_iter();
        let owners: BTreeMap<OrganisationId, Organisation> =
            owners.map(|one| (one.id, one)).collect();
        let rows: Vec<&ApplicationRow> = told.iter().map(|(row, _)| row).collect();
        // An organisation may have taken back since what it let be published.
        let allowed = allowed(reader, &rows)?;
        let mut grants = Vec::new();
        for (row, chosen) in told {
            let most = allowed.get(&row.id).copied().unwrap_or(*chosen);
            let Some(organisation) = owners.get(&row.organisation_id) else {
                continue;
            };
            let of_owner = opaque(row.organisation_id.as_str());
            let own = decided.get(&row.id).into_iter().flatten();
            for (before, told) in own.enumerate() {
                let Some((amount, (_, released_at))) = told.amount.zip(told.released) else {
                    continue;
                };
                let award = awards.get(&told.id);
                let (reference, of_award) = called(row, told, before);
                let facts = AwardFacts {
                    reference: &reference,
                    title: &row.title,
                    organisation,
                    amount: Money::new(amount.minor - told.freed_minor, self.round.currency),
                    released_at,
                    state: award.map_or(AwardState::Agreement, |one| one.state),
                    ended_at: award.and_then(|one| one.ended_at),
                    round: &self.round,
                    opaque: (&of_award, &of_owner),
                };
                grants.extend(grant(most.min(*chosen), &facts, funder, t.language()));
            }
        }
        grants.retain(|one| self.standard.takes(one));
        Ok(grants)
    }
}

/// What an award is called by its application, and what stands for that: a further award
/// has a number, as each is told once.
fn called(row: &ApplicationRow, told: &Decision, before: usize) -> (String, String) {
    match before {
        0 => (row.reference.clone(), opaque(row.id.as_str())),
        n => (
            format!("{}-{}", row.reference, n + 1),
            opaque(told.id.as_str()),
        ),
    }
}

/// What stands for an id without telling it: ids are long and random, so that nobody
/// finds one by trying.
fn opaque(id: &str) -> String {
    let digest = sha256(format!("published {id}"));
    digest.chars().take(OPAQUE).collect()
}

fn community<'a>(t: Locale, terms: &'a [Term], code: &'a str) -> &'a str {
    let mut terms = terms.iter();
    let term = terms.find(|term| term.list == "community" && term.code == code);
    term.map_or(code, |term| term.label.get(t.language()))
}
