//! What has had its day is thrown away by the hour, and nothing younger.

use evenhand::actions::housekeeping::tidy;
use evenhand::domain::account::Email;
use evenhand::domain::member::MemberRole;
use evenhand::domain::passkey::{MINUTES, Purpose};
use evenhand::domain::{AccountId, Moment, OrganisationId};
use evenhand::store::invitation::{self, InvitationRow};
use evenhand::store::link::{self, LinkRow};
use evenhand::store::openid::{self, AttemptRow};
use evenhand::store::{
    Stamp, StoreError, Tx, account, known_browser, mint, passkey, session, throttle,
};

use crate::story::make_organisation;
use crate::support::TestSite;
use crate::support::raw::everything;

/// Hours that a session lasts here.
const SESSION_HOURS: i64 = 24;
const DAY: i64 = 24 * 60;

/// What is seen in the tables; counters are not.
const KINDS: [&str; 6] = [
    "session",
    "link",
    "invitation",
    "browser",
    "attempt",
    "question",
];

/// Whose rows they are.
struct Whose {
    person: AccountId,
    organisation: OrganisationId,
}

fn write(site: &TestSite, now: Moment, work: impl FnMut(&mut Tx) -> Result<(), StoreError>) {
    let stamp = Stamp {
        now,
        ..site.stamp()
    };
    site.database.write(stamp, work).expect("it is written");
}

/// Keeps a row of each kind, so many minutes later than the instant before which such rows
/// go; a word tells them from others.
fn keep(site: &TestSite, whose: &Whose, (word, later): (&str, i64)) {
    let now = site.clock.now();
    let at = |age: i64| now.plus_minutes(later - age);
    let key = |kind: &str| format!("{word} {kind}");
    let person = whose.person;
    write(site, at(SESSION_HOURS * 60), |tx| {
        session::insert(tx, &key("session"), person, ("", false, None, None))
    });
    write(site, at(366 * DAY), |tx| {
        known_browser::meet(tx, person, &key("browser")).map(|_| ())
    });
    write(site, at(MINUTES), |tx| {
        let asked = key("question");
        passkey::ask(tx, (person, Purpose::SignIn), (&asked, "state"))
    });
    write(site, at(DAY), |tx| {
        throttle::hit(tx, &key("counter"), 60).map(|_| ())
    });
    write(site, now, |tx| {
        openid::begin(tx, &attempt(key("attempt"), at(DAY)))?;
        link::insert(tx, &sent(key("link"), person, at(30 * DAY)))?;
        invitation::insert(tx, &invited(key("invitation"), whose, at(30 * DAY)))
    });
}

fn attempt(key: String, created_at: Moment) -> AttemptRow {
    AttemptRow {
        state_hash: key,
        browser_hash: String::new(),
        nonce: String::new(),
        place: String::new(),
        account_id: None,
        created_at,
    }
}

fn sent(key: String, person: AccountId, expires_at: Moment) -> LinkRow {
    LinkRow {
        token_hash: key,
        purpose: "reset".to_owned(),
        account_id: Some(person),
        email: "rana.haddad@example.org".to_owned(),
        role: None,
        created_at: expires_at.plus_minutes(-60),
        expires_at,
        used_at: None,
    }
}

fn invited(key: String, whose: &Whose, expires_at: Moment) -> InvitationRow {
    InvitationRow {
        id: mint(),
        organisation_id: whose.organisation,
        email: "omar.said@example.org".to_owned(),
        role: MemberRole::Viewer,
        token_hash: key,
        invited_by: whose.person,
        created_at: expires_at.plus_days(-7),
        expires_at,
        accepted_by: None,
        ended_at: None,
    }
}

/// Of which kinds a row with this word is there.
fn left(site: &TestSite, word: &str) -> Vec<&'static str> {
    let key = |kind: &str| format!("{word} {kind}");
    // What is read as a whole leaves sessions out.
    let all = site.read(everything);
    let session = site.read(|reader| session::load(reader, &key("session")));
    let is_left = |kind: &&str| match *kind {
        "session" => session.is_some(),
        kind => all.contains(&key(kind)),
    };
    KINDS.into_iter().filter(is_left).collect()
}

#[test]
fn what_has_had_its_day_is_forgotten_and_nothing_younger() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let place = make_organisation(&rana, "Olive Press").path;
    let id = place.rsplit('/').next().expect("an id");
    let email = Email::parse(&rana.email).expect("an address");
    let row = site.read(|reader| account::by_email(reader, &email));
    let whose = Whose {
        person: row.expect("an account").id,
        organisation: OrganisationId::parse(id).expect("an id"),
    };
    keep(&site, &whose, ("old", -1));
    keep(&site, &whose, ("young", 1));
    assert_eq!(left(&site, "old"), KINDS);
    write(&site, site.clock.now(), |tx| tidy(tx, SESSION_HOURS));
    assert_eq!(left(&site, "old"), [""; 0]);
    assert_eq!(left(&site, "young"), KINDS);
    // A counter that is forgotten begins with one.
    let count = |key: &str| {
        let hit = |tx: &mut Tx| throttle::hit(tx, key, 2 * DAY);
        site.database.write(site.stamp(), hit).expect("it counts")
    };
    assert_eq!((count("old counter"), count("young counter")), (1, 2));
}
