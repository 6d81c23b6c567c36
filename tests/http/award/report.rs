//! Reports: drafted, sent, asked back, accepted, and reminded of.

use super::Awarded;

#[test]
fn a_report_is_drafted_sent_mended_and_accepted() {
    let award = Awarded::running();
    let (rana, ada) = (&award.round.rana, &award.round.ada);
    let place = format!("{}/reports/1", award.own);
    let kept = rana.submit(
        &rana.get(&place),
        &place,
        &[("words", "We opened"), ("then", "keep")],
    );
    assert_eq!(kept.notice(), "The draft is kept.");
    assert_eq!(kept.value("words"), "We opened");
    let unsent = ada.get(&format!("{}/reports/1", award.desk));
    assert!(!unsent.source().contains("We opened"), "a draft is theirs");
    let missing = rana.submit(&kept, &place, &[("words", ""), ("then", "send")]);
    assert_eq!((missing.status, missing.problems().len()), (422, 2));
    assert_eq!(award.send_report(1).notice(), "The report is sent.");
    let late = rana.post_with_token(&place, &[("words", "More"), ("then", "keep")]);
    assert_eq!(late.status, 409, "what was sent stays");
    let silent = award.judge(1, &[("verdict", "return")]);
    assert_eq!(silent.error("note"), "Fill this in.");
    let letters = award.round.site.letters_to(&rana.email).len();
    award.judge(1, &[("verdict", "return"), ("note", "Which rooms?")]);
    assert_eq!(award.round.site.letters_to(&rana.email).len(), letters + 1);
    let back = rana.get(&place);
    assert!(back.text().contains("Which rooms?"));
    // What is written anew is theirs until it is sent, and takes nothing from the record.
    let anew = [("words", "The cellar, not yet."), ("then", "keep")];
    assert_eq!(
        rana.submit(&back, &place, &anew).notice(),
        "The draft is kept."
    );
    let desk = format!("{}/reports/1", award.desk);
    let read = ada.get(&desk);
    assert!(
        read.text().contains("We opened the clinic."),
        "{}",
        read.text()
    );
    assert!(!read.source().contains("The cellar"));
    award.send_report(1);
    let earlier = ada.get(&desk).texts(".earlier .answer");
    assert_eq!(earlier, ["We opened the clinic.", "Which rooms?"]);
    let done = award.judge(1, &[("verdict", "accept")]);
    assert!(done.text().contains("Accepted"));
    let again = ada.post_with_token(
        &format!("{}/reports/1", award.desk),
        &[("verdict", "return"), ("note", "No.")],
    );
    assert_eq!(again.status, 409);
}

#[test]
fn the_whole_story_tells_of_the_award_in_words() {
    let award = Awarded::running();
    award.pay(1);
    award.send_report(1);
    let id = award.round.applications[0];
    let story = format!("/admin/applications/{id}/story");
    let story = award.round.ada.get(&story);
    let told = story.table("Whole story");
    let detail = |what: &str| {
        let found = told.iter().find(|row| row[1] == what);
        let found = found.unwrap_or_else(|| panic!("{what}: {told:?}"));
        found[3].clone()
    };
    for what in ["Award opened", "Agreement accepted", "Bank account given"] {
        assert_eq!(detail(what), "", "{what}");
    }
    assert!(detail("Disbursement prepared").contains("15,000"));
    assert!(detail("Disbursement noted as paid").contains("1 November 2026"));
    assert!(detail("Report sent").ends_with("Report 1"));
    assert_eq!(story.texts("tbody code"), [""; 0]);
}

#[test]
fn what_is_owed_is_reminded_of_by_a_link_alone() {
    use evenhand::actions::award::remind_owed;
    use evenhand::domain::Moment;
    use evenhand::store::Stamp;

    let award = Awarded::running();
    let letters = || award.round.site.letters_to(&award.round.rana.email).len();
    let remind = |day: &str| {
        let stamp = Stamp {
            now: Moment::parse_local(&format!("{day} 06:30"), "UTC").unwrap(),
            actor: None,
            request: "reports".to_owned(),
        };
        let work = |tx: &mut evenhand::store::Tx| remind_owed(tx, None, "http://grants.test");
        let done = award.round.site.database.write(stamp, work);
        done.expect("the letters are written");
    };
    let before = letters();
    remind("2027-06-01");
    assert_eq!(letters(), before, "not yet");
    remind("2027-06-23");
    assert_eq!(letters(), before + 1, "a week before");
    remind("2027-06-23");
    assert_eq!(letters(), before + 1, "once");
    let letter = award.round.rana.letter();
    assert_eq!(letter.subject, "A report is due");
    assert!(letter.body.contains(&award.own));
    award.send_report(1);
    let sent = letters();
    remind("2027-06-28");
    assert_eq!(letters(), sent, "what was sent is not owed");
}
