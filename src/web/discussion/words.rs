//! Flagged disagreement in words, always with its numbers.

use crate::domain::flag::{Flag, WideCriterion};
use crate::domain::rubric::{Criterion, Rubric};
use crate::domain::{CriterionId, Message};
use crate::i18n::Locale;
use crate::web::ui::{Badge, Tone};

/// A flag as it is shown.
pub struct ShownFlag {
    pub title: String,
    /// The numbers, then what is wide about them, one sentence each.
    pub lines: Vec<String>,
}

/// Whose typical spread a flag tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The round, as far as staff may see it.
    Round,
    /// What a reviewer has reviewed.
    Own,
}

/// "Reviews differ widely".
pub fn badge(t: Locale) -> Badge {
    Badge {
        text: t.say("flag-title"),
        tone: Tone::Warn,
    }
}

/// A flag with its numbers.
pub fn shown(t: Locale, rubric: &Rubric, flag: &Flag, over: Over) -> ShownFlag {
    ShownFlag {
        title: t.say("flag-title"),
        lines: lines(t, rubric, flag, over),
    }
}

fn lines(t: Locale, rubric: &Rubric, flag: &Flag, over: Over) -> Vec<String> {
    let mut lines = vec![numbers(t, flag, over)];
    if flag.wide {
        lines.push(t.say("flag-wide"));
    }
    if flag.above {
        lines.push(t.say("flag-above"));
    }
    let place = |id: CriterionId| rubric.criteria.iter().position(|one| one.id == id);
    let mut wide = flag.criteria.clone();
    wide.sort_by_key(|one| place(one.criterion));
    let named = wide.iter().filter_map(|one| {
        let criterion = rubric.criteria.get(place(one.criterion)?)?;
        Some(apart(t, criterion, one))
    });
    lines.extend(named);
    lines
}

/// "Scores 40.0 to 92.0, standard deviation 26.3; typical spread in this round 6.0".
pub fn numbers(t: Locale, flag: &Flag, over: Over) -> String {
    let (low, high) = flag.spread.ends();
    let sd = flag.spread.sd().unwrap_or_default();
    let told = Message::new("flag-scores")
        .with("low", points(t, low))
        .with("high", points(t, high))
        .with("sd", t.measured(sd, 1));
    let scores = t.tell(&told);
    let Some(typical) = flag.typical else {
        return scores;
    };
    let key = match over {
        Over::Round => "flag-typical",
        Over::Own => "flag-typical-own",
    };
    let told = Message::new(key).with("scores", scores);
    t.tell(&told.with("typical", t.measured(typical, 1)))
}

fn apart(t: Locale, criterion: &Criterion, wide: &WideCriterion) -> String {
    let told = Message::new("flag-criterion")
        .with("criterion", criterion.name.get(t.language()))
        .with("low", i64::from(wide.lowest))
        .with("high", i64::from(wide.highest))
        .with("most", i64::from(criterion.most()));
    t.tell(&told)
}

/// Hundredths of a point: with one decimal where that says all.
fn points(t: Locale, hundredths: u32) -> String {
    match hundredths % 10 {
        0 => t.tenths(hundredths / 10),
        _ => t.measured(f64::from(hundredths) / 100.0, 2),
    }
}
