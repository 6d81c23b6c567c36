//! The rubric as a TOML file that staff can write and keep.

use serde::Deserialize;
use toml::Spanned;

use super::toml_text::{Source, TomlProblem, TranslatedToml};
use crate::domain::Message;
use crate::domain::rubric::{CriterionDraft, CriterionKind, RubricDraft};

/// The rubric of the default programme.
pub const DEFAULT_RUBRIC: &str = include_str!("defaults/rubric.toml");

/// Reads a rubric and checks it ([`RubricDraft::check`]).
///
/// # Errors
/// The first problem of the file, with its line.
pub fn read(text: &str) -> Result<RubricDraft, TomlProblem> {
    let source = Source(text);
    let file: RubricToml = source.read()?;
    let bytes: Vec<usize> = file.criterion.iter().map(|c| c.code.span().start).collect();
    let criteria = file.criterion.into_iter();
    let draft = RubricDraft {
        criteria: criteria
            .map(|criterion| criterion.into_draft(source))
            .collect::<Result<_, _>>()?,
    };
    source.first(draft.check().0, |field| {
        let number = field.split('.').nth(1).and_then(|n| n.parse().ok());
        number
            .and_then(|n: usize| bytes.get(n).copied())
            .unwrap_or_default()
    })?;
    Ok(draft)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RubricToml {
    #[serde(default)]
    criterion: Vec<CriterionToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionToml {
    code: Spanned<String>,
    kind: Spanned<String>,
    gate: bool,
    weight: u32,
    name: TranslatedToml,
    guidance: TranslatedToml,
    anchors: Vec<TranslatedToml>,
    #[serde(default)]
    evidence: Vec<String>,
}

impl CriterionToml {
    fn into_draft(self, source: Source) -> Result<CriterionDraft, TomlProblem> {
        let kind = CriterionKind::from_code(self.kind.get_ref())
            .ok_or_else(|| source.problem(self.kind.span().start, Message::new("error-choice")))?;
        Ok(CriterionDraft {
            code: self.code.into_inner(),
            kind,
            gate: self.gate,
            weight: self.weight,
            name: self.name.into(),
            guidance: self.guidance.into(),
            anchors: self.anchors.into_iter().map(Into::into).collect(),
            evidence: self.evidence,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::toml_text::is_complete;
    use super::*;

    #[test]
    fn the_default_is_complete_in_three_languages() {
        let draft = read(DEFAULT_RUBRIC).unwrap();
        let weights: Vec<(&str, u32)> = draft
            .criteria
            .iter()
            .map(|criterion| (criterion.code.as_str(), criterion.weight))
            .collect();
        assert_eq!(
            weights,
            [
                ("values", 25),
                ("nondup", 15),
                ("political", 20),
                ("financial", 20),
                ("admin", 10),
                ("legal", 10)
            ]
        );
        for criterion in &draft.criteria {
            let texts = [&criterion.name, &criterion.guidance];
            let mut texts = texts.into_iter().chain(&criterion.anchors);
            assert!(texts.all(is_complete), "{}", criterion.code);
        }
    }

    #[test]
    fn problems_name_their_line() {
        let wrong = DEFAULT_RUBRIC.replace("code = \"nondup\"", "code = \"values\"");
        let line = wrong
            .lines()
            .position(|l| l == "code = \"values\"")
            .unwrap();
        let problem = read(&wrong).unwrap_err();
        assert_eq!(problem.reason.key, "error-code-taken");
        assert!(problem.line > line + 1);
        let heavy = DEFAULT_RUBRIC.replace("weight = 25", "weight = 26");
        assert_eq!(read(&heavy).unwrap_err().reason.key, "error-weights-sum");
        let odd = DEFAULT_RUBRIC.replacen("kind = \"merit\"", "kind = \"luck\"", 1);
        let line = odd.lines().position(|l| l.contains("luck")).unwrap() + 1;
        assert_eq!(read(&odd).unwrap_err().line, line);
    }
}
