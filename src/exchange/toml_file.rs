//! Writing TOML that people keep and change: short texts on one line, long ones
//! with a line for each language.

use crate::domain::Translated;

/// A line of texts that is longer than this is broken into one of each language.
const LINE_MOST: usize = 110;

/// A file that is being written.
#[derive(Default)]
pub struct TomlFile(pub String);

impl TomlFile {
    /// A file with remarks above, line by line.
    pub fn with(remarks: &[String]) -> Self {
        let mut file = Self::default();
        for remark in remarks {
            file.line("", &format!("# {}", remark.replace(char::is_control, " ")));
        }
        file
    }

    /// One line.
    pub fn line(&mut self, indent: &str, text: &str) {
        self.0.push_str(indent);
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// The head of a table, with an empty line above.
    pub fn table(&mut self, indent: &str, name: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.line(indent, &format!("[[{name}]]"));
    }

    /// A key and its value, spelled as TOML.
    pub fn pair(&mut self, indent: &str, key: &str, value: impl std::fmt::Display) {
        self.line(indent, &format!("{key} = {value}"));
    }

    /// The code of what the table is about.
    pub fn code(&mut self, indent: &str, code: &str) {
        self.pair(indent, "code", quoted(code));
    }

    /// A text that may be left out.
    pub fn some_text(&mut self, indent: &str, key: &str, text: &Translated) {
        if !is_blank(text) {
            self.text(indent, key, text);
        }
    }

    /// A text in its languages.
    pub fn text(&mut self, indent: &str, key: &str, text: &Translated) {
        let line = format!("{key} = {}", inline(text));
        let breaks = languages(text).iter().any(|(_, own)| own.contains('\n'));
        if line.chars().count() <= LINE_MOST && !breaks || is_blank(text) {
            return self.line(indent, &line);
        }
        for (language, own) in languages(text) {
            if !own.is_empty() {
                self.pair(indent, &format!("{key}.{language}"), spelled(own));
            }
        }
    }
}

fn languages(text: &Translated) -> [(&'static str, &str); 3] {
    [("en", &text.en), ("ar", &text.ar), ("he", &text.he)]
}

/// Nothing at all, not even a space.
fn is_blank(text: &Translated) -> bool {
    languages(text).iter().all(|(_, own)| own.is_empty())
}

/// A text as an inline table.
pub fn inline(text: &Translated) -> String {
    let filled = languages(text);
    let filled = filled.iter().filter(|(_, own)| !own.is_empty());
    let pairs: Vec<String> = filled
        .map(|(language, own)| format!("{language} = {}", quoted(own)))
        .collect();
    if pairs.is_empty() {
        "{}".to_owned()
    } else {
        format!("{{ {} }}", pairs.join(", "))
    }
}

/// Several lines as several lines, if there are any.
fn spelled(text: &str) -> String {
    if text.contains('\n') {
        format!("\"\"\"\n{}\"\"\"", escaped(text, true))
    } else {
        quoted(text)
    }
}

/// A text as a string on one line.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text, false))
}

fn escaped(text: &str, breaks: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' if breaks => out.push('\n'),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
