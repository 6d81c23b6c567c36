//! What the monitor is asked to show.

use serde::Deserialize;

use crate::domain::Problems;
use crate::domain::moment::Day;
use crate::domain::pressure::Period;
use crate::domain::programme::Programme;
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::store::incident::Scope;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field};

/// Slugs of a programme and a round, code of a period; empty or unknown for all, and the
/// last 12 months.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    programme: String,
    round: String,
    period: String,
}

impl Asked {
    /// The period, the last 12 months where none was chosen.
    pub fn period(&self) -> Period {
        Period::from_code(&self.period).unwrap_or_default()
    }

    /// What is counted.
    pub fn scope(&self, programmes: &[Programme], rounds: &[Round], today: Day) -> Scope {
        let programme = programmes.iter().find(|one| one.slug == self.programme);
        let round = rounds.iter().find(|one| one.slug == self.round);
        Scope {
            programme: programme.map(|one| one.id),
            round: round.map(|one| one.id),
            since: self.period().since(today),
        }
    }

    /// The fields that ask for it.
    pub fn fields(&self, t: Locale, programmes: &[Programme], rounds: &[Round]) -> Vec<Field> {
        let ask = Fields {
            t,
            problems: &Problems::default(),
        };
        let choice = |value: &str, label: &str, chosen: &str| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            hint: None,
            chosen: value == chosen,
        };
        let all = |chosen: &str| choice("", &t.say("monitor-all"), chosen);
        let of_programmes = programmes.iter().map(|one| {
            let name = one.name.get(t.language());
            choice(&one.slug, name, &self.programme)
        });
        let of_rounds = rounds.iter().map(|one| {
            let title = one.title.get(t.language());
            choice(&one.slug, title, &self.round)
        });
        let with_all = |chosen: &str, rest: &mut dyn Iterator<Item = Choice>| {
            Control::Select(std::iter::once(all(chosen)).chain(rest).collect())
        };
        let programmes = with_all(&self.programme, &mut { of_programmes });
        let rounds = with_all(&self.round, &mut { of_rounds });
        vec![
            ask.field("programme", "monitor-programme", "", programmes),
            ask.field("round", "monitor-round", "", rounds),
            period_field(&ask, Period::ALL, self.period()),
        ]
    }
}

/// Asks for one of these periods.
pub fn period_field(ask: &Fields, periods: &[Period], chosen: Period) -> Field {
    let choice = |one: &Period| Choice {
        value: one.code().to_owned(),
        label: period_words(ask.t, *one),
        hint: None,
        chosen: *one == chosen,
    };
    let choices = Control::Select(periods.iter().map(choice).collect());
    ask.field("period", "monitor-period", "", choices)
}

/// A period in words.
pub fn period_words(t: Locale, period: Period) -> String {
    t.say(match period {
        Period::Quarter => "monitor-period-3",
        Period::Year => "monitor-period-12",
        Period::TwoYears => "monitor-period-24",
        Period::Ever => "monitor-period-all",
    })
}
