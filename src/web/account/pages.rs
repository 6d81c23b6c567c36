//! The pages of accounts.

use askama::Template;

use crate::domain::Problems;
use crate::i18n::Locale;
use crate::web::chrome::Chrome;
use crate::web::ui::{Field, Link};
use crate::web::visit::Visit;

/// A page that is one short form: heading, explanation, fields, one button.
#[derive(Template)]
#[template(path = "account/form.html")]
pub struct FormPage {
    pub chrome: Chrome,
    pub heading: String,
    pub lead: String,
    pub action: String,
    pub fields: Vec<Field>,
    pub submit: String,
    pub links: Vec<Link>,
    /// Where the provider of staff is.
    pub provider: Option<Link>,
    /// Demonstration sign-ins: role, address, password.
    pub demo: Vec<DemoSignIn>,
    pub t: Locale,
}

/// A button "sign in as …" of the demonstration.
pub struct DemoSignIn {
    pub role: String,
    pub name: String,
    pub email: String,
    pub password: String,
}

impl FormPage {
    /// A page with the messages `title`, `lead` and `submit`, posting to `action`.
    pub fn new(
        visit: &Visit,
        (title, lead, submit): (&str, &str, &str),
        action: String,
        fields: Vec<Field>,
        problems: &Problems,
    ) -> Self {
        let t = visit.t;
        let heading = t.say(title);
        Self {
            chrome: Chrome::new(visit, &heading).problems(t, problems),
            heading,
            lead: if lead.is_empty() {
                String::new()
            } else {
                t.say(lead)
            },
            action,
            fields,
            submit: t.say(submit),
            links: Vec::new(),
            provider: None,
            demo: Vec::new(),
            t,
        }
    }
}

/// A page that only tells something and leads on.
#[derive(Template)]
#[template(path = "account/told.html")]
pub struct ToldPage {
    pub chrome: Chrome,
    pub heading: String,
    pub lead: String,
    pub links: Vec<Link>,
}

/// What a reviewer brings, to be read.
#[derive(Template)]
#[template(path = "account/reviewing.html")]
pub struct ReviewingPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub heading: String,
    /// What was asked, and everything that was said to it.
    pub facts: Vec<(String, Vec<String>)>,
}

/// An instant in words and for machines.
pub struct Time {
    pub said: String,
    pub machine: String,
}

/// A session in the list of one's own.
pub struct ShownSession {
    /// The kind of device, else what its browser says.
    pub device: String,
    pub begun: Time,
    pub seen: Time,
    pub current: bool,
    /// Where to end it.
    pub end: String,
}

/// One's own account.
#[derive(Template)]
#[template(path = "account/profile.html")]
pub struct ProfilePage {
    pub chrome: Chrome,
    pub t: Locale,
    pub email: String,
    pub fields: Vec<Field>,
    /// There is more to say of who reviews.
    pub reviews: bool,
    /// Where people of the inside say where they belong.
    pub affiliations: Option<Link>,
    /// Whether there is a second step of the sign-in, and where it is set up.
    pub second_factor: String,
    pub second_factor_link: Link,
    pub sessions: Vec<ShownSession>,
    /// There is more than this one.
    pub others: bool,
}

/// A person in the list of people.
pub struct ShownPerson {
    /// Where the audit log tells of them.
    pub log: String,
    pub name: String,
    pub email: String,
    pub state: crate::web::ui::Badge,
    pub roles: Vec<ShownRole>,
    /// Base of this person's addresses; empty where nothing may be changed.
    pub href: String,
    /// Where it is said what a reviewer brings; empty for others.
    pub reviewing: String,
    pub disabled: bool,
}

/// A role in the list of people, with what a button would do.
pub struct ShownRole {
    pub code: &'static str,
    pub label: String,
    pub held: bool,
    pub action: String,
}

/// Everybody who can sign in.
#[derive(Template)]
#[template(path = "account/people.html")]
pub struct PeoplePage {
    pub chrome: Chrome,
    pub t: Locale,
    pub people: Vec<ShownPerson>,
    pub may_change: bool,
    pub invitation: Vec<Field>,
    pub pager: crate::web::ui::Pager,
}
