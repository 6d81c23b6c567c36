//! What stands beside the criteria that the application does not say itself: words of
//! the engagement log that staff quoted for its reviewers, and what is on record about
//! pressure.

use super::content::Content;
use super::declaration::Subject;
use crate::domain::moment::Day;
use crate::domain::rubric::Criterion;
use crate::i18n::Locale;
use crate::store::engagement::QuoteRow;
use crate::web::engagement::words::{ShownQuote, for_reviewers};
use crate::web::pressure::summary::{Seen, of_reviewers};
use crate::web::pressure::words::Group;

/// What stands beside one criterion, or beside all of them.
#[derive(Default)]
pub struct Beside {
    pub quotes: Vec<ShownQuote>,
    pub pressure: Vec<Group>,
}

/// What stands beside a criterion.
pub fn criterion(
    (t, today): (Locale, Day),
    subject: &Subject,
    content: &Content,
    of: &Criterion,
) -> Beside {
    let quotes = content.quotes.iter();
    let own = quotes.filter(|row| row.criterion == of.code);
    let seen = Seen {
        t,
        today,
        kinds: &content.kinds,
        questions: &content.questions,
        blind: subject.mask.is_some(),
    };
    Beside {
        quotes: own.map(|row| shown(t, subject, row)).collect(),
        pressure: of_reviewers(&seen, of, &content.incidents),
    }
}

/// What belongs to no criterion of the form; all of it where there is no form.
pub fn application(t: Locale, subject: &Subject, content: &Content, form: bool) -> Beside {
    let criteria = &content.rubric.criteria;
    let of_one = |row: &&QuoteRow| criteria.iter().any(|one| one.code == row.criterion);
    let quotes = content.quotes.iter();
    let rest = quotes.filter(|row| !(form && of_one(row)));
    Beside {
        quotes: rest.map(|row| shown(t, subject, row)).collect(),
        pressure: Vec::new(),
    }
}

fn shown(t: Locale, subject: &Subject, row: &QuoteRow) -> ShownQuote {
    let blind = subject.mask.is_some();
    for_reviewers(t, row, blind, &|words| subject.covered(words))
}
