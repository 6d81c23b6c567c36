//! Migrations only expand, and hold up nobody: the former release serves on while they run
//! and afterwards.

/// Those that take something away all the same, with why that hurts nobody.
const CONTRACTING: [(&str, &str); 2] = [
    ("000030_legal_status", "before anything was released"),
    (
        "000187_rolling_rounds",
        "the columns keep their names, and may be empty afterwards",
    ),
];

/// The migrations before this one may build an index while nobody writes its table.
const FORMER: &str = "migrations/2026-11-30-000293";

/// Statements in upper case, without remarks and with single spaces.
fn statements(text: &str) -> Vec<String> {
    let code = text.lines().map(|line| line.split("--").next());
    let code: Vec<&str> = code.map(Option::unwrap_or_default).collect();
    let code = code.join("\n").to_uppercase();
    let statements = code.split(';').map(|one| {
        let words: Vec<&str> = one.split_whitespace().collect();
        words.join(" ")
    });
    statements.filter(|one| !one.is_empty()).collect()
}

/// What the former release could not live with.
pub fn contracted(path: &str, text: &str) -> Vec<String> {
    let known = CONTRACTING.iter().any(|(name, _)| path.contains(name));
    if known || !path.ends_with("/up.sql") {
        return Vec::new();
    }
    statements(text)
        .iter()
        .filter(|statement| takes_away(statement))
        .map(|statement| {
            format!("{path}: {statement}: the former release can’t go on (migrations/README.md)")
        })
        .collect()
}

fn takes_away(statement: &str) -> bool {
    let has = |words: &str| statement.contains(words);
    let must_be_given = has(" ADD COLUMN ") && has(" NOT NULL") && !has(" DEFAULT ");
    statement.starts_with("DROP ")
        || (statement.starts_with("ALTER ") && (has(" DROP ") || has(" RENAME ") || must_be_given))
}

/// What would keep people from writing while an index is built. `beside` is the text that
/// names the migrations whose indexes PostgreSQL builds beside those who write.
pub fn holding_up(path: &str, text: &str, beside: &str) -> Vec<String> {
    if !path.ends_with("/up.sql") || path < FORMER {
        return Vec::new();
    }
    let (all, is_beside) = (statements(text), beside.contains(path));
    let wrong = all.iter().filter_map(|statement| {
        let why = match table_of_index(statement) {
            None if is_beside => "only indexes are built beside others",
            Some("AUDIT_EVENTS") => "every write waits for its lock on that table",
            Some(table) if !is_beside && !is_made(&all, table) => {
                "who writes waits; name the migration in BESIDE"
            }
            Some(_) if is_beside && !statement.starts_with("CREATE INDEX ") => {
                "only plain indexes are built beside others"
            }
            _ => return None,
        };
        Some(format!("{path}: {statement}: {why} (migrations/README.md)"))
    });
    wrong.collect()
}

/// The table on which a statement makes an index.
fn table_of_index(statement: &str) -> Option<&str> {
    let made = ["CREATE INDEX ", "CREATE UNIQUE INDEX "];
    let index = made
        .iter()
        .find_map(|words| statement.strip_prefix(words))?;
    let (_, table) = index.split_once(" ON ")?;
    table.split([' ', '(']).next()
}

/// Whether a migration makes a table itself, so that it is empty yet.
fn is_made(statements: &[String], table: &str) -> bool {
    let made = format!("CREATE TABLE {table} ");
    statements.iter().any(|one| one.starts_with(&made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_people_from_writing_is_seen() {
        let path = "migrations/2026-12-01-000001_x/up.sql";
        let alone = "CREATE INDEX a_by_b ON a (b);\nCREATE INDEX c_by_d ON c(d)\n WHERE e;";
        let check = |text: &str, beside: &str| holding_up(path, text, beside).len();
        assert_eq!(check(alone, ""), 2);
        assert_eq!(check(alone, &format!("include_str!(\"../{path}\")")), 0);
        let new = "CREATE TABLE a (b TEXT); CREATE UNIQUE INDEX a_by_b ON a (b);";
        assert_eq!(check(new, ""), 0);
        assert_eq!(check(new, path), 2);
        assert_eq!(check("CREATE UNIQUE INDEX a_by_b ON a (b)", path), 1);
        let log = "create index log_by_verb on audit_events (verb)";
        assert_eq!(check(log, "") + check(log, path), 2);
        let before = holding_up("migrations/2026-11-30-000261_x/up.sql", alone, "");
        assert_eq!(before, [""; 0]);
        let down = holding_up("migrations/2026-12-01-000001_x/down.sql", log, "");
        assert_eq!(down, [""; 0]);
    }

    #[test]
    fn what_takes_something_away_is_seen() {
        let check = |text: &str| contracted("migrations/x/up.sql", text).len();
        for text in [
            "CREATE TABLE a (b TEXT NOT NULL);\nDROP TABLE c;",
            "drop index a_by_b",
            "ALTER TABLE a\n  DROP COLUMN b",
            "ALTER TABLE a RENAME COLUMN b TO c",
            "ALTER TABLE a ADD COLUMN b TEXT NOT NULL",
        ] {
            assert_eq!(check(text), 1, "{text}");
        }
        for text in [
            "-- Nothing here to DROP;\nALTER TABLE a ADD COLUMN b TEXT; -- NOT NULL later",
            "ALTER TABLE a ADD COLUMN b BOOLEAN NOT NULL DEFAULT FALSE",
            "UPDATE a SET b = 'DROP '",
        ] {
            assert_eq!(check(text), 0, "{text}");
        }
        assert_eq!(contracted("migrations/x/down.sql", "DROP TABLE a"), [""; 0]);
    }
}
