//! Words for kinds, scales and differences of rubrics.

use crate::domain::difference::{Piece, words};
use crate::domain::rubric::{
    Aspect, Change, Class, CriterionDraft, CriterionKind, Difference, RubricDraft,
};
use crate::domain::{Language, Message, Translated};
use crate::i18n::Locale;
use crate::web::record::{Paragraph, shown_piece};
use crate::web::ui::{Badge, Tone};

/// A text for a reader; its code where nothing is written yet.
pub fn label(t: Locale, text: &Translated, code: &str) -> String {
    match text.get(t.language()) {
        "" => code.to_owned(),
        text => text.to_owned(),
    }
}

fn badge(t: Locale, key: &str, tone: Tone) -> Badge {
    Badge {
        text: t.say(key),
        tone,
    }
}

/// What a criterion speaks for.
pub fn kind(t: Locale, kind: CriterionKind) -> Badge {
    match kind {
        CriterionKind::Merit => badge(t, "round-admin-merit", Tone::Info),
        CriterionKind::Priority => badge(t, "round-admin-priority", Tone::Warn),
        CriterionKind::Gate => badge(t, "rubric-kind-gate", Tone::Bad),
    }
}

/// "25 % of the score", or that it is no part of it.
pub fn weight(t: Locale, weight: u32) -> String {
    match weight {
        0 => t.say("rubric-no-weight"),
        weight => t.with("round-admin-weight", "percent", weight),
    }
}

/// "0–5".
pub fn scale(t: Locale, most: u8) -> String {
    t.with("rubric-scale", "most", i64::from(most))
}

/// Kind, gate and whether reasons are asked for.
pub fn traits(t: Locale, criterion: &CriterionDraft) -> Vec<Badge> {
    let gate = criterion.gate && criterion.kind != CriterionKind::Gate;
    let gate = gate.then(|| badge(t, "round-admin-gate", Tone::Bad));
    let free = !criterion.justified;
    let free = free.then(|| badge(t, "rubric-reason-free", Tone::Neutral));
    let kind = [kind(t, criterion.kind)].into_iter();
    kind.chain(gate).chain(free).collect()
}

/// A difference in words.
pub struct ShownDifference {
    pub change: Badge,
    pub name: String,
    pub code: String,
    /// What of it differs, in words.
    pub aspects: Vec<String>,
    /// Texts that read otherwise: what they are, and what came and went.
    pub texts: Vec<(String, Vec<Paragraph>)>,
}

/// Differences between two rubrics in words.
pub fn shown(
    t: Locale,
    (before, after): (&RubricDraft, &RubricDraft),
    differences: &[Difference],
) -> Vec<ShownDifference> {
    let shown = |difference: &Difference| {
        let code = &difference.code;
        let both = before.criterion(code).zip(after.criterion(code));
        ShownDifference {
            change: class(t, difference.class()),
            name: label(t, &difference.name, code),
            code: code.clone(),
            aspects: aspects(t, &difference.change, both),
            texts: both.map_or(Vec::new(), |both| texts(t, both)),
        }
    };
    differences.iter().map(shown).collect()
}

fn class(t: Locale, class: Class) -> Badge {
    match class {
        Class::Words => badge(t, "rubric-class-words", Tone::Neutral),
        Class::Weight => badge(t, "rubric-class-weight", Tone::Info),
        Class::Scale => badge(t, "rubric-class-scale", Tone::Warn),
        Class::New => badge(t, "rubric-class-new", Tone::Good),
        Class::Gone => badge(t, "rubric-class-gone", Tone::Bad),
    }
}

fn aspects(
    t: Locale,
    change: &Change,
    both: Option<(&CriterionDraft, &CriterionDraft)>,
) -> Vec<String> {
    let (Change::Changed(aspects), Some((before, after))) = (change, both) else {
        return Vec::new();
    };
    aspects
        .iter()
        .map(|one| aspect(t, *one, before, after))
        .collect()
}

fn aspect(t: Locale, aspect: Aspect, before: &CriterionDraft, after: &CriterionDraft) -> String {
    let from_to = |key: &'static str, from: String, to: String| {
        t.tell(&Message::new(key).with("from", from).with("to", to))
    };
    let number = |weight: u32| t.number(weight.into());
    match aspect {
        Aspect::Name => t.say("rubric-aspect-name"),
        Aspect::Guidance => t.say("rubric-aspect-guidance"),
        Aspect::Kind => {
            let (from, to) = (kind(t, before.kind), kind(t, after.kind));
            from_to("rubric-aspect-kind", from.text, to.text)
        }
        Aspect::Gate if after.gate => t.say("rubric-aspect-gate"),
        Aspect::Gate => t.say("rubric-aspect-no-gate"),
        Aspect::Weight => {
            let (from, to) = (number(before.weight), number(after.weight));
            from_to("rubric-aspect-weight", from, to)
        }
        Aspect::Scale => {
            let (from, to) = (scale(t, before.most()), scale(t, after.most()));
            from_to("rubric-aspect-scale", from, to)
        }
        Aspect::Anchors => t.say("rubric-aspect-anchors"),
        Aspect::Justification if after.justified => t.say("rubric-aspect-reason"),
        Aspect::Justification => t.say("rubric-aspect-no-reason"),
        Aspect::Evidence => t.say("rubric-aspect-evidence"),
        Aspect::Place => t.say("rubric-aspect-place"),
    }
}

/// Every text that reads otherwise, in the languages in which it does.
fn texts(
    t: Locale,
    (before, after): (&CriterionDraft, &CriterionDraft),
) -> Vec<(String, Vec<Paragraph>)> {
    let mut found = Vec::new();
    let mut note = |what: &str, old: &Translated, new: &Translated| {
        for (language, old, new) in each(old, new) {
            if old != new {
                let name = in_language(t, what, language);
                let pieces = words(old, new);
                let pieces = pieces.iter().filter(|piece| !is_blank(piece));
                found.push((name, vec![pieces.map(shown_piece).collect()]));
            }
        }
    };
    note(&t.say("rubric-field-name"), &before.name, &after.name);
    let what = t.say("rubric-field-guidance");
    note(&what, &before.guidance, &after.guidance);
    let none = Translated::default();
    for at in 0..before.anchors.len().max(after.anchors.len()) {
        let of = |criterion: &CriterionDraft| criterion.anchors.get(at).cloned();
        let (old, new) = (of(before), of(after));
        let what = t.with("rubric-point", "n", at as i64);
        note(
            &what,
            old.as_ref().unwrap_or(&none),
            new.as_ref().unwrap_or(&none),
        );
    }
    found
}

fn each<'a>(old: &'a Translated, new: &'a Translated) -> [(Language, &'a str, &'a str); 3] {
    [
        (Language::English, &old.en, &new.en),
        (Language::Arabic, &old.ar, &new.ar),
        (Language::Hebrew, &old.he, &new.he),
    ]
}

fn is_blank(piece: &Piece) -> bool {
    let (Piece::Same(text) | Piece::Removed(text) | Piece::Added(text)) = piece;
    text.is_empty()
}

/// "Name (العربية)".
pub fn in_language(t: Locale, what: &str, language: Language) -> String {
    let words = Message::new("form-in-language")
        .with("what", what)
        .with("language", language.own_name());
    t.tell(&words)
}

/// What keeps a rubric from being published: the code of the criterion that it is
/// about, its name, and why.
pub struct ShownProblem {
    pub code: Option<String>,
    pub label: String,
    pub text: String,
}

/// Everything that [`RubricDraft::check`] finds.
pub fn problems(t: Locale, rubric: &RubricDraft) -> Vec<ShownProblem> {
    let found = rubric.check().0.into_iter();
    let shown = found.map(|problem| {
        let number = problem.field.split('.').nth(1);
        let number = number.and_then(|n| n.parse::<usize>().ok());
        let of = number.and_then(|number| rubric.criteria.get(number));
        ShownProblem {
            code: of.map(|one| one.code.clone()),
            label: of.map_or(String::new(), |one| label(t, &one.name, &one.code)),
            text: t.tell(&problem.message),
        }
    });
    shown.collect()
}

/// "4 changes since version 2, not published yet", or that there are none.
pub fn state(t: Locale, changes: usize, version: i32) -> Badge {
    if changes == 0 {
        return Badge {
            text: t.with("form-published", "version", version),
            tone: Tone::Good,
        };
    }
    let text = Message::new("form-unpublished")
        .with("n", i64::try_from(changes).unwrap_or(i64::MAX))
        .with("version", i64::from(version));
    Badge {
        text: t.tell(&text),
        tone: Tone::Warn,
    }
}
