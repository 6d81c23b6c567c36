//! Migrations only expand: the former release serves on while they run and afterwards.

/// Those that take something away all the same, with why that hurts nobody.
const CONTRACTING: [(&str, &str); 2] = [
    ("000030_legal_status", "before anything was released"),
    (
        "000187_rolling_rounds",
        "the columns keep their names, and may be empty afterwards",
    ),
];

/// What the former release could not live with.
pub fn contracted(path: &str, text: &str) -> Vec<String> {
    let known = CONTRACTING.iter().any(|(name, _)| path.contains(name));
    if known || !path.ends_with("/up.sql") {
        return Vec::new();
    }
    let code = text.lines().map(|line| line.split("--").next());
    let code: Vec<&str> = code.map(Option::unwrap_or_default).collect();
    let code = code.join("\n").to_uppercase();
    let statements = code.split(';').map(|one| {
        let words: Vec<&str> = one.split_whitespace().collect();
        words.join(" ")
    });
    statements
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

#[cfg(test)]
mod tests {
    use super::*;

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
