//! Fields that go together with another one: an amount's currency, a country and
//! the town in it.

use super::fields::Asking;
use crate::domain::form::{Question, QuestionKind};
use crate::domain::{Country, Currency};
use crate::web::ui::{Control, Field, Width};
use crate::web::words;

/// Id of the page's list of countries.
const COUNTRIES: &str = "countries";
/// Id of the page's list of currencies.
const CURRENCIES: &str = "currencies";

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

    /// The currency that goes with an amount: its code, which a list beside the
    /// page knows.
    pub(super) fn currency_field(&self, amount: &str) -> Field {
        let name = format!("{amount}.currency");
        let posted = self.posted.first(&name);
        let typed = if posted.is_empty() {
            self.currency.code()
        } else {
            posted
        };
        Field {
            label: self.t.say("field-currency"),
            error: self.problems.of(&name).map(|m| self.t.tell(m)),
            value: typed.to_owned(),
            control: Control::Code(CURRENCIES),
            name,
            ..Field::default()
        }
    }

    /// The amount of the request, with its currency where there is a choice. One
    /// that is not taken any more stays until another one is chosen.
    pub(super) fn request(&self, amount: Field) -> Vec<Field> {
        let mut codes: Vec<Currency> = self.currencies.taken().collect();
        if !codes.contains(&self.currency) {
            codes.push(self.currency);
        }
        if codes.len() < 2 {
            return vec![amount];
        }
        let name = format!("{}.currency", amount.name);
        let posted = self.posted.first(&name);
        let chosen = Currency::parse(posted).unwrap_or(self.currency);
        let option = |currency: &Currency| {
            let code = currency.code();
            let label = match self.currencies.takes(*currency) {
                true => code.to_owned(),
                false => self.t.with("currency-not-taken", "currency", code),
            };
            self.choice(code, label, *currency == chosen)
        };
        let field = Field {
            label: self.t.say("field-request-currency"),
            hint: Some(self.rates()),
            error: self.problems.of(&name).map(|m| self.t.tell(m)),
            control: Control::Select(codes.iter().map(option).collect()),
            name,
            ..Field::default()
        };
        let control = Control::Latin {
            kind: "text",
            inputmode: "decimal",
            width: Width::Medium,
        };
        vec![Field { control, ..amount }, field]
    }

    /// At which rates a request is measured.
    fn rates(&self) -> String {
        let reference = self.currencies.reference;
        let rates = self.currencies.rates.iter();
        let rates = rates.map(|dated| words::rate(self.t, reference, dated));
        let rates: Vec<String> = rates.collect();
        let lead = self.t.say("field-request-currency-hint");
        [lead, rates.join(" · ")].join(" ").trim().to_owned()
    }
}

/// The codes to offer, where a page asks for amounts in any currency.
pub(super) fn currencies(questions: &[&Question]) -> Vec<String> {
    let own = |question: &Question| question.kind == QuestionKind::Money { own_currency: true };
    let asks = |question: &&&Question| own(question) || question.columns().iter().any(own);
    if !questions.iter().any(|question| asks(&question)) {
        return Vec::new();
    }
    Currency::all().map(|c| c.code().to_owned()).collect()
}
