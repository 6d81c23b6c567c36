//! What a first visit weighs on a bad line, where nothing is kept from before.

use crate::story::{ANSWERS, Story};
use crate::support::Person;

/// Most bytes of a page with everything that it links.
const MOST: usize = 30_000;

/// Bytes of a page and of everything that it links, as browsers ask over TLS.
fn first_visit(person: &Person, path: &str) -> usize {
    let page = person.get(path);
    assert_eq!(page.status, 200, "{path}");
    let mut parts = vec![page.path.clone()];
    parts.extend(page.attributes("link[rel=stylesheet], link[rel=icon]", "href"));
    parts.extend(page.attributes("script[src]", "src"));
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
