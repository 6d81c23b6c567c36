//! One reviewer's work on one application: declaring conflicts, marking the
//! criteria, submitting. Knows nothing of other reviews.

mod carried;
mod order;
mod verdict;

pub use order::{Order, shuffled};
pub use verdict::{Confidence, Recommendation};

use super::numerals::many_lines;
use super::rubric::{Criterion, Rubric};
use super::score::{Judgement, Judgements};
use super::{AccountId, ApplicationId, CriterionId, Message, Moment, Problems};

/// Most characters of a justification, of the comment and of a declaration's note.
pub const TEXT_MOST: usize = 4000;

/// What a person has to do with an applicant, as declared by them or found by
/// the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConflictKind {
    /// Declared that there is nothing.
    None,
    /// Works for it, or sits on its board.
    StaffOrBoard,
    /// Family, friendship or enmity with its people.
    FamilyOrPersonal,
    /// Funds it, or works for who does.
    Funder,
    /// Works with it, or recently did.
    Collaborator,
    /// Stands with or against it in court or in a campaign.
    LitigationOrCampaign,
    /// Belongs to the same organisation here.
    SameOrganisation,
    /// Something else, told in the note.
    Other,
}

impl ConflictKind {
    /// Every kind, in the order in which the declaration lists them.
    pub const ALL: [Self; 8] = [
        Self::None,
        Self::StaffOrBoard,
        Self::FamilyOrPersonal,
        Self::Funder,
        Self::Collaborator,
        Self::LitigationOrCampaign,
        Self::SameOrganisation,
        Self::Other,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::StaffOrBoard => "staff_or_board",
            Self::FamilyOrPersonal => "family_or_personal",
            Self::Funder => "funder",
            Self::Collaborator => "collaborator",
            Self::LitigationOrCampaign => "litigation_or_campaign",
            Self::SameOrganisation => "same_organisation",
            Self::Other => "other",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it keeps the person away from the application: all but "none".
    pub fn bars(self) -> bool {
        self != Self::None
    }
}

/// A person's statement about their conflict with an application, "none"
/// included; needed before the application opens to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    pub application: ApplicationId,
    pub account: AccountId,
    pub kind: ConflictKind,
    /// At most [`TEXT_MOST`] characters; not empty for [`ConflictKind::Other`].
    pub note: String,
    pub declared_at: Moment,
}

/// Reads a posted declaration, fields `kind` and `note`. Refuses an unknown
/// kind, a note that is too long, and "other" without a note.
pub fn read_declaration(kind: &str, note: &str) -> Result<(ConflictKind, String), Problems> {
    let mut problems = Problems::default();
    let note = many_lines(note);
    let kind = ConflictKind::from_code(kind).ok_or_else(|| Message::new("error-choice"));
    let kind = problems.take("kind", kind);
    if kind == Some(ConflictKind::Other) && note.is_empty() {
        problems.add("note", Message::new("error-required"));
    }
    check_length(&mut problems, "note", &note);
    match kind {
        Some(kind) if problems.is_empty() => Ok((kind, note)),
        _ => Err(problems),
    }
}

/// Reads why an assignment is declined, field `reason`. Refuses none.
pub fn read_abstention(reason: &str) -> Result<String, Problems> {
    let (mut problems, reason) = (Problems::default(), many_lines(reason));
    if reason.is_empty() {
        problems.add("reason", Message::new("error-abstention-reason"));
    }
    check_length(&mut problems, "reason", &reason);
    problems.is_empty().then_some(reason).ok_or(problems)
}

/// What a reviewer says about one criterion, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub criterion: CriterionId,
    pub judgement: Judgement,
    pub justification: String,
}

/// A review as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewDraft {
    /// At most one for each criterion; an absent one is unanswered.
    pub marks: Vec<Mark>,
    /// To the panel, about the whole application.
    pub comment: String,
    /// How sure the reviewer is; no part of the score.
    pub confidence: Option<Confidence>,
    /// What they would do; no part of the score.
    pub recommendation: Option<Recommendation>,
}

impl ReviewDraft {
    /// Reads a posted review, or the problems with its values and lengths.
    /// `posted` gives the text of a field: `score.CODE` and `justification.CODE`
    /// for each criterion's code, `comment`, `confidence` and `recommendation`;
    /// empty for an absent one.
    pub fn read(rubric: &Rubric, posted: impl Fn(&str) -> String) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let marks = rubric.criteria.iter().filter_map(|criterion| {
            let field = score_field(criterion);
            let judgement = posted_judgement(criterion, &posted);
            Some(Mark {
                criterion: criterion.id,
                judgement: problems.take(&field, judgement)?,
                justification: many_lines(&posted(&justification_field(criterion))),
            })
        });
        let marks = marks.collect();
        let confidence = chosen(&posted("confidence"), Confidence::from_code);
        let recommendation = chosen(&posted("recommendation"), Recommendation::from_code);
        let draft = Self {
            marks,
            comment: many_lines(&posted("comment")),
            confidence: problems.take("confidence", confidence).flatten(),
            recommendation: problems.take("recommendation", recommendation).flatten(),
        };
        problems.0.extend(check_draft(rubric, &draft).0);
        problems.is_empty().then_some(draft).ok_or(problems)
    }

    /// The mark on a criterion, if there is one.
    pub fn mark(&self, criterion: CriterionId) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.criterion == criterion)
    }

    /// Whether it judges otherwise than a former version did: another point, or
    /// another recommendation. Words and confidence alone are no change of mind,
    /// neither is a first judgement on what the rubric did not ask by then.
    pub fn changes_mind(&self, former: &Self) -> bool {
        let otherwise = |mark: &Mark| {
            let before = former.mark(mark.criterion).map(|before| before.judgement);
            let before = before.filter(|before| *before != Judgement::Unanswered);
            before.is_some_and(|before| before != mark.judgement)
        };
        self.marks.iter().any(otherwise) || self.recommendation != former.recommendation
    }

    /// The judgements alone, to be scored.
    pub fn judgements(&self) -> Judgements {
        let pair = |mark: &Mark| (mark.criterion, mark.judgement);
        self.marks.iter().map(pair).collect()
    }
}

/// What keeps a draft from being saved: values off the scale, texts too long, a
/// criterion that the rubric does not have or that is marked twice. Gaps are fine.
pub fn check_draft(rubric: &Rubric, draft: &ReviewDraft) -> Problems {
    check(rubric, draft, |_, _, _| ())
}

/// What keeps a draft from being submitted: all of [`check_draft`], a criterion
/// neither judged nor abstained on, a judgement without justification, no
/// recommendation, no confidence. A review with many abstentions can be submitted;
/// it is then incomplete.
pub fn check_submission(rubric: &Rubric, draft: &ReviewDraft) -> Problems {
    let mut problems = check(rubric, draft, check_answered);
    if draft.recommendation.is_none() {
        let missing = Message::new("error-recommendation-missing");
        problems.add("recommendation", missing);
    }
    if draft.confidence.is_none() {
        problems.add("confidence", Message::new("error-confidence-missing"));
    }
    problems
}

/// Reads why a review that was sent is sent again, field `reason`: needed where it
/// changes its mind about what was `sent`.
pub fn read_reason(
    sent: Option<&ReviewDraft>,
    draft: &ReviewDraft,
    posted: &str,
) -> Result<String, Problems> {
    let (mut problems, reason) = (Problems::default(), many_lines(posted));
    let Some(sent) = sent else {
        return Ok(String::new());
    };
    if reason.is_empty() && draft.changes_mind(sent) {
        problems.add("reason", Message::new("error-review-reason"));
    }
    check_length(&mut problems, "reason", &reason);
    problems.is_empty().then_some(reason).ok_or(problems)
}

/// Checks in the order of the form's fields, with one more check per criterion.
fn check(
    rubric: &Rubric,
    draft: &ReviewDraft,
    more: fn(&mut Problems, &Criterion, Option<&Mark>),
) -> Problems {
    let mut problems = Problems::default();
    for criterion in &rubric.criteria {
        let mark = draft.mark(criterion.id);
        more(&mut problems, criterion, mark);
        if let Some(mark) = mark {
            check_mark(&mut problems, criterion, mark);
        }
    }
    let judged = draft.judgements();
    let known = judged.criteria().iter();
    let known = known.filter(|id| rubric.criteria.iter().any(|one| one.id == **id));
    if known.count() != draft.marks.len() {
        problems.add("", illegal());
    }
    check_length(&mut problems, "comment", &draft.comment);
    problems
}

/// Posted name of a criterion's score.
pub fn score_field(criterion: &Criterion) -> String {
    format!("score.{}", criterion.code)
}

/// Posted name of what a criterion's score was chosen on: its id by then.
pub fn scale_field(criterion: &Criterion) -> String {
    format!("scale.{}", criterion.code)
}

/// Whether a page that was posted showed the scale that the criterion has now.
pub fn is_on_scale(criterion: &Criterion, posted: impl Fn(&str) -> String) -> bool {
    let scale = posted(&scale_field(criterion));
    scale.is_empty() || scale == criterion.id.as_str()
}

/// The judgement that was posted; refuses a point that was chosen on a scale which
/// the criterion does not have any more, since it meant something else.
fn posted_judgement(
    criterion: &Criterion,
    posted: impl Fn(&str) -> String,
) -> Result<Judgement, Message> {
    let judgement = Judgement::from_code(&posted(&score_field(criterion)));
    let judgement = judgement.ok_or_else(illegal)?;
    match judgement {
        Judgement::Points(_) if !is_on_scale(criterion, posted) => {
            Err(Message::new("error-score-scale").with("criterion", &*criterion.code))
        }
        judgement => Ok(judgement),
    }
}

/// Posted name of a criterion's justification.
pub fn justification_field(criterion: &Criterion) -> String {
    format!("justification.{}", criterion.code)
}

/// The choice of a code, if there is one; refuses an unknown code.
fn chosen<T>(code: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>, Message> {
    match code {
        "" => Ok(None),
        code => read(code).map(Some).ok_or_else(illegal),
    }
}

fn illegal() -> Message {
    Message::new("error-choice")
}

fn check_mark(problems: &mut Problems, criterion: &Criterion, mark: &Mark) {
    if matches!(mark.judgement, Judgement::Points(points) if points > criterion.most()) {
        problems.add(score_field(criterion), illegal());
    }
    let field = justification_field(criterion);
    check_length(problems, &field, &mark.justification);
}

fn check_answered(problems: &mut Problems, criterion: &Criterion, mark: Option<&Mark>) {
    let judgement = mark.map_or(Judgement::Unanswered, |mark| mark.judgement);
    let justified = mark.is_some_and(|mark| !mark.justification.trim().is_empty());
    match judgement {
        Judgement::Unanswered => {
            let missing = Message::new("error-score-missing").with("criterion", &*criterion.code);
            problems.add(score_field(criterion), missing);
        }
        Judgement::Points(_) if criterion.justified && !justified => problems.add(
            justification_field(criterion),
            Message::new("error-justification").with("criterion", &*criterion.code),
        ),
        Judgement::Points(_) | Judgement::CannotJudge => {}
    }
}

fn check_length(problems: &mut Problems, field: &str, text: &str) {
    if text.chars().count() > TEXT_MOST {
        let message = Message::new("error-too-long").with("most", TEXT_MOST as i64);
        problems.add(field, message);
    }
}

#[cfg(test)]
mod tests;
