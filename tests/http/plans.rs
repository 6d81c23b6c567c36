//! How pages that people live on find what they show: by an index, however much there is.

use evenhand::actions::retention::erase_daily;
use evenhand::actions::seal::{seal_all, seal_at_start};
use evenhand::domain::account::Role;
use evenhand::domain::retention::Kind;
use evenhand::files::Storage;
use evenhand::store::DatabaseUrl;

use crate::award::Awarded;
use crate::conflict::{Behind, World};
use crate::export;
use crate::purge::{confirm, propose};
use crate::review::panel::Panel;
use crate::story::{Story, fill, save, send};
use crate::support::{TestSite, plans, queries};

const FULL: [&str; 6] = ["4", "3", "5", "4", "3", "2"];

/// Does something that asks the database, and proves that nothing large is read whole.
fn found(site: &TestSite, name: &str, work: impl FnOnce()) {
    let asked = queries::of(site.url(), work);
    assert!(!asked.is_empty(), "{name}: the database is watched");
    assert_eq!(plans::scans(site.url(), &asked), [""; 0], "{name}");
}

#[test]
fn a_table_that_is_read_whole_is_seen() {
    let site = TestSite::start();
    let seen = |statement: &str| plans::scans(site.url(), &[statement.to_owned()]).len();
    assert_eq!(seen("SELECT id FROM accounts WHERE name = 'Rana'"), 1);
    assert_eq!(seen("SELECT id FROM accounts WHERE email = 'rana'"), 0);
    assert_eq!(seen("SELECT id FROM rounds WHERE currency = 'USD'"), 0);
    let joined = "SELECT a.id FROM applications a JOIN reviews r ON r.comment = a.title \
        WHERE a.id = 'x'";
    assert_eq!(seen(joined), 1);
    let copied = "INSERT INTO doomed_files (name, unfinished) \
        SELECT storage_key, FALSE FROM attachments WHERE size > 9";
    assert_eq!(seen(copied), 1);
    let added = "INSERT INTO doomed_files (name, unfinished) VALUES ('x', FALSE)";
    assert_eq!(seen(added), 0);
    // SQLite looks twice where PostgreSQL reads whatever there is.
    let either = "SELECT account_id FROM memberships \
        WHERE organisation_id IN (SELECT organisation_id FROM applications WHERE id = 'x') \
        OR organisation_id IN (SELECT application_id FROM awards WHERE id = 'x')";
    let on_postgres = matches!(site.url(), DatabaseUrl::Postgres(_));
    assert_eq!(seen(either), usize::from(on_postgres));
    if !on_postgres {
        let current = "SELECT id FROM list_hits WHERE is_current = true AND score > 1";
        assert_eq!(seen(current), 1);
    }
}

#[test]
fn what_applicants_do_reads_no_table_whole() {
    queries::watch();
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press Witness");
    fill(&rana, &place);
    let site = &story.site;
    let visitor = site.visitor();
    for page in ["/", "/rounds/winter"] {
        found(site, page, || assert_eq!(visitor.get(page).status, 200));
    }
    for page in ["/applications".to_owned(), place.clone()] {
        found(site, "lists", || assert_eq!(rana.get(&page).status, 200));
    }
    found(site, "saving a section", || {
        let saved = save(&rana, &place, "need", &[("situation", "They came again.")]);
        assert_eq!(saved.problems(), [""; 0]);
    });
    found(site, "sending", || {
        send(&rana, &place);
    });
    let elsewhere = rana.at_another_browser();
    found(site, "signing in", || {
        elsewhere.sign_in();
    });
    found(site, "account", || {
        assert_eq!(elsewhere.get("/account").status, 200);
    });
    let receipt = format!("{place}/receipt");
    found(site, "receipt", || {
        assert_eq!(rana.get(&receipt).status, 200)
    });
}

#[test]
fn what_reviewers_do_reads_no_table_whole() {
    queries::watch();
    let panel = Panel::new();
    let site = &panel.site;
    for page in ["/reviews", "/reviews?show=open", "/reviews?show=sent"] {
        found(site, page, || assert_eq!(panel.noor.get(page).status, 200));
    }
    found(site, "declaring", || {
        panel.declare(&panel.noor, "none");
    });
    found(site, "a review", || {
        assert_eq!(panel.page(&panel.noor).status, 200);
    });
    found(site, "sending a review", || {
        let sent = panel.send(&panel.noor, FULL, "The evidence says so.");
        assert_eq!(sent.status, 303);
    });
}

/// However much is open to all: it is found by its round, and no list of it is named.
#[test]
fn what_is_open_to_all_is_found_without_naming_it() {
    queries::watch();
    let panel = Panel::new();
    panel.rule(&[("scope", "all"), ("needed", "3")]);
    let (site, sami) = (&panel.site, panel.ada.invites("Sami Odeh", Role::Reviewer));
    let naming = |page: &str| {
        let asked = queries::of(site.url(), || assert_eq!(sami.get(page).status, 200));
        assert_eq!(plans::scans(site.url(), &asked), [""; 0], "{page}");
        let id = panel.application.as_str();
        asked.iter().filter(|one| one.contains(id)).count()
    };
    // The oldest under review, from which on is read what is assigned, and no other.
    assert_eq!(naming("/reviews"), 1);
    assert!(sami.get("/reviews").text().contains("Open to all"));
    // Whoever asks for one, or for those on a page, names them.
    assert!(naming(&panel.place()) > 0);
    naming("/reviews?show=open");
}

#[test]
fn what_staff_look_at_reads_no_table_whole() {
    queries::watch();
    let panel = Panel::new();
    for person in [&panel.noor, &panel.maya] {
        panel.declare(person, "none");
        assert_eq!(
            panel.send(person, FULL, "The evidence says so.").status,
            303
        );
    }
    let round = format!("/admin/rounds/{}", panel.round.slug);
    let decisions = format!("{round}/decisions");
    let quorum = format!("{decisions}/quorum");
    let set = panel
        .ada
        .submit(&panel.ada.get(&decisions), &quorum, &[("least", "2")]);
    assert_eq!(set.problems(), [""; 0]);
    let dossier = format!("/admin/applications/{}", panel.application);
    let of_round = [
        "",
        "/ranking",
        "/board",
        "/applications",
        "/reviewing",
        "/exports",
        "/decisions",
    ];
    let pages = of_round.map(|page| format!("{round}{page}"));
    let others = ["/admin/rounds", "/admin/organisations", "/admin/awards"];
    let others = others.map(str::to_owned);
    let search = "/admin/organisations?name=manara".to_owned();
    let all = pages.into_iter().chain(others).chain([search]);
    for page in all.chain([dossier.clone(), format!("{dossier}/decision")]) {
        found(&panel.site, &page, || {
            assert_eq!(panel.ada.get(&page).status, 200, "{page}");
        });
    }
    found(&panel.site, "an export", || {
        let place = format!("{round}/exports");
        let given = [("what", "decisions"), ("format", "csv")];
        let sent = panel.ada.submit(&panel.ada.get(&place), &place, &given);
        assert_eq!(sent.status, 200);
    });
}

/// Every address that the program has, those of other roles too. PostgreSQL joins tables as
/// small as these in ways that it never joins large ones: what it does is seen above.
#[test]
fn every_page_that_staff_can_open_reads_no_table_whole() {
    queries::watch();
    let world = World::new(Behind::Little);
    let site = &world.round.site;
    if matches!(site.url(), DatabaseUrl::Postgres(_)) {
        return;
    }
    for person in [&world.round.ada, &world.round.ben, &world.omar] {
        found(site, "every page", || {
            let pages = world.walk(person);
            assert!(pages.iter().filter(|(_, status, _)| *status == 200).count() > 15);
        });
    }
}

/// What is looked for is found by a statement that lets it wait: how it finds that is seen.
#[test]
fn what_goes_in_time_is_found_without_reading_a_table_whole() {
    queries::watch();
    let panel = Panel::new();
    let (site, ada, place) = (&panel.site, &panel.ada, "/admin/retention");
    if matches!(site.url(), DatabaseUrl::Postgres(_)) {
        return;
    }
    let periods = Kind::ALL.map(|kind| (kind.code(), "365"));
    let set = ada.submit(&ada.get(place), place, &periods);
    assert_eq!(set.notice(), "The periods are saved.");
    found(site, place, || assert_eq!(ada.get(place).status, 200));
    let asked = queries::of(site.url(), || {
        erase_daily(&site.database, &site.stamp()).expect("it is looked for");
    });
    let looks = asked.iter().filter_map(|one| {
        let (waiting, look) = one.split_once(") SELECT ")?;
        let lets_wait = waiting.starts_with("INSERT INTO retention_waiting");
        lets_wait.then(|| format!("SELECT {look}"))
    });
    let looks: Vec<String> = looks.collect();
    // Nobody wrote of contacts or incidents, was awarded or is on a list.
    assert!(looks.len() >= 8, "{looks:?}");
    assert_eq!(plans::scans(site.url(), &looks), [""; 0]);
    assert_eq!(plans::scans(site.url(), &asked), [""; 0]);
    // What goes is told from now on.
    found(site, place, || assert_eq!(ada.get(place).status, 200));
}

/// The ledger holds the keys of everything that funders published.
#[test]
fn what_is_erased_leaves_the_ledger_without_reading_it_whole() {
    queries::watch();
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let DatabaseUrl::Sqlite(file) = site.url() else {
        return;
    };
    let (_, sent) = story.sent("Rana Haddad", "Olive Press Witness");
    let ben = ada.invites("Ben Amir", Role::Admin);
    let dossier = ada.get(&format!("/admin{sent}"));
    let place = format!("{}/purge", dossier.link("About the organisation"));
    propose(ada, &place);
    let asked = queries::of(site.url(), || {
        confirm(&ben, &place);
    });
    let asked: Vec<&String> = asked
        .iter()
        .filter(|one| one.contains("ledger_key"))
        .collect();
    assert!(asked.len() >= 4, "{asked:#?}");
    for one in asked {
        // Of an index that holds what goes, and nothing else, all is read.
        let whole = |step: &String| step.starts_with("SCAN ") && !step.contains("_unused");
        let steps = plans::steps(file, one);
        assert!(!steps.iter().any(whole), "{one}: {steps:?}");
    }
}

/// The tables of a round, as they leave it.
const TABLES: [&str; 6] = [
    "applications",
    "decisions",
    "scores",
    "reviews",
    "awards",
    "payments",
];

#[test]
fn awards_exports_and_tables_for_programs_read_no_table_whole() {
    queries::watch();
    let award = Awarded::running();
    award.pay(1);
    award.send_report(1);
    let (round, ada) = (&award.round, &award.round.ada);
    if matches!(round.site.url(), DatabaseUrl::Postgres(_)) {
        return;
    }
    let desk = ["", "/tranches/1", "/tranches/2", "/reports/1"];
    let desk = desk.map(|page| format!("{}{page}", award.desk));
    let lists = ["/admin/awards", "/admin/payments", "/admin/dashboard"].map(str::to_owned);
    for page in desk.into_iter().chain(lists) {
        found(&round.site, &page, || {
            ada.get(&page);
        });
    }
    let secret = export::key(ada, &TABLES, "30");
    for table in TABLES {
        found(&round.site, table, || {
            assert_eq!(round.export(ada, table, "").status, 200, "{table}");
        });
        found(&round.site, table, || {
            let place = format!("/api/v1/rounds/autumn/{table}");
            assert_eq!(export::ask(round, &secret, &place).status, 200, "{table}");
        });
    }
}

/// Texts in columns of their own are read whole at the first start alone.
#[test]
fn a_later_start_reads_no_text_that_was_sealed() {
    queries::watch();
    let site = TestSite::start();
    let storage = Storage::in_folder(site.folder());
    let asked = || {
        queries::of(site.url(), || {
            let sealed = seal_at_start((&site.database, &storage), &site.stamp());
            sealed.expect("it is sealed");
        })
    };
    let texts = |asked: &[String]| {
        let of = |one: &String| one.contains("conflict_records") || one.contains("review_versions");
        asked.iter().filter(|one| of(one)).count()
    };
    let (first, second) = (asked(), asked());
    assert!(texts(&first) > 1, "{first:#?}");
    assert_eq!(texts(&second), 0, "{second:#?}");
}

/// Rows that lie in clear are looked for at every start, when there are none: by indexes
/// that hold nothing else. On PostgreSQL any index serves for tables as small as these.
#[test]
fn a_start_reads_no_answer_that_is_sealed() {
    queries::watch();
    let site = TestSite::start();
    let DatabaseUrl::Sqlite(file) = site.url() else {
        return;
    };
    let storage = Storage::in_folder(site.folder());
    let asked = queries::of(site.url(), || {
        let sealed = seal_all((&site.database, &storage), &site.stamp(), false);
        sealed.expect("it is sealed");
    });
    let looks = |one: &&String| {
        one.contains("`sealed` IS NULL") && !one.contains(" OR ") && !one.contains("(1=0)")
    };
    let asked: Vec<&String> = asked.iter().filter(looks).collect();
    assert_eq!(asked.len(), 12, "{asked:#?}");
    for one in asked {
        let steps = plans::steps(file, one);
        assert!(steps[0].contains("_in_clear"), "{one}: {steps:?}");
    }
}
