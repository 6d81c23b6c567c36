//! Disbursements: one transfer each, in the currency in which it is paid, approved by
//! two people.

use crate::domain::moment::Day;
use crate::domain::rate::{DatedRate, Rate, RateText};
use crate::domain::{AccountId, Currency, Fraction, Message, Money, Problems};

/// On whose side somebody approves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The work goes on as agreed.
    Programme,
    /// Account, amount and rate are right.
    Finance,
}

/// How far a disbursement has come; derived from who did what, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayStage {
    /// Waits for the programme.
    Prepared,
    /// Waits for finance.
    ProgrammeApproved,
    /// May be paid.
    Approved,
    /// Went to the bank in a file.
    Exported,
    /// Executed; final.
    Paid,
    /// Taken back; final.
    Dropped,
}

impl PayStage {
    /// Of what is known of a disbursement: each is whether it happened.
    pub fn of(programme: bool, finance: bool, exported: bool, paid: bool, dropped: bool) -> Self {
        match (dropped, paid, exported, finance, programme) {
            (true, ..) => Self::Dropped,
            (_, true, ..) => Self::Paid,
            (_, _, true, ..) => Self::Exported,
            (_, _, _, true, _) => Self::Approved,
            (_, _, _, _, true) => Self::ProgrammeApproved,
            _ => Self::Prepared,
        }
    }

    /// Which approval it waits for.
    pub fn waits_for(self) -> Option<Side> {
        match self {
            Self::Prepared => Some(Side::Programme),
            Self::ProgrammeApproved => Some(Side::Finance),
            Self::Approved | Self::Exported | Self::Paid | Self::Dropped => None,
        }
    }

    /// Whether it takes up its tranche and is not executed.
    pub fn is_under_way(self) -> bool {
        !matches!(self, Self::Paid | Self::Dropped)
    }
}

/// Why somebody may not approve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApproveRefusal {
    /// It does not wait for an approval.
    Stage(PayStage),
    /// They approved for the programme, and finance is another's.
    SamePerson,
}

/// For which side somebody may approve: the one whose turn it is, and never both.
pub fn may_approve(
    stage: PayStage,
    programme_by: Option<AccountId>,
    who: AccountId,
) -> Result<Side, ApproveRefusal> {
    match stage.waits_for() {
        None => Err(ApproveRefusal::Stage(stage)),
        Some(Side::Finance) if programme_by == Some(who) => Err(ApproveRefusal::SamePerson),
        Some(side) => Ok(side),
    }
}

/// What an amount is in another currency of which one unit of its own is worth so much,
/// rounded once, half to even; nothing when that is more than money can be.
pub fn worth(amount: Money, rate: Rate, other: Currency) -> Option<Money> {
    let power = |n: u32| 10_u128.pow(n);
    let (digits, decimals) = rate.parts();
    let minor = u128::try_from(amount.minor).ok()?;
    let over = minor.checked_mul(u128::try_from(digits).ok()?)?;
    let over = over.checked_mul(power(other.decimals()))?;
    let under = power(decimals + amount.currency.decimals());
    let minor = Fraction::new(over, under)?.half_even();
    Some(Money::new(i64::try_from(minor).ok()?, other))
}

/// In which currency a tranche is paid, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PayText {
    pub currency: String,
    /// Three fields that are left empty where the currency is the award's.
    pub rate: String,
    pub day: String,
    pub source: String,
}

/// What is transferred, and by which rate it was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayTerms {
    pub paid: Money,
    /// Nothing where the currency is the award's.
    pub rate: Option<DatedRate>,
}

impl PayText {
    /// Reads how an amount is paid; `latest` is the last day that has begun somewhere.
    pub fn read(&self, amount: Money, latest: Day) -> Result<PayTerms, Problems> {
        if Currency::parse(&self.currency).is_ok_and(|currency| currency == amount.currency) {
            return Ok(PayTerms {
                paid: amount,
                rate: None,
            });
        }
        let text = RateText {
            currency: self.currency.clone(),
            rate: self.rate.clone(),
            day: self.day.clone(),
            source: self.source.clone(),
        };
        let rate = text.read(amount.currency, latest)?;
        let paid = worth(amount, rate.rate, rate.currency).filter(|paid| paid.minor > 0);
        let paid = paid.ok_or_else(|| Problems::one("rate", Message::new("error-rate")))?;
        Ok(PayTerms {
            paid,
            rate: Some(rate),
        })
    }
}
