//! Exports: what the files say, cell by cell, against rows built by hand; and
//! that page and command line write the same bytes.

mod allowed;
mod api;
mod common_grants;
mod formats;
mod packet;
mod places;
mod publication;

pub use api::{ask, key};

use std::process::Command;

use evenhand::config::Config;
use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use crate::deliberation::Deliberation;
use crate::support::option;

const BOM: &[u8] = b"\xEF\xBB\xBF";

const DECISIONS_HEAD: &str = "reference,organisation,organisation_arabic,organisation_hebrew,\
    identifiers,base,community,status,currency,requested,requested_currency,requested_amount,rate,\
    rate_day,awarded,mean_values,mean_nondup,\
    mean_political,mean_financial,mean_admin,mean_legal,total,merit,priority,reviews,spread_low,\
    spread_high,rank,tied,outcome,funding_type,conditions,waiver,proposed_by,proposed_at,signed_by,\
    signed_at,released_at,reason,present,rationale,feedback,over_budget,deviation";

/// A round with an award released, a decline signed and a reserve proposed, an
/// hour apart.
fn decided() -> Deliberation {
    decided_with(|_| ())
}

fn decided_with(settings: impl FnOnce(&mut Config)) -> Deliberation {
    let round = Deliberation::with(settings);
    let award = [
        ("outcome", "award"),
        ("amount", "20000.50"),
        ("funding_type", "core"),
        ("condition.0.text", "An audit, within a year"),
        ("condition.0.reason", "The board is new"),
        ("condition.1.text", "Two signatures"),
        ("condition.1.reason", "Advice of the bank"),
        ("rationale", "The strongest request."),
        ("waiver", "@register closed"),
    ];
    round.propose(&round.ada, 0, &award);
    round.site.pass_minutes(60);
    round.sign(&round.ben, 0);
    round.site.pass_minutes(60);
    round.release_all(&round.ada);
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others first."),
    ];
    round.propose(&round.ben, 1, &decline);
    round.site.pass_minutes(60);
    round.sign(&round.ada, 1);
    let reserve = [("outcome", "reserve"), ("rationale", "If money is left.")];
    round.propose(&round.ada, 2, &reserve);
    round
}

/// RFC 4180: every line ends in CRLF.
fn lines(all: &[&str]) -> String {
    all.iter().map(|line| format!("{line}\r\n")).collect()
}

fn expected_decisions() -> String {
    lines(&[
        DECISIONS_HEAD,
        "EH-AAAA-2222,\"'=Olive, \"\"Press\"\"\",,,IL-RA-580000008,west_bank,palestinian,decided,USD,\
         24000,USD,24000,,,20000.50,4.50,3.00,5.00,4.00,3.00,2.00,77.50,69.17,90.00,2,75.00,80.00,1,no,award,core,\
         \"An audit, within a year (The board is new); Two signatures (Advice of the bank)\",\
         '@register closed,Ada Levi,2026-11-02T09:00:00Z,Ben Mizrahi,2026-11-02T10:00:00Z,\
         2026-11-02T11:00:00Z,,,The strongest request.,,,",
        "EH-BBBB-3333,'+Witness,,,,israel,israeli,deliberation,USD,12500.50,USD,12500.50,,,,4.00,3.00,5.00,4.00,3.00,\
         2.00,75.00,65.00,90.00,2,75.00,75.00,2,yes,decline,,,,Ben Mizrahi,2026-11-02T11:00:00Z,\
         Ada Levi,2026-11-02T12:00:00Z,,others_first,,Others first.,,,",
        "EH-CCCC-4444,'-Women of the Coast,,,,gaza,palestinian,deliberation,USD,9000,USD,9000,,,,5.00,4.00,4.00,\
         3.00,2.00,3.00,75.00,78.33,70.00,2,75.00,75.00,2,yes,reserve,,,,Ada Levi,\
         2026-11-02T12:00:00Z,,,,,,If money is left.,,,",
        "EH-DDDD-5555,'@Crossing,,,,joint,joint,deliberation,USD,3000,USD,3000,,,,3.00,,5.00,4.00,3.00,2.00,71.76,\
         55.56,90.00,1,71.76,71.76,4,no,,,,,,,,,,,,,,,",
    ])
}

#[test]
fn the_decisions_are_the_rows_built_by_hand() {
    let round = decided();
    let page = round.export(&round.ada, "decisions", "");
    assert_eq!(page.source(), expected_decisions());
    assert_eq!(page.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(
        page.header("content-disposition"),
        Some("attachment; filename=\"autumn-decisions.csv\"")
    );
    let marked = round.export(&round.ada, "decisions", "yes");
    assert_eq!(marked.body, [BOM, expected_decisions().as_bytes()].concat());
}

#[test]
fn the_scores_are_the_rows_built_by_hand() {
    let round = Deliberation::new();
    let page = round.export(&round.ada, "scores", "");
    let row = |reference: &str, who: &str, points: &str| {
        format!("{reference},{who},2026-11-02T09:00:00Z,1,{points}")
    };
    let (noor, maya) = ("Noor Khalil", "Maya Ben-Ami");
    let rows = [
        row(
            "EH-AAAA-2222",
            noor,
            "4,3,5,4,3,2,75.00,yes,75.00,fund,medium",
        ),
        row(
            "EH-AAAA-2222",
            maya,
            "5,3,5,4,3,2,80.00,yes,80.00,fund,medium",
        ),
        row(
            "EH-BBBB-3333",
            noor,
            "4,3,5,4,3,2,75.00,yes,75.00,fund,medium",
        ),
        row(
            "EH-BBBB-3333",
            maya,
            "4,3,5,4,3,2,75.00,yes,75.00,fund,medium",
        ),
        row(
            "EH-CCCC-4444",
            noor,
            "5,4,4,3,2,3,75.00,yes,75.00,fund,medium",
        ),
        row(
            "EH-CCCC-4444",
            maya,
            "5,4,4,3,2,3,75.00,yes,75.00,fund,medium",
        ),
        row(
            "EH-DDDD-5555",
            noor,
            "3,cannot judge,5,4,3,2,71.76,yes,71.76,fund,medium",
        ),
        // 60 of 100 judged: (75 + 60 + 30 + 20) of 300.
        row(
            "EH-DDDD-5555",
            maya,
            "3,4,cannot judge,cannot judge,3,2,61.67,no,61.67,fund,medium",
        ),
    ];
    let head = "reference,reviewer,submitted_at,version,values,nondup,political,financial,admin,\
                legal,total,counted,first_total,recommendation,confidence";
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(page.source(), lines(&[&[head][..], &rows].concat()));
}

#[test]
fn the_command_writes_the_bytes_of_the_page() {
    let round = decided();
    let url = option(round.site.url());
    for (what, bom) in [
        ("decisions", ""),
        ("decisions", "yes"),
        ("scores", ""),
        ("scores", "yes"),
    ] {
        let page = round.export(&round.ada, what, bom);
        assert_eq!(page.body.starts_with(BOM), !bom.is_empty(), "{what}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
        command.env_clear().arg("--data").arg(round.site.folder());
        command.args(["--database", &url, "export", "--round", "autumn"]);
        command.args(["--format", "csv", "--what", what]);
        if !bom.is_empty() {
            command.arg("--bom");
        }
        let printed = command.output().expect("the program runs");
        let said = String::from_utf8_lossy(&printed.stderr);
        assert_eq!(printed.status.code(), Some(0), "{said}");
        let (printed, page) = (String::from_utf8_lossy(&printed.stdout), page.source());
        assert_eq!(printed, page, "{what} {bom}");
        let file = round.site.folder().join("out.csv");
        let written = command.arg("--out").arg(&file).status();
        assert!(written.expect("the program runs").success());
        let written = std::fs::read_to_string(&file).expect("the file is there");
        assert_eq!(written, page, "{what} {bom}");
    }
}

#[test]
fn a_page_tells_what_can_be_exported_how_and_for_whom() {
    let round = Deliberation::new();
    let hub = round.ada.get("/admin/rounds/autumn");
    let page = round.ada.click(&hub, "Exports");
    let offers = page.table("What can be exported");
    assert_eq!(offers.len(), 9);
    let formats = "CSV Excel workbook (XLSX) JSON lines, for programs";
    let programs = "Admins, and programs with a key for it";
    assert!(offers[0][0].starts_with("Decisions"), "{offers:?}");
    assert_eq!(offers[0][1..], [formats, programs]);
    assert!(offers[2][0].starts_with("Reviews, whole"), "{offers:?}");
    assert_eq!(offers[2][1..], [formats, programs]);
    assert!(offers[7][0].ends_with("Publication"), "{offers:?}");
    assert_eq!(offers[7][1], "360Giving (JSON) IATI (XML)");
    assert!(page.text().contains("Download the file"));
    assert_eq!(round.ada.get("/admin/rounds/winter/exports").status, 404);
}

#[test]
fn an_export_is_on_record_and_not_for_auditors() {
    let round = Deliberation::new();
    round.export(&round.ben, "scores", "");
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    let place = "/admin/rounds/autumn/exports";
    let watched = vera.get(place);
    assert!(!watched.text().contains("Download the file"));
    assert!(watched.text().contains("Only admins can download tables."));
    let forced = [("what", "decisions")];
    let refused = vera.post_with_token(place, &forced);
    assert_eq!(refused.status, 403);
    let log = vera.get("/admin/audit");
    let rows = log.table("Audit log");
    let exports: Vec<_> = rows.iter().filter(|row| row[3] == "export").collect();
    assert_eq!(exports.len(), 1);
    assert_eq!(
        (exports[0][2].as_str(), exports[0][5].as_str()),
        ("Ben Mizrahi", "After: scores")
    );
    let unknown = round
        .ada
        .post_with_token("/admin/rounds/winter/exports", &forced);
    assert_eq!(unknown.status, 404);
}

#[test]
fn nobody_takes_out_file_after_file() {
    let round = Deliberation::new();
    let place = "/admin/rounds/autumn/exports";
    let table = [("what", "audit"), ("format", "csv")];
    let ask = || round.ada.post_with_token(place, &table).status;
    let asked: Vec<u16> = (0..121).map(|_| ask()).collect();
    assert_eq!(asked[..120], [200; 120]);
    assert_eq!(asked[120], 429);
    let last = round.site.read(|reader| latest_events(reader, None, 200));
    let noted = last.iter().filter(|event| event.action == "export");
    assert_eq!(noted.count(), 120);
    assert_eq!(round.export(&round.ben, "audit", "").status, 200);
    round.site.pass_minutes(61);
    assert_eq!(ask(), 200);
}

/// Proves packages of 360Giving. The package names the schema of a grant by the address
/// of an older release; both files lie here.
fn validator() -> &'static jsonschema::Validator {
    static ONE: std::sync::LazyLock<jsonschema::Validator> = std::sync::LazyLock::new(|| {
        let read = |text: &str| -> serde_json::Value {
            let mut schema: serde_json::Value = serde_json::from_str(text).expect("JSON");
            // The files name their dialect by http, which nobody else does.
            schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
            if let Some(members) = schema.as_object_mut() {
                members.remove("$id");
            }
            schema
        };
        let grant = read(include_str!("../../data/360giving/360-giving-schema.json"));
        let package = include_str!("../../data/360giving/360-giving-package-schema.json");
        let named = package.split('"').find(|part| part.contains("1.4.2"));
        let registry = jsonschema::Registry::new()
            .add(named.expect("the address of a grant’s schema"), grant)
            .and_then(|registry| registry.prepare())
            .expect("a registry");
        jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .should_validate_formats(true)
            .with_registry(&registry)
            .build(&read(package))
            .expect("a schema")
    });
    &ONE
}
