//! What awards ask of an organisation, where its people begin.

use super::Awarded;

#[test]
fn a_home_tells_of_the_agreement_and_of_reports_that_are_owed() {
    let award = Awarded::new();
    let (site, rana) = (&award.round.site, &award.round.rana);
    let home = || rana.get("/applications");
    assert!(!home().has("#awards"), "nothing lies before them");
    award.lay_before();
    let told = home();
    assert!(
        told.the("#awards li")
            .contains("The agreement waits for you to read and accept it.")
    );
    assert_eq!(told.link("Legal aid in the valley"), award.own);
    award.accept();
    assert!(!home().has("#awards"), "the first report is due in June");
    site.pass_days(235);
    rana.sign_in();
    let due = home().the("#awards li");
    assert!(
        due.contains("Report 1 is due on 30 June 2027.") && due.contains("Due"),
        "{due}"
    );
    site.pass_days(10);
    rana.sign_in();
    let late = home().the("#awards li");
    assert!(
        late.contains("Report 1 was due on 30 June 2027.") && late.contains("Overdue"),
        "{late}"
    );
    award.send_report(1);
    assert!(!home().has("#awards"), "sent is sent");
}
