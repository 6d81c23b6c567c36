//! Sessions: their tokens, their ends, the list of one's own.

use evenhand::actions::token::secret_hash;
use evenhand::domain::account::Email;
use evenhand::store::{account, latest_events, session};

use crate::support::{Person, TestSite};

fn is_signed_in(person: &Person) -> bool {
    person.get_once("/account").status == 200
}

#[test]
fn signing_in_changes_the_token_and_ends_the_old_one() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad").at_another_browser();
    rana.get("/sign-in");
    let before = rana.cookie("evenhand").expect("every browser has a token");
    rana.sign_in();
    let after = rana.cookie("evenhand").expect("a new token");
    assert_ne!(before, after);

    let planted = site.visitor();
    planted.set_cookie("evenhand", &before);
    assert!(
        !is_signed_in(&planted),
        "a token known before the sign-in opens nothing"
    );
    planted.set_cookie("evenhand", &after);
    assert!(is_signed_in(&planted));
}

#[test]
fn a_token_is_long_and_the_database_keeps_only_its_hash() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let token = rana.cookie("evenhand").expect("a token");
    assert_eq!(token.len(), 64);
    let found = site.read(|reader| session::load(reader, &token));
    assert!(found.is_none(), "the token itself is nowhere in the table");
}

#[test]
fn signing_out_kills_the_session_on_the_server() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let token = rana.cookie("evenhand").expect("a token");
    let account = rana.get("/account");
    let answer = rana.submit_once(&account, "/sign-out", &[]);
    assert_eq!((answer.status, answer.location()), (303, "/"));
    assert_eq!(
        answer.header("clear-site-data"),
        Some("\"cache\", \"storage\"")
    );
    assert_eq!(rana.get("/").notice(), "You are signed out.");
    assert_eq!(rana.get("/").notice(), "", "a notice is shown once");

    let thief = site.visitor();
    thief.set_cookie("evenhand", &token);
    assert!(!is_signed_in(&thief));
}

#[test]
fn leaving_at_once_signs_out_and_leads_to_a_neutral_site() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let token = rana.cookie("evenhand").expect("a token");
    let answer = rana.submit_once(&rana.get("/account"), "/exit", &[]);
    assert_eq!(
        (answer.status, answer.location()),
        (303, "https://www.wikipedia.org/")
    );
    let thief = site.visitor();
    thief.set_cookie("evenhand", &token);
    assert!(!is_signed_in(&thief));
}

#[test]
fn a_session_ends_when_it_is_not_used() {
    let site = TestSite::start_with(|config| config.session_idle_minutes = 30);
    let rana = site.applicant("Rana Haddad");
    for _ in 0..4 {
        site.pass_minutes(29);
        assert!(is_signed_in(&rana), "use keeps it alive");
    }
    site.pass_minutes(31);
    assert!(!is_signed_in(&rana));
}

#[test]
fn a_session_ends_after_its_longest_time_in_any_case() {
    let site = TestSite::start_with(|config| {
        config.session_idle_minutes = 60;
        config.session_hours = 3;
    });
    let rana = site.applicant("Rana Haddad");
    for _ in 0..6 {
        site.pass_minutes(30);
        assert!(is_signed_in(&rana));
    }
    site.pass_minutes(1);
    assert!(!is_signed_in(&rana));
}

#[test]
fn people_see_where_they_are_signed_in_and_end_it() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mut phone = rana.at_another_browser();
    phone.headers = vec![("user-agent", "A phone".to_owned())];
    site.pass_minutes(10);
    phone.sign_in();
    site.pass_minutes(10);

    let account = rana.get("/account");
    assert_eq!(
        account.texts(".task bdi"),
        ["Browser of a story", "A phone"]
    );
    assert_eq!(
        account.attributes(".task time", "datetime"),
        [
            "2026-11-02T09:00:00Z",
            "2026-11-02T09:20:00Z",
            "2026-11-02T09:10:00Z",
            "2026-11-02T09:10:00Z"
        ],
        "when each was begun and last used"
    );
    assert_eq!(account.texts(".task .badge"), ["This device"]);

    let ended = rana.submit(&account, "form[action^='/account/sessions/']", &[]);
    assert_eq!(ended.notice(), "That device is signed out.");
    assert_eq!(ended.texts(".task bdi"), ["Browser of a story"]);
    assert!(!is_signed_in(&phone));
    assert!(is_signed_in(&rana));
}

#[test]
fn nobody_ends_the_session_of_another_person() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let phone = rana.at_another_browser();
    phone.sign_in();
    let account = rana.get("/account");
    let end = account
        .attributes("form[action^='/account/sessions/']", "action")
        .remove(0);

    let dov = site.applicant("Dov Amir");
    let refused = dov.post_with_token(&end, &[]);
    assert_eq!(
        (refused.status, refused.heading().as_str()),
        (404, "Page not found")
    );
    let nonsense = dov.post_with_token("/account/sessions/1/end", &[]);
    assert_eq!(nonsense.status, 404);
    assert!(is_signed_in(&phone) && is_signed_in(&rana));
}

#[test]
fn a_session_that_has_expired_is_not_in_the_list() {
    let site = TestSite::start_with(|config| config.session_idle_minutes = 30);
    let rana = site.applicant("Rana Haddad");
    site.pass_days(2);
    rana.sign_in();
    assert_eq!(rana.get("/account").texts(".task .badge"), ["This device"]);
    assert_eq!(
        rana.get("/account").texts(".task bdi").len(),
        1,
        "what has ended is not listed as open"
    );
}

const FIREFOX: &str =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

#[test]
fn the_kind_of_device_is_told_in_words_and_all_others_end_at_once() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mut phone = rana.at_another_browser();
    phone.headers = vec![("user-agent", FIREFOX.to_owned())];
    phone.sign_in();
    let laptop = rana.at_another_browser();
    laptop.sign_in();
    let dov = site.applicant("Dov Amir");
    assert!(!dov.get("/account").has("form[action$='/others/end']"));

    site.pass_minutes(10);
    phone.get("/account");
    let account = rana.get("/account");
    let devices = account.texts(".task bdi");
    assert!(
        devices.contains(&"Firefox on Windows".to_owned()),
        "{devices:?}"
    );
    let ended = rana.submit(&account, "/account/sessions/others/end", &[]);
    assert_eq!(ended.notice(), "Your other devices are signed out.");
    assert_eq!(ended.texts(".task .badge"), ["This device"]);
    assert!(!is_signed_in(&phone) && !is_signed_in(&laptop));
    assert!(is_signed_in(&rana) && is_signed_in(&dov));
    let last = site.read(|reader| latest_events(reader, None, 1));
    let last: Vec<_> = last
        .iter()
        .map(|event| (event.action.as_str(), event.after_state.as_str()))
        .collect();
    assert_eq!(last, [("end_other_sessions", "2")]);
}

#[test]
fn a_sign_in_with_a_new_browser_is_told_by_mail() {
    let site = TestSite::start_with(|config| config.sign_in_letters = true);
    let rana = site.applicant("Rana Haddad");
    let told = || {
        let letters = site.letters_to(&rana.email).into_iter();
        let subject = "Somebody signed in to your account with another browser";
        letters
            .filter(|one| one.subject == subject)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told().len(),
        0,
        "there was nothing to compare the first with"
    );
    rana.sign_out();
    rana.sign_in();
    assert_eq!(told().len(), 0, "it is the same browser");

    let mut phone = rana.at_another_browser();
    phone.headers = vec![("user-agent", FIREFOX.to_owned())];
    phone.sign_in();
    let letters = told();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].body.contains("Firefox on Windows"));
    assert!(letters[0].body.contains("http://grants.test/account"));
    assert!(!letters[0].body.contains("127.0.0.1"), "no place is told");
    phone.sign_out();
    phone.sign_in();
    assert_eq!(told().len(), 1);

    // Another person at the same browser is another matter.
    let dov = site.applicant("Dov Amir");
    let at_phone = dov.at_another_browser();
    let mark = phone.cookie("evenhand-browser").expect("a mark");
    at_phone.set_cookie("evenhand-browser", &mark);
    at_phone.sign_in();
    assert_eq!(dov.letter().subject, letters[0].subject);
}

#[test]
fn a_session_of_a_disabled_account_opens_nothing_whenever_it_began() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let own = rana.cookie("evenhand").expect("a token");
    let email = Email::parse(&rana.email).expect("an address");
    let row = site.read(|reader| account::by_email(reader, &email));
    let id = row.expect("an account").id;
    let disables = |disabled: bool| {
        let set = site
            .database
            .write(site.stamp(), |tx| account::set_disabled(tx, id, disabled));
        set.expect("it is set");
    };
    let opens = |token: &str| {
        let browser = site.visitor();
        browser.set_cookie("evenhand", token);
        is_signed_in(&browser)
    };
    // An admin ends all sessions with it. One is left here, and one begins at that moment.
    disables(true);
    let late = "5e".repeat(32);
    let begun = site.database.write(site.stamp(), |tx| {
        session::insert(tx, &secret_hash(&late), id, ("A phone", false, None, None))
    });
    begun.expect("it begins");
    assert!(!opens(&own) && !opens(&late));
    disables(false);
    assert!(opens(&own) && opens(&late), "both were there");
}
