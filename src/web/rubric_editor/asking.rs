//! The fields that ask for a criterion: its words, how it counts, what its points
//! mean, and which answers speak to it.

use super::text::in_language;
use crate::domain::rubric::typed::CriterionText;
use crate::domain::rubric::{CriterionKind, SCALE_MOST, WEIGHTS_SUM};
use crate::domain::wording::Typed;
use crate::domain::{Language, Message, Problems};
use crate::i18n::Locale;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field, Width};

/// What one point means, in every language.
pub struct PointFields {
    /// "3 points".
    pub legend: String,
    pub fields: Vec<Field>,
}

/// Every field of a criterion.
pub struct CriterionFields {
    pub name: Vec<Field>,
    pub guidance: Vec<Field>,
    pub kind: Field,
    pub gate: Field,
    pub weight: Field,
    pub most: Field,
    pub points: Vec<PointFields>,
    /// What was typed for points beyond the scale: names and values.
    pub beyond: Vec<(String, String)>,
    pub justified: Field,
    pub evidence: Vec<Field>,
    pub code: Field,
}

impl CriterionFields {
    /// All fields that people see, for comparing two wordings.
    pub fn all(&self) -> impl Iterator<Item = &Field> {
        let single = [&self.kind, &self.gate, &self.weight, &self.most];
        let points = self.points.iter().flat_map(|point| &point.fields);
        let words = self.name.iter().chain(&self.guidance).chain(single);
        let rest = [&self.justified].into_iter().chain(&self.evidence);
        words.chain(points).chain(rest)
    }
}

/// Builds the fields in one language, with the problems beside them. `others` is
/// what the other criteria weigh.
pub struct Asking<'a> {
    pub t: Locale,
    pub problems: &'a Problems,
    pub others: u64,
}

impl Asking<'_> {
    fn ask(&self) -> Fields<'_> {
        Fields {
            t: self.t,
            problems: self.problems,
        }
    }

    /// Every field of the criterion but those of its evidence.
    pub fn fields(&self, text: &CriterionText, evidence: Vec<Field>) -> CriterionFields {
        let (ask, most) = (self.ask(), text.scale());
        let tick = |name: &str, label: &str, hint: &str, ticked: bool| {
            let value = if ticked { "yes" } else { "" };
            ask.hinted(name, label, hint, value, Control::Tick)
        };
        let mut guidance = self.languages("guidance", "rubric-field-guidance", &text.guidance, 4);
        for field in &mut guidance {
            field.optional = true;
        }
        CriterionFields {
            name: self.languages("name", "rubric-field-name", &text.name, 1),
            guidance,
            kind: self.kind(&text.kind),
            gate: tick(
                "gate",
                "rubric-field-gate",
                "rubric-field-gate-hint",
                text.gate,
            ),
            weight: self.weight(&text.weight),
            most: self.scale(most),
            points: (0..=most).map(|point| self.point(point, text)).collect(),
            beyond: beyond(most, text),
            justified: tick(
                "justified",
                "rubric-field-reason",
                "rubric-field-reason-hint",
                text.justified,
            ),
            evidence,
            code: self.code(&text.code),
        }
    }

    /// A text in every language, each in its own direction.
    fn languages(&self, name: &str, label: &str, text: &Typed, rows: u8) -> Vec<Field> {
        let one = |language: Language| {
            let value = match language {
                Language::English => &text.en,
                Language::Arabic => &text.ar,
                Language::Hebrew => &text.he,
            };
            let control = match rows {
                1 => Control::Line(Width::Full),
                rows => Control::Area(rows),
            };
            let field = format!("{name}_{}", language.code());
            Field {
                label: in_language(self.t, &self.t.say(label), language),
                written_in: Some((language.code(), language.direction())),
                ..self.ask().field(&field, label, value, control)
            }
        };
        Language::ALL.into_iter().map(one).collect()
    }

    fn point(&self, point: u8, text: &CriterionText) -> PointFields {
        let typed = text.anchors.get(usize::from(point)).cloned();
        let name = format!("anchor.{point}");
        let typed = typed.unwrap_or_default();
        PointFields {
            legend: self.t.with("rubric-point", "n", i64::from(point)),
            fields: self.languages(&name, "rubric-field-anchor", &typed, 2),
        }
    }

    fn kind(&self, chosen: &str) -> Field {
        let choice = |(kind, key, hint): (CriterionKind, &str, &str)| Choice {
            value: kind.code().to_owned(),
            label: self.t.say(key),
            hint: Some(self.t.say(hint)),
            chosen: kind.code() == chosen,
        };
        let kinds = [
            (
                CriterionKind::Merit,
                "round-admin-merit",
                "rubric-merit-hint",
            ),
            (
                CriterionKind::Priority,
                "round-admin-priority",
                "rubric-priority-hint",
            ),
            (CriterionKind::Gate, "rubric-kind-gate", "rubric-gate-hint"),
        ];
        let control = Control::Radios(kinds.map(choice).to_vec());
        self.ask()
            .field("kind", "rubric-field-kind", chosen, control)
    }

    fn weight(&self, typed: &str) -> Field {
        let control = Control::Latin {
            kind: "text",
            inputmode: "numeric",
            width: Width::Short,
        };
        let left = i64::from(WEIGHTS_SUM) - i64::try_from(self.others).unwrap_or(i64::MAX);
        let hint = Message::new("rubric-field-weight-hint")
            .with("others", i64::try_from(self.others).unwrap_or(i64::MAX))
            .with("left", left.max(0));
        let value = if typed == "0" { "" } else { typed };
        Field {
            hint: Some(self.t.tell(&hint)),
            ..self
                .ask()
                .field("weight", "rubric-field-weight", value, control)
        }
    }

    fn scale(&self, most: u8) -> Field {
        let choice = |one: u8| Choice {
            value: one.to_string(),
            label: super::text::scale(self.t, one),
            hint: None,
            chosen: one == most,
        };
        let control = Control::Select((1..=SCALE_MOST).map(choice).collect());
        let chosen = most.to_string();
        self.ask()
            .field("most", "rubric-field-scale", &chosen, control)
    }

    fn code(&self, value: &str) -> Field {
        let control = Control::Latin {
            kind: "text",
            inputmode: "",
            width: Width::Medium,
        };
        Field {
            optional: true,
            ..self.ask().hinted(
                "code",
                "form-field-code",
                "rubric-code-hint",
                value,
                control,
            )
        }
    }
}

fn beyond(most: u8, text: &CriterionText) -> Vec<(String, String)> {
    let mut kept = Vec::new();
    let anchors = text.anchors.iter().enumerate();
    for (point, typed) in anchors.skip(usize::from(most) + 1) {
        let own = [("en", &typed.en), ("ar", &typed.ar), ("he", &typed.he)];
        let filled = own.into_iter().filter(|(_, text)| !text.is_empty());
        kept.extend(filled.map(|(code, text)| (format!("anchor.{point}_{code}"), text.clone())));
    }
    kept
}
