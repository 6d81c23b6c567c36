//! What two walks through the program gave, made comparable and compared.

/// What a PDF says; its bytes hold ids.
pub fn words_of_pdf(body: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(body).expect("a PDF");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).expect("text")
}

/// Hashes and ids of requests, which are random by nature, by a word.
pub fn without_hashes(text: &str) -> String {
    let hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(hex) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let run = rest.find(|c| !hex(c)).unwrap_or(rest.len());
        out.push_str(if run < 12 { &rest[..run] } else { "HEX" });
        rest = &rest[run..];
    }
    out + rest
}

pub fn assert_same(who: &str, one: &[(String, u16, String)], other: &[(String, u16, String)]) {
    assert_eq!(one.len(), other.len());
    let mut different = Vec::new();
    for (one, other) in one.iter().zip(other) {
        if one != other {
            let lines = one.2.lines().zip(other.2.lines());
            let line = lines.into_iter().find(|(one, other)| one != other);
            different.push(format!("{} {} {}: {line:?}", one.0, one.1, other.1));
        }
    }
    assert_eq!(different, [""; 0], "{who} sees a difference");
}
