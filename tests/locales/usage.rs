//! Where code and templates ask for messages.

use std::collections::BTreeSet;

use crate::source::{Literal, Rust, files};

/// How a message is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// `say("key")`: without variables.
    Say,
    /// `with("key", "name", value)`: with one variable.
    With,
    /// `count("key", n)`: with the variable `n`.
    Count,
    /// `Message::new("key").with("name", value)…`
    Message,
}

/// A place that asks for a message by a literal key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub key: String,
    pub place: String,
    pub how: How,
    /// The variables that it gives.
    pub given: BTreeSet<String>,
}

/// Every call of code and templates.
pub fn calls() -> Vec<Call> {
    let rust = files("src", "rs")
        .into_iter()
        .map(|file| (file.path, file.text));
    let templates = files("templates", "html");
    let templates = templates
        .into_iter()
        .map(|file| (file.path, expressions(&file.text)));
    rust.chain(templates)
        .flat_map(|(path, text)| calls_in(&path, &Rust::read(&text)))
        .collect()
}

/// Every string literal of the code, with its place.
pub fn rust_literals() -> Vec<(String, String)> {
    let read = |file: crate::source::File| {
        let strings = Rust::read(&file.text).strings.into_iter();
        strings.map(move |literal| (format!("{}:{}", file.path, literal.line), literal.value))
    };
    files("src", "rs").into_iter().flat_map(read).collect()
}

/// Every string literal of code and of expressions in templates.
pub fn all_literals() -> BTreeSet<String> {
    let templates = files("templates", "html");
    let of_templates = templates
        .iter()
        .flat_map(|file| Rust::read(&expressions(&file.text)).strings);
    let of_code = rust_literals().into_iter().map(|(_, value)| value);
    of_code
        .chain(of_templates.map(|literal| literal.value))
        .collect()
}

/// Small words joined by hyphens.
pub fn looks_like_a_key(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.split('-').all(part)
}

/// A template with everything but the insides of `{{ }}` and `{% %}` blanked.
fn expressions(template: &str) -> String {
    let (mut out, mut rest) = (String::new(), template);
    let blank = |text: &str| {
        text.chars()
            .map(|c| if c == '\n' { '\n' } else { ' ' })
            .collect::<String>()
    };
    while let Some(at) = rest
        .find("{{")
        .into_iter()
        .chain(rest.find("{%"))
        .chain(rest.find("{#"))
        .min()
    {
        let close = match &rest[at..at + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end);
        out += &blank(&rest[..at + 2]);
        out += &if close == "#}" {
            blank(&rest[at + 2..end])
        } else {
            rest[at + 2..end].to_owned()
        };
        out.push(';');
        rest = rest.get(end + 2..).unwrap_or_default();
    }
    out + &blank(rest)
}

fn calls_in(path: &str, rust: &Rust) -> Vec<Call> {
    let mut calls = Vec::new();
    for (number, literal) in rust.strings.iter().enumerate() {
        let next = rust.strings.get(number + 1);
        if let Some((how, given)) = call(&rust.code, literal, next, &rust.strings[number + 1..]) {
            let place = format!("{path}:{}", literal.line);
            calls.push(Call {
                key: literal.value.clone(),
                place,
                how,
                given,
            });
        }
    }
    calls
}

fn call(
    code: &str,
    literal: &Literal,
    next: Option<&Literal>,
    later: &[Literal],
) -> Option<(How, BTreeSet<String>)> {
    let before = code[..literal.from].trim_end();
    let one = |name: &str| BTreeSet::from([name.to_owned()]);
    if before.ends_with(".say(") {
        return Some((How::Say, BTreeSet::new()));
    }
    if before.ends_with(".count(") && code[literal.to..].trim_start().starts_with(',') {
        return Some((How::Count, one("n")));
    }
    if before.ends_with("Message::new(") {
        return Some((How::Message, chain(code, literal.to, later)));
    }
    // A message of the domain takes a name and a value, a locale a key before them.
    let name = next
        .filter(|next| before.ends_with(".with(") && code[literal.to..next.from].trim() == ",")?;
    code[name.to..]
        .trim_start()
        .starts_with(',')
        .then(|| (How::With, one(&name.value)))
}

/// The names of `.with("name", …)` calls that follow directly.
fn chain(code: &str, from: usize, later: &[Literal]) -> BTreeSet<String> {
    let mut given = BTreeSet::new();
    let mut at = from + code[from..].find(')').map_or(0, |close| close + 1);
    while let Some(arguments) = code[at..].trim_start().strip_prefix(".with(") {
        let open = code.len() - arguments.len();
        let name = later.iter().find(|literal| literal.from >= open);
        given.extend(name.map(|literal| literal.value.clone()));
        at = open + closing(arguments);
    }
    given
}

/// Where the bracket that is open at the start is closed, behind it.
fn closing(code: &str) -> usize {
    let mut depth = 1;
    for (at, c) in code.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, How, Vec<String>)> {
        let calls = calls_in("x.rs", &Rust::read(text));
        calls
            .into_iter()
            .map(|call| (call.key, call.how, call.given.into_iter().collect()))
            .collect()
    }

    #[test]
    fn every_way_to_ask_is_found_with_its_variables() {
        let text = r#"
            t.say("a-b"); t.with("c-d", "who", name); t.count( "e-f" , list.len());
            Message::new("g-h").with("least", f(1)).with("most", 2);
            Message::new("i-j"); text.with("most", 5); list.iter().count(); // t.say("no-no")
        "#;
        let name = |name: &str| vec![name.to_owned()];
        let expected = [
            ("a-b".to_owned(), How::Say, vec![]),
            ("c-d".to_owned(), How::With, name("who")),
            ("e-f".to_owned(), How::Count, name("n")),
            (
                "g-h".to_owned(),
                How::Message,
                vec!["least".to_owned(), "most".to_owned()],
            ),
            ("i-j".to_owned(), How::Message, vec![]),
        ];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn templates_are_read_inside_their_braces_only() {
        let text = r#"<p class="x-y">{{ t.say("a-b") }} don't {# t.say("no-no") #}{% if t.count("c-d", n) == "" %}"#;
        let keys: Vec<_> = found(&expressions(text))
            .into_iter()
            .map(|(key, _, _)| key)
            .collect();
        assert_eq!(keys, ["a-b", "c-d"]);
    }

    #[test]
    fn keys_look_like_small_words_with_hyphens() {
        for key in ["sign-in-title", "error-must-match", "a-1"] {
            assert!(looks_like_a_key(key), "{key}");
        }
        for text in ["name", "a_b-c", "A-b", "-a", "a-", "a--b", "a-b c", "#a-b"] {
            assert!(!looks_like_a_key(text), "{text}");
        }
    }
}
