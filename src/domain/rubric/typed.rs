//! A criterion as staff type it: texts, read with a problem beside each field that
//! can't be. It may lack anchors and weight while it is worked on; what a rubric
//! needs before it is published, [`RubricDraft::check`] tells.

use super::{CriterionDraft, CriterionKind, RubricDraft, SCALE_MOST, SCALE_USUAL, WEIGHTS_SUM};
use crate::domain::form::{free_code, is_code};
use crate::domain::numerals::{many_lines, one_line, parse_whole};
use crate::domain::wording::Typed;
use crate::domain::{Message, Problems, Translated};

/// Most characters of a name, of an anchor and of the guidance.
pub const NAME_MOST: usize = 200;
pub const ANCHOR_MOST: usize = 1000;
pub const GUIDANCE_MOST: usize = 4000;

/// A criterion with all its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionText {
    pub code: String,
    pub kind: String,
    pub gate: bool,
    pub weight: String,
    pub justified: bool,
    pub name: Typed,
    pub guidance: Typed,
    /// The highest point, as chosen.
    pub most: String,
    /// One for each point that any scale can have; those beyond the scale are kept
    /// on the page and not read.
    pub anchors: Vec<Typed>,
    pub evidence: Vec<String>,
}

impl Default for CriterionText {
    fn default() -> Self {
        Self {
            code: String::new(),
            kind: CriterionKind::Merit.code().to_owned(),
            gate: false,
            weight: String::new(),
            justified: true,
            name: Typed::default(),
            guidance: Typed::default(),
            most: SCALE_USUAL.to_string(),
            anchors: vec![Typed::default(); usize::from(SCALE_MOST) + 1],
            evidence: Vec::new(),
        }
    }
}

impl CriterionText {
    /// A kept criterion, to be typed over.
    pub fn of(criterion: &CriterionDraft) -> Self {
        let mut anchors: Vec<Typed> = criterion.anchors.iter().map(Typed::of).collect();
        anchors.resize(usize::from(SCALE_MOST) + 1, Typed::default());
        Self {
            code: criterion.code.clone(),
            kind: criterion.kind.code().to_owned(),
            gate: criterion.gate,
            weight: criterion.weight.to_string(),
            justified: criterion.justified,
            name: Typed::of(&criterion.name),
            guidance: Typed::of(&criterion.guidance),
            most: criterion.most().to_string(),
            anchors,
            evidence: criterion.evidence.clone(),
        }
    }

    /// The highest point as chosen; the usual one where none can be read.
    pub fn scale(&self) -> u8 {
        let typed = parse_whole(&self.most).and_then(|most| u8::try_from(most).ok());
        let fits = typed.filter(|most| (1..=SCALE_MOST).contains(most));
        fits.unwrap_or(SCALE_USUAL)
    }

    /// Reads the criterion for its rubric; `at` is the code of the one that it
    /// replaces.
    pub fn read(&self, rubric: &RubricDraft, at: Option<&str>) -> Result<CriterionDraft, Problems> {
        let mut problems = Problems::default();
        let name = self.read_name(&mut problems);
        let guidance = text(
            &mut problems,
            "guidance",
            &self.guidance,
            (GUIDANCE_MOST, many_lines),
        );
        let kind = CriterionKind::from_code(&self.kind).ok_or_else(|| Message::new("error-choice"));
        let kind = problems.take("kind", kind).unwrap_or(CriterionKind::Merit);
        let mere_gate = kind == CriterionKind::Gate;
        let weight = if mere_gate {
            0
        } else {
            self.read_weight(&mut problems)
        };
        let anchors = self.anchors.iter().enumerate();
        let anchors = anchors.take(usize::from(self.scale()) + 1);
        let anchors = anchors.map(|(point, typed)| {
            let field = format!("anchor.{point}");
            text(&mut problems, &field, typed, (ANCHOR_MOST, one_line))
        });
        let anchors = anchors.collect();
        let code = self.read_code(&mut problems, rubric, at);
        let criterion = CriterionDraft {
            code,
            kind,
            gate: self.gate || mere_gate,
            weight,
            justified: self.justified,
            name,
            guidance,
            anchors,
            evidence: self.evidence.clone(),
        };
        problems.is_empty().then_some(criterion).ok_or(problems)
    }

    fn read_name(&self, problems: &mut Problems) -> Translated {
        let name = text(problems, "name", &self.name, (NAME_MOST, one_line));
        if name.is_empty() {
            problems.add("name_en", Message::new("error-form-words"));
        }
        name
    }

    /// Nothing while it is not decided: then the sum tells that something lacks.
    fn read_weight(&self, problems: &mut Problems) -> u32 {
        if self.weight.trim().is_empty() {
            return 0;
        }
        let most = i64::from(WEIGHTS_SUM);
        let number = parse_whole(&self.weight).filter(|number| (0..=most).contains(number));
        let range = || {
            Message::new("error-number-range")
                .with("least", 0_i64)
                .with("most", most)
        };
        let number = problems.take("weight", number.ok_or_else(range));
        number.and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
    }

    /// As typed, or made of the name in English when nothing was.
    fn read_code(&self, problems: &mut Problems, rubric: &RubricDraft, at: Option<&str>) -> String {
        let code = one_line(&self.code);
        let taken = |code: &str| at != Some(code) && rubric.criterion(code).is_some();
        if code.is_empty() {
            return free_code(&self.name.en, "criterion", taken);
        }
        if !is_code(&code) {
            problems.add("code", Message::new("error-code").with("code", &*code));
        } else if taken(&code) {
            problems.add(
                "code",
                Message::new("error-code-taken").with("code", &*code),
            );
        }
        code
    }
}

/// A text that may stand in some languages only.
fn text(
    problems: &mut Problems,
    name: &str,
    typed: &Typed,
    (most, clean): (usize, fn(&str) -> String),
) -> Translated {
    let mut one = |text: &str, language: &str| {
        let text = clean(text);
        if text.chars().count() > most {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            let message = Message::new("error-too-long").with("most", most);
            problems.add(format!("{name}_{language}"), message);
        }
        text
    };
    Translated {
        en: one(&typed.en, "en"),
        ar: one(&typed.ar, "ar"),
        he: one(&typed.he, "he"),
    }
}
