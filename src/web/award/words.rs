//! How states of awards and their parts are called.

use crate::actions::award::Case;
use crate::domain::Message;
use crate::domain::award::{AmendmentKind, AwardState, Lack, PayStage, ReportKind, ReportState};
use crate::i18n::Locale;
use crate::store::award::{BankRow, DisbursementRow, ReportRow};
use crate::web::ui::{Badge, Control, Tone, Width};

/// The message that names a state.
pub fn state_key(state: AwardState) -> &'static str {
    match state {
        AwardState::Agreement => "award-state-agreement",
        AwardState::Disbursements => "award-state-disbursements",
        AwardState::Reports => "award-state-reports",
        AwardState::Closed => "award-state-closed",
        AwardState::Cancelled => "award-state-cancelled",
    }
}

/// A state of an award.
pub fn state(t: Locale, state: AwardState) -> Badge {
    let tone = match state {
        AwardState::Agreement => Tone::Warn,
        AwardState::Disbursements | AwardState::Reports => Tone::Info,
        AwardState::Closed => Tone::Good,
        AwardState::Cancelled => Tone::Neutral,
    };
    Badge {
        text: t.say(state_key(state)),
        tone,
    }
}

/// How far a disbursement has come.
pub fn stage(t: Locale, stage: PayStage) -> Badge {
    let (key, tone) = match stage {
        PayStage::Prepared => ("pay-stage-prepared", Tone::Warn),
        PayStage::ProgrammeApproved => ("pay-stage-programme", Tone::Warn),
        PayStage::Approved => ("pay-stage-approved", Tone::Info),
        PayStage::Exported => ("pay-stage-exported", Tone::Info),
        PayStage::Paid => ("pay-stage-paid", Tone::Good),
        PayStage::Dropped => ("pay-stage-dropped", Tone::Neutral),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// The message that says how a report stands.
pub fn report_state_key(state: ReportState) -> &'static str {
    match state {
        ReportState::Due => "report-state-due",
        ReportState::Sent => "report-state-sent",
        ReportState::Returned => "report-state-returned",
        ReportState::Accepted => "report-state-accepted",
    }
}

/// How a report stands.
pub fn report_state(t: Locale, row: &ReportRow) -> Badge {
    let (key, tone) = match row.state {
        ReportState::Due if row.is_draft() => ("report-state-draft", Tone::Info),
        state @ ReportState::Due => (report_state_key(state), Tone::Neutral),
        state @ ReportState::Sent => (report_state_key(state), Tone::Info),
        state @ ReportState::Returned => (report_state_key(state), Tone::Warn),
        state @ ReportState::Accepted => (report_state_key(state), Tone::Good),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// The message that names a kind of report.
pub fn report_key(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Progress => "report-kind-progress",
        ReportKind::Final => "report-kind-final",
    }
}

/// "Report 2: final report".
pub fn report(t: Locale, row: &ReportRow) -> String {
    let words = Message::new("award-report-named")
        .with("n", i64::from(row.position))
        .with("kind", t.say(report_key(row.kind)));
    t.tell(&words)
}

/// The message that names a kind of amendment.
pub fn amendment_key(kind: AmendmentKind) -> &'static str {
    match kind {
        AmendmentKind::Terms => "amendment-terms",
        AmendmentKind::Extension => "amendment-extension",
    }
}

/// Something that a close-out lacks.
pub fn lack(t: Locale, case: &Case, lack: Lack) -> String {
    match lack {
        Lack::Open(minor) => {
            let words = Message::new("award-lack-open").with("amount", case.award.money(minor));
            t.tell(&words)
        }
        Lack::UnderWay(n) => t.count("award-lack-under-way", n),
        Lack::Amendments(n) => t.count("award-lack-amendments", n),
        Lack::Report(number) => t.with("award-lack-report", "n", number),
    }
}

/// What is transferred, with the rate where there was one.
pub fn paid(t: Locale, case: &Case, row: &DisbursementRow) -> String {
    let (Some(rate), Some(day)) = (row.rate, row.rate_day) else {
        return t.money(row.paid());
    };
    let source = row.rate_source.clone().unwrap_or_default();
    let words = Message::new("award-paid-by-rate")
        .with("paid", row.paid())
        .with("award", case.award.amount().currency.code())
        .with("other", row.paid().currency.code())
        .with("rate", t.rate(rate))
        .with("day", t.day(day))
        .with("source", source);
    t.tell(&words)
}

/// Where money goes, as everybody may see it; words where it can't be opened.
pub fn account(t: Locale, row: &BankRow) -> Vec<(String, String)> {
    match &row.told {
        Some(told) => vec![
            (t.say("bank-holder"), told.holder.clone()),
            (t.say("bank-name"), told.bank.clone()),
            (t.say("bank-iban"), told.masked.clone()),
        ],
        None => vec![(t.say("bank-iban"), t.say("bank-sealed"))],
    }
}

/// Country and last signs of an account; words where it can't be opened.
pub fn masked(t: Locale, row: &BankRow) -> String {
    let told = row.told.as_ref();
    told.map_or_else(|| t.say("bank-unopened"), |told| told.masked.clone())
}

/// What is paid to whom.
pub fn goes_to(t: Locale, paid: String, row: &BankRow) -> String {
    let Some(told) = &row.told else {
        return t.say("bank-sealed");
    };
    let words = Message::new("award-pay-to")
        .with("paid", paid)
        .with("holder", told.holder.as_str())
        .with("account", told.masked.as_str());
    t.tell(&words)
}

/// That the organisation gave another account after one was approved for a transfer,
/// which is not where it goes.
pub fn other_account(t: Locale, case: &Case, row: &DisbursementRow) -> Option<String> {
    let given = case.bank.as_ref()?;
    let approved = row.bank_id.filter(|id| *id != given.id);
    approved.map(|_| t.with("award-account-changed", "account", masked(t, given)))
}

/// What of a tranche went back to the budget; nothing where nothing did.
pub fn given_back(t: Locale, case: &Case, minor: i64) -> Option<String> {
    (minor > 0).then(|| {
        let words = Message::new("award-tranche-back").with("amount", case.award.money(minor));
        t.tell(&words)
    })
}

/// From when to when; words that nothing is planned before.
pub fn period(t: Locale, case: &Case) -> String {
    match case.award.starts_on.zip(case.award.ends_on) {
        Some((from, to)) => {
            let words = Message::new("award-from-to")
                .with("from", t.day(from))
                .with("to", t.day(to));
            t.tell(&words)
        }
        None => t.say("award-unplanned"),
    }
}

/// A day as it is typed.
pub fn day() -> Control {
    Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    }
}

/// A code or number that runs from left to right.
pub fn latin(width: Width) -> Control {
    Control::Latin {
        kind: "text",
        inputmode: "",
        width,
    }
}
