//! Entries of lists and what was compared, as they stand in columns.

use serde::{Deserialize, Serialize};

use crate::domain::list_screening::{ListedName, Record, Role};
use crate::domain::names::Kind;
use crate::store::conflict::StoreError;
use crate::store::json::{from_json, to_json};

/// The names of fields are short: there are twenty thousand.
#[derive(Serialize, Deserialize)]
pub(super) struct RecordJson {
    n: String,
    k: char,
    a: Vec<String>,
    /// Places of weak aliases among the names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    w: Vec<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    b: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    c: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    p: Vec<String>,
}

impl From<&Record> for RecordJson {
    fn from(record: &Record) -> Self {
        let names = record.names.iter().enumerate();
        Self {
            n: record.number.clone(),
            k: match record.kind {
                Kind::Person => 'p',
                Kind::Organisation => 'o',
                Kind::Other => 'x',
            },
            w: names
                .filter(|(_, name)| name.weak)
                .map(|(at, _)| at)
                .collect(),
            a: record.names.iter().map(|name| name.text.clone()).collect(),
            b: record.born.clone(),
            c: record.countries.clone(),
            p: record.programmes.clone(),
        }
    }
}

impl From<RecordJson> for Record {
    fn from(json: RecordJson) -> Self {
        let weak = json.w;
        let name = |(at, text)| ListedName {
            weak: weak.contains(&at),
            text,
        };
        Self {
            number: json.n,
            kind: match json.k {
                'p' => Kind::Person,
                'o' => Kind::Organisation,
                _ => Kind::Other,
            },
            names: json.a.into_iter().enumerate().map(name).collect(),
            born: json.b,
            countries: json.c,
            programmes: json.p,
        }
    }
}

/// Entries for a column; what [`records_from_json`] reads.
pub(super) fn records_json(records: &[Record]) -> String {
    let records: Vec<RecordJson> = records.iter().map(RecordJson::from).collect();
    to_json(&records)
}

/// Reads entries from a column.
pub(super) fn records_from_json(text: &str) -> Result<Vec<Record>, StoreError> {
    let records: Vec<RecordJson> = from_json(text)?;
    Ok(records.into_iter().map(Record::from).collect())
}

#[derive(Serialize, Deserialize)]
struct EvidenceJson {
    record: RecordJson,
    /// Which name of the entry.
    name: usize,
    spellings: Vec<String>,
    roles: Vec<String>,
    /// Ours, theirs, likeness in thousandths.
    alike: Vec<(String, String, u32)>,
    only_ours: Vec<String>,
    only_theirs: Vec<String>,
}

/// What a hit rests on: both records as they were compared, and the parts of the score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub record: Record,
    /// Which name of the entry is most alike.
    pub name: usize,
    pub spellings: Vec<String>,
    pub roles: Vec<Role>,
    /// Our word, the listed one, and how alike they sound in thousandths.
    pub alike: Vec<(String, String, u32)>,
    pub only_ours: Vec<String>,
    pub only_theirs: Vec<String>,
}

impl Evidence {
    /// What a hit rests on whose organisation's key is gone.
    fn gone() -> Self {
        Self {
            record: Record {
                number: String::new(),
                kind: Kind::Other,
                names: Vec::new(),
                born: Vec::new(),
                countries: Vec::new(),
                programmes: Vec::new(),
            },
            name: 0,
            spellings: Vec::new(),
            roles: Vec::new(),
            alike: Vec::new(),
            only_ours: Vec::new(),
            only_theirs: Vec::new(),
        }
    }

    pub(super) fn json(&self) -> String {
        to_json(&EvidenceJson {
            record: RecordJson::from(&self.record),
            name: self.name,
            spellings: self.spellings.clone(),
            roles: self
                .roles
                .iter()
                .map(|role| role.code().to_owned())
                .collect(),
            alike: self.alike.clone(),
            only_ours: self.only_ours.clone(),
            only_theirs: self.only_theirs.clone(),
        })
    }

    /// Reads what [`Evidence::json`] wrote; of what nothing is left, an entry without a
    /// name.
    pub(super) fn from_json(text: &str) -> Result<Self, StoreError> {
        if text.is_empty() {
            return Ok(Self::gone());
        }
        let json: EvidenceJson = from_json(text)?;
        let roles = json.roles.iter();
        Ok(Self {
            record: json.record.into(),
            name: json.name,
            spellings: json.spellings,
            roles: roles.filter_map(|code| Role::from_code(code)).collect(),
            alike: json.alike,
            only_ours: json.only_ours,
            only_theirs: json.only_theirs,
        })
    }
}
