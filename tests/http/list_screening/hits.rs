//! Hits and their answers, and when a run is due again.

use evenhand::domain::OrganisationId;
use evenhand::store::list_screening;

use super::{COAST, OLIVE, answer, count, hit, list_of, put, screen, standing};
use crate::deliberation::Deliberation;
use crate::read_again::readings;
use crate::story::Story;

/// A round whose first organisation has one hit that nobody has answered.
pub fn with_hit() -> (Deliberation, String) {
    let round = Deliberation::unscored();
    let (site, ada) = (&round.site, &round.ada);
    count(site, ada, "ofac");
    put(site, ada, "ofac", &list_of("2026-10-20", &[OLIVE]));
    let place = standing(site, round.applications[0]);
    screen(ada, &place);
    (round, place)
}

/// What the first badge says.
fn state(page: &crate::support::Page) -> String {
    page.texts("#standing .badge").remove(0)
}

#[test]
fn a_hit_that_comes_back_with_a_refused_answer_is_noted_as_read() {
    let (round, place) = with_hit();
    let hit = hit(&round.ada.get(&place));
    let owner = place.split('/').nth(3).expect("an id");
    for _ in 0..2 {
        let refused = round.ben.post_with_token(&hit, &[]);
        assert!([409, 422].contains(&refused.status), "{}", refused.text());
        let read = format!("read_list_hits {owner}");
        assert_eq!(readings(&round.site, &round.ben), [read]);
    }
}

#[test]
fn a_confirmation_takes_two_people_and_a_reason() {
    let (round, place) = with_hit();
    let (ada, ben) = (&round.ada, &round.ben);
    let page = ada.get(&place);
    assert_eq!(state(&page), "One open hit");
    assert!(
        page.the("#standing")
            .contains("ofac of 20 October 2026, from 60 of 100")
    );
    assert!(page.the("#standing").contains("by Ada Levi"));
    let hit = hit(&page);
    let shown = ada.get(&hit);
    assert!(shown.text().contains("sound the same"));
    let empty = answer(ada, &hit, "confirmed", " ");
    assert_eq!(
        (empty.status, &*empty.error("reason")),
        (422, "Fill this in.")
    );
    assert!(empty.attributes("[name='verdict'][checked]", "value") == ["confirmed"]);
    let old = ada.get(&hit);
    let proposed = answer(ada, &hit, "confirmed", "The same street.");
    assert!(
        proposed
            .notice()
            .starts_with("The confirmation is proposed.")
    );
    assert_eq!(state(&proposed), "One open hit");
    // The proposer is offered to clear it alone, and can't second.
    let offered = ada.get(&hit).forms(&format!("form[action='{hit}']"))[0].offered("verdict");
    assert_eq!(offered, ["cleared"]);
    let own = [
        ("verdict", "confirmed"),
        ("reason", "x"),
        ("seen", "proposed"),
    ];
    assert_eq!(ada.post_with_token(&hit, &own).status, 403);
    // Somebody who read an older page answers nothing.
    let late = ben.post_with_token(
        &hit,
        &[("verdict", "cleared"), ("reason", "x"), ("seen", "open")],
    );
    assert_eq!(late.status, 409);
    assert!(old.text().contains("Olive Press"));
    let seconded = answer(ben, &hit, "confirmed", "I saw the register.");
    assert_eq!(seconded.notice(), "The hit is confirmed by two people.");
    assert_eq!(state(&seconded), "Answered: one confirmed hit");
    let told = ada.get(&hit).texts(".thread .answer");
    assert_eq!(told, ["The same street.", "I saw the register."]);
    let log = ada.get("/admin/audit").source().to_owned();
    assert!(log.contains("answer_list_hit") && !log.contains("The same street."));
    // What two people said takes two to undo.
    let opened = answer(ben, &hit, "cleared", "Another year of birth.");
    let notice = "The hit is open again. Another admin can clear it.";
    assert_eq!(opened.notice(), notice);
    assert_eq!(state(&opened), "One open hit");
    let own = [("verdict", "cleared"), ("reason", "x"), ("seen", "open")];
    assert_eq!(ben.post_with_token(&hit, &own).status, 403);
    let cleared = answer(ada, &hit, "cleared", "I read that too.");
    assert_eq!(state(&cleared), "Answered: one hit, cleared");
}

#[test]
fn a_clearance_stays_until_the_entry_changes() {
    let (round, place) = with_hit();
    let (site, ada) = (&round.site, &round.ada);
    let first = hit(&ada.get(&place));
    answer(ada, &first, "cleared", "Another country.");
    let again = screen(ada, &place);
    assert_eq!(state(&again), "Answered: one hit, cleared");
    assert_eq!(hit(&again), first);
    // The same entry in a younger version: a run is due, the clearance holds.
    let more = [OLIVE, ("O-9", "Somebody Else Entirely")];
    put(site, ada, "ofac", &list_of("2026-10-21", &more));
    assert_eq!(state(&ada.get(&place)), "To be screened again");
    let due = ada.get("/admin/rounds/autumn/lists");
    assert_eq!(due.column("List screening", 1)[0], "Not screened");
    let done = ada.submit(&due, "/admin/rounds/autumn/lists", &[]);
    assert!(!done.has("#due"), "{}", done.text());
    assert_eq!(state(&ada.get(&place)), "Answered: one hit, cleared");
    // The entry has another name as well now.
    let changed = list_of("2026-10-22", &[OLIVE, more[1]])
        .replace("Olive Press,,", "Olive Press,The Old Press,");
    put(site, ada, "ofac", &changed);
    let open = screen(ada, &place);
    assert_eq!(state(&open), "One open hit");
    let second = hit(&open);
    assert_ne!(second, first);
    let former = ada.get(&second).the("#former");
    assert!(former.contains("Another country."), "{former}");
    let gone = ada.get(&first);
    assert!(gone.text().contains("did not find this any more"));
    let late = [
        ("verdict", "confirmed"),
        ("reason", "x"),
        ("seen", "cleared"),
    ];
    assert_eq!(ada.post_with_token(&first, &late).status, 409);
}

#[test]
fn a_clearance_stays_until_the_name_changes() {
    let (round, place) = with_hit();
    let (ada, rana) = (&round.ada, &round.rana);
    let first = hit(&ada.get(&place));
    answer(ada, &first, "cleared", "Another country.");
    let owner = place
        .trim_start_matches("/admin")
        .trim_end_matches("/lists")
        .to_owned();
    let edit = rana.get(&format!("{owner}/edit"));
    rana.submit(&edit, &owner, &[("name_latin", "The Olive Press")]);
    assert_eq!(state(&ada.get(&place)), "To be screened again");
    let open = screen(ada, &place);
    assert_eq!(state(&open), "One open hit");
    let second = ada.get(&hit(&open));
    assert!(second.the("#former").contains("Another country."));
    // Back to what it was: the clearance is about that record, and holds.
    let edit = rana.get(&format!("{owner}/edit"));
    rana.submit(&edit, &owner, &[("name_latin", "=Olive, \"Press\"")]);
    let back = screen(ada, &place);
    assert_eq!(state(&back), "Answered: one hit, cleared");
    assert_eq!(hit(&back), first);
}

#[test]
fn what_is_sent_is_screened_by_itself() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    count(site, ada, "ofac");
    put(site, ada, "ofac", &list_of("2026-10-20", &[OLIVE, COAST]));
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let dossier = ada.get(&format!("/admin{place}"));
    let link = dossier.link("List screening: One open hit");
    let page = ada.get(&link);
    assert!(
        page.the("#standing")
            .contains("by itself when something was sent")
    );
    assert!(page.text().contains("Olive Press"));
    let before = rana.get(&place).source().to_owned();
    assert!(!before.contains("List screening") && !before.contains("O-1"));
    let waiting = ada.get("/admin/list-hits");
    assert_eq!(waiting.column("Open hits", 1), ["Olive Press"]);
    let omar = ada.invites("Omar Said", evenhand::domain::account::Role::Auditor);
    assert_eq!(omar.get("/admin/list-hits").column("Open hits", 1).len(), 1);
    let seen = omar.get(&hit(&omar.get(&link)));
    assert!(!seen.has("main form"));
}

#[test]
fn each_screening_has_a_run_of_its_own() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    count(site, ada, "ofac");
    put(site, ada, "ofac", &list_of("2026-10-20", &[OLIVE]));
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let link = ada.get(&format!("/admin{place}"));
    let link = link.link("List screening: One open hit");
    let runs = || {
        let owner = link.split('/').nth(3).expect("an organisation");
        let owner = OrganisationId::parse(owner).expect("an id");
        site.read(|reader| list_screening::latest(reader, owner, 10))
    };
    let sent = runs();
    assert_eq!(sent.len(), 1, "when it was sent");
    let eligible = [("outcome", "eligible")];
    crate::story::screen(ada, &place, &eligible);
    let screened = runs();
    assert_eq!(screened.len(), 2, "nothing had changed, and it ran again");
    assert_eq!(screened[0].run.basis, sent[0].run.basis);
}

#[test]
fn more_hits_than_are_listed_are_told() {
    let round = Deliberation::unscored();
    let (site, ada) = (&round.site, &round.ada);
    count(site, ada, "ofac");
    let ids: Vec<String> = (1..=201).map(|n| format!("O-{n}")).collect();
    let entries: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), OLIVE.1)).collect();
    let place = standing(site, round.applications[0]);
    let said = "Only the 200 hits with the highest scores are listed.";
    for (day, many) in [("2026-10-20", 200), ("2026-10-21", 201)] {
        put(site, ada, "ofac", &list_of(day, &entries[..many]));
        let page = screen(ada, &place);
        assert_eq!(state(&page), format!("{many} open hits"));
        assert_eq!(page.texts("main tbody tr").len(), 200);
        assert_eq!(page.text().contains(said), many > 200, "{many}");
    }
}
