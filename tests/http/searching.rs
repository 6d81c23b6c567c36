//! Finding organisations by any part of a name: what a look at every name would find, whoever
//! wrote the names, and without that look.

use evenhand::domain::OrganisationId;
use evenhand::store::{DatabaseUrl, mint, organisation};

use crate::access::hundred::texts;
use crate::award::sealed::tamper;
use crate::deliberation::Deliberation;
use crate::purge::{confirm, of_organisation, propose};
use crate::story::Story;
use crate::support::{Person, TestSite, encode, plans, queries};

/// Names in Latin, Arabic and Hebrew letters.
const NAMES: [[&str; 3]; 6] = [
    ["Olive Press Centre", "معصرة الزيتون", "בית הבד"],
    ["Sea Road", "", ""],
    ["", "طريق البحر", ""],
    ["", "", "דרך הים"],
    ["100%_Growth \\ Fund", "", ""],
    ["Olive/Grove", "", ""],
];

/// In names and in none, of all lengths; some mean more to the database than they say.
const SOUGHT: [&str; 27] = [
    "olive",
    "OLIVE P",
    "ve pre",
    "press centre",
    "معصرة",
    "صرة الز",
    "البحر",
    "בית",
    "ת הב",
    "הים",
    "ol",
    "o",
    "ال",
    "הב",
    "%",
    "_",
    "0%_",
    "100%",
    "\\",
    "h \\ f",
    "olive/grove",
    "ve/gr",
    "olive_press",
    "ol%",
    "oliveoil",
    "nobody is called this",
    "zz",
];

/// Makes an organisation of these names; where it stands.
fn make(person: &Person, [latin, arabic, hebrew]: [&str; 3]) -> String {
    let fields = [
        ("name_latin", latin),
        ("name_arabic", arabic),
        ("name_hebrew", hebrew),
        ("base", "west_bank"),
        ("community", "palestinian"),
        ("legal_form", "ps_association"),
    ];
    let form = person.get("/organisations/new");
    person.submit(&form, "/organisations", &fields).path
}

/// The names that staff find by a text, sorted.
fn found(ada: &Person, text: &str) -> Vec<String> {
    let asked = encode(&[("name".to_owned(), text.to_owned())]);
    let page = ada.get(&format!("/admin/organisations?{asked}"));
    assert_eq!(page.status, 200, "{text}");
    let mut names = page.texts("tbody th[scope='row']");
    names.sort();
    names
}

/// What a look at every name finds, sorted.
fn looked_up(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let has = |names: &&[&str; 3]| names.iter().any(|name| name.to_lowercase().contains(&text));
    let shown = |names: &[&str; 3]| {
        let name = names.iter().find(|name| !name.is_empty());
        (*name.expect("a name")).to_owned()
    };
    let mut all: Vec<String> = NAMES.iter().filter(has).map(shown).collect();
    all.sort();
    all
}

/// Gives grams to all that have none; how many these were.
fn fill(site: &TestSite) -> usize {
    let some = || {
        let filled = site.database.write(site.stamp(), organisation::fill_grams);
        Some(filled.expect("grams are made")).filter(|filled| *filled > 0)
    };
    std::iter::from_fn(some).sum()
}

/// The grams of an organisation.
fn grams(site: &TestSite, id: &str) -> Vec<String> {
    let words = "SELECT gram AS found FROM organisation_grams WHERE organisation_id";
    texts(site.url(), &format!("{words} = '{id}'"))
}

fn has(site: &TestSite, id: &str, gram: &str) -> bool {
    grams(site, id).iter().any(|one| one == gram)
}

#[test]
fn any_part_of_a_name_is_found_with_grams_and_without() {
    let story = Story::new();
    let (site, rana) = (&story.site, story.site.applicant("Rana Haddad"));
    for names in NAMES {
        make(&rana, names);
    }
    let agree = |when: &str| {
        for text in SOUGHT {
            assert_eq!(found(&story.ada, text), looked_up(text), "{when}: {text}");
        }
    };
    assert_eq!(fill(site), 0, "whoever writes a name writes its grams");
    agree("as written");
    let former = "DELETE FROM organisation_grams; UPDATE organisations SET grams_of = ''";
    tamper(site, former);
    agree("before grams are made");
    assert_eq!(fill(site), NAMES.len());
    assert_eq!(fill(site), 0);
    agree("filled");
}

/// Which letters are small depends on the database; that grams lead to whatever it takes for
/// the same does not.
#[test]
fn grams_hide_nothing_that_the_database_takes_for_the_same() {
    let story = Story::new();
    let (site, rana) = (&story.site, story.site.applicant("Rana Haddad"));
    for name in ["ΟΔΟΣ ΕΛΙΑΣ", "İzmir Kıyısı", "École Été", "straße"] {
        make(&rana, [name, name, ""]);
    }
    let sought = [
        "οδος",
        "ΟΔΟΣ",
        "οδοσ",
        "ελιας",
        "izmir",
        "İzmir",
        "i\u{307}zmir",
        "école",
        "ÉCOLE",
        "été",
        "STRASSE",
        "straße",
        "kıyı",
    ];
    let with = sought.map(|text| found(&story.ada, text));
    tamper(
        site,
        "DELETE FROM organisation_grams; UPDATE organisations SET grams_of = ''",
    );
    assert_eq!(with, sought.map(|text| found(&story.ada, text)));
    assert_eq!(with[11], ["straße"]);
}

#[test]
fn a_name_that_a_former_release_writes_is_found_at_once_and_its_grams_within_the_hour() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let place = make(&site.applicant("Rana Haddad"), ["Olive Press", "", ""]);
    let id = place.trim_start_matches("/organisations/");
    let renamed = "UPDATE organisations SET name_latin = 'Salt House' WHERE id";
    tamper(site, &format!("{renamed} = '{id}'"));
    assert_eq!(found(ada, "salt"), ["Salt House"]);
    assert_eq!(found(ada, "olive"), [""; 0]);
    assert!(has(site, id, "oli") && !has(site, id, "sal"));
    assert_eq!(fill(site), 1);
    assert_eq!(found(ada, "salt"), ["Salt House"]);
    assert!(has(site, id, "sal") && !has(site, id, "oli"));
}

#[test]
fn who_changes_its_name_or_hides_it_leaves_no_gram_of_it() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let rana = site.applicant("Rana Haddad");
    let place = make(&rana, ["Olive Press", "معصرة الزيتون", "בית הבד"]);
    let id = place.trim_start_matches("/organisations/");
    assert!(has(site, id, "oli") && has(site, id, "معص") && has(site, id, "הבד"));
    let edit = rana.get(&format!("{place}/edit"));
    rana.submit(&edit, &place, &[("name_latin", "Salt House")]);
    assert_eq!(found(ada, "salt"), ["Salt House"]);
    assert_eq!(found(ada, "olive"), [""; 0]);
    assert!(has(site, id, "sal") && has(site, id, "معص") && !has(site, id, "oli"));

    let given = format!("{place}/confidential");
    rana.submit(&rana.get(&given), &given, &[]);
    let called = "SELECT code_name AS found FROM organisations WHERE code_name <> ''";
    let called = texts(site.url(), called).remove(0);
    let first: String = called.to_lowercase().chars().take(3).collect();
    assert_eq!(found(ada, &called), std::slice::from_ref(&called));
    assert!(has(site, id, &first));
    for text in ["salt", "معصرة", "הבד"] {
        assert_eq!(found(ada, text), [""; 0], "{text}");
        let gram: String = text.chars().take(3).collect();
        assert!(!has(site, id, &gram), "{text}");
    }
    let kept = "SELECT grams_of AS found FROM organisations WHERE code_name <> ''";
    assert_eq!(texts(site.url(), kept), [called]);
    // What is sealed is changed later, and searched as little.
    let edit = rana.get(&format!("{place}/edit"));
    rana.submit(&edit, &place, &[("name_latin", "Xylem Watch")]);
    assert_eq!(found(ada, "xylem"), [""; 0]);
    assert!(!has(site, id, "xyl"));
}

#[test]
fn what_is_purged_leaves_no_gram() {
    let round = Deliberation::unscored();
    let (site, place) = (&round.site, of_organisation(&round));
    let desk = place.trim_end_matches("/purge");
    let id = desk.trim_start_matches("/admin/organisations/");
    assert!(has(site, id, "oli"));
    propose(&round.ada, &place);
    confirm(&round.ben, &place);
    assert_eq!(grams(site, id), [""; 0]);
    assert_eq!(found(&round.ada, "olive"), [""; 0]);
    assert_eq!(fill(site), 1);
    assert!(!has(site, id, "oli"));
}

/// Some have grams and others none: the pages hold all of them once, in order.
#[test]
fn pages_of_a_search_go_on_where_the_last_one_ended() {
    let story = Story::new();
    let site = &story.site;
    make(&site.applicant("Rana Haddad"), ["Olive Press", "", ""]);
    let mut ids: Vec<OrganisationId> = (0..120).map(|_| mint()).collect();
    ids.sort();
    let columns = "base, community, legal_form, website, created_at, created_by";
    let rows = ids.iter().enumerate().map(|(at, id)| {
        format!(
            "INSERT INTO organisations (id, name_latin, name_arabic, name_hebrew, {columns}) \
             SELECT '{id}', 'Quay {at:03}', '', '', {columns} FROM organisations \
             WHERE name_latin = 'Olive Press'"
        )
    });
    tamper(site, &rows.collect::<Vec<_>>().join("; "));
    let filled = site.database.write(site.stamp(), organisation::fill_grams);
    assert_eq!(filled.expect("grams are made"), 64);
    let (mut names, mut place) = (Vec::new(), "/admin/organisations?name=quay".to_owned());
    loop {
        let page = story.ada.get(&place);
        names.extend(page.texts("tbody th[scope='row']"));
        match page.attributes("a[rel='next']", "href").pop() {
            Some(next) => place = next,
            None => break,
        }
    }
    let all: Vec<String> = (0..120).rev().map(|at| format!("Quay {at:03}")).collect();
    assert_eq!(names, all);
}

/// More of them than one statement looks through for two letters, and on either side one
/// that has these.
#[test]
fn two_letters_are_found_behind_however_many_that_have_others() {
    let story = Story::new();
    let site = &story.site;
    let rana = site.applicant("Rana Haddad");
    make(&rana, ["Jazz Yard", "", ""]);
    let ids: Vec<OrganisationId> = (0..10_001).map(|_| mint()).collect();
    let columns = "base, community, legal_form, website, created_at, created_by";
    let rows: Vec<String> = ids.iter().map(|id| format!("('{id}')")).collect();
    tamper(
        site,
        &format!(
            "WITH minted (one) AS (VALUES {}) \
             INSERT INTO organisations (id, name_latin, name_arabic, name_hebrew, {columns}) \
             SELECT one, 'Quay', '', '', {columns} FROM minted, organisations \
             WHERE name_latin = 'Jazz Yard'",
            rows.join(", ")
        ),
    );
    make(&rana, ["Buzz House", "", ""]);
    assert_eq!(found(&story.ada, "zz"), ["Buzz House", "Jazz Yard"]);
    assert_eq!(found(&story.ada, "zy"), [""; 0]);
    let filing = story.ada.get("/admin/rounds/winter/filing?name=zz");
    for name in ["Buzz House", "Jazz Yard"] {
        assert!(filing.text().contains(name), "{name}");
    }
}

#[test]
fn a_search_reads_no_table_whole() {
    queries::watch();
    let story = Story::new();
    let site = &story.site;
    make(&site.applicant("Rana Haddad"), ["Olive Press", "", ""]);
    let DatabaseUrl::Sqlite(file) = site.url() else {
        return;
    };
    let asked = |place: &str| {
        let ask = || assert_eq!(story.ada.get(place).status, 200, "{place}");
        let asked = queries::of(site.url(), ask);
        assert_eq!(plans::scans(site.url(), &asked), [""; 0], "{place}");
        asked
    };
    for place in ["/admin/organisations", "/admin/rounds/winter/filing"] {
        // Of a text that nobody has in a name no name is read but those without grams.
        for (text, looks) in [("olive", 2), ("olive oil", 1)] {
            let asked = asked(&format!("{place}?name={}", text.replace(' ', "+")));
            let asked = asked
                .iter()
                .filter(|one| one.contains("`name_latin`) LIKE"));
            let asked: Vec<&String> = asked.collect();
            assert_eq!(asked.len(), looks, "{text}: {asked:#?}");
            for one in asked {
                let whole = |step: &String| {
                    step.starts_with("SCAN ") && !step.contains("organisations_without_grams")
                };
                let steps = plans::steps(file, one);
                assert!(!steps.iter().any(whole), "{one}: {steps:?}");
            }
        }
        // No index leads to two letters: first it is asked how far to look.
        let asked = asked(&format!("{place}?name=ol"));
        let ends = asked.iter().filter(|one| one.contains(" OFFSET "));
        assert_eq!(ends.count(), 1, "{asked:#?}");
    }
}
