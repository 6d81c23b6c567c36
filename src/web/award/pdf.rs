//! The agreement as PDF, in the language that was chosen for the organisation.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::award;
use super::terms::Terms;
use crate::actions::award::{Case, case, print};
use crate::domain::AwardId;
use crate::exchange::pdf::{Block, Document, Fact, Head, Table};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::web::access::{Applicant, Fresh, Staff};
use crate::web::errors::Fault;
use crate::web::reading;
use crate::web::record::hand_out;
use crate::web::visit::Visit;

/// Where a name or a day is written by hand.
const LINE: &str = "______________________________";

/// The agreement for staff.
pub async fn of_staff(visit: Fresh<Staff>, id: Path<String>) -> Result<HttpResponse, Fault> {
    answer(&visit, Reach::staff(visit.actor()), award(&id)?, false).await
}

/// The agreement for the organisation, once it was laid before it.
pub async fn of_owner(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    answer(&visit, Reach::applicant(visit.actor()), award(&id)?, true).await
}

async fn answer(
    visit: &Visit,
    reach: Reach,
    id: AwardId,
    offered: bool,
) -> Result<HttpResponse, Fault> {
    let found = visit.read(move |reader| case(reader, reach, id)).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let print = print(&found).ok_or(Fault::NotFound)?;
    if offered && found.award.offered_at.is_none() {
        return Err(Fault::NotFound);
    }
    if !offered {
        reading::take_copies(visit, vec![found.application.id], "agreement").await?;
    }
    let t = Locale::of(found.award.tongue);
    let name = format!("{}-agreement", found.application.reference);
    hand_out(t, document(visit, t, (&found, &print)), &name).await
}

fn document(visit: &Visit, t: Locale, (case, print): (&Case, &str)) -> Document {
    let (title, terms) = (t.say("award-agreement"), Terms::of(t, case));
    let facts = terms.facts.iter();
    let facts = facts.map(|(label, value)| Fact {
        label: label.clone(),
        value: value.clone(),
    });
    let mut blocks = vec![Block::Title(title.clone()), Block::Facts(facts.collect())];
    if !terms.conditions.is_empty() {
        blocks.push(Block::Heading(t.say("outcome-conditions")));
        let texts = terms.conditions.into_iter();
        blocks.extend(texts.map(Block::Paragraph));
    }
    blocks.push(Block::Heading(t.say("award-tranches")));
    blocks.push(table(
        t,
        "award-tranches",
        &["award-number", "award-amount", "award-due", "award-before"],
        terms.tranches.into_iter().map(Vec::from),
    ));
    if !terms.reports.is_empty() {
        blocks.push(Block::Heading(t.say("award-reports")));
        blocks.push(table(
            t,
            "award-reports",
            &["award-number", "award-report-kind", "award-due"],
            terms.reports.into_iter().map(Vec::from),
        ));
    }
    blocks.push(Block::Heading(t.say("award-clauses")));
    blocks.extend(terms.clauses.into_iter().map(Block::Paragraph));
    blocks.push(Block::Heading(t.say("award-signature")));
    blocks.push(Block::Facts(signature(visit, t, case)));
    let reference = case.application.reference.clone();
    Document {
        language: t.language().code(),
        rtl: t.language().direction() == "rtl",
        title: format!("{reference} – {title}"),
        header: (reference, case.owner.name(t.language()).to_owned()),
        footer: format!("SHA-256 {print}"),
        blocks,
    }
}

fn table(
    t: Locale,
    caption: &str,
    heads: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> Block {
    let head = |key: &&str| Head {
        text: t.say(key),
        num: *key == "award-amount",
    };
    Block::Table(Table {
        caption: t.say(caption),
        heads: heads.iter().map(head).collect(),
        rows: rows.collect(),
    })
}

/// Who agreed and when, or where to sign.
fn signature(visit: &Visit, t: Locale, case: &Case) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let (who, when) = match case.award.agreed_at {
        Some(at) => (case.award.agreed_name.clone(), t.when(at, visit.zone())),
        None => (LINE.to_owned(), LINE.to_owned()),
    };
    vec![
        fact("award-signed-for", case.owner.name(t.language()).to_owned()),
        fact("award-signed-by", who),
        fact("award-signed-at", when),
    ]
}
