//! A table `application,reviewer` as a plan: read and checked to the last cell,
//! then looked at and applied like any other plan.

use std::collections::{BTreeMap, BTreeSet};

use super::allocation_hints::look_twice;
use crate::domain::Message;
use crate::domain::RoundId;
use crate::domain::account::Email;
use crate::domain::assignment::Bar;
use crate::exchange::table::{self, Wrong};
use crate::policy::assignment::{bar_key, is_reviewed};
use crate::policy::{Actor, Reach};
use crate::store::allocation::{Candidature, Facts, facts};
use crate::store::assignment::ReviewerRow;
use crate::store::plan::{Pair, Proposal, Source};
use crate::store::{Reader, StoreError};

/// The columns that are read.
pub const COLUMNS: [&str; 2] = ["application", "reviewer"];

/// The plan of a file, or everything that is wrong with it. Rows that say what is
/// assigned already, or what another row said, change nothing.
pub fn read(
    reader: &mut Reader,
    actor: &Actor,
    round: RoundId,
    text: &str,
) -> Result<Result<Proposal, Vec<Wrong>>, StoreError> {
    let rows = match table::read(text, &COLUMNS) {
        Ok(rows) => rows,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let facts = facts(reader, Reach::staff(actor), round)?;
    let known = Known::of(&facts);
    let (mut wrong, mut pairs, mut already) = (Vec::new(), BTreeSet::new(), 0);
    for row in &rows {
        match known.pair(actor, row) {
            Ok(Some(pair)) => {
                pairs.insert(pair);
            }
            Ok(None) => already += 1,
            Err(problems) => wrong.extend(problems),
        }
    }
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let pair = |(application, reviewer): &(usize, usize)| Pair {
        application: facts.applications[*application].id.to_string(),
        reviewer: facts.reviewers[*reviewer].id.to_string(),
        reasons: Vec::new(),
    };
    let mut proposal = Proposal {
        source: Source::File,
        pairs: pairs.iter().map(pair).collect(),
        already,
        ..Proposal::default()
    };
    look_twice(reader, actor, &mut proposal)?;
    Ok(Ok(proposal))
}

/// The facts by what a table says.
struct Known<'a> {
    facts: &'a Facts,
    applications: BTreeMap<String, usize>,
    reviewers: BTreeMap<&'a str, usize>,
}

impl<'a> Known<'a> {
    fn of(facts: &'a Facts) -> Self {
        let reference = |one: &Candidature| one.reference.to_uppercase();
        let numbered = facts.applications.iter().enumerate();
        let people = facts.reviewers.iter().enumerate();
        Self {
            facts,
            applications: numbered.map(|(at, one)| (reference(one), at)).collect(),
            reviewers: people
                .map(|(at, one): (usize, &ReviewerRow)| (one.email.as_str(), at))
                .collect(),
        }
    }

    /// The pair of a row; nothing when it is assigned already.
    fn pair(
        &self,
        actor: &Actor,
        row: &table::Lines,
    ) -> Result<Option<(usize, usize)>, Vec<Wrong>> {
        let (mut wrong, number) = (Vec::new(), row.number);
        let [application, reviewer] = [&row.cells[0], &row.cells[1]];
        let application = self.application(actor, application).map_err(|message| {
            wrong.push(Wrong::at(number, COLUMNS[0], message));
        });
        let reviewer = self.reviewer(reviewer).map_err(|message| {
            wrong.push(Wrong::at(number, COLUMNS[1], message));
        });
        let (Ok(application), Ok(reviewer)) = (application, reviewer) else {
            return Err(wrong);
        };
        let (one, person) = (
            &self.facts.applications[application],
            &self.facts.reviewers[reviewer],
        );
        match self.facts.candidates.candidate(one.id, person.id).bar() {
            None => Ok(Some((application, reviewer))),
            Some(Bar::Assigned) => Ok(None),
            Some(bar) => Err(vec![Wrong::at(
                number,
                COLUMNS[1],
                Message::new(bar_key(bar)),
            )]),
        }
    }

    /// What is not there and what is out of reach are told alike.
    fn application(&self, actor: &Actor, reference: &str) -> Result<usize, Message> {
        let found = self.applications.get(&reference.to_uppercase()).copied();
        let at = found.ok_or_else(|| Message::new("error-file-application"))?;
        is_reviewed(actor, self.facts.applications[at].status)?;
        Ok(at)
    }

    fn reviewer(&self, address: &str) -> Result<usize, Message> {
        let email = Email::parse(address)?;
        let found = self.reviewers.get(email.as_str()).copied();
        found.ok_or_else(|| Message::new("error-file-reviewer"))
    }
}
