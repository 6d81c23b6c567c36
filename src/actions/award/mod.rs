//! Awards: opening one, reading all of it, and what is done with it.

mod agreement;
mod bank;
mod end;
mod file;
mod pay;
mod remind;
mod report;
mod screening;

pub use agreement::{agree, agree_on_paper, offer, plan, print, take_paper};
pub use bank::{give_bank, read_bank};
pub use end::{Change, ChangeText, agree_amendment, change, replace, take_back_amendment};
pub use file::{FileText, Format, Made, make_file};
pub use pay::{approve, drop_payment, note_paid, prepare};
pub use remind::remind_owed;
pub use report::{judge, save_report};
pub use screening::{PayConcern, pay_concern};

use super::{Refusal, letters};
use crate::domain::application::Status;
use crate::domain::award::{Balance, Lack, PayStage, Plan, ReportPlan, Tranche, given_back, lacks};
use crate::domain::decision::Decision;
use crate::domain::organisation::Organisation;
use crate::domain::programme::Programme;
use crate::domain::{AccountId, AwardId, DisbursementId, Money};
use crate::policy::award::About;
use crate::policy::decision::MayRelease;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::award::{
    self, AmendmentRow, AwardRow, BankRow, DisbursementRow, ReasonRow, ReportRow,
};
use crate::store::{
    Reader, StoreError, Tx, account, audit, decision, notice, organisation, programme, round,
    submission,
};

/// One award with everything that hangs on it.
#[derive(Debug, Clone)]
pub struct Case {
    pub award: AwardRow,
    pub application: ApplicationRow,
    pub owner: Organisation,
    pub programme: Programme,
    /// The demands put on it.
    pub conditions: Vec<String>,
    pub tranches: Vec<Tranche>,
    pub payments: Vec<DisbursementRow>,
    pub reports: Vec<ReportRow>,
    pub amendments: Vec<AmendmentRow>,
    /// Why money went back and why it ended, in order.
    pub reasons: Vec<ReasonRow>,
    /// Where the money goes by now, as everybody may see it.
    pub bank: Option<BankRow>,
    /// Every account that was given, the last one too.
    accounts: Vec<BankRow>,
    /// Which transfers went to the bank, and who made the file.
    senders: Vec<(DisbursementId, AccountId)>,
}

/// Reads an award within reach.
pub fn case(reader: &mut Reader, reach: Reach, id: AwardId) -> Result<Option<Case>, StoreError> {
    let Some(award) = award::find(reader, reach, id)? else {
        return Ok(None);
    };
    let missing = |what: &str| StoreError::Damaged(format!("an award without its {what}"));
    let row = application::find(reader, reach, award.application_id)?;
    let row = row.ok_or_else(|| missing("application"))?;
    let round = round::by_id(reader, row.round_id)?.ok_or_else(|| missing("round"))?;
    let programme = programme::by_id(reader, round.programme_id)?;
    let owner = organisation::seen_by(reader, reach, &[row.organisation_id])?.pop();
    let decisions = decision::of_application(reader, reach, row.id)?.into_iter();
    let own = decisions.rev().find(|one| one.id.as_str() == id.as_str());
    let conditions = own.map(|one| one.conditions).unwrap_or_default();
    let accounts = award::bank_rows(reader, id)?;
    Ok(Some(Case {
        tranches: award::tranches(reader, id)?,
        payments: award::disbursements(reader, id)?,
        reports: award::reports(reader, id)?,
        amendments: award::amendments(reader, id)?,
        reasons: award::reasons(reader, id)?,
        bank: accounts.last().cloned(),
        accounts,
        senders: award::senders(reader, id)?,
        conditions: conditions.into_iter().map(|one| one.text).collect(),
        owner: owner.ok_or_else(|| missing("organisation"))?,
        programme: programme.ok_or_else(|| missing("programme"))?,
        application: row,
        award,
    }))
}

impl Case {
    /// What policy asks about it.
    pub fn about(&self) -> About {
        (self.award.id, self.award.state)
    }

    /// Its money.
    pub fn balance(&self) -> Balance {
        let paid = self.payments.iter().filter(|one| one.paid_on.is_some());
        let paid = paid.filter(|one| one.stage() == PayStage::Paid);
        Balance {
            awarded: self.award.amount().minor,
            disbursed: paid.map(|one| one.amount_minor).sum(),
            freed: self.award.freed_minor,
        }
    }

    /// Transfers that are prepared and not executed.
    pub fn under_way(&self) -> impl Iterator<Item = &DisbursementRow> {
        let all = self.payments.iter();
        all.filter(|one| one.stage().is_under_way())
    }

    /// What is neither paid, under way nor given back.
    pub fn free(&self) -> Money {
        let taken: i64 = self.under_way().map(|one| one.amount_minor).sum();
        self.award.money((self.balance().open() - taken).max(0))
    }

    /// Where it stands, and where its application does: what money leaves under.
    pub fn under(&self) -> (About, Status) {
        (self.about(), self.application.status)
    }

    /// Changes of its terms that the organisation has not answered.
    pub fn waiting(&self) -> usize {
        self.amendments.iter().filter(|one| one.waits()).count()
    }

    /// What a close-out lacks.
    pub fn lacks(&self) -> Vec<Lack> {
        let reports = self.reports.iter().map(|one| (one.position, one.state));
        let open = (self.under_way().count(), self.waiting());
        lacks(self.balance(), open, reports)
    }

    /// What of each tranche went back to the budget, in minor units.
    pub fn given_back(&self) -> Vec<i64> {
        let one = |(position, tranche): (i32, &Tranche)| {
            let payment = self.payment_of(position);
            (tranche.minor, payment.map(|row| row.amount_minor))
        };
        let tranches: Vec<_> = (1_i32..).zip(&self.tranches).map(one).collect();
        given_back(&tranches, self.award.freed_minor)
    }

    /// What is to be paid of a tranche: less than was planned once money went back.
    pub fn left_of(&self, position: i32) -> Option<Money> {
        let at = usize::try_from(position).ok()?.checked_sub(1)?;
        let back = self.given_back().get(at).copied()?;
        Some(self.award.money(self.tranches.get(at)?.minor - back))
    }

    /// The account that a transfer goes to: the one that was approved for it, or before
    /// that the one that counts now.
    pub fn account_of(&self, row: &DisbursementRow) -> Option<&BankRow> {
        match row.bank_id {
            Some(id) => self.accounts.iter().find(|one| one.id == id),
            None => self.bank.as_ref(),
        }
    }

    /// Who sent a transfer to the bank.
    pub fn senders_of(&self, id: DisbursementId) -> Vec<AccountId> {
        let own = self.senders.iter().filter(|(of, _)| *of == id);
        own.map(|(_, by)| *by).collect()
    }

    /// The plan, once there is one.
    pub fn plan(&self) -> Option<Plan> {
        let report = |one: &ReportRow| ReportPlan {
            kind: one.kind,
            due: one.due_on,
        };
        Some(Plan {
            tongue: self.award.tongue,
            starts: self.award.starts_on?,
            ends: self.award.ends_on?,
            tranches: self.tranches.clone(),
            reports: self.reports.iter().map(report).collect(),
        })
    }

    /// A tranche by its number.
    pub fn tranche(&self, position: i32) -> Option<&Tranche> {
        let at = usize::try_from(position).ok()?.checked_sub(1)?;
        self.tranches.get(at)
    }

    /// The disbursement of a tranche that was not dropped.
    pub fn payment_of(&self, position: i32) -> Option<&DisbursementRow> {
        let mut all = self.payments.iter().rev();
        all.find(|one| one.position == position && one.dropped_at.is_none())
    }
}

/// The award within the reach of staff, for a change.
fn for_staff(tx: &mut Tx, actor: &Actor, id: AwardId) -> Result<Case, Refusal> {
    case(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)
}

/// The award within the reach of its organisation, for a change.
fn for_owner(tx: &mut Tx, actor: &Actor, id: AwardId) -> Result<Case, Refusal> {
    case(tx, Reach::applicant(actor), id)?.ok_or(Refusal::NotFound)
}

fn note(tx: &mut Tx, id: AwardId, verb: &str, change: (&str, &str)) -> Result<(), StoreError> {
    audit(tx, verb, ("award", id.as_str()), change.0, change.1)
}

/// Opens the award of a decision in the transaction of its release. Its agreement is in
/// the language of whoever sent the application, until staff say another one.
pub fn open(
    tx: &mut Tx,
    may: &MayRelease,
    (actor, row): (&Actor, &ApplicationRow),
    decision: &Decision,
) -> Result<(), StoreError> {
    let Some(amount) = decision.amount else {
        return Ok(());
    };
    let sent = submission::latest(tx, Reach::staff(actor), row.id)?;
    let person = sent.map_or(row.created_by, |sent| sent.submitted_by);
    let tongue = account::by_id(tx, person)?.map(|one| one.language);
    let tongue = tongue.unwrap_or_default();
    let id = award::open(tx, may, (row.id, amount), tongue)?;
    note(tx, id, "open_award", ("", "agreement"))
}

/// Writes to everybody of the organisation that there is news of its award.
fn tell(tx: &mut Tx, case: &Case, site: &str) -> Result<(), StoreError> {
    let link = format!("{site}/awards/{}", case.award.id);
    for one in notice::members(tx, case.owner.id)? {
        let words = ("mail-award-subject", "mail-award-body");
        letters::post(tx, one.language, &one.email, words, &link)?;
    }
    Ok(())
}
