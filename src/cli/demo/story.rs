//! One organisation's story: from a draft to as far as its content says.

use std::collections::BTreeMap;

use super::content::{self, Decision, Organisation, Stage};
use super::seed::Seeder;
use super::verdict::verdict;
use super::{board, hands};
use crate::actions::save_review::PostedReview;
use crate::actions::{
    application, assignment, decide, declare_conflict, organisation, release_decisions,
    save_review, screening, submission, submit_review,
};
use crate::cli::Failure;
use crate::domain::organisation::{Profile, Registration};
use crate::domain::{ApplicationId, OrganisationId};
use crate::policy::{Actor, Reach};
use crate::store::{decision, round, rubric};

/// Letters of the demonstration link to this address.
pub const SITE: &str = "http://127.0.0.1:8080";
/// Reviewers of each application.
const PANEL: usize = 3;

/// Who reviews and decides.
pub struct Panel<'a> {
    pub admins: Vec<Actor>,
    pub reviewers: Vec<Actor>,
    /// Sentences that reviewers write, by language.
    pub sentences: &'a BTreeMap<String, Vec<String>>,
}

/// What a story left behind.
#[derive(Clone, Copy)]
pub struct Told {
    pub organisation: OrganisationId,
    pub application: ApplicationId,
}

/// One story to be told.
pub struct Story<'a> {
    pub seeder: &'a Seeder<'a>,
    pub panel: &'a Panel<'a>,
    pub organisation: &'a Organisation,
    pub applicant: Actor,
    /// Its place in the list, which spreads times and panels.
    pub number: usize,
    /// Name in addresses of the round that it is about.
    pub round: &'static str,
    /// How many times faster all goes than in the demonstration's main round.
    pub pace: i64,
}

impl Story<'_> {
    /// Tells the story to its stage.
    pub fn tell(&self) -> Result<Told, Failure> {
        let organisation = self.found()?;
        let application = self.apply(organisation)?;
        self.engage(organisation, application)?;
        Ok(Told {
            organisation,
            application,
        })
    }

    /// The application alone, of an organisation that is there.
    pub fn apply(&self, organisation: OrganisationId) -> Result<ApplicationId, Failure> {
        let application = self.write(organisation)?;
        self.add_papers(application)?;
        self.go_on(application)?;
        Ok(application)
    }

    fn go_on(&self, id: ApplicationId) -> Result<(), Failure> {
        let stage = self.organisation.stage;
        if stage == Stage::Draft {
            return Ok(());
        }
        let hours = self.hours(18);
        let statement = hands::statement(self.organisation);
        self.by_applicant(hours, |tx, actor| {
            submission::submit(tx, actor, id, &statement, SITE)?;
            Ok(hands::letters_leave(tx)?)
        })?;
        match stage {
            Stage::Draft | Stage::Submitted => self.talk(id),
            Stage::Withdrawn => {
                self.by_applicant(hours - 30, |tx, actor| application::withdraw(tx, actor, id))
            }
            Stage::Ineligible => {
                self.screen(id, ("not_eligible", &self.organisation.ineligible_reason))
            }
            _ => self.review(id),
        }
    }

    /// Hours ago of an event that began about so many days ago.
    pub fn hours(&self, days: i64) -> i64 {
        let spread = i64::try_from(self.number % 7).unwrap_or(0);
        (days * 24 - spread * 11) / self.pace
    }

    /// Acts as the applicant, some hours before now.
    pub fn by_applicant<T>(
        &self,
        hours_ago: i64,
        mut work: impl FnMut(&mut crate::store::Tx, &Actor) -> Result<T, crate::actions::Refusal>,
    ) -> Result<T, Failure> {
        let writer = self.writer();
        self.seeder
            .act(Some(writer), hours_ago, |tx| work(tx, writer))
    }

    /// Who writes: the applicant, or the admin whom the organisation called.
    fn writer(&self) -> &Actor {
        if self.organisation.filed {
            self.admin(2)
        } else {
            &self.applicant
        }
    }

    fn found(&self) -> Result<OrganisationId, Failure> {
        let of = self.organisation;
        let registration = |r: &content::Registration| Registration {
            register: r.register.clone(),
            number: r.number.clone(),
        };
        let profile = Profile {
            name_latin: of.name_latin.clone(),
            name_arabic: of.name_arabic.clone(),
            name_hebrew: of.name_hebrew.clone(),
            base: of.base.clone(),
            community: of.community.clone(),
            legal_form: of.legal_form.clone(),
            website: of.website.clone(),
            registrations: of.registrations.iter().map(registration).collect(),
        };
        self.by_applicant(self.hours(20), |tx, actor| {
            if self.organisation.filed {
                organisation::describe_organisation(tx, actor, &profile)
            } else {
                organisation::create_organisation(tx, actor, &profile)
            }
        })
    }

    /// One of the admins, another for each turn.
    pub fn admin(&self, turn: usize) -> &Actor {
        &self.panel.admins[(self.number + turn) % self.panel.admins.len()]
    }

    fn screen(&self, id: ApplicationId, (outcome, reason): (&str, &str)) -> Result<(), Failure> {
        let admin = self.admin(0);
        let note = if reason.is_empty() {
            ""
        } else {
            "Outside what this round can fund."
        };
        self.seeder.act(Some(admin), self.hours(15), |tx| {
            screening::screen(tx, admin, id, (outcome, reason, note), SITE)
        })
    }

    /// Screens, assigns, reviews, and decides when the stage says so.
    fn review(&self, id: ApplicationId) -> Result<(), Failure> {
        self.screen(id, ("eligible", ""))?;
        let (admin, reviewers) = (self.admin(1), self.reviewers());
        if self.organisation.legal_verified {
            self.verify(id)?;
        }
        let ids: Vec<_> = reviewers.iter().map(|reviewer| reviewer.id).collect();
        self.seeder.act(Some(admin), self.hours(13), |tx| {
            assignment::assign(tx, admin, &[id], &ids, SITE)
        })?;
        for (turn, reviewer) in reviewers.iter().enumerate() {
            self.score(id, reviewer, turn)?;
        }
        match &self.organisation.decision {
            Some(decision) => self.decide(id, decision),
            None => {
                self.talk(id)?;
                self.discuss(id)
            }
        }
    }

    /// Who reviews it.
    pub fn reviewers(&self) -> Vec<&Actor> {
        let all = &self.panel.reviewers;
        (0..PANEL)
            .map(|turn| &all[(self.number + turn * 2) % all.len()])
            .collect()
    }

    /// A reviewer's part: declared and sent, or declared and begun, or untouched.
    fn score(&self, id: ApplicationId, reviewer: &Actor, turn: usize) -> Result<(), Failure> {
        let hours = self.hours(9) - i64::try_from(turn).unwrap_or(0) * 7;
        let begun = self.organisation.stage >= Stage::HalfReviewed;
        let Some(points) = self.organisation.scores.get(turn).filter(|_| begun) else {
            return Ok(());
        };
        self.seeder.act(Some(reviewer), hours + 2, |tx| {
            declare_conflict::declare_conflict(tx, reviewer, id, ("none", "")).map(|_| ())
        })?;
        let posted = PostedReview {
            saves: 0,
            fields: self.fields(points, turn)?,
        };
        self.seeder.act(Some(reviewer), hours, |tx| {
            submit_review::submit_review(tx, reviewer, id, &posted, SITE)
        })?;
        let last = turn + 1 == self.organisation.scores.len();
        if last && self.organisation.stage == Stage::HalfReviewed {
            self.begin_next(id, turn + 1)?;
        }
        Ok(())
    }

    /// The next reviewer of a half-reviewed application has a draft.
    fn begin_next(&self, id: ApplicationId, turn: usize) -> Result<(), Failure> {
        let reviewers = self.reviewers();
        let Some(reviewer) = reviewers.get(turn) else {
            return Ok(());
        };
        let mut fields = self.fields(&[3, 4], turn)?;
        fields.insert("comment".to_owned(), String::new());
        let posted = PostedReview { saves: 0, fields };
        self.seeder.act(Some(reviewer), 30, |tx| {
            declare_conflict::declare_conflict(tx, reviewer, id, ("none", "")).map(|_| ())
        })?;
        self.seeder.act(Some(reviewer), 28, |tx| {
            save_review::save_review(tx, reviewer, id, &posted)
        })
    }

    /// The scoring form as this reviewer fills it in.
    fn fields(&self, points: &[i8], turn: usize) -> Result<BTreeMap<String, String>, Failure> {
        let found = self.seeder.database.read(|reader| {
            let Some(round) = round::by_slug(reader, self.round)? else {
                return Ok(None);
            };
            rubric::by_id(reader, round.rubric_id)
        });
        let rubric = found.map_err(|e: crate::store::StoreError| Failure::Failed(e.to_string()))?;
        let criteria = rubric.map(|rubric| rubric.criteria).unwrap_or_default();
        let mut fields = BTreeMap::new();
        for (at, (criterion, points)) in criteria.iter().zip(points).enumerate() {
            let judgement = if *points < 0 {
                "abstain".to_owned()
            } else {
                points.to_string()
            };
            fields.insert(format!("score.{}", criterion.code), judgement);
            let sentence = self.sentence(at * 5 + turn * 3 + self.number);
            fields.insert(format!("justification.{}", criterion.code), sentence);
        }
        fields.insert("comment".to_owned(), self.sentence(self.number * 7 + turn));
        fields.extend(verdict(points, self.number + turn));
        Ok(fields)
    }

    fn sentence(&self, number: usize) -> String {
        let language = self.organisation.language.as_str();
        let sentences = self
            .panel
            .sentences
            .get(language)
            .map_or(&[][..], Vec::as_slice);
        let chosen = sentences.get(number % sentences.len().max(1));
        chosen.cloned().unwrap_or_default()
    }

    fn decide(&self, id: ApplicationId, content: &Decision) -> Result<(), Failure> {
        let (proposer, signer) = (self.admin(1), self.admin(2));
        self.seeder.act(Some(proposer), self.hours(4), |tx| {
            board::propose(tx, proposer, (self.round, id), content)
        })?;
        if self.organisation.stage == Stage::Proposed {
            return Ok(());
        }
        let reach = Reach::operator();
        let current = self
            .seeder
            .database
            .read(|reader| decision::current(reader, reach, id))?;
        let Some(current) = current else {
            return Ok(());
        };
        self.seeder.act(Some(signer), self.hours(4) - 5, |tx| {
            decide::sign(tx, signer, id, current.id, ("", ""))
        })?;
        if self.organisation.stage == Stage::Signed {
            return Ok(());
        }
        self.seeder.act(Some(signer), self.hours(3), |tx| {
            release_decisions::release(tx, signer, self.round, current.id, SITE)
        })?;
        Ok(())
    }
}
