//! The tranches of an award for staff, with the transfers that they became.

use std::collections::BTreeMap;

use super::terms::after;
use super::{desk, words};
use crate::actions::award::Case;
use crate::domain::award::{PayStage, Tranche};
use crate::domain::{AccountId, Message, Moment};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::policy::award::{MayApprove, MayRun, MayTakeBack};
use crate::store::award::DisbursementRow;
use crate::web::ui::{Badge, Link, Tone};
use crate::web::visit::Visit;

/// Names of the people who acted on transfers.
pub type Names = BTreeMap<AccountId, String>;

/// A tranche with the transfer that it became.
pub struct TrancheLine {
    pub number: String,
    pub amount: String,
    pub due: String,
    pub after: String,
    pub state: Option<Badge>,
    /// How it is paid, and who approved.
    pub details: Vec<String>,
    pub links: Vec<Link>,
}

/// A tranche as it stands.
pub fn tranche(
    visit: &Visit,
    actor: &Actor,
    (case, names): (&Case, &Names),
    (position, one, back): (i32, &Tranche, i64),
) -> TrancheLine {
    let (t, payment) = (visit.t, case.payment_of(position));
    let mut links = Vec::new();
    let pays = MayRun::pay(actor, case.about()).is_ok();
    let freed = payment.is_none() && back == one.minor;
    match payment {
        None if !freed && MayRun::prepare(actor, case.under()).is_ok() => {
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
        state: match payment {
            Some(row) => Some(words::stage(t, row.stage())),
            None => freed.then(|| Badge {
                text: t.say("award-tranche-freed"),
                tone: Tone::Neutral,
            }),
        },
        details: {
            let back = words::given_back(t, case, back).filter(|_| !freed);
            let told = payment.map(|row| details(visit, (case, names), row));
            told.into_iter().flatten().chain(back).collect()
        },
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
    let may = MayApprove::on(actor, case.under(), about, row.programme_by);
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
    let senders = case.senders_of(row.id);
    if MayTakeBack::on(actor, case.about(), about, &senders).is_ok() {
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
    details.extend(account(t, case, row));
    let on = row
        .paid_on
        .map(|day| t.with("award-executed", "day", t.day(day)));
    details.extend(on);
    details
}

/// Where an approved transfer goes, and that another account was given since.
fn account(t: Locale, case: &Case, row: &DisbursementRow) -> Vec<String> {
    let Some(to) = row.bank_id.and_then(|_| case.account_of(row)) else {
        return Vec::new();
    };
    let goes = t.with("award-goes-to", "account", words::masked(t, to));
    let other = words::other_account(t, case, row).filter(|_| row.stage().is_under_way());
    std::iter::once(goes).chain(other).collect()
}

/// A transfer that was taken back.
pub fn dropped(t: Locale, case: &Case, row: &DisbursementRow) -> String {
    let words = Message::new("award-dropped-line")
        .with("n", i64::from(row.position))
        .with("paid", case.award.money(row.amount_minor))
        .with("why", row.dropped_reason.as_str());
    t.tell(&words)
}
