//! What no honest browser sends: forged posts, foreign hosts, broken and
//! oversized input. The answer is always a clear page, never a fault of ours,
//! and nothing is changed.

use crate::support::{PASSWORD, Page, Person, TestSite, encode};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn expired(answer: &Page, what: &str) {
    assert_eq!(
        (answer.status, answer.heading().as_str()),
        (403, "This page was open for too long"),
        "{what}"
    );
}

fn profile(name: &str, token: &str) -> Vec<u8> {
    let pairs = [
        ("name", name),
        ("language", "en"),
        ("time_zone", "UTC"),
        ("notices", "at_once"),
        ("csrf", token),
    ];
    encode(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))).into_bytes()
}

fn name_of(person: &Person) -> String {
    person.get("/account").value("name")
}

#[test]
fn a_post_without_the_browsers_own_token_changes_nothing() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let other = site.visitor().csrf();
    let body = |token: &str| profile("Changed", token);
    expired(
        &rana.ask(
            "POST",
            "/account",
            &[FORM],
            Some(b"name=Changed&language=en&time_zone=UTC"),
        ),
        "none",
    );
    expired(
        &rana.ask("POST", "/account", &[FORM], Some(&body(""))),
        "empty",
    );
    expired(
        &rana.ask("POST", "/account", &[FORM], Some(&body(&"0".repeat(64)))),
        "wrong",
    );
    expired(
        &rana.ask("POST", "/account", &[FORM], Some(&body(&other))),
        "of another browser",
    );
    assert_eq!(name_of(&rana), "Rana Haddad");

    let done = rana.ask("POST", "/account", &[FORM], Some(&body(&rana.csrf())));
    assert_eq!((done.status, name_of(&rana).as_str()), (303, "Changed"));
}

#[test]
fn a_post_from_another_site_changes_nothing_even_with_the_token() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let body = profile("Changed", &rana.csrf());
    for header in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://127.0.0.1"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        expired(
            &rana.ask("POST", "/account", &[FORM, header], Some(&body)),
            header.1,
        );
    }
    assert_eq!(name_of(&rana), "Rana Haddad");
    let own = site.address.clone();
    for headers in [
        vec![("origin", own.as_str())],
        vec![("sec-fetch-site", "same-origin")],
    ] {
        let headers: Vec<_> = headers.into_iter().chain([FORM]).collect();
        assert_eq!(
            rana.ask("POST", "/account", &headers, Some(&body)).status,
            303
        );
    }
}

#[test]
fn getting_a_page_never_changes_anything() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let pairs = format!(
        "name=Changed&language=en&time_zone=UTC&csrf={}",
        rana.csrf()
    );
    rana.get(&format!("/account?{pairs}"));
    assert_eq!(name_of(&rana), "Rana Haddad");
    assert_eq!(rana.get_once("/sign-out").status, 405);
    assert_eq!(name_of(&rana), "Rana Haddad", "still signed in");
}

#[test]
fn links_in_letters_never_follow_the_requests_host() {
    let site = TestSite::start();
    let mut rana = site.visitor().named("Rana Haddad");
    rana.headers = vec![
        ("host", "evil.example".to_owned()),
        ("x-forwarded-host", "evil.example".to_owned()),
        ("forwarded", "host=evil.example".to_owned()),
    ];
    rana.sign_up();
    let letter = rana.letter();
    assert!(!letter.body.contains("evil"), "{}", letter.body);
    assert!(rana.link_in_letter().starts_with("/confirmation/"));
}

#[test]
fn fields_that_no_form_has_are_ignored() {
    let site = TestSite::start();
    let rana = site.visitor().named("Rana Haddad");
    let pairs = [
        ("name", "Rana Haddad"),
        ("email", "rana.haddad@example.org"),
        ("password", PASSWORD),
        ("role", "admin"),
        ("roles", "admin"),
        ("confirmed_at", "1"),
        ("id", "1"),
    ];
    assert_eq!(
        rana.post_with_token("/sign-up", &pairs).heading(),
        "Look into your mail"
    );
    assert_eq!(
        rana.try_to_sign_in().status,
        422,
        "not confirmed by a posted field"
    );
    rana.confirm();
    rana.sign_in();
    assert_eq!(rana.get("/admin/people").status, 403);
}

#[test]
fn unreadable_posts_get_a_clear_answer() {
    let site = TestSite::start();
    let visitor = site.visitor();
    let token = visitor.csrf();
    for (what, body) in [
        ("NUL", format!("csrf={token}&name=a%00b").into_bytes()),
        (
            "a raw NUL",
            [format!("csrf={token}&name=").as_bytes(), b"a\0b"].concat(),
        ),
        (
            "escaped bytes that are not UTF-8",
            format!("csrf={token}&name=%FF%FE").into_bytes(),
        ),
        (
            "a cut letter",
            format!("csrf={token}&name=%D8").into_bytes(),
        ),
        (
            "raw bytes that are not UTF-8",
            [format!("csrf={token}&name=").as_bytes(), b"\xff\xfe"].concat(),
        ),
        (
            "a surrogate",
            format!("csrf={token}&name=%ED%A0%80").into_bytes(),
        ),
    ] {
        let answer = visitor.ask("POST", "/sign-up", &[FORM], Some(&body));
        assert_eq!(
            (answer.status, answer.heading().as_str()),
            (400, "We couldn’t read what was sent"),
            "{what}"
        );
    }
    let twice = format!("csrf={token}&email=a&email=b&password=x").into_bytes();
    assert!(
        visitor
            .ask("POST", "/sign-in", &[FORM], Some(&twice))
            .status
            < 500
    );
}

#[test]
fn unreadable_addresses_get_a_clear_answer() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    for path in [
        "/admin/people?after=%00",
        "/admin/audit?before=-9223372036854775808",
        "/admin/audit?before=9223372036854775807",
        "/admin/audit?person=%27%20OR%201%3D1",
        "/admin/audit?person=x&kind=%00",
        "/admin/people?after=%FF",
        "/admin/people?after=a&after=b",
        "/invitations/%00",
        "/invitations/%FF",
        "/password-reset/%00",
        "/confirmation/%E2%80%AE",
        "/assets/..%2f..%2fetc%2fpasswd",
        "/assets/%00",
        "/sign-in?return_to=%00",
        "/%00",
        "/%FF",
        "/sign-in?return_to=%FF",
    ] {
        let answer = ada.get_once(path);
        assert!(answer.status < 500, "{path}: {}", answer.status);
        assert!(
            answer.status == 303 || answer.has("h1"),
            "{path} has no page"
        );
    }
}

#[test]
fn a_form_of_two_megabytes_is_refused_with_a_reason() {
    let site = TestSite::start();
    let visitor = site.visitor();
    let mut body = format!("csrf={}&name=", visitor.csrf()).into_bytes();
    body.resize(2 << 20, b'a');
    let answer = visitor.ask("POST", "/sign-up", &[FORM], Some(&body));
    assert_eq!(
        (answer.status, answer.heading().as_str()),
        (413, "That was too much at once")
    );
    assert_eq!(visitor.get("/").status, 200);
}

#[test]
fn almost_a_megabyte_of_arabic_is_read_whole() {
    let site = TestSite::start();
    let visitor = site.visitor();
    let page = visitor.post_with_token("/sign-up", &[("name", &"س".repeat(160_000))]);
    assert_eq!(page.status, 422);
    assert_eq!(
        page.error("name"),
        "Shorten this to 120 characters at most."
    );
    assert_eq!(
        page.value("name").chars().count(),
        160_000,
        "nothing typed is lost"
    );
}

#[test]
fn a_name_is_shown_as_it_was_typed_and_never_as_markup() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let name = "<script>alert(1)</script>\"'><b onmouseover=x>&amp;{{7*7}}";
    let mut mallory = site.visitor().named("Mallory");
    name.clone_into(&mut mallory.name);
    mallory.sign_up();
    mallory.confirm();
    mallory.sign_in();
    assert_eq!(mallory.get("/account").value("name"), name);
    let people = ada.get("/admin/people");
    assert_eq!(people.table("Everybody who can sign in")[1][0], name);
    for page in [people, mallory.get("/account")] {
        assert!(!page.source().contains("<script>alert"), "{}", page.path);
        assert!(!page.has("b, main script"), "{}", page.path);
    }
}

#[test]
fn direction_marks_in_a_name_never_reach_a_page() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let mut mallory = site.visitor().named("Mallory");
    "Rana\u{202e}nimda\u{2066} \u{7}\r\nBcc: x".clone_into(&mut mallory.name);
    mallory.sign_up();
    mallory.confirm();
    let people = ada.get("/admin/people").table("Everybody who can sign in");
    assert_eq!(people[1][0], "Rananimda Bcc: x");
}

#[test]
fn headers_that_lie_or_overflow_are_survived() {
    let site = TestSite::start();
    let mut visitor = site.visitor();
    let long = "x".repeat(4000);
    for header in [
        (
            "cookie",
            "evenhand=%00; language=../../etc; notice=<script>",
        ),
        ("cookie", "notice=mail-footer; evenhand=zz"),
        ("cookie", ";;;==;"),
        ("user-agent", long.as_str()),
        ("accept-language", long.as_str()),
        ("content-length", "0"),
        ("range", "bytes=0-1"),
        ("if-none-match", "*"),
    ] {
        visitor.headers = vec![(header.0, header.1.to_owned())];
        let page = visitor.get("/");
        assert_eq!(
            (page.status, page.notice().as_str()),
            (200, ""),
            "{header:?}"
        );
    }
}
