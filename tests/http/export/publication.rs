//! What is published of awards: nothing until somebody says so, then what was said, in
//! files that the published schemas accept.

use evenhand::config::Config;
use serde_json::Value;

use super::{decided_with, validator};
use crate::award::{Awarded, DECISION};
use crate::deliberation::{Deliberation, EVEN, Entrant, review};
use crate::support::Page;

const PLACE: &str = "/admin/rounds/autumn/publication";

pub fn named(config: &mut Config) {
    config.funder_name = "Even \"Hand\" & <Fund>".to_owned();
    config.funder_identifier = "GB-CHC-1090095".to_owned();
    config.funder_prefix = "360G-evenhand".to_owned();
}

pub fn file(round: &Deliberation, standard: &str) -> Page {
    let pair = [("standard", standard)];
    round.ada.post_with_token(PLACE, &pair)
}

fn choose(round: &Deliberation, code: &str) -> Page {
    choose_for(round, 0, code)
}

pub fn choose_for(round: &Deliberation, n: usize, code: &str) -> Page {
    let own = format!("/admin/applications/{}/publication", round.applications[n]);
    let page = round.ada.get(&own);
    round.ada.submit(&page, &own, &[("publication", code)])
}

/// The package, proved against both schema files with their formats asserted.
pub fn package(page: &Page) -> Value {
    let value: Value = serde_json::from_str(page.source()).expect("JSON");
    let problems: Vec<String> = validator()
        .iter_errors(&value)
        .map(|problem| format!("{}: {problem}", problem.instance_path()))
        .collect();
    assert_eq!(problems, [""; 0]);
    value
}

#[test]
fn an_award_goes_out_only_as_far_as_was_said() {
    let round = decided_with(named);
    let list = round.ada.get(PLACE);
    let rows = list.table("Publication");
    assert_eq!(rows.len(), 1, "only the released award");
    assert_eq!(rows[0][2], "Withheld");
    let none = file(&round, "360giving");
    assert_eq!(none.status, 409, "{}", none.text());

    assert_eq!(choose(&round, "anonymised").notice(), "Kept.");
    let page = file(&round, "360giving");
    let grants = package(&page)["grants"].clone();
    assert_eq!(grants.as_array().map(Vec::len), Some(1));
    let grant = &grants[0];
    assert_eq!(grant["amountAwarded"], 20000.5);
    assert_eq!(grant["classifications"][0]["code"], "palestinian");
    let name = &grant["recipientOrganization"][0]["name"];
    assert_eq!(name, "Recipient withheld for its safety");
    let iati = file(&round, "iati");
    for hidden in [
        "Olive",
        "EH-AAAA",
        "580000008",
        "Legal aid",
        "west_bank",
        "\"PS\"",
    ] {
        assert!(!page.source().contains(hidden), "{hidden}");
        assert!(!iati.source().contains(hidden), "{hidden}");
    }
    assert!(iati.source().contains("<recipient-region code=\"589\""));

    choose(&round, "full");
    let page = file(&round, "360giving");
    assert_eq!(page.header("content-type"), Some("application/json"));
    let value = package(&page);
    let grant = &value["grants"][0];
    assert_eq!(grant["id"], "360G-evenhand-EH-AAAA-2222");
    assert_eq!(grant["recipientOrganization"][0]["id"], "IL-RA-580000008");
    assert_eq!(
        grant["recipientOrganization"][0]["name"],
        "=Olive, \"Press\""
    );
    assert_eq!(grant["awardDate"], "2026-11-02");
    assert_eq!(grant["beneficiaryLocation"][0]["countryCode"], "PS");
    assert_eq!(value["publisher"]["name"], "Even \"Hand\" & <Fund>");
}

/// Names of elements in order, and the text of each narrative.
fn elements(xml: &str) -> (Vec<String>, Vec<String>) {
    let pieces = xml.split('<').skip(1);
    let (mut names, mut narratives) = (Vec::new(), Vec::new());
    for piece in pieces.filter(|piece| !piece.starts_with(['/', '?'])) {
        let (tag, text) = piece.split_once('>').expect("a tag");
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        names.push(name.to_owned());
        if name == "narrative" {
            narratives.push(text.to_owned());
        }
    }
    (names, narratives)
}

#[test]
fn an_activity_has_its_elements_in_the_order_of_the_schema() {
    let round = decided_with(named);
    choose(&round, "full");
    let page = file(&round, "iati");
    assert_eq!(page.header("content-type"), Some("application/xml"));
    let (names, narratives) = elements(page.source());
    let expected = "iati-activities iati-activity iati-identifier reporting-org narrative title \
        narrative description narrative participating-org narrative participating-org narrative \
        activity-status activity-date recipient-country sector transaction transaction-type \
        transaction-date value";
    assert_eq!(names.join(" "), expected);
    // Of a recipient that is withheld a region is told instead of the country.
    choose(&round, "anonymised");
    let (names, _) = elements(file(&round, "iati").source());
    let expected = expected.replace("recipient-country", "recipient-region");
    assert_eq!(names.join(" "), expected);
    assert_eq!(narratives[0], "Even &quot;Hand&quot; &amp; &lt;Fund&gt;");
    assert_eq!(narratives[1], "Legal aid in the valley");
    assert_eq!(narratives[4], "=Olive, &quot;Press&quot;");
    let xml = page.source();
    assert!(xml.contains("<iati-identifier>GB-CHC-1090095-360G-evenhand-EH-AAAA-2222<"));
    assert!(xml.contains(">20000.50</value>"));
    if let Ok(place) = std::env::var("EVENHAND_KEEP_IATI") {
        std::fs::write(place, xml).expect("the file is written");
    }
}

#[test]
fn a_choice_is_one_of_three_made_once_there_is_an_award() {
    let round = decided_with(named);
    let own = |n: usize| format!("/admin/applications/{}/publication", round.applications[n]);
    let wrong = round
        .ada
        .post_with_token(&own(0), &[("publication", "everything")]);
    assert_eq!((wrong.status, wrong.problems().len()), (422, 1));
    assert_eq!(round.ada.get(&own(1)).status, 409);
    let early = round
        .ada
        .post_with_token(&own(1), &[("publication", "full")]);
    assert_eq!(early.status, 409);
    choose(&round, "full");
    let log = round.ada.get("/admin/audit");
    let row = log
        .table("Audit log")
        .into_iter()
        .find(|row| row[3] == "set_publication");
    let row = row.expect("the choice is on record");
    assert!(
        row[5].contains("Before: withheld") && row[5].contains("After: full"),
        "{row:?}"
    );
}

#[test]
fn without_a_name_of_the_funder_nothing_goes_out() {
    let round = decided_with(|_| ());
    choose(&round, "full");
    assert!(
        round
            .ada
            .get(PLACE)
            .text()
            .contains("once the operator has set")
    );
    assert_eq!(file(&round, "360giving").status, 409);
}

/// The one row of the table of awards.
fn row(round: &Deliberation) -> String {
    let table = round.export(&round.ada, "awards", "");
    let lines: Vec<&str> = table.source().lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    lines[1].to_owned()
}

#[test]
fn a_corrected_award_goes_out_once_and_never_vanishes_meanwhile() {
    let award = Awarded::of(decided_with(named));
    let round = &award.round;
    choose(round, "full");
    let smaller = [&DECISION[..1], &[("amount", "2000")], &DECISION[2..]].concat();
    award.decide_anew(&smaller);
    assert!(
        row(round).ends_with(",full,agreement,0,0"),
        "{}",
        row(round)
    );
    let told = package(&file(round, "360giving"));
    assert_eq!(told["grants"][0]["amountAwarded"], 20000.5);
    assert_eq!(
        choose(round, "withheld").notice(),
        "Kept.",
        "it can be hidden"
    );
    choose(round, "full");
    award.settle();
    assert_eq!(round.ada.get(PLACE).table("Publication").len(), 1);
    let told = package(&file(round, "360giving"));
    assert_eq!(told["grants"].as_array().map(Vec::len), Some(1));
    assert_eq!(told["grants"][0]["amountAwarded"], 2000);
    let iati = file(round, "iati");
    assert_eq!(iati.source().matches("<iati-activity ").count(), 1);
    assert!(row(round).contains(",USD,2000,core,"));
    // A correction to anything else leaves nothing to publish.
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others first."),
    ];
    award.decide_anew(&decline);
    award.settle();
    assert!(!round.ada.get(PLACE).has("table"));
    assert_eq!(file(round, "iati").status, 409);
}

#[test]
fn what_was_paid_stays_told_whatever_is_decided_next() {
    let award = Awarded::of(decided_with(named));
    let round = &award.round;
    choose(round, "full");
    award.start();
    award.pay(1);
    award.change("cancellation", &[("words", "It dissolved.")]);
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "It dissolved."),
    ];
    award.decide_anew(&decline);
    award.settle();
    assert_eq!(round.ada.get(PLACE).table("Publication").len(), 1);
    let told = package(&file(round, "360giving"));
    assert_eq!(told["grants"][0]["amountAwarded"], 15000);
    assert!(row(round).ends_with(",full,cancelled,15000,5000.50"));
    assert_eq!(choose(round, "withheld").notice(), "Kept.");
}

#[test]
fn a_cancelled_award_is_not_told_as_running() {
    let award = Awarded::of(decided_with(named));
    let round = &award.round;
    choose(round, "full");
    award.change("cancellation", &[("words", "It dissolved.")]);
    let iati = file(round, "iati");
    assert!(iati.source().contains("<activity-status code=\"5\""));
    assert!(
        iati.source()
            .contains("<activity-date type=\"4\" iso-date=\"2026-11-02\"")
    );
    assert!(iati.source().contains(">0</value>"), "{}", iati.source());
    assert_eq!(file(round, "360giving").status, 409, "no grant was made");
    assert!(row(round).ends_with(",full,cancelled,0,20000.50"));
}

#[test]
fn an_award_is_told_as_far_as_it_has_come_with_what_is_left_of_it() {
    let award = Awarded::of(decided_with(named));
    let round = &award.round;
    choose(round, "full");
    let status = |code: &str| {
        let told = file(round, "iati");
        let wanted = format!("<activity-status code=\"{code}\"");
        assert!(told.source().contains(&wanted), "{}", told.source());
        told
    };
    award.start();
    status("2");
    award.pay(1);
    award.change("freeing", &[("amount", "5000.50"), ("words", "Cheaper.")]);
    let reports = status("3");
    assert!(reports.source().contains(">15000</value>"));
    assert!(!reports.source().contains("type=\"4\""), "it has not ended");
    let told = package(&file(round, "360giving"));
    assert_eq!(told["grants"][0]["amountAwarded"], 15000);
    assert!(row(round).ends_with(",full,reports,15000,5000.50"));
    for number in [1, 2] {
        award.send_report(number);
        award.judge(number, &[("verdict", "accept")]);
    }
    award.change("close-out", &[]);
    let closed = status("4");
    assert!(closed.source().contains("<activity-date type=\"4\""));
    assert!(row(round).ends_with(",full,closed,15000,5000.50"));
}

#[test]
fn names_that_turn_or_break_lines_stay_text_in_every_file() {
    let mut round = Deliberation::with(named);
    let hostile = Entrant {
        reference: "EH-EEEE-6666",
        name: "\u{202E}=1+1\u{202C} <b>مركز</b>\nהבית & ]]>",
        title: "\u{202E}=HYPERLINK & <i>",
        place: ("joint", "joint"),
        requested_minor: 100_000,
        registration: None,
    };
    round
        .site
        .add_account("hidden@offices.example", "The office");
    let id = round.enter(&hostile, "hidden@offices.example");
    round.applications.push(id);
    review(&round.noor, id, EVEN);
    review(&round.maya, id, EVEN);
    let award = [&DECISION[..1], &[("amount", "1000")], &DECISION[2..]].concat();
    round.propose(&round.ada, 4, &award);
    round.sign(&round.ben, 4);
    round.release_all(&round.ben);
    choose_for(&round, 4, "full");
    let told = package(&file(&round, "360giving"));
    let grant = &told["grants"][0];
    assert_eq!(grant["recipientOrganization"][0]["name"], hostile.name);
    assert_eq!(grant["title"], hostile.title);
    let iati = file(&round, "iati");
    let (_, narratives) = elements(iati.source());
    for text in [hostile.name, hostile.title] {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let escaped = escaped.replace('>', "&gt;");
        assert!(narratives.contains(&escaped), "{narratives:?}");
    }
    let packet = format!("/admin/applications/{id}/packet.pdf");
    let pdf = round.ada.get(&packet);
    assert_eq!(pdf.status, 200);
    let read = lopdf::Document::load_mem(&pdf.body).expect("a PDF");
    let pages: Vec<u32> = read.get_pages().into_keys().collect();
    let words = read.extract_text(&pages).expect("text");
    assert!(words.contains("EH-EEEE-6666"), "{words}");
    for letters in ['\u{0621}'..='\u{064A}', '\u{05D0}'..='\u{05EA}'] {
        let told = words.chars().filter(|c| letters.contains(c)).count();
        assert!(told >= 4, "{words}");
    }
}
