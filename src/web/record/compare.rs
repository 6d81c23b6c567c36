//! Two versions beside each other: what changed first, the rest behind it.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::difference::{Difference, difference};
use super::{Asker, Side, Subject, subject};
use crate::actions::reading::Protected;
use crate::domain::{ApplicationId, Message, Problems};
use crate::i18n::Locale;
use crate::store::submission::{self, Submission, Version};
use crate::web::access::{Applicant, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::reading;
use crate::web::ui::{Choice, Control, Field, Link};

/// The two versions; the last two unless it says.
#[derive(Deserialize)]
pub struct Pair {
    from: Option<i32>,
    to: Option<i32>,
}

/// Versions that are offered to compare.
const OFFERED: i64 = 200;

#[derive(Template)]
#[template(path = "record/comparison.html")]
struct ComparisonPage {
    chrome: Chrome,
    t: Locale,
    reference: String,
    organisation: String,
    title: String,
    /// Of the earlier version and of the later, when and by whom.
    sent: [String; 2],
    difference: Difference,
    compare: Vec<Field>,
    /// Where two others are compared.
    comparison: String,
}

/// Two versions for their applicant.
pub async fn of_applicant(
    visit: Applicant,
    id: Path<String>,
    pair: Query<Pair>,
) -> Result<HttpResponse, Fault> {
    show(Asker::applicant(&visit), &id, &pair).await
}

/// Two versions for staff.
pub async fn of_staff(
    visit: Staff,
    id: Path<String>,
    pair: Query<Pair>,
) -> Result<HttpResponse, Fault> {
    show(Asker::staff(&visit), &id, &pair).await
}

struct Compared {
    subject: Subject,
    versions: Vec<Version>,
    first: Submission,
    second: Submission,
}

async fn show(asker: Asker<'_>, id: &str, pair: &Pair) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let reach = asker.side.reach(asker.actor);
    let (from, to) = (pair.from, pair.to);
    let found = asker.visit.read(move |reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let versions = submission::versions(reader, reach, id, None, OFFERED)?;
        let latest = versions.first().map_or(0, |version| version.number);
        let to = to.unwrap_or(latest);
        let from = from.unwrap_or_else(|| to.saturating_sub(1).max(1));
        // Whichever way they are named, the earlier one is the first.
        let (from, to) = (from.min(to), from.max(to));
        let first = submission::of_version(reader, reach, id, from)?;
        let second = submission::of_version(reader, reach, id, to)?;
        Ok(first.zip(second).map(|(first, second)| Compared {
            subject,
            versions,
            first,
            second,
        }))
    });
    let compared = found.await?.ok_or(Fault::NotFound)?;
    if asker.side == Side::Staff {
        reading::note(asker.visit, asker.actor, Protected::Answers(id)).await?;
    }
    asker.visit.page(&page(asker, &compared))
}

fn page(asker: Asker<'_>, compared: &Compared) -> ComparisonPage {
    let (t, subject) = (asker.visit.t, &compared.subject);
    let (first, second) = (&compared.first, &compared.second);
    let title = Message::new("record-comparison")
        .with("from", i64::from(first.version))
        .with("to", i64::from(second.version));
    let title = t.tell(&title);
    let back = asker.side.page(subject.row.id, "versions");
    let back = Link::new(back, t.say("record-versions"));
    ComparisonPage {
        chrome: Chrome::new(asker.visit, &title).back(back),
        t,
        reference: subject.row.reference.clone(),
        organisation: subject.organisation.name(t.language()).to_owned(),
        title,
        sent: [first, second].map(|one| sent(asker, compared, one)),
        difference: difference(t, &subject.form, &first.answers, &second.answers),
        compare: choices(t, &compared.versions, (first.version, second.version)),
        comparison: asker.side.page(subject.row.id, "comparison"),
    }
}

fn sent(asker: Asker<'_>, compared: &Compared, one: &Submission) -> String {
    let mut versions = compared.versions.iter();
    let officer = versions.find(|version| version.number == one.version);
    let words = Message::new("record-version-sent")
        .with("n", i64::from(one.version))
        .with(
            "when",
            asker.visit.t.when(one.submitted_at, asker.visit.zone()),
        )
        .with(
            "who",
            officer.map_or("", |version| version.officer.as_str()),
        );
    asker.visit.t.tell(&words)
}

/// The fields that ask for two versions.
pub fn choices(t: Locale, versions: &[Version], (from, to): (i32, i32)) -> Vec<Field> {
    let ask = Fields {
        t,
        problems: &Problems::default(),
    };
    let options = |chosen: i32| -> Vec<Choice> {
        let option = |version: &Version| Choice {
            value: version.number.to_string(),
            label: t.with("record-nth", "n", version.number),
            hint: None,
            chosen: version.number == chosen,
        };
        versions.iter().map(option).collect()
    };
    vec![
        ask.field("from", "record-from", "", Control::Select(options(from))),
        ask.field("to", "record-to", "", Control::Select(options(to))),
    ]
}
