//! What every page has: languages, security headers, error pages, assets.

use crate::support::{Page, TestSite};

#[test]
fn switching_the_language_lasts_and_keeps_the_page() {
    let site = TestSite::start();
    let visitor = site.visitor();
    let page = visitor.get("/sign-in?return_to=/account");
    assert_eq!(page.language(), ("en".to_owned(), "ltr".to_owned()));
    let arabic = visitor.submit(&page, "/language", &[("language", "ar")]);
    assert_eq!(arabic.path, "/sign-in?return_to=/account");
    assert_eq!(arabic.language(), ("ar".to_owned(), "rtl".to_owned()));
    assert_eq!(
        visitor.get("/privacy").language(),
        ("ar".to_owned(), "rtl".to_owned())
    );
    let hebrew = visitor.submit(&arabic, "/language", &[("language", "he")]);
    assert_eq!(hebrew.language(), ("he".to_owned(), "rtl".to_owned()));
    assert_eq!(
        hebrew.texts("form.languages button[aria-current='true']"),
        ["עברית"]
    );
}

#[test]
fn switching_the_language_of_a_refused_form_keeps_what_was_typed() {
    let site = TestSite::start();
    let visitor = site.visitor();
    let typed = [
        ("name", "Rana \"Umm Sami\" Haddad"),
        ("email", "not an address"),
        ("password", "a long secret of hers"),
    ];
    let refused = visitor.submit(&visitor.get("/sign-up"), "/sign-up", &typed);
    assert_eq!(refused.status, 422);
    let between = visitor.submit(&refused, "/language", &[("language", "ar")]);
    assert_eq!(between.language(), ("ar".to_owned(), "rtl".to_owned()));
    assert!(!between.source().contains("a long secret"));
    // Another change of mind loses nothing either.
    let between = visitor.submit(&between, "/language", &[("language", "he")]);
    let again = visitor.submit(&between, "main form", &[]);
    assert_eq!((again.status, &*again.path), (422, "/sign-up"));
    assert_eq!(again.language(), ("he".to_owned(), "rtl".to_owned()));
    assert_eq!(again.value("name"), typed[0].1);
    assert_eq!(again.value("email"), typed[1].1);
    assert!(!again.has("input[name='kept'][value*='password']"));
    // A page that is only read is opened anew.
    let plain = visitor.submit(&visitor.get("/sign-up"), "/language", &[("language", "en")]);
    assert_eq!((plain.status, &*plain.path), (200, "/sign-up"));
}

#[test]
fn the_chosen_language_is_the_accounts_too() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    rana.submit(&rana.get("/account"), "/language", &[("language", "ar")]);
    let phone = rana.at_another_browser();
    phone.sign_in();
    assert_eq!(
        phone.get("/account").language(),
        ("ar".to_owned(), "rtl".to_owned())
    );
}

#[test]
fn the_browsers_language_is_taken_until_somebody_chooses() {
    let site = TestSite::start();
    let mut visitor = site.visitor();
    for (accepted, expected) in [
        ("he-IL,he;q=0.9,en;q=0.5", "he"),
        ("fr, ar-PS;q=0.8", "ar"),
        ("fr", "en"),
        ("*", "en"),
        (";;;,", "en"),
    ] {
        visitor.headers = vec![("accept-language", accepted.to_owned())];
        assert_eq!(visitor.get("/").language().0, expected, "{accepted}");
    }
}

#[test]
fn the_language_switch_never_leads_to_another_site() {
    let site = TestSite::start();
    let visitor = site.visitor();
    for place in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "",
    ] {
        let answer =
            visitor.post_with_token("/language", &[("language", "ar"), ("return_to", place)]);
        assert_eq!((answer.status, answer.location()), (303, "/"), "{place:?}");
    }
    let unknown = visitor.post_with_token("/language", &[("language", "xx")]);
    assert_eq!(unknown.status, 400);
}

/// Every kind of answer that the site gives.
fn answers(site: &TestSite) -> Vec<(&'static str, Page)> {
    let (visitor, rana) = (site.visitor(), site.applicant("Rana Haddad"));
    let front = visitor.get("/");
    let style = front.attributes("link[rel='stylesheet']", "href").remove(0);
    let script = front.attributes("script", "src").remove(0);
    let icon = front.attributes("link[rel='icon']", "href").remove(0);
    vec![
        ("a page", front),
        ("a signed-in page", rana.get("/account")),
        ("a redirect to sign in", visitor.get_once("/account")),
        (
            "a redirect after a post",
            rana.submit_once(&rana.get("/account"), "/account", &[]),
        ),
        ("a refused form", visitor.post_with_token("/sign-up", &[])),
        ("denied", rana.get("/admin/people")),
        (
            "an anonymous post",
            visitor.ask("POST", "/account", &[], Some(b"")),
        ),
        ("no token", visitor.ask("POST", "/sign-in", &[], Some(b""))),
        ("not found", visitor.get("/nothing/here")),
        ("no such asset", visitor.get("/assets/evenhand.css")),
        (
            "a wrong method",
            visitor.ask("DELETE", "/sign-in", &[], None),
        ),
        ("an unknown method", visitor.ask("BREW", "/", &[], None)),
        ("a stale link", visitor.get("/invitations/none")),
        ("the stylesheet", visitor.get(&style)),
        ("the script", visitor.get(&script)),
        ("the icon", visitor.get(&icon)),
        ("health", visitor.get("/healthz")),
        ("readiness", visitor.get("/readyz")),
        ("HEAD", visitor.ask("HEAD", "/", &[], None)),
        ("a hidden page", visitor.get("/demo/inbox")),
    ]
}

#[test]
fn every_answer_carries_the_security_headers() {
    let site = TestSite::start();
    for (what, answer) in answers(&site) {
        let policy = answer.header("content-security-policy").unwrap_or_default();
        for rule in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(rule), "{what}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{what}: {policy}");
        let expected = [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ];
        for (name, value) in expected {
            assert_eq!(answer.header(name), Some(value), "{what}: {name}");
        }
        for name in [
            "access-control-allow-origin",
            "server",
            "x-powered-by",
            "strict-transport-security",
        ] {
            assert_eq!(answer.header(name), None, "{what}: {name}");
        }
        let caching = if answer.path.starts_with("/assets/") && answer.status == 200 {
            "public, max-age=31536000, immutable"
        } else {
            "no-store"
        };
        assert_eq!(answer.header("cache-control"), Some(caching), "{what}");
        for cookie in answer.headers_named("set-cookie") {
            assert!(
                cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
                "{what}: {cookie}"
            );
        }
    }
}

#[test]
fn behind_tls_cookies_are_bound_to_it() {
    let site =
        TestSite::start_with(|config| "https://grants.test".clone_into(&mut config.public_url));
    let rana = site.applicant("Rana Haddad");
    assert!(rana.cookie("__Host-evenhand").is_some());
    let page = site.visitor().get("/");
    assert_eq!(
        page.header("strict-transport-security"),
        Some("max-age=31536000; includeSubDomains")
    );
    let cookies = page.headers_named("set-cookie");
    assert!(!cookies.is_empty());
    for cookie in cookies {
        assert!(
            cookie.contains("Secure") && cookie.contains("Path=/"),
            "{cookie}"
        );
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
}

#[test]
fn every_refusal_is_a_page_with_a_way_on_and_a_number() {
    let site = TestSite::start();
    let told: Vec<_> = answers(&site)
        .into_iter()
        .filter(|(what, answer)| answer.status >= 400 && answer.status != 422 && *what != "HEAD")
        .map(|(what, answer)| {
            assert_eq!(
                answer.header("content-type"),
                Some("text/html; charset=utf-8"),
                "{what}"
            );
            assert!(
                answer
                    .links()
                    .iter()
                    .any(|(words, _)| words == "Go to the start page"),
                "{what}"
            );
            assert_eq!(
                answer.the("p.hint bdi").len(),
                32,
                "{what}: the number under which the log has it"
            );
            (what, answer.status, answer.heading())
        })
        .collect();
    let expected = [
        ("denied", 403, "You can’t do this"),
        ("an anonymous post", 401, "Sign in first"),
        ("no token", 403, "This page was open for too long"),
        ("not found", 404, "Page not found"),
        ("no such asset", 404, "Page not found"),
        ("a wrong method", 405, "That address can’t be used this way"),
        (
            "an unknown method",
            405,
            "That address can’t be used this way",
        ),
        ("a stale link", 409, "This has changed in the meantime"),
        ("a hidden page", 404, "Page not found"),
    ];
    assert_eq!(
        told,
        expected.map(|(what, status, heading)| (what, status, heading.to_owned()))
    );
}

#[test]
fn a_wrong_method_says_which_are_right() {
    let site = TestSite::start();
    let answer = site.visitor().ask("DELETE", "/sign-in", &[], None);
    assert_eq!(answer.header("allow"), Some("GET, HEAD, POST"));
    let answer = site.visitor().ask("POST", "/privacy", &[], Some(b""));
    assert_eq!(answer.header("allow"), Some("GET, HEAD"));
}

#[test]
fn head_answers_as_get_without_a_body() {
    let site = TestSite::start();
    let answer = site.visitor().ask("HEAD", "/privacy", &[], None);
    assert_eq!((answer.status, answer.body.len()), (200, 0));
    assert_eq!(
        answer.header("content-type"),
        Some("text/html; charset=utf-8")
    );
}

#[test]
fn pages_ask_no_other_site_for_anything() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    for path in ["/", "/sign-in", "/privacy", "/account", "/nothing/here"] {
        let page = rana.get(path);
        let wanted = ["src", "href", "action"]
            .map(|name| page.attributes(&format!("[{name}]"), name))
            .concat();
        for address in wanted {
            assert!(
                address.starts_with('/') || address.starts_with('#'),
                "{path}: {address}"
            );
        }
        assert!(!page.has("[style], style, script:not([src])"), "{path}");
    }
}

#[test]
fn health_says_that_the_process_lives_and_the_database_answers() {
    let site = TestSite::start();
    let visitor = site.visitor();
    assert_eq!(
        (
            visitor.get("/healthz").source(),
            visitor.get("/readyz").source()
        ),
        ("alive\n", "ready\n")
    );
}
