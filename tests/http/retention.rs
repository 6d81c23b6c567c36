//! How long what is kept: periods, what they take and what they leave, and what is kept
//! longer.

use evenhand::actions::purge::finish;
use evenhand::actions::retention::erase_daily;
use evenhand::domain::Moment;
use evenhand::domain::retention::Kind;
use evenhand::files::Storage;
use evenhand::store::{Tx, erasure, latest_events};

use crate::award::sealed::tamper;
use crate::deliberation::Deliberation;
use crate::engagement;
use crate::files::{PDF, add as attach, left};
use crate::support::raw::{bytes, everything, holds};
use crate::support::{Page, Person, TestSite};

pub const PLACE: &str = "/admin/retention";
const DECLINE: [(&str, &str); 4] = [
    ("outcome", "decline"),
    ("reason", "others_first"),
    ("rationale", "Others were stronger, said the panel."),
    ("feedback", "Thank you for your clear plan."),
];

pub fn set(person: &Person, periods: &[(&str, &str)]) -> Page {
    person.submit(&person.get(PLACE), PLACE, periods)
}

/// The second and the third application are declined.
pub fn declined() -> Deliberation {
    let round = Deliberation::new();
    for n in [1, 2] {
        round.propose(&round.ada, n, &DECLINE);
        round.sign(&round.ben, n);
    }
    round.release_all(&round.ada);
    round
}

/// What will go of declined applications, as somebody sees it.
fn ahead(person: &Person) -> Vec<String> {
    let page = person.get(PLACE);
    let column = page.column("How long what is kept", 2);
    column.into_iter().take(1).collect()
}

/// Erases as the program does every hour.
pub fn erase(round: &Deliberation) -> bool {
    erase_in(&round.site)
}

/// The same in a site without a round that is decided on.
pub fn erase_in(site: &TestSite) -> bool {
    erase_daily(&site.database, &site.stamp()).expect("it is erased")
}

/// Days pass; both admins sign in again.
pub fn later(round: &mut Deliberation, days: i64) {
    round.site.pass_days(days);
    for person in [&mut round.ada, &mut round.ben] {
        *person = person.at_another_browser();
        person.sign_in();
    }
}

#[test]
fn what_has_had_its_time_goes_and_what_is_kept_stays() {
    let mut round = declined();
    let visitor = round.site.visitor();
    assert!(
        visitor
            .get("/privacy")
            .text()
            .contains("No periods are set")
    );
    let wrong = set(&round.ada, &[("declined", "29"), ("mail", "90")]);
    assert_eq!(wrong.status, 422);
    let said = wrong.error("declined");
    assert!(said.starts_with("Give whole days from 30"), "{said}");
    assert_eq!(
        (wrong.value("declined"), wrong.value("mail")),
        ("29".to_owned(), "90".to_owned())
    );
    let saved = set(&round.ada, &[("declined", "60")]);
    assert_eq!(saved.notice(), "The periods are saved.");
    let told = visitor.get("/privacy").texts("#periods dt");
    assert_eq!(told, ["Applications that were not funded"]);
    assert_eq!(ahead(&round.ada), ["Counted within the hour"]);
    assert!(!erase(&round));
    assert_eq!(ahead(&round.ada), ["Nothing"]);

    later(&mut round, 40);
    assert!(!erase(&round), "it is looked for anew");
    assert_eq!(
        ahead(&round.ada),
        ["2 entries · EH-CCCC-4444 · EH-BBBB-3333"],
        "they go within 30 days"
    );
    // The third is kept; nobody who is kept away from the second is told of it.
    let kept = format!("/admin/applications/{}/retention", round.applications[2]);
    let page = round.ada.get(&kept);
    let late = [("reason", "An audit."), ("until", "2026-01-01")];
    let refused = round.ada.submit(&page, &kept, &late);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("reason"), "An audit.");
    let good = [("reason", "An audit."), ("until", "2027-12-31")];
    let keeps = round.ada.submit(&page, &kept, &good);
    assert_eq!(keeps.notice(), "It is kept.");
    assert_eq!(ahead(&round.ada), ["One entry · EH-BBBB-3333"]);
    let form = format!("/admin/applications/{}/conflict", round.applications[1]);
    let aside = [("kind", "collaborator")];
    round.ben.submit(&round.ben.get(&form), &form, &aside);
    assert_eq!(ahead(&round.ben), ["Nothing"]);

    assert!(!erase(&round), "nothing has had its time");
    later(&mut round, 30);
    assert!(erase(&round));
    assert!(!erase(&round), "once a day, and once");
    let rows = round.site.read(everything);
    for gone in ["Keeping the archive alive", "+Witness"] {
        let stays = gone == "+Witness";
        assert_eq!(rows.contains(gone), stays, "{gone}");
    }
    assert!(!holds(&bytes(&round.site), "Keeping the archive alive"));
    assert!(rows.contains("Safe rooms") && rows.contains("Legal aid in the valley"));
    let events = round.site.read(|reader| latest_events(reader, None, 1));
    assert_eq!(events[0].action, "erase_contents");
    assert_eq!(events[0].object_id, round.applications[1].to_string());
    assert_eq!(events[0].after_state, "declined");
    // Scores stay where words went.
    let dossier = format!("/admin/applications/{}", round.applications[1]);
    assert_eq!(round.ada.get(&dossier).status, 200);
    let scores = round.export(&round.ada, "scores", "").source().to_owned();
    assert!(scores.contains("EH-BBBB-3333"));
}

/// Looks at all declined applications one by one, and lets those wait that ended before an
/// instant; answers how many it looked at.
fn look(round: &Deliberation, before: Moment) -> usize {
    let (mut after, mut looked) = (String::new(), 0);
    loop {
        let look = |tx: &mut Tx| erasure::look(tx, Kind::Declined, (after.as_str(), 1), before);
        let last = round.site.database.write(round.site.stamp(), look);
        match last.expect("it is looked at") {
            Some(last) => after = last,
            None => return looked,
        }
        looked += 1;
    }
}

#[test]
fn what_goes_is_looked_for_some_at_a_time_and_waits_only_while_it_is_due() {
    let mut round = declined();
    set(&round.ada, &[("declined", "60")]);
    later(&mut round, 40);
    assert!(!erase(&round));
    let both = ["2 entries · EH-CCCC-4444 · EH-BBBB-3333"];
    assert_eq!(ahead(&round.ada), both);
    let now = round.site.stamp().now;
    // Whatever waited is looked at again, and what is not due waits no longer.
    assert_eq!(look(&round, now.plus_days(-50)), round.applications.len());
    assert_eq!(ahead(&round.ada), ["Nothing"]);
    assert_eq!(look(&round, now), round.applications.len());
    assert_eq!(ahead(&round.ada), both);
    // A longer period is counted anew, and told once all was looked at.
    set(&round.ada, &[("declined", "65")]);
    look(&round, now);
    assert_eq!(ahead(&round.ada), ["Counted within the hour"]);
    set(&round.ada, &[("declined", "90")]);
    assert_eq!(ahead(&round.ada), ["Counted within the hour"]);
    assert!(!erase(&round));
    assert_eq!(ahead(&round.ada), ["Nothing"]);
}

#[test]
fn a_period_takes_nothing_in_its_first_days() {
    let mut round = declined();
    later(&mut round, 100);
    set(&round.ada, &[("declined", "60")]);
    assert!(!erase(&round));
    later(&mut round, 8);
    assert!(erase(&round));
}

#[test]
fn notes_of_contacts_lose_words_and_files_and_keep_their_day() {
    let mut round = Deliberation::unscored();
    let log = engagement::log_of(&round.ada, round.applications[0].as_str());
    let noted = [
        ("notes", "The archive is under the well."),
        ("then", "files"),
    ];
    let entry = engagement::add(&round.ada, &log, &noted);
    let entry = entry.path.split('#').next().expect("an address").to_owned();
    let files: [(&str, &str, &[u8]); 1] = [("well.pdf", "application/pdf", PDF)];
    let place = format!("{entry}/files");
    assert_eq!(attach(&round.ada, &place, &files).status, 303);
    set(&round.ada, &[("engagement", "30")]);
    later(&mut round, 40);
    assert!(erase(&round));
    let rows = round.site.read(everything);
    assert!(!rows.contains("The archive is under the well.") && !rows.contains("well.pdf"));
    assert!(rows.contains("2026-10-01"), "the day stays");
    assert_eq!(round.ada.get(&log).status, 200);
    // The file goes from the disk with the next look at what is left there.
    let storage = Storage::in_folder(round.site.folder());
    finish(&round.site.database, &storage, &round.site.stamp()).expect("it is removed");
    assert_eq!(left(&round.site), [""; 0]);
}

#[test]
fn what_is_decided_anew_behind_the_look_of_the_day_stays() {
    let round = declined();
    set(&round.ada, &[("declined", "60")]);
    round.site.pass_days(59);
    round.site.pass_minutes(12 * 60);
    assert!(!erase(&round), "both wait, and their time is not over");
    tamper(
        &round.site,
        "UPDATE applications SET status = 'deliberation' WHERE reference = 'EH-BBBB-3333'",
    );
    // Nothing is looked for again before 20 hours are over.
    round.site.pass_minutes(13 * 60);
    assert!(erase(&round));
    let rows = round.site.read(everything);
    assert!(rows.contains("Keeping the archive alive"), "it waits anew");
    assert!(!rows.contains("Safe rooms"));
}

#[test]
fn saving_again_begins_the_first_days_anew_for_what_changed_alone() {
    let mut round = declined();
    later(&mut round, 100);
    set(&round.ada, &[("declined", "60")]);
    later(&mut round, 6);
    set(&round.ada, &[("declined", "61")]);
    later(&mut round, 2);
    assert!(!erase(&round), "it was changed two days ago");
    later(&mut round, 4);
    let saved = set(&round.ada, &[("mail", "90")]);
    assert_eq!(saved.notice(), "The periods are saved.");
    assert_eq!(round.ada.get(PLACE).value("declined"), "61");
    later(&mut round, 2);
    assert!(erase(&round), "it stands for eight days");
}
