//! What the reviewers of the demonstration recommend: what their points suggest.

use crate::domain::review::{Confidence, Recommendation};

/// The fields of recommendation and confidence; negative points abstain.
pub fn verdict(points: &[i8], turn: usize) -> [(String, String); 2] {
    let judged: Vec<i8> = points.iter().copied().filter(|one| *one >= 0).collect();
    let high = judged.iter().filter(|one| **one >= 4).count();
    let recommendation = match high {
        0 => Recommendation::DoNotFund,
        high if high * 2 >= judged.len() => Recommendation::Fund,
        _ => Recommendation::FundIf,
    };
    let confidence = Confidence::ALL[turn % Confidence::ALL.len()];
    let pair = |name: &str, code: &str| (name.to_owned(), code.to_owned());
    [
        pair("recommendation", recommendation.code()),
        pair("confidence", confidence.code()),
    ]
}
