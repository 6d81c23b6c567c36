//! The messages of one language, read from its Fluent files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser;

use crate::source::{File, files};

/// The languages, the one that is written first.
pub const LANGUAGES: [&str; 3] = ["en", "ar", "he"];

/// A message.
#[derive(Debug, Default)]
pub struct Message {
    /// The file that defines it.
    pub path: String,
    pub variables: BTreeSet<String>,
    /// For each variable that chooses between forms, the forms.
    pub plurals: BTreeMap<String, BTreeSet<String>>,
    /// Every piece of text of every form, joined per form.
    pub texts: Vec<String>,
}

/// All messages of a language.
#[derive(Debug, Default)]
pub struct Catalogue {
    pub messages: BTreeMap<String, Message>,
    pub problems: Vec<String>,
}

impl Catalogue {
    /// Reads the files of a language, of which there may be none yet.
    pub fn read(language: &str) -> Self {
        let folder = format!("locales/{language}");
        if !Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder).is_dir() {
            return Self::default();
        }
        let mut catalogue = Self::default();
        for file in files(&folder, "ftl") {
            catalogue.add(&file);
        }
        catalogue
    }

    /// Adds the messages of a file.
    pub fn add(&mut self, file: &File) {
        let resource = parser::parse(file.text.as_str()).unwrap_or_else(|(resource, errors)| {
            self.problems
                .extend(errors.iter().map(|error| format!("{}: {error}", file.path)));
            resource
        });
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let key = message.id.name;
                    if !message.attributes.is_empty() {
                        self.problems.push(format!(
                            "{}: {key} has attributes, which nobody reads",
                            file.path
                        ));
                    }
                    let mut read = Message {
                        path: file.path.clone(),
                        ..Message::default()
                    };
                    match message.value {
                        Some(pattern) => read.take(&pattern),
                        None => self.problems.push(format!("{}: {key} is empty", file.path)),
                    }
                    if let Some(twice) = self.messages.insert(key.to_owned(), read) {
                        self.problems
                            .push(format!("{}: {key} is in {} too", file.path, twice.path));
                    }
                }
                Entry::Junk { content } => {
                    self.problems
                        .push(format!("{}: {content:?} is no message", file.path));
                }
                Entry::Term(term) => {
                    let name = term.id.name;
                    self.problems
                        .push(format!("{}: -{name}: the program has no terms", file.path));
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
}

impl Message {
    fn take(&mut self, pattern: &Pattern<&str>) {
        let mut text = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
        self.texts.push(text);
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                if let InlineExpression::VariableReference { id } = selector {
                    let forms = variants.iter().map(form).collect();
                    self.plurals.insert(id.name.to_owned(), forms);
                }
                for variant in variants {
                    self.take(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments
                    .positional
                    .iter()
                    .for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

/// The name of a form; a number stands for the form that it is the whole of.
fn form(variant: &Variant<&str>) -> String {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value: "0" } => "zero",
        VariantKey::NumberLiteral { value: "1" } => "one",
        VariantKey::NumberLiteral { value: "2" } => "two",
        VariantKey::NumberLiteral { value } => value,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Catalogue {
        let mut catalogue = Catalogue::default();
        catalogue.add(&File {
            path: "x.ftl".to_owned(),
            text: text.to_owned(),
        });
        catalogue
    }

    #[test]
    fn variables_and_forms_are_found() {
        let text = "a = { $n ->\n    [0] none of { $who }\n    [one] one\n   *[other] { $n } of them\n }\n";
        let catalogue = read(text);
        assert_eq!(catalogue.problems, [""; 0]);
        let message = &catalogue.messages["a"];
        let set = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(message.variables, set(&["n", "who"]));
        assert_eq!(message.plurals["n"], set(&["zero", "one", "other"]));
    }

    #[test]
    fn what_is_wrong_with_a_file_is_seen() {
        assert_eq!(
            read("a = 1\na = 2\n").problems,
            ["x.ftl: a is in x.ftl too"]
        );
        assert!(!read("a = { $n\n").problems.is_empty());
        assert!(!read("this is no message\n").problems.is_empty());
        assert_eq!(read("-a = x\n").problems.len(), 1);
    }
}
