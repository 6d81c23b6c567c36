//! The doctor looks at everything there is, which takes as long as it takes.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use evenhand::store::DatabaseUrl;

use crate::support::{TestDatabase, option};
use crate::whole::{done, run};

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
