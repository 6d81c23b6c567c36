//! Conflicts of interest: how one came to be known, what people say about where
//! they belong, and what makes the system suggest to look twice. A suggestion bars
//! nobody; a membership does, and so does what was declared or pinned.

use super::assignment::is_public_domain;
use super::moment::Day;
use super::names::{same_organisation, same_person};
use super::numerals::{many_lines, one_line};
use super::review::{ConflictKind, TEXT_MOST};
use super::{Message, Problems};

/// How a conflict came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Found {
    /// The person said so.
    Declared,
    /// The person joined the applying organisation, or its fiscal sponsor.
    Membership,
    /// An admin put it on record.
    Pinned,
}

impl Found {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Declared, Self::Membership, Self::Pinned];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Membership => "found",
            Self::Pinned => "pinned",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Reads a posted conflict, fields `kind` and `reason`: a kind that bars, and a
/// reason.
pub fn read_conflict(kind: &str, reason: &str) -> Result<(ConflictKind, String), Problems> {
    let mut problems = Problems::default();
    let kind = ConflictKind::from_code(kind).filter(|kind| kind.bars());
    let kind = problems.take("kind", kind.ok_or_else(|| Message::new("error-choice")));
    let reason = problems.take("reason", read_reason(reason));
    kind.zip(reason).ok_or(problems)
}

/// A reason in a few words; never empty.
pub fn read_reason(text: &str) -> Result<String, Message> {
    let text = many_lines(text);
    match text.chars().count() {
        0 => Err(Message::new("error-required")),
        1..=TEXT_MOST => Ok(text),
        _ => Err(Message::new("error-too-long").with("most", TEXT_MOST as i64)),
    }
}

/// Most characters of an organisation, a domain or a role.
pub const LINE_MOST: usize = 200;

/// Where somebody belongs or belonged, as they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    pub organisation: String,
    /// Of its website or addresses; may be empty.
    pub domain: String,
    pub role: String,
    /// The last day; `None` while it lasts.
    pub until: Option<Day>,
}

/// An affiliation as posted.
#[derive(Debug, Clone, Default)]
pub struct TypedAffiliation {
    pub organisation: String,
    pub domain: String,
    pub role: String,
    pub until: String,
}

impl TypedAffiliation {
    /// The affiliation, or the problems with fields of the same names.
    pub fn read(&self) -> Result<Affiliation, Problems> {
        let mut problems = Problems::default();
        let organisation = problems.take("organisation", line(&self.organisation, true));
        let domain = problems.take("domain", read_domain(&self.domain));
        let role = problems.take("role", line(&self.role, false));
        let until = match self.until.trim() {
            "" => Some(None),
            day => problems.take("until", Day::parse(day)).map(Some),
        };
        match (organisation, domain, role, until) {
            (Some(organisation), Some(domain), Some(role), Some(until)) => Ok(Affiliation {
                organisation,
                domain,
                role,
                until,
            }),
            _ => Err(problems),
        }
    }
}

fn line(text: &str, required: bool) -> Result<String, Message> {
    let text = one_line(text);
    match text.chars().count() {
        0 if required => Err(Message::new("error-required")),
        0..=LINE_MOST => Ok(text),
        _ => Err(Message::new("error-too-long").with("most", LINE_MOST as i64)),
    }
}

fn read_domain(text: &str) -> Result<String, Message> {
    let text = line(text, false)?;
    let domain = domain_of(&text);
    let fits = text.is_empty() || (domain.contains('.') && !domain.contains(char::is_whitespace));
    fits.then_some(domain)
        .ok_or_else(|| Message::new("error-domain"))
}

/// The domain of an address, a website or a domain: lower case, without `www.`.
pub fn domain_of(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.rsplit_once('@').map_or(text.as_str(), |(_, d)| d);
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or("");
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// Somebody of the inside, as far as it is compared.
#[derive(Debug, Clone)]
pub struct Insider {
    pub name: String,
    pub email: String,
    pub affiliations: Vec<Affiliation>,
}

/// An applicant, as far as it is compared; its fiscal sponsor is part of it.
#[derive(Debug, Clone, Default)]
pub struct Applicant {
    /// The organisation's names in every script.
    pub names: Vec<String>,
    pub websites: Vec<String>,
    /// Addresses of its members.
    pub emails: Vec<String>,
    /// Names of its board, of who certified, and of its members.
    pub people: Vec<String>,
}

/// What makes somebody look twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The address is of the domain of a member's address.
    SameDomain(String),
    /// The address, or an affiliation, is of the domain of the website.
    Website(String),
    /// Somebody of the board has the person's name.
    SameName(String),
    /// The person says that they belong, or belonged lately, to the organisation.
    Affiliation(String),
}

impl Hint {
    /// The kind of conflict that it speaks for.
    pub fn kind(&self) -> ConflictKind {
        match self {
            Self::SameDomain(_) | Self::Website(_) => ConflictKind::SameOrganisation,
            Self::SameName(_) | Self::Affiliation(_) => ConflictKind::StaffOrBoard,
        }
    }
}

/// Years for which a former affiliation still counts.
const LATELY: i32 = 3;

/// Everything that speaks for looking twice, the weightiest first.
pub fn hints(person: &Insider, applicant: &Applicant, today: Day) -> Vec<Hint> {
    let mut found = Vec::new();
    let mut add = |hint: Hint| {
        if !found.contains(&hint) {
            found.push(hint);
        }
    };
    let namesake = applicant.people.iter();
    for name in namesake.filter(|name| same_person(name, &person.name)) {
        add(Hint::SameName(name.clone()));
    }
    let of_members: Vec<String> = applicant.emails.iter().map(|e| domain_of(e)).collect();
    let of_websites: Vec<String> = applicant.websites.iter().map(|w| domain_of(w)).collect();
    let holds = |list: &[String], domain: &str| {
        let telling = !domain.is_empty() && !is_public_domain(domain);
        telling && list.iter().any(|one| one == domain)
    };
    for one in person.affiliations.iter().filter(|one| counts(one, today)) {
        let mut names = applicant.names.iter();
        let same = names.any(|name| same_organisation(name, &one.organisation));
        let domain = domain_of(&one.domain);
        if same || holds(&of_members, &domain) || holds(&of_websites, &domain) {
            add(Hint::Affiliation(one.organisation.clone()));
        }
    }
    let own = domain_of(&person.email);
    if holds(&of_members, &own) {
        add(Hint::SameDomain(own.clone()));
    }
    if holds(&of_websites, &own) {
        add(Hint::Website(own));
    }
    found
}

/// Whether an affiliation lasts, or ended lately.
fn counts(one: &Affiliation, today: Day) -> bool {
    one.until.is_none_or(|until| {
        let ((year, month, day), now) = (until.parts(), today.parts());
        (year + LATELY, month, day) >= now
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> Insider {
        Insider {
            name: "Rana Haddad".to_owned(),
            email: "rana@olive.example".to_owned(),
            affiliations: Vec::new(),
        }
    }

    fn applicant() -> Applicant {
        let texts = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect();
        Applicant {
            names: texts(&["The Olive Press", "معصرة الزيتون"]),
            websites: texts(&["https://www.press.example/about"]),
            emails: texts(&["office@press.example"]),
            people: texts(&["Noor Khalil"]),
        }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn found(person: &Insider, applicant: &Applicant) -> Vec<Hint> {
        hints(person, applicant, day("2026-03-01"))
    }

    #[test]
    fn nothing_in_common_gives_no_hint() {
        assert_eq!(found(&person(), &applicant()), []);
        let (mut one, mut other) = (person(), applicant());
        one.email = "rana@gmail.com".to_owned();
        other.emails = vec!["office@gmail.com".to_owned(), String::new()];
        other.websites = vec![String::new(), "gmail.com".to_owned()];
        assert_eq!(found(&one, &other), [], "public domains tell nothing");
        one.email = String::new();
        assert_eq!(found(&one, &other), []);
    }

    #[test]
    fn domains_and_names_are_found() {
        let mut one = person();
        one.email = "rana@PRESS.example".to_owned();
        let domain = "press.example".to_owned();
        assert_eq!(
            found(&one, &applicant()),
            [Hint::SameDomain(domain.clone()), Hint::Website(domain)]
        );
        one = person();
        one.name = "KHALIL, Noor".to_owned();
        let same = Hint::SameName("Noor Khalil".to_owned());
        assert_eq!(same.kind(), ConflictKind::StaffOrBoard);
        assert_eq!(found(&one, &applicant()), [same]);
    }

    #[test]
    fn affiliations_count_while_they_last_and_three_years_more() {
        let with = |organisation: &str, domain: &str, until: &str| {
            let typed = TypedAffiliation {
                organisation: organisation.to_owned(),
                domain: domain.to_owned(),
                role: String::new(),
                until: until.to_owned(),
            };
            let mut one = person();
            one.affiliations = vec![typed.read().unwrap()];
            found(&one, &applicant()).len()
        };
        assert_eq!(with("the olive press", "", ""), 1);
        assert_eq!(with("معصره الزيتون", "", ""), 1);
        assert_eq!(with("Press", "http://press.example", ""), 1);
        assert_eq!(with("Press", "", ""), 0);
        assert_eq!(with("The Olive Press", "", "2023-03-01"), 1);
        assert_eq!(with("The Olive Press", "", "2023-02-28"), 0);
    }

    #[test]
    fn what_is_typed_is_checked() {
        let typed = TypedAffiliation {
            domain: "not a domain".to_owned(),
            until: "soon".to_owned(),
            ..TypedAffiliation::default()
        };
        let problems = typed.read().unwrap_err();
        let fields: Vec<&str> = problems.0.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["organisation", "domain", "until"]);
        assert!(read_conflict("none", "x").is_err(), "none bars nobody");
        assert!(read_conflict("funder", " ").is_err());
        assert_eq!(
            read_conflict("funder", "They pay us."),
            Ok((ConflictKind::Funder, "They pay us.".to_owned()))
        );
    }
}
