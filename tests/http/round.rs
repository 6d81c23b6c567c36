//! Rounds: what anybody reads of them, and how admins run them.

use evenhand::domain::account::Role;

use crate::sayings::{stale, told};
use crate::story::{Story, make_round, open_round, typed};
use crate::support::{Person, TestSite};

const LIST: &str = "Rounds";

fn states(admin: &Person) -> Vec<(String, String)> {
    let rows = admin.get("/admin/rounds").table(LIST).into_iter();
    rows.map(|row| (row[0].clone(), row[1].clone())).collect()
}

#[test]
fn every_question_is_read_before_there_is_an_account() {
    let story = Story::new();
    let visitor = story.site.visitor();
    let front = visitor.get("/");
    assert_eq!(front.texts(".round-card h2"), ["Winter round"]);
    assert_eq!(front.the(".round-card .badge"), "60 minutes left");
    let page = visitor.click(&front, "Winter round");
    assert_eq!(page.heading(), "Human Rights Fund Winter round");
    assert_eq!(page.the(".page-head .lead"), "Quick help for field teams.");
    assert_eq!(
        page.texts("#questions h3"),
        [
            "Your request",
            "The need",
            "Other supporters",
            "Pressure on your organisation",
            "Values and safety",
            "Your organisation",
            "How to reach you",
            "How your organisation works",
            "Legal status",
            "Declarations",
            "Signatories and bank",
            "Documents"
        ]
    );
    assert_eq!(page.texts("#criteria h3").len(), 6);
    assert_eq!(page.texts("#criteria .anchors dt").len(), 36);

    // What the page promises is what the form asks, in the same order; the end
    // is asked later, and not of everybody.
    // What the rows of a table ask is told too, with what there is to choose from.
    let rows = page.the("#questions");
    for told in ["As exactly as is safe", "Terror designation"] {
        assert!(rows.contains(told), "{told}");
    }
    let promised = page.texts("#questions .asked-label");
    assert_eq!(promised.len(), 75);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let mut asked = Vec::new();
    for section in rana.get(&place).links() {
        if section.1.contains("/sections/") {
            asked.extend(questions(&rana, &section.1));
        }
    }
    assert_eq!(asked, promised[..64]);

    let sign_in = page.link("Start an application");
    assert_eq!(sign_in, "/sign-in?return_to=/rounds/winter/applications");
}

/// The labels of a section's questions, without the words "(optional)" and
/// without the parts of questions that are answered in rows or with a currency.
fn questions(person: &Person, section: &str) -> Vec<String> {
    let page = person.get(section);
    let css = "main form > .field > .label > bdi, \
               main form > .only-if > .field > .label > bdi, \
               main form > .field > .choice > label > bdi, \
               main form > .money-own > .field:first-child > .label > bdi";
    page.texts(css)
}

#[test]
fn a_draft_is_not_public_and_a_closed_round_takes_nothing() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    make_round(&ada, &[]);
    let rana = site.applicant("Rana Haddad");
    for path in ["/rounds/winter", "/rounds/winter/applications"] {
        let page = rana.get(path);
        assert_eq!((page.status, &*page.heading()), (404, "Page not found"));
    }
    let start = rana.post_with_token("/rounds/winter/applications", &[]);
    assert_eq!((start.status, &*start.heading()), (404, "Page not found"));
    let visitor = site.visitor();
    assert_eq!(visitor.get("/rounds/winter").heading(), "Page not found");
    assert_eq!(
        visitor.get("/").the(".empty h2"),
        "Nothing is open at the moment"
    );

    open_round(&ada, "winter");
    assert_eq!(visitor.get("/").texts(".round-card h2"), ["Winter round"]);
    let place = "/admin/rounds/winter/closing";
    let asking = ada.get(place);
    assert_eq!(asking.heading(), "Winter round Close this round for good?");
    let closed = ada.submit(&asking, place, &[]);
    assert_eq!(closed.notice(), "The round is closed.");
    let public = visitor.get("/rounds/winter");
    assert_eq!(
        public.notice(),
        "This round is closed. It takes no applications any more; this page stays for reference."
    );
    let words: Vec<String> = public.links().into_iter().map(|link| link.0).collect();
    assert!(!words.contains(&"Start an application".to_owned()));
    let ended = told("This round is closed for good.");
    assert_eq!(stale(&ada.post_with_token(place, &[])), ended);
    let opening = "/admin/rounds/winter/opening";
    assert_eq!(stale(&ada.post_with_token(opening, &[])), ended);
    assert_eq!(stale(&ada.get("/admin/rounds/winter/edit")), ended);
    let edit = ada.post_with_token("/admin/rounds/winter/edit", &typed(&[]));
    assert_eq!(stale(&edit), ended);
    assert_eq!(
        states(&ada),
        [("Winter round".to_owned(), "Closed".to_owned())]
    );
}

#[test]
fn every_wrong_field_of_a_round_is_named() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let late = "2026-11-03 09:00";
    let cases = [
        ("title_en", " ", "title_en", "Fill this in."),
        ("purpose_en", "", "purpose_en", "Fill this in."),
        (
            "slug",
            "Ä",
            "slug",
            "Use 3 to 60 small letters, digits and hyphens.",
        ),
        (
            "budget",
            "much",
            "budget",
            "Enter an amount such as 12500 or 12,500.50.",
        ),
        (
            "least",
            "0",
            "least",
            "Enter an amount such as 12500 or 12,500.50.",
        ),
        (
            "least",
            "30000",
            "most",
            "The largest request can’t be smaller than the smallest one.",
        ),
        (
            "most",
            "600000",
            "most",
            "One request can’t be larger than the whole budget.",
        ),
        (
            "opens_at",
            "soon",
            "opens_at",
            "Enter a date and time such as 2026-12-01 17:00.",
        ),
        (
            "opens_at",
            late,
            "closes_at",
            "The deadline must be after the opening.",
        ),
        (
            "reviews_due_at",
            "2026-11-01 17:00",
            "reviews_due_at",
            "Reviews can’t be due before the deadline for applications.",
        ),
        (
            "grace_minutes",
            "1441",
            "grace_minutes",
            "Enter a number from 0 to 1,440.",
        ),
        (
            "turnaround_days",
            "0",
            "turnaround_days",
            "Enter a number from 1 to 730.",
        ),
    ];
    for (typed, value, field, error) in cases {
        let refused = make_round(&ada, &[(typed, value)]);
        assert_eq!(refused.status, 422, "{typed}={value}");
        assert_eq!(refused.heading(), "New round");
        assert_eq!(refused.problems(), [error], "{typed}={value}");
        assert_eq!(refused.error(field), error, "{typed}={value}");
        assert_eq!(refused.value(typed), value);
        let other = if typed == "slug" { "budget" } else { "slug" };
        let kept = if other == "slug" { "winter" } else { "500,000" };
        assert_eq!(refused.value(other), kept);
    }
    assert_eq!(ada.get("/admin/rounds").the(".empty h2"), "No rounds yet");
}

#[test]
fn an_admin_makes_changes_and_opens_a_round() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let made = make_round(&ada, &[]);
    assert_eq!(made.path, "/admin/rounds/winter");
    assert_eq!(
        made.notice(),
        "The round is made. Look it over, then open it."
    );
    assert_eq!(made.the(".page-head .badge"), "Being prepared");
    let taken = make_round(&ada, &[("title_en", "Another")]);
    let error = "This name is in use. Choose another one.";
    assert_eq!((taken.status, taken.error("slug")), (422, error.to_owned()));
    assert_eq!(taken.value("title_en"), "Another");
    let named = make_round(&ada, &[("title_en", "Spring Help"), ("slug", "")]);
    assert_eq!(named.path, "/admin/rounds/spring-help");

    let edit = "/admin/rounds/winter/edit";
    let form = ada.get(edit);
    assert_eq!(form.heading(), "Change Winter round");
    assert_eq!(form.value("closes_at"), "2026-11-02 10:00");
    let clash = ada.submit(&form, edit, &[("slug", "spring-help")]);
    assert_eq!((clash.status, clash.error("slug")), (422, error.to_owned()));
    let saved = ada.submit(&form, edit, &[("slug", "cold"), ("most", "20000")]);
    assert_eq!(
        (&*saved.path, &*saved.notice()),
        ("/admin/rounds/cold", "Saved.")
    );
    assert_eq!(ada.get("/admin/rounds/winter").heading(), "Page not found");

    let opened = open_round(&ada, "cold");
    assert_eq!(opened.notice(), "The round is open.");
    assert_eq!(opened.the(".page-head .badge"), "Open");
    let again = ada.post_with_token("/admin/rounds/cold/opening", &[]);
    assert_eq!(stale(&again), told("This round is open already."));
    let edit = "/admin/rounds/cold/edit";
    let bound = ada.get(edit);
    assert_eq!(
        bound.the(".lead"),
        "This round is public. Its address, currency, criteria, questions and sign-off stay as they are."
    );
    assert!(!bound.has("[name='slug'], [name='currency'], [name='sign_off']"));
    let hostile = [("slug", "other"), ("currency", "JOD"), ("title_en", "Cold")];
    let forced = ada.post_with_token(edit, &typed(&hostile));
    assert_eq!(
        (forced.status, forced.location()),
        (303, "/admin/rounds/cold")
    );
    let public = site.visitor().get("/rounds/cold");
    assert_eq!(public.heading(), "Human Rights Fund Cold");
    assert!(!public.text().contains("JOD"));
    assert_eq!(
        states(&ada),
        [
            ("Spring Help".to_owned(), "Being prepared".to_owned()),
            ("Cold".to_owned(), "Open".to_owned())
        ]
    );
}

#[test]
fn a_round_that_is_over_is_not_opened() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    make_round(&ada, &[]);
    let closing = ada.post_with_token("/admin/rounds/winter/closing", &[]);
    assert_eq!(stale(&closing), told("This round isn’t open yet."));
    site.pass_minutes(61);
    let opening = ada.post_with_token("/admin/rounds/winter/opening", &[]);
    let why = "The deadline of this round is over. Move it first.";
    assert_eq!(stale(&opening), told(why));
    assert_eq!(
        states(&ada),
        [("Winter round".to_owned(), "Being prepared".to_owned())]
    );
}

#[test]
fn an_auditor_reads_rounds_and_changes_nothing() {
    let story = Story::new();
    let omar = story.ada.invites("Omar Said", Role::Auditor);
    let hub = omar.get("/admin/rounds/winter");
    assert_eq!(hub.heading(), "Human Rights Fund Winter round");
    let words: Vec<String> = hub.links().into_iter().map(|link| link.0).collect();
    for forbidden in ["Change the round", "Close the round"] {
        assert!(!words.contains(&forbidden.to_owned()), "{forbidden}");
    }
    for part in ["edit", "closing", "opening"] {
        let place = format!("/admin/rounds/winter/{part}");
        for page in [omar.get(&place), omar.post_with_token(&place, &typed(&[]))] {
            assert_eq!(
                (page.status, &*page.the(".lead")),
                (403, "Only admins can do this."),
                "{place}"
            );
        }
    }
    assert_eq!(
        omar.get("/admin/rounds/winter").the(".page-head .badge"),
        "Open"
    );
}

#[test]
fn every_link_of_a_round_leads_to_a_page() {
    let story = Story::new();
    let omar = story.ada.invites("Omar Said", Role::Auditor);
    for person in [&story.ada, &omar] {
        let hub = person.get("/admin/rounds/winter");
        let places = hub.attributes("main a", "href");
        assert!(places.len() > 8, "{places:?}");
        for place in places {
            let (address, part) = place.split_once('#').unwrap_or((place.as_str(), "main"));
            let page = person.get(address);
            assert_eq!(page.status, 200, "{place}");
            assert!(page.has(&format!("#{part}")), "{place}");
        }
    }
}
