//! An application's place in words: rank, ties, score and spread.

use crate::actions::rank_round::Entry;
use crate::domain::Message;
use crate::domain::fraction::percent_tenths;
use crate::domain::ranking::Ranked;
use crate::domain::score::ApplicationScore;
use crate::i18n::Locale;
use crate::web::ui::Range;

/// A rank as it is printed and as it is explained.
pub struct RankWords {
    /// `2`, or `2 =` for a tie.
    pub rank: String,
    /// With how many it is shared; empty for none.
    pub tied: String,
}

/// The rank in words; `None` without a score. `equal` is the number of
/// applications with the same mean, itself included.
pub fn rank_words(t: Locale, ranked: &Ranked, equal: usize) -> Option<RankWords> {
    let rank = t.number(ranked.rank?.into());
    Some(if ranked.tied {
        RankWords {
            rank: t.with("ranking-rank-tied", "rank", rank),
            tied: t.count("ranking-tied", equal.saturating_sub(1)),
        }
    } else {
        RankWords {
            rank,
            tied: String::new(),
        }
    })
}

/// What stands where an application has no rank: it has no score, or its reviews are
/// kept from the reader.
pub fn unranked(t: Locale, entry: &Entry) -> String {
    t.say(match entry.withheld {
        true => "ranking-withheld",
        false => "ranking-unscored",
    })
}

/// Lowest to highest, and the standard deviation where there is one.
pub fn spread_words(t: Locale, score: &ApplicationScore) -> String {
    let (Some(low), Some(high)) = (score.lowest, score.highest) else {
        return String::new();
    };
    match score.reviews {
        1 => return t.say("ranking-spread-one"),
        _ if low == high => return t.say("ranking-spread-none"),
        _ => (),
    }
    let range = Message::new("ranking-spread")
        .with("low", t.tenths(percent_tenths(low)))
        .with("high", t.tenths(percent_tenths(high)));
    match score.sd {
        Some(sd) => {
            // Shown with one decimal; a deviation on 0–100 is at most 71.
            let tenths = (sd * 10.0).round() as u32;
            t.tell(&range_with_sd(range, t.tenths(tenths)))
        }
        None => t.tell(&range),
    }
}

fn range_with_sd(range: Message, sd: String) -> Message {
    Message {
        key: "ranking-spread-sd",
        ..range.with("sd", sd)
    }
}

/// The same to be drawn.
pub fn range(score: &ApplicationScore) -> Option<Range> {
    let whole = |tenths: u32| (tenths + 5) / 10;
    Some(Range {
        low: whole(percent_tenths(score.lowest?)),
        high: whole(percent_tenths(score.highest?)),
        mean: whole(percent_tenths(score.mean?)).min(99),
    })
}
