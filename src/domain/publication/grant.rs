//! An award as it is told to the public: the one place that decides what goes out.

use super::{Publication, country_of};
use crate::domain::award::AwardState;
use crate::domain::moment::Day;
use crate::domain::organisation::{Organisation, Registration};
use crate::domain::round::Round;
use crate::domain::{Language, Moment, Money};

/// Who gives the money and publishes; all from the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funder {
    pub name: String,
    /// Such as `GB-CHC-1090095`: a code of org-id.guide, a hyphen, the number there.
    pub identifier: String,
    /// Before every identifier of a grant, such as `360G-example`.
    pub prefix: String,
    /// DAC purpose code of its work, such as `15160` for human rights.
    pub sector: String,
}

impl Funder {
    /// Whether it is named well enough to publish anything.
    pub fn is_named(&self) -> bool {
        let named = !self.name.is_empty() && self.identifier.contains('-');
        let plain = |text: &str| {
            let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-';
            !text.is_empty() && text.chars().all(allowed)
        };
        named && plain(&self.prefix) && plain(&self.sector)
    }
}

/// What is known of an award that was released.
#[derive(Debug, Clone)]
pub struct AwardFacts<'a> {
    pub reference: &'a str,
    pub title: &'a str,
    pub organisation: &'a Organisation,
    /// Without what went back to the budget.
    pub amount: Money,
    pub released_at: Moment,
    pub state: AwardState,
    /// When it was closed or cancelled.
    pub ended_at: Option<Moment>,
    pub round: &'a Round,
    /// Stands for the award and for the organisation without telling which they are.
    pub opaque: (&'a str, &'a str),
}

/// Who got it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// Nobody learns who; `id` is the same for all of them.
    Anonymous {
        id: String,
    },
    Named {
        id: String,
        name: String,
    },
}

/// An award as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub id: String,
    pub title: String,
    pub description: String,
    /// Nothing of what was cancelled before it was paid.
    pub amount: Money,
    /// The day of the award in the round's zone.
    pub day: Day,
    pub state: AwardState,
    /// The day on which it was closed or cancelled.
    pub ended: Option<Day>,
    pub recipient: Recipient,
    /// Code of whom the recipient belongs to or serves.
    pub community: String,
    /// ISO 3166-1 code of the recipient's base; only of named ones.
    pub country: Option<&'static str>,
    /// The round's name in addresses, and its title.
    pub programme: (String, String),
}

/// What is published of an award, in a language; nothing of what is withheld.
pub fn grant(
    publication: Publication,
    facts: &AwardFacts,
    funder: &Funder,
    language: Language,
) -> Option<Grant> {
    let (round, prefix) = (facts.round, funder.prefix.as_str());
    let title = round.title.get(language).to_owned();
    let anonymous = Grant {
        id: format!("{prefix}-{}", facts.opaque.0),
        title: title.clone(),
        description: round.purpose.get(language).to_owned(),
        amount: facts.amount,
        day: facts.released_at.day(&round.time_zone),
        state: facts.state,
        ended: facts.ended_at.map(|at| at.day(&round.time_zone)),
        recipient: Recipient::Anonymous {
            id: format!("{prefix}-anonymous"),
        },
        community: facts.organisation.community.clone(),
        country: None,
        programme: (round.slug.clone(), title),
    };
    match publication {
        Publication::Withheld => None,
        Publication::Anonymised => Some(anonymous),
        Publication::Full => Some(named(anonymous, facts, prefix, language)),
    }
}

fn named(anonymous: Grant, facts: &AwardFacts, prefix: &str, language: Language) -> Grant {
    let organisation = facts.organisation;
    let registered = organisation.registrations.first();
    let unregistered = || format!("{prefix}-org-{}", facts.opaque.1);
    let title = match facts.title {
        "" => anonymous.title.clone(),
        title => title.to_owned(),
    };
    Grant {
        id: format!("{prefix}-{}", facts.reference),
        title,
        recipient: Recipient::Named {
            id: registered.map_or_else(unregistered, Registration::identifier),
            name: organisation.name(language).to_owned(),
        },
        country: country_of(&organisation.base),
        ..anonymous
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::round::{Closing, RoundState};
    use crate::domain::{Currency, Translated};

    const ID: &str = "0193a1b2-0000-7000-8000-000000000001";

    fn words(text: &str) -> Translated {
        Translated {
            en: text.to_owned(),
            ..Translated::default()
        }
    }

    fn round() -> Round {
        let at = Moment::from_micros(0);
        Round {
            id: ID.parse().unwrap(),
            programme_id: ID.parse().unwrap(),
            rubric_id: ID.parse().unwrap(),
            form_id: ID.parse().unwrap(),
            slug: "autumn".to_owned(),
            title: words("Autumn round"),
            purpose: words("Human rights"),
            currency: Currency::USD,
            budget_minor: 0,
            least_minor: 0,
            most_minor: 0,
            opens_at: at,
            closing: Closing::On {
                closes_at: at,
                reviews_due_at: at,
            },
            grace_minutes: 0,
            time_zone: "Asia/Hebron".to_owned(),
            turnaround_days: 1,
            sign_off: true,
            emergency: false,
            state: RoundState::Open,
            created_at: at,
        }
    }

    fn organisation() -> Organisation {
        Organisation {
            id: ID.parse().unwrap(),
            name_latin: "Olive Press".to_owned(),
            name_arabic: "معصرة".to_owned(),
            name_hebrew: "בית בד".to_owned(),
            base: "gaza".to_owned(),
            community: "palestinian".to_owned(),
            legal_form: "registered".to_owned(),
            website: "https://olive.example".to_owned(),
            registrations: vec![Registration {
                register: "PS-MOI".to_owned(),
                number: "HB-4157-C".to_owned(),
            }],
            code_name: None,
        }
    }

    fn published(publication: Publication) -> Option<Grant> {
        let (round, organisation) = (round(), organisation());
        let facts = AwardFacts {
            reference: "EH-AAAA-2222",
            title: "Legal aid in the valley",
            organisation: &organisation,
            amount: Money::new(2_000_050, Currency::USD),
            // 22:30 in Greenwich is the next day in Hebron.
            released_at: Moment::from_micros(1_790_029_800_000_000),
            state: AwardState::Closed,
            ended_at: Some(Moment::from_micros(1_790_029_800_000_000)),
            round: &round,
            opaque: ("5f2a", "77aa"),
        };
        let funder = Funder {
            name: "Fund".to_owned(),
            identifier: "GB-CHC-1".to_owned(),
            prefix: "360G-fund".to_owned(),
            sector: "15160".to_owned(),
        };
        grant(publication, &facts, &funder, Language::English)
    }

    #[test]
    fn nothing_goes_out_of_what_is_withheld() {
        assert_eq!(published(Publication::Withheld), None);
    }

    #[test]
    fn an_anonymous_award_tells_the_community_and_nothing_closer() {
        let grant = published(Publication::Anonymised).unwrap();
        let told = format!("{grant:?}");
        for hidden in [
            "Olive",
            "معصرة",
            "בית בד",
            "EH-AAAA",
            "Legal aid",
            "HB-4157",
            "olive.example",
            "gaza",
            "PS",
            "77aa",
        ] {
            assert!(!told.contains(hidden), "{hidden}: {told}");
        }
        assert_eq!(grant.community, "palestinian");
        assert_eq!(grant.id, "360G-fund-5f2a");
        assert_eq!(grant.day.iso(), "2026-09-22");
        assert_eq!(grant.ended, Some(grant.day));
    }

    #[test]
    fn a_full_award_names_the_recipient_by_its_register() {
        let grant = published(Publication::Full).unwrap();
        let recipient = Recipient::Named {
            id: "PS-MOI-HB-4157-C".to_owned(),
            name: "Olive Press".to_owned(),
        };
        assert_eq!(grant.recipient, recipient);
        assert_eq!(
            (grant.id.as_str(), grant.country),
            ("360G-fund-EH-AAAA-2222", Some("PS"))
        );
    }
}
