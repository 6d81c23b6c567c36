//! Words that a template would print in one language only.

/// Attributes that readers see or hear.
const SPOKEN: [&str; 7] = [
    "title",
    "aria-label",
    "aria-description",
    "placeholder",
    "alt",
    "label",
    "aria-roledescription",
];

/// Every piece of text in a template that no message gave.
pub fn own_words(path: &str, template: &str) -> Vec<String> {
    let plain = without_expressions(template);
    let mut wrong = Vec::new();
    for (number, line) in marked(&plain).lines().enumerate() {
        let (mut tags, text) = taken_apart(line);
        // A macro that prints attributes for a tag of its caller.
        let (fragments, text) = without_attributes(&text);
        tags.push(fragments);
        if has_letters(&text) {
            wrong.push(format!("{path}:{}: says {:?}", number + 1, text.trim()));
        }
        for (name, value) in tags.iter().flat_map(|tag| attributes(tag)) {
            if SPOKEN.contains(&name.as_str()) && has_letters(&value) {
                wrong.push(format!("{path}:{}: {name} says {value:?}", number + 1));
            }
        }
    }
    wrong
}

/// The template with `{{ }}`, `{% %}` and `{# #}` taken out, line breaks kept.
fn without_expressions(template: &str) -> String {
    let (mut out, mut rest) = (String::new(), template);
    while let Some(at) = rest.find('{') {
        let close = match rest[at..].get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                out.push_str(&rest[..=at]);
                rest = &rest[at + 1..];
                continue;
            }
        };
        let end = rest[at..]
            .find(close)
            .map_or(rest.len(), |end| at + end + 2);
        out.push_str(&rest[..at]);
        out.push_str(&"\n".repeat(rest[at..end].matches('\n').count()));
        rest = &rest[end..];
    }
    out + rest
}

/// A tag that goes over several lines is put on its first one.
fn marked(text: &str) -> String {
    let (mut inside, mut owed, mut out) = (false, 0, String::new());
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ => {}
        }
        if c == '\n' && inside {
            owed += 1;
            out.push(' ');
        } else if c == '\n' {
            out.push_str(&"\n".repeat(owed + 1));
            owed = 0;
        } else {
            out.push(c);
        }
    }
    out
}

/// The tags of a line, and the text between them without entities.
fn taken_apart(line: &str) -> (Vec<String>, String) {
    let (mut tags, mut text, mut rest) = (Vec::new(), String::new(), line);
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let (tag, tail) = after.split_once('>').unwrap_or((after, ""));
        tags.push(tag.to_owned());
        rest = tail;
    }
    text.push_str(rest);
    (tags, without_entities(&text))
}

fn without_entities(text: &str) -> String {
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        let name = part.split(';').next().unwrap_or_default();
        let entity =
            part.contains(';') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
        out + if entity {
            &part[name.len() + 1..]
        } else {
            part
        }
    })
}

/// The attributes that stand outside any tag, and the text without them.
fn without_attributes(text: &str) -> (String, String) {
    let (mut fragments, mut out, mut rest) = (String::new(), String::new(), text);
    while let Some((before, after)) = rest.split_once("=\"") {
        let name = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let (value, tail) = after.split_once('"').unwrap_or((after, ""));
        out.push_str(&before[..before.len() - name.len()]);
        fragments += &format!(" {name}=\"{value}\"");
        rest = tail;
    }
    out.push_str(rest);
    (fragments, out)
}

fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let name = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let (value, tail) = after.split_once('"').unwrap_or((after, ""));
        found.push((name.to_owned(), value.to_owned()));
        rest = tail;
    }
    found
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_template_are_seen() {
        for template in [
            "<p>Hello</p>",
            "<p>{{ x }} of {{ y }}</p>",
            "<a aria-label=\"Close {{ x }}\">×</a>",
            "<input\n placeholder=\"Name\">",
            "<p>\nשלום\n</p>",
        ] {
            assert_eq!(own_words("x.html", template).len(), 1, "{template}");
        }
    }

    #[test]
    fn marks_and_messages_are_no_words() {
        for template in [
            "<p class=\"lead\">{{ t.say(\"hello\") }}: &middot; 1 / 2 ×</p>",
            "{%- macro traits(f) %} id=\"{{ f.id }}\" aria-invalid=\"true\"{% endmacro %}",
            "{# A comment #}{% if a < b %}<br>{% endif %}",
            "<a aria-label=\"{{ t.say(\"x\") }}\" data-label=\"x\">{{ y }}</a>",
        ] {
            assert_eq!(own_words("x.html", template), [""; 0], "{template}");
        }
    }
}
