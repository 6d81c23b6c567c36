//! Awards in the demonstration, at three places of their life: the agreement waits for
//! the organisation, a second transfer waits for finance, the last report waits for staff.

use super::hands::Owner;
use super::seed::Seeder;
use super::story::{Panel, SITE};
use crate::actions::award::{
    agree, approve, case, give_bank, judge, note_paid, offer, plan, prepare, print, save_report,
};
use crate::cli::Failure;
use crate::domain::award::{BankText, PayText, PlanDraft, ReportText, TrancheText};
use crate::domain::certification::Statement;
use crate::domain::{AwardId, DisbursementId, Money};
use crate::policy::{Actor, Reach};
use crate::store::{Reader, award};

/// Why transfers are approved where list screening leaves something open.
const REASON: &str = "Looked at by both of us; the register shows another person.";
/// The example of the register of account numbers: nobody's.
const IBAN: &str = "PS92 PALS 0000 0000 0400 1234 5670 2";

/// Tells of the first awards that both admins may see.
pub fn tell(seeder: &Seeder, panel: &Panel, cast: &[Owner]) -> Result<(), Failure> {
    let [first, second, ..] = panel.admins.as_slice() else {
        return Ok(());
    };
    let mut place = 0;
    for owner in cast.iter().filter(|one| !one.content.filed) {
        let application = owner.told.application;
        let found = seeder.database.read(|reader: &mut Reader| {
            let Some(id) = award::of_application(reader, application)? else {
                return Ok::<_, crate::store::StoreError>(None);
            };
            let seen = [first, second].map(|one| award::find(reader, Reach::staff(one), id));
            let [one, other] = seen;
            Ok(one?.and(other?).map(|row| (id, row.amount())))
        })?;
        let Some((id, amount)) = found else { continue };
        let life = Life {
            seeder,
            admins: (first, second),
            owner: &owner.person,
            holder: &owner.content.name_latin,
            id,
        };
        match place {
            0 => life.offered(amount)?,
            1 => life.running(amount)?,
            2 => life.reported(amount)?,
            _ => return Ok(()),
        }
        place += 1;
    }
    Ok(())
}

/// One award with those who work on it.
struct Life<'a> {
    seeder: &'a Seeder<'a>,
    admins: (&'a Actor, &'a Actor),
    owner: &'a Actor,
    /// In whose name the account is.
    holder: &'a str,
    id: AwardId,
}

impl Life<'_> {
    fn offered(&self, amount: Money) -> Result<(), Failure> {
        let (admin, id) = (self.admins.0, self.id);
        let draft = self.plan(amount);
        self.seeder
            .act(Some(admin), 22, |tx| plan(tx, admin, id, &draft))?;
        self.seeder
            .act(Some(admin), 21, |tx| offer(tx, admin, id, SITE))
    }

    fn agreed(&self, amount: Money) -> Result<(), Failure> {
        self.offered(amount)?;
        let (owner, id) = (self.owner, self.id);
        let statement = Statement {
            name: owner.name.clone(),
            role: "Director".to_owned(),
            agreed: true,
        };
        self.seeder.act(Some(owner), 18, |tx| {
            let found = case(tx, Reach::applicant(owner), id)?;
            let read = found.and_then(|found| print(&found)).unwrap_or_default();
            agree(tx, owner, (id, &read), &statement)
        })?;
        let bank = BankText {
            holder: self.holder.to_owned(),
            bank: "Bank of the Fiction".to_owned(),
            iban: IBAN.to_owned(),
            bic: "PALSPS22".to_owned(),
        };
        self.seeder
            .act(Some(owner), 17, |tx| give_bank(tx, owner, id, &bank))
    }

    /// The first tranche is paid; the second waits for finance, in another currency.
    fn running(&self, amount: Money) -> Result<(), Failure> {
        self.agreed(amount)?;
        self.pay(1, 16)?;
        let rate = PayText {
            currency: "ILS".to_owned(),
            rate: "3.4150".to_owned(),
            day: self.day(-2),
            source: "Bank of Israel".to_owned(),
        };
        let (admin, id) = (self.admins.0, self.id);
        self.seeder
            .act(Some(admin), 6, |tx| prepare(tx, admin, (id, 2), &rate))?;
        self.approve(admin, 5)?;
        let (owner, words) = (self.owner, "We have hired the second lawyer.");
        self.seeder.act(Some(owner), 4, |tx| {
            save_report(tx, owner, (id, 1), (words, ""), false)
        })
    }

    /// All is paid; the first report is accepted, the last one sent.
    fn reported(&self, amount: Money) -> Result<(), Failure> {
        self.agreed(amount)?;
        self.pay(1, 16)?;
        self.pay(2, 12)?;
        let (admin, id) = (self.admins.1, self.id);
        self.report(1, 8)?;
        self.seeder.act(Some(admin), 7, |tx| {
            judge(tx, admin, (id, 1), (true, ""), SITE)
        })?;
        self.report(2, 5)
    }

    fn report(&self, number: i32, hours: i64) -> Result<(), Failure> {
        let (owner, id) = (self.owner, self.id);
        let words = "The office is open again, and three people are back at work.";
        self.seeder.act(Some(owner), hours, |tx| {
            save_report(tx, owner, (id, number), (words, "4000"), true)
        })
    }

    /// Prepares, approves twice and notes as paid, from so many hours ago on.
    fn pay(&self, tranche: i32, hours: i64) -> Result<(), Failure> {
        let ((first, second), id) = (self.admins, self.id);
        let own = PayText {
            currency: "USD".to_owned(),
            ..PayText::default()
        };
        self.seeder.act(Some(first), hours, |tx| {
            prepare(tx, first, (id, tranche), &own)
        })?;
        self.approve(first, hours)?;
        self.approve(second, hours - 1)?;
        let (payment, day) = (self.under_way()?, self.day(0));
        self.seeder.act(Some(first), hours - 2, |tx| {
            note_paid(tx, first, (id, payment), &day)
        })
    }

    fn approve(&self, admin: &Actor, hours: i64) -> Result<(), Failure> {
        let (payment, id) = (self.under_way()?, self.id);
        self.seeder.act(Some(admin), hours, |tx| {
            let bank = case(tx, Reach::operator(), id)?.and_then(|found| found.bank);
            let account = bank.map(|bank| bank.id.to_string()).unwrap_or_default();
            approve(tx, admin, (id, payment), (&account, REASON))
        })
    }

    fn under_way(&self) -> Result<DisbursementId, Failure> {
        let (id, reach) = (self.id, Reach::operator());
        let found = self
            .seeder
            .database
            .read(|reader| case(reader, reach, id))?;
        let found = found.and_then(|found| found.under_way().map(|one| one.id).next());
        found.ok_or_else(|| Failure::Failed("no transfer is under way".to_owned()))
    }

    fn day(&self, days: i64) -> String {
        let at = self.seeder.now.plus_days(days);
        at.day(self.seeder.zone()).iso()
    }

    fn plan(&self, amount: Money) -> PlanDraft {
        let first = Money::new(amount.minor / 2, amount.currency);
        let rest = Money::new(amount.minor - first.minor, amount.currency);
        let tranche = |money: Money, days: i64| TrancheText {
            amount: money.decimal(),
            due: self.day(days),
            after: String::new(),
        };
        let report = |kind: &str, days: i64| ReportText {
            kind: kind.to_owned(),
            due: self.day(days),
        };
        PlanDraft {
            tongue: self.owner.language.code().to_owned(),
            starts: self.day(1),
            ends: self.day(365),
            tranches: vec![tranche(first, 3), tranche(rest, 20)],
            reports: vec![report("progress", 5), report("final", 395)],
        }
    }
}
