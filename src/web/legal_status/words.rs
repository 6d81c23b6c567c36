//! The words of legal status: kinds of papers, where they stand, pathways.

use crate::domain::check::CheckOutcome;
use crate::domain::legal_status::{
    DocumentKind, Need, PaperState, PathwayItem, Seen, Standing, UsPathway,
};
use crate::i18n::Locale;
use crate::web::ui::{Badge, Tone};

/// Key of the name of a kind of paper.
pub fn kind_key(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Registration => "paper-registration",
        DocumentKind::Statutes => "paper-statutes",
        DocumentKind::Accounts => "paper-accounts",
        DocumentKind::Board => "paper-board",
        DocumentKind::Bank => "paper-bank",
        DocumentKind::ProperManagement => "paper-proper-management",
        DocumentKind::SubmittedPapers => "paper-submitted-papers",
        DocumentKind::Donations => "paper-donations",
        DocumentKind::ForeignDonations => "paper-foreign-donations",
        DocumentKind::Safeguarding => "paper-safeguarding",
        DocumentKind::AntiFraud => "paper-anti-fraud",
        DocumentKind::Sanctions => "paper-sanctions",
    }
}

/// Key of how much a kind matters.
pub fn need_key(need: Need) -> &'static str {
    match need {
        Need::NotAsked => "need-not-asked",
        Need::Asked => "need-asked",
        Need::Needed => "need-needed",
    }
}

fn badge(t: Locale, (key, tone): (&str, Tone)) -> Badge {
    Badge {
        text: t.say(key),
        tone,
    }
}

/// What was found of a paper.
pub fn outcome(t: Locale, outcome: CheckOutcome) -> Badge {
    badge(
        t,
        match outcome {
            CheckOutcome::Received => ("check-received", Tone::Info),
            CheckOutcome::Verified => ("check-verified", Tone::Good),
            CheckOutcome::NotVerified => ("check-not-verified", Tone::Bad),
        },
    )
}

/// Where a kind of paper stands.
pub fn state(t: Locale, state: PaperState) -> Badge {
    match state {
        PaperState::Missing => badge(t, ("paper-missing", Tone::Neutral)),
        PaperState::Received => outcome(t, CheckOutcome::Received),
        PaperState::Verified => outcome(t, CheckOutcome::Verified),
        PaperState::NotVerified => outcome(t, CheckOutcome::NotVerified),
        PaperState::Expired => badge(t, ("paper-expired", Tone::Bad)),
    }
}

/// What the papers come to.
pub fn standing(t: Locale, standing: Standing) -> Badge {
    badge(
        t,
        match standing {
            Standing::Verified => ("check-verified", Tone::Good),
            Standing::NotVerified => ("check-not-verified", Tone::Bad),
            Standing::Open => ("dossier-not-checked", Tone::Warn),
            Standing::NoForm => ("standing-no-form", Tone::Warn),
        },
    )
}

/// Where a paper was seen; a file by its name.
pub fn seen(t: Locale, seen: Seen, file: Option<&str>) -> String {
    match (seen, file) {
        (Seen::Paper, _) => t.say("seen-paper"),
        (Seen::Register, _) => t.say("seen-register"),
        (Seen::File(_), Some(name)) => t.with("seen-file", "name", name),
        (Seen::File(_), None) => t.say("seen-file-elsewhere"),
    }
}

/// Key of a way of money from the United States.
pub fn pathway_key(pathway: UsPathway) -> &'static str {
    match pathway {
        UsPathway::NotUsMoney => "pathway-not-us-money",
        UsPathway::EquivalencyDetermination => "pathway-ed",
        UsPathway::ExpenditureResponsibility => "pathway-er",
        UsPathway::FiscalSponsor => "pathway-fiscal-sponsor",
    }
}

/// Key of something that the file must hold.
pub fn item_key(item: PathwayItem) -> &'static str {
    match item {
        PathwayItem::Affidavit => "pathway-affidavit",
        PathwayItem::FoundingDocuments => "pathway-founding-documents",
        PathwayItem::Purposes => "pathway-purposes",
        PathwayItem::Determination => "pathway-determination",
        PathwayItem::Inquiry => "pathway-inquiry",
        PathwayItem::Agreement => "pathway-agreement",
        PathwayItem::SeparateAccounting => "pathway-separate-accounting",
        PathwayItem::GranteeReports => "pathway-grantee-reports",
        PathwayItem::TaxReport => "pathway-tax-report",
    }
}
