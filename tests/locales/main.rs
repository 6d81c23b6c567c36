//! The words of the program: every message that is asked for exists in every
//! language with the same variables, none is left over, and no page holds words
//! of its own.

#[path = "../source/mod.rs"]
mod source;

mod catalogue;
mod templates;
mod usage;

use std::collections::BTreeSet;

use catalogue::{Catalogue, LANGUAGES};
use usage::{Call, How};

/// Literals of the code that begin like a message but are none.
const NO_MESSAGES: [&str; 0] = [];

/// Plural forms by CLDR that whole numbers take in each language.
const FORMS: [(&str, &[&str]); 3] = [
    ("en", &["one", "other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("he", &["one", "two", "other"]),
];

fn fine(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn english() -> Catalogue {
    Catalogue::read("en")
}

#[test]
fn every_file_can_be_read_and_names_nothing_twice() {
    fine(
        &LANGUAGES
            .map(|language| Catalogue::read(language).problems)
            .concat(),
    );
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let english = english();
    let calls = usage::calls();
    let missing = calls
        .iter()
        .filter(|call| !english.messages.contains_key(&call.key));
    fine(
        &missing
            .map(|call| format!("{}: {} does not exist", call.place, call.key))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn nothing_that_looks_like_a_message_is_misspelt() {
    let english = english();
    let first = |key: &str| key.split('-').next().unwrap_or_default().to_owned();
    let families: BTreeSet<String> = english.messages.keys().map(|key| first(key)).collect();
    let wrong = usage::rust_literals().into_iter().filter(|(_, text)| {
        usage::looks_like_a_key(text)
            && families.contains(&first(text))
            && !english.messages.contains_key(text)
            && !NO_MESSAGES.contains(&text.as_str())
    });
    fine(
        &wrong
            .map(|(place, text)| format!("{place}: {text} is no message"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_message_is_asked_for() {
    let literals = usage::all_literals();
    let unused = english()
        .messages
        .into_iter()
        .filter(|(key, _)| !literals.contains(key));
    fine(
        &unused
            .map(|(key, message)| format!("{}: {key} is used nowhere", message.path))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_message_gets_the_variables_that_it_prints() {
    let english = english();
    let wrong = usage::calls().into_iter().filter_map(|call| {
        let printed = &english.messages.get(&call.key)?.variables;
        let Call {
            key, place, given, ..
        } = &call;
        // A message need not print everything that it could.
        let lacks: Vec<_> = printed.difference(given).collect();
        (!lacks.is_empty())
            .then(|| format!("{place}: {key} prints {lacks:?} but only gets {given:?}"))
    });
    fine(&wrong.collect::<Vec<_>>());
}

#[test]
fn every_language_says_everything() {
    let english = english();
    let mut wrong = Vec::new();
    for language in &LANGUAGES[1..] {
        let other = Catalogue::read(language);
        let missing = english
            .messages
            .keys()
            .filter(|key| !other.messages.contains_key(*key));
        wrong.extend(missing.map(|key| format!("{language}: {key} is not translated")));
        let more = other
            .messages
            .keys()
            .filter(|key| !english.messages.contains_key(*key));
        wrong.extend(more.map(|key| format!("{language}: {key} does not exist in English")));
    }
    fine(&wrong);
}

#[test]
fn every_language_prints_the_same_variables() {
    let english = english();
    let mut wrong = Vec::new();
    for language in &LANGUAGES[1..] {
        for (key, message) in Catalogue::read(language).messages {
            let expected = english.messages.get(&key).map(|english| &english.variables);
            if expected.is_some_and(|expected| *expected != message.variables) {
                wrong.push(format!(
                    "{}: {key} prints {:?}, English {expected:?}",
                    message.path, message.variables
                ));
            }
        }
    }
    fine(&wrong);
}

#[test]
fn whatever_is_counted_has_the_plural_forms_of_its_language() {
    let english = english();
    let counted: BTreeSet<String> = usage::calls()
        .into_iter()
        .filter(|call| call.how == How::Count)
        .map(|call| call.key)
        .chain(
            english
                .messages
                .iter()
                .filter(|(_, m)| m.plurals.contains_key("n"))
                .map(|(key, _)| key.clone()),
        )
        .collect();
    let mut wrong = Vec::new();
    for (language, forms) in FORMS {
        let catalogue = Catalogue::read(language);
        for key in counted
            .iter()
            .filter_map(|key| catalogue.messages.get(key).map(|message| (key, message)))
        {
            let (key, message) = key;
            let has = message.plurals.get("n").cloned().unwrap_or_default();
            let lacking: Vec<_> = forms.iter().filter(|form| !has.contains(**form)).collect();
            if !lacking.is_empty() {
                wrong.push(format!(
                    "{}: {key} lacks the forms {lacking:?} of n",
                    message.path
                ));
            }
        }
    }
    fine(&wrong);
}

#[test]
fn every_form_of_a_message_is_written_in_its_own_script() {
    let mut wrong = Vec::new();
    for (language, letters) in [
        ("ar", '\u{0600}'..='\u{06FF}'),
        ("he", '\u{0590}'..='\u{05FF}'),
    ] {
        for (key, message) in Catalogue::read(language).messages {
            let foreign = message.texts.iter().filter(|text| {
                text.chars().any(char::is_alphabetic) && !text.chars().any(|c| letters.contains(&c))
            });
            wrong.extend(foreign.map(|text| format!("{}: {key} says {text:?}", message.path)));
        }
    }
    fine(&wrong);
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let wrong: Vec<String> = source::files("templates", "html")
        .iter()
        .flat_map(|file| templates::own_words(&file.path, &file.text))
        .collect();
    fine(&wrong);
}
