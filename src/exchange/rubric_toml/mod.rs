//! The rubric as a TOML file that staff can write and keep.

mod write;

use serde::Deserialize;
use toml::Spanned;

use super::toml_text::{Source, TomlProblem, TranslatedToml};
use crate::domain::Message;
use crate::domain::rubric::{CriterionDraft, CriterionKind, RubricDraft};

pub use write::write;

/// The rubric of the default programme.
pub const DEFAULT_RUBRIC: &str = include_str!("../defaults/rubric.toml");

/// Reads a rubric and checks it ([`RubricDraft::check`]).
///
/// # Errors
/// Everything that one reading finds, in the order of the lines, or what keeps the
/// file from being read at all.
pub fn read(text: &str) -> Result<RubricDraft, Vec<TomlProblem>> {
    let source = Source(text);
    let file: RubricToml = source.read().map_err(|problem| vec![problem])?;
    let places: Vec<Places> = file.criterion.iter().map(CriterionToml::places).collect();
    let mut found = Vec::new();
    let criteria = file.criterion.into_iter();
    let criteria = criteria.map(|criterion| criterion.into_draft(source, &mut found));
    let draft = RubricDraft {
        criteria: criteria.collect(),
    };
    let check = draft.check().0.into_iter();
    found.extend(
        check.map(|problem| source.problem(byte_of(&places, &problem.field), problem.message)),
    );
    if found.is_empty() {
        return Ok(draft);
    }
    found.sort_by_key(|problem| problem.line);
    Err(found)
}

/// Where the parts of a criterion stand.
struct Places {
    code: usize,
    weight: usize,
    anchors: usize,
}

/// Of a field as the domain spells it: `criteria.N.weight`; of the whole rubric, the
/// first weight, where its sum begins.
fn byte_of(places: &[Places], field: &str) -> usize {
    let mut parts = field.split('.').skip(1);
    let number = parts.next().and_then(|n| n.parse::<usize>().ok());
    let Some(of) = number.and_then(|number| places.get(number)) else {
        return places.first().map_or(0, |first| first.weight);
    };
    match parts.next() {
        Some("weight") => of.weight,
        Some("anchors") => of.anchors,
        _ => of.code,
    }
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
    /// Of a mere gate it says nothing new.
    gate: Option<bool>,
    /// A mere gate has none.
    weight: Option<Spanned<u32>>,
    /// Points need a reason unless it says otherwise.
    #[serde(default = "yes")]
    justification: bool,
    name: TranslatedToml,
    #[serde(default)]
    guidance: TranslatedToml,
    anchors: Spanned<Vec<TranslatedToml>>,
    #[serde(default)]
    evidence: Vec<String>,
}

fn yes() -> bool {
    true
}

impl CriterionToml {
    fn places(&self) -> Places {
        let code = self.code.span().start;
        Places {
            code,
            weight: self.weight.as_ref().map_or(code, |own| own.span().start),
            anchors: self.anchors.span().start,
        }
    }

    /// The criterion that it says; an unknown kind is noted and taken for merit.
    fn into_draft(self, source: Source, found: &mut Vec<TomlProblem>) -> CriterionDraft {
        let kind = CriterionKind::from_code(self.kind.get_ref());
        if kind.is_none() {
            let at = self.kind.span().start;
            found.push(source.problem(at, Message::new("error-rubric-kind")));
        }
        let kind = kind.unwrap_or(CriterionKind::Merit);
        let anchors = self.anchors.into_inner().into_iter();
        CriterionDraft {
            code: self.code.into_inner(),
            kind,
            gate: self.gate.unwrap_or(kind == CriterionKind::Gate),
            weight: self.weight.map_or(0, Spanned::into_inner),
            justified: self.justification,
            name: self.name.into(),
            guidance: self.guidance.into(),
            anchors: anchors.map(Into::into).collect(),
            evidence: self.evidence,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::toml_text::is_complete;
    use super::*;
    use crate::domain::rubric::generated::rubric;

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
    fn all_problems_are_told_with_their_lines() {
        let line_of = |text: &str, line: &str| text.lines().position(|l| l == line).unwrap() + 1;
        let wrong = DEFAULT_RUBRIC
            .replace("code = \"nondup\"", "code = \"values\"")
            .replacen("kind = \"merit\"", "kind = \"luck\"", 1)
            .replace("weight = 15", "weight = 101");
        let told: Vec<(usize, &str)> = read(&wrong)
            .unwrap_err()
            .iter()
            .map(|problem| (problem.line, problem.reason.key))
            .collect();
        let twice = wrong.lines().zip(1..);
        let twice = twice.filter(|(l, _)| *l == "code = \"values\"");
        let second = twice.map(|(_, line)| line).last().unwrap();
        assert_eq!(
            told,
            [
                (line_of(&wrong, "kind = \"luck\""), "error-rubric-kind"),
                (line_of(&wrong, "weight = 25"), "error-weights-sum"),
                (second, "error-code-taken"),
                (line_of(&wrong, "weight = 101"), "error-weight"),
            ]
        );
        let odd = DEFAULT_RUBRIC.replacen("weight", "wait", 1);
        let told = read(&odd).unwrap_err();
        assert_eq!((told.len(), told[0].reason.key), (1, "error-toml"));
    }

    #[test]
    fn a_file_may_leave_out_what_goes_without_saying() {
        let text = "[[criterion]]\ncode = \"a\"\nkind = \"merit\"\nweight = 100\n\
            name.en = \"A\"\nanchors = [{ en = \"no\" }, { he = \"כן\" }]\n\
            [[criterion]]\ncode = \"b\"\nkind = \"gate\"\njustification = false\n\
            name.ar = \"ب\"\nanchors = [{ en = \"no\" }, { en = \"yes\" }]\n";
        let draft = read(text).unwrap();
        assert!(draft.criteria[0].justified && !draft.criteria[0].gate);
        assert_eq!(draft.criteria[0].most(), 1);
        assert!(draft.criteria[1].gate && !draft.criteria[1].justified);
        assert_eq!(read(&write(&draft, &[])).unwrap(), draft);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(rubric in rubric(), remark in any::<String>()) {
            let file = write(&rubric, &[remark]);
            prop_assert_eq!(read(&file).unwrap(), rubric);
        }
    }
}
