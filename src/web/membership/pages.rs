//! The pages of an organisation's people, and their words for roles.

use askama::Template;

use crate::domain::member::MemberRole;
use crate::i18n::Locale;
use crate::web::chrome::Chrome;
use crate::web::ui::{Choice, Field};

/// A member in the list.
pub struct ShownMember {
    pub name: String,
    pub email: String,
    pub role: String,
    /// Roles to change to, with the present one chosen; none where the reader may
    /// not change it.
    pub roles: Vec<Choice>,
    /// Where to change the role.
    pub change: String,
    /// Where to remove the member or to leave; empty where that can't be.
    pub removal: String,
    pub oneself: bool,
}

/// An invitation that nobody accepted yet.
pub struct ShownInvitation {
    pub email: String,
    pub role: String,
    pub expires: String,
    pub revocation: String,
}

/// The people of an organisation.
#[derive(Template)]
#[template(path = "membership/people.html")]
pub struct PeoplePage {
    pub chrome: Chrome,
    pub t: Locale,
    pub organisation: String,
    pub action: String,
    pub members: Vec<ShownMember>,
    /// For owners alone.
    pub invitations: Vec<ShownInvitation>,
    /// The form to invite; empty for who may not.
    pub invite: Vec<Field>,
    /// Why the reader may not change anything.
    pub denied: Option<String>,
}

/// Asks before somebody loses what they could read.
#[derive(Template)]
#[template(path = "membership/removal.html")]
pub struct RemovalPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub heading: String,
    pub lead: String,
    pub organisation: String,
    pub name: String,
    pub email: String,
    pub action: String,
    pub button: String,
    pub back: String,
}

/// The name of a role.
pub fn role(t: Locale, role: MemberRole) -> String {
    t.say(match role {
        MemberRole::Owner => "member-owner",
        MemberRole::Editor => "member-editor",
        MemberRole::Viewer => "member-viewer",
    })
}

/// What a role may do.
pub fn duties(t: Locale, role: MemberRole) -> String {
    t.say(match role {
        MemberRole::Owner => "member-owner-may",
        MemberRole::Editor => "member-editor-may",
        MemberRole::Viewer => "member-viewer-may",
    })
}

/// The roles to choose from.
pub fn roles(t: Locale, chosen: &str, explained: bool) -> Vec<Choice> {
    let option = |one: MemberRole| Choice {
        value: one.code().to_owned(),
        label: role(t, one),
        hint: explained.then(|| duties(t, one)),
        chosen: one.code() == chosen,
    };
    MemberRole::ALL.map(option).into()
}
