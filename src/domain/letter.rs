//! Letters about decisions: texts with placeholders that a programme writes, and what
//! they say about one application. Knows no mail.

use super::decision::Outcome;
use super::numerals::{many_lines, one_line};
use super::{Message, Problems};

/// Most characters of a subject and of a body as written.
pub const SUBJECT_MOST: usize = 150;
pub const BODY_MOST: usize = 4000;

/// Outcomes that are told by a letter; a referral back is not.
pub const TOLD: [Outcome; 3] = [Outcome::Award, Outcome::Reserve, Outcome::Decline];

/// What stands in for something of the application, written in square brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    Organisation,
    Title,
    Reference,
    Round,
    Programme,
    /// Empty but for an award, like the next two.
    Amount,
    FundingType,
    /// One a line, numbered.
    Conditions,
    /// Why it was declined; empty otherwise.
    Reason,
    /// As the panel wrote it; may be empty.
    Feedback,
    /// Where the application is read.
    Link,
}

impl Placeholder {
    /// Every placeholder.
    pub const ALL: [Self; 11] = [
        Self::Organisation,
        Self::Title,
        Self::Reference,
        Self::Round,
        Self::Programme,
        Self::Amount,
        Self::FundingType,
        Self::Conditions,
        Self::Reason,
        Self::Feedback,
        Self::Link,
    ];

    /// As it is written between the brackets, in every language.
    pub fn code(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Title => "title",
            Self::Reference => "reference",
            Self::Round => "round",
            Self::Programme => "programme",
            Self::Amount => "amount",
            Self::FundingType => "funding_type",
            Self::Conditions => "conditions",
            Self::Reason => "reason",
            Self::Feedback => "feedback",
            Self::Link => "link",
        }
    }

    /// The placeholder of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code.trim())
    }
}

/// Subject and body, with placeholders or filled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterText {
    pub subject: String,
    pub body: String,
}

/// A part of a text.
enum Part<'a> {
    Words(&'a str),
    /// What stands in brackets, without them.
    Bracket(&'a str),
}

/// Words and brackets in turn; a bracket that is not closed is words.
fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some(start) = rest.find('[') {
        let Some(length) = rest[start..].find(']') else {
            break;
        };
        parts.push(Part::Words(&rest[..start]));
        parts.push(Part::Bracket(&rest[start + 1..start + length]));
        rest = &rest[start + length + 1..];
    }
    parts.push(Part::Words(rest));
    parts
}

/// What stands in brackets and is no placeholder, in order.
pub fn unknown(text: &str) -> Vec<&str> {
    let all = parts(text).into_iter();
    all.filter_map(|part| match part {
        Part::Bracket(name) if Placeholder::from_code(name).is_none() => Some(name),
        Part::Bracket(_) | Part::Words(_) => None,
    })
    .collect()
}

/// Reads a letter as written. Fields are `subject` and `body`: both are needed, of
/// limited length, and every bracket is a known placeholder.
pub fn read(subject: &str, body: &str) -> Result<LetterText, Problems> {
    let mut problems = Problems::default();
    let mut check = |field: &str, text: String, most: usize| {
        if text.is_empty() {
            problems.add(field, Message::new("error-required"));
        }
        if text.chars().count() > most {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            problems.add(field, Message::new("error-too-long").with("most", most));
        }
        if let Some(name) = unknown(&text).first() {
            let name: String = name.chars().take(40).collect();
            let message = Message::new("error-placeholder").with("name", name);
            problems.add(field, message);
        }
        text
    };
    let text = LetterText {
        subject: check("subject", one_line(subject), SUBJECT_MOST),
        body: check("body", many_lines(body), BODY_MOST),
    };
    if problems.is_empty() {
        Ok(text)
    } else {
        Err(problems)
    }
}

impl LetterText {
    /// The letter with the values in the places of their placeholders. A paragraph
    /// whose placeholders are all empty is left out. What is filled in is never read
    /// as a placeholder itself.
    pub fn filled(&self, value: impl Fn(Placeholder) -> String) -> Self {
        let paragraphs = self.body.split("\n\n");
        let paragraphs: Vec<String> = paragraphs.filter_map(|one| fill(one, &value)).collect();
        Self {
            subject: one_line(&fill(&self.subject, &value).unwrap_or_default()),
            body: paragraphs.join("\n\n"),
        }
    }
}

/// A paragraph filled; nothing where it holds placeholders and each is empty.
fn fill(text: &str, value: &impl Fn(Placeholder) -> String) -> Option<String> {
    let (mut out, mut asked, mut found) = (String::new(), false, false);
    for part in parts(text) {
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Bracket(name) => {
                let filled = Placeholder::from_code(name).map(value).unwrap_or_default();
                (asked, found) = (true, found || !filled.is_empty());
                out.push_str(&filled);
            }
        }
    }
    (!asked || found).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(one: Placeholder) -> String {
        match one {
            Placeholder::Title => "Legal [link] aid".to_owned(),
            Placeholder::Amount => "USD 20,000".to_owned(),
            _ => String::new(),
        }
    }

    fn letter(body: &str) -> String {
        let text = LetterText {
            subject: "[title]".to_owned(),
            body: body.to_owned(),
        };
        text.filled(value).body
    }

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(
            letter("“[title]” gets [ amount ].\n\nYours"),
            "“Legal [link] aid” gets USD 20,000.\n\nYours"
        );
    }

    #[test]
    fn a_paragraph_with_nothing_to_say_is_left_out() {
        assert_eq!(
            letter("Dear all\n\nConditions:\n[conditions]\n\n[feedback][reason]\n\nYours"),
            "Dear all\n\nYours"
        );
        assert_eq!(letter("[feedback] of [title]"), " of Legal [link] aid");
    }

    #[test]
    fn unknown_brackets_are_named_by_field() {
        assert_eq!(unknown("[title] [Title] [sum] [open"), ["Title", "sum"]);
        let problems = read("[sum]", "").unwrap_err();
        let found: Vec<(&str, &str)> = problems
            .0
            .iter()
            .map(|one| (one.field.as_str(), one.message.key))
            .collect();
        let expected = [("subject", "error-placeholder"), ("body", "error-required")];
        assert_eq!(found, expected);
        assert!(read("News of [reference]", "[organisation], [link]").is_ok());
    }

    proptest! {
        #[test]
        fn words_without_brackets_stay_as_they_are(text in "[^\\[\\]]{0,80}") {
            prop_assert_eq!(letter(&text), text);
        }

        #[test]
        fn any_text_is_filled_without_a_panic(text in "\\PC{0,80}") {
            letter(&text);
            unknown(&text);
        }
    }
}
