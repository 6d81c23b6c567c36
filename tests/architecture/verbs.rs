//! What the audit log is told was done, and what the story of an application calls it.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{File, Literal, Rust};
use crate::words::{is_word, line_of, places};

/// Every verb that the sources write, with the first place that does.
pub fn written(sources: &[(File, Rust)]) -> Result<BTreeMap<String, String>, Vec<String>> {
    let writers = writers(sources);
    let (mut verbs, mut wrong) = (BTreeMap::new(), Vec::new());
    for (file, rust) in sources {
        let place = |at: usize| format!("{}:{}", file.path, line_of(&rust.code, at));
        for (from, to) in verb_bindings(&rust.code) {
            for literal in within(rust, from, to) {
                let first = verbs.entry(literal.value.clone());
                first.or_insert_with(|| place(from));
            }
        }
        let own = writers.get(module(&file.path)).into_iter().flatten();
        let names = own.map(String::as_str).chain(["audit"]);
        let calls = names.flat_map(|name| calls(&rust.code, name).map(move |at| (name, at)));
        for (name, (from, to)) in calls {
            let arguments = &rust.code[from..to];
            let is_write = places(arguments, "tx").next().is_some();
            let passed_on = places(arguments, "verb").next().is_some();
            if (!is_write && name != "audit") || passed_on {
                continue;
            }
            match within(rust, from, to).find(|literal| !literal.value.is_empty()) {
                Some(literal) => {
                    let first = verbs.entry(literal.value.clone());
                    first.or_insert_with(|| place(from));
                }
                None => wrong.push(format!(
                    "{}: what was done is neither a literal nor called verb",
                    place(from)
                )),
            }
        }
    }
    match wrong.is_empty() {
        true => Ok(verbs),
        false => Err(wrong),
    }
}

/// Functions that are given a verb to write, by the module that sees them.
fn writers(sources: &[(File, Rust)]) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, rust) in sources {
        for at in places(&rust.code, "fn") {
            let name: String = rust.code[at + 2..]
                .trim_start()
                .chars()
                .take_while(|c| is_word(*c))
                .collect();
            let open = rust.code[at..].find('(').map(|open| at + open + 1);
            let Some((from, to)) = open.map(|from| (from, closing(&rust.code, from))) else {
                continue;
            };
            let parameters = &rust.code[from..to];
            let has = |word: &str| places(parameters, word).next().is_some();
            if has("verb") && has("tx") && parameters.contains("&str") {
                let module = module(&file.path).to_owned();
                found.entry(module).or_default().insert(name);
            }
        }
    }
    found
}

/// `src/actions/award` of `src/actions/award/pay.rs`, else the file itself.
fn module(path: &str) -> &str {
    let mut slashes = path.match_indices('/').map(|(at, _)| at);
    match slashes.nth(2) {
        Some(at) => &path[..at],
        None => path,
    }
}

/// The arguments of every call of a function of the module, whatever it is called on.
/// What another module calls so is another function.
fn calls<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let own = move |at: &usize| {
        let before = code[..*at].trim_end();
        let path = before.strip_suffix("::");
        let elsewhere = path.is_some_and(|path| !path.ends_with("super"));
        !before.ends_with("fn") && (name == "audit" || !elsewhere)
    };
    places(code, name)
        .filter(own)
        .map(move |at| at + name.len())
        .filter(move |after| code[*after..].starts_with('('))
        .map(move |after| (after + 1, closing(code, after + 1)))
}

/// What is bound to `verb`, alone or beside something else: all of it until the `;`.
fn verb_bindings(code: &str) -> Vec<(usize, usize)> {
    let bound = places(code, "let").filter_map(|at| {
        let end = at + code[at..].find(';')?;
        let equals = at + code[at..end].find('=')?;
        let names = &code[at..equals];
        let is_verb = places(names, "verb").next().is_some();
        is_verb.then_some((equals, end))
    });
    bound.collect()
}

/// Where the bracket that is open at `from` is closed.
fn closing(code: &str, from: usize) -> usize {
    let mut depth = 1;
    for (at, c) in code[from..].char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return from + at;
        }
    }
    code.len()
}

fn within(rust: &Rust, from: usize, to: usize) -> impl Iterator<Item = &Literal> {
    let inside = move |literal: &&Literal| literal.from >= from && literal.to <= to;
    rust.strings.iter().filter(inside)
}

/// Verbs that have neither words nor a reason to have none; words and reasons of what
/// nothing writes; what is told although it is never told.
pub fn untold(
    verbs: &BTreeMap<String, String>,
    told: &BTreeSet<String>,
    never: &[(&str, &[&str])],
) -> Vec<String> {
    let never: BTreeSet<&str> = never
        .iter()
        .flat_map(|(_, all)| all.iter().copied())
        .collect();
    let lacking = verbs
        .iter()
        .filter(|(verb, _)| !told.contains(*verb) && !never.contains(verb.as_str()));
    let mut wrong: Vec<String> = lacking
        .map(|(verb, place)| format!("{place}: the story has no words for {verb}"))
        .collect();
    let both = told.iter().filter(|verb| never.contains(verb.as_str()));
    wrong.extend(both.map(|verb| format!("{verb} has words and is never told")));
    let known = told.iter().map(String::as_str).chain(never.iter().copied());
    let gone = known.filter(|verb| !verbs.contains_key(*verb));
    wrong.extend(gone.map(|verb| format!("{verb} is written nowhere")));
    wrong
}

/// The verbs of a table of messages: `ask_sponsor` of `story-ask-sponsor`.
pub fn told(table: &Rust) -> BTreeSet<String> {
    let keys = table.strings.iter().filter_map(|literal| {
        let verb = literal.value.strip_prefix("story-")?;
        (!verb.is_empty() && !verb.starts_with("part-")).then(|| verb.replace('-', "_"))
    });
    keys.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> (File, Rust) {
        let file = File {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        (file, Rust::read(text))
    }

    #[test]
    fn every_way_to_write_a_verb_is_seen() {
        let sources = [
            source(
                "src/actions/hold.rs",
                r#"fn f() { audit(tx, "end_hold", object, "on hold", "ended")?; }"#,
            ),
            source(
                "src/actions/award/mod.rs",
                "fn note(tx: &mut Tx, verb: &str, (a, b): (&str, &str)) { audit(tx, verb, x, a, b) }",
            ),
            source(
                "src/actions/award/pay.rs",
                r#"fn f() {
                    let (verb, n) = (if late { "pay_late" } else { "pay" }, 2);
                    note(tx, verb, ("", "x"))?;
                    note(tx, "drop_payment", ("paid", ""))?;
                    note(words, "no_verb");
                    award::note(tx, "no_verb");
                }"#,
            ),
            source("src/actions/other.rs", r#"fn f() { note(tx, "no_verb") }"#),
        ];
        let found = written(&sources).expect("verbs");
        let verbs: Vec<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(verbs, ["drop_payment", "end_hold", "pay", "pay_late"]);
        assert_eq!(found["end_hold"], "src/actions/hold.rs:1");
        let hidden = source(
            "src/actions/x.rs",
            "fn f() { audit(tx, what, object, a, b) }",
        );
        assert_eq!(written(&[hidden]).expect_err("hidden").len(), 1);
    }

    #[test]
    fn what_has_no_words_is_seen() {
        let verb = |verb: &str| (verb.to_owned(), "src/x.rs:1".to_owned());
        let verbs: BTreeMap<_, _> = [verb("place_hold"), verb("sign_in")].into();
        let words = told(&Rust::read(r#"["story-place-hold", "story-part-other"]"#));
        let never: [(&str, &[&str]); 1] = [("accounts", &["sign_in"])];
        assert_eq!(untold(&verbs, &words, &never), [""; 0]);
        assert_eq!(untold(&verbs, &words, &[]).len(), 1);
        assert_eq!(untold(&verbs, &BTreeSet::new(), &never).len(), 1);
        let more = told(&Rust::read(
            r#"["story-place-hold", "story-sign-in", "story-gone"]"#,
        ));
        assert_eq!(untold(&verbs, &more, &never).len(), 2);
    }
}
