//! Public rounds as CommonGrants opportunities, proved against the published schemas.

use evenhand::domain::round::Round;
use evenhand::store::round;
use serde_json::{Value, json};

use crate::reviewed::Bench;
use crate::support::{Page, TestSite};

const PLACE: &str = "/common-grants/opportunities";

/// The schema of an answer, as the published description has it.
fn problems(path: &str, status: &str, value: &Value) -> Vec<String> {
    let text = include_str!("../../data/commongrants/opportunities.0.4.0.json");
    let mut whole: Value = serde_json::from_str(text).expect("JSON");
    let content = &whole["paths"][path]["get"]["responses"][status]["content"];
    let schema = content["application/json"]["schema"].clone();
    whole["allOf"] = json!([schema]);
    let validator = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft201909)
        .should_validate_formats(true)
        .build(&whole)
        .expect("a schema");
    let errors = validator.iter_errors(value);
    errors
        .map(|problem| format!("{}: {problem}", problem.instance_path()))
        .collect()
}

fn read(page: &Page) -> Value {
    assert_eq!(page.header("content-type"), Some("application/json"));
    serde_json::from_str(page.source()).expect("JSON")
}

fn item_path() -> &'static str {
    "/common-grants/opportunities/{oppId}"
}

#[test]
fn the_protocol_is_off_unless_it_is_switched_on() {
    let site = TestSite::start();
    assert_eq!(site.visitor().get_once(PLACE).status, 404);
    let one = format!("{PLACE}/01990000-0000-7000-8000-000000000000");
    assert_eq!(site.visitor().get_once(&one).status, 404);
}

#[test]
fn public_rounds_are_opportunities_that_the_schemas_accept() {
    let bench = Bench::with(3_000_000, |config| config.common_grants = true);
    let visitor = bench.site.visitor();
    let answer = read(&visitor.get_once(PLACE));
    assert_eq!(problems(PLACE, "200", &answer), [""; 0]);
    assert_eq!(answer["items"].as_array().map(Vec::len), Some(1));
    let paging = json!({"page": 1, "pageSize": 100, "totalItems": 1, "totalPages": 1});
    assert_eq!(answer["paginationInfo"], paging);
    let item = &answer["items"][0];
    assert_eq!(item["id"], bench.round.id.as_str());
    let one = read(&visitor.get_once(&format!("{PLACE}/{}", bench.round.id)));
    assert_eq!(problems(item_path(), "200", &one), [""; 0]);
    assert_eq!(&one["data"], item);
    // What the schemas refuse shows that they are asked.
    let mut broken = one.clone();
    broken["data"]["id"] = json!("no uuid");
    assert_eq!(problems(item_path(), "200", &broken).len(), 1);

    let beyond = read(&visitor.get_once(&format!("{PLACE}?page=9&pageSize=1")));
    assert_eq!(problems(PLACE, "200", &beyond), [""; 0]);
    assert_eq!(beyond["items"], json!([]));
    for asked in ["?page=0", "?pageSize=x", "?page=-1"] {
        let page = visitor.get_once(&format!("{PLACE}{asked}"));
        assert_eq!(page.status, 400, "{asked}");
        assert_eq!(problems(item_path(), "404", &read(&page)), [""; 0]);
    }
    for unknown in ["01990000-0000-7000-8000-000000000000", "nonsense"] {
        let page = visitor.get_once(&format!("{PLACE}/{unknown}"));
        assert_eq!(page.status, 404, "{unknown}");
        assert_eq!(problems(item_path(), "404", &read(&page)), [""; 0]);
    }
}

#[test]
fn programs_that_ask_again_are_sent_nothing_until_it_changes() {
    let bench = Bench::with(3_000_000, |config| config.common_grants = true);
    let visitor = bench.site.visitor();
    let tag = |page: &Page| page.header("etag").expect("a tag").to_owned();
    let again = |tag: &str| visitor.ask("GET", PLACE, &[("if-none-match", tag)], None);
    let before = tag(&visitor.get_once(PLACE));
    let kept = again(&before);
    assert_eq!((kept.status, kept.body.len()), (304, 0));
    assert_eq!(kept.header("cache-control"), Some("private, no-cache"));
    let round = Round {
        slug: "another-name".to_owned(),
        ..bench.round.clone()
    };
    let done = bench
        .site
        .database
        .write(bench.site.stamp(), |tx| round::update(tx, &round));
    done.expect("the round is changed");
    let changed = again(&before);
    assert_eq!(changed.status, 200);
    assert_ne!(tag(&changed), before);
}
