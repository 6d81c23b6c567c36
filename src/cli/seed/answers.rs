//! What applications say: the answers of the demonstration's, asked for with other
//! amounts. Made out once, as they are kept, and used by many applications.

use crate::cli::demo::content::{self, Organisation, Stage};
use crate::domain::answers::{Answer, Answers, Posted, parse_section};
use crate::domain::form::{AMOUNT, BUDGET, Form, SMALLEST_USEFUL, Section};
use crate::domain::{Currency, Language, Money};
use crate::store::answers::answers_json;
use crate::store::submission;

/// What a round lets organisations ask for, in minor units.
pub const LEAST: i64 = 500_000;
pub const MOST: i64 = 6_000_000;

/// Tenths of the demonstration's amounts.
const TENTHS: [i64; 5] = [7, 8, 10, 11, 12];

/// An application's answers as they are kept.
#[derive(Debug)]
pub struct Prepared {
    pub language: Language,
    pub title: String,
    /// Minor units.
    pub amount: i64,
    /// Code of the list `funding_type`.
    pub topic: String,
    /// In the order of the form.
    pub sections: Vec<Saved>,
    /// All of them, as they are sent, with their digest.
    pub whole: String,
    pub digest: String,
}

/// A section as it is kept.
#[derive(Debug)]
pub struct Saved {
    pub code: String,
    /// About the organisation, and kept with it.
    pub profile: bool,
    pub answers: String,
}

/// The demonstration's applications that could be sent and ask in dollars, each in some
/// amounts: a list for each organisation.
pub fn prepare(form: &Form) -> Result<Vec<Vec<Prepared>>, String> {
    let all = content::organisations()?;
    let mut prepared = Vec::new();
    for one in all.iter().filter(|one| one.stage != Stage::Draft) {
        let read = read(form, one);
        let whole: Answers = Answers(read.iter().flat_map(|(_, of)| of.0.clone()).collect());
        let asked = whole.money(AMOUNT);
        let Some(asked) = asked.filter(|asked| asked.currency == Currency::USD) else {
            continue;
        };
        let fits = |tenths: &&i64| (LEAST..=MOST).contains(&(asked.minor * **tenths / 10));
        let amounts = TENTHS.iter().filter(fits);
        prepared.push(amounts.map(|tenths| made(one, &read, *tenths)).collect());
    }
    prepared.retain(|amounts: &Vec<Prepared>| !amounts.is_empty());
    Ok(prepared)
}

/// The answers that somebody would type, section by section; those without any are
/// left out.
fn read<'a>(form: &'a Form, one: &Organisation) -> Vec<(&'a Section, Answers)> {
    let pairs = content::posted(one);
    let first = form.first_stage();
    let asked = form.sections.iter().filter(|one| one.stage <= first);
    let answered = asked.map(|section| {
        let own = |(name, _): &&(String, String)| {
            let code = name.split('.').next().unwrap_or_default();
            section.question(code).is_some()
        };
        let own: Posted = pairs.iter().filter(own).cloned().collect();
        (section, parse_section(section, Currency::USD, &own).answers)
    });
    answered
        .filter(|(_, answers)| !answers.0.is_empty())
        .collect()
}

fn made(one: &Organisation, read: &[(&Section, Answers)], tenths: i64) -> Prepared {
    let scaled: Vec<(&Section, Answers)> = read
        .iter()
        .map(|(section, answers)| (*section, scaled(answers, tenths)))
        .collect();
    let whole = Answers(scaled.iter().flat_map(|(_, of)| of.0.clone()).collect());
    Prepared {
        language: Language::from_code(&one.language).unwrap_or_default(),
        title: whole.text("title").to_owned(),
        amount: whole.money(AMOUNT).map_or(LEAST, |money| money.minor),
        topic: whole.text("funding_type").to_owned(),
        sections: scaled
            .iter()
            .map(|(section, answers)| Saved {
                code: section.code.clone(),
                profile: section.profile,
                answers: answers_json(answers),
            })
            .collect(),
        digest: submission::digest(&whole),
        whole: answers_json(&whole),
    }
}

/// The same with another amount: the request, its least useful part and its budget.
fn scaled(answers: &Answers, tenths: i64) -> Answers {
    let mut answers = answers.clone();
    let part = |money: &mut Money| money.minor = money.minor * tenths / 10;
    for (code, answer) in &mut answers.0 {
        match answer {
            Answer::Money(money) if code == AMOUNT || code == SMALLEST_USEFUL => part(money),
            Answer::Rows(rows) if code == BUDGET => {
                for cell in rows.iter_mut().flat_map(|row| row.values_mut()) {
                    if let Answer::Money(money) = cell {
                        part(money);
                    }
                }
            }
            _ => {}
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers::{Bounds, check_submission};
    use crate::domain::rate::Currencies;
    use crate::exchange::form_toml;
    use crate::store::answers::answers_from_json;

    #[test]
    fn what_is_prepared_could_be_sent() {
        let form = form_toml::read(form_toml::DEFAULT_FORM).unwrap();
        let prepared = prepare(&form).unwrap();
        assert!(prepared.len() > 20, "{}", prepared.len());
        let short = form.clone().at(form.first_stage());
        let bounds = Bounds {
            least: Money::new(LEAST, Currency::USD),
            most: Money::new(MOST, Currency::USD),
            currencies: Currencies::only(Currency::USD),
        };
        for one in prepared.iter().flatten() {
            let answers = answers_from_json(&one.whole).unwrap();
            let problems = check_submission(&short, &answers, &bounds);
            assert!(problems.is_empty(), "{}: {problems:?}", one.title);
            assert_eq!(answers.money(AMOUNT).unwrap().minor, one.amount);
        }
    }
}
