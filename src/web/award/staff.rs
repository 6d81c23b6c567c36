//! One award for staff: its agreement, tranches and transfers, reports, changes, story.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::story::story;
use super::tranche::{Names, TrancheLine, dropped, tranche};
use super::{award, desk, words};
use crate::actions::award::{Case, Change, case, print};
use crate::actions::reading::Protected;
use crate::domain::award::{AwardState, PayStage};
use crate::domain::{AccountId, Message, Moment};
use crate::i18n::Locale;
use crate::policy::award::{MayReadBank, MayRun, stands};
use crate::policy::{Actor, Reach};
use crate::store::award::{AmendmentRow, ReportRow};
use crate::store::{Reader, account};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::hold::{Warning, held, warning};
use crate::web::reading;
use crate::web::ui::{self, Badge, Link, Tone};
use crate::web::url;
use crate::web::visit::Visit;

struct ReportLine {
    report: Link,
    due: String,
    state: Badge,
}

struct AmendmentLine {
    title: String,
    words: String,
    line: String,
    agreed: String,
    /// Where it is taken back; empty where it can't be.
    take_back: String,
}

#[derive(Template)]
#[template(path = "award/staff.html")]
struct StaffPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    reference: String,
    state: Badge,
    /// A hold of the organisation, before whoever pays.
    hold: Option<Warning>,
    facts: Vec<(String, String)>,
    conditions: Vec<String>,
    /// Why no money leaves for now.
    waits: Option<ui::Notice>,
    /// Where the agreement is planned; empty where it can't be.
    plan: String,
    /// Where it is laid before the organisation.
    offer: String,
    /// The agreement as PDF, once it is planned.
    pdf: String,
    /// Where the paper that was signed is asked for.
    signed: String,
    tranches: Vec<TrancheLine>,
    /// Transfers that were taken back.
    dropped: Vec<String>,
    /// What is known of the account; empty before it is given.
    bank: Vec<(String, String)>,
    /// Where its number is read; empty for who may not.
    read_bank: String,
    reports: Vec<ReportLine>,
    amendments: Vec<AmendmentLine>,
    /// What a close-out lacks, once the award runs.
    lacks: Vec<String>,
    changes: Vec<Link>,
    story: Vec<ui::Moment>,
    application: Link,
}

/// The award.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let (id, reach) = (award(&id)?, Reach::staff(visit.actor()));
    let load = move |reader: &mut Reader| {
        let Some(case) = case(reader, reach, id)? else {
            return Ok(None);
        };
        let people = case.payments.iter().flat_map(|one| {
            let others = [one.programme_by, one.finance_by];
            others.into_iter().flatten().chain([one.prepared_by])
        });
        let people: Vec<AccountId> = people.collect();
        let names = account::names(reader, &people)?;
        let held = held(reader, &case.application)?;
        Ok(Some((case, names, held)))
    };
    let (case, names, held) = visit.read(load).await?.ok_or(Fault::NotFound)?;
    reading::note(&visit, visit.actor(), Protected::Award(id)).await?;
    let id = case.application.id;
    let hold = held.map(|held| warning(&visit, visit.actor(), id, &held));
    visit.page(&StaffPage {
        hold,
        ..page(&visit, visit.actor(), (&case, &names))
    })
}

fn page(visit: &Visit, actor: &Actor, (case, names): (&Case, &Names)) -> StaffPage {
    let (t, here) = (visit.t, desk(case.award.id));
    let plans = MayRun::plan(actor, case.about()).is_ok();
    let offers = plans && case.award.offered_at.is_none();
    let planned = print(case).is_some();
    let when = |shown: bool, part: &str| match shown {
        true => format!("{here}/{part}"),
        false => String::new(),
    };
    let reads = MayReadBank::of(actor).is_ok() && case.bank.is_some();
    let tranches = case.tranches.iter().zip(case.given_back());
    let tranches = (1_i32..).zip(tranches);
    let taken_back = case.payments.iter();
    let taken_back = taken_back.filter(|one| one.stage() == PayStage::Dropped);
    StaffPage {
        chrome: Chrome::new(visit, &t.say("award-title"))
            .wide()
            .back(Link::new(super::AWARDS, t.say("awards-title"))),
        t,
        organisation: case.owner.name(t.language()).to_owned(),
        reference: case.application.reference.clone(),
        state: words::state(t, case.award.state),
        hold: None,
        facts: facts(visit, case),
        conditions: case.conditions.clone(),
        waits: waits(t, case),
        plan: when(plans, "plan"),
        offer: when(offers && planned, "offer"),
        pdf: when(planned, "agreement.pdf"),
        signed: when(case.award.signed_file_id.is_some(), "signed"),
        tranches: tranches
            .map(|(n, (one, back))| tranche(visit, actor, (case, names), (n, one, back)))
            .collect(),
        dropped: taken_back.map(|one| dropped(t, case, one)).collect(),
        bank: bank(visit, case),
        read_bank: when(reads, "bank"),
        reports: case
            .reports
            .iter()
            .map(|one| report(t, case, one))
            .collect(),
        amendments: case
            .amendments
            .iter()
            .map(|one| amendment(visit, actor, (case, one)))
            .collect(),
        lacks: match case.award.state.is_running() {
            true => case
                .lacks()
                .into_iter()
                .map(|one| words::lack(t, case, one))
                .collect(),
            false => Vec::new(),
        },
        changes: changes(t, actor, case),
        story: story(visit, case),
        application: Link::new(url::dossier(case.application.id), t.say("thread-dossier")),
    }
}

/// That a decision which is taken anew holds up what it had awarded.
fn waits(t: Locale, case: &Case) -> Option<ui::Notice> {
    let held = case.award.state == AwardState::Disbursements;
    let anew = stands(case.application.status).is_err();
    (held && anew).then(|| ui::Notice {
        tone: Tone::Warn,
        text: t.say("stale-award-anew"),
    })
}

fn facts(visit: &Visit, case: &Case) -> Vec<(String, String)> {
    let (t, balance) = (visit.t, case.balance());
    let money = |minor: i64| t.money(case.award.money(minor));
    let mut facts = vec![
        (t.say("award-amount"), t.money(case.award.amount())),
        (t.say("award-period"), words::period(t, case)),
        (t.say("award-disbursed"), money(balance.disbursed)),
        (t.say("award-open"), money(balance.open())),
    ];
    if balance.freed > 0 {
        facts.push((t.say("award-freed"), money(balance.freed)));
    }
    if case.award.state == AwardState::Agreement {
        let offered = case.award.offered_at;
        let offered = offered.map(|at| t.when(at, visit.zone()));
        let offered = offered.unwrap_or_else(|| t.say("award-not-offered"));
        facts.push((t.say("award-offered"), offered));
    }
    facts.extend(case.reasons.iter().map(|one| {
        let who = Message::new("decision-by")
            .with("name", one.by.as_str())
            .with("when", t.when(one.at, visit.zone()));
        let told = format!("{} ({})", one.words, t.tell(&who));
        (t.say("award-reason"), told)
    }));
    facts
}

/// The account as everybody of staff may see it.
fn bank(visit: &Visit, case: &Case) -> Vec<(String, String)> {
    let t = visit.t;
    let Some(row) = &case.bank else {
        return Vec::new();
    };
    let given = Message::new("award-bank-given")
        .with("who", row.given_by.as_str())
        .with("when", t.when(row.given_at, visit.zone()));
    let mut facts = words::account(t, row);
    facts.push((t.say("award-bank-known"), t.tell(&given)));
    facts
}

fn report(t: Locale, case: &Case, row: &ReportRow) -> ReportLine {
    let place = format!("{}/reports/{}", desk(case.award.id), row.position);
    ReportLine {
        report: Link::new(place, words::report(t, row)),
        due: t.day(row.due_on),
        state: words::report_state(t, row),
    }
}

fn amendment(visit: &Visit, actor: &Actor, (case, row): (&Case, &AmendmentRow)) -> AmendmentLine {
    let t = visit.t;
    let line = Message::new("award-amended")
        .with("who", row.made_by.as_str())
        .with("when", t.when(row.made_at, visit.zone()));
    let at = |key: &str, at: Moment| t.with(key, "when", t.when(at, visit.zone()));
    let agreed = match (row.agreed_at, row.dropped_at) {
        (Some(agreed), _) => at("award-amendment-agreed", agreed),
        (None, Some(dropped)) => at("award-amendment-taken-back", dropped),
        (None, None) if row.waits() => t.say("award-amendment-waits"),
        (None, None) => String::new(),
    };
    let may = row.waits() && MayRun::run(actor, case.about()).is_ok();
    AmendmentLine {
        title: match row.ends_after {
            Some(day) => t.with("award-extended-to", "day", t.day(day)),
            None => t.say(words::amendment_key(row.kind)),
        },
        words: row.words.clone(),
        line: t.tell(&line),
        agreed,
        take_back: match may {
            true => format!("{}/amendments/{}", desk(case.award.id), row.number),
            false => String::new(),
        },
    }
}

fn changes(t: Locale, actor: &Actor, case: &Case) -> Vec<Link> {
    let all = Change::ALL.into_iter().filter(|one| one.may(actor, case));
    let link = |one: Change| {
        let place = format!("{}/changes/{}", desk(case.award.id), one.code());
        Link::new(place, t.say(super::change::key(one)))
    };
    all.map(link).collect()
}
