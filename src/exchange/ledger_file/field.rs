//! The columns of the standard that the ledger reads, by their titles in tables and
//! their places in JSON.

use std::borrow::Cow;
use std::rc::Rc;

use super::Wrong;

macro_rules! fields {
    ($($name:ident, $title:literal, $path:literal;)+) => {
        /// A column of the standard.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field {
            $(#[doc = $title] $name,)+
        }

        impl Field {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its title in tables.
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)+
                }
            }

            /// Its place in JSON; tables made of JSON bear it as a title.
            pub fn path(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)+
                }
            }
        }
    };
}

fields! {
    Identifier, "Identifier", "id";
    Title, "Title", "title";
    Description, "Description", "description";
    Currency, "Currency", "currency";
    Amount, "Amount Awarded", "amountAwarded";
    Awarded, "Award Date", "awardDate";
    Starts, "Planned Dates:Start Date", "plannedDates/0/startDate";
    Ends, "Planned Dates:End Date", "plannedDates/0/endDate";
    Months, "Planned Dates:Duration (months)", "plannedDates/0/duration";
    RecipientId, "Recipient Org:Identifier", "recipientOrganization/0/id";
    Recipient, "Recipient Org:Name", "recipientOrganization/0/name";
    Charity, "Recipient Org:Charity Number", "recipientOrganization/0/charityNumber";
    Company, "Recipient Org:Company Number", "recipientOrganization/0/companyNumber";
    PersonId, "Recipient Ind:Identifier", "recipientIndividual/id";
    Person, "Recipient Ind:Name", "recipientIndividual/name";
    FunderId, "Funding Org:Identifier", "fundingOrganization/0/id";
    Funder, "Funding Org:Name", "fundingOrganization/0/name";
    Modified, "Last Modified", "dateModified";
}

/// A grant as it stands in a file, before anything is understood.
#[derive(Debug, Clone)]
pub struct Raw {
    /// Row of a table, or the how manieth grant of a JSON file.
    pub row: usize,
    /// Whether its cells are named by their places.
    pub by_path: bool,
    /// Whether something stands beyond the last column that has a name: cells have moved.
    pub overflows: bool,
    /// The sheet of a workbook, of all but its first sheet of grants.
    pub sheet: Option<Rc<str>>,
    /// Why a sheet that looks like one of grants is passed over whole; then it has no cells.
    pub refused: Option<Wrong>,
    cells: Vec<String>,
}

impl Raw {
    /// An empty one.
    pub fn new(row: usize, by_path: bool) -> Self {
        Self {
            row,
            by_path,
            overflows: false,
            sheet: None,
            refused: None,
            cells: vec![String::new(); Field::ALL.len()],
        }
    }

    /// Sets a cell; the spaces around it go.
    pub fn set(&mut self, field: Field, text: &str) {
        if let Some(cell) = self.cells.get_mut(field as usize) {
            text.trim().clone_into(cell);
        }
    }

    /// A cell, empty where there is none.
    pub fn get(&self, field: Field) -> &str {
        self.cells.get(field as usize).map_or("", String::as_str)
    }

    /// How the file names a field.
    pub fn named(&self, field: Field) -> Cow<'static, str> {
        let name = match self.by_path {
            true => field.path(),
            false => field.title(),
        };
        match &self.sheet {
            None => Cow::Borrowed(name),
            Some(sheet) => Cow::Owned(format!("{sheet}: {name}")),
        }
    }
}
