//! The project's own files, read by tests that hold them against rules.

#![allow(dead_code, reason = "each test binary uses another part of it")]

use std::path::{Path, PathBuf};

/// A file of the project.
pub struct File {
    /// Path from the project's root, with `/`.
    pub path: String,
    pub text: String,
}

/// Every file below a folder of the project with this ending, in order.
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join(folder), &mut found);
    found.sort();
    let wanted = found
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == ending));
    let files: Vec<File> = wanted
        .map(|path| File {
            text: std::fs::read_to_string(&path).expect("a text file"),
            path: path
                .strip_prefix(root)
                .expect("below the root")
                .to_string_lossy()
                .into_owned(),
        })
        .collect();
    assert!(!files.is_empty(), "no .{ending} below {folder}");
    files
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Rust text taken apart: the same text with comments and the insides of
/// literals blanked (line breaks kept), and the string literals.
pub struct Rust {
    pub code: String,
    pub strings: Vec<Literal>,
}

/// A string literal.
pub struct Literal {
    pub line: usize,
    pub value: String,
    /// Where it begins and ends in the blanked code.
    pub from: usize,
    pub to: usize,
}

impl Rust {
    /// Reads a text that compiles.
    pub fn read(text: &str) -> Self {
        let mut reader = Reader {
            rest: text,
            line: 1,
            rust: Self {
                code: String::with_capacity(text.len()),
                strings: Vec::new(),
            },
        };
        while !reader.rest.is_empty() {
            reader.step();
        }
        reader.rust
    }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    rust: Rust,
}

impl Reader<'_> {
    fn step(&mut self) {
        let rest = self.rest;
        let after_word = self
            .rust
            .code
            .ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if rest.starts_with("//") {
            self.blank(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.blank(block_comment(rest));
        } else if let Some(parts) = raw_string(rest).filter(|_| !after_word) {
            self.literal(parts, false);
        } else if rest.starts_with('"') {
            let length = plain_string(rest);
            self.literal((1, length - 1, length), true);
        } else if let Some(length) = character(rest) {
            self.blank(length);
        } else {
            let next = rest.chars().next().map_or(0, char::len_utf8);
            self.rust.code.push_str(&rest[..next]);
            self.forward(next);
        }
    }

    fn forward(&mut self, bytes: usize) {
        self.line += self.rest[..bytes].matches('\n').count();
        self.rest = &self.rest[bytes..];
    }

    fn blank(&mut self, bytes: usize) {
        for c in self.rest[..bytes].chars() {
            self.rust.code.push(if c == '\n' { '\n' } else { ' ' });
        }
        self.forward(bytes);
    }

    /// A string literal: where its inside begins and ends, and its length.
    fn literal(&mut self, (from, to, length): (usize, usize, usize), escapes: bool) {
        let inside = &self.rest[from..to];
        let value = if escapes {
            unescape(inside)
        } else {
            inside.to_owned()
        };
        let (line, from) = (self.line, self.rust.code.len());
        self.blank(length);
        let to = self.rust.code.len();
        self.rust.strings.push(Literal {
            line,
            value,
            from,
            to,
        });
    }
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// Where the inside of a raw string (`r#"…"#`) begins and ends, and its length.
fn raw_string(text: &str) -> Option<(usize, usize, usize)> {
    let after = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inside = after[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let (from, length) = (text.len() - inside.len(), inside.find(&close)?);
    Some((from, from + length, from + length + close.len()))
}

fn plain_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Length of a character literal; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        // The escaped character itself may be a quote.
        return escape[1..].find('\'').map(|end| end + 4);
    }
    let first = inside.chars().next()?;
    inside[first.len_utf8()..]
        .starts_with('\'')
        .then(|| first.len_utf8() + 2)
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, false) => out.push(c),
            _ => match chars.next() {
                Some('n') => out.push('\n'),
                Some('\n') => {
                    while chars.peek().is_some_and(|c| c.is_whitespace()) {
                        chars.next();
                    }
                }
                Some(other) => out.push(other),
                None => {}
            },
        }
    }
    out
}
