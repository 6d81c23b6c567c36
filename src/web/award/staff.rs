//! One award for staff: its agreement, tranches and transfers, reports, changes, story.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::story::story;
use super::terms::after;
use super::{award, desk, words};
use crate::actions::award::{Case, Change, case, print};
use crate::domain::award::{AmendmentKind, AwardState, PayStage, Tranche};
use crate::domain::{AccountId, Message, Moment};
use crate::i18n::Locale;
use crate::policy::award::{MayApprove, MayReadBank, MayRun};
use crate::policy::{Actor, Reach};
use crate::store::award::{AmendmentRow, DisbursementRow, ReportRow};
use crate::store::{Reader, account};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::hold::{Warning, held, warning};
use crate::web::ui::{self, Badge, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// A tranche with the transfer that it became.
struct TrancheLine {
    number: String,
    amount: String,
    due: String,
    after: String,
    state: Option<Badge>,
    /// How it is paid, and who approved.
    details: Vec<String>,
    links: Vec<Link>,
}

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

type Names = BTreeMap<AccountId, String>;

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
    let tranches = (1_i32..).zip(&case.tranches);
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
        plan: when(plans, "plan"),
        offer: when(offers && planned, "offer"),
        pdf: when(planned, "agreement.pdf"),
        signed: when(case.award.signed_file_id.is_some(), "signed"),
        tranches: tranches
            .map(|one| tranche(visit, actor, (case, names), one))
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
            .map(|one| amendment(visit, one))
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
    if !case.award.ended_reason.is_empty() {
        facts.push((t.say("award-reason"), case.award.ended_reason.clone()));
    }
    facts
}

fn tranche(
    visit: &Visit,
    actor: &Actor,
    (case, names): (&Case, &Names),
    (position, one): (i32, &Tranche),
) -> TrancheLine {
    let (t, payment) = (visit.t, case.payment_of(position));
    let mut links = Vec::new();
    let pays = MayRun::pay(actor, case.about()).is_ok();
    match payment {
        None if pays => {
            let place = format!("{}/tranches/{position}", desk(case.award.id));
            links.push(Link::new(place, t.say("award-prepare")));
        }
        Some(row) if pays => links = steps(t, actor, case, row),
        None | Some(_) => {}
    }
    TrancheLine {
        number: t.number(position.into()),
        amount: t.money(case.award.money(one.minor)),
        due: t.day(one.due),
        after: after(t, one),
        state: payment.map(|row| words::stage(t, row.stage())),
        details: payment.map_or_else(Vec::new, |row| details(visit, (case, names), row)),
        links,
    }
}

/// What the reader can do with a transfer.
fn steps(t: Locale, actor: &Actor, case: &Case, row: &DisbursementRow) -> Vec<Link> {
    let link = |step: &str, key: &str| {
        let place = format!("{}/disbursements/{}/{step}", desk(case.award.id), row.id);
        Link::new(place, t.say(key))
    };
    let about = (row.id, row.stage());
    let mut links = Vec::new();
    let may = MayApprove::on(actor, case.about(), about, row.programme_by);
    let own = |may: &MayApprove| {
        let bank = case.bank.as_ref();
        bank.is_some_and(|bank| may.pays_to(bank.giver).is_err())
    };
    if may.is_ok_and(|may| !own(&may)) {
        links.push(link("approval", "award-approve"));
    }
    if matches!(row.stage(), PayStage::Approved | PayStage::Exported) {
        links.push(link("execution", "award-note-paid"));
    }
    if row.stage().is_under_way() {
        links.push(link("drop", "award-take-back"));
    }
    links
}

fn details(visit: &Visit, (case, names): (&Case, &Names), row: &DisbursementRow) -> Vec<String> {
    let t = visit.t;
    let approved = |key: &'static str, by: Option<AccountId>, at: Option<Moment>, why: &str| {
        let words = Message::new(key)
            .with("who", names.get(&by?).map_or("", String::as_str))
            .with("when", t.when(at?, visit.zone()));
        let words = t.tell(&words);
        Some(match why.is_empty() {
            true => words,
            false => format!("{words} {}", t.with("award-reasoned", "why", why)),
        })
    };
    let mut details = vec![words::paid(t, case, row)];
    let (programme, finance) = (&row.programme_reason, &row.finance_reason);
    let key = "award-by-programme";
    details.extend(approved(key, row.programme_by, row.programme_at, programme));
    let key = "award-by-finance";
    details.extend(approved(key, row.finance_by, row.finance_at, finance));
    let on = row
        .paid_on
        .map(|day| t.with("award-executed", "day", t.day(day)));
    details.extend(on);
    details
}

fn dropped(t: Locale, case: &Case, row: &DisbursementRow) -> String {
    let words = Message::new("award-dropped-line")
        .with("n", i64::from(row.position))
        .with("paid", case.award.money(row.amount_minor))
        .with("why", row.dropped_reason.as_str());
    t.tell(&words)
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
    vec![
        (t.say("bank-holder"), row.holder.clone()),
        (t.say("bank-name"), row.bank.clone()),
        (t.say("bank-iban"), row.masked.clone()),
        (t.say("award-bank-known"), t.tell(&given)),
    ]
}

fn report(t: Locale, case: &Case, row: &ReportRow) -> ReportLine {
    let place = format!("{}/reports/{}", desk(case.award.id), row.position);
    ReportLine {
        report: Link::new(place, words::report(t, row)),
        due: t.day(row.due_on),
        state: words::report_state(t, row),
    }
}

fn amendment(visit: &Visit, row: &AmendmentRow) -> AmendmentLine {
    let t = visit.t;
    let line = Message::new("award-amended")
        .with("who", row.made_by.as_str())
        .with("when", t.when(row.made_at, visit.zone()));
    let agreed = match row.agreed_at {
        Some(at) => t.with("award-amendment-agreed", "when", t.when(at, visit.zone())),
        None if row.kind == AmendmentKind::Terms => t.say("award-amendment-waits"),
        None => String::new(),
    };
    AmendmentLine {
        title: match row.ends_after {
            Some(day) => t.with("award-extended-to", "day", t.day(day)),
            None => t.say(words::amendment_key(row.kind)),
        },
        words: row.words.clone(),
        line: t.tell(&line),
        agreed,
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
