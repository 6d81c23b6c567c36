//! Reviewing without knowing who applies: what is cut from a form, and how known
//! names are covered in texts. What a document itself says, nobody can cover.

use super::FileId;
use super::answers::{Answer, Answers};
use super::file::FileKind;
use super::form::Form;

/// Fewest characters of a name that is covered; shorter ones are in every text.
const SHORTEST: usize = 3;

/// Covers the names of an applicant and its people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mask {
    /// In small letters, the longest first.
    names: Vec<Vec<char>>,
    stand_in: String,
}

impl Mask {
    /// Covers these names by a word that stands in for each.
    pub fn new(names: impl IntoIterator<Item = String>, stand_in: String) -> Self {
        let folded = names.into_iter().map(|name| fold(name.trim()));
        let mut names: Vec<Vec<char>> = folded.filter(|name| name.len() >= SHORTEST).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { names, stand_in }
    }

    /// A text without the names, however their letters are cased.
    pub fn text(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let folded: Vec<char> = letters.iter().copied().map(small).collect();
        let (mut out, mut at) = (String::with_capacity(text.len()), 0);
        while let Some(letter) = letters.get(at) {
            if let Some(length) = self.covered(&folded, at) {
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
    fn covered(&self, folded: &[char], at: usize) -> Option<usize> {
        let rest = folded.get(at..)?;
        let fits = |name: &&Vec<char>| rest.starts_with(name) && is_whole(folded, at, name);
        self.names.iter().find(fits).map(Vec::len)
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
