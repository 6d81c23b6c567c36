//! Reviewing without knowing who applies: what is cut from a form, and how known
//! names are covered in texts. What a document itself says, nobody can cover.

use super::FileId;
use super::answers::{Answer, Answers};
use super::file::FileKind;
use super::form::Form;
use super::names::short;

/// Fewest characters of a name that is covered; shorter ones are in every text.
const SHORTEST: usize = 3;

/// Small words that Arabic and Hebrew write together with the next one.
const JOINED: &str = "وفبلكساובלהמשכ";

/// Covers the names of an applicant and its people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mask {
    /// The longest first.
    names: Vec<Name>,
    stand_in: String,
}

/// A name in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    letters: Vec<char>,
    /// What somebody is called for short. It may be a word of the language too, so it
    /// is covered only where it stands alone and, in Latin letters, begins with a
    /// capital.
    short: bool,
}

impl Name {
    fn of(text: &str, short: bool) -> Self {
        let letters = fold(text.trim());
        Self { letters, short }
    }

    /// Whether a text says it at a place.
    fn stands(&self, letters: &[char], folded: &[char], at: usize) -> bool {
        let said = folded.get(at..);
        if !said.is_some_and(|said| said.starts_with(&self.letters)) {
            return false;
        }
        if self.short {
            let small = letters.get(at).is_some_and(|one| one.is_lowercase());
            !small && is_alone(folded, at, self.letters.len())
        } else {
            is_whole(folded, at, &self.letters)
        }
    }
}

impl Mask {
    /// Covers these names, and what they are called for short, by a word that stands in
    /// for each.
    pub fn new(names: impl IntoIterator<Item = String>, stand_in: String) -> Self {
        let both = names.into_iter().flat_map(|name| {
            let shorter = short(&name).into_iter();
            let mut all: Vec<Name> = shorter.map(|one| Name::of(&one, true)).collect();
            all.push(Name::of(&name, false));
            all
        });
        let mut names: Vec<Name> = both.filter(|one| one.letters.len() >= SHORTEST).collect();
        names.sort_by_key(|one| std::cmp::Reverse(one.letters.len()));
        Self { names, stand_in }
    }

    /// A text without the names, however their letters are cased.
    pub fn text(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let folded: Vec<char> = letters.iter().copied().map(small).collect();
        let (mut out, mut at) = (String::with_capacity(text.len()), 0);
        while let Some(letter) = letters.get(at) {
            if let Some(length) = self.covered(&letters, &folded, at) {
                out.push_str(&self.stand_in);
                at += length;
            } else {
                out.push(*letter);
                at += 1;
            }
        }
        out
    }

    /// How much of the text a name covers from here on.
    fn covered(&self, letters: &[char], folded: &[char], at: usize) -> Option<usize> {
        let mut names = self.names.iter();
        let found = names.find(|name| name.stands(letters, folded, at));
        found.map(|name| name.letters.len())
    }

    /// Answers with covered texts; `file` names the files, from 1 on.
    #[must_use]
    pub fn answers(&self, answers: &Answers, file: &dyn Fn(usize) -> String) -> Answers {
        let numbered = files(answers);
        let named = |id: FileId| numbered.iter().position(|one| *one == id).unwrap_or(0) + 1;
        let covered = |(code, answer): (&String, &Answer)| {
            let answer = self.answer(answer, &|id| file(named(id)));
            (code.clone(), answer)
        };
        Answers(answers.0.iter().map(covered).collect())
    }

    fn answer(&self, answer: &Answer, file: &dyn Fn(FileId) -> String) -> Answer {
        match answer {
            Answer::Text(text) => Answer::Text(self.text(text)),
            Answer::Rows(rows) => {
                let cell =
                    |(code, cell): (&String, &Answer)| (code.clone(), self.answer(cell, file));
                let rows = rows.iter().map(|row| row.iter().map(cell).collect());
                Answer::Rows(rows.collect())
            }
            Answer::Place(place) => {
                let mut place = place.clone();
                place.locality = self.text(&place.locality);
                Answer::Place(place)
            }
            Answer::Files(files) => {
                let mut files = files.clone();
                for one in &mut files {
                    one.name = file(one.id);
                }
                Answer::Files(files)
            }
            Answer::Number(_)
            | Answer::Money(_)
            | Answer::Day(_)
            | Answer::YesNo(_)
            | Answer::Choice(_)
            | Answer::Choices(_)
            | Answer::Declared => answer.clone(),
        }
    }
}

/// The files among answers in the order in which they are numbered.
pub fn files(answers: &Answers) -> Vec<FileId> {
    let of_one = answers.0.values().filter_map(|answer| match answer {
        Answer::Files(files) => Some(files),
        _ => None,
    });
    of_one.flatten().map(|file| file.id).collect()
}

/// A form without its sections about the organisation.
#[must_use]
pub fn without_profile(mut form: Form) -> Form {
    form.sections.retain(|section| !section.profile);
    form
}

/// Answers without those of the sections about the organisation.
#[must_use]
pub fn outside_profile(form: &Form, mut answers: Answers) -> Answers {
    let sections = form.sections.iter().filter(|section| section.profile);
    for question in sections.flat_map(|section| &section.questions) {
        answers.0.remove(&question.code);
    }
    answers
}

/// What a file is called instead of its own name.
pub fn file_name(number: usize, kind: FileKind) -> String {
    format!("file-{number}.{}", kind.extension())
}

/// A name in Latin letters stands alone; in Arabic and Hebrew small words are
/// written together with it.
fn is_whole(folded: &[char], at: usize, name: &[char]) -> bool {
    let latin = |letter: Option<&char>| letter.is_some_and(char::is_ascii_alphanumeric);
    let before = at.checked_sub(1).and_then(|before| folded.get(before));
    let opens = !(latin(name.first()) && latin(before));
    let closes = !(latin(name.last()) && latin(folded.get(at + name.len())));
    opens && closes
}

/// Whether what stands there is no part of a longer word, small words before it apart.
fn is_alone(folded: &[char], at: usize, length: usize) -> bool {
    let in_word = |letter: &&char| letter.is_alphanumeric();
    let mut before = folded.iter().take(at).rev().take_while(in_word);
    let joined = before.clone().count() <= 3 && before.all(|one| JOINED.contains(*one));
    let after = folded.get(at + length);
    joined && !after.is_some_and(|one| one.is_alphanumeric())
}

fn fold(text: &str) -> Vec<char> {
    text.chars().map(small).collect()
}

/// One small letter for each letter, so that places stay the same.
fn small(letter: char) -> char {
    let mut small = letter.to_lowercase();
    small.next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers::FileRef;
    use proptest::prelude::*;

    fn mask(names: &[&str]) -> Mask {
        let names = names.iter().map(|name| (*name).to_owned());
        Mask::new(names, "[applicant]".to_owned())
    }

    #[test]
    fn names_are_covered_in_every_script() {
        let mask = mask(&["Al-Manara", "Al-Manara Centre", "المنارة", "hope", "", "of"]);
        let covered = [
            ("AL-MANARA CENTRE writes", "[applicant] writes"),
            ("with al-manara's staff", "with [applicant]'s staff"),
            ("hopeful of hope", "hopeful of [applicant]"),
            ("كتبت لالمنارة أمس", "كتبت ل[applicant] أمس"),
            ("", ""),
        ];
        for (text, expected) in covered {
            assert_eq!(mask.text(text), expected);
        }
    }

    #[test]
    fn what_they_are_called_for_short_is_covered_where_it_stands_alone() {
        let mask = mask(&[
            "Harf – Press Freedom Company",
            "ممر – جمعية حقوق ذوي الإعاقة",
            "Mamarr Disability Rights Association",
            "Al Waha Center",
            "The Right to the Square",
        ]);
        let covered = [
            (
                "Harf's reporters; HARF writes",
                "[applicant]'s reporters; [applicant] writes",
            ),
            ("Harfield, and half of harf", "Harfield, and half of harf"),
            ("Mamarr is led by women.", "[applicant] is led by women."),
            ("with Al Waha in Haifa", "with [applicant] in Haifa"),
            ("The rights of all", "The rights of all"),
            (
                "تعمل ممر منذ سنة، ولممر فرع",
                "تعمل [applicant] منذ سنة، ول[applicant] فرع",
            ),
            ("ممرضة في الممرات", "ممرضة في الممرات"),
        ];
        for (text, expected) in covered {
            assert_eq!(mask.text(text), expected);
        }
    }

    #[test]
    fn files_are_numbered_and_cells_covered() {
        let id = |n: u32| FileId::parse(&format!("00000000-0000-7000-8000-{n:012}")).unwrap();
        let file = |n| FileRef {
            id: id(n),
            name: "al-manara.pdf".to_owned(),
            size: 1,
            sha256: String::new(),
        };
        let row = [("who".to_owned(), Answer::Text("Al-Manara".to_owned()))];
        let answers = Answers(
            [
                ("a".to_owned(), Answer::Files(vec![file(7), file(3)])),
                ("b".to_owned(), Answer::Files(vec![file(5)])),
                (
                    "c".to_owned(),
                    Answer::Rows(vec![row.into_iter().collect()]),
                ),
                ("d".to_owned(), Answer::Number(4)),
            ]
            .into(),
        );
        assert_eq!(files(&answers), [id(7), id(3), id(5)]);
        let covered = mask(&["al-manara"]).answers(&answers, &|n| format!("File {n}"));
        let told = format!("{covered:?}");
        assert!(!told.to_lowercase().contains("manara"));
        assert!(told.contains("File 1") && told.contains("File 3"));
        assert_eq!(covered.get("d"), Some(&Answer::Number(4)));
    }

    proptest! {
        #[test]
        fn a_name_between_blanks_never_stays(before in "[a-zא-ת ]{0,9}", after in "\\PC{0,9}") {
            let text = format!("{before} Beit Tikva {after}");
            prop_assert!(!mask(&["beit tikva"]).text(&text).contains("Beit Tikva"));
        }

        #[test]
        fn without_names_a_text_stays(text in "\\PC{0,30}") {
            prop_assert_eq!(mask(&[]).text(&text), text);
        }
    }
}
