//! The fields that ask for a part: its words, how it is answered, when it is
//! asked and who sees it.

use super::options::OptionBlock;
use super::text::kind;
use crate::domain::form::typed::{PartText, QuestionText, SectionText};
use crate::domain::form::{Form, Home, Published, QuestionKind, Spot};
use crate::domain::wording::Typed;
use crate::domain::{Language, Message, Problems};
use crate::i18n::Locale;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field, Width};

/// Fields that belong together.
pub struct Group {
    pub title: String,
    pub lead: String,
    pub rows: Vec<Vec<Field>>,
    pub options: Vec<OptionBlock>,
    /// Whether there may be one option more.
    pub grows: bool,
    /// What the button says that shows the fields of what was chosen.
    pub show: Option<String>,
}

/// The part that is asked for.
pub struct Asking<'a> {
    pub t: Locale,
    pub form: &'a Form,
    pub home: &'a Home,
    /// Its place, where it exists.
    pub spot: Option<&'a Spot>,
    pub published: &'a Published,
    pub problems: &'a Problems,
}

impl Asking<'_> {
    pub(super) fn group(&self, title: &str, rows: Vec<Vec<Field>>) -> Group {
        Group {
            title: self.t.say(title),
            lead: String::new(),
            rows,
            options: Vec::new(),
            grows: false,
            show: None,
        }
    }

    pub(super) fn ask(&self) -> Fields<'_> {
        Fields {
            t: self.t,
            problems: self.problems,
        }
    }

    /// Whether the part is public under its code.
    fn is_public(&self) -> bool {
        self.spot.is_some_and(|spot| self.published.has(spot))
    }

    /// Whether an option is public under its code.
    pub fn has_public_option(&self, code: &str) -> bool {
        let spot = self.spot.filter(|_| !code.is_empty());
        spot.is_some_and(|spot| self.published.has_option(spot, code))
    }

    /// Every field of the part.
    pub fn groups(&self, text: &PartText) -> Vec<Group> {
        match text {
            PartText::Section(section) => vec![
                self.words(
                    ("title", &section.title),
                    ("intro", &section.intro),
                    "section",
                ),
                self.section(section),
                self.code(&section.code),
            ],
            PartText::Quiz(quiz) => vec![
                self.words(("label", &quiz.label), ("hint", &quiz.hint), "question"),
                Group {
                    lead: self.t.say("form-quiz-options-lead"),
                    options: self.options(&quiz.options, true),
                    grows: true,
                    ..self.group("form-group-options", Vec::new())
                },
                self.code(&quiz.code),
            ],
            PartText::Question(question) => {
                let words = (("label", &question.label), ("hint", &question.hint));
                let mut groups = vec![
                    self.words(words.0, words.1, "question"),
                    self.answer(question),
                ];
                if !matches!(self.home, Home::Rows(..)) {
                    groups.push(self.condition(question));
                }
                groups.push(self.traits(question));
                groups.push(self.code(&question.code));
                groups
            }
        }
    }

    /// A text in every language.
    pub fn languages(
        &self,
        name: &str,
        label: &str,
        text: &Typed,
        control: &dyn Fn() -> Control,
    ) -> Vec<Field> {
        let one = |language: Language| {
            let value = match language {
                Language::English => &text.en,
                Language::Arabic => &text.ar,
                Language::Hebrew => &text.he,
            };
            let words = Message::new("form-in-language")
                .with("what", self.t.say(label))
                .with("language", language.own_name());
            let name = format!("{name}_{}", language.code());
            Field {
                written_in: Some((language.code(), language.direction())),
                label: self.t.tell(&words),
                ..self.ask().field(&name, label, value, control())
            }
        };
        Language::ALL.into_iter().map(one).collect()
    }

    fn words(&self, label: (&str, &Typed), hint: (&str, &Typed), of: &str) -> Group {
        let (what, help) = match of {
            "section" => ("form-field-title", "form-field-intro"),
            _ => ("form-field-label", "form-field-hint"),
        };
        let mut rows = vec![self.languages(label.0, what, label.1, &|| Control::Area(2))];
        let mut hints = self.languages(hint.0, help, hint.1, &|| Control::Area(3));
        for field in &mut hints {
            field.optional = true;
        }
        rows.push(hints);
        Group {
            lead: self.t.say("form-words-lead"),
            ..self.group("form-group-words", rows)
        }
    }

    fn section(&self, section: &SectionText) -> Group {
        let chosen = if section.full { "full" } else { "short" };
        let stage = |value: &str, key: &str| Choice {
            value: value.to_owned(),
            label: self.t.say(key),
            hint: None,
            chosen: value == chosen,
        };
        let stages = vec![
            stage("short", "form-stage-short-long"),
            stage("full", "form-stage-full-long"),
        ];
        let (ask, ticked) = (self.ask(), if section.profile { "yes" } else { "" });
        let rows = vec![
            vec![ask.field("stage", "form-field-stage", chosen, Control::Radios(stages))],
            vec![ask.hinted(
                "profile",
                "form-field-profile",
                "form-field-profile-hint",
                ticked,
                Control::Tick,
            )],
        ];
        self.group("form-group-section", rows)
    }

    /// The field of a code; made of the label when left empty.
    pub fn code_field(&self, name: &str, value: &str) -> Field {
        let control = Control::Latin {
            kind: "text",
            inputmode: "",
            width: Width::Medium,
        };
        Field {
            optional: true,
            ..self.ask().field(name, "form-field-code", value, control)
        }
    }

    fn code(&self, value: &str) -> Group {
        if self.is_public() {
            let lead = self.t.with("form-code-kept", "code", value);
            return Group {
                lead,
                ..self.group("form-group-code", Vec::new())
            };
        }
        let rows = vec![vec![self.code_field("code", value)]];
        Group {
            lead: self.t.say("form-code-lead"),
            ..self.group("form-group-code", rows)
        }
    }

    fn answer(&self, question: &QuestionText) -> Group {
        let mut rows = Vec::new();
        let public = self.is_public();
        if !public {
            rows.push(vec![self.kind_field(&question.kind)]);
        }
        rows.extend(self.limits(question));
        let chooses = matches!(question.kind.as_str(), "choice" | "choices");
        let options = if chooses {
            self.options(&question.options, false)
        } else {
            Vec::new()
        };
        let kept = || {
            let kind = kind(self.t, &question.kind);
            self.t.with("form-kind-kept", "kind", kind)
        };
        Group {
            lead: if public { kept() } else { String::new() },
            options,
            grows: chooses,
            show: (!public).then(|| self.t.say("form-show-kind")),
            ..self.group("form-group-answer", rows)
        }
    }

    fn kind_field(&self, chosen: &str) -> Field {
        let in_row = matches!(self.home, Home::Rows(..));
        let fits = |code: &&str| !in_row || QuestionKind::fits_column(code);
        let codes = QuestionKind::CODES.into_iter().filter(fits);
        let choice = |code: &str| Choice {
            value: code.to_owned(),
            label: kind(self.t, code),
            hint: None,
            chosen: code == chosen,
        };
        let kinds = Control::Select(codes.map(choice).collect());
        self.ask().field("kind", "form-field-kind", chosen, kinds)
    }

    /// The fields that a kind has of its own.
    fn limits(&self, question: &QuestionText) -> Vec<Vec<Field>> {
        let ask = self.ask();
        let number = |name: &str, label: &str, value: &str| {
            let control = Control::Latin {
                kind: "text",
                inputmode: "numeric",
                width: Width::Short,
            };
            ask.field(name, label, value, control)
        };
        let most = |label: &str| vec![vec![number("most", label, &question.most)]];
        match question.kind.as_str() {
            "short_text" => most("form-field-characters"),
            "long_text" => vec![vec![
                number("most", "form-field-length", &question.most),
                self.unit_field(&question.unit),
            ]],
            "number" => vec![vec![
                number("min", "form-field-min", &question.min),
                number("max", "form-field-max", &question.max),
            ]],
            "rows" => most("form-field-rows"),
            "files" => most("form-field-files"),
            "money" => {
                let ticked = if question.own_currency { "yes" } else { "" };
                let (label, name) = ("form-field-own-currency", "own_currency");
                vec![vec![ask.field(name, label, ticked, Control::Tick)]]
            }
            _ => Vec::new(),
        }
    }

    fn unit_field(&self, chosen: &str) -> Field {
        let unit = |value: &str, key: &str| Choice {
            value: value.to_owned(),
            label: self.t.say(key),
            hint: None,
            chosen: value == chosen,
        };
        let units = vec![
            unit("words", "form-unit-words"),
            unit("characters", "form-unit-characters"),
        ];
        let control = Control::Select(units);
        self.ask().field("unit", "form-field-unit", chosen, control)
    }

    fn traits(&self, question: &QuestionText) -> Group {
        let tick = |name: &str, label: &str, hint: &str, ticked: bool| {
            let value = if ticked { "yes" } else { "" };
            vec![self.ask().hinted(name, label, hint, value, Control::Tick)]
        };
        let rows = vec![
            tick(
                "required",
                "form-field-required",
                "form-field-required-hint",
                question.required,
            ),
            tick(
                "hidden",
                "form-field-hidden",
                "form-field-hidden-hint",
                question.hidden,
            ),
            tick(
                "sensitive",
                "form-field-sensitive",
                "form-field-sensitive-hint",
                question.sensitive,
            ),
        ];
        self.group("form-group-traits", rows)
    }
}
