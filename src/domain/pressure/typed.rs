//! Incidents and assessments as staff type them.

use super::super::engagement::past_day;
use super::super::moment::Day;
use super::super::numerals::{many_lines, one_line, western};
use super::super::{Country, Currency, Message, Money, Problems};
use super::{Certainty, FUNDING_LOSS, Happening, Incident, Precision, Source};

/// Most characters of a note and of a reason.
const TEXT_MOST: usize = 2000;
/// Most characters of a place and of a reference.
const LINE_MOST: usize = 300;

/// An incident as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedIncident {
    pub kind: String,
    /// A day, or a month as `2026-03` or `3/2026`.
    pub day: String,
    /// Code or name of a country; may be empty.
    pub country: String,
    pub locality: String,
    pub source: String,
    pub reference: String,
    pub certainty: String,
    pub amount: String,
    pub currency: String,
    pub note: String,
    /// Made with the page: a second press adds nothing.
    pub press: String,
}

/// What somebody found about an incident, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedAssessment {
    /// Code of a certainty, or `mistaken`.
    pub verdict: String,
    pub source: String,
    pub reference: String,
    pub reason: String,
    /// Made with the page: a second press changes nothing.
    pub press: String,
}

/// How sure it is by now, or that it is not so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Sure(Certainty),
    Mistaken,
}

/// Posted code of [`Verdict::Mistaken`].
const MISTAKEN: &str = "mistaken";

impl Verdict {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::Sure(Certainty::Claimed),
        Self::Sure(Certainty::Corroborated),
        Self::Sure(Certainty::Verified),
        Self::Mistaken,
    ];

    /// Posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sure(certainty) => certainty.code(),
            Self::Mistaken => MISTAKEN,
        }
    }

    /// The verdict of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What somebody found about an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub verdict: Verdict,
    pub source: Source,
    pub reference: String,
    pub reason: String,
}

/// Reads an incident of one of these kinds, or lost funding.
pub fn read_incident(
    typed: &TypedIncident,
    kinds: &[String],
    today: Day,
) -> Result<Incident, Problems> {
    let mut problems = Problems::default();
    let choice = || Message::new("error-choice");
    if typed.kind != FUNDING_LOSS && !kinds.contains(&typed.kind) {
        problems.add("kind", choice());
    }
    let when = problems.take("day", day_or_month(&typed.day, today));
    let country = problems.take("country", country(&typed.country)).flatten();
    let locality = line(&mut problems, "locality", &typed.locality);
    let (source, reference) = read_source(&mut problems, &typed.source, &typed.reference);
    let certainty = Certainty::from_code(&typed.certainty).ok_or_else(choice);
    let certainty = problems.take("certainty", certainty);
    sure(&mut problems, "certainty", certainty, source);
    let amount = amount(&mut problems, typed);
    let note = text(&mut problems, "note", &typed.note);
    match (when, source, certainty) {
        (Some((day, precision)), Some(source), Some(certainty)) if problems.is_empty() => {
            Ok(Incident {
                happening: Happening {
                    kind: typed.kind.clone(),
                    day,
                    precision,
                    country,
                    locality,
                    amount,
                },
                source,
                reference,
                certainty,
                note,
            })
        }
        _ => Err(problems),
    }
}

/// Reads an assessment, which needs a reason.
pub fn read_assessment(typed: &TypedAssessment) -> Result<Assessment, Problems> {
    let mut problems = Problems::default();
    let choice = || Message::new("error-choice");
    let verdict = Verdict::from_code(&typed.verdict).ok_or_else(choice);
    let verdict = problems.take("verdict", verdict);
    let (source, reference) = read_source(&mut problems, &typed.source, &typed.reference);
    if let Some(Verdict::Sure(certainty)) = verdict {
        sure(&mut problems, "source", Some(certainty), source);
    }
    let reason = text(&mut problems, "reason", &typed.reason);
    if reason.is_empty() && problems.of("reason").is_none() {
        problems.add("reason", Message::new("error-required"));
    }
    match (verdict, source) {
        (Some(verdict), Some(source)) if problems.is_empty() => Ok(Assessment {
            verdict,
            source,
            reference,
            reason,
        }),
        _ => Err(problems),
    }
}

/// What an organisation says of itself makes nothing surer.
fn sure(
    problems: &mut Problems,
    field: &str,
    certainty: Option<Certainty>,
    source: Option<Source>,
) {
    let own = source == Some(Source::Applicant);
    if own && certainty.is_some_and(|one| one > Certainty::Claimed) {
        problems.add(field, Message::new("error-incident-own-word"));
    }
}

fn read_source(problems: &mut Problems, code: &str, reference: &str) -> (Option<Source>, String) {
    let source = Source::from_code(code).ok_or_else(|| Message::new("error-choice"));
    let source = problems.take("source", source);
    let reference = line(problems, "reference", reference);
    let link = reference.starts_with("https://") || reference.starts_with("http://");
    if source == Some(Source::Press) && !link {
        problems.add("reference", Message::new("error-incident-link"));
    }
    if source == Some(Source::Court) && reference.is_empty() {
        problems.add("reference", Message::new("error-incident-paper"));
    }
    (source, reference)
}

/// A day, or a month, that is not ahead.
fn day_or_month(typed: &str, today: Day) -> Result<(Day, Precision), Message> {
    let western = western(typed.trim());
    let parts: Vec<&str> = western.split(['-', '/', '.']).collect();
    let month = match parts.as_slice() {
        [year, month] if year.len() == 4 => Some(format!("{year}-{month}-1")),
        [month, year] if year.len() == 4 => Some(format!("{year}-{month}-1")),
        _ => None,
    };
    match month {
        Some(month) => Ok((past_day(&month, today)?, Precision::Month)),
        None => Ok((past_day(typed, today)?, Precision::Day)),
    }
}

fn country(typed: &str) -> Result<Option<Country>, Message> {
    match typed.trim() {
        "" => Ok(None),
        typed => Country::parse(typed).map(Some),
    }
}

/// The amount of lost funding; typed for another kind it is refused, so that nothing
/// typed is lost silently.
fn amount(problems: &mut Problems, typed: &TypedIncident) -> Option<Money> {
    let lost = typed.kind == FUNDING_LOSS;
    match (typed.amount.trim(), lost) {
        ("", false) => None,
        ("", true) => {
            problems.add("amount", Message::new("error-required"));
            None
        }
        (_, false) => {
            problems.add("amount", Message::new("error-incident-amount"));
            None
        }
        (text, true) => {
            let currency = problems.take("currency", Currency::parse(&typed.currency))?;
            let positive = Money::parse(text, currency).and_then(|money| match money.minor > 0 {
                true => Ok(money),
                false => Err(Message::new("error-amount")),
            });
            problems.take("amount", positive)
        }
    }
}

fn line(problems: &mut Problems, field: &str, typed: &str) -> String {
    limited(problems, field, one_line(typed), LINE_MOST)
}

fn text(problems: &mut Problems, field: &str, typed: &str) -> String {
    limited(problems, field, many_lines(typed), TEXT_MOST)
}

fn limited(problems: &mut Problems, field: &str, text: String, most: usize) -> String {
    if text.chars().count() > most {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        problems.add(field, Message::new("error-too-long").with("most", most));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedIncident {
        TypedIncident {
            kind: "raid".to_owned(),
            day: "3/2026".to_owned(),
            country: "Palestine".to_owned(),
            source: "press".to_owned(),
            reference: "https://press.example/raid".to_owned(),
            certainty: "corroborated".to_owned(),
            ..TypedIncident::default()
        }
    }

    fn read(typed: &TypedIncident) -> Result<Incident, Problems> {
        read_incident(
            typed,
            &["raid".to_owned()],
            Day::parse("2026-11-29").unwrap(),
        )
    }

    #[test]
    fn a_month_is_enough_and_days_ahead_are_refused() {
        let incident = read(&typed()).unwrap();
        assert_eq!(incident.happening.month(), "2026-03");
        assert_eq!(incident.happening.precision, Precision::Month);
        for day in ["2027-01-01", "2026-13", "12/2026", "soon", ""] {
            let wrong = TypedIncident {
                day: day.to_owned(),
                ..typed()
            };
            assert!(read(&wrong).unwrap_err().of("day").is_some(), "{day}");
        }
    }

    #[test]
    fn sources_are_named_and_ones_own_word_is_a_claim() {
        let with = |source: &str, reference: &str, certainty: &str| {
            read(&TypedIncident {
                source: source.to_owned(),
                reference: reference.to_owned(),
                certainty: certainty.to_owned(),
                ..typed()
            })
        };
        let field = |read: Result<Incident, Problems>| read.unwrap_err().0[0].field.clone();
        assert_eq!(field(with("press", "a paper", "claimed")), "reference");
        assert_eq!(field(with("press", "javascript:x", "claimed")), "reference");
        assert_eq!(field(with("court", "", "verified")), "reference");
        assert_eq!(field(with("applicant", "", "verified")), "certainty");
        assert!(with("applicant", "", "claimed").is_ok());
        assert!(with("staff", "", "verified").is_ok());
    }

    #[test]
    fn only_lost_funding_has_an_amount() {
        let with = |kind: &str, amount: &str, currency: &str| {
            read(&TypedIncident {
                kind: kind.to_owned(),
                amount: amount.to_owned(),
                currency: currency.to_owned(),
                ..typed()
            })
        };
        let lost = with(FUNDING_LOSS, "12,500", "EUR").unwrap();
        assert_eq!(lost.happening.amount.unwrap().minor, 1_250_000);
        for (kind, amount, currency, field) in [
            ("raid", "5", "EUR", "amount"),
            (FUNDING_LOSS, "", "EUR", "amount"),
            (FUNDING_LOSS, "0", "EUR", "amount"),
            (FUNDING_LOSS, "5", "XXQ", "currency"),
            ("party", "", "", "kind"),
        ] {
            let problems = with(kind, amount, currency).unwrap_err();
            assert!(problems.of(field).is_some(), "{kind} {amount} {currency}");
        }
    }

    #[test]
    fn an_assessment_has_a_reason_and_another_source() {
        let found = |verdict: &str, source: &str, reason: &str| {
            read_assessment(&TypedAssessment {
                verdict: verdict.to_owned(),
                source: source.to_owned(),
                reason: reason.to_owned(),
                ..TypedAssessment::default()
            })
        };
        let seen = found("verified", "staff", "Seen the order.").unwrap();
        assert_eq!(seen.verdict, Verdict::Sure(Certainty::Verified));
        assert!(found("mistaken", "applicant", "They say so themselves.").is_ok());
        let own = found("corroborated", "applicant", "They say so.").unwrap_err();
        assert_eq!(own.of("source").unwrap().key, "error-incident-own-word");
        let silent = found("mistaken", "staff", " ").unwrap_err();
        assert_eq!(silent.of("reason").unwrap().key, "error-required");
    }
}
