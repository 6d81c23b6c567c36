//! What has had its day is thrown away by the hour, and nothing before.

use evenhand::actions::housekeeping;
use evenhand::actions::token::Purpose;
use evenhand::domain::ApplicationId;
use evenhand::domain::notice::NoticeKind;
use evenhand::store::link::LinkRow;
use evenhand::store::openid::AttemptRow;
use evenhand::store::{
    Reader, StoreError, Tx, known_browser, link, notice, openid, session, throttle, whole,
};

use crate::reviewed::id_of;
use crate::story::Story;
use crate::support::START;

/// Hours after which a session ends in any case.
const HOURS: i64 = 168;
/// The name under which one of everything is kept.
const TRACE: &str = "a trace";

/// Leaves one of everything, and a notice that still waits for its letter.
fn leave(tx: &mut Tx, email: &str, application: ApplicationId) -> Result<(), StoreError> {
    let (account, now) = (id_of(tx, email)?, tx.now());
    session::insert(tx, TRACE, account, ("A browser", false, None))?;
    throttle::hit(tx, TRACE, 15)?;
    known_browser::meet(tx, account, TRACE)?;
    let link = LinkRow {
        token_hash: TRACE.to_owned(),
        purpose: Purpose::Confirm.code().to_owned(),
        account_id: Some(account),
        email: email.to_owned(),
        role: None,
        created_at: now,
        expires_at: now,
        used_at: None,
    };
    link::insert(tx, &link)?;
    let attempt = AttemptRow {
        state_hash: TRACE.to_owned(),
        browser_hash: TRACE.to_owned(),
        nonce: TRACE.to_owned(),
        place: "/account".to_owned(),
        account_id: None,
        created_at: now,
    };
    openid::begin(tx, &attempt)?;
    for mailed in [true, false] {
        notice::insert(tx, account, application, NoticeKind::Message, mailed)?;
    }
    Ok(())
}

fn notices(reader: &mut Reader) -> Result<i64, StoreError> {
    let tables = whole::tables(reader)?;
    let table = tables.iter().find(|table| table.name == "notices");
    whole::count(reader, table.expect("a table"))
}

/// What is left of it.
fn left(tx: &mut Tx) -> Result<Vec<&'static str>, StoreError> {
    let (before, purpose) = (START.plus_days(-1), Purpose::Confirm.code());
    // In a window of two years what is kept is counted on.
    let is_throttled = throttle::hit(tx, TRACE, 2 * 366 * 24 * 60)? > 1;
    if !is_throttled {
        throttle::clear(tx, TRACE)?;
    }
    let all = [
        ("session", session::load(tx, TRACE)?.is_some()),
        ("link", link::usable(tx, TRACE, purpose, before)?.is_some()),
        ("browser", known_browser::is_known(tx, TRACE)?),
        ("notice", notices(tx)? == 2),
        (
            "attempt",
            openid::begun(tx, (TRACE, TRACE), before)?.is_some(),
        ),
        ("throttle", is_throttled),
    ];
    let left = all.into_iter().filter(|(_, is_left)| *is_left);
    Ok(left.map(|(name, _)| name).collect())
}

#[test]
fn everything_that_has_its_day_goes_then_and_not_before() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let id = place.trim_start_matches("/applications/");
    let id = ApplicationId::parse(id).expect("an application");
    let site = &story.site;
    let done = site
        .database
        .write(site.stamp(), |tx| leave(tx, &rana.email, id));
    done.expect("it is kept");
    let all = [
        "session", "link", "browser", "notice", "attempt", "throttle",
    ];
    for (day, expected) in [
        (1, &all[..]),
        (2, &all[..4]),
        (7, &all[..4]),
        (8, &all[1..4]),
        (30, &all[1..4]),
        (31, &all[2..4]),
        (90, &all[2..4]),
        (91, &all[2..3]),
        (366, &all[2..3]),
        (367, &all[..0]),
    ] {
        site.clock.set(START.plus_days(day));
        let found = site.database.write(site.stamp(), |tx| {
            housekeeping::tidy(tx, HOURS)?;
            left(tx)
        });
        assert_eq!(found.expect("it is tidied"), expected, "day {day}");
    }
    assert_eq!(site.read(notices), 1, "the one that waits for its letter");
}
