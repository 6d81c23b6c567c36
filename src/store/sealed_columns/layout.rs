//! Which columns hold sealed texts, and whose key seals them.

/// Columns of a table whose texts are sealed.
#[derive(Debug)]
pub struct Columns {
    pub table: &'static str,
    /// The columns of its primary key, at most three.
    pub(in crate::store) ids: &'static [&'static str],
    /// At most five.
    pub columns: &'static [&'static str],
    pub(super) owner: Owner,
    /// What else has to be true of a row, called `t`, whose texts are sealed, behind `AND`.
    pub(super) among: &'static str,
}

/// How a row of a table, called `t`, leads to its organisation.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner {
    Application,
    Award,
    Decision,
    Review,
    Hit,
    Organisation,
    /// The row is the organisation.
    Itself,
}

impl Owner {
    /// The joins, and the column with the id of the organisation.
    pub(super) fn path(self) -> (&'static str, &'static str) {
        match self {
            Self::Application => (
                "JOIN applications a ON a.id = t.application_id",
                "a.organisation_id",
            ),
            Self::Award => (
                "JOIN awards w ON w.id = t.award_id JOIN applications a ON a.id = w.application_id",
                "a.organisation_id",
            ),
            Self::Decision => (
                "JOIN decisions d ON d.id = t.decision_id \
                 JOIN applications a ON a.id = d.application_id",
                "a.organisation_id",
            ),
            Self::Review => (
                "JOIN reviews v ON v.id = t.review_id JOIN applications a ON a.id = v.application_id",
                "a.organisation_id",
            ),
            Self::Hit => ("JOIN list_hits h ON h.id = t.hit_id", "h.organisation_id"),
            Self::Organisation => ("", "t.organisation_id"),
            Self::Itself => ("", "t.id"),
        }
    }
}

const fn of(
    owner: Owner,
    table: &'static str,
    ids: &'static [&'static str],
    columns: &'static [&'static str],
) -> Columns {
    Columns {
        table,
        ids,
        columns,
        owner,
        among: "",
    }
}

/// The same where not every row is sealed.
const fn among(among: &'static str, of: Columns) -> Columns {
    Columns {
        table: of.table,
        ids: of.ids,
        columns: of.columns,
        owner: of.owner,
        among,
    }
}

/// Every table with sealed texts in their own columns.
pub const ALL: &[Columns] = &[
    of(
        Owner::Award,
        "award_reports",
        &["award_id", "position"],
        &["words", "note"],
    ),
    of(
        Owner::Award,
        "award_report_versions",
        &["award_id", "position", "number"],
        &["words", "note"],
    ),
    of(Owner::Award, "award_reasons", &["id"], &["words"]),
    of(
        Owner::Award,
        "award_amendments",
        &["award_id", "number"],
        &["words"],
    ),
    of(
        Owner::Application,
        "clarifications",
        &["id"],
        &["question", "answer"],
    ),
    of(Owner::Application, "discussion_posts", &["id"], &["body"]),
    of(
        Owner::Application,
        "decisions",
        &["id"],
        &[
            "rationale",
            "feedback",
            "waiver",
            "over_budget",
            "deviation",
        ],
    ),
    of(
        Owner::Decision,
        "conditions",
        &["decision_id", "position"],
        &["text", "reason"],
    ),
    of(
        Owner::Decision,
        "decision_letters",
        &["decision_id", "account_id"],
        &["subject", "body"],
    ),
    of(
        Owner::Decision,
        "decision_reopenings",
        &["decision_id"],
        &["reason"],
    ),
    of(Owner::Decision, "appeals", &["id"], &["words", "answer"]),
    of(Owner::Application, "reviews", &["id"], &["comment"]),
    of(
        Owner::Review,
        "scores",
        &["review_id", "criterion_id"],
        &["justification"],
    ),
    of(
        Owner::Review,
        "review_versions",
        &["review_id", "version"],
        &["reason"],
    ),
    of(Owner::Application, "diligence_steps", &["id"], &["note"]),
    of(
        Owner::Organisation,
        "holds",
        &["id"],
        &["reason", "ended_reason"],
    ),
    of(
        Owner::Application,
        "hold_passes",
        &["hold_id", "application_id"],
        &["reason"],
    ),
    of(Owner::Hit, "list_answers", &["id"], &["reason"]),
    of(Owner::Application, "screenings", &["id"], &["note"]),
    of(
        Owner::Application,
        "filings",
        &["application_id"],
        &["note"],
    ),
    of(
        Owner::Application,
        "declarations",
        &["application_id", "account_id"],
        &["note"],
    ),
    of(Owner::Organisation, "legal_documents", &["id"], &["note"]),
    of(Owner::Organisation, "us_pathways", &["id"], &["note"]),
    of(
        Owner::Application,
        "meeting_items",
        &["meeting_id", "application_id"],
        &["note"],
    ),
    of(
        Owner::Application,
        "abstentions",
        &["application_id", "account_id"],
        &["reason"],
    ),
    of(
        Owner::Application,
        "conflict_records",
        &["application_id", "account_id", "number"],
        &["reason", "ended_reason"],
    ),
    of(
        Owner::Application,
        "application_overlaps",
        &["application_id", "entry"],
        &["reason"],
    ),
    of(
        Owner::Decision,
        "list_acknowledgements",
        &["decision_id"],
        &["reason"],
    ),
    of(
        Owner::Decision,
        "diligence_acknowledgements",
        &["decision_id"],
        &["reason"],
    ),
    of(
        Owner::Award,
        "disbursements",
        &["id"],
        &["programme_reason", "finance_reason", "dropped_reason"],
    ),
    of(Owner::Organisation, "list_hits", &["id"], &["evidence"]),
    of(
        Owner::Application,
        "certifications",
        &["id"],
        &["officer_name", "officer_role"],
    ),
    of(
        Owner::Application,
        "retention_keeps",
        &["application_id"],
        &["reason"],
    ),
    // Under a code name. A purge leaves a mark in place of the name, which names nobody.
    among(
        " AND t.code_name <> '' AND t.name_latin <> '(' || substr(t.id, 29) || ')'",
        of(
            Owner::Itself,
            "organisations",
            &["id"],
            &["name_latin", "name_arabic", "name_hebrew", "website"],
        ),
    ),
    among(
        " AND t.organisation_id IN \
         (SELECT o.id FROM organisations o WHERE o.code_name <> '')",
        of(
            Owner::Organisation,
            "registrations",
            &["organisation_id", "position"],
            &["number"],
        ),
    ),
    // The column of former releases: `award_reasons` holds them.
    of(Owner::Application, "awards", &["id"], &["ended_reason"]),
];

/// The columns of a table whose texts are sealed, if there are any.
pub(in crate::store) fn of_table(table: &str) -> Option<&'static Columns> {
    ALL.iter().find(|one| one.table == table)
}
