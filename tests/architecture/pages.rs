//! What templates and styles may hold.

use crate::words::is_word;

const MOST_TEMPLATE_LINES: usize = 160;

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

pub fn wrong_templates(path: &str, text: &str) -> Vec<String> {
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
        // A page that is kept as a file must hold its style and script.
        let embedded = path == "templates/ui/embedded.html";
        let script = !embedded && folded.contains("<script") && !folded.contains("<script src=");
        let faults = [
            (safe, "prints unescaped (|safe)"),
            (
                attribute(&folded, "style"),
                "style belongs into the stylesheet",
            ),
            (
                folded.contains("<style") && !embedded,
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
pub fn physical_styles(path: &str, text: &str) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
