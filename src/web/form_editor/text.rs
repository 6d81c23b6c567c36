//! Words for kinds, traits, places and differences of a form.

use crate::domain::form::{
    Aspect, Change, Difference, Form, Home, Published, Question, Section, Spot, Stage,
};
use crate::domain::{Message, Translated};
use crate::i18n::Locale;
use crate::web::ui::{Badge, Tone};

/// A kind of question by its code.
pub fn kind(t: Locale, code: &str) -> String {
    let key = match code {
        "short_text" => "form-kind-short-text",
        "long_text" => "form-kind-long-text",
        "number" => "form-kind-number",
        "money" => "form-kind-money",
        "date" => "form-kind-date",
        "place" => "form-kind-place",
        "yes_no" => "form-kind-yes-no",
        "choice" => "form-kind-choice",
        "choices" => "form-kind-choices",
        "rows" => "form-kind-rows",
        "files" => "form-kind-files",
        _ => "form-kind-declaration",
    };
    t.say(key)
}

/// A text for a reader; its code where nothing is written yet.
pub fn label(t: Locale, text: &Translated, code: &str) -> String {
    match text.get(t.language()) {
        "" => code.to_owned(),
        text => text.to_owned(),
    }
}

fn badge(text: String, tone: Tone) -> Badge {
    Badge { text, tone }
}

/// Badges of a section; of its stage only where the form has several.
pub fn section_traits(t: Locale, form: &Form, section: &Section) -> Vec<Badge> {
    let stage = match section.stage {
        Stage::Short => "form-stage-short",
        Stage::Full => "form-stage-full",
    };
    let mut badges = Vec::new();
    if form.is_staged() {
        badges.push(badge(t.say(stage), Tone::Info));
    }
    if section.profile {
        badges.push(badge(t.say("form-badge-profile"), Tone::Neutral));
    }
    badges.extend(untranslated(t, &section.title));
    badges
}

/// Badges of a question.
pub fn question_traits(t: Locale, question: &Question) -> Vec<Badge> {
    let traits = [
        (question.required, "form-badge-required", Tone::Neutral),
        (!question.reviewers, "form-badge-hidden", Tone::Info),
        (question.sensitive, "form-badge-sensitive", Tone::Warn),
    ];
    let traits = traits.into_iter().filter(|(holds, ..)| *holds);
    let mut badges: Vec<Badge> = traits
        .map(|(_, key, tone)| badge(t.say(key), tone))
        .collect();
    badges.extend(untranslated(t, &question.label));
    badges
}

/// In which languages a text is missing.
pub fn untranslated(t: Locale, text: &Translated) -> Option<Badge> {
    let languages = [
        ("English", &text.en),
        ("العربية", &text.ar),
        ("עברית", &text.he),
    ];
    let missing = languages
        .into_iter()
        .filter(|(_, own)| own.trim().is_empty());
    let missing: Vec<&str> = missing.map(|(name, _)| name).collect();
    (!missing.is_empty()).then(|| {
        let missing = missing.join(", ");
        badge(
            t.with("form-badge-untranslated", "languages", missing),
            Tone::Warn,
        )
    })
}

/// What a part is called in headings.
pub fn part(t: Locale, home: &Home) -> String {
    t.say(match home {
        Home::Quiz => "form-part-quiz",
        Home::Sections => "form-part-section",
        Home::Section(_) => "form-part-question",
        Home::Rows(..) => "form-part-column",
    })
}

/// The headings above a part: the section, and of a column its rows.
pub fn above(t: Locale, form: &Form, spot_or_home: &Home) -> String {
    let (section, rows) = match spot_or_home {
        Home::Quiz => return t.say("form-quiz"),
        Home::Sections => return t.say("form-title"),
        Home::Section(section) => (section, None),
        Home::Rows(section, rows) => (section, Some(rows)),
    };
    let title = |section: &Section| label(t, &section.title, &section.code);
    let mut names: Vec<String> = form.section(section).map(title).into_iter().collect();
    let rows = rows.and_then(|rows| form.section(section)?.question(rows));
    names.extend(rows.map(|rows| label(t, &rows.label, &rows.code)));
    names.join(" · ")
}

/// A difference in words.
pub struct ShownDifference {
    pub change: Badge,
    /// Section, question and so on.
    pub part: String,
    pub label: String,
    pub code: String,
    /// What of it differs.
    pub aspects: String,
}

/// A list of differences in words.
pub fn shown(t: Locale, differences: &[Difference]) -> Vec<ShownDifference> {
    let shown = |difference: &Difference| ShownDifference {
        change: change(t, &difference.change),
        part: part(t, &difference.spot.home()),
        label: label(t, &difference.label, difference.spot.code()),
        code: difference.spot.to_string(),
        aspects: aspects(t, &difference.change),
    };
    differences.iter().map(shown).collect()
}

fn change(t: Locale, change: &Change) -> Badge {
    let (key, tone) = match change {
        Change::Added => ("form-change-added", Tone::Good),
        Change::Removed => ("form-change-removed", Tone::Bad),
        Change::Changed(_) => ("form-change-changed", Tone::Info),
    };
    badge(t.say(key), tone)
}

fn aspects(t: Locale, change: &Change) -> String {
    let Change::Changed(aspects) = change else {
        return String::new();
    };
    let words: Vec<String> = aspects.iter().map(|one| aspect(t, *one)).collect();
    words.join(" · ")
}

fn aspect(t: Locale, aspect: Aspect) -> String {
    t.say(match aspect {
        Aspect::Label => "form-aspect-label",
        Aspect::Hint => "form-aspect-hint",
        Aspect::Kind => "form-aspect-kind",
        Aspect::Limit => "form-aspect-limit",
        Aspect::Options => "form-aspect-options",
        Aspect::Required => "form-aspect-required",
        Aspect::Reviewers => "form-aspect-reviewers",
        Aspect::Sensitive => "form-aspect-sensitive",
        Aspect::Condition => "form-aspect-condition",
        Aspect::Stage => "form-aspect-stage",
        Aspect::Profile => "form-aspect-profile",
        Aspect::Place => "form-aspect-place",
    })
}

/// What keeps a form from being published: where, and why.
pub struct ShownProblem {
    /// The part that it is about; none where it is the form itself.
    pub spot: Option<Spot>,
    pub label: String,
    pub text: String,
}

/// Everything that [`Published::check`] finds, with the words of the parts.
pub fn problems(t: Locale, form: &Form, published: &Published) -> Vec<ShownProblem> {
    let found = published.check(form).0.into_iter();
    found
        .map(|problem| {
            let spot = Spot::parse(&problem.field).filter(|spot| form.part(spot).is_some());
            let label = spot
                .as_ref()
                .map_or(String::new(), |spot| name(t, form, spot));
            ShownProblem {
                spot,
                label,
                text: t.tell(&problem.message),
            }
        })
        .collect()
}

/// The words of a part of a form.
pub fn name(t: Locale, form: &Form, spot: &Spot) -> String {
    use crate::domain::form::Part;
    let text = match form.part(spot) {
        Some(Part::Section(section)) => section.title,
        Some(Part::Question(question)) => question.label,
        Some(Part::Quiz(question)) => question.label,
        None => Translated::default(),
    };
    label(t, &text, spot.code())
}

/// "4 changes since version 2, not published yet", or that there are none.
pub fn state(t: Locale, changes: usize, version: i32) -> Badge {
    let number = i64::try_from(changes).unwrap_or(i64::MAX);
    if changes == 0 {
        return badge(t.with("form-published", "version", version), Tone::Good);
    }
    let text = Message::new("form-unpublished")
        .with("n", number)
        .with("version", i64::from(version));
    badge(t.tell(&text), Tone::Warn)
}
