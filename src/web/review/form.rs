//! The scoring form: a scale with its anchors and a justification for each
//! criterion; and the same as it is shown when nothing can be changed any more.

use std::collections::BTreeMap;

use super::beside::Beside;
use crate::actions::save_review::{ELSEWHERE, PostedReview};
use crate::domain::review::{
    ReviewDraft, is_on_scale, justification_field, scale_field, score_field,
};
use crate::domain::rubric::{Criterion, CriterionKind, Rubric};
use crate::domain::score::Judgement;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::store::own_review::OwnReview;
use crate::web::application::answers::ShownSection;
use crate::web::forms::{Fields, Pairs};
use crate::web::overlap::ShownOverlap;
use crate::web::ui::{Choice, Control, Field};

/// The form with everything that stands around its fields.
pub struct ReviewForm {
    pub action: String,
    /// Where "send" posts to.
    pub send: String,
    /// Where it saves itself; `None` where it doesn't.
    pub autosave: Option<String>,
    /// Of the queue that led here; may be empty.
    pub order: String,
    /// The meeting that led here; empty for none.
    pub meeting: String,
    pub numerals: Numerals,
    pub saves: i32,
    /// The version of the application on this page.
    pub scored: i32,
    pub criteria: Vec<CriterionFields>,
    pub comment: Field,
    pub recommendation: Field,
    pub confidence: Field,
    /// Why it is sent again; `None` before the first time.
    pub reason: Option<Field>,
    /// Whether it was sent before: then it is changed only by sending again.
    pub sent: bool,
    /// "Saved …" or "Sent …"; empty before the first save.
    pub saved: String,
}

/// How a language writes numbers, for the total as it forms.
pub struct Numerals {
    /// The ten digits with spaces between.
    pub digits: String,
    /// Between whole and tenths.
    pub point: String,
    /// "{points} of {most}".
    pub points: String,
}

impl Numerals {
    /// Those of a language.
    pub fn of(t: Locale) -> Self {
        let digits: Vec<String> = (0..10).map(|digit| t.number(digit)).collect();
        let half = t.tenths(5);
        let points = Message::new("review-points")
            .with("points", "{points}")
            .with("most", "{most}");
        Self {
            digits: digits.join(" "),
            point: half.chars().nth(1).map_or_else(String::new, String::from),
            points: t.tell(&points),
        }
    }
}

/// The fields of one criterion.
pub struct CriterionFields {
    /// Its id on the page, as [`place`] links to it.
    pub anchor: String,
    pub score: Field,
    pub note: String,
    pub why: Field,
    pub weight: u32,
    pub kind: &'static str,
    /// The highest point, and which scale it ends as a hidden field.
    pub most: u8,
    pub scale: (String, String),
    /// What the application says to it.
    pub evidence: ShownSection,
    /// What staff and their records say to it.
    pub beside: Beside,
    /// What of the support ledger overlaps with it, where that speaks to the criterion.
    pub overlaps: Vec<ShownOverlap>,
    /// What another window saved meanwhile, where it differs from what is typed.
    pub elsewhere: Option<Elsewhere>,
}

/// What is kept for a criterion, beside what is typed.
pub struct Elsewhere {
    pub points: String,
    pub justification: String,
}

/// A criterion of a review that can't be changed.
pub struct KeptMark {
    pub name: String,
    pub note: String,
    pub points: String,
    /// The words of the chosen point; empty where none was chosen.
    pub anchor: String,
    pub justification: String,
}

/// What was posted, with the number of saves that the page knew of.
pub fn posted(pairs: Pairs) -> PostedReview {
    let fields: BTreeMap<String, String> = pairs.into_iter().collect();
    let saves = fields.get("saves").and_then(|text| text.parse().ok());
    PostedReview {
        saves: saves.unwrap_or(0),
        fields,
    }
}

/// A saved review as the form would post it.
pub fn as_posted(rubric: &Rubric, own: Option<&OwnReview>) -> PostedReview {
    let Some(own) = own else {
        return PostedReview::default();
    };
    let verdict = &own.draft;
    let mut fields = BTreeMap::from([("comment".to_owned(), verdict.comment.clone())]);
    if let Some(one) = verdict.recommendation {
        fields.insert("recommendation".to_owned(), one.code().to_owned());
    }
    if let Some(one) = verdict.confidence {
        fields.insert("confidence".to_owned(), one.code().to_owned());
    }
    for criterion in &rubric.criteria {
        if let Some(mark) = own.draft.mark(criterion.id) {
            let code = mark.judgement.code().to_owned();
            fields.insert(score_field(criterion), code);
            fields.insert(justification_field(criterion), mark.justification.clone());
        }
    }
    PostedReview {
        saves: own.saves,
        fields,
    }
}

/// The problems with the criterion named in each, so that the summary tells
/// them apart; a save elsewhere belongs to the whole form.
pub fn named(t: Locale, rubric: &Rubric, problems: Problems) -> Problems {
    let mut out = Problems::default();
    for problem in problems.0 {
        let of = |criterion: &&Criterion| {
            [score_field(criterion), justification_field(criterion)].contains(&problem.field)
        };
        let message = match rubric.criteria.iter().find(of) {
            Some(criterion) => {
                let name = criterion.name.get(t.language());
                problem.message.with("criterion", name)
            }
            None => problem.message,
        };
        let whole_form = problem.field == ELSEWHERE;
        out.add(if whole_form { "" } else { &problem.field }, message);
    }
    out
}

/// The fields of every criterion with what is typed. `kept` is what another
/// window saved, if it did.
pub fn criteria(
    ask: &Fields,
    rubric: &Rubric,
    typed: &PostedReview,
    kept: Option<&ReviewDraft>,
    evidence: &dyn Fn(&Criterion) -> (ShownSection, Vec<ShownOverlap>),
) -> Vec<CriterionFields> {
    let one = |criterion: &Criterion| {
        let (evidence, overlaps) = evidence(criterion);
        CriterionFields {
            anchor: anchor(criterion),
            score: score(ask, criterion, typed),
            note: note(ask.t, criterion),
            why: why(ask, criterion, typed),
            weight: criterion.weight,
            kind: criterion.kind.code(),
            most: criterion.most(),
            scale: (scale_field(criterion), criterion.id.to_string()),
            evidence,
            overlaps,
            beside: Beside::default(),
            elsewhere: kept.and_then(|kept| elsewhere(ask.t, criterion, typed, kept)),
        }
    };
    rubric.criteria.iter().map(one).collect()
}

fn score(ask: &Fields, criterion: &Criterion, typed: &PostedReview) -> Field {
    let (t, name) = (ask.t, score_field(criterion));
    // A point that was chosen on another scale is none of this one.
    let on_scale = is_on_scale(criterion, |name| typed.text(name));
    let value = typed.text(&name);
    let value = if on_scale { value } else { String::new() };
    let choice = |value_of: Judgement, label: String, hint: Option<String>| Choice {
        value: value_of.code().to_owned(),
        label,
        hint,
        chosen: value == value_of.code(),
    };
    let mut choices: Vec<Choice> = (0_u8..)
        .zip(&criterion.anchors)
        .map(|(points, anchor)| {
            let anchor = anchor.get(t.language()).to_owned();
            let label = t.number(points.into());
            choice(Judgement::Points(points), label, Some(anchor))
        })
        .collect();
    let cannot = t.say("review-cannot-judge");
    choices.push(choice(Judgement::CannotJudge, cannot, None));
    Field {
        label: criterion.name.get(t.language()).to_owned(),
        hint: guidance(t, criterion),
        error: ask.problems.of(&name).map(|message| t.tell(message)),
        control: Control::Radios(choices),
        value,
        name,
        ..Field::default()
    }
}

fn guidance(t: Locale, criterion: &Criterion) -> Option<String> {
    let guidance = criterion.guidance.get(t.language());
    (!guidance.is_empty()).then(|| guidance.to_owned())
}

fn why(ask: &Fields, own: &Criterion, typed: &PostedReview) -> Field {
    let (t, name) = (ask.t, justification_field(own));
    let criterion = own.name.get(t.language());
    Field {
        label: t.with("review-why", "criterion", criterion),
        error: ask.problems.of(&name).map(|message| t.tell(message)),
        value: typed.text(&name),
        control: Control::Area(3),
        optional: !own.justified,
        name,
        ..Field::default()
    }
}

/// Weight and kind of a criterion, and whether an award needs it verified.
fn note(t: Locale, criterion: &Criterion) -> String {
    let key = match (criterion.gate, criterion.kind) {
        (_, CriterionKind::Gate) => return t.say("review-note-mere-gate"),
        (true, _) => "review-note-gate",
        (false, CriterionKind::Merit) => "review-note-merit",
        (false, CriterionKind::Priority) => "review-note-priority",
    };
    t.with(key, "weight", criterion.weight)
}

fn elsewhere(
    t: Locale,
    criterion: &Criterion,
    typed: &PostedReview,
    kept: &ReviewDraft,
) -> Option<Elsewhere> {
    let mark = kept.mark(criterion.id)?;
    let same = typed.text(&score_field(criterion)) == mark.judgement.code()
        && typed.text(&justification_field(criterion)).trim() == mark.justification;
    (!same).then(|| Elsewhere {
        points: points(t, criterion, mark.judgement),
        justification: mark.justification.clone(),
    })
}

/// The id of a criterion on the page.
pub fn anchor(criterion: &Criterion) -> String {
    format!("criterion-{}", criterion.code)
}

/// Where a criterion is scored, within the page.
pub fn place(criterion: &Criterion) -> String {
    format!("#{}", anchor(criterion))
}

/// A judgement in words.
pub fn points(t: Locale, criterion: &Criterion, judgement: Judgement) -> String {
    match judgement {
        Judgement::Points(points) => t.tell(
            &Message::new("review-points")
                .with("points", i64::from(points))
                .with("most", i64::from(criterion.most())),
        ),
        Judgement::CannotJudge => t.say("review-cannot-judge"),
        Judgement::Unanswered => t.say("frame-not-answered"),
    }
}

/// The whole review as it is kept.
pub fn kept(t: Locale, rubric: &Rubric, draft: &ReviewDraft) -> Vec<KeptMark> {
    let one = |criterion: &Criterion| {
        let mark = draft.mark(criterion.id);
        let judgement = mark.map_or(Judgement::Unanswered, |mark| mark.judgement);
        let anchor = judgement.points().map(usize::from);
        let anchor = anchor.and_then(|points| criterion.anchors.get(points));
        KeptMark {
            name: criterion.name.get(t.language()).to_owned(),
            note: note(t, criterion),
            points: points(t, criterion, judgement),
            anchor: anchor
                .map_or("", |anchor| anchor.get(t.language()))
                .to_owned(),
            justification: mark.map_or_else(String::new, |mark| mark.justification.clone()),
        }
    };
    rubric.criteria.iter().map(one).collect()
}
