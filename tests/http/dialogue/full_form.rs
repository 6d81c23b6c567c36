//! A short form for all, the full form for those who are asked.

use super::{answer, send};
use crate::story::{ANSWERS, Story, fill, make_organisation, save, start};

/// What the default form asks later.
const FULL: [(&str, &[(&str, &str)]); 2] = [
    (
        "payment",
        &[
            ("signatories.0.name", "Rana Haddad"),
            ("bank_place", "Ramallah"),
            ("bank_place.country", "PS"),
            ("bank_own_name", "yes"),
        ],
    ),
    (
        "documents",
        &[("documents_note", "Our files were taken in June.")],
    ),
];

#[test]
fn those_who_are_asked_fill_the_full_form() {
    let story = Story::new();
    let rana = story.site.applicant("Rana Haddad");
    make_organisation(&rana, "Olive Press");
    let place = start(&rana);
    assert_eq!(rana.get(&place).texts(".task-title").len(), ANSWERS.len());
    fill(&rana, &place);
    let sent = crate::story::send(&rana, &place);
    assert_eq!(sent.heading(), "Your application is sent");

    let list = story.ada.get("/admin/rounds/winter/applications");
    let invite = story.ada.click(&list, "Ask for the full form");
    let nobody = story.ada.submit(&invite, &invite.path, &[]);
    assert_eq!(nobody.problems(), ["Choose at least one application."]);
    let id = place.rsplit('/').next().expect("an id");
    let chosen = [("application", id), ("due_at", "2026-11-05 12:00")];
    let asked = story.ada.submit(&nobody, &invite.path, &chosen);
    assert_eq!(
        asked.notice(),
        "They are asked for the full form, and have mail."
    );
    assert!(asked.has(".empty"));
    assert_eq!(rana.letter().subject, "You are asked for the full form");
    let page = rana.get(&rana.link_in_letter());
    assert!(page.heading().ends_with("The full form"));
    assert_eq!(page.texts(".task-title").len(), FULL.len());

    let early = answer(&rana, &place, "");
    assert!(!early.has("main form"), "too much is missing");
    let forced = rana.post_with_token(&format!("{place}/clarification/submission"), &[]);
    assert_eq!(forced.status, 422);
    for (section, fields) in FULL {
        save(&rana, &place, section, fields);
    }
    assert_eq!(
        send(&rana, &place).notice(),
        "Your answer is sent. Thank you."
    );
    let dossier = story.ada.get(&format!("/admin{place}"));
    assert!(dossier.text().contains("Our files were taken in June."));
}

#[test]
fn who_does_not_answer_is_back_at_the_short_form() {
    let story = Story::new();
    let rana = story.site.applicant("Rana Haddad");
    make_organisation(&rana, "Olive Press");
    let place = start(&rana);
    fill(&rana, &place);
    crate::story::send(&rana, &place);
    let invite = story.ada.get("/admin/rounds/winter/full-form");
    let id = place.rsplit('/').next().expect("an id");
    let chosen = [
        ("application", id),
        ("due_at", "2026-11-05 12:00"),
        ("with_short", "yes"),
        ("note", "Please tell more."),
    ];
    story.ada.submit(&invite, &invite.path, &chosen);
    let page = rana.get(&format!("{place}/clarification"));
    assert_eq!(page.texts(".task-title").len(), ANSWERS.len() + FULL.len());
    assert!(page.text().contains("Please tell more."));
    let list = story.ada.get(&format!("/admin{place}/clarifications"));
    let end = story.ada.click(&list, "End this question");
    story.ada.submit(&end, &end.path, &[]);
    let invite = story.ada.get("/admin/rounds/winter/full-form");
    assert!(!invite.has(".empty"), "it can be asked again");
}

#[test]
fn an_organisation_on_hold_is_asked_for_the_full_form_with_a_reason_only() {
    let story = Story::new();
    let rana = story.site.applicant("Rana Haddad");
    make_organisation(&rana, "Olive Press");
    let place = start(&rana);
    fill(&rana, &place);
    crate::story::send(&rana, &place);
    let (ada, dossier) = (&story.ada, format!("/admin{place}"));
    let about = ada.get(&dossier).link("About the organisation");
    let hold = format!("{about}/hold");
    let why = [
        ("reason", "Accounts disputed."),
        ("review_on", "2026-12-01"),
    ];
    ada.submit(&ada.get(&hold), &hold, &why);
    let invite = ada.get("/admin/rounds/winter/full-form");
    assert!(invite.texts(".choice")[0].contains("On hold"));
    let id = place.rsplit('/').next().expect("an id");
    let chosen = [
        ("application", id),
        ("due_at", "2026-11-05 12:00"),
        ("note", "Please tell more."),
    ];
    let refused = ada.submit(&invite, &invite.path, &chosen);
    assert_eq!(refused.status, 422);
    let error = "An organisation that you chose is on hold. \
        Say why it goes on all the same, or leave it out.";
    assert_eq!(refused.error("past_hold"), error);
    assert_eq!(refused.value("note"), "Please tell more.");
    let reasoned = [
        chosen[0],
        chosen[1],
        chosen[2],
        ("past_hold", "It is another grant."),
    ];
    let done = ada.submit(&refused, &invite.path, &reasoned);
    assert_eq!(
        done.notice(),
        "They are asked for the full form, and have mail."
    );
    let held = ada.get(&dossier);
    assert!(held.the(".hold").contains("It is another grant."));
}
