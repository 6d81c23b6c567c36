//! Recommendation and confidence in words, and their fields.

use crate::actions::save_review::PostedReview;
use crate::domain::Message;
use crate::domain::review::{Confidence, Recommendation};
use crate::i18n::Locale;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field};

/// A recommendation, or a dash where there is none.
pub fn recommendation(t: Locale, one: Option<Recommendation>) -> String {
    match one {
        Some(Recommendation::Fund) => t.say("recommend-fund"),
        Some(Recommendation::FundIf) => t.say("recommend-fund-if"),
        Some(Recommendation::DoNotFund) => t.say("recommend-do-not-fund"),
        None => "–".to_owned(),
    }
}

/// A confidence, or a dash where there is none.
pub fn confidence(t: Locale, one: Option<Confidence>) -> String {
    match one {
        Some(Confidence::Low) => t.say("confidence-low"),
        Some(Confidence::Medium) => t.say("confidence-medium"),
        Some(Confidence::High) => t.say("confidence-high"),
        None => "–".to_owned(),
    }
}

/// Both in one line; empty where there is neither.
pub fn told(t: Locale, one: Option<Recommendation>, sure: Option<Confidence>) -> String {
    if one.is_none() && sure.is_none() {
        return String::new();
    }
    let (one, sure) = (recommendation(t, one), confidence(t, sure));
    let told = Message::new("review-verdict")
        .with("recommendation", one)
        .with("confidence", sure);
    t.tell(&told)
}

/// The field of the recommendation with what is typed.
pub fn recommendation_field(ask: &Fields, typed: &PostedReview) -> Field {
    let t = ask.t;
    let value = typed.text("recommendation");
    let hint = |one: Recommendation| match one {
        Recommendation::FundIf => Some(t.say("recommend-fund-if-hint")),
        Recommendation::Fund | Recommendation::DoNotFund => None,
    };
    let choices = Recommendation::ALL.map(|one| Choice {
        value: one.code().to_owned(),
        label: recommendation(t, Some(one)),
        hint: hint(one),
        chosen: value == one.code(),
    });
    ask.hinted(
        "recommendation",
        "review-recommendation",
        "review-recommendation-hint",
        &value,
        Control::Radios(choices.into()),
    )
}

/// The field of the confidence with what is typed.
pub fn confidence_field(ask: &Fields, typed: &PostedReview) -> Field {
    let value = typed.text("confidence");
    let choices = Confidence::ALL.map(|one| Choice {
        value: one.code().to_owned(),
        label: confidence(ask.t, Some(one)),
        hint: None,
        chosen: value == one.code(),
    });
    ask.hinted(
        "confidence",
        "review-confidence",
        "review-confidence-hint",
        &value,
        Control::Radios(choices.into()),
    )
}

/// Why a review that was sent is sent again.
pub fn reason_field(ask: &Fields, typed: &PostedReview) -> Field {
    ask.hinted(
        "reason",
        "review-reason",
        "review-reason-hint",
        &typed.text("reason"),
        Control::Area(2),
    )
}
