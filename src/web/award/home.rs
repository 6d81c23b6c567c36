//! What awards ask of an organisation, on the page where its people begin.

use std::collections::BTreeMap;

use super::own;
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::{Message, Moment, OrganisationId};
use crate::policy::Reach;
use crate::store::award::{self, Waits};
use crate::store::{Reader, StoreError, organisation};
use crate::web::ui::{Badge, Tone};
use crate::web::visit::Visit;

/// Reports are told of so many days before they are due.
const AHEAD_DAYS: i64 = 30;
/// Tasks of a kind at most.
const MOST: i64 = 20;

/// One thing to do.
pub struct AwardTask {
    pub href: String,
    pub title: String,
    pub organisation: String,
    pub reference: String,
    pub text: String,
    pub state: Badge,
}

/// What awards ask.
pub struct Asked {
    agreements: Vec<Waits>,
    /// With number and day of each.
    reports: Vec<(Waits, i32, Day)>,
    owners: BTreeMap<OrganisationId, Organisation>,
}

/// Reads what awards within reach ask.
pub fn asked(
    reader: &mut Reader,
    reach: Reach,
    (now, zone): (Moment, &str),
) -> Result<Asked, StoreError> {
    let until = now.plus_days(AHEAD_DAYS).day(zone);
    let agreements = award::to_accept(reader, reach, MOST)?;
    let reports = award::to_report(reader, reach, until, MOST)?;
    let all = agreements.iter().chain(reports.iter().map(|one| &one.0));
    let owners: Vec<OrganisationId> = all.map(|one| one.3).collect();
    let owners = organisation::seen_by(reader, reach, &owners)?.into_iter();
    Ok(Asked {
        owners: owners.map(|one| (one.id, one)).collect(),
        agreements,
        reports,
    })
}

/// The same in words, agreements first.
pub fn tasks(visit: &Visit, asked: &Asked) -> Vec<AwardTask> {
    let (t, today) = (visit.t, visit.now().day(visit.zone()));
    let task = |waits: &Waits, text: String, (key, tone): (&str, Tone)| AwardTask {
        href: own(waits.0),
        title: match waits.1.as_str() {
            "" => waits.2.clone(),
            title => title.to_owned(),
        },
        organisation: asked
            .owners
            .get(&waits.3)
            .map(|one| one.name(t.language()).to_owned())
            .unwrap_or_default(),
        reference: waits.2.clone(),
        text,
        state: Badge {
            text: t.say(key),
            tone,
        },
    };
    let agreements = asked.agreements.iter().map(|waits| {
        let text = t.say("award-home-agreement");
        task(waits, text, ("award-home-waits", Tone::Warn))
    });
    let reports = asked.reports.iter().map(|(waits, number, due)| {
        let (words, state) = match *due < today {
            true => ("award-home-overdue", ("award-home-late", Tone::Bad)),
            false => ("award-home-report", ("award-home-due", Tone::Warn)),
        };
        let told = Message::new(words)
            .with("n", i64::from(*number))
            .with("day", t.day(*due));
        task(waits, t.tell(&told), state)
    });
    agreements.chain(reports).collect()
}
