//! What is measured: counted by routes, on an address of its own, naming nobody.

use std::fs;

use crate::story::make_organisation;
use crate::support::{Page, Person, TestSite, option};
use crate::whole::{done, run};

fn measured(site: &TestSite, path: &str) -> Page {
    let address = site.metrics.clone().expect("an address");
    Person::new(address, site.database.clone()).get_once(path)
}

#[test]
fn what_is_measured_names_routes_and_nobody() {
    let site = TestSite::start_with(|config| {
        "127.0.0.1:0".clone_into(&mut config.metrics_listen);
    });
    let rana = site.applicant("Rana Haddad");
    let profile = make_organisation(&rana, "Olive Press").path;
    rana.get(&profile);
    rana.get_once("/nothing/rana.haddad@example.org?name=Olive");
    let mut guesser = rana.at_another_browser();
    "not her password".clone_into(&mut guesser.password);
    guesser.try_to_sign_in();

    let page = measured(&site, "/metrics");
    assert_eq!(page.status, 200);
    let kind = page.header("content-type").unwrap_or_default();
    assert!(kind.starts_with("application/openmetrics-text"), "{kind}");
    let text = page.source();
    let letters = site.letters().len();
    for line in [
        "evenhand_http_requests_total{route=\"/organisations/{organisation}\",method=\"GET\",status=\"2xx\"} ",
        "evenhand_http_requests_total{route=\"/sign-in\",method=\"POST\",status=\"4xx\"} 1\n",
        "evenhand_http_requests_total{route=\"none\",method=\"GET\",status=\"4xx\"} 1\n",
        "evenhand_http_request_seconds_count{route=\"/organisations\",method=\"POST\"} 1\n",
        "evenhand_database_seconds_count{kind=\"read\"} ",
        "evenhand_database_wait_seconds_count{kind=\"write\"} ",
        "evenhand_sign_ins_total{kind=\"opened\"} 1\n",
        "evenhand_sign_ins_total{kind=\"refused\"} 1\n",
        "evenhand_database_up 1\n",
        "evenhand_key_missing 0\n",
        &format!("evenhand_outbox_letters {letters}\n"),
        "evenhand_outbox_oldest_seconds 0\n",
        "evenhand_clock_apart_seconds ",
        "evenhand_replica_close 0\n",
        "# EOF\n",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    let id = profile.rsplit('/').next().expect("an id");
    for word in ["rana", "haddad", "olive", "example.org", id] {
        assert!(!text.to_lowercase().contains(word), "{word} is in {text}");
    }

    site.pass_minutes(10);
    let later = measured(&site, "/metrics");
    assert!(
        later
            .source()
            .contains("evenhand_outbox_oldest_seconds 600\n")
    );
}

#[test]
fn nothing_is_told_where_nobody_asked_for_it() {
    let site = TestSite::start();
    assert_eq!(site.metrics, None);
    assert_eq!(site.visitor().get_once("/metrics").status, 404);
    let site = TestSite::start_with(|config| {
        "127.0.0.1:0".clone_into(&mut config.metrics_listen);
    });
    assert_eq!(site.visitor().get_once("/metrics").status, 404);
    assert_eq!(measured(&site, "/").status, 404);
}

/// What is measured of a site that trusts these proxies once its proxy sent two requests,
/// and what the doctor says of it.
fn behind_a_proxy(trusted: &str) -> (String, String) {
    let site = TestSite::start_with(|config| {
        "127.0.0.1:0".clone_into(&mut config.metrics_listen);
        "x-forwarded-for".clone_into(&mut config.proxy_header);
        trusted.clone_into(&mut config.trusted_proxies);
    });
    site.first_admin("Ada Levi");
    let mut behind = site.visitor();
    behind.get_once("/privacy");
    behind.headers = vec![("x-forwarded-for", "203.0.113.9".to_owned())];
    behind.get_once("/privacy");
    behind.get_once("/sign-in");
    let text = measured(&site, "/metrics").source().to_owned();

    let address = site.metrics.clone().expect("an address");
    let listen = address.strip_prefix("http://").expect("a place");
    let settings = format!("metrics_listen = {listen:?}\nproxy_header = \"x-forwarded-for\"\n");
    fs::write(site.folder().join("evenhand.toml"), settings).expect("settings");
    let told = run(site.folder(), &option(site.url()), &["doctor", "--running"]);
    (text, done(&told))
}

#[test]
fn the_header_of_a_proxy_that_is_not_trusted_is_counted_and_told() {
    let counted = |kind: &str| format!("evenhand_proxy_headers_total{{kind=\"{kind}\"}} 2\n");
    let advice = "proxy_header came 2 times from an address that is not in trusted_proxies, \
        and 0 times from one that is";

    let (text, told) = behind_a_proxy("10.1.0.0/16");
    assert!(text.contains(&counted("passed_over")), "{text}");
    assert!(!text.contains("kind=\"believed\""), "{text}");
    assert!(told.contains(advice), "{told}");

    let (text, told) = behind_a_proxy("127.0.0.0/8");
    assert!(text.contains(&counted("believed")), "{text}");
    assert!(!text.contains("kind=\"passed_over\""), "{text}");
    assert!(!told.contains("proxy_header came"), "{told}");
}
