//! Texts that staff type in three languages, English first.

use super::numerals::{many_lines, one_line};
use super::{Message, Problems, Translated};

/// A text as typed: English, Arabic, Hebrew.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    pub en: String,
    pub ar: String,
    pub he: String,
}

impl Typed {
    /// A kept text, to be typed over.
    pub fn of(text: &Translated) -> Self {
        Self {
            en: text.en.clone(),
            ar: text.ar.clone(),
            he: text.he.clone(),
        }
    }

    /// As one line each; English is needed. Fields are `NAME_en` and so on.
    pub fn line(&self, problems: &mut Problems, name: &str, most: usize) -> Translated {
        self.read(problems, name, most, one_line)
    }

    /// As several lines each; English is needed.
    pub fn lines(&self, problems: &mut Problems, name: &str, most: usize) -> Translated {
        self.read(problems, name, most, many_lines)
    }

    fn read(
        &self,
        problems: &mut Problems,
        name: &str,
        most: usize,
        clean: fn(&str) -> String,
    ) -> Translated {
        let mut one = |text: &str, language: &str| {
            let text = clean(text);
            if text.is_empty() && language == "en" {
                problems.add(format!("{name}_en"), Message::new("error-required"));
            }
            if text.chars().count() > most {
                let most = i64::try_from(most).unwrap_or(i64::MAX);
                let message = Message::new("error-too-long").with("most", most);
                problems.add(format!("{name}_{language}"), message);
            }
            text
        };
        Translated {
            en: one(&self.en, "en"),
            ar: one(&self.ar, "ar"),
            he: one(&self.he, "he"),
        }
    }
}

/// Fewest characters of a name in URLs that staff choose.
const SLUG_LEAST: usize = 3;
/// Names that mean something else in addresses.
const RESERVED: [&str; 2] = ["new", "edit"];

/// The name in URLs: as typed, or made of the title when nothing was typed.
pub fn read_slug(typed: &str, title: &str) -> Result<String, Message> {
    let typed = typed.trim();
    let slug = if typed.is_empty() {
        suggest_slug(title)
    } else {
        typed.to_owned()
    };
    let fit = super::programme::is_slug(&slug)
        && slug.len() >= SLUG_LEAST
        && !RESERVED.contains(&slug.as_str());
    if fit {
        Ok(slug)
    } else {
        Err(Message::new("error-slug"))
    }
}

/// Letters and digits of a title in small, everything else as single hyphens.
fn suggest_slug(title: &str) -> String {
    let folded = title.to_lowercase();
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let mut slug = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        if slug.len() + word.len() + 1 > 60 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_the_title() {
        let read = |typed, title| read_slug(typed, title).map_err(|message| message.key);
        assert_eq!(
            read("", "Rapid response: winter 2026!"),
            Ok("rapid-response-winter-2026".to_owned())
        );
        assert_eq!(read(" spring-call ", "x"), Ok("spring-call".to_owned()));
        for wrong in ["new", "Two Words", "ab", "-a-b", "a/b/c"] {
            assert_eq!(read(wrong, "Fine title"), Err("error-slug"), "{wrong}");
        }
        assert_eq!(read("", "منح"), Err("error-slug"));
        assert_eq!(suggest_slug(&"word ".repeat(40)).len(), 59);
    }

    #[test]
    fn english_is_needed() {
        let mut problems = Problems::default();
        let typed = Typed {
            ar: "  نص ".to_owned(),
            he: "x".repeat(9),
            ..Typed::default()
        };
        let text = typed.line(&mut problems, "title", 8);
        assert_eq!(text.ar, "نص");
        let fields: Vec<String> = problems.0.into_iter().map(|p| p.field).collect();
        assert_eq!(fields, ["title_en", "title_he"]);
    }
}
