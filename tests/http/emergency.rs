//! Rounds in which applications are decided one by one, within days.

use evenhand::domain::ApplicationId;
use evenhand::domain::account::Role;

use crate::deliberation::{EVEN, review};
use crate::story::{fill, make_organisation, make_round, open_round, screen, send, start, typed};
use crate::support::TestSite;

#[test]
fn nobody_decides_alone_in_an_emergency_round() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let alone = make_round(&ada, &[("emergency", "yes"), ("sign_off", "")]);
    assert_eq!(alone.status, 422);
    assert_eq!(
        alone.error("sign_off"),
        "In an emergency round two people decide. Tick this, or take the mark of an emergency \
         round away."
    );
    let made = make_round(&ada, &[("emergency", "yes"), ("sign_off", "yes")]);
    let told = "By a second admin, always: an emergency round";
    assert!(made.text().contains(told), "{}", made.text());
    let edit = "/admin/rounds/winter/edit";
    let form = ada.get(edit);
    let switched = ada.submit(&form, edit, &[("sign_off", "")]);
    assert_eq!(switched.status, 422);
    // What is public stays as it is, whatever is sent.
    open_round(&ada, "winter");
    let forced = typed(&[("emergency", ""), ("sign_off", "")]);
    assert_eq!(ada.post_with_token(edit, &forced).status, 303);
    assert!(ada.get("/admin/rounds/winter").text().contains(told));
}

#[test]
fn an_emergency_decision_takes_two_before_anybody_is_told() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let ben = ada.invites("Ben Mizrahi", Role::Admin);
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    make_round(&ada, &[("emergency", "yes"), ("sign_off", "yes")]);
    open_round(&ada, "winter");
    let rana = site.applicant("Rana Haddad");
    make_organisation(&rana, "Olive Press");
    let place = start(&rana);
    fill(&rana, &place);
    send(&rana, &place);
    screen(&ada, &place, &[("outcome", "eligible")]);
    let panel = format!("/admin{place}/assignments");
    let form = ada.get(&panel);
    let only = form.attributes("input[name='reviewer']", "value").remove(0);
    ada.submit(&form, &panel, &[("reviewer", &only)]);
    let id = place.rsplit('/').next().expect("an id");
    review(&noor, ApplicationId::parse(id).expect("an id"), EVEN);

    let decision = format!("/admin{place}/decision");
    let award = [
        ("outcome", "award"),
        ("amount", "10000"),
        ("funding_type", "core"),
        ("rationale", "Raided last night."),
        ("waiver", "Known for ten years."),
    ];
    let proposed = ada.submit(&ada.get(&decision), &decision, &award);
    let waits = "The decision is proposed. Another admin can sign it off now.";
    assert_eq!(proposed.notice(), waits);
    let read = ben.get(&decision);
    let made = read.value_of_hidden("decision");
    let pair = [("decision", made.as_str())];
    let sign = format!("{decision}/sign-off");
    let release = "/admin/rounds/winter/release";
    assert_eq!(ada.post_with_token(&sign, &pair).status, 403);
    for admin in [&ada, &ben] {
        assert_eq!(admin.post_with_token(release, &pair).status, 409);
    }
    assert!(!rana.get(&place).has(".decision-amount"));
    let signed = ben.submit(&read, &sign, &[]);
    assert_eq!(
        signed.notice(),
        "Signed off. The outcome can be released now."
    );
    assert_eq!(ada.post_with_token(release, &pair).status, 303);
    let told = rana.get(&place).the(".decision-amount");
    assert!(told.contains("USD 10,000"), "{told}");
}
