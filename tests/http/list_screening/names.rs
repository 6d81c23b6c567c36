//! Whose names meet a list, in whatever script they are written, and what each run keeps.

use evenhand::domain::OrganisationId;
use evenhand::domain::list_screening::Purpose;
use evenhand::store::list_screening::{latest, versions_of};

use super::{count, list_of, put, screen, standing};
use crate::award::{ACCOUNT, Awarded};
use crate::deliberation::Deliberation;
use crate::story::Story;

#[test]
fn hebrew_and_cyrillic_entries_meet_latin_names() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    count(site, ada, "eu");
    let (hebrew, cyrillic) = ("קרן ענף הזית", "Фонд Оливковая Ветвь");
    let entries = [("H-1", hebrew), ("C-1", cyrillic), ("L-1", "Quarry House")];
    put(site, ada, "eu", &list_of("2026-10-20", &entries));
    story.sent("Noa Levi", "Keren Anaf Hazayit");
    story.sent("Olga Petrova", "Fond Olivkovaya Vetv");
    story.sent("Rana Haddad", "Olive Press");
    let mut rows = ada.get("/admin/list-hits").table("Open hits");
    rows.sort();
    let found: Vec<[&str; 2]> = rows.iter().map(|row| [&*row[0], &*row[1]]).collect();
    let expected = [
        ["Fond Olivkovaya Vetv", cyrillic],
        ["Keren Anaf Hazayit", hebrew],
    ];
    assert_eq!(found, expected);
}

#[test]
fn hebrew_and_cyrillic_names_of_people_meet_latin_entries() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    count(site, ada, "eu");
    let entries = [("P-1", "Moshe Shapira"), ("P-2", "Ivan Olivkov")];
    let people = list_of("2026-10-20", &entries).replace(",Organization,", ",Person,");
    put(site, ada, "eu", &people);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    crate::story::fill(&rana, &place);
    let section = format!("{place}/sections/capacity");
    let given = [("foreign_transfer", "yes"), ("then", "list")];
    let mut pairs = rana.get(&section).form(&section, &given).filled(&given);
    pairs.retain(|(name, _)| !name.starts_with("board."));
    let board = ["משה שפירא", "Иван Оливков"].into_iter().enumerate();
    pairs.extend(board.map(|(at, name)| (format!("board.{at}.name"), name.to_owned())));
    let saved = rana.post(&section, &pairs);
    assert_eq!(saved.problems(), [""; 0], "{}", saved.text());
    crate::story::send(&rana, &place);
    let rows = ada.get("/admin/list-hits").table("Open hits");
    let found: Vec<[&str; 2]> = rows.iter().map(|row| [&*row[0], &*row[1]]).collect();
    let expected = [
        ["Иван Оливков", "Ivan Olivkov"],
        ["משה שפירא", "Moshe Shapira"],
    ];
    assert_eq!(found.len(), 2, "{found:?}");
    for one in expected {
        assert!(found.contains(&one), "{one:?}: {found:?}");
    }
}

#[test]
fn a_listed_bank_is_a_hit() {
    const BANK: &str = "Harbour Exchange Bank";
    let award = Awarded::running();
    let (site, ada) = (&award.round.site, &award.round.ada);
    count(site, ada, "eu");
    put(site, ada, "eu", &list_of("2026-10-20", &[("B-1", BANK)]));
    let place = standing(site, award.round.applications[0]);
    let before = screen(ada, &place);
    assert_eq!(before.texts("#standing .badge"), ["No hits"]);
    let mut account = ACCOUNT;
    account[1].1 = BANK;
    award.give(&account);
    let found = screen(ada, &place);
    let rows = found.table("Hits of the last run");
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(rows[0][0].starts_with(BANK), "{rows:?}");
    assert!(rows[0][0].ends_with("The bank of the account"), "{rows:?}");
    assert_eq!(rows[0][1..3], [BANK, "eu"]);
}

/// Every run of the first organisation, latest first: what for, and of which day each
/// list was that it was measured by.
fn runs(round: &Deliberation) -> Vec<(Purpose, Vec<String>)> {
    let place = standing(&round.site, round.applications[0]);
    let owner = place.split('/').nth(3).expect("an organisation");
    let owner = OrganisationId::parse(owner).expect("an id");
    round.site.read(|reader| {
        let mut told = Vec::new();
        for row in latest(reader, owner, 20)? {
            let used = row.run.basis.lists.iter().map(|one| one.version);
            let used = versions_of(reader, &used.collect::<Vec<_>>())?;
            let days = used.values().map(|one| one.version.dated.iso());
            told.push((row.run.purpose, days.collect()));
        }
        Ok(told)
    })
}

#[test]
fn a_signature_and_each_approval_of_each_payment_keep_a_run_with_its_list() {
    let round = Deliberation::new();
    let listed = |day: &str| list_of(day, &[("X-1", "Quarry Syndicate")]);
    count(&round.site, &round.ada, "ofac");
    put(&round.site, &round.ada, "ofac", &listed("2026-10-20"));
    round.propose(&round.ada, 0, &crate::award::DECISION);
    round.sign(&round.ben, 0);
    round.release_all(&round.ben);
    let award = Awarded::of(round);
    let day = |text: &str| vec![text.to_owned()];
    assert_eq!(runs(&award.round), [(Purpose::SignOff, day("2026-10-20"))]);
    award.start();
    let (site, ada, ben) = (&award.round.site, &award.round.ada, &award.round.ben);
    let pay = |tranche: u8, of: &str| {
        put(site, ada, "ofac", &listed(of));
        award.prepare(tranche, &[]);
        award.step(ada, "Approve", &[]);
        award.step(ben, "Approve", &[]);
        award.step(ada, "Note that it is paid", &[("day", "2026-11-01")]);
    };
    pay(1, "2026-10-21");
    award.send_report(1);
    award.judge(1, &[("verdict", "accept")]);
    pay(2, "2026-10-22");
    let expected = [
        (Purpose::Payment, day("2026-10-22")),
        (Purpose::Payment, day("2026-10-22")),
        (Purpose::Payment, day("2026-10-21")),
        (Purpose::Payment, day("2026-10-21")),
        (Purpose::SignOff, day("2026-10-20")),
    ];
    assert_eq!(runs(&award.round), expected);
}
