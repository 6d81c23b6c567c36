//! Amendments, more time, money given back, cancelling, closing.

use super::Awarded;

/// What is on record here of the organisation's support.
fn on_record(award: &Awarded) -> Vec<String> {
    let list = award.round.ada.get("/admin/organisations?name=olive");
    let support = format!("{}/support", list.link("=Olive, \"Press\""));
    award.round.ada.get(&support).column("On record here", 2)
}

#[test]
fn a_close_out_balances_or_says_what_is_missing() {
    let award = Awarded::running();
    let (ada, rana) = (&award.round.ada, &award.round.rana);
    assert_eq!(
        award.page(ada).texts("#lacks li"),
        [
            "USD 20,000.50 are neither paid nor given back.",
            "Report 1 is not accepted.",
            "Report 2 is not accepted."
        ]
    );
    let early = ada.post_with_token(&format!("{}/changes/close-out", award.desk), &[]);
    assert_eq!(early.status, 409);
    award.pay(1);
    let most = award.change("freeing", &[("amount", "5000.51"), ("words", "Cheaper.")]);
    assert_eq!(
        most.error("amount"),
        "Write more than nothing and at most USD 5,000.50."
    );
    award.change(
        "freeing",
        &[("amount", "1000"), ("words", "The rent fell.")],
    );
    let freed = award.change("freeing", &[("amount", "4000.50"), ("words", "Cheaper.")]);
    assert_eq!(
        freed.the(".page-head .badge"),
        "Reports",
        "{}",
        freed.text()
    );
    for number in [1, 2] {
        award.send_report(number);
        award.judge(number, &[("verdict", "accept")]);
    }
    let closed = award.change("close-out", &[]);
    assert_eq!(closed.the(".page-head .badge"), "Closed");
    assert!(!closed.has("#lacks"));
    // Neither the next reason nor the end without one takes the place of what was said.
    let id = award.round.applications[0];
    let story = ada.get(&format!("/admin/applications/{id}/story"));
    for words in ["The rent fell.", "Cheaper."] {
        assert!(closed.text().contains(words), "{words}");
        assert!(story.text().contains(words), "{words}");
    }
    let twice = ada.post_with_token(
        &format!("{}/changes/cancellation", award.desk),
        &[("words", "x")],
    );
    assert_eq!(twice.status, 409, "closed is closed");
    assert!(rana.get(&award.own).text().contains("The award is closed."));
    // Whoever asks what it gave is told what was paid.
    let given = on_record(&award);
    assert_eq!(given.len(), 1, "{given:?}");
    assert!(given[0].contains("15,000"), "{given:?}");
}

#[test]
fn more_time_holds_at_once_and_other_terms_once_agreed() {
    let award = Awarded::running();
    let rana = &award.round.rana;
    let early = award.change("extension", &[("day", "2027-12-31"), ("words", "Rain.")]);
    assert_eq!(
        early.error("day"),
        "Choose a day after the end that stands."
    );
    let longer = award.change("extension", &[("day", "2028-03-31"), ("words", "Rain.")]);
    assert!(longer.the("#agreement").contains("31 March 2028"));
    award.change("amendment", &[("words", "The audit may be shared.")]);
    let form = format!("{}/amendments/2", award.own);
    let page = rana.get(&award.own);
    assert!(page.text().contains("The audit may be shared."));
    let agreed = rana.submit(&page, &form, &[]);
    assert_eq!(agreed.notice(), "Thank you. The change holds.");
    assert!(award.page(&award.round.ada).text().contains("Agreed to:"));
}

#[test]
fn cancelling_needs_a_reason_and_frees_what_was_not_paid() {
    let award = Awarded::running();
    let before = on_record(&award);
    assert!(before[0].contains("20,000.50"), "{before:?}");
    award.pay(1);
    award.send_report(1);
    award.judge(1, &[("verdict", "accept")]);
    award.prepare(2, &[]);
    let busy = award.change("cancellation", &[("words", "The organisation dissolved.")]);
    assert_eq!(busy.status, 409);
    award.step(
        &award.round.ada,
        "Take it back",
        &[("reason", "Dissolved.")],
    );
    let silent = award.change("cancellation", &[]);
    assert_eq!(silent.error("words"), "Fill this in.");
    let gone = award.change("cancellation", &[("words", "The organisation dissolved.")]);
    assert_eq!(gone.the(".page-head .badge"), "Cancelled");
    let told = gone.the("#agreement");
    assert!(told.contains("Given back to the budget") && told.contains("USD 5,000.50"));
    assert!(
        gone.the("#agreement")
            .contains("The organisation dissolved.")
    );
    // Whoever asks what it gave is told what was paid.
    let given = on_record(&award);
    assert_eq!(given.len(), 1, "{given:?}");
    assert!(given[0].contains("15,000"), "{given:?}");
}

#[test]
fn a_change_that_waits_for_an_answer_holds_up_the_close_out() {
    let award = Awarded::running();
    let (ada, rana) = (&award.round.ada, &award.round.rana);
    award.pay(1);
    award.change("freeing", &[("amount", "5000.50"), ("words", "Cheaper.")]);
    for number in [1, 2] {
        award.send_report(number);
        award.judge(number, &[("verdict", "accept")]);
    }
    award.change("amendment", &[("words", "The audit may be shared.")]);
    let page = award.page(ada);
    let waits = "A change of the terms waits for the organisation’s answer.";
    assert_eq!(page.texts("#lacks li"), [waits]);
    let early = ada.post_with_token(&format!("{}/changes/close-out", award.desk), &[]);
    assert_eq!(early.status, 409);
    assert!(early.text().contains(waits), "{}", early.text());
    let back = ada.submit(&page, &format!("{}/amendments/1", award.desk), &[]);
    assert_eq!(
        back.notice(),
        "The change is taken back, and the organisation is told."
    );
    assert!(award.log(ada).text().contains("take_back_amendment"));
    let late = rana.post_with_token(&format!("{}/amendments/1", award.own), &[]);
    assert_eq!(late.status, 409, "there is nothing to agree to");
    assert_eq!(rana.get(&award.own).the(".amendment .badge"), "Taken back");
    let closed = award.change("close-out", &[]);
    assert_eq!(closed.the(".page-head .badge"), "Closed");
}

#[test]
fn a_tranche_whose_money_went_back_says_so() {
    let award = Awarded::running();
    let (ada, rana) = (&award.round.ada, &award.round.rana);
    award.pay(1);
    award.send_report(1);
    award.judge(1, &[("verdict", "accept")]);
    let part = award.change("freeing", &[("amount", "2000"), ("words", "Cheaper.")]);
    let told = &part.column("Tranches", 3)[1];
    assert!(
        told.contains("USD 2,000 given back to the budget"),
        "{told}"
    );
    let prepared = award.prepare(2, &[]);
    let told = &prepared.column("Tranches", 3)[1];
    assert!(told.contains("USD 3,000.50"), "what is left: {told}");
    award.step(ada, "Take it back", &[("reason", "Not needed.")]);
    let rest = [("amount", "3000.50"), ("words", "Cheaper.")];
    let all = award.change("freeing", &rest);
    assert_eq!(all.column("Tranches", 3)[1], "Given back");
    let own = rana.get(&award.own);
    let lines = own.texts("#agreement .tranches li");
    assert!(!lines[0].contains("إلى الميزانية"), "{lines:?}");
    assert!(lines[1].contains("أُعيد USD 5,000.50 إلى الميزانية"));
}
