//! Incidents in words.

use super::place;
use crate::domain::form::Opt;
use crate::domain::moment::Day;
use crate::domain::pressure::{
    Band, Certainty, FUNDING_LOSS, Happening, Precision, Source, State, is_address,
};
use crate::domain::{Country, Message};
use crate::i18n::Locale;
use crate::store::incident::IncidentRow;
use crate::web::ui::{Badge, Tone};
use crate::web::visit::Visit;

/// The label of a kind; the code itself where no list has it any more.
pub fn kind(t: Locale, kinds: &[Opt], code: &str) -> String {
    if code == FUNDING_LOSS {
        return t.say("pressure-funding-loss");
    }
    let known = kinds.iter().find(|one| one.code == code);
    known
        .map_or(code, |one| one.label.get(t.language()))
        .to_owned()
}

/// A country by its code; empty where it isn't told.
pub fn country(t: Locale, code: &str) -> String {
    match Country::parse(code) {
        Ok(country) => country.name(t.language()).to_owned(),
        Err(_) => t.say("pressure-place-untold"),
    }
}

/// A month as it is kept, such as `2026-09`, in words.
pub fn month(t: Locale, month: &str) -> String {
    match Day::parse(&format!("{month}-01")) {
        Ok(first) => t.month(first),
        Err(_) => t.say("pressure-month-untold"),
    }
}

/// When it happened, as precisely as that is known.
pub fn when(t: Locale, happening: &Happening) -> String {
    match happening.precision {
        Precision::Day => t.day(happening.day),
        Precision::Month => month(t, &happening.month()),
        Precision::Year => t.with("pressure-when-year", "day", t.day(happening.day)),
    }
}

/// The heading of a band.
pub fn band(t: Locale, band: Band) -> String {
    t.say(match band {
        Band::Recent => "pressure-recent",
        Band::Year => "pressure-year",
        Band::TwoYears => "pressure-two-years",
        Band::Older => "pressure-older",
    })
}

/// The message of a certainty.
pub fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Claimed => "pressure-claimed",
        Certainty::Corroborated => "pressure-corroborated",
        Certainty::Verified => "pressure-verified",
    }
}

/// The message of a source.
pub fn source_key(source: Source) -> &'static str {
    match source {
        Source::Applicant => "pressure-source-applicant",
        Source::Staff => "pressure-source-staff",
        Source::Press => "pressure-source-press",
        Source::Court => "pressure-source-court",
        Source::Other => "pressure-source-other",
    }
}

/// How sure it is.
pub fn certainty(t: Locale, certainty: Certainty) -> Badge {
    Badge {
        text: t.say(certainty_key(certainty)),
        tone: match certainty {
            Certainty::Claimed => Tone::Neutral,
            Certainty::Corroborated => Tone::Info,
            Certainty::Verified => Tone::Good,
        },
    }
}

/// An incident as it is shown.
pub struct ShownIncident {
    pub kind: String,
    pub when: String,
    /// Empty where it isn't told, or not to the reader.
    pub place: String,
    pub amount: String,
    /// How sure, and whether it counts.
    pub badges: Vec<Badge>,
    pub source: String,
    pub reference: String,
    /// Whether the reference is an address to follow.
    pub link: bool,
    pub note: String,
    pub reason: String,
    /// Who wrote it when; empty for reviewers.
    pub by: String,
    /// Its page; nothing for reviewers.
    pub href: Option<String>,
}

/// Incidents of one age.
pub struct Group {
    pub title: String,
    pub incidents: Vec<ShownIncident>,
}

/// An incident for staff, in full.
pub fn for_staff(visit: &Visit, kinds: &[Opt], row: &IncidentRow) -> ShownIncident {
    let (t, incident) = (visit.t, &row.incident);
    let happening = &incident.happening;
    let state = match row.state {
        State::Standing => None,
        State::Withdrawn => Some(("pressure-withdrawn", Tone::Warn)),
        State::Mistaken => Some(("pressure-mistaken", Tone::Bad)),
    };
    let state = state.map(|(key, tone)| Badge {
        text: t.say(key),
        tone,
    });
    let by = Message::new("pressure-by")
        .with("who", row.author.as_str())
        .with("when", t.when(row.written_at, visit.zone()));
    let sure = certainty(t, incident.certainty);
    ShownIncident {
        kind: kind(t, kinds, &happening.kind),
        when: when(t, happening),
        place: whereabouts(t, happening),
        amount: happening
            .amount
            .map_or_else(String::new, |money| t.money(money)),
        badges: std::iter::once(sure).chain(state).collect(),
        source: t.say(source_key(incident.source)),
        link: is_address(&incident.reference),
        reference: incident.reference.clone(),
        note: incident.note.clone(),
        reason: row.reason.clone(),
        by: t.tell(&by),
        href: Some(place::incident(row.organisation, row.id)),
    }
}

/// "Hebron, Palestine".
pub fn whereabouts(t: Locale, happening: &Happening) -> String {
    let name = happening.country.map(|one| one.name(t.language()));
    let locality = Some(happening.locality.as_str()).filter(|text| !text.is_empty());
    let parts = locality.into_iter().chain(name);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Incidents by their age, the youngest first; ages without any are left out.
pub fn grouped(
    t: Locale,
    today: Day,
    incidents: impl IntoIterator<Item = (Day, ShownIncident)>,
) -> Vec<Group> {
    let mut groups: Vec<(Band, Group)> = Vec::new();
    for (day, incident) in incidents {
        let age = Band::of(day, today);
        match groups.iter_mut().find(|(band, _)| *band == age) {
            Some((_, group)) => group.incidents.push(incident),
            None => groups.push((
                age,
                Group {
                    title: band(t, age),
                    incidents: vec![incident],
                },
            )),
        }
    }
    groups.sort_by_key(|(band, _)| *band);
    groups.into_iter().map(|(_, group)| group).collect()
}
