//! Applications with all that hangs on them: sections, what was sent, screening,
//! reviews, decision.

use std::collections::BTreeMap;

use super::answers::Prepared;
use super::draw::{Draws, Kind};
use super::fate::Step;
use super::people::amounts;
use super::plan::{Course, Plan};
use crate::domain::application::Status;
use crate::domain::decision::Outcome;
use crate::domain::form::Stage;
use crate::domain::review::{Confidence, Mark, Recommendation, ReviewDraft};
use crate::domain::rubric::{Criterion, Rubric};
use crate::domain::score::Judgement;
use crate::domain::screening::Verdict;
use crate::domain::{ApplicationId, Currency, FormId, Language, Moment, RoundId};
use crate::store::application::{ApplicationRow, Converted};
use crate::store::bulk::{Decided, Filed, Filling, Reviewed};

/// What applications are made of.
pub struct Material {
    pub form: FormId,
    /// In which applications begin.
    pub stage: Stage,
    pub rubric: Rubric,
    /// A list of amounts for each of the demonstration's applications.
    pub prepared: Vec<Vec<Prepared>>,
    /// Sentences that reviewers write, by the code of a language.
    pub sentences: BTreeMap<String, Vec<String>>,
}

/// Why applications are not admitted.
const EXCLUDED: [&str; 4] = [
    "out_of_scope",
    "not_human_rights",
    "duplicate",
    "incomplete",
];
/// Why others are declined.
const DECLINED: [&str; 4] = ["others_first", "fit", "already_funded", "plan"];
/// Rationales of awards, reserves and declines.
const RATIONALES: [&str; 3] = [
    "The panel places this request near the top: experienced people, a clear need and a \
     budget that follows from the work.",
    "The panel would fund this if money is left: the work matters, and others were more \
     urgent in this call.",
    "The panel read this with respect. With the money of this call it could not go further \
     down the list.",
];
const FEEDBACK: &str = "The reviewers valued how concretely the work is described.";

/// Adds one application.
pub fn add<'a>(filling: &mut Filling<'a>, plan: &Plan, from: &'a Material, number: u64) {
    let course = plan.course(number);
    let mut draws = plan.seed.about(Kind::Screening, number);
    let answers = draws.of(amounts(&from.prepared, course.organisation));
    let id = plan.application(number, course.created);
    let one = One {
        plan,
        number,
        course,
        id,
        answers,
    };
    let saved = if course.is_sent() {
        answers.sections.len()
    } else {
        usize::try_from(1 + draws.below(answers.sections.len() as u64)).unwrap_or(1)
    };
    filling.application(one.row(from), answers.language, one.topic());
    let by = plan.applicant(course.organisation);
    for (at, section) in (1..).zip(&answers.sections[..saved]) {
        let filed = Filed {
            answers: &section.answers,
            at: one.course.created.plus_minutes(5 * at),
            by,
        };
        filling.section(id, &section.code, filed);
    }
    if !course.is_sent() {
        return;
    }
    let filed = Filed {
        answers: &answers.whole,
        at: course.submitted,
        by,
    };
    filling.submission(id, filed, &answers.digest);
    one.screen(filling, &mut draws);
    if course.is_admitted() {
        one.review(filling, from);
        one.decide(filling, &mut draws);
    }
}

/// One application while it is made.
struct One<'p, 'a> {
    plan: &'p Plan,
    number: u64,
    course: Course,
    id: ApplicationId,
    answers: &'a Prepared,
}

impl<'a> One<'_, 'a> {
    fn row(&self, from: &Material) -> ApplicationRow {
        let (plan, course) = (self.plan, &self.course);
        ApplicationRow {
            id: self.id,
            reference: plan.seed.reference(self.number),
            round_id: round(plan, course.round),
            organisation_id: plan.organisation(course.organisation),
            status: course.status,
            title: self.answers.title.clone(),
            requested_minor: Some(self.answers.amount),
            created_at: course.created,
            created_by: plan.applicant(course.organisation),
            submitted_at: course.is_sent().then_some(course.submitted),
            late: false,
            form_id: from.form,
            stage: from.stage,
            converted: Converted::default(),
        }
    }

    /// What it asks support for; a draft says so when it is sent.
    fn topic(&self) -> &'a str {
        if self.course.is_sent() {
            &self.answers.topic
        } else {
            ""
        }
    }

    fn after_sending(&self, hours: u64) -> Moment {
        self.plan.after(self.course.submitted, hours)
    }

    fn screen(&self, filling: &mut Filling<'a>, draws: &mut Draws) {
        let verdict = match self.course.status {
            Status::Ineligible => Verdict::NotEligible((*draws.of(&EXCLUDED)).to_owned()),
            _ if self.course.is_admitted() => Verdict::Eligible,
            _ => return,
        };
        let at = self.after_sending(24);
        let own = self.plan.seed.id(Kind::Screening, self.number, at);
        filling.screening((own, self.id), &verdict, (self.plan.admin(self.number), at));
    }

    /// Assigns the panel; who sent a review declared before, and where one is missing
    /// the next of the panel has begun theirs.
    fn review(&self, filling: &mut Filling<'a>, from: &Material) {
        let (plan, course) = (self.plan, &self.course);
        let assigned = (plan.admin(self.number + 1), self.after_sending(36));
        for (turn, reviewer) in (0..).zip(plan.panel(self.number)) {
            let person = plan.reviewer(reviewer);
            filling.assignment((self.id, person), assigned);
            if turn > course.reviewed {
                continue;
            }
            let sent = turn < course.reviewed;
            let own = self.number * plan.sizes.reviews + turn;
            let mut draws = plan.seed.about(Kind::Mark, own);
            if !sent && !draws.percent(40) {
                continue;
            }
            filling.declaration(self.id, person, self.after_sending(84 + 5 * turn));
            let at = self.after_sending(96 + 5 * turn);
            let severity = plan.seed.about(Kind::Staff, reviewer).below(3);
            let draft = self.judged(from, &mut draws, severity, sent);
            filling.review(&Reviewed {
                id: plan.seed.id(Kind::Review, own, at),
                application: self.id,
                reviewer: person,
                rubric: &from.rubric,
                draft: &draft,
                at,
                sent,
            });
        }
        // Whether it is to be discussed was seen to when its last review came.
        if course.status == Status::Deliberation {
            filling.call(self.id, assigned.0, self.after_sending(130));
        }
    }

    /// What a reviewer wrote: about as good as the application is, a point more or less
    /// by who they are, a point more or less by chance.
    fn judged(
        &self,
        from: &Material,
        draws: &mut Draws,
        severity: u64,
        whole: bool,
    ) -> ReviewDraft {
        let criteria = &from.rubric.criteria;
        let written = if whole { criteria.len() } else { 2 };
        let unknown = draws.below(100);
        let language = self.answers.language.code();
        let sentences = from.sentences.get(language).map_or(&[][..], Vec::as_slice);
        let mut sum = 0;
        let mut mark = |(at, criterion): (u64, &Criterion)| {
            let drawn = self.course.quality + severity + draws.below(3);
            // Three draws sum to 7 at most, their middle is 3.
            let points = drawn.saturating_sub(1).min(u64::from(criterion.most()));
            sum += points;
            let judgement = match at == unknown {
                true => Judgement::CannotJudge,
                false => Judgement::Points(u8::try_from(points).unwrap_or(0)),
            };
            Mark {
                criterion: criterion.id,
                judgement,
                justification: sentence(draws, sentences),
            }
        };
        let marks: Vec<Mark> = (0..).zip(criteria).take(written).map(&mut mark).collect();
        let mean = sum / (marks.len() as u64).max(1);
        let recommendation = match mean {
            0..3 => Recommendation::DoNotFund,
            3 => Recommendation::FundIf,
            _ => Recommendation::Fund,
        };
        ReviewDraft {
            marks,
            comment: if whole {
                sentence(draws, sentences)
            } else {
                String::new()
            },
            confidence: whole.then(|| *draws.of(&Confidence::ALL)),
            recommendation: whole.then_some(recommendation),
        }
    }

    fn decide(&self, filling: &mut Filling<'a>, draws: &mut Draws) {
        let (plan, step) = (self.plan, self.course.step);
        if step == Step::Undecided {
            return;
        }
        let outcome = match (self.course.quality, draws.below(100)) {
            (3, 0..80) | (2, 0..15) => Outcome::Award,
            (3, _) | (2, 15..40) => Outcome::Reserve,
            _ => Outcome::Decline,
        };
        let by = |turn: u64, day: u64| {
            let admin = plan.admin(self.number + turn);
            (admin, self.after_sending(24 * day))
        };
        let award = outcome == Outcome::Award;
        let decided = Decided {
            // That of an award is the same.
            id: plan.seed.id(Kind::Decision, self.number, by(1, 11).1),
            application: self.id,
            outcome,
            amount_minor: award.then_some(self.answers.amount),
            funding_type: award.then_some(self.answers.topic.as_str()),
            reason: (outcome == Outcome::Decline).then(|| *draws.of(&DECLINED)),
            rationale: match outcome {
                Outcome::Award => RATIONALES[0],
                Outcome::Reserve => RATIONALES[1],
                Outcome::Decline | Outcome::ReferBack => RATIONALES[2],
            },
            feedback: FEEDBACK,
            proposed: by(1, 11),
            signed: (step >= Step::Signed).then(|| by(2, 12)),
            released: (step >= Step::Released).then(|| by(2, 13)),
        };
        filling.decision(&decided, (Currency::USD, self.answers.language));
    }
}

/// The id of a round.
pub fn round(plan: &Plan, number: u64) -> RoundId {
    plan.seed.id(Kind::Round, number, plan.opens(number))
}

fn sentence(draws: &mut Draws, sentences: &[String]) -> String {
    match sentences {
        [] => String::new(),
        some => draws.of(some).clone(),
    }
}

/// The organisations that have a draft in the last round, the latest first, and the
/// language that they write in.
pub fn drafting(plan: &Plan, prepared: &[Vec<Prepared>], most: usize) -> Vec<(u64, Language)> {
    let last = plan.first_of(plan.rounds - 1)..plan.sizes.applications;
    let courses = last.rev().map(|number| plan.course(number));
    let drafts = courses.filter(|course| course.status == Status::Draft);
    let one = |course: Course| {
        let answers = &amounts(prepared, course.organisation)[0];
        (course.organisation, answers.language)
    };
    drafts.take(most).map(one).collect()
}
