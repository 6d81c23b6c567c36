//! What is measured: counted by routes, on an address of its own, naming nobody.

use crate::story::make_organisation;
use crate::support::{Page, Person, TestSite};

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
