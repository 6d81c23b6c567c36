//! Awards in the formats in which funders publish them. What may be published was
//! decided before; each grant is written as it comes.

mod giving360;
mod iati;

use std::io::{self, Write};

use crate::domain::Moment;
use crate::domain::publication::{Funder, Grant, Recipient};
use giving360::Package;
use iati::Activities;

/// A published standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// 360Giving Data Standard 1.4, a JSON package.
    Giving360,
    /// IATI activity standard 2.03, XML.
    Iati,
}

impl Standard {
    /// Every standard.
    pub const ALL: [Self; 2] = [Self::Giving360, Self::Iati];

    /// Posted and typed code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Giving360 => "360giving",
            Self::Iati => "iati",
        }
    }

    /// The standard of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The ending of the file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Giving360 => "json",
            Self::Iati => "xml",
        }
    }

    /// Whether a grant has a place in it. 360Giving has no word for one that was cancelled
    /// before anything was paid.
    pub fn takes(self, grant: &Grant) -> bool {
        match self {
            Self::Giving360 => grant.amount.minor > 0,
            Self::Iati => true,
        }
    }

    /// The media type of the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Giving360 => "application/json",
            Self::Iati => "application/xml",
        }
    }
}

/// What every file says of itself.
#[derive(Debug, Clone)]
pub struct About<'a> {
    pub funder: &'a Funder,
    /// Of the round.
    pub title: &'a str,
    /// What a recipient who is not named is called.
    pub anonymous: &'a str,
    /// BCP 47 tag of the language of the texts.
    pub language: &'static str,
    pub written_at: Moment,
}

/// A file that takes grants.
pub struct Published<'a, W: Write>(Kind<'a, W>);

enum Kind<'a, W: Write> {
    Giving360(Package<'a, W>),
    Iati(Box<Activities<'a, W>>),
}

impl<'a, W: Write> Published<'a, W> {
    /// Begins a file.
    pub fn begin(out: W, standard: Standard, about: About<'a>) -> io::Result<Self> {
        Ok(Self(match standard {
            Standard::Giving360 => Kind::Giving360(Package::begin(out, about)?),
            Standard::Iati => Kind::Iati(Box::new(Activities::begin(out, about)?)),
        }))
    }

    /// Adds a grant; `community` is whom its recipient belongs to, in words.
    pub fn grant(&mut self, grant: &Grant, community: &str) -> io::Result<()> {
        match &mut self.0 {
            Kind::Giving360(package) => package.grant(grant, community),
            Kind::Iati(activities) => activities.grant(grant),
        }
    }

    /// Ends the file.
    pub fn end(self) -> io::Result<()> {
        match self.0 {
            Kind::Giving360(package) => package.end(),
            Kind::Iati(activities) => activities.end(),
        }
    }
}

/// Identifier and name of a recipient.
fn named<'a>(recipient: &'a Recipient, anonymous: &'a str) -> (&'a str, &'a str) {
    match recipient {
        Recipient::Anonymous { id } => (id, anonymous),
        Recipient::Named { id, name } => (id, name),
    }
}
