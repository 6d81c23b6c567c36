//! What is kept about a person, and about an organisation as its own people may read it:
//! table by table, in columns that hold no secret, hash or place on the disk.

mod sealed;

use diesel::prelude::*;
use diesel::sql_types::Text;
use serde_json::{Map, Value};

use self::sealed::Hidden;
use super::attachment;
use super::conflict::StoreError;
use super::connection::{AnyConnection, Reader};
use super::envelope::Ring;
use super::schema::{applications, attachments};
use super::sealed_columns;
use crate::domain::file::Content;
use crate::domain::{ApplicationId, FileId, Moment, OrganisationId};

/// A part of a copy.
pub struct Section {
    /// Its file in the copy, without the ending.
    pub name: &'static str,
    /// The message that says what it holds.
    pub label: &'static str,
    table: &'static str,
    columns: &'static [&'static str],
    /// `$1` is the person or the organisation.
    condition: &'static str,
}

macro_rules! sections {
    ($($name:literal, $label:literal, $table:literal, [$($column:literal),+], $condition:expr;)+) => {
        &[$(Section {
            name: $name,
            label: $label,
            table: $table,
            columns: &[$($column),+],
            condition: $condition,
        }),+]
    };
}

/// What concerns no application that the person is kept away from.
macro_rules! in_sight {
    ($head:literal) => {
        concat!(
            $head,
            " AND application_id NOT IN \
             (SELECT application_id FROM conflicts WHERE account_id = $1)"
        )
    };
}

/// Rows of the organisation’s applications.
macro_rules! of_applications {
    ($head:literal) => {
        concat!(
            $head,
            " IN (SELECT id FROM applications WHERE organisation_id = $1)"
        )
    };
}

/// Rows of its awards that were laid before it.
macro_rules! of_awards {
    () => {
        "award_id IN (SELECT w.id FROM awards w JOIN applications a ON a.id = w.application_id \
         WHERE a.organisation_id = $1 AND w.offered_at IS NOT NULL)"
    };
}

/// About a person. Of what they did in the log, times and deeds alone.
pub const PERSON: &[Section] = sections![
    "account", "own-data-account", "accounts",
        ["id", "email", "name", "language", "time_zone", "created_at", "confirmed_at",
         "disabled_at", "notice_frequency", "reminders_muted_at"], "id = $1";
    "roles", "own-data-roles", "account_roles", ["granted_at", "role"], "account_id = $1";
    "sessions", "own-data-sessions", "sessions", ["created_at", "seen_at", "agent"],
        "account_id = $1";
    "browsers", "own-data-browsers", "known_browsers", ["first_at", "seen_at"], "account_id = $1";
    "provider", "own-data-provider", "openid_links", ["linked_at", "issuer", "subject"],
        "account_id = $1";
    "second_step", "own-data-second-step", "second_factors", ["created_at"], "account_id = $1";
    "passkeys", "own-data-passkeys", "passkeys", ["created_at", "name", "used_at"],
        "account_id = $1";
    "memberships", "own-data-memberships", "memberships",
        ["joined_at", "organisation_id", "role"], "account_id = $1";
    "affiliations", "own-data-affiliations", "affiliations",
        ["added_at", "organisation", "domain", "role", "until_day", "removed_at"],
        "account_id = $1";
    "reviewing", "own-data-reviewing", "reviewer_profiles",
        ["saved_at", "languages", "places", "expertise", "cap"], "account_id = $1";
    "letters", "own-data-letters", "outbox", ["created_at", "subject", "body", "sent_at"],
        "recipient = (SELECT email FROM accounts WHERE id = $1)";
    "messages", "own-data-messages", "messages", ["posted_at", "application_id", "body"],
        in_sight!("author_id = $1");
    "discussion", "own-data-discussion", "discussion_posts",
        ["posted_at", "application_id", "body", "withdrawn_at"], in_sight!("author_id = $1");
    "reviews", "own-data-reviews", "reviews",
        ["saved_at", "id", "application_id", "comment", "recommendation", "confidence",
         "submitted_at"], in_sight!("reviewer_id = $1");
    "scores", "own-data-scores", "scores",
        ["review_id", "criterion_id", "judgement", "justification"],
        concat!("review_id IN (SELECT id FROM reviews WHERE ",
            in_sight!("reviewer_id = $1"), ")");
    "declarations", "own-data-declarations", "declarations",
        ["declared_at", "application_id", "kind", "note"], in_sight!("account_id = $1");
    "abstentions", "own-data-abstentions", "abstentions",
        ["abstained_at", "application_id", "reason"], in_sight!("account_id = $1");
    "keys", "own-data-keys", "access_tokens",
        ["made_at", "name", "scopes", "expires_at", "ended_at"], "made_by = $1";
    "requests", "own-data-requests", "erasure_requests",
        ["asked_at", "subject", "granted", "reason", "answered_at", "withdrawn_at"],
        "asked_by = $1";
    "log", "own-data-log", "audit_events", ["at", "action", "object_kind"], "actor_id = $1";
];

/// About an organisation, as far as its people may read it anyway.
pub const ORGANISATION: &[Section] = sections![
    "organisation", "own-data-organisation", "organisations",
        ["id", "name_latin", "name_arabic", "name_hebrew", "base", "community", "legal_form",
         "website", "code_name", "created_at"], "id = $1";
    "registrations", "own-data-registrations", "registrations",
        ["position", "register", "number"], "organisation_id = $1";
    "people", "own-data-people",
        "memberships JOIN accounts ON accounts.id = memberships.account_id",
        ["joined_at", "name", "email", "role"], "organisation_id = $1";
    "invitations", "own-data-invitations", "member_invitations",
        ["created_at", "email", "role", "expires_at", "ended_at"], "organisation_id = $1";
    "profile", "own-data-profile", "organisation_sections", ["section", "answers", "saved_at"],
        "organisation_id = $1";
    "applications", "own-data-applications", "applications",
        ["id", "reference", "title", "requested_minor", "created_at", "submitted_at"],
        "organisation_id = $1";
    "drafts", "own-data-drafts", "application_sections",
        ["application_id", "section", "answers", "saved_at"], of_applications!("application_id");
    "submissions", "own-data-submissions", "submissions",
        ["application_id", "version", "submitted_at", "answers"],
        of_applications!("application_id");
    "certifications", "own-data-certifications", "certifications",
        ["certified_at", "application_id", "officer_name", "officer_role"],
        of_applications!("application_id");
    "files", "own-data-files", "attachments",
        ["id", "application_id", "question", "name", "size", "uploaded_at", "removed_at"],
        of_applications!("application_id");
    "clarifications", "own-data-clarifications", "clarifications",
        ["asked_at", "application_id", "question", "due_at", "answer", "answered_at"],
        of_applications!("application_id");
    "messages", "own-data-messages", "messages",
        ["posted_at", "application_id", "from_staff", "body"], of_applications!("application_id");
    "letters", "own-data-decision-letters", "decision_letters",
        ["sent_at", "language", "subject", "body"],
        concat!("decision_id IN (SELECT id FROM decisions WHERE ",
            of_applications!("application_id"), ")");
    "awards", "own-data-awards", "awards",
        ["id", "application_id", "amount_minor", "currency", "starts_on", "ends_on", "agreed_at",
         "agreed_name"],
        concat!("offered_at IS NOT NULL AND ", of_applications!("application_id"));
    "tranches", "own-data-tranches", "award_tranches",
        ["award_id", "position", "amount_minor", "due_on"], of_awards!();
    "reports", "own-data-reports", "award_reports",
        ["award_id", "position", "kind", "due_on", "words", "spent_minor", "sent_at"],
        of_awards!();
    "payments", "own-data-payments", "disbursements",
        ["paid_on", "award_id", "amount_minor", "paid_minor", "paid_currency"],
        concat!("paid_on IS NOT NULL AND ", of_awards!());
];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The rows of a section as one JSON text: objects by name of the column, times as RFC 3339.
pub fn section(reader: &mut Reader, section: &Section, id: &str) -> Result<String, StoreError> {
    let hidden = sealed::hidden(section.table);
    let mut columns = section.columns.to_vec();
    columns.extend(hidden.iter().flat_map(Hidden::columns));
    let texts = sealed_columns::of_table(section.table);
    columns.extend(texts.iter().flat_map(|of| of.ids));
    let owned = sealed::OWNED.contains(&section.table);
    if owned {
        columns.extend(["id", "sealed"]);
    }
    let words = |array: &str| {
        format!(
            "SELECT CAST({array}({}) AS TEXT) AS line FROM {} WHERE {} ORDER BY {}",
            columns.join(", "),
            section.table,
            section.condition,
            section.columns[0],
        )
    };
    let id = id.to_owned();
    let lines: Vec<Line> = match reader.connection() {
        AnyConnection::Sqlite(connection) => diesel::sql_query(words("json_array"))
            .bind::<Text, _>(id)
            .load(connection)?,
        AnyConnection::Postgres(connection) => diesel::sql_query(words("json_build_array"))
            .bind::<Text, _>(id)
            .load(connection)?,
    };
    let unread = |_| StoreError::Damaged(format!("a row of {} can’t be read", section.table));
    let rows: Result<Vec<Vec<Value>>, StoreError> = lines
        .iter()
        .map(|line| serde_json::from_str(&line.line).map_err(unread))
        .collect();
    let mut rows = rows?;
    if let Some(hidden) = &hidden {
        hidden.open(reader, section, &mut rows)?;
    }
    if let Some(of) = texts {
        sealed::open_texts(reader, of, section, &mut rows)?;
    }
    if owned {
        sealed::open_owned(reader, section, &mut rows)?;
    }
    let rows: Vec<Value> = rows.into_iter().map(|row| named(section, row)).collect();
    let damaged = |_| StoreError::Damaged(format!("{} can’t be written", section.name));
    serde_json::to_string_pretty(&rows).map_err(damaged)
}

/// A row with the names of its columns.
fn named(section: &Section, row: Vec<Value>) -> Value {
    let pairs = section.columns.iter().zip(row);
    let told = pairs.map(|(column, value)| ((*column).to_owned(), readable(column, value)));
    Value::Object(told.collect::<Map<String, Value>>())
}

/// A value as people read it: an instant with its date, answers as what they are.
fn readable(column: &str, value: Value) -> Value {
    let is_time = column == "at" || column.ends_with("_at");
    match &value {
        Value::Number(number) if is_time => match number.as_i64() {
            Some(micros) => Value::String(Moment::from_micros(micros).rfc3339()),
            None => value,
        },
        Value::String(text) if column == "answers" => serde_json::from_str(text).unwrap_or(value),
        _ => value,
    }
}

/// A file of a copy: its name, and where and how the content lies.
pub struct File {
    pub id: FileId,
    pub name: String,
    pub key: String,
    pub content: Content,
}

type FileColumns = (FileId, ApplicationId, String, String, Option<String>);

/// The files of an organisation's applications, without those whose key is gone.
pub fn files(reader: &mut Reader, organisation: OrganisationId) -> Result<Vec<File>, StoreError> {
    let own = applications::table
        .filter(applications::organisation_id.eq(organisation))
        .select(applications::id);
    let found: Vec<FileColumns> = attachments::table
        .filter(attachments::application_id.eq_any(own))
        .order(attachments::id)
        .select((
            attachments::id,
            attachments::application_id,
            attachments::name,
            attachments::storage_key,
            attachments::sealed,
        ))
        .load(reader.connection())?;
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.4.as_deref()))?;
    let keys = (reader.vault(), &ring);
    let mut files = Vec::new();
    for (id, application, clear, key, sealed) in found {
        let kept = (sealed.as_deref(), clear);
        let (name, content) = attachment::named(kept, keys, (application, id))?;
        if content != Content::Shut {
            files.push(File {
                id,
                name,
                key,
                content,
            });
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_answers_are_readable() {
        let time = readable("sent_at", Value::from(0));
        assert!(time.as_str().unwrap().starts_with("1970-01-01T00:00:00"));
        let answers = readable("answers", Value::from("{\"title\":1}"));
        assert_eq!(answers["title"], 1);
        assert_eq!(readable("words", Value::from("{")), Value::from("{"));
        assert_eq!(readable("seen_at", Value::Null), Value::Null);
    }
}
