//! Moving a round in which reviewing has begun to another version.

use evenhand::domain::score::Judgement;
use evenhand::store::{latest_events, own_review, review_version};

use super::{RUBRIC, add, change, publish, replace};
use crate::deliberation::{Deliberation, EVEN, HIGH, OTHER, review};
use crate::reviewed::id_of;
use crate::support::{Page, Person};

const PLACE: &str = "/admin/rounds/autumn/rubric/replacement";

/// Totals of the ranking, best first, by reference.
fn scores_csv(round: &Deliberation, person: &Person) -> Vec<Vec<String>> {
    let csv = round.export(person, "scores", "").source().to_owned();
    csv.lines()
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

fn cell(rows: &[Vec<String>], reference: &str, reviewer: &str, column: &str) -> String {
    let at = rows[0].iter().position(|name| name == column).unwrap();
    let row = rows
        .iter()
        .find(|row| row[0] == reference && row[1] == reviewer)
        .unwrap();
    row[at].clone()
}

/// The round with two reviews of the first application and one of the second.
fn begun() -> Deliberation {
    let round = Deliberation::unscored();
    review(&round.noor, round.applications[0], EVEN);
    review(&round.maya, round.applications[0], HIGH);
    review(&round.noor, round.applications[1], OTHER);
    round
}

fn own(round: &Deliberation, person: &Person, n: usize) -> Page {
    person.get(&format!("/reviews/{}", round.applications[n]))
}

/// Publishes other weights as version 2, which the begun round can't take.
fn publish_weights(ada: &Person) {
    change(ada, "values", &[("weight", "35")]);
    change(ada, "political", &[("weight", "10")]);
    let page = ada.get(&format!("{RUBRIC}/publication"));
    assert!(!page.has("[name='rounds']"), "{}", page.text());
    assert!(page.text().contains("Reviewing has begun in these rounds"));
    let forced = [("base", "1"), ("over", "2"), ("rounds", "autumn")];
    let place = format!("{RUBRIC}/publication");
    let refused = ada.post_with_token(&place, &forced);
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Somebody has begun to review"));
    publish(ada, &[]);
}

/// A reason is needed, the log keeps it, and nobody does it twice.
fn moves_with_a_reason(round: &Deliberation, asked: &Page) {
    let ada = &round.ada;
    let silent = ada.submit(asked, PLACE, &[("reason", " ")]);
    assert_eq!(silent.status, 422);
    assert_eq!(
        silent.error("reason"),
        "Say why the round moves to another version."
    );
    let moved = ada.submit(&silent, PLACE, &[("reason", "The board decided so.")]);
    assert_eq!(moved.notice(), "The round uses the new version.");
    assert!(moved.the(".lead").contains("Version 2"));
    let again = ada.submit(asked, PLACE, &[("reason", "Twice.")]);
    assert_eq!(again.status, 409);
    let event = round
        .site
        .read(|reader| latest_events(reader, None, 1))
        .remove(0);
    assert_eq!(event.action, "choose_rubric");
    assert_eq!(event.before_state, "rubric 1");
    assert_eq!(event.after_state, "rubric 2: The board decided so.");
}

#[test]
fn a_begun_round_keeps_its_version_until_it_is_moved_on_purpose() {
    let round = begun();
    let ada = &round.ada;
    publish_weights(ada);
    let shown = ada.get("/admin/rounds/autumn/rubric");
    assert!(shown.the(".lead").contains("Version 1"));
    assert!(!shown.has("[name='version']"));
    let refused = ada.post_with_token("/admin/rounds/autumn/rubric", &[("version", "2")]);
    assert_eq!(refused.status, 409);

    let asked = ada.get(&shown.link("Move this round to another version…"));
    assert!(asked.the("#effects").contains("scores stay, and totals"));
    assert!(!asked.the("#effects").contains("lack a judgement"));
    assert!(asked.text().contains("3 reviews are begun; sent: 3."));
    let rows = asked.table("Reviews that this touches");
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0][0], "Noor Khalil");
    assert!(rows[0][1].contains("EH-AAAA-2222 Legal aid in the valley"));
    assert_eq!(rows[0][2..], ["Sent", "Its scores stay"]);

    moves_with_a_reason(&round, &asked);
    // 4·35 + 3·15 + 5·10 + 4·20 + 3·10 + 2·10 = 365 of 500.
    let rows = scores_csv(&round, ada);
    let of = |column| cell(&rows, "EH-AAAA-2222", "Noor Khalil", column);
    assert_eq!(
        (of("total"), of("first_total")),
        ("73.00".into(), "75.00".into())
    );
    let noor = own(&round, &round.noor, 0);
    assert!(!noor.has("#renewed"), "nothing is asked again");
    assert_eq!(noor.the(".figure-main dd"), "73.0 of 100");
    let told = noor.the(".moment-text");
    assert!(told.starts_with("Total 75.0, merit 65.0"), "{told}");
    assert!(
        noor.text()
            .contains("First version, sealed · criteria version 1")
    );
    let moved = "Mean of the first scores 77.5 by the criteria of that time, \
        now 76.5 by the present ones";
    assert!(noor.text().contains(moved), "nobody changed their mind");
    assert!(round.ranking(ada).text().contains(moved));
    let letters = round.site.letters_to(&round.noor.email);
    assert!(!letters.iter().any(|one| one.subject.contains("complete")));
}

/// Publishes a shorter scale and a criterion of ten points as version 2.
fn publish_scales(ada: &Person) {
    change(ada, "legal", &[("most", "2")]);
    change(ada, "values", &[("weight", "15")]);
    let new = [
        ("name_en", "Reach"),
        ("kind", "merit"),
        ("weight", "10"),
        ("most", "10"),
        ("justified", ""),
    ];
    let anchors = (0..=10).map(|n| (format!("anchor.{n}_en"), format!("Step {n}")));
    let anchors: Vec<(String, String)> = anchors.collect();
    let shown = [("most", "10"), ("show", "yes")];
    let place = format!("{RUBRIC}/new");
    let form = ada.submit(&ada.get(&place), &place, &shown);
    let mut fields: Vec<(&str, &str)> = new.to_vec();
    fields.extend(anchors.iter().map(|(a, b)| (a.as_str(), b.as_str())));
    let added = ada.submit(&form, &place, &fields);
    assert_eq!(added.notice(), "Added to the draft.", "{}", added.text());
    publish(ada, &[]);
}

/// Noor completes her review, not from the page that she had open before.
fn completes(round: &Deliberation, old: &Page) {
    let ada = &round.ada;
    let page = own(round, &round.noor, 0);
    let waiting = page.texts("#renewed li");
    assert_eq!(waiting, ["Legal capacity", "Reach"]);
    assert_eq!(page.value("justification.legal"), "The records show it.");
    assert!(!page.has("#criterion-legal .point input[checked]"));
    assert_eq!(page.value("score.values"), "4");
    assert_eq!(page.texts("#criterion-legal .point").len(), 4);

    // From a page that was open before, the point on the old scale is not taken.
    let send = format!("/reviews/{}/submission", round.applications[0]);
    let late = round.noor.submit(old, &send, &[]);
    assert_eq!(late.status, 422);
    assert_eq!(
        late.error("score.legal"),
        "The scale of “Legal capacity” changed while you wrote. Choose a point on the new one."
    );
    // Points of ten and no reason where none is asked for.
    let done = round
        .noor
        .submit(&page, &send, &[("score.legal", "1"), ("score.reach", "10")]);
    assert_eq!(done.problems(), [""; 0]);
    // 60+45+100+80+30 over 5, 1/2·10, 10/10·10: 63 + 5 + 10.
    let rows = scores_csv(round, ada);
    let of = |column| cell(&rows, "EH-AAAA-2222", "Noor Khalil", column);
    assert_eq!(
        (of("total"), of("reach"), of("version")),
        ("78.00".into(), "10".into(), "2".into())
    );
    assert_eq!(of("first_total"), "75.00");
    assert!(!own(round, &round.noor, 0).has("#renewed"));
}

#[test]
fn another_scale_and_a_new_criterion_ask_again_and_alter_nothing_sealed() {
    let round = begun();
    let ada = &round.ada;
    let old = own(&round, &round.noor, 0);
    publish_scales(ada);
    let asked = ada.get(&format!("{PLACE}?version=2"));
    let effects = asked.the("#effects");
    assert!(
        effects.contains("lack a judgement on: Legal capacity · Reach."),
        "{effects}"
    );
    let rows = asked.table("Reviews that this touches");
    assert_eq!(rows[2][3], "Is asked to judge: Legal capacity · Reach");
    replace(ada, "autumn", 2, "A fairer scale.");

    let letters = round.site.letters_to(&round.noor.email);
    let asked = letters
        .iter()
        .filter(|one| one.subject == "Please complete your reviews");
    assert_eq!(asked.count(), 1, "one letter for all reviews");

    // What is not judged counts as unjudged: 4·15+3·15+5·20+4·20+3·10 of 5·80.
    let rows = scores_csv(&round, ada);
    let of = |column| cell(&rows, "EH-AAAA-2222", "Noor Khalil", column);
    assert_eq!(
        (of("total"), of("legal"), of("reach")),
        ("78.75".into(), String::new(), String::new())
    );
    assert_eq!(of("first_total"), "75.00");

    let queue = round.noor.get("/reviews?show=sent");
    assert_eq!(
        queue.column("Reviews that you sent", 3),
        ["Complete it", "Complete it"]
    );
    completes(&round, &old);
    let id = round.applications[0];
    let noor = round
        .site
        .database
        .write(round.site.stamp(), |tx| id_of(tx, &round.noor.email));
    let noor = noor.expect("the account is there");
    let versions = round.site.read(|reader| {
        let own = own_review::find(reader, id, noor)?.expect("a review");
        review_version::versions(reader, own.id)
    });
    assert_eq!(versions.len(), 2);
    assert_ne!(versions[0].rubric, versions[1].rubric);
    let first: Vec<Judgement> = versions[1]
        .draft
        .marks
        .iter()
        .map(|m| m.judgement)
        .collect();
    assert!(first.contains(&Judgement::Points(2)) && first.len() == 6);

    // Back to the first version: Maya's review is whole again, Noor's is asked.
    replace(ada, "autumn", 1, "It was a mistake.");
    let rows = scores_csv(&round, ada);
    assert_eq!(
        cell(&rows, "EH-AAAA-2222", "Maya Ben-Ami", "total"),
        "80.00"
    );
    assert!(!own(&round, &round.maya, 0).has("#renewed"));
    let waiting = own(&round, &round.noor, 0).texts("#renewed li");
    assert_eq!(waiting, ["Legal capacity"]);
}

#[test]
fn who_is_kept_away_does_not_find_the_review_in_the_list() {
    let round = begun();
    let id = round.applications[1];
    let place = format!("/admin/applications/{id}/conflict");
    let ben = &round.ben;
    ben.submit(&ben.get(&place), &place, &[("kind", "collaborator")]);
    change(&round.ada, "values", &[("guidance_en", "Look twice.")]);
    publish(&round.ada, &[]);
    let seen = |person: &Person| {
        let page = person.get(PLACE);
        page.column("Reviews that this touches", 1).len()
    };
    assert_eq!((seen(&round.ada), seen(ben)), (3, 2));
    let page = ben.get(PLACE);
    assert!(page.text().contains("2 reviews are begun; sent: 2."));
    assert!(!page.source().contains("EH-BBBB-3333"));
}

#[test]
fn a_phase_without_revision_still_takes_what_the_rubric_asks_anew() {
    let round = begun();
    let ada = &round.ada;
    let phases = "/admin/rounds/autumn/phases";
    let phase = ada.get(phases);
    let link = phase
        .links()
        .into_iter()
        .find(|(_, to)| to.starts_with(&format!("{phases}/")) && !to.ends_with("/new"))
        .expect("a phase");
    let form = ada.get(&link.1);
    let saved = ada.submit(&form, &link.1, &[("revision", "")]);
    assert_eq!(saved.problems(), [""; 0], "{}", saved.text());
    let send = format!("/reviews/{}/submission", round.applications[0]);
    assert!(!own(&round, &round.noor, 0).has("form[data-digits]"));
    change(ada, "legal", &[("anchor.5_en", "Registered and spotless.")]);
    publish(ada, &[]);
    replace(ada, "autumn", 2, "Clearer words.");
    let page = own(&round, &round.noor, 0);
    assert!(page.has("form[data-digits]"), "{}", page.text());
    round.noor.submit(&page, &send, &[("score.legal", "5")]);
    assert!(!own(&round, &round.noor, 0).has("form[data-digits]"));
    let unused = add(ada, &[("name_en", "")]);
    assert_eq!(unused.status, 422);
}
