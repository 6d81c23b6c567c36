//! What a first visit weighs on a bad line, where nothing is kept from before.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::review::panel::Panel;
use crate::story::{ANSWERS, Story};
use crate::support::{Page, Person, TestSite};

/// Most bytes of a page with everything that it links.
const MOST: usize = 30_000;

/// A page and everything that it links.
fn parts(page: &Page) -> Vec<String> {
    let mut parts = vec![page.path.clone()];
    parts.extend(page.attributes("link[rel=stylesheet], link[rel=icon]", "href"));
    parts.extend(page.attributes("script[src]", "src"));
    parts
}

/// Bytes of a page and of everything that it links, as browsers ask over TLS.
fn first_visit(person: &Person, path: &str) -> usize {
    let page = person.get(path);
    assert_eq!(page.status, 200, "{path}");
    let parts = parts(&page);
    let asked = [("accept-encoding", "gzip, deflate, br")];
    let answers = parts.iter().map(|part| {
        let answer = person.ask("GET", part, &asked, None);
        assert!(answer.header("content-encoding").is_some(), "{part}");
        answer.body.len()
    });
    answers.sum()
}

#[test]
fn every_page_of_an_applicant_weighs_little_on_a_first_visit() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let mut visitor = story.site.visitor();
    for language in ["en", "ar", "he"] {
        let chosen = [("language", language), ("return_to", "/")];
        rana.post_with_token("/language", &chosen);
        visitor.headers = vec![("accept-language", language.to_owned())];
        let public = ["", "/eligibility"].map(|page| format!("/rounds/winter{page}"));
        let entries = ["/", "/sign-in", "/sign-up"].map(str::to_owned);
        for path in public.into_iter().chain(entries) {
            let bytes = first_visit(&visitor, &path);
            assert!(bytes <= MOST, "{path} in {language}: {bytes} bytes");
        }
        let own = ["", "/check"].map(|page| format!("{place}{page}"));
        let sections = ANSWERS.map(|(code, _)| format!("{place}/sections/{code}"));
        for path in own.into_iter().chain(sections) {
            let bytes = first_visit(&rana, &path);
            assert!(bytes <= MOST, "{path} in {language}: {bytes} bytes");
        }
    }
}

/// Requests of a first visit, the page among them.
const REQUESTS: usize = 4;

#[test]
fn the_review_page_comes_in_few_requests_and_the_next_page_in_one() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    let page = panel.page(&panel.noor);
    assert!(page.has("form[data-digits]"), "{}", page.text());
    let first = parts(&page);
    assert!(first.len() <= REQUESTS, "{first:?}");
    let bytes = first_visit(&panel.noor, &page.path);
    assert!(bytes <= MOST, "{bytes} bytes");
    for next in ["/reviews", "/account"] {
        for part in &parts(&panel.noor.get(next))[1..] {
            assert!(first.contains(part), "{next} asks for {part} too");
        }
    }
    let styles = panel.noor.get(&first[1]);
    let kept = "public, max-age=31536000, immutable";
    assert_eq!(styles.header("cache-control"), Some(kept));
}

/// Each way to pack with what a browser says to get it; nothing says nothing.
const ENCODINGS: [(Option<&str>, &str); 4] = [
    (Some("br"), "gzip, deflate, br, zstd"),
    (Some("zstd"), "gzip, zstd"),
    (Some("gzip"), "gzip"),
    (None, "identity"),
];

fn unpacked(answer: &Page) -> Vec<u8> {
    let (packed, mut plain) = (answer.body.as_slice(), Vec::new());
    match answer.header("content-encoding") {
        Some("br") => brotli::Decompressor::new(packed, 4096).read_to_end(&mut plain),
        Some("zstd") => return zstd::decode_all(packed).expect("it unpacks"),
        Some("gzip") => GzDecoder::new(packed).read_to_end(&mut plain),
        _ => return packed.to_vec(),
    }
    .expect("it unpacks");
    plain
}

#[test]
fn the_stylesheet_is_one_file_in_every_encoding_and_never_comes_twice() {
    let site = TestSite::start();
    let visitor = site.visitor();
    let style = visitor
        .get("/")
        .attributes("link[rel='stylesheet']", "href")
        .remove(0);
    let ask = |accepted: &str, kept: &str| {
        let headers = [("accept-encoding", accepted), ("if-none-match", kept)];
        visitor.ask("GET", &style, &headers, None)
    };
    let none = "\"another\"";
    let whole = ask("identity", none).body;
    let mut tags = Vec::new();
    for (encoding, accepted) in ENCODINGS {
        let answer = ask(accepted, none);
        assert_eq!(answer.status, 200, "{accepted}");
        assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
        assert!(unpacked(&answer) == whole, "{accepted}: the same bytes");
        let tag = answer.header("etag").expect("a tag").to_owned();
        assert!(tag.starts_with('"'), "{tag} is a strong one");
        let again = ask(accepted, &format!("{none}, {tag}"));
        assert_eq!((again.status, again.body.len()), (304, 0), "{accepted}");
        assert_eq!(again.header("etag"), Some(&*tag));
        tags.push(tag);
    }
    // What is packed one way is not what is packed another way.
    assert_eq!(ask("gzip", &tags[0]).status, 200);
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), ENCODINGS.len());
}

#[test]
fn pages_are_packed_in_every_encoding() {
    let site = TestSite::start();
    let visitor = site.visitor();
    // What takes least time of all that a browser takes as gladly.
    let quick = [
        (Some("zstd"), "gzip, deflate, br, zstd"),
        (Some("br"), "gzip, br, zstd;q=0.5"),
        (Some("br"), "br, zstd;q=0"),
    ];
    for (encoding, accepted) in quick.into_iter().chain(ENCODINGS.into_iter().skip(1)) {
        let answer = visitor.ask("GET", "/", &[("accept-encoding", accepted)], None);
        assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
        let page = String::from_utf8(unpacked(&answer)).expect("a text");
        assert!(page.trim_end().ends_with("</html>"), "{accepted}");
    }
}

#[test]
fn what_is_there_whole_leaves_in_one_piece_however_it_is_packed() {
    let site = TestSite::start();
    let visitor = site.visitor();
    let ask = |method: &str, path: &str, accepted: &str| {
        visitor.ask(method, path, &[("accept-encoding", accepted)], None)
    };
    let length = |answer: &Page| answer.header("content-length").map(str::to_owned);
    // The first answer gives the browser its token, which stands in every page.
    visitor.get("/privacy");
    for path in ["/privacy", "/healthz", "/api/v1/rounds"] {
        let plain = ask("GET", path, "identity").body;
        let alone = ["br", "zstd", "gzip"].map(|way| (Some(way), way));
        for (encoding, accepted) in alone.into_iter().chain([(None, "identity")]) {
            let answer = ask("GET", path, accepted);
            let said = format!("{path} for {accepted}");
            assert_eq!(answer.header("content-encoding"), encoding, "{said}");
            assert_eq!(
                length(&answer),
                Some(answer.body.len().to_string()),
                "{said}"
            );
            assert_eq!(answer.header("transfer-encoding"), None, "{said}");
            let varies: Vec<&str> = encoding.iter().map(|_| "accept-encoding").collect();
            assert_eq!(answer.headers_named("vary"), varies, "{said}");
            assert!(unpacked(&answer) == plain, "{said}: the same bytes");
            // Who asks for the head alone is told the same of it.
            let head = ask("HEAD", path, accepted);
            assert_eq!((head.status, head.body.len()), (answer.status, 0), "{said}");
            assert_eq!(head.header("content-encoding"), encoding, "{said}");
            assert_eq!(length(&head), length(&answer), "{said}");
        }
    }
}
