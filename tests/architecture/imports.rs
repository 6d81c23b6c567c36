//! Who may know whom: the rings, the libraries, the way of a write.

use crate::words::{is_word, line_of, places};

/// Modules of the crate's root, and which of them each may import. The outermost
/// ones (`cli`, `mail`, `main`, `lib`) may import all, and are imported by none
/// but each other.
const RINGS: [(&str, &[&str]); 11] = [
    ("domain", &["domain"]),
    ("clock", &["clock", "domain"]),
    ("policy", &["policy", "domain"]),
    ("i18n", &["i18n", "domain"]),
    ("store", &["store", "domain", "policy"]),
    ("exchange", &["exchange", "domain", "i18n"]),
    ("files", &["files", "domain"]),
    ("openid", &["openid", "domain"]),
    (
        "actions",
        &[
            "actions", "domain", "policy", "i18n", "store", "exchange", "files",
        ],
    ),
    ("config", &["config", "domain", "files", "openid", "store"]),
    (
        "web",
        &[
            "web", "domain", "policy", "i18n", "store", "exchange", "files", "openid", "actions",
            "config", "clock",
        ],
    ),
];

/// Crates and parts of the standard library, and the only places that may say them.
const ONLY_IN: [(&str, &[&str]); 23] = [
    ("diesel", &["src/store/"]),
    ("diesel_migrations", &["src/store/"]),
    (
        "actix_web",
        &["src/web/", "src/cli/serve.rs", "src/cli/serve/"],
    ),
    ("askama", &["src/web/"]),
    ("lettre", &["src/mail.rs"]),
    ("clap", &["src/cli/"]),
    ("fluent_bundle", &["src/i18n/"]),
    (
        "getrandom",
        &[
            "src/actions/",
            "src/files/",
            "src/store/vault/",
            "src/web/cookies.rs",
        ],
    ),
    (
        "chacha20poly1305",
        &["src/store/vault/", "src/files/sealed.rs"],
    ),
    ("zip", &["src/files/", "src/exchange/ledger_file/"]),
    ("image", &["src/files/"]),
    ("qrcode", &["src/web/account/"]),
    ("totp_rs", &["src/domain/second_factor.rs"]),
    ("webauthn_rs", &["src/actions/passkey/"]),
    ("zxcvbn", &["src/domain/password.rs"]),
    ("actix_multipart", &["src/web/"]),
    ("age", &["src/exchange/backup/"]),
    ("tar", &["src/exchange/backup/"]),
    ("rustix", &["src/cli/doctor/", "src/web/app.rs"]),
    ("prometheus_client", &["src/web/metrics.rs"]),
    ("object_store", &["src/files/bucket"]),
    ("openidconnect", &["src/openid/"]),
    ("reqwest", &["src/openid/"]),
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

/// `domain` of `src/domain/form/mod.rs`; `main` of `src/main.rs`.
fn ring(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split(['/', '.']).next().unwrap_or_default()
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

pub fn wrong_imports(path: &str, code: &str) -> Vec<String> {
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

pub fn foreign_words(path: &str, code: &str) -> Vec<String> {
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
pub fn writers(code: &str) -> Vec<String> {
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
pub fn writes_without_action(
    path: &str,
    code: &str,
    store: &[(String, Vec<String>)],
) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Rust;

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
}
