//! What is filled in without a connection: the answers that an offline form keeps
//! inside itself, as JSON between two marks of its HTML.

use serde::{Deserialize, Serialize};

use crate::domain::Message;

/// Largest file that is read, in bytes: the form itself and long answers.
pub const MOST_BYTES: usize = 4 << 20;

/// Before the answers, in the file.
pub const BEGIN: &str = "<script type=\"application/json\" id=\"evenhand-answers\">";
/// After the answers.
const END: &str = "</script>";

/// The answers of one offline form, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfflineAnswers {
    /// Id of the application that the form was made for.
    pub application: String,
    pub sections: Vec<OfflineSection>,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfflineSection {
    /// Code of the section.
    pub code: String,
    /// The version that the form was made from; 0 when it was empty.
    pub version: i32,
    /// Posted fields by name, in order.
    pub fields: Vec<(String, String)>,
}

impl OfflineAnswers {
    /// The JSON for the file: no sign of it can end the script that holds it.
    pub fn sealed(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        json.replace('<', "\\u003c")
    }

    /// Reads the answers of a file that came back.
    ///
    /// # Errors
    /// It is no offline form of ours, or what it keeps is damaged.
    pub fn read(file: &str) -> Result<Self, Message> {
        let wrong = || Message::new("error-offline-file");
        let (_, rest) = file.split_once(BEGIN).ok_or_else(wrong)?;
        let (json, _) = rest.split_once(END).ok_or_else(wrong)?;
        serde_json::from_str(json).map_err(|_| wrong())
    }
}

impl OfflineSection {
    /// The fields in which something was typed. A currency alone is only the
    /// first choice of its list.
    pub fn filled(&self) -> Vec<(String, String)> {
        let filled = self.fields.iter().filter(|(name, value)| {
            let amount = name.strip_suffix(".currency");
            let typed = |wanted: &str| {
                let mut fields = self.fields.iter();
                fields.any(|(name, value)| name == wanted && !value.trim().is_empty())
            };
            !value.trim().is_empty() && amount.is_none_or(typed)
        });
        filled.cloned().collect()
    }

    /// Codes of the questions to which something was typed, in order.
    pub fn answered(&self) -> Vec<String> {
        let code = |(name, _): (String, String)| name.split('.').next().unwrap_or("").to_owned();
        let mut codes: Vec<String> = self.filled().into_iter().map(code).collect();
        codes.dedup();
        codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn file(answers: &OfflineAnswers) -> String {
        format!("<!doctype html><p>x{BEGIN}{}{END}</p>", answers.sealed())
    }

    proptest! {
        #[test]
        fn what_is_kept_in_a_file_is_read_back(
            fields in prop::collection::vec(("[a-z_.0-9]{1,20}", any::<String>()), 0..20),
            version in 0..99_i32,
        ) {
            let section = OfflineSection { code: "need".to_owned(), version, fields };
            let answers = OfflineAnswers { application: "a".to_owned(), sections: vec![section] };
            prop_assert_eq!(OfflineAnswers::read(&file(&answers)), Ok(answers));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let whole = file(&OfflineAnswers::default());
        for damaged in [
            String::new(),
            "<!doctype html>".to_owned(),
            whole.replace("sections", "section"),
            whole.replace("</script>", ""),
            whole.replace("[]", "[[[["),
        ] {
            let read = OfflineAnswers::read(&damaged);
            assert_eq!(read, Err(Message::new("error-offline-file")), "{damaged}");
        }
    }

    #[test]
    fn a_currency_alone_is_not_typed() {
        let fields = [
            ("sum", "5"),
            ("sum.currency", "USD"),
            ("b", " "),
            ("c.currency", "USD"),
        ];
        let fields = fields.map(|(n, v)| (n.to_owned(), v.to_owned()));
        let section = OfflineSection {
            fields: fields.to_vec(),
            ..OfflineSection::default()
        };
        let filled = section.filled();
        let names: Vec<&str> = filled.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sum", "sum.currency"]);
        assert_eq!(section.answered(), ["sum"]);
    }
}
