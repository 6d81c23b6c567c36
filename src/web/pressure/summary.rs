//! Pressure in short, beside an application: for staff everything that stands of its
//! organisation, for reviewers what the form lets them see.

use super::words::{Group, ShownIncident, certainty, for_staff, grouped, kind, month, when};
use super::words::{source_key, whereabouts};
use crate::domain::form::{Form, Opt, Question};
use crate::domain::moment::Day;
use crate::domain::pressure::{FUNDING_LOSS, FUNDING_LOST, INCIDENTS, KIND, Precision};
use crate::domain::rubric::Criterion;
use crate::i18n::Locale;
use crate::store::incident::IncidentRow;
use crate::web::visit::Visit;

/// The kinds that a form offers.
pub fn kinds(form: &Form) -> Vec<Opt> {
    let rows = form.question(INCIDENTS);
    let columns = rows.into_iter().flat_map(|rows| rows.columns());
    let kinds = columns.filter(|column| column.code == KIND);
    kinds.flat_map(|column| column.options().to_vec()).collect()
}

/// What stands of an organisation, for staff.
pub fn of_staff(visit: &Visit, kinds: &[Opt], rows: &[IncidentRow]) -> Vec<Group> {
    let today = visit.now().day(visit.zone());
    let shown = rows.iter().map(|row| {
        let day = row.incident.happening.day;
        (day, for_staff(visit, kinds, row))
    });
    grouped(visit.t, today, shown)
}

/// What reviewers are shown with.
pub struct Seen<'a> {
    pub t: Locale,
    pub today: Day,
    pub kinds: &'a [Opt],
    /// The form as this reviewer sees it.
    pub questions: &'a Form,
    /// They don't know who applies.
    pub blind: bool,
}

/// What stands beside a criterion: rows of the questions that are its evidence. What a
/// question keeps from reviewers stays away; of a sensitive one, of what staff recorded
/// and where the applicant isn't named they see kinds, months and how sure it is.
pub fn of_reviewers(seen: &Seen, criterion: &Criterion, rows: &[IncidentRow]) -> Vec<Group> {
    let own = rows.iter().filter(|row| {
        let question = match (row.question.as_str(), row.incident.happening.kind.as_str()) {
            ("", FUNDING_LOSS) => FUNDING_LOST,
            ("", _) => INCIDENTS,
            (question, _) => question,
        };
        criterion.evidence.iter().any(|code| code == question)
    });
    let shown = own.filter_map(|row| {
        let day = row.incident.happening.day;
        Some((day, for_reviewers(seen, row)?))
    });
    grouped(seen.t, seen.today, shown)
}

fn for_reviewers(seen: &Seen, row: &IncidentRow) -> Option<ShownIncident> {
    let question = match row.question.as_str() {
        "" => None,
        code => Some(seen.questions.question(code)?),
    };
    if let Some(question) = question.filter(|one| one.code == INCIDENTS) {
        column(question, KIND)?;
    }
    let open = question.filter(|one| !one.sensitive && !seen.blind);
    let tells = |code: &str| {
        let column = open.and_then(|question| column(question, code));
        column.is_some_and(|column| !column.sensitive)
    };
    let (t, happening) = (seen.t, &row.incident.happening);
    Some(ShownIncident {
        kind: kind(t, seen.kinds, &happening.kind),
        when: match (open, happening.precision) {
            (Some(_), _) => when(t, happening),
            (None, Precision::Year) => t.say("pressure-when-vague"),
            (None, _) => month(t, &happening.month()),
        },
        place: match tells("place") {
            true => whereabouts(t, happening),
            false => String::new(),
        },
        amount: match happening.amount.filter(|_| tells("amount")) {
            Some(money) => t.money(money),
            None => String::new(),
        },
        badges: vec![certainty(t, row.incident.certainty)],
        source: t.say(source_key(row.incident.source)),
        reference: String::new(),
        link: false,
        note: String::new(),
        reason: String::new(),
        by: String::new(),
        href: None,
    })
}

fn column<'a>(question: &'a Question, code: &str) -> Option<&'a Question> {
    question.columns().iter().find(|column| column.code == code)
}
