//! How a database would find what a statement asks for: whether it would read a table
//! from end to end that grows with the installation.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::{PgConnection, SqliteConnection, sql_query};
use evenhand::store::DatabaseUrl;

/// Tables with a row, or several, for each application, person or thing that is done.
/// Others hold what a programme or a round sets, or passes within days.
const LARGE: &str = "\
    accounts account_roles application_overlaps application_sections applications assignments \
    attachments audit_events award_amendments award_reports award_tranches awards bank_accounts \
    certifications clarifications clarification_sections concerns conditions conflict_records \
    conflicts decision_letters decision_panel decisions declarations diligence_steps \
    disbursements discussion_calls discussion_mentions discussion_posts engagement_quotes \
    engagements erasure_requests erasures filings incidents known_browsers ledger_entries ledger_key_counts ledger_keys \
    legal_documents list_answers list_hits list_runs member_invitations memberships \
    message_reads messages notices one_time_links organisation_grams organisation_keys organisation_sections \
    organisations outbox \
    overlap_searches passkeys payment_file_lines payment_files publications recovery_codes referees \
    registrations reminded_reviews reminders retention_waiting review_versions reviews scores \
    screenings \
    second_factors sessions sponsorships submissions";

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    detail: String,
}

/// What of these statements would read a large table from end to end, each with the line
/// of the plan that says so.
pub fn scans(url: &DatabaseUrl, statements: &[String]) -> Vec<String> {
    let mut plain: Vec<&str> = statements.iter().map(|one| without_values(one)).collect();
    plain.sort_unstable();
    plain.dedup();
    // What adds rows of its own finds none, and what can find none is never looked for.
    let only_adds = |one: &str| one.starts_with("INSERT ") && !one.contains(" SELECT ");
    plain.retain(|one| !only_adds(one) && !one.contains("(1=0)"));
    match url {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(path).expect("the database opens");
            let scans = plain
                .into_iter()
                .flat_map(|one| on_sqlite(&mut connection, one));
            scans.collect()
        }
        DatabaseUrl::Postgres(url) => {
            let mut connection = PgConnection::establish(url).expect("PostgreSQL answers");
            connection
                .batch_execute(PREPARATION)
                .expect("it is prepared");
            let scans = plain
                .into_iter()
                .flat_map(|one| on_postgres(&mut connection, one));
            scans.collect()
        }
    }
}

/// How SQLite would find what a statement asks for, step by step.
pub fn steps(file: &str, statement: &str) -> Vec<String> {
    let mut connection = SqliteConnection::establish(file).expect("the database opens");
    let statement = without_values(statement);
    let lines = sql_query(format!("EXPLAIN QUERY PLAN {statement}")).load(&mut connection);
    let lines: Vec<Line> = lines.expect("it is explained");
    lines.into_iter().map(|line| line.detail).collect()
}

fn without_values(statement: &str) -> &str {
    let words = statement.split(" -- binds").next();
    words.unwrap_or_default()
}

/// Conditions that nearly every row meets: an index that begins by them finds nothing.
const COARSE: [&str; 2] = ["(is_current=?)", "(latest=?)"];

fn is_large(table: &str) -> bool {
    LARGE.split_whitespace().any(|large| large == table)
}

/// Without statistics, as in every installation: a scan stands there only where no index
/// serves. Walking an index in its order is fine for a page of rows.
fn on_sqlite(connection: &mut SqliteConnection, statement: &str) -> Vec<String> {
    let lines: Vec<Line> = sql_query(format!("EXPLAIN QUERY PLAN {statement}"))
        .load(connection)
        .unwrap_or_else(|problem| panic!("{problem}: {statement}"));
    let is_paged = statement.contains(" LIMIT ");
    let bad = lines.into_iter().filter(|line| {
        let detail = line.detail.as_str();
        let scanned = detail.strip_prefix("SCAN ").map(first_word);
        let large = scanned.is_some_and(|name| is_large(table_of(statement, name)));
        let walked = is_paged && detail.contains(" USING ");
        let coarse = COARSE.iter().any(|condition| detail.ends_with(condition));
        detail.contains(" AUTOMATIC ") || coarse || (large && !walked)
    });
    bad.map(|line| format!("{}: {statement}", line.detail))
        .collect()
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// The table that is called by another name in a statement, or by its own.
fn table_of<'a>(statement: &'a str, name: &'a str) -> &'a str {
    let called = [format!("` AS `{name}`"), format!(" {name} ")];
    let places = called
        .iter()
        .filter_map(|call| statement.find(call.as_str()));
    let before = places.map(|place| &statement[..place]);
    let names = before.map(|text| {
        let cut = text.rfind(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        &text[cut.map_or(0, |cut| cut + 1)..]
    });
    let mut tables = names.filter(|one| is_large(one));
    if is_large(name) {
        return name;
    }
    tables.next().unwrap_or(name)
}

/// Tables of stories are so small that reading them is cheapest: it is forbidden here, as
/// are joins that begin by it, so that only what can be found in no other way is read from
/// end to end. What the server has counted meanwhile is forgotten: of tables that were
/// never counted it expects ten pages.
const PREPARATION: &str = "SET enable_seqscan = off; SET enable_hashjoin = off; \
    SET enable_mergejoin = off; SET plan_cache_mode = force_generic_plan; \
    UPDATE pg_class SET reltuples = -1, relpages = 0 \
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace; \
    DELETE FROM pg_statistic WHERE starelid IN \
    (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace); \
    CREATE FUNCTION pg_temp.plan_of(words text) RETURNS SETOF text LANGUAGE plpgsql AS $$ \
    DECLARE line record; BEGIN FOR line IN EXECUTE words LOOP \
    RETURN NEXT line.\"QUERY PLAN\"; END LOOP; END $$";

fn on_postgres(connection: &mut PgConnection, statement: &str) -> Vec<String> {
    let values = (1..).take_while(|place| statement.contains(&format!("${place}")));
    let values: Vec<&str> = values.map(|_| "NULL").collect();
    let given = match values.as_slice() {
        [] => String::new(),
        values => format!("({})", values.join(", ")),
    };
    connection
        .batch_execute(&format!("PREPARE asked AS {statement}"))
        .unwrap_or_else(|problem| panic!("{problem}: {statement}"));
    let lines: Vec<Line> = sql_query("SELECT detail FROM pg_temp.plan_of($1) AS detail")
        .bind::<Text, _>(format!("EXPLAIN EXECUTE asked{given}"))
        .load(connection)
        .unwrap_or_else(|problem| panic!("{problem}: {statement}"));
    connection
        .batch_execute("DEALLOCATE asked")
        .expect("it is forgotten");
    // Of tables as small as these, whatever is to be sorted is walked in its order; whether
    // it could be found otherwise is seen on SQLite, which has the same indexes.
    let is_walked = [" LIMIT ", " ORDER BY "]
        .iter()
        .any(|word| statement.contains(word));
    let next = lines.iter().skip(1).map(|line| line.detail.trim_start());
    let bad = lines.iter().zip(next.chain([""])).filter(|(line, next)| {
        let read = read_whole(&line.detail, next, is_walked);
        read.is_some_and(is_large)
    });
    bad.map(|(line, _)| format!("{}: {statement}", line.detail.trim()))
        .collect()
}

/// The table that a line of a plan reads from end to end, as the line below it tells: an
/// index without a condition is read whole too, unless for a page of rows in its order.
fn read_whole<'a>(line: &'a str, next: &str, is_walked: bool) -> Option<&'a str> {
    let (step, on) = line.split_once(" on ")?;
    let condition = if step.ends_with("Seq Scan") {
        return Some(first_word(on));
    } else if step.ends_with("Bitmap Heap Scan") {
        "Recheck Cond:"
    } else if step.contains("Index Scan ") || step.contains("Index Only Scan ") {
        "Index Cond:"
    } else {
        return None;
    };
    let whole = !is_walked && !next.starts_with(condition);
    whole.then(|| first_word(on))
}
