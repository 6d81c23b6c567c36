//! What staff post about a part, as the texts that the domain reads.

use crate::domain::answers::Posted;
use crate::domain::form::typed::{OptionText, PartText, QuestionText, QuizText, SectionText};
use crate::domain::form::{Form, Home, Stage};
use crate::domain::wording::Typed;

/// The part of a home as posted.
pub fn part(home: &Home, posted: &Posted) -> PartText {
    match home {
        Home::Quiz => PartText::Quiz(quiz(posted)),
        Home::Sections => PartText::Section(section(posted)),
        Home::Section(_) | Home::Rows(..) => PartText::Question(question(posted)),
    }
}

fn own(posted: &Posted, name: &str) -> String {
    posted.first(name).to_owned()
}

fn ticked(posted: &Posted, name: &str) -> bool {
    posted.first(name) == "yes"
}

fn typed(posted: &Posted, name: &str) -> Typed {
    let one = |language: &str| own(posted, &format!("{name}_{language}"));
    Typed {
        en: one("en"),
        ar: one("ar"),
        he: one("he"),
    }
}

fn section(posted: &Posted) -> SectionText {
    SectionText {
        code: own(posted, "code"),
        title: typed(posted, "title"),
        intro: typed(posted, "intro"),
        full: posted.first("stage") == "full",
        profile: ticked(posted, "profile"),
    }
}

fn quiz(posted: &Posted) -> QuizText {
    QuizText {
        code: own(posted, "code"),
        label: typed(posted, "label"),
        hint: typed(posted, "hint"),
        options: options(posted),
    }
}

fn question(posted: &Posted) -> QuestionText {
    QuestionText {
        code: own(posted, "code"),
        kind: own(posted, "kind"),
        label: typed(posted, "label"),
        hint: typed(posted, "hint"),
        required: ticked(posted, "required"),
        hidden: ticked(posted, "hidden"),
        sensitive: ticked(posted, "sensitive"),
        decider: own(posted, "decider"),
        any_of: posted.all("any_of").to_vec(),
        most: own(posted, "most"),
        unit: own(posted, "unit"),
        min: own(posted, "min"),
        max: own(posted, "max"),
        own_currency: ticked(posted, "own_currency"),
        options: options(posted),
    }
}

/// The options as they stand on the page, changed by the button that was pressed:
/// one removed, one raised, or an empty one more; or by one that was dragged.
fn options(posted: &Posted) -> Vec<OptionText> {
    let option = |number: u32| {
        let name = |part: &str| format!("option.{number}.{part}");
        OptionText {
            number,
            code: own(posted, &name("code")),
            label: typed(posted, &name("label")),
            refusal: typed(posted, &name("refusal")),
        }
    };
    let pressed = |button: &str| posted.first(button).parse::<u32>().ok();
    let mut numbers = posted.row_numbers("option");
    if let Some(removed) = pressed("remove") {
        numbers.retain(|number| *number != removed);
    }
    let raised = pressed("raise");
    if let Some(at) = numbers.iter().position(|number| Some(*number) == raised)
        && at > 0
    {
        numbers.swap(at - 1, at);
    }
    let dragged = posted.first("place").strip_prefix("option.");
    let dragged = dragged.and_then(|number| number.parse::<u32>().ok());
    if let Some(from) = numbers.iter().position(|number| Some(*number) == dragged) {
        let moved = numbers.remove(from);
        let before = pressed("before");
        let to = numbers.iter().position(|number| Some(*number) == before);
        numbers.insert(to.unwrap_or(numbers.len()), moved);
    }
    let mut options: Vec<OptionText> = numbers.into_iter().map(option).collect();
    if posted.is_filled("add") {
        options.push(OptionText::default());
    }
    // Numbered as they stand, so that the order is posted again.
    for (option, number) in options.iter_mut().zip(0..) {
        option.number = number;
    }
    options
}

/// Whether a button was pressed that only changes what the page shows.
pub fn only_shows(posted: &Posted) -> bool {
    ["add", "remove", "raise", "place", "show"]
        .iter()
        .any(|button| posted.is_filled(button))
}

/// An empty part.
pub fn blank(form: &Form, home: &Home) -> PartText {
    let options = || {
        vec![
            OptionText::default(),
            OptionText {
                number: 1,
                ..OptionText::default()
            },
        ]
    };
    match home {
        Home::Sections => PartText::Section(SectionText {
            // It stands last, and the full form's sections stand after the short one's.
            full: form.sections.last().map(|last| last.stage) == Some(Stage::Full),
            ..SectionText::default()
        }),
        Home::Quiz => PartText::Quiz(QuizText {
            options: options(),
            ..QuizText::default()
        }),
        Home::Section(_) | Home::Rows(..) => PartText::Question(QuestionText {
            kind: "short_text".to_owned(),
            most: "150".to_owned(),
            unit: "words".to_owned(),
            required: true,
            options: options(),
            ..QuestionText::default()
        }),
    }
}
