//! Which versions come into force, and which lists count.

use evenhand::actions::Refusal;
use evenhand::actions::list_screening::Loaded;
use evenhand::domain::account::Role;
use evenhand::store::{StoreError, latest_events, list_screening};

use super::{OLIVE, count, list_of, load_as, put, read, setting};
use crate::support::TestSite;

const LISTS: &str = "/admin/watch-lists";

#[test]
fn a_version_is_followed_by_a_younger_one_alone() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    assert!(ada.get(LISTS).text().contains("No list is loaded"));
    let first = list_of("2026-10-20", &[OLIVE, ("O-2", "Old Mill")]);
    put(&site, &ada, "ofac", &first);
    let same = load_as(&site, &ada, "ofac", read(&first).unwrap());
    assert!(matches!(same, Ok(Loaded::Same)));
    let older = read(&list_of("2026-10-19", &[OLIVE, ("O-3", "New Mill")])).unwrap();
    let refused = load_as(&site, &ada, "ofac", older).unwrap_err();
    let Refusal::Stale(words) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(words.key, "watch-older");
    let said = format!("{:?}", words.args);
    assert!(said.contains("2026-10-20") && said.contains("2026-10-19"));
    let cut = "<?xml version=\"1.0\"?>\n<CONSOLIDATED_LIST dateGenerated=\"2026-10-25\">\
        <ENTITIES><ENTITY><DATAID>1</DATAID><FIRST_NAME>X</FIRST_NAME></ENTITY>";
    assert_eq!(read(cut).unwrap_err().refusal.reason.key, "watch-xml-cut");
    let page = ada.get(LISTS);
    assert_eq!(page.column("Lists in force", 2), ["20 October 2026"]);
    assert_eq!(page.column("Lists in force", 3), ["2"]);
    assert!(page.text().contains(&format!("--by {}", ada.email)));

    put(&site, &ada, "ofac", &list_of("2026-10-21", &[OLIVE]));
    let page = ada.get(LISTS);
    assert_eq!(page.column("Lists in force", 2), ["21 October 2026"]);
    let all = page.column("Everything that was loaded", 2);
    assert_eq!(all, ["21 October 2026", "20 October 2026"]);
    let kept = site.read(|reader| {
        let rows = list_screening::versions(reader, None, 9)?;
        let sizes = rows.iter().map(|row| {
            let entries = list_screening::records(reader, row.id);
            entries.map(|entries| entries.len())
        });
        Ok(sizes.collect::<Vec<_>>())
    });
    assert!(
        matches!(kept[..], [Ok(1), Err(StoreError::LostRace)]),
        "nobody is compared with a version that another has followed: {kept:?}"
    );
    let events = site.read(|reader| latest_events(reader, None, 50));
    let loaded = events.iter().filter(|event| event.action == "load_list");
    assert_eq!(loaded.count(), 2);
}

#[test]
fn only_admins_load_and_auditors_read() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let omar = ada.invites("Omar Said", Role::Auditor);
    let text = list_of("2026-10-20", &[OLIVE]);
    let refused = load_as(&site, &omar, "ofac", read(&text).unwrap());
    assert!(matches!(refused, Err(Refusal::Denied(_))));
    put(&site, &ada, "ofac", &text);
    assert_eq!(omar.get(LISTS).column("Lists in force", 3), ["1"]);
    assert!(!omar.get(&setting(&site)).has("main form"));
}

#[test]
fn which_lists_count_is_set_with_a_reason_and_public() {
    let bench = crate::reviewed::Bench::with(1_000_000, |_| ());
    let (site, ada) = (&bench.site, &bench.ada);
    let public = "/rounds/autumn/lists";
    let stranger = site.visitor();
    assert!(stranger.get(public).text().contains("No list counts"));
    assert!(!stranger.get("/rounds/autumn").source().contains(public));
    let place = setting(site);
    let typed = [
        ("jurisdiction", "ch"),
        ("list", "Ö"),
        ("counts", "no"),
        ("threshold", "20"),
        ("note", " "),
    ];
    let refused = ada.submit(&ada.get(&place), &place, &typed);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("threshold"), "A whole number from 53 to 100.");
    assert_eq!(refused.error("note"), "Fill this in.");
    assert_eq!(refused.value("threshold"), "20");
    assert_eq!(refused.value("jurisdiction"), "ch");
    assert!(!refused.error("list").is_empty());

    count(site, ada, "ofac");
    let lists = ada.get(LISTS);
    assert!(
        lists
            .text()
            .contains("count for a programme and are not loaded")
    );
    put(site, ada, "ofac", &list_of("2026-10-20", &[OLIVE]));
    let contested = [
        ("jurisdiction", "il"),
        ("list", "il"),
        ("counts", "no"),
        ("threshold", "60"),
        ("note", "Contested by the UN."),
    ];
    ada.submit(&ada.get(&place), &place, &contested);
    let page = stranger.get(public);
    let rows = page.table("Lists that count");
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(
        rows[0],
        [
            "United States",
            "ofac",
            "Counts",
            "60 of 100",
            "The law of the funder.",
            "20 October 2026"
        ]
    );
    assert_eq!(rows[1][2], "Does not count");
    assert_eq!(rows[1][4], "Contested by the UN.");
    let round = stranger.get("/rounds/autumn");
    assert_eq!(round.link("Which lists count"), public);
    let events = site.read(|reader| latest_events(reader, None, 20));
    let set = events.iter().filter(|one| one.action == "set_list_rule");
    assert_eq!(set.count(), 2);
}

#[test]
fn a_line_counts_for_money_that_the_programme_has() {
    let (round, place) = super::hits::with_hit();
    let (site, ada) = (&round.site, &round.ada);
    let (setting, counts) = (setting(site), "Lists that count");
    let money = format!("{setting}/money");
    let of = |codes: &[&str]| {
        let posted: Vec<(&str, &str)> = codes.iter().map(|code| ("money", *code)).collect();
        let saved = ada.submit(&ada.get(&setting), &money, &posted);
        assert_eq!(saved.notice(), "It is saved where the money comes from.");
        saved
    };
    assert_eq!(ada.get(&setting).column(counts, 2), ["Counts"]);
    let elsewhere = of(&["eu", "ch"]);
    assert_eq!(elsewhere.column(counts, 2), ["No money from there"]);
    let standing = ada.get(&place).texts("#standing .badge").remove(0);
    assert_eq!(standing, "No loaded list counts");
    let public = site.visitor().get("/rounds/autumn/lists");
    assert_eq!(public.column(counts, 2), ["No money from there"]);
    let ours = of(&["us", "eu"]);
    assert_eq!(ours.column(counts, 2), ["Counts"]);
    let standing = ada.get(&place).texts("#standing .badge").remove(0);
    assert_eq!(standing, "One open hit");
    let events = site.read(|reader| latest_events(reader, None, 5));
    assert!(events.iter().any(|one| one.action == "set_money_sources"));
    let wrong = ada.post_with_token(&money, &[("money", "moon")]);
    assert!(
        wrong.status >= 400 && wrong.status < 500,
        "{}",
        wrong.status
    );
}
