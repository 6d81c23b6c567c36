//! What nobody honest types, and what makes one address like another.

use crate::links::shape;

/// What is sent; `other` is the id of something that others own.
pub fn hostile(other: &str) -> Vec<String> {
    let long = "س".repeat(4_000);
    [
        "</textarea></title></select></script><x-hostile onhostile=1>{{7*7}}<!--",
        "\"'> onhostile=1 x='\" `\\",
        "\u{202e}evil\u{2066}\u{200f}\u{2029}\u{feff}",
        "a\u{1}\u{7}\u{1b}[31m\u{7f}\r\nBcc: x@example.org\r\n\t",
        "👩🏽‍⚖️🏴‍☠️e\u{301}\u{fffd}\u{10ffff}",
        "=1+1|cmd'!A1",
        "99999999999999999999999999999999999999",
        "9223372036854775807",
        "-9223372036854775808",
        "-1",
        "1e309",
        "NaN",
        "٩٩٩٬٩٩٩٫٩٩",
        "2026-02-30",
        "9999-12-31 23:59:60",
        "-0001-00-00",
        "00000000-0000-0000-0000-000000000000",
        "../../../../etc/passwd",
        "' OR 1=1;--",
        "javascript:alert(1)//https://x.example",
        "%s%n${7*7}%2500%",
        " ",
        other,
        &long,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// An address without what makes it one among many: ids, values of its query, and the
/// codes of the questions and criteria that are edited there.
pub fn kind(address: &str) -> String {
    let shape = shape(address);
    let parts: Vec<&str> = shape.split('/').collect();
    let edited = parts
        .iter()
        .position(|part| ["form", "rubric"].contains(part));
    match edited.filter(|at| at + 2 < parts.len()) {
        Some(at) => format!("{} and {} more", parts[..at + 2].join("/"), parts.len()),
        None => shape,
    }
}
