//! The house rules that a compiler does not know: who may import whom, how large
//! things grow, what templates and styles may hold. Every rule is shown to fail on
//! a sample that breaks it.

#[path = "../source/mod.rs"]
mod source;

mod imports;
mod libraries;
mod migrations;
mod names;
mod never_told;
mod pages;
mod sealed;
mod sizes;
mod verbs;
mod words;

use imports::{foreign_words, writers, writes_without_action, wrong_imports};
use libraries::{libraries, wrong_libraries};
use migrations::{contracted, holding_up};
use never_told::NEVER_TOLD;
use pages::{physical_styles, wrong_templates};
use sealed::{wrongly_sealed, wrongly_told};
use sizes::{too_long, wrong_openings, wrong_sizes};
use source::{File, Rust, files};

fn fine(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn rust_files() -> Vec<(File, Rust)> {
    files("src", "rs")
        .into_iter()
        .map(|file| {
            let rust = Rust::read(&file.text);
            (file, rust)
        })
        .collect()
}

fn over_source(rule: impl Fn(&File, &Rust) -> Vec<String>) -> Vec<String> {
    rust_files()
        .iter()
        .flat_map(|(file, rust)| rule(file, rust))
        .collect()
}

#[test]
fn every_ring_imports_only_inner_rings() {
    fine(&over_source(|file, rust| {
        wrong_imports(&file.path, &rust.code)
    }));
}

#[test]
fn every_library_is_known_in_one_place() {
    fine(&over_source(|file, rust| {
        foreign_words(&file.path, &rust.code)
    }));
}

#[test]
fn pages_write_through_actions_only() {
    let sources = rust_files();
    let store: Vec<(String, Vec<String>)> = sources
        .iter()
        .filter_map(|(file, rust)| {
            let module = file
                .path
                .strip_prefix("src/store/")?
                .split(['/', '.'])
                .next()?;
            Some((module.to_owned(), writers(&rust.code)))
        })
        .collect();
    assert!(
        store
            .iter()
            .any(|(module, names)| module == "account" && names.contains(&"insert".to_owned()))
    );
    fine(&over_source(|file, rust| {
        writes_without_action(&file.path, &rust.code, &store)
    }));
}

#[test]
fn migrations_take_nothing_away() {
    let wrong = files("migrations", "sql");
    let wrong = wrong
        .iter()
        .flat_map(|file| contracted(&file.path, &file.text));
    fine(&wrong.collect::<Vec<_>>());
}

#[test]
fn migrations_hold_up_nobody() {
    let beside = include_str!("../../src/store/migrate/postgres.rs");
    let wrong = files("migrations", "sql");
    let wrong = wrong
        .iter()
        .flat_map(|file| holding_up(&file.path, &file.text, beside));
    fine(&wrong.collect::<Vec<_>>());
}

#[test]
fn nothing_grows_too_large() {
    fine(&over_source(|file, rust| {
        wrong_sizes(&file.path, &file.text, &rust.code)
    }));
}

#[test]
fn no_file_of_tests_grows_too_long() {
    let wrong: Vec<_> = files("tests", "rs")
        .iter()
        .filter_map(|file| too_long(&file.path, &file.text))
        .collect();
    fine(&wrong);
}

#[test]
fn every_module_says_what_it_is_for() {
    fine(&over_source(|file, _| {
        wrong_openings(&file.path, &file.text)
    }));
}

#[test]
fn templates_are_short_and_hold_neither_style_nor_script() {
    let wrong: Vec<_> = files("templates", "html")
        .iter()
        .flat_map(|file| wrong_templates(&file.path, &file.text))
        .collect();
    fine(&wrong);
}

#[test]
fn styles_know_no_left_and_right() {
    let wrong: Vec<_> = files("static", "css")
        .iter()
        .flat_map(|file| physical_styles(&file.path, &file.text))
        .collect();
    fine(&wrong);
}

#[test]
fn what_keeps_the_data_safe_is_there_by_its_name() {
    let sources: Vec<File> = ["src", "tests"]
        .into_iter()
        .flat_map(|folder| files(folder, "rs"))
        .collect();
    let known: std::collections::HashSet<&str> = sources
        .iter()
        .flat_map(|file| names::words(&file.text))
        .collect();
    let text = include_str!("../../docs/security.md");
    let named = names::names(text);
    assert!(named.len() > 100, "{} names", named.len());
    let wrong: Vec<String> = named
        .into_iter()
        .filter(|name| !known.contains(name.as_str()))
        .map(|name| format!("docs/security.md: {name} is nowhere"))
        .collect();
    fine(&wrong);
}

#[test]
fn a_story_has_words_for_all_that_is_done() {
    let sources = rust_files();
    let verbs = match verbs::written(&sources) {
        Ok(verbs) => verbs,
        Err(wrong) => return fine(&wrong),
    };
    assert!(verbs.contains_key("submit_review") && verbs.contains_key("open_award"));
    let table = sources
        .iter()
        .find(|(file, _)| file.path == "src/web/story/words.rs");
    let (_, table) = table.expect("the table of the story");
    let told = verbs::told(table);
    fine(&verbs::untold(&verbs, &told, &NEVER_TOLD));
}

#[test]
fn a_story_is_made_of_what_has_words() {
    let sources = rust_files();
    let story = sources
        .iter()
        .find(|(file, _)| file.path == "src/store/story.rs");
    let (_, story) = story.expect("the query of the story");
    let never = NEVER_TOLD.iter().flat_map(|(_, all)| all.iter());
    let wrong: Vec<String> = never
        .filter(|verb| story.strings.iter().any(|one| one.value == **verb))
        .map(|verb| format!("src/store/story.rs: {verb} has no words"))
        .collect();
    fine(&wrong);
}

/// The page about what is sealed, and the declarations of the tables.
fn sealed_page() -> (String, String) {
    let page = std::fs::read_to_string("docs/sealed-data.md").expect("the page");
    let schema = std::fs::read_to_string("src/store/schema.rs").expect("the tables");
    (page, schema)
}

#[test]
fn every_column_of_text_is_sealed_or_in_clear_for_a_reason() {
    let (page, schema) = sealed_page();
    fine(&wrongly_told(&schema, &page));
    let all = evenhand::store::sealed_columns::ALL;
    let sealing: Vec<(&str, &[&str])> = all.iter().map(|of| (of.table, of.columns)).collect();
    assert!(sealing.len() > 20);
    fine(&wrongly_sealed(&page, &schema, &sealing));
}

#[test]
fn a_column_that_the_page_does_not_tell_is_found() {
    let schema = "    notes (id) {\n        id -> Text,\n        words -> Nullable<Text>,\n    }\n";
    let page =
        |row: &str| format!("## Column by column\n\n| table | sealed | in clear | why |\n{row}\n");
    let whole = page("| `notes` | `words` | `id` | an id |");
    fine(&wrongly_told(schema, &whole));
    for row in [
        "",
        "| `notes` | – | `id` | an id |",
        "| `notes` | `words` | `id` `words` | an id |",
        "| `notes` | – | `id` `words` |  |",
        "| `notes` | `words` | `id` `other` | an id |",
    ] {
        assert!(!wrongly_told(schema, &page(row)).is_empty(), "{row}");
    }
    fine(&wrongly_sealed(&whole, schema, &[("notes", &["words"])]));
    assert!(!wrongly_sealed(&whole, schema, &[]).is_empty());
    let other: &[(&str, &[&str])] = &[("notes", &["words", "id"])];
    assert!(!wrongly_sealed(&whole, schema, other).is_empty());
}

#[test]
fn the_program_is_made_of_what_we_take() {
    let made_of = libraries();
    assert!(made_of.len() > 300, "{} libraries", made_of.len());
    fine(&wrong_libraries(&made_of, include_str!("../../deny.toml")));
}
