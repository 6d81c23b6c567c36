//! Where a question to a fiscal sponsor stands, in words.

use crate::domain::organisation::Organisation;
use crate::domain::sponsorship::SponsorState;
use crate::i18n::Locale;
use crate::store::sponsorship::SponsorshipRow;
use crate::web::ui::{Badge, Notice, Tone};
use crate::web::visit::Visit;

/// Legal form of organisations that need a fiscal sponsor.
const SPONSORED: &str = "fiscally_sponsored";

/// Whether an organisation says that it works under a fiscal sponsor.
pub fn needs_sponsor(organisation: &Organisation) -> bool {
    organisation.legal_form == SPONSORED
}

/// The state as a badge; without a question, that one is still to be asked.
pub fn state(t: Locale, row: Option<&SponsorshipRow>) -> Badge {
    let (key, tone) = match row.map(|row| row.state) {
        None => ("sponsor-not-asked", Tone::Warn),
        Some(SponsorState::Asked) => ("sponsor-asked", Tone::Info),
        Some(SponsorState::Consented) => ("sponsor-consented", Tone::Good),
        Some(SponsorState::Declined) => ("sponsor-declined", Tone::Warn),
        Some(SponsorState::Revoked) => ("sponsor-revoked", Tone::Warn),
        Some(SponsorState::Dropped) => ("sponsor-dropped", Tone::Neutral),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// "Olive Fund: consent asked on 3 March 2026".
pub fn line(visit: &Visit, row: &SponsorshipRow) -> String {
    let (key, at) = match row.state {
        SponsorState::Asked => ("sponsor-asked-on", Some(row.asked_at)),
        SponsorState::Consented => ("sponsor-consented-on", row.answered_at),
        SponsorState::Declined => ("sponsor-declined-on", row.answered_at),
        SponsorState::Revoked => ("sponsor-revoked-on", row.ended_at),
        SponsorState::Dropped => ("sponsor-dropped-on", row.ended_at),
    };
    let day = visit.t.date(at.unwrap_or(row.asked_at), visit.zone());
    let message = crate::domain::Message::new(key)
        .with("sponsor", row.sponsor_name.as_str())
        .with("day", day);
    visit.t.tell(&message)
}

/// What the applicant should know before sending: a warning where a sponsor is
/// needed and none has consented, never a bar.
pub fn remark(
    visit: &Visit,
    organisation: &Organisation,
    row: Option<&SponsorshipRow>,
) -> Option<Notice> {
    let consented = row.is_some_and(|row| row.state == SponsorState::Consented);
    let told = row.map(|row| line(visit, row));
    match (consented, needs_sponsor(organisation)) {
        (false, true) => {
            let missing = visit.t.say("sponsor-missing");
            let text = told.into_iter().chain([missing]).collect::<Vec<_>>();
            Some(Notice {
                tone: Tone::Warn,
                text: text.join(" "),
            })
        }
        _ => told.map(|text| Notice {
            tone: if consented { Tone::Good } else { Tone::Info },
            text,
        }),
    }
}
