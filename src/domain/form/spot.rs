//! Where a part of a form stands. A place is spelled as [`Form::check`] spells
//! it, so that whoever is told of a problem is led to its part.

use super::{Form, Question, QuestionKind, QuizQuestion, Section};

/// Word before the codes of the quiz; no section may be called so.
pub const QUIZ: &str = "quiz";

/// The place of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    Quiz(String),
    Section(String),
    /// Section and question.
    Question(String, String),
    /// Section, question and column.
    Column(String, String, String),
}

/// What a part is one of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    Quiz,
    Sections,
    /// The questions of a section.
    Section(String),
    /// The columns of the rows of a section's question.
    Rows(String, String),
}

/// A part by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Quiz(QuizQuestion),
    Section(Section),
    /// A question or a column.
    Question(Question),
}

impl Part {
    /// Its code.
    pub fn code(&self) -> &str {
        match self {
            Self::Quiz(question) => &question.code,
            Self::Section(section) => &section.code,
            Self::Question(question) => &question.code,
        }
    }
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Quiz(code) => write!(f, "{QUIZ}.{code}"),
            Self::Section(code) => write!(f, "{code}"),
            Self::Question(section, code) => write!(f, "{section}.{code}"),
            Self::Column(section, rows, code) => write!(f, "{section}.{rows}.{code}"),
        }
    }
}

impl Spot {
    /// The place of a path.
    pub fn parse(path: &str) -> Option<Self> {
        let codes: Vec<&str> = path.split('.').collect();
        let own = |code: &str| code.to_owned();
        Some(match codes.as_slice() {
            [QUIZ, code] => Self::Quiz(own(code)),
            [code] if !code.is_empty() => Self::Section(own(code)),
            [section, code] => Self::Question(own(section), own(code)),
            [section, rows, code] => Self::Column(own(section), own(rows), own(code)),
            _ => return None,
        })
    }

    /// What the part is one of.
    pub fn home(&self) -> Home {
        match self {
            Self::Quiz(_) => Home::Quiz,
            Self::Section(_) => Home::Sections,
            Self::Question(section, _) => Home::Section(section.clone()),
            Self::Column(section, rows, _) => Home::Rows(section.clone(), rows.clone()),
        }
    }

    /// Its own code, the last of the path.
    pub fn code(&self) -> &str {
        match self {
            Self::Quiz(code)
            | Self::Section(code)
            | Self::Question(_, code)
            | Self::Column(_, _, code) => code,
        }
    }
}

impl std::fmt::Display for Home {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Quiz => write!(f, "{QUIZ}"),
            Self::Sections => Ok(()),
            Self::Section(section) => write!(f, "{section}"),
            Self::Rows(section, rows) => write!(f, "{section}.{rows}"),
        }
    }
}

impl Home {
    /// The home of a path.
    pub fn parse(path: &str) -> Option<Self> {
        match path {
            "" => Some(Self::Sections),
            QUIZ => Some(Self::Quiz),
            path => match Spot::parse(path)? {
                Spot::Section(section) => Some(Self::Section(section)),
                Spot::Question(section, rows) => Some(Self::Rows(section, rows)),
                Spot::Quiz(_) | Spot::Column(..) => None,
            },
        }
    }

    /// The place of a code in it.
    pub fn spot(&self, code: &str) -> Spot {
        let code = code.to_owned();
        match self.clone() {
            Self::Quiz => Spot::Quiz(code),
            Self::Sections => Spot::Section(code),
            Self::Section(section) => Spot::Question(section, code),
            Self::Rows(section, rows) => Spot::Column(section, rows, code),
        }
    }
}

impl Form {
    /// A part by its place.
    pub fn part(&self, spot: &Spot) -> Option<Part> {
        Some(match spot {
            Spot::Quiz(code) => Part::Quiz(self.quiz.iter().find(|one| one.code == *code)?.clone()),
            Spot::Section(code) => Part::Section(self.section(code)?.clone()),
            Spot::Question(section, code) => {
                Part::Question(self.section(section)?.question(code)?.clone())
            }
            Spot::Column(section, rows, code) => {
                let columns = self.section(section)?.question(rows)?.columns();
                Part::Question(columns.iter().find(|one| one.code == *code)?.clone())
            }
        })
    }

    /// Whether there is such a home.
    pub fn has(&self, home: &Home) -> bool {
        match home {
            Home::Quiz | Home::Sections => true,
            Home::Section(section) => self.section(section).is_some(),
            Home::Rows(section, rows) => self
                .section(section)
                .and_then(|section| section.question(rows))
                .is_some_and(|rows| matches!(rows.kind, QuestionKind::Rows { .. })),
        }
    }

    /// Tells one wording of a part from another, without the questions or columns
    /// in it: two people may change those at the same time.
    pub fn mark(&self, spot: &Spot) -> Option<String> {
        let mut part = self.part(spot)?;
        match &mut part {
            Part::Section(section) => section.questions.clear(),
            Part::Question(question) => {
                if let QuestionKind::Rows { columns, .. } = &mut question.kind {
                    columns.clear();
                }
            }
            Part::Quiz(_) => {}
        }
        Some(fingerprint(&format!("{part:?}")))
    }
}

/// Tells one wording from another.
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", fnv(text.as_bytes()))
}

/// FNV-1a: enough to notice a change that nobody tries to hide.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back_as_they_were() {
        for path in ["quiz.a", "a", "a.b", "a.b.c"] {
            assert_eq!(Spot::parse(path).unwrap().to_string(), path);
        }
        for path in ["", "a.b.c.d"] {
            assert_eq!(Spot::parse(path), None);
        }
        for path in ["", "quiz", "a", "a.b"] {
            assert_eq!(Home::parse(path).unwrap().to_string(), path);
        }
        assert_eq!(Home::parse("a.b.c"), None);
        let spot = Spot::parse("a.b.c").unwrap();
        assert_eq!(spot.home().spot("c"), spot);
    }
}
