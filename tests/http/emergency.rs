//! Rounds in which applications are decided one by one, within days.

use crate::story::{make_round, open_round, typed};
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
