//! Papers and pathways on record in the demonstration: some hold, some expire soon, one
//! has expired, one is not in order.

use super::hands::Owner;
use super::seed::Seeder;
use super::story::{Panel, Story};
use crate::actions::legal_status::{check_beside, record_document, record_pathway};
use crate::cli::Failure;
use crate::domain::ApplicationId;
use crate::domain::legal_status::{DocumentDraft, DocumentKind, PathwayDraft};
use crate::policy::Actor;

/// Whose, which, outcome, days until it expires, note.
type Paper = (&'static str, DocumentKind, &'static str, i64, &'static str);

const PAPERS: [Paper; 9] = [
    (
        "lubna.daliya@apply.example",
        DocumentKind::Statutes,
        "verified",
        0,
        "Statutes of 2019 with the stamp of the ministry.",
    ),
    (
        "lubna.daliya@apply.example",
        DocumentKind::Accounts,
        "verified",
        210,
        "Audited accounts of last year, unqualified.",
    ),
    (
        "lubna.daliya@apply.example",
        DocumentKind::Bank,
        "received",
        0,
        "",
    ),
    (
        "nurit.kavbinyan@apply.example",
        DocumentKind::ProperManagement,
        "verified",
        24,
        "Certificate of this year in the register; the next is applied for.",
    ),
    (
        "osnat.yard@apply.example",
        DocumentKind::ProperManagement,
        "verified",
        -9,
        "Certificate in the register.",
    ),
    (
        "reem.shatt@apply.example",
        DocumentKind::Board,
        "not_verified",
        0,
        "Two names differ from the list at the ministry; asked for the minutes.",
    ),
    (
        "reem.shatt@apply.example",
        DocumentKind::Safeguarding,
        "verified",
        0,
        "Policy of 2024, signed by the board.",
    ),
    (
        "ayelet.field@apply.example",
        DocumentKind::ProperManagement,
        "verified",
        41,
        "Certificate in the register.",
    ),
    (
        "hani.nab@apply.example",
        DocumentKind::Accounts,
        "verified",
        -30,
        "Accounts of the year before last; the new ones are with the auditor.",
    ),
];

/// Whose, way, what the file holds, note.
type Way = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
);

const WAYS: [Way; 3] = [
    (
        "lubna.daliya@apply.example",
        "ed",
        &["affidavit", "founding_documents", "purposes"],
        "Counsel drafts the determination; expected before the agreement is signed.",
    ),
    (
        "reem.shatt@apply.example",
        "er",
        &["inquiry", "agreement"],
        "Too new for a determination.",
    ),
    (
        "nurit.kavbinyan@apply.example",
        "not_us_money",
        &[],
        "Paid from the European pool.",
    ),
];

/// Puts them on record.
pub fn tell(seeder: &Seeder, panel: &Panel, cast: &[Owner]) -> Result<(), Failure> {
    let Some(admin) = panel.admins.first() else {
        return Ok(());
    };
    let find = |email: &str| cast.iter().find(|one| one.content.email == email);
    for paper in &PAPERS {
        if let Some(owner) = find(paper.0) {
            record(seeder, admin, owner, paper)?;
        }
    }
    for (email, way, held, note) in WAYS {
        let Some(owner) = find(email) else { continue };
        let draft = PathwayDraft {
            pathway: way.to_owned(),
            held: held.iter().map(|code| (*code).to_owned()).collect(),
            note: note.to_owned(),
        };
        seeder.act(Some(admin), 28, |tx| {
            record_pathway(tx, admin, owner.told.organisation, &draft)
        })?;
    }
    Ok(())
}

fn record(
    seeder: &Seeder,
    admin: &Actor,
    owner: &Owner,
    (_, kind, outcome, days, note): &Paper,
) -> Result<(), Failure> {
    let day = |days: i64| seeder.now.plus_days(days).day(seeder.zone()).iso();
    let expires = if *days == 0 {
        String::new()
    } else {
        day(*days)
    };
    let draft = DocumentDraft {
        seen: "register".to_owned(),
        issued_on: day(days.min(&0) - 300),
        expires_on: expires,
        outcome: (*outcome).to_owned(),
        note: (*note).to_owned(),
    };
    seeder.act(Some(admin), 30, |tx| {
        record_document(tx, admin, (owner.told.organisation, *kind), &draft)
    })
}

impl Story<'_> {
    /// Finds the certificate of who stands behind an application in order.
    pub fn verify(&self, id: ApplicationId) -> Result<(), Failure> {
        let admin = self.admin(1);
        let draft = DocumentDraft {
            outcome: "verified".to_owned(),
            note: "Certificate seen, register looked up.".to_owned(),
            ..DocumentDraft::default()
        };
        self.seeder.act(Some(admin), self.hours(14), |tx| {
            check_beside(tx, admin, id, &draft)
        })
    }
}
