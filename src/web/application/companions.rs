//! Fields that go together with another one: an amount's currency, a country and
//! the town in it.

use super::fields::Asking;
use crate::domain::form::Question;
use crate::domain::{Country, Currency};
use crate::web::ui::{Control, Field};

/// Id of the page's list of countries.
const COUNTRIES: &str = "countries";

impl Asking<'_> {
    /// A country by its name, which a list beside the page helps to spell.
    pub(super) fn country_field(&self, question: &Question, name: &str) -> Field {
        let language = self.t.language();
        let name = format!("{name}.country");
        let typed = self.posted.first(&name);
        let known = Country::parse(typed);
        Field {
            label: question.label.get(language).to_owned(),
            hint: Some(self.t.say("field-country-hint")),
            error: self.problems.of(&name).map(|m| self.t.tell(m)),
            value: known.map_or(typed, |known| known.name(language)).to_owned(),
            control: Control::Listed(COUNTRIES),
            optional: !question.required,
            name,
            ..Field::default()
        }
    }

    /// The town or area that goes with a country.
    pub(super) fn locality(&self, field: Field) -> Field {
        Field {
            label: self.t.say("field-locality"),
            optional: true,
            ..field
        }
    }

    /// The currency that goes with an amount.
    pub(super) fn currency_field(&self, amount: &str) -> Field {
        let name = format!("{amount}.currency");
        let posted = self.posted.first(&name);
        let chosen = if posted.is_empty() {
            self.currency.code()
        } else {
            posted
        };
        let mut codes: Vec<&str> = Currency::COMMON.iter().map(Currency::code).collect();
        let own = [self.currency.code(), chosen];
        codes.extend(own.iter().filter(|code| Currency::parse(code).is_ok()));
        let mut seen = std::collections::BTreeSet::new();
        codes.retain(|code| seen.insert(*code));
        let choices = codes.iter();
        let choices = choices.map(|code| self.choice(code, (*code).to_owned(), *code == chosen));
        Field {
            label: self.t.say("field-currency"),
            error: self.problems.of(&name).map(|m| self.t.tell(m)),
            control: Control::Select(choices.collect()),
            name,
            ..Field::default()
        }
    }
}
