//! A round's decisions, one row an application. Codes and RFC 3339 times in UTC,
//! amounts as plain decimals, scores with two decimals: for programs as well as
//! for people.

use std::collections::BTreeMap;

pub use super::figures::{Figures, hundredths};
use super::yes_no;
use crate::domain::application::Status;
use crate::domain::decision::{Condition, Decision};
use crate::domain::organisation::{Organisation, Registration};
use crate::domain::rate::Conversion;
use crate::domain::rubric::Rubric;
use crate::domain::{AccountId, Currency, Moment, Money};
use crate::exchange::sheet::Column;

/// One application.
pub struct Line<'a> {
    pub reference: &'a str,
    pub organisation: &'a Organisation,
    pub status: Status,
    /// The round's.
    pub currency: Currency,
    pub requested_minor: Option<i64>,
    /// What was asked for in another currency, and its rate.
    pub conversion: Option<Conversion>,
    pub figures: Figures<'a>,
    pub rank: Option<u32>,
    pub tied: bool,
    /// The current decision.
    pub decision: Option<&'a Decision>,
    /// Of everybody who proposed, signed or took part.
    pub names: &'a BTreeMap<AccountId, String>,
}

/// Column names; one `mean_CODE` for each criterion of the rubric.
pub fn header(rubric: &Rubric) -> Vec<String> {
    let about = [
        "reference",
        "organisation",
        "organisation_arabic",
        "organisation_hebrew",
        "identifiers",
        "base",
        "community",
        "status",
        "currency",
        "requested",
        "requested_currency",
        "requested_amount",
        "rate",
        "rate_day",
        "awarded",
    ];
    let criteria = rubric.criteria.iter();
    let means = criteria.map(|criterion| format!("mean_{}", criterion.code));
    let result = [
        "total",
        "merit",
        "priority",
        "reviews",
        "spread_low",
        "spread_high",
        "rank",
        "tied",
        "outcome",
        "funding_type",
        "conditions",
        "waiver",
        "proposed_by",
        "proposed_at",
        "signed_by",
        "signed_at",
        "released_at",
        "reason",
        "present",
        "rationale",
        "feedback",
        "over_budget",
        "deviation",
    ];
    let about = about.map(str::to_owned).into_iter();
    about
        .chain(means)
        .chain(result.map(str::to_owned))
        .collect()
}

/// The columns of [`header`], with what they hold.
pub fn columns(rubric: &Rubric) -> Vec<Column> {
    const NUMBERS: [&str; 11] = [
        "requested",
        "requested_amount",
        "rate",
        "awarded",
        "total",
        "merit",
        "priority",
        "reviews",
        "spread_low",
        "spread_high",
        "rank",
    ];
    Column::all(header(rubric), |name| {
        NUMBERS.contains(&name) || name.starts_with("mean_")
    })
}

/// The cells of one application, in the order of [`header`].
pub fn cells(line: &Line) -> Vec<String> {
    let mut cells = about(line);
    cells.extend(line.figures.means());
    cells.extend(result(line));
    cells.extend(match line.decision {
        Some(decision) => decided(decision, line.names),
        None => vec![String::new(); 15],
    });
    cells
}

fn about(line: &Line) -> Vec<String> {
    let mut cells = vec![line.reference.to_owned()];
    cells.extend(names(line.organisation));
    cells.push(line.status.code().to_owned());
    let asked = (line.requested_minor, line.conversion.as_ref());
    cells.extend(requested(line.currency, asked));
    cells.push(amount(line.decision.and_then(|one| one.amount)));
    cells
}

/// What is told of an organisation in every table: names, identifiers, base, community.
pub(super) fn names(organisation: &Organisation) -> [String; 6] {
    let identifiers = organisation.registrations.iter();
    let identifiers: Vec<String> = identifiers.map(Registration::identifier).collect();
    [
        organisation.name_latin.clone(),
        organisation.name_arabic.clone(),
        organisation.name_hebrew.clone(),
        identifiers.join(";"),
        organisation.base.clone(),
        organisation.community.clone(),
    ]
}

/// The round's currency, what is requested in it, and as it was asked for.
pub(super) fn requested(
    currency: Currency,
    (minor, made): (Option<i64>, Option<&Conversion>),
) -> [String; 6] {
    let requested = minor.map(|minor| Money::new(minor, currency));
    let asked = made.map(|made| made.asked).or(requested);
    [
        currency.code().to_owned(),
        amount(requested),
        asked.map_or_else(String::new, |asked| asked.currency.code().to_owned()),
        amount(asked),
        made.map_or_else(String::new, |made| made.rate.decimal()),
        made.map_or_else(String::new, |made| made.day.iso()),
    ]
}

/// A plain decimal, empty where there is no amount.
pub(super) fn amount(money: Option<Money>) -> String {
    money.map(Money::decimal).unwrap_or_default()
}

fn result(line: &Line) -> Vec<String> {
    let mut cells = line.figures.totals().to_vec();
    cells.push(line.rank.map(|rank| rank.to_string()).unwrap_or_default());
    cells.push(line.rank.map(|_| yes_no(line.tied)).unwrap_or_default());
    cells
}

fn decided(decision: &Decision, names: &BTreeMap<AccountId, String>) -> Vec<String> {
    let name = |id: AccountId| names.get(&id).cloned().unwrap_or_default();
    let at = |at: Moment| at.rfc3339();
    let signed = decision.signed;
    let present: Vec<String> = decision.present.iter().map(|id| name(*id)).collect();
    vec![
        decision.outcome.code().to_owned(),
        decision.funding_type.clone().unwrap_or_default(),
        conditions(decision),
        decision.waiver.clone().unwrap_or_default(),
        name(decision.proposed_by),
        at(decision.proposed_at),
        signed.map(|(by, _)| name(by)).unwrap_or_default(),
        signed.map(|(_, when)| at(when)).unwrap_or_default(),
        decision
            .released
            .map(|(_, when)| at(when))
            .unwrap_or_default(),
        decision.reason.clone().unwrap_or_default(),
        present.join("; "),
        decision.rationale.clone(),
        decision.feedback.clone(),
        decision.over_budget.clone().unwrap_or_default(),
        decision.deviation.clone().unwrap_or_default(),
    ]
}

/// Every condition with its reason.
pub(super) fn conditions(decision: &Decision) -> String {
    let all: Vec<String> = decision.conditions.iter().map(condition).collect();
    all.join("; ")
}

fn condition(condition: &Condition) -> String {
    format!("{} ({})", condition.text, condition.reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{Outcome, Ruling};
    use crate::domain::rubric::{Criterion, CriterionKind};
    use crate::domain::score::ApplicationScore;
    use crate::domain::{CriterionId, DecisionId, Fraction, RubricId, Translated};

    const ID: &str = "0193a1b2-0000-7000-8000-000000000001";

    fn rubric() -> Rubric {
        Rubric {
            id: RubricId::parse(ID).unwrap(),
            version: 1,
            criteria: vec![Criterion {
                id: CriterionId::parse(ID).unwrap(),
                code: "values".to_owned(),
                kind: CriterionKind::Merit,
                gate: false,
                weight: 100,
                name: Translated::default(),
                guidance: Translated::default(),
                justified: true,
                anchors: vec![Translated::default(); 6],
                evidence: Vec::new(),
            }],
        }
    }

    fn figures() -> Vec<u16> {
        let share = |over| Fraction::new(over, 600);
        let score = ApplicationScore {
            mean: share(461),
            lowest: share(450),
            highest: share(472),
            reviews: 2,
            ..ApplicationScore::default()
        };
        hundredths(&score, &[Fraction::new(7, 2)]).collect()
    }

    fn award() -> Decision {
        let by = AccountId::parse(ID).unwrap();
        let at = Moment::from_micros(1_790_000_000_000_000);
        let ruling = Ruling {
            id: DecisionId::parse(ID).unwrap(),
            application: ID.parse().unwrap(),
            number: 1,
            outcome: Outcome::Award,
            amount: Some(Money::new(1_250_050, Currency::USD)),
            funding_type: Some("core".to_owned()),
            reason: None,
            corrects: None,
            freed_minor: 0,
            former_minor: 0,
            proposed_by: by,
            proposed_at: at,
            signed: Some((by, at)),
            released: None,
            dropped: None,
        };
        Decision {
            ruling,
            conditions: vec![Condition {
                text: "Audit".to_owned(),
                reason: "New board".to_owned(),
            }],
            rationale: "Strong".to_owned(),
            feedback: String::new(),
            waiver: None,
            over_budget: None,
            deviation: Some("Under siege.".to_owned()),
            present: vec![by],
        }
    }

    #[test]
    fn a_row_says_all_of_an_application_under_its_column() {
        let register = |register: &str, number: &str| Registration {
            register: register.to_owned(),
            number: number.to_owned(),
        };
        let organisation = Organisation {
            id: ID.parse().unwrap(),
            name_latin: "Lawyers".to_owned(),
            name_arabic: "محامون".to_owned(),
            name_hebrew: String::new(),
            base: "west_bank".to_owned(),
            community: "joint".to_owned(),
            legal_form: String::new(),
            website: String::new(),
            registrations: vec![register("IL-RA", "580"), register("PS-X", "7")],
            code_name: None,
        };
        let names = BTreeMap::from([(AccountId::parse(ID).unwrap(), "Noa".to_owned())]);
        let (figures, award) = (figures(), award());
        let line = Line {
            reference: "EH-1",
            organisation: &organisation,
            status: Status::Deliberation,
            currency: Currency::USD,
            requested_minor: Some(2_000_000),
            conversion: None,
            figures: Figures {
                hundredths: &figures,
                reviews: 2,
            },
            rank: Some(2),
            tied: true,
            decision: Some(&award),
            names: &names,
        };
        let pairs = header(&rubric()).into_iter().zip(cells(&line));
        let row: Vec<String> = pairs.map(|(name, cell)| format!("{name}={cell}")).collect();
        let expected = "reference=EH-1|organisation=Lawyers|organisation_arabic=محامون|\
            organisation_hebrew=|identifiers=IL-RA-580;PS-X-7|base=west_bank|community=joint|\
            status=deliberation|currency=USD|requested=20000|requested_currency=USD|requested_amount=20000|rate=|rate_day=|awarded=12500.50|mean_values=3.50|\
            total=76.83|merit=|priority=|reviews=2|spread_low=75.00|spread_high=78.67|rank=2|\
            tied=yes|outcome=award|funding_type=core|conditions=Audit (New board)|waiver=|\
            proposed_by=Noa|proposed_at=2026-09-21T14:13:20Z|signed_by=Noa|\
            signed_at=2026-09-21T14:13:20Z|released_at=|reason=|present=Noa|rationale=Strong|\
            feedback=|over_budget=|deviation=Under siege.";
        assert_eq!(row.join("|"), expected);
        let undecided = Line {
            decision: None,
            ..line
        };
        assert_eq!(cells(&undecided).len(), header(&rubric()).len());
    }
}
