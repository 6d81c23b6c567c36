//! A made-up round, written straight into the tables: a million rows by the pages
//! would take a day. Numbers look drawn and are the same everywhere.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use diesel::sql_types::Text;
use diesel::{PgConnection, SqliteConnection, sql_query};
use evenhand::store::DatabaseUrl;

/// Microseconds of 2026-11-02 09:00 UTC.
const NOW: i64 = 1_793_610_000_000_000;
/// Rows of one INSERT.
const ROWS: usize = 500;

/// How much of everything.
#[derive(Clone, Copy)]
pub struct Size {
    pub applications: usize,
    pub reviewers: usize,
    /// Reviews of an application.
    pub each: usize,
}

/// Either database, for statements that both understand.
pub enum Raw {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    found: String,
}

impl Raw {
    pub fn open(url: &DatabaseUrl) -> Self {
        match url {
            DatabaseUrl::Sqlite(path) => {
                Self::Sqlite(SqliteConnection::establish(path).expect("SQLite opens"))
            }
            DatabaseUrl::Postgres(url) => {
                Self::Postgres(PgConnection::establish(url).expect("PostgreSQL answers"))
            }
        }
    }

    pub fn run(&mut self, words: &str) {
        let done = match self {
            Self::Sqlite(connection) => connection.batch_execute(words),
            Self::Postgres(connection) => connection.batch_execute(words),
        };
        done.unwrap_or_else(|problem| panic!("{problem}: {}", words.get(..300).unwrap_or(words)));
    }

    /// Runs statements one after the other, as the program does; from the first again where
    /// PostgreSQL could not put them behind what others did.
    #[allow(dead_code, reason = "another benchmark sends them")]
    pub fn run_each(&mut self, statements: &[String]) {
        let done = |raw: &mut Self, words: &str| match raw {
            Self::Sqlite(connection) => connection.batch_execute(words),
            Self::Postgres(connection) => connection.batch_execute(words),
        };
        'again: loop {
            for words in statements {
                match done(self, words) {
                    Ok(()) => {}
                    Err(Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => {
                        self.run("ROLLBACK");
                        continue 'again;
                    }
                    Err(problem) => panic!("{problem}: {words}"),
                }
            }
            return;
        }
    }

    /// The column `found` of every row.
    pub fn texts(&mut self, words: &str) -> Vec<String> {
        let rows: QueryResult<Vec<Found>> = match self {
            Self::Sqlite(connection) => sql_query(words).load(connection),
            Self::Postgres(connection) => sql_query(words).load(connection),
        };
        let rows = rows.unwrap_or_else(|problem| panic!("{problem}: {words}"));
        rows.into_iter().map(|row| row.found).collect()
    }

    fn insert(&mut self, into: &str, rows: impl Iterator<Item = String>) {
        let mut rows = rows.peekable();
        while rows.peek().is_some() {
            let some: Vec<String> = rows.by_ref().take(ROWS).collect();
            self.run(&format!("INSERT INTO {into} VALUES {}", some.join(",")));
        }
    }
}

/// Ids of the form that the program mints, by kind and number.
pub fn id(kind: u8, number: usize) -> String {
    format!("0193a1b2-000{kind}-7000-8000-{number:012x}")
}

/// Looks drawn (splitmix64).
fn drawn(number: usize, below: u64) -> u64 {
    let mut mixed = (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) % below
}

/// Adds the round `large` with everything sent and reviewed, in an installed
/// database whose first account is `admin`.
pub fn seed(raw: &mut Raw, size: Size, admin: &str) {
    let one = |raw: &mut Raw, words: &str| raw.texts(words).remove(0);
    let programme = one(raw, "SELECT id AS found FROM programmes");
    let rubric = one(raw, "SELECT id AS found FROM rubrics");
    let form = one(raw, "SELECT id AS found FROM forms ORDER BY version DESC");
    let criteria = raw.texts("SELECT id AS found FROM criteria ORDER BY position");
    let round = id(1, 0);
    raw.run("BEGIN");
    raw.insert(
        "rounds (id, programme_id, rubric_id, form_id, slug, title, purpose, currency, \
         budget_minor, least_minor, most_minor, opens_at, closes_at, grace_minutes, time_zone, \
         reviews_due_at, turnaround_days, sign_off, state, created_at)",
        [format!(
            "('{round}','{programme}','{rubric}','{form}','large',\
             '{{\"en\":\"Large\",\"ar\":\"\",\"he\":\"\"}}','{{\"en\":\"\",\"ar\":\"\",\"he\":\"\"}}',\
             'USD',5000000000,100000,10000000,{NOW},{NOW},15,'UTC',{NOW},21,TRUE,'closed',{NOW})"
        )]
        .into_iter(),
    );
    people(raw, size, admin);
    applications(raw, size, (&round, &form, admin));
    reviews(raw, size, (&rubric, admin), &criteria);
    raw.run("COMMIT; ANALYZE");
}

fn people(raw: &mut Raw, size: Size, admin: &str) {
    raw.insert(
        "accounts (id, email, name, language, time_zone, created_at, confirmed_at)",
        (0..size.reviewers).map(|at| {
            let id = id(2, at);
            format!("('{id}','reviewer.{at}@example.org','Reviewer {at}','en','UTC',{NOW},{NOW})")
        }),
    );
    raw.insert(
        "organisations (id, name_latin, name_arabic, name_hebrew, base, community, legal_form, \
         website, created_at, created_by)",
        (0..size.applications).map(|at| {
            let base = ["west_bank", "gaza", "east_jerusalem", "israel"][at % 4];
            let community = ["palestinian", "israeli", "joint"][at % 3];
            format!(
                "('{}','Organisation {at}','','','{base}','{community}','amuta','',{NOW},'{admin}')",
                id(3, at)
            )
        }),
    );
    raw.insert(
        "registrations (organisation_id, position, register, number)",
        (0..size.applications).map(|at| format!("('{}',0,'IL-RA','58{at:07}')", id(3, at))),
    );
}

fn applications(raw: &mut Raw, size: Size, (round, form, admin): (&str, &str, &str)) {
    raw.insert(
        "applications (id, reference, round_id, organisation_id, status, title, requested_minor, \
         created_at, created_by, submitted_at, late, form_id, stage)",
        (0..size.applications).map(|at| {
            let asked = 1_000_000 + 100 * drawn(at, 50_000);
            format!(
                "('{}','EH-{at:08}','{round}','{}','deliberation','Application {at}',{asked},\
                 {NOW},'{admin}',{NOW},FALSE,'{form}','full')",
                id(4, at),
                id(3, at)
            )
        }),
    );
    raw.insert(
        "submissions (application_id, version, submitted_at, submitted_by, late, answers, digest)",
        (0..size.applications)
            .map(|at| format!("('{}',1,{NOW},'{admin}',FALSE,'{{}}','')", id(4, at))),
    );
}

fn reviews(raw: &mut Raw, size: Size, (rubric, admin): (&str, &str), criteria: &[String]) {
    // Neighbours have different reviewers, and no application has one twice.
    let reviewer = |at: usize, number: usize| {
        let stride = size.reviewers / size.each.max(1);
        (at * 7 + at / size.reviewers + number * stride) % size.reviewers
    };
    let all = || (0..size.applications).flat_map(|at| (0..size.each).map(move |no| (at, no)));
    raw.insert(
        "assignments (application_id, reviewer_id, assigned_by, assigned_at)",
        all().map(|(at, no)| {
            let reviewer = id(2, reviewer(at, no));
            format!("('{}','{reviewer}','{admin}',{NOW})", id(4, at))
        }),
    );
    raw.insert(
        "reviews (id, application_id, reviewer_id, rubric_id, comment, version, saved_at, \
         submitted_at, submission_version)",
        all().map(|(at, no)| {
            let (own, reviewer) = (id(5, at * size.each + no), id(2, reviewer(at, no)));
            format!(
                "('{own}','{}','{reviewer}','{rubric}','',1,{NOW},{NOW},1)",
                id(4, at)
            )
        }),
    );
    raw.insert(
        "scores (review_id, criterion_id, judgement, justification)",
        all().flat_map(|(at, no)| {
            let review = at * size.each + no;
            criteria.iter().enumerate().map(move |(place, criterion)| {
                let quality = drawn(at, 4) as i64 - 1;
                let severity = drawn(1_000_003 + reviewer(at, no), 3) as i64 - 1;
                let chance = drawn(2_000_003 + review * 16 + place, 3) as i64 - 1;
                let points = (2 + quality + severity + chance).clamp(0, 5);
                format!("('{}','{criterion}','{points}','')", id(5, review))
            })
        }),
    );
    raw.insert(
        "review_versions (review_id, version, submitted_at, body)",
        all().map(|(at, no)| {
            let review = id(5, at * size.each + no);
            format!("('{review}',1,{NOW},'{{\"marks\":[],\"comment\":\"\"}}')")
        }),
    );
}
