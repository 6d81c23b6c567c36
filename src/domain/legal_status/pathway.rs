//! How money from the United States may reach an organisation abroad, and what the
//! file must hold for that. For the record, no legal advice.

use crate::domain::check::read_note;
use crate::domain::{Message, Problems};

/// The way that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UsPathway {
    /// The money does not come from the United States.
    NotUsMoney,
    /// The organisation was determined to be the equivalent of a public charity.
    EquivalencyDetermination,
    /// The funder answers for how each grant is used.
    ExpenditureResponsibility,
    /// A fiscal sponsor receives the money.
    FiscalSponsor,
}

impl UsPathway {
    /// Every way.
    pub const ALL: [Self; 4] = [
        Self::NotUsMoney,
        Self::EquivalencyDetermination,
        Self::ExpenditureResponsibility,
        Self::FiscalSponsor,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotUsMoney => "not_us_money",
            Self::EquivalencyDetermination => "ed",
            Self::ExpenditureResponsibility => "er",
            Self::FiscalSponsor => "fiscal_sponsor",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }

    /// What the file must hold.
    pub fn items(self) -> &'static [PathwayItem] {
        match self {
            Self::EquivalencyDetermination => &PathwayItem::ALL[..4],
            Self::ExpenditureResponsibility => &PathwayItem::ALL[4..],
            Self::NotUsMoney | Self::FiscalSponsor => &[],
        }
    }
}

/// Something that the file must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathwayItem {
    Affidavit,
    FoundingDocuments,
    /// Purposes, past and present activities, in English.
    Purposes,
    /// The written determination, made in good faith.
    Determination,
    /// The inquiry before the grant.
    Inquiry,
    /// A written agreement that limits the use.
    Agreement,
    SeparateAccounting,
    /// Reports of who received the grant.
    GranteeReports,
    /// The report to the tax authority.
    TaxReport,
}

impl PathwayItem {
    /// Everything: first for a determination, then for expenditure responsibility.
    pub const ALL: [Self; 9] = [
        Self::Affidavit,
        Self::FoundingDocuments,
        Self::Purposes,
        Self::Determination,
        Self::Inquiry,
        Self::Agreement,
        Self::SeparateAccounting,
        Self::GranteeReports,
        Self::TaxReport,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Affidavit => "affidavit",
            Self::FoundingDocuments => "founding_documents",
            Self::Purposes => "purposes",
            Self::Determination => "determination",
            Self::Inquiry => "inquiry",
            Self::Agreement => "agreement",
            Self::SeparateAccounting => "separate_accounting",
            Self::GranteeReports => "grantee_reports",
            Self::TaxReport => "tax_report",
        }
    }

    /// The item of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item| item.code() == code)
    }

    /// The items of codes separated by spaces; what it doesn't know is left out.
    pub fn list(text: &str) -> Vec<Self> {
        text.split_whitespace()
            .filter_map(Self::from_code)
            .collect()
    }
}

/// A way as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PathwayDraft {
    /// Code of a [`UsPathway`].
    pub pathway: String,
    /// Codes of what the file holds.
    pub held: Vec<String>,
    pub note: String,
}

/// A way to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPathway {
    pub pathway: UsPathway,
    /// In their order.
    pub held: Vec<PathwayItem>,
    pub note: String,
}

/// Reads a way, fields as in [`PathwayDraft`]. What belongs to another way is refused,
/// so that no tick is lost silently.
pub fn read_pathway(draft: &PathwayDraft) -> Result<NewPathway, Problems> {
    let mut problems = Problems::default();
    let choice = || Message::new("error-choice");
    let pathway = UsPathway::from_code(&draft.pathway).ok_or_else(choice);
    let pathway = problems.take("pathway", pathway);
    let held: Option<Vec<PathwayItem>> = draft
        .held
        .iter()
        .map(|code| PathwayItem::from_code(code))
        .collect();
    let mut held = problems
        .take("held", held.ok_or_else(choice))
        .unwrap_or_default();
    held.sort_unstable();
    held.dedup();
    let strange = |item: &PathwayItem| pathway.is_some_and(|way| !way.items().contains(item));
    if held.iter().any(strange) {
        problems.add("held", Message::new("error-pathway-items"));
    }
    let note = problems.take("note", read_note(&draft.note, true));
    match (pathway, note) {
        (Some(pathway), Some(note)) if problems.is_empty() => Ok(NewPathway {
            pathway,
            held,
            note,
        }),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pathway: &str, held: &[&str], note: &str) -> Result<NewPathway, Vec<String>> {
        let draft = PathwayDraft {
            pathway: pathway.to_owned(),
            held: held.iter().map(|code| (*code).to_owned()).collect(),
            note: note.to_owned(),
        };
        read_pathway(&draft).map_err(|problems| {
            let told = problems.0.into_iter();
            told.map(|p| format!("{} {}", p.field, p.message.key))
                .collect()
        })
    }

    #[test]
    fn each_way_has_its_own_list() {
        let read_ed = read("ed", &["purposes", "affidavit", "purposes"], "Counsel.").unwrap();
        assert_eq!(
            read_ed.held,
            [PathwayItem::Affidavit, PathwayItem::Purposes]
        );
        let other = read("er", &["affidavit"], "Counsel.").unwrap_err();
        assert_eq!(other, ["held error-pathway-items"]);
        let none = read("", &["tea"], " ").unwrap_err();
        assert_eq!(
            none,
            [
                "pathway error-choice",
                "held error-choice",
                "note error-required"
            ]
        );
        for way in UsPathway::ALL {
            assert_eq!(UsPathway::from_code(way.code()), Some(way));
        }
        let all: Vec<_> = PathwayItem::ALL.map(|item| item.code()).into();
        assert_eq!(PathwayItem::list(&all.join(" ")), PathwayItem::ALL);
    }
}
