//! What an agreement says, in its language: as both sides read it on a page and on paper.

use super::words;
use crate::actions::award::Case;
use crate::domain::award::Tranche;
use crate::i18n::Locale;
use crate::store::award::ReportRow;

/// The terms in words.
pub struct Terms {
    /// Labels with their values.
    pub facts: Vec<(String, String)>,
    pub conditions: Vec<String>,
    /// Number, amount, day, what has to be before.
    pub tranches: Vec<[String; 4]>,
    /// Number, kind, day.
    pub reports: Vec<[String; 3]>,
    /// What holds of every award.
    pub clauses: Vec<String>,
}

/// The clauses that every agreement has.
const CLAUSES: [&str; 7] = [
    "award-clause-purpose",
    "award-clause-law",
    "award-clause-records",
    "award-clause-reports",
    "award-clause-changes",
    "award-clause-safety",
    "award-clause-end",
];

impl Terms {
    /// The terms of an award in a language.
    pub fn of(t: Locale, case: &Case) -> Self {
        let fact = |key: &str, value: String| (t.say(key), value);
        let language = t.language();
        let facts = vec![
            fact("award-grantee", case.owner.name(language).to_owned()),
            fact(
                "award-programme",
                case.programme.name.get(language).to_owned(),
            ),
            fact("award-project", case.application.title.clone()),
            fact("application-reference", case.application.reference.clone()),
            fact("award-amount", t.money(case.award.amount())),
            fact("award-period", words::period(t, case)),
        ];
        let tranches = (1_usize..).zip(&case.tranches);
        Self {
            facts,
            conditions: case.conditions.clone(),
            tranches: tranches
                .map(|(n, one)| tranche(t, case, (n, one)))
                .collect(),
            reports: case.reports.iter().map(|one| report(t, one)).collect(),
            clauses: CLAUSES.iter().map(|key| t.say(key)).collect(),
        }
    }
}

fn tranche(t: Locale, case: &Case, (n, one): (usize, &Tranche)) -> [String; 4] {
    let number = i64::try_from(n).unwrap_or(i64::MAX);
    [
        t.number(number),
        t.money(case.award.money(one.minor)),
        t.day(one.due),
        after(t, one),
    ]
}

/// What has to be before a tranche, in words; empty for nothing.
pub fn after(t: Locale, one: &Tranche) -> String {
    let report = one.after_report;
    report.map_or_else(String::new, |n| t.with("award-after-report", "n", n))
}

fn report(t: Locale, one: &ReportRow) -> [String; 3] {
    [
        t.number(one.position.into()),
        t.say(words::report_key(one.kind)),
        t.day(one.due_on),
    ]
}
