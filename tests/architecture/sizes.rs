//! How large things grow, and what they are called.

use crate::words::{is_word, line_of, places};

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 9] = [
    "common", "util", "utils", "helper", "helpers", "manager", "service", "misc", "shared",
];

const MOST_LINES: usize = 350;
const MOST_FUNCTION_LINES: usize = 60;

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

pub fn too_long(path: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    let wrong = lines > MOST_LINES && path != "src/store/schema.rs";
    wrong.then(|| format!("{path}: {lines} lines, at most {MOST_LINES}"))
}

pub fn wrong_sizes(path: &str, text: &str, code: &str) -> Vec<String> {
    let mut wrong: Vec<String> = too_long(path, text).into_iter().collect();
    for (line, lines, name) in functions(code) {
        if lines > MOST_FUNCTION_LINES {
            wrong.push(format!(
                "{path}:{line}: fn {name} has {lines} lines, at most {MOST_FUNCTION_LINES}"
            ));
        }
    }
    wrong
}

pub fn wrong_openings(path: &str, text: &str) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Rust;

    fn code(text: &str) -> String {
        Rust::read(text).code
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
}
