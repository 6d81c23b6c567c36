//! The house rules that a compiler does not know: who may import whom, how large
//! things grow, what templates and styles may hold. Every rule is shown to fail on
//! a sample that breaks it.

#[path = "../source/mod.rs"]
mod source;

use source::{File, Rust, files};

/// Modules of the crate's root, and which of them each may import. The outermost
/// ones (`cli`, `mail`, `main`, `lib`) may import all, and are imported by none
/// but each other.
const RINGS: [(&str, &[&str]); 9] = [
    ("domain", &["domain"]),
    ("clock", &["clock", "domain"]),
    ("policy", &["policy", "domain"]),
    ("i18n", &["i18n", "domain"]),
    ("store", &["store", "domain", "policy"]),
    ("exchange", &["exchange", "domain", "i18n"]),
    (
        "actions",
        &["actions", "domain", "policy", "i18n", "store", "exchange"],
    ),
    ("config", &["config", "domain", "store"]),
    (
        "web",
        &[
            "web", "domain", "policy", "i18n", "store", "exchange", "actions", "config", "clock",
        ],
    ),
];

/// Crates and parts of the standard library, and the only places that may say them.
const ONLY_IN: [(&str, &[&str]); 8] = [
    ("diesel", &["src/store/"]),
    ("diesel_migrations", &["src/store/"]),
    ("actix_web", &["src/web/", "src/cli/serve.rs"]),
    ("askama", &["src/web/"]),
    ("lettre", &["src/mail.rs"]),
    ("clap", &["src/cli/"]),
    ("fluent_bundle", &["src/i18n/"]),
    ("getrandom", &["src/actions/", "src/web/cookies.rs"]),
];

/// What the pure rings never say: the clock, randomness, input and output.
const IMPURE: [&str; 11] = [
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::time",
    "std::thread",
    "std::process",
    "uuid",
    "tokio",
    "tracing",
    "Timestamp::now",
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 9] = [
    "common", "util", "utils", "helper", "helpers", "manager", "service", "misc", "shared",
];

const MOST_LINES: usize = 350;
const MOST_FUNCTION_LINES: usize = 60;
const MOST_TEMPLATE_LINES: usize = 160;

/// `domain` of `src/domain/form/mod.rs`; `main` of `src/main.rs`.
fn ring(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split(['/', '.']).next().unwrap_or_default()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where `word` stands in a code as a whole word.
fn places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| {
            !code[..*at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word)
        })
}

fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// The root modules that a file names, as `crate::x`, `crate::{x, y}` or through
/// enough `super::`.
fn imports(path: &str, code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in places(code, "crate") {
        if let Some(rest) = code[at + 5..].strip_prefix("::") {
            for name in first_names(rest) {
                found.push((line_of(code, at), name));
            }
        }
    }
    let depth = path
        .trim_end_matches("/mod.rs")
        .trim_end_matches(".rs")
        .matches('/')
        .count();
    for (at, chain) in super_chains(code) {
        let rest = &code[at + chain * "super::".len()..];
        if chain >= depth {
            found.extend(
                first_names(rest)
                    .into_iter()
                    .map(|name| (line_of(code, at), name)),
            );
        }
    }
    found
}

/// Runs of `super::` with their lengths.
fn super_chains(code: &str) -> Vec<(usize, usize)> {
    let starts = places(code, "super").filter(|at| !code[..*at].ends_with("super::"));
    let length = |at: usize| {
        let mut rest = &code[at..];
        std::iter::from_fn(|| rest.strip_prefix("super::").map(|tail| rest = tail)).count()
    };
    starts
        .map(|at| (at, length(at)))
        .filter(|(_, chain)| *chain > 0)
        .collect()
}

/// `a` of `a::b`; `a` and `b` of `{a::c, b}`.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| {
        text.trim_start()
            .chars()
            .take_while(|c| is_word(*c))
            .collect::<String>()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![name(rest)];
    };
    let (mut depth, mut from, mut names) = (0_i32, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(name(&group[from..]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(name(&group[from..]));
                from = at + 1;
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn wrong_imports(path: &str, code: &str) -> Vec<String> {
    let own = ring(path);
    let Some((_, may)) = RINGS.iter().find(|(name, _)| *name == own) else {
        return Vec::new();
    };
    let outer = ["cli", "mail", "main"];
    let is_ring = |name: &str| RINGS.iter().any(|(ring, _)| *ring == name) || outer.contains(&name);
    let wrong = imports(path, code).into_iter();
    wrong
        .filter(|(_, name)| is_ring(name) && !may.contains(&name.as_str()))
        .map(|(line, name)| format!("{path}:{line}: {own} must not know {name}"))
        .collect()
}

fn foreign_words(path: &str, code: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (word, only) in ONLY_IN {
        let allowed = only.iter().any(|place| path.starts_with(place));
        // A path of the crate: `diesel::…`, `use askama`; a local name may be the same.
        let said = places(code, word).find(|at| {
            code[at + word.len()..].starts_with("::") || code[..*at].trim_end().ends_with("use")
        });
        if let Some(at) = said.filter(|_| !allowed) {
            wrong.push(format!(
                "{path}:{}: only {only:?} may say {word}",
                line_of(code, at)
            ));
        }
    }
    if ["domain", "policy"].contains(&ring(path)) {
        let impure = IMPURE
            .iter()
            .flat_map(|word| places(code, word).map(move |at| (at, word)));
        wrong.extend(
            impure.map(|(at, word)| format!("{path}:{}: {word} is not pure", line_of(code, at))),
        );
    }
    wrong
}

/// Names of the functions of a store module that write.
fn writers(code: &str) -> Vec<String> {
    let name = |at: usize| {
        code[at + 3..]
            .chars()
            .take_while(|c| is_word(*c))
            .collect::<String>()
    };
    let functions = places(code, "fn").map(|at| (at, name(at)));
    functions
        .filter(|(at, name)| {
            let arguments = code[at + 3 + name.len()..]
                .split(')')
                .next()
                .unwrap_or_default();
            arguments.contains(": &mut Tx")
        })
        .map(|(_, name)| name)
        .collect()
}

/// Writes of the web ring that pass no action: `account::set_name(tx, …)` where
/// `account` is the store's.
fn writes_without_action(path: &str, code: &str, store: &[(String, Vec<String>)]) -> Vec<String> {
    if ring(path) != "web" {
        return Vec::new();
    }
    let mut wrong = Vec::new();
    for (module, names) in store {
        for name in names {
            let call = format!("{module}::{name}(tx");
            let own = format!("actions::{module}");
            // The same words may name an action of the same feature.
            let action = code.contains(&own) && !code.contains(&format!("store::{module}"));
            let hit = code.match_indices(&call).find(|_| !action);
            wrong.extend(hit.map(|(at, _)| {
                format!(
                    "{path}:{}: {call}…) writes without an action",
                    line_of(code, at)
                )
            }));
        }
    }
    wrong
}

/// First line and length of every function with a body.
fn functions(code: &str) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    for at in places(code, "fn") {
        let name: String = code[at + 2..]
            .trim_start()
            .chars()
            .take_while(|c| is_word(*c))
            .collect();
        if let Some(end) = body_end(&code[at..]).filter(|_| !name.is_empty()) {
            let lines = code[at..at + end].matches('\n').count() + 1;
            found.push((line_of(code, at), lines, name));
        }
    }
    found
}

/// Where the body of a function that begins here ends; nothing for a declaration.
fn body_end(code: &str) -> Option<usize> {
    let (mut round, mut curly) = (0_i32, 0_i32);
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' => round += 1,
            ')' | ']' => round -= 1,
            '{' => curly += 1,
            '}' => {
                curly -= 1;
                if curly == 0 {
                    return Some(at);
                }
                if curly < 0 {
                    return None;
                }
            }
            ';' if round == 0 && curly == 0 => return None,
            _ => {}
        }
    }
    None
}

fn wrong_sizes(path: &str, text: &str, code: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let lines = text.lines().count();
    if lines > MOST_LINES && path != "src/store/schema.rs" {
        wrong.push(format!("{path}: {lines} lines, at most {MOST_LINES}"));
    }
    for (line, lines, name) in functions(code) {
        if lines > MOST_FUNCTION_LINES {
            wrong.push(format!(
                "{path}:{line}: fn {name} has {lines} lines, at most {MOST_FUNCTION_LINES}"
            ));
        }
    }
    wrong
}

fn wrong_openings(path: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !text.starts_with("//!") {
        wrong.push(format!("{path}: says not what it is for (//!)"));
    }
    let words = path.trim_end_matches(".rs").split('/');
    wrong.extend(
        words
            .filter(|word| EMPTY_NAMES.contains(word))
            .map(|word| format!("{path}: {word} says nothing about what is inside")),
    );
    wrong
}

/// `templates/x.html` with `{# … #}` taken out, lines kept.
fn without_comments(template: &str) -> String {
    let (mut out, mut rest) = (String::new(), template);
    while let Some((before, after)) = rest.split_once("{#") {
        out.push_str(before);
        let (comment, tail) = after.split_once("#}").unwrap_or((after, ""));
        out.push_str(&"\n".repeat(comment.matches('\n').count()));
        rest = tail;
    }
    out + rest
}

fn wrong_templates(path: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let lines = text.lines().count();
    if lines > MOST_TEMPLATE_LINES {
        wrong.push(format!(
            "{path}: {lines} lines, at most {MOST_TEMPLATE_LINES}"
        ));
    }
    let template = without_comments(text);
    for (number, line) in template.lines().enumerate() {
        let folded: String = line.to_lowercase().replace(char::is_whitespace, " ");
        let tight: String = folded.replace(' ', "");
        let safe = tight.contains("|safe") && !path.starts_with("templates/ui/");
        let script = folded.contains("<script") && !folded.contains("<script src=");
        let faults = [
            (safe, "prints unescaped (|safe)"),
            (
                attribute(&folded, "style"),
                "style belongs into the stylesheet",
            ),
            (
                folded.contains("<style"),
                "style belongs into the stylesheet",
            ),
            (handler(&folded), "script belongs into a file (on…=)"),
            (
                script || folded.contains("javascript:"),
                "script belongs into a file",
            ),
        ];
        let said = faults.iter().filter(|(is, _)| *is);
        wrong.extend(said.map(|(_, what)| format!("{path}:{}: {what}", number + 1)));
    }
    wrong
}

fn attribute(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}="))
        .any(|(at, _)| !line[..at].ends_with(|c: char| is_word(c) || c == '-'))
}

/// Whether a line has an attribute such as `onclick=`.
fn handler(line: &str) -> bool {
    line.match_indices(" on").any(|(at, _)| {
        let name = line[at + 3..]
            .chars()
            .take_while(char::is_ascii_lowercase)
            .count();
        name > 0 && line[at + 3 + name..].starts_with('=')
    })
}

/// Declarations of a stylesheet that know left from right.
fn physical_styles(path: &str, text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        let (comment, tail) = after.split_once("*/").unwrap_or((after, ""));
        plain.push_str(&"\n".repeat(comment.matches('\n').count()));
        rest = tail;
    }
    plain.push_str(rest);
    let mut wrong = Vec::new();
    let (mut line, mut declaration) = (1, String::new());
    for c in plain.chars().chain(['}']) {
        if ";{}".contains(c) {
            if is_physical(&declaration) {
                wrong.push(format!(
                    "{path}:{line}: {} knows left from right",
                    declaration.trim()
                ));
            }
            declaration.clear();
        } else {
            declaration.push(c);
        }
        line += usize::from(c == '\n');
    }
    wrong
}

fn is_physical(declaration: &str) -> bool {
    let Some((property, value)) = declaration.split_once(':') else {
        return false;
    };
    let (property, value) = (property.trim(), value.trim());
    let sided = |text: &str| {
        text.split(['-', ' ', ','])
            .any(|word| word == "left" || word == "right")
    };
    let by_value = ["text-align", "float", "clear"].contains(&property) && sided(value);
    // A selector such as `a:hover` is no declaration: its property is not a known word.
    sided(property) || by_value
}

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
fn nothing_grows_too_large() {
    fine(&over_source(|file, rust| {
        wrong_sizes(&file.path, &file.text, &rust.code)
    }));
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

// That each rule can fail.

fn code(text: &str) -> String {
    Rust::read(text).code
}

#[test]
fn a_wrong_import_is_seen_however_it_is_spelled() {
    for (path, text) in [
        ("src/domain/score.rs", "use crate::store::Tx;"),
        ("src/domain/mod.rs", "use super::policy;"),
        (
            "src/domain/form/mod.rs",
            "fn f() { super::super::web::bind() }",
        ),
        (
            "src/domain/score.rs",
            "use crate::{domain::{Moment, Day}, i18n::Locale};",
        ),
        ("src/policy/reach.rs", "fn f(_: crate::store::Reader) {}"),
        ("src/store/account.rs", "use crate::actions::Refusal;"),
        ("src/exchange/csv.rs", "use crate::web::url;"),
        ("src/actions/people.rs", "use crate::web::Site;"),
        ("src/i18n/mod.rs", "use crate::store::hex;"),
        ("src/web/app.rs", "use crate::cli;"),
        ("src/web/app.rs", "use crate::mail::run;"),
        ("src/domain/moment.rs", "use crate::clock::Clock;"),
    ] {
        assert_eq!(wrong_imports(path, &code(text)).len(), 1, "{path}: {text}");
    }
    for (path, text) in [
        (
            "src/domain/score.rs",
            "use crate::domain::{Moment, store::x}; // crate::store",
        ),
        (
            "src/domain/form/check.rs",
            "use super::super::Message; const T: &str = \"crate::web\";",
        ),
        (
            "src/store/account.rs",
            "use super::schema; use crate::policy::Reach;",
        ),
        ("src/cli/serve.rs", "use crate::web;"),
        (
            "src/web/account/form.rs",
            "use crate::domain::Message; use super::store;",
        ),
    ] {
        assert_eq!(wrong_imports(path, &code(text)), [""; 0], "{path}: {text}");
    }
}

#[test]
fn a_library_in_the_wrong_place_is_seen() {
    for (path, text) in [
        ("src/actions/people.rs", "use diesel::prelude::*;"),
        ("src/domain/id.rs", "use uuid::Uuid;"),
        ("src/policy/reach.rs", "fn f() { tracing::info!(\"x\") }"),
        (
            "src/actions/mod.rs",
            "impl actix_web::ResponseError for Refusal {}",
        ),
        ("src/store/mod.rs", "#[derive(askama::Template)] struct S;"),
    ] {
        assert_eq!(foreign_words(path, &code(text)).len(), 1, "{path}: {text}");
    }
    let fine = "// diesel::prelude\nfn f() { let diesel = \"diesel::x\"; }";
    assert_eq!(foreign_words("src/actions/people.rs", &code(fine)), [""; 0]);
}

#[test]
fn a_write_past_the_actions_is_seen() {
    let store = "pub fn set_name(tx: &mut Tx, id: Id) {}\npub fn by_id(reader: &mut Reader) {}";
    let store = vec![("account".to_owned(), writers(&code(store)))];
    assert_eq!(store[0].1, ["set_name"]);
    let page = code("use crate::store::account; fn f() { account::set_name(tx, id) }");
    assert_eq!(
        writes_without_action("src/web/account/form.rs", &page, &store).len(),
        1
    );
    let page = code("use crate::actions::account; fn f() { account::set_name(tx, id) }");
    assert_eq!(
        writes_without_action("src/web/account/form.rs", &page, &store),
        [""; 0]
    );
}

#[test]
fn what_grows_too_large_is_seen() {
    let long = |lines: usize| {
        format!(
            "//! x\nfn f(a: [u8; 2]) -> u8 {{\n{}}}\n",
            "    g();\n".repeat(lines)
        )
    };
    let check = |path: &str, text: &str| wrong_sizes(path, text, &code(text));
    assert_eq!(check("src/a.rs", &long(58)), [""; 0]);
    assert_eq!(
        check("src/a.rs", &long(59)),
        ["src/a.rs:2: fn f has 61 lines, at most 60"]
    );
    let file = "// x\n".repeat(351);
    assert_eq!(
        check("src/a.rs", &file),
        ["src/a.rs: 351 lines, at most 350"]
    );
    assert_eq!(check("src/store/schema.rs", &file), [""; 0]);
    let braces = "fn f() { let a = '{'; let b = \"}\"; let c = r#\"{\"#; }\nfn g();\nfn h() {}";
    let lengths: Vec<_> = functions(&code(braces)).into_iter().collect();
    assert_eq!(lengths, [(1, 1, "f".to_owned()), (3, 1, "h".to_owned())]);
}

#[test]
fn a_module_that_says_nothing_is_seen() {
    assert_eq!(wrong_openings("src/a.rs", "use x;").len(), 1);
    assert_eq!(wrong_openings("src/web/util.rs", "//! Things.").len(), 1);
    assert_eq!(
        wrong_openings("src/web/url.rs", "//! Every address."),
        [""; 0]
    );
}

#[test]
fn style_and_script_in_a_template_are_seen() {
    for text in [
        "<p style=\"color:red\">",
        "<p STYLE = x style=x>",
        "<button onclick=\"x()\">",
        "<body  onload=x>",
        "<script>x()</script>",
        "<style>p{}</style>",
        "<a href=\"javascript:x()\">",
        "{{ text|safe }}",
        "{{ text | safe }}",
    ] {
        assert!(
            !wrong_templates("templates/a/b.html", text).is_empty(),
            "{text}"
        );
    }
    for text in [
        "<script src=\"{{ x }}\" defer></script>",
        "{# style=\"x\" |safe #}",
        "<p class=\"on\" data-style=\"x\">",
        "<option once>",
    ] {
        assert_eq!(
            wrong_templates("templates/a/b.html", text),
            [""; 0],
            "{text}"
        );
    }
    assert_eq!(
        wrong_templates("templates/ui/x.html", "{{ svg|safe }}"),
        [""; 0]
    );
    assert_eq!(
        wrong_templates("templates/a/b.html", &"x\n".repeat(161)).len(),
        1
    );
}

#[test]
fn a_style_that_knows_left_from_right_is_seen() {
    for text in [
        "p { margin-left: 1em }",
        "p{left:0}",
        "p { color: red; padding-right: 2px; }",
        "p { text-align: left }",
        "p { border-top-left-radius: 2px }",
        "p { float: right }",
        "@media print { p { right: 0 } }",
        "p { border-left-color: red }",
    ] {
        assert_eq!(physical_styles("static/a.css", text).len(), 1, "{text}");
    }
    for text in [
        "p { margin-inline-start: 1em } /* left: 0 */",
        "p { text-align: start }",
        "a:hover { color: red }",
        ".copyright { inset-inline: 0 }",
        "p { transition: left-over 1s }",
    ] {
        assert_eq!(physical_styles("static/a.css", text), [""; 0], "{text}");
    }
}
