//! Whose names are screened: the organisation, who leads it, who signs for it, whose
//! account it is and at which bank, its fiscal sponsor and who leads that. One person in
//! several roles is one bearer.

use std::collections::BTreeMap;

use crate::domain::answers::{Answer, Answers, Row};
use crate::domain::names::{Kind, folded};

/// What somebody is to the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Organisation,
    FormerName,
    Sponsor,
    /// Leads or signs for the fiscal sponsor.
    SponsorPeople,
    Board,
    Signatory,
    /// In whose name the bank account is.
    Holder,
    /// Where it is.
    Bank,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 8] = [
        Self::Organisation,
        Self::FormerName,
        Self::Sponsor,
        Self::SponsorPeople,
        Self::Board,
        Self::Signatory,
        Self::Holder,
        Self::Bank,
    ];

    /// Kept code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::FormerName => "former_name",
            Self::Sponsor => "sponsor",
            Self::SponsorPeople => "sponsor_people",
            Self::Board => "board",
            Self::Signatory => "signatory",
            Self::Holder => "holder",
            Self::Bank => "bank",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A person or an organisation with every spelling of the name that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// Nothing where it could be either.
    pub kind: Option<Kind>,
    /// In order, each once.
    pub roles: Vec<Role>,
    /// Never empty, none of them blank.
    pub spellings: Vec<String>,
}

impl Bearer {
    /// A bearer of these spellings; nothing when all are blank.
    pub fn new<'a>(
        kind: Option<Kind>,
        role: Role,
        spellings: impl IntoIterator<Item = &'a str>,
    ) -> Option<Self> {
        let mut kept: Vec<String> = Vec::new();
        for one in spellings {
            let one = one.trim();
            if one.chars().any(char::is_alphanumeric) && !kept.iter().any(|known| known == one) {
                kept.push(one.to_owned());
            }
        }
        (!kept.is_empty()).then(|| Self {
            kind,
            roles: vec![role],
            spellings: kept,
        })
    }

    /// The record as far as it is compared: two are the same if these are.
    pub fn text(&self) -> String {
        let mut spellings = self.spellings.clone();
        spellings.sort();
        let kind = match self.kind {
            Some(Kind::Person) => "person",
            Some(Kind::Organisation) => "organisation",
            Some(Kind::Other) | None => "any",
        };
        format!("{kind}\u{1E}{}", spellings.join("\u{1F}"))
    }

    /// Its spellings as one name with several readings.
    pub fn name(&self) -> String {
        self.spellings.join(" ; ")
    }
}

/// The rows that name people, and the columns with their names.
const PEOPLE: [(&str, Role); 2] = [("board", Role::Board), ("signatories", Role::Signatory)];
const NAMES: [&str; 2] = ["name", "name_original"];
/// Former names of the organisation, separated as people do.
const FORMER: &str = "former_names";
const HOLDER: &str = "bank_holder";
/// More words than this are an explanation and no name.
const HOLDER_WORDS: usize = 8;

/// The bearers that answers name, as the default form asks for them. Other forms that
/// ask under the same codes are read likewise.
pub fn bearers_of_answers(answers: &Answers) -> Vec<Bearer> {
    let mut found = Vec::new();
    for (question, role) in PEOPLE {
        let rows = answers.rows(question).iter();
        found.extend(rows.filter_map(|row| {
            let names = NAMES.iter().map(|column| cell(row, column));
            Bearer::new(Some(Kind::Person), role, names)
        }));
    }
    let former = answers.text(FORMER).split([';', ',', '/', '\n', '،', '؛']);
    found.extend(
        former.filter_map(|name| Bearer::new(Some(Kind::Organisation), Role::FormerName, [name])),
    );
    found.extend(holder(answers.text(HOLDER)));
    found
}

/// The people whom the answers of a fiscal sponsor name.
pub fn people_of_sponsor(answers: &Answers) -> Vec<Bearer> {
    let people = bearers_of_answers(answers).into_iter();
    let people = people.filter(|one| one.kind == Some(Kind::Person));
    people
        .map(|one| Bearer {
            roles: vec![Role::SponsorPeople],
            ..one
        })
        .collect()
}

fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    match row.get(column) {
        Some(Answer::Text(text)) => text,
        _ => "",
    }
}

/// "In whose name is the account, and why": the name stands before the reason.
fn holder(text: &str) -> Option<Bearer> {
    let end = [". ", ", ", "; ", " - ", " – ", " (", "، ", "\n", ": "];
    let name = end
        .iter()
        .filter_map(|end| text.find(end))
        .min()
        .map_or(text, |at| &text[..at]);
    let words: Vec<&str> = name.split_whitespace().take(HOLDER_WORDS).collect();
    Bearer::new(None, Role::Holder, [words.join(" ").as_str()])
}

/// The same bearers with those who share a spelling as one, in the order of the first.
pub fn merged(bearers: Vec<Bearer>) -> Vec<Bearer> {
    let mut kept: Vec<Bearer> = Vec::new();
    let mut places: BTreeMap<(Option<Kind>, String), usize> = BTreeMap::new();
    for one in bearers {
        let keys: Vec<_> = one
            .spellings
            .iter()
            .map(|name| (one.kind, folded(name)))
            .collect();
        let known = keys.iter().find_map(|key| places.get(key)).copied();
        let at = known.unwrap_or(kept.len());
        match kept.get_mut(at) {
            Some(known) => {
                known.roles.extend(&one.roles);
                known.roles.sort();
                known.roles.dedup();
                for name in one.spellings {
                    if !known.spellings.contains(&name) {
                        known.spellings.push(name);
                    }
                }
            }
            None => kept.push(one),
        }
        places.extend(keys.into_iter().map(|key| (key, at)));
    }
    kept
}

/// Everything that is compared of an organisation: two lists of names are the same if
/// these are.
pub fn name_text(bearers: &[Bearer]) -> String {
    let mut texts: Vec<String> = bearers.iter().map(Bearer::text).collect();
    texts.sort();
    texts.join("\u{1D}")
}
