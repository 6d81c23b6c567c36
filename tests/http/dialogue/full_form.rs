//! A short form for all, the full form for those who are asked.

use evenhand::domain::form::Stage;
use evenhand::store::form::{self, FormVersion};
use evenhand::store::{mint, programme};

use super::{answer, send};
use crate::story::{ANSWERS, Story, make_organisation, make_round, open_round, save, start};
use crate::support::TestSite;

/// Sections of the short form; those after it are for whoever is asked.
const SHORT: usize = 2;

/// A site whose programme asks in two stages.
fn staged() -> Story {
    let site = TestSite::start();
    let made = site.database.write(site.stamp(), |tx| {
        let programmes = programme::list(tx, None, 1)?;
        let id = programmes.first().expect("a programme").id;
        let mut last = form::latest(tx, id)?.expect("a form");
        for section in last.form.sections.iter_mut().skip(SHORT) {
            section.stage = Stage::Full;
        }
        let version = FormVersion {
            id: mint(),
            version: last.version + 1,
            form: last.form,
        };
        form::insert(tx, id, &version)
    });
    made.unwrap_or_else(|problem: evenhand::store::StoreError| panic!("{problem}"));
    let ada = site.first_admin("Ada Levi");
    make_round(&ada, &[]);
    open_round(&ada, "winter");
    Story { site, ada }
}

#[test]
fn those_who_are_asked_fill_the_full_form() {
    let story = staged();
    let rana = story.site.applicant("Rana Haddad");
    make_organisation(&rana, "Olive Press");
    let place = start(&rana);
    assert_eq!(rana.get(&place).texts(".task-title").len(), SHORT);
    for (section, fields) in &ANSWERS[..SHORT] {
        save(&rana, &place, section, fields);
    }
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
    assert_eq!(page.texts(".task-title").len(), ANSWERS.len() - SHORT);

    let early = answer(&rana, &place, "");
    assert!(!early.has("main form"), "too much is missing");
    let forced = rana.post_with_token(&format!("{place}/clarification/submission"), &[]);
    assert_eq!(forced.status, 422);
    for (section, fields) in &ANSWERS[SHORT..] {
        save(&rana, &place, section, fields);
    }
    assert_eq!(
        send(&rana, &place).notice(),
        "Your answer is sent. Thank you."
    );
    let dossier = story.ada.get(&format!("/admin{place}"));
    assert!(dossier.text().contains("We help everybody."));
}

#[test]
fn who_does_not_answer_is_back_at_the_short_form() {
    let story = staged();
    let rana = story.site.applicant("Rana Haddad");
    make_organisation(&rana, "Olive Press");
    let place = start(&rana);
    for (section, fields) in &ANSWERS[..SHORT] {
        save(&rana, &place, section, fields);
    }
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
    assert_eq!(page.texts(".task-title").len(), ANSWERS.len());
    assert!(page.text().contains("Please tell more."));
    let list = story.ada.get(&format!("/admin{place}/clarifications"));
    let end = story.ada.click(&list, "End this question");
    story.ada.submit(&end, &end.path, &[]);
    let invite = story.ada.get("/admin/rounds/winter/full-form");
    assert!(!invite.has(".empty"), "it can be asked again");
}
