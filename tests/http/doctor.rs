//! The doctor looks at everything there is, which takes as long as it takes.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use evenhand::store::DatabaseUrl;

use crate::award::sealed::{on, tamper};
use crate::story::Story;
use crate::support::{TestDatabase, TestSite, option};
use crate::whole::{done, run};

/// What the doctor says of a site that is not sound.
pub fn diagnosis(site: &TestSite) -> String {
    let output = on(site, &["doctor"]);
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Whoever reads it waits for longer than a statement of a page may take.
const SLOW: &str = "ALTER TABLE reviewer_profiles RENAME TO kept_profiles; \
    CREATE VIEW reviewer_profiles AS SELECT kept_profiles.* FROM kept_profiles \
    WHERE (SELECT count(*) FROM pg_sleep(16)) > 0";

/// Only PostgreSQL ends a statement that takes long.
#[test]
fn the_doctor_has_more_time_than_a_page() {
    let kept = TestDatabase::new();
    let DatabaseUrl::Postgres(url) = &kept.url else {
        return;
    };
    let mut admin = PgConnection::establish(url).expect("PostgreSQL answers");
    admin.batch_execute(SLOW).expect("it is slow");
    let began = Instant::now();
    let healthy = done(&run(kept.folder.path(), &option(&kept.url), &["doctor"]));
    assert_eq!(healthy, "Every invariant holds.\n");
    assert!(began.elapsed() > Duration::from_secs(15), "it is slow");
}

#[test]
fn a_submitted_version_that_was_altered_is_found() {
    let story = Story::new();
    let site = &story.site;
    story.sent("Dov Amir", "Cedar House");
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let id = place.rsplit('/').next().expect("an id");
    let set = |words: &str| {
        tamper(
            site,
            &format!("UPDATE submissions SET {words} WHERE application_id = '{id}'"),
        );
    };
    let finding = format!("a submitted version was altered after submission: {id}\n");
    // What was noted of the answers, and the answers.
    for (altered, mended) in [
        ("digest = 'x' || digest", "digest = substr(digest, 2)"),
        (
            "sealed = sealed || 'AAAA'",
            "sealed = substr(sealed, 1, length(sealed) - 4)",
        ),
    ] {
        set(altered);
        let said = diagnosis(site);
        assert!(said.contains(&finding), "{altered}: {said}");
        set(mended);
        assert_eq!(done(&on(site, &["doctor"])), "Every invariant holds.\n");
    }
}
