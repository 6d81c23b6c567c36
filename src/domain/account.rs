//! People who sign in: roles, e-mail addresses, names.

use super::Message;
use super::numerals::one_line;

/// What a person may be; one person can be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Applicant,
    Reviewer,
    Admin,
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Applicant, Self::Reviewer, Self::Admin, Self::Auditor];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Reviewer => "reviewer",
            Self::Admin => "admin",
            Self::Auditor => "auditor",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// An e-mail address, folded so that one mailbox is one account.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Longest address that mail servers carry (RFC 5321).
    pub const MOST: usize = 254;

    /// Takes an address with one `@` between non-empty parts, without spaces or
    /// control characters; letters are folded to lower case.
    pub fn parse(text: &str) -> Result<Self, Message> {
        let text = text.trim();
        let wrong = || Message::new("error-email");
        let (local, domain) = text.rsplit_once('@').ok_or_else(wrong)?;
        let plain =
            |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"@".contains(c);
        let valid = text.len() <= Self::MOST
            && !local.is_empty()
            && local.chars().all(plain)
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && domain
                .chars()
                .all(|c| c.is_alphanumeric() || c == '.' || c == '-');
        valid.then(|| Self(text.to_lowercase())).ok_or_else(wrong)
    }

    /// The folded address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A person's name: one visible line of at most 120 characters.
pub fn check_name(text: &str) -> Result<String, Message> {
    let name = one_line(text);
    match name.chars().count() {
        0 => Err(Message::new("error-required")),
        1..=120 => Ok(name),
        _ => Err(Message::new("error-too-long").with("most", 120)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_folded() {
        assert_eq!(
            Email::parse(" Rana@Example.ORG ").unwrap().as_str(),
            "rana@example.org"
        );
        for text in [
            "",
            "rana",
            "@x.org",
            "a b@x.org",
            "a@x",
            "a@@x.org",
            "a\n@x.org",
            "a@x.org,b@x.org",
        ] {
            assert!(Email::parse(text).is_err(), "{text}");
        }
    }
}
