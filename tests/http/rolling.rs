//! Rounds without a closing day: how they are made and told, how one application goes
//! its whole way in them, and how they end.

use evenhand::actions::reminders;
use evenhand::domain::account::Role;
use evenhand::domain::round::{Closing, Round};
use evenhand::domain::{ApplicationId, Moment};
use evenhand::store::round;
use serde_json::Value;

use crate::award::sealed::tamper;
use crate::deliberation::{Deliberation, EVEN, Entrant, HIGH, review};
use crate::reviewed::{assign, id_of};
use crate::story::{Story, fill, make_round, open_round, send, start};
use crate::support::{PUBLIC, Page, Person, TestSite};

/// What makes the round of a story one without a closing day.
const ROLLING: [(&str, &str); 5] = [
    ("rolling", "yes"),
    ("closes_at", ""),
    ("reviews_due_at", ""),
    ("review_days", "5"),
    ("emergency", "yes"),
];

const EDIT: &str = "/admin/rounds/winter/edit";

/// An emergency lane that takes applications at any time.
fn lane() -> Story {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let made = make_round(&ada, &ROLLING);
    assert_eq!(made.path, "/admin/rounds/winter", "{}", made.text());
    open_round(&ada, "winter");
    Story { site, ada }
}

fn refused(admin: &Person, typed: &[(&str, &str)], field: &str, error: &str) -> Page {
    let page = make_round(admin, typed);
    assert_eq!((page.status, page.error(field)), (422, error.to_owned()));
    assert_eq!(page.problems(), [error]);
    assert_eq!(page.value("slug"), "winter");
    page
}

/// Files an application for the one organisation that the search finds.
pub fn file_for(admin: &Person, name: &str) -> Page {
    let how = [
        ("channel", "phone"),
        ("day", "2026-11-01"),
        ("note", "Called on Sunday."),
    ];
    let found = admin.get(&format!("/admin/rounds/winter/filing?name={name}"));
    admin.submit(&found, "form[method='post'][action$='/filing']", &how)
}

#[test]
fn a_round_has_a_closing_day_or_says_that_it_has_none() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let neither = "Say when the round closes, or tick that it has no closing day.";
    refused(&ada, &[("closes_at", "")], "closes_at", neither);
    let both = "Empty this, or take away the tick that says there is no closing day.";
    let typed = [("rolling", "yes"), ("review_days", "5")];
    let page = refused(&ada, &typed, "closes_at", both);
    assert_eq!(page.value("review_days"), "5");
    assert_eq!(page.value("closes_at"), "2026-11-02 10:00");
    assert!(page.has("[name='rolling'][checked]"));
    let days = "Enter a number from 1 to 730.";
    let typed = [("rolling", "yes"), ("closes_at", ""), ("review_days", "0")];
    refused(&ada, &typed, "review_days", days);

    let made = make_round(&ada, &ROLLING);
    assert_eq!(made.path, "/admin/rounds/winter");
    let facts = made.text();
    assert!(facts.contains("No closing day") && facts.contains("Within 5 days of sending"));
    assert!(!facts.contains("Grace"), "{facts}");
    let list = ada.get("/admin/rounds").text();
    assert!(list.contains("No closing day"), "{list}");
    let form = ada.get(EDIT);
    assert!(form.has("[name='rolling'][checked]"));
    assert_eq!(form.value("closes_at"), "");
    assert_eq!(form.value("review_days"), "5");
    let opening = ada.get("/admin/rounds/winter/opening").text();
    assert!(opening.contains("at any time"), "{opening}");
}

#[test]
fn the_public_reads_that_there_is_no_closing_day() {
    let story = lane();
    let dated = [("title_en", "Spring round"), ("slug", "spring")];
    make_round(&story.ada, &dated);
    open_round(&story.ada, "spring");
    let visitor = story.site.visitor();
    let front = visitor.get("/");
    assert_eq!(
        front.texts(".round-card h2"),
        ["Spring round", "Winter round"],
        "the first to close first"
    );
    assert_eq!(front.texts(".round-card .badge")[1], "Open at any time");
    let mut page = visitor.get("/rounds/winter");
    for (language, open, none) in [
        ("en", "Open at any time", "No closing day"),
        ("ar", "مفتوحة في أي وقت", "بلا موعد نهائي"),
        ("he", "פתוח בכל עת", "בלי מועד אחרון"),
    ] {
        page = visitor.submit(&page, "/language", &[("language", language)]);
        assert_eq!(page.language().0, language);
        for told in [open, none] {
            assert!(page.text().contains(told), "{told}: {}", page.text());
        }
    }
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    for page in ["/applications", &place] {
        let text = rana.get(page).text();
        assert!(text.contains("Open at any time"), "{page}: {text}");
    }
}

#[test]
fn programs_are_told_no_closing_day() {
    let site = TestSite::start_with(|config| config.common_grants = true);
    let ada = site.first_admin("Ada Levi");
    make_round(&ada, &ROLLING);
    open_round(&ada, "winter");
    let answer = site.visitor().get_once("/common-grants/opportunities");
    let answer: Value = serde_json::from_str(answer.source()).expect("JSON");
    let item = &answer["items"][0];
    assert_eq!(item["status"]["value"], "open");
    assert!(item["keyDates"]["postDate"].is_object());
    assert!(item["keyDates"].get("closeDate").is_none());
}

/// Gives an application to reviewers, and lets them send their reviews.
fn all_review(story: &Story, place: &str, reviewers: [(&Person, [&str; 6]); 2]) {
    let id = ApplicationId::parse(place.trim_start_matches("/applications/"));
    let id = id.expect("an application");
    for (reviewer, _) in &reviewers {
        let given = story.site.database.write(story.site.stamp(), |tx| {
            let admin = id_of(tx, &story.ada.email)?;
            let reviewer = id_of(tx, &reviewer.email)?;
            assign(tx, admin, id, reviewer)
        });
        given.expect("the reviewer is assigned");
    }
    for (reviewer, points) in reviewers {
        review(reviewer, id, points);
    }
}

#[test]
fn one_application_goes_its_whole_way_while_another_is_written() {
    let story = lane();
    let (site, ada) = (&story.site, &story.ada);
    let ben = ada.invites("Ben Mizrahi", Role::Admin);
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let maya = ada.invites("Maya Ben-Ami", Role::Reviewer);
    let (dana, draft) = story.draft("Dana Peretz", "Valley Watch");
    // Longer than the round of other stories takes anything.
    site.pass_minutes(300);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    all_review(&story, &place, [(&noor, EVEN), (&maya, HIGH)]);
    let dossier = format!("/admin{place}");
    assert_eq!(ada.get(&dossier).the(".page-head .badge"), "Deliberation");

    let decision = format!("{dossier}/decision");
    let award = [
        ("outcome", "award"),
        ("amount", "12,000"),
        ("funding_type", "core"),
        ("rationale", "They need it this week."),
        ("waiver", "The register is closed to them."),
    ];
    let proposed = ada.submit(&ada.get(&decision), &decision, &award);
    assert_eq!(
        proposed.notice(),
        "The decision is proposed. Another admin can sign it off now."
    );
    assert!(!proposed.buttons().contains(&"Sign off".to_owned()));
    let signed = ben.submit(&ben.get(&decision), &format!("{decision}/sign-off"), &[]);
    assert_eq!(
        signed.notice(),
        "Signed off. The outcome can be released now."
    );
    let release = "/admin/rounds/winter/release";
    let ready = ben.get(&format!("{release}?all=yes"));
    let released = ben.submit(&ready, release, &[]);
    assert_eq!(
        released.notice(),
        "Released. The applicants can read their outcomes now."
    );
    let told = rana.get(&place).the(".panel-strong");
    assert!(told.contains("awarded a grant"), "{told}");

    // Who was told may ask again, once at a time.
    let next = start(&rana);
    assert_ne!(next, place);
    assert_eq!(start(&rana), next);

    let hub = ada.get("/admin/rounds/winter");
    assert_eq!(hub.the(".page-head .badge"), "Open");
    fill(&dana, &draft);
    let sent = send(&dana, &draft);
    assert_eq!(sent.heading(), "Your application is sent");
}

#[test]
fn staff_file_another_application_once_the_outcome_of_one_was_told() {
    let story = lane();
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let why = "This organisation has an application in this round already.";
    let taken = file_for(&story.ada, "olive");
    assert_eq!(taken.error("organisation"), why);
    tamper(&story.site, "UPDATE applications SET status = 'decided'");
    let filed = file_for(&story.ada, "olive");
    assert!(filed.notice().starts_with("Started."), "{}", filed.text());
    assert_ne!(filed.path, place);
    let third = file_for(&story.ada, "olive");
    assert_eq!(third.error("organisation"), why, "one at a time");
    // No decision stands behind what was laid there.
    tamper(
        &story.site,
        "UPDATE applications SET status = 'submitted' WHERE status = 'decided'",
    );
}

#[test]
fn a_closing_day_ends_it() {
    let story = lane();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let dated = [
        ("rolling", ""),
        ("closes_at", "2026-11-02 10:00"),
        ("reviews_due_at", "2026-11-20 17:00"),
    ];
    let saved = story.ada.submit(&story.ada.get(EDIT), EDIT, &dated);
    assert_eq!(saved.notice(), "Saved.");
    let visitor = story.site.visitor();
    let badge = || visitor.get("/").the(".round-card .badge");
    assert_eq!(badge(), "60 minutes left");
    let check = rana.get(&format!("{place}/check"));
    story.site.pass_minutes(76);
    assert_eq!(badge(), "Closed");
    let sent = rana.submit(&check, &format!("{place}/submission"), &[]);
    assert_eq!(sent.status, 409);
    // And back: without a day it takes applications again.
    let again = [
        ("rolling", "yes"),
        ("closes_at", ""),
        ("reviews_due_at", ""),
        ("review_days", "3"),
    ];
    let saved = story.ada.submit(&story.ada.get(EDIT), EDIT, &again);
    assert_eq!(saved.notice(), "Saved.");
    assert_eq!(badge(), "Open at any time");
    assert_eq!(send(&rana, &place).heading(), "Your application is sent");
    // Staff can close it at once, too.
    let closing = "/admin/rounds/winter/closing";
    let asked = story.ada.get(closing);
    assert!(!asked.text().contains("grace"), "{}", asked.text());
    story.ada.submit(&asked, closing, &[]);
    let public = visitor.get("/rounds/winter").text();
    assert!(public.contains("This round is closed."), "{public}");
}

/// A round under review in which each application has five days from its sending.
fn under_review() -> Deliberation {
    let made = Deliberation::unscored();
    let rolling = Round {
        closing: Closing::Rolling { review_days: 5 },
        ..made.round.clone()
    };
    let site = &made.site;
    let done = site
        .database
        .write(site.stamp(), |tx| round::update(tx, &rolling));
    done.expect("the round is changed");
    made
}

#[test]
fn reviews_are_due_on_the_clock_of_each_application() {
    let round = under_review();
    let late = "/admin/rounds/autumn/reviewing?show=late";
    let page = round.ada.get(late);
    assert_eq!(page.the(".empty h2"), "Nothing is late");
    assert!(page.text().contains("Within 5 days of sending"));
    assert!(round.noor.get("/reviews").text().contains("5 days left"));

    // No letter before the round's reviews are due in two days.
    let remind = |text: &str| {
        let now = Moment::parse_local(text, "Asia/Jerusalem").expect("a time");
        round.site.clock.set(now);
        let written = reminders::remind_due(&round.site.database, &round.site.stamp(), PUBLIC);
        written.expect("letters are written");
        let letters = round.site.letters_to(&round.noor.email).into_iter();
        let letters = letters.filter(|one| one.subject == "Reviews wait for you");
        letters
            .map(|one| one.body.lines().next().unwrap_or_default().to_owned())
            .collect::<Vec<String>>()
    };
    assert_eq!(remind("2026-11-04 08:00"), [""; 0]);
    let soon = "4 reviews wait for you. The next one is due in 2 days.";
    assert_eq!(remind("2026-11-05 08:00"), [soon]);

    let entrant = Entrant {
        reference: "EH-EEEE-6666",
        name: "Night Shelter",
        title: "Beds before the winter",
        place: ("palestinian", "west_bank"),
        requested_minor: 300_000,
        registration: None,
    };
    round.enter(&entrant, &round.rana.email);
    // Two days after the first four were due, a day before the fifth is.
    round
        .site
        .clock
        .set(Moment::parse_local("2026-11-09 11:00", "Asia/Jerusalem").expect("a time"));
    round.ada.sign_in();
    let page = round.ada.get(late);
    let expected = ["Maya Ben-Ami 4 late", "Noor Khalil 4 late"];
    assert_eq!(page.column("By reviewer", 0), expected);
}
