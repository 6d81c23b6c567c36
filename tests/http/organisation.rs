//! Organisations as their own people make and change them.

use evenhand::domain::account::Role;

use crate::story::{Story, make_organisation};
use crate::support::{Person, TestSite};

const WHO: [(&str, &str); 3] = [
    ("base", "west_bank"),
    ("community", "palestinian"),
    ("legal_form", "ps_association"),
];

fn make(person: &Person, fields: &[(&str, &str)]) -> crate::support::Page {
    let form = person.get("/organisations/new");
    person.submit(&form, "/organisations", &[&WHO, fields].concat())
}

#[test]
fn everything_wrong_is_named_and_everything_typed_stays() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let long = "ص".repeat(201);
    let fields = [
        ("name_latin", " "),
        ("name_arabic", &*long),
        ("website", "javascript:alert(1)"),
        ("registrations.0.register", "IL-RA"),
    ];
    let form = rana.get("/organisations/new");
    let refused = rana.submit(&form, "/organisations", &fields);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.heading(), "Add your organisation");
    let errors = [
        ("name_arabic", "Shorten this to 200 characters at most."),
        (
            "website",
            "Enter an address such as https://example.org, or leave it empty.",
        ),
        ("registrations.0.number", "Fill this in."),
        ("base", "Choose one of the options."),
        ("community", "Choose one of the options."),
        ("legal_form", "Choose one of the options."),
    ];
    assert_eq!(refused.problems().len(), errors.len());
    let named = [
        "Where do you work from? Choose one of the options.",
        "Which community do you belong to or serve? Choose one of the options.",
        "What is your legal form? Choose one of the options.",
    ];
    for one in named {
        assert!(refused.problems().contains(&one.to_owned()), "{one}");
    }
    assert!(
        refused
            .problems()
            .contains(&"Number: Fill this in.".to_owned())
    );
    for (field, error) in errors {
        assert_eq!(refused.error(field), error, "{field}");
    }
    assert_eq!(refused.value("name_arabic"), long);
    assert_eq!(refused.value("website"), "javascript:alert(1)");
    assert_eq!(refused.value("registrations.0.register"), "IL-RA");
    assert_eq!(
        rana.get("/organisations").the(".empty h2"),
        "No organisation yet"
    );

    let nameless = make(&rana, &[("website", "example.org")]);
    let error = "Enter the organisation’s name in at least one script.";
    assert_eq!(
        nameless.problems(),
        [format!("Name in Latin letters: {error}")]
    );
    assert_eq!(nameless.error("name_latin"), error);
    assert_eq!(nameless.value("base"), "west_bank");
}

#[test]
fn a_profile_is_made_doubted_and_put_right() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let fields = [
        ("name_latin", "Olive <b>Press</b> \u{202E}Centre"),
        ("name_arabic", "معصرة الزيتون"),
        ("website", "olive.example/press"),
        ("registrations.0.register", "IL-RA"),
        ("registrations.0.number", "٥٨٠١٤٦٢٥٥"),
    ];
    let made = make(&rana, &fields);
    assert_eq!(
        made.heading(),
        "Organisation Olive <b>Press</b> Centre",
        "printed as it was typed, without the override"
    );
    let doubt = "Please check the number 580146255: Israeli numbers have nine digits, and the last one doesn’t fit the others.";
    assert_eq!(
        made.texts(".notice p"),
        ["Your organisation is saved.", doubt]
    );
    let answers = made.texts(".summary-answer");
    assert!(answers.contains(&"https://olive.example/press".to_owned()));
    assert!(answers.contains(&"West Bank".to_owned()));

    let edit = rana.click(&made, "Change the profile");
    assert_eq!(edit.the(".doubt"), doubt);
    assert_eq!(edit.value("name_arabic"), "معصرة الزيتون");
    let action = made.path.clone();
    let number = [("registrations.0.number", "580146256")];
    let longer = [number[0], ("add", "registrations")];
    let longer = rana.submit(&edit, &action, &longer);
    assert_eq!(
        longer.texts("fieldset.row-fields > legend"),
        ["Registration 1", "Registration 2"]
    );
    assert_eq!(longer.value("registrations.0.number"), "580146256");
    assert_eq!(
        rana.get(&action).texts(".notice p"),
        [doubt],
        "another row saves nothing"
    );
    let saved = rana.submit(&longer, &action, &[]);
    assert_eq!(saved.texts(".notice p"), ["Saved."]);
    let edit = rana.get(&format!("{action}/edit"));
    assert!(!edit.has(".doubt"));
    assert_eq!(edit.value("registrations.0.number"), "580146256");
}

#[test]
fn one_registration_is_listed_once() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let form = rana.get("/organisations/new");
    let longer = rana.submit(&form, "/organisations", &[("add", "registrations")]);
    let mut fields = WHO.to_vec();
    fields.push(("name_hebrew", "בית הבד"));
    for row in ["registrations.0", "registrations.1"] {
        let (register, number) = match row {
            "registrations.0" => ("registrations.0.register", "registrations.0.number"),
            _ => ("registrations.1.register", "registrations.1.number"),
        };
        fields.extend([(register, "IL-RA"), (number, "580146256")]);
    }
    let refused = rana.submit(&longer, "/organisations", &fields);
    let error = "This registration is listed already. Remove one of the two.";
    let named = format!("Number: {error}");
    assert_eq!((refused.status, refused.problems()), (422, vec![named]));
    assert_eq!(refused.error("registrations.1.number"), error);
    fields.truncate(fields.len() - 2);
    let made = rana.submit(&longer, "/organisations", &fields);
    assert_eq!(made.heading(), "Organisation בית הבד");
}

#[test]
fn a_name_that_stands_for_others_is_listed_once() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let names = [
        ("name_latin", "Olive Press"),
        ("name_arabic", "معصرة الزيتون"),
    ];
    let made = make(&rana, &names);
    assert_eq!(made.heading(), "Organisation Olive Press");
    assert_eq!(made.title(), "Organisation - Evenhand");
    let list = "/organisations";
    for (language, name, other) in [
        ("en", "Olive Press", "معصرة الزيتون"),
        ("ar", "معصرة الزيتون", "Olive Press"),
        ("he", "Olive Press", "معصرة الزيتون"),
    ] {
        rana.post_with_token("/language", &[("language", language), ("return_to", list)]);
        let page = rana.get(list);
        assert_eq!(page.the(".card h2"), name, "{language}");
        assert_eq!(page.texts(".card > .soft"), [other], "{language}");
    }
}

#[test]
fn others_do_not_find_it() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let place = make_organisation(&rana, "Olive Press").path;
    let dov = site.applicant("Dov Amir");
    make_organisation(&dov, "Salt House");
    let edit = format!("{place}/edit");
    for path in [&place, &edit] {
        let page = dov.get(path);
        assert_eq!((page.status, &*page.heading()), (404, "Page not found"));
        assert_eq!(rana.get(path).status, 200);
    }
    let fields = [&WHO[..], &[("name_latin", "Taken over")]].concat();
    let taken = dov.post_with_token(&place, &fields);
    assert_eq!((taken.status, &*taken.heading()), (404, "Page not found"));
    assert_eq!(rana.get(&place).heading(), "Organisation Olive Press");
    assert_eq!(dov.get("/organisations").texts(".card h2"), ["Salt House"]);
}

#[test]
fn staff_find_an_organisation_and_what_it_applied_for() {
    let story = Story::new();
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    story.sent("Noa Levi", "Open Ledger");
    let found = story.ada.get("/admin/organisations?name=OLIVE");
    assert_eq!(found.column("Organisations", 0), ["Olive Press"]);
    let desk = story.ada.get(&found.link("Olive Press"));
    assert_eq!(desk.column("Applications", 3), ["In review"]);
    let dossier = story.ada.get(&desk.attributes("tbody a", "href")[0]);
    assert!(dossier.path.ends_with(&place), "{}", dossier.path);
    assert_eq!(dossier.link("About the organisation"), desk.path);
}

#[test]
fn whoever_is_kept_away_finds_nothing_of_the_organisation() {
    let story = Story::new();
    let ben = story.ada.invites("Ben Carmi", Role::Admin);
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    let desk = ben.get("/admin/organisations").link("Olive Press");
    let own = format!("/admin{place}/conflict");
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);

    assert_eq!(ben.get(&desk).status, 404);
    assert!(!ben.get("/admin/organisations").text().contains("Olive"));
    assert_eq!(story.ada.get(&desk).status, 200);
}
