//! The pages on which staff run rounds.

use askama::Template;

use crate::i18n::Locale;
use crate::web::appeal::WaitingPanel;
use crate::web::chrome::Chrome;
use crate::web::reserve::FreedPanel;
use crate::web::turnaround::LatePanel;
use crate::web::ui::{Badge, Field, Link, Pager, Task};

/// A round in the list of rounds.
pub struct ShownRound {
    pub href: String,
    pub title: String,
    pub state: Badge,
    pub opens: String,
    pub closes: String,
    /// Sent applications, and drafts that are still being written.
    pub sent: String,
    pub drafts: String,
    pub budget: String,
}

/// Every round.
#[derive(Template)]
#[template(path = "round/admin_list.html")]
pub struct RoundsPage {
    pub chrome: Chrome,
    pub t: Locale,
    /// What is late in any round.
    pub late: LatePanel,
    /// Requests to look again that wait in any round.
    pub appeals: WaitingPanel,
    /// Money that somebody on a reserve list could have.
    pub freed: FreedPanel,
    pub rounds: Vec<ShownRound>,
    pub may_change: bool,
    pub pager: Pager,
}

/// A number with what it counts; the link leads to the list behind it.
pub struct Figure {
    pub label: String,
    pub value: String,
    pub href: String,
}

/// A fact about a thing.
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// How many reviews are in.
pub struct ReviewProgress {
    pub done: i64,
    pub total: i64,
    pub text: String,
}

/// One round with everything that staff do in it.
#[derive(Template)]
#[template(path = "round/admin_hub.html")]
pub struct HubPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub programme: String,
    pub title: String,
    pub state: Badge,
    /// What can be done with the round itself; the first is the main button.
    pub acts: Vec<Link>,
    pub main_act: Option<Link>,
    pub figures: Vec<Figure>,
    pub progress: ReviewProgress,
    pub tasks: Vec<Task>,
    pub facts: Vec<Fact>,
    pub links: Vec<Link>,
}

/// Fields that belong together.
pub struct Group {
    pub title: String,
    pub rows: Vec<Vec<Field>>,
}

/// The form of a round or a programme.
#[derive(Template)]
#[template(path = "round/admin_form.html")]
pub struct FormPage {
    pub chrome: Chrome,
    pub heading: String,
    pub lead: String,
    pub action: String,
    pub groups: Vec<Group>,
    pub submit: String,
    pub cancel: Link,
}

/// Asks before something that can't be taken back.
#[derive(Template)]
#[template(path = "round/admin_confirm.html")]
pub struct ConfirmPage {
    pub chrome: Chrome,
    pub over: String,
    pub heading: String,
    pub facts: Vec<Fact>,
    /// What happens then.
    pub effects: Vec<String>,
    pub action: String,
    pub submit: String,
    pub danger: bool,
    pub cancel: Link,
}

/// An application in a list of staff.
pub struct ShownApplication {
    pub href: String,
    pub reference: String,
    pub organisation: String,
    pub base: String,
    pub community: String,
    pub status: Badge,
    pub requested: String,
    pub submitted: String,
    pub late: bool,
    /// Staff filed it for the organisation.
    pub filed: bool,
    pub reviews: String,
    /// Where the reader steps aside before reading anything.
    pub conflict: String,
}

/// The applications of a round.
#[derive(Template)]
#[template(path = "round/admin_applications.html")]
pub struct ApplicationsPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub over: String,
    pub action: String,
    pub filter: Field,
    pub filtered: bool,
    pub applications: Vec<ShownApplication>,
    /// What the reader files and has not sent yet.
    pub drafts: Vec<Link>,
    /// Where to file for an organisation that wrote or called.
    pub file: Option<Link>,
    /// Where applicants are asked for the full form.
    pub full_form: Option<Link>,
    pub assign: Option<Link>,
    pub pager: Pager,
}
