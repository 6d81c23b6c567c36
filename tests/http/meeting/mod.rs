//! Panel meetings: arranged and chaired by admins, followed by everybody who belongs
//! to them, one application at a time.

mod away;
mod chairing;
mod ear;
mod following;
mod live;

use evenhand::domain::ApplicationId;

use crate::deliberation::{Deliberation, ENTRANTS};
use crate::reviewed::CODES;
use crate::support::{Page, Person};

/// The meetings of the round.
pub const MEETINGS: &str = "/admin/rounds/autumn/meetings";

/// A planned meeting of a round; its order is empty at first.
pub struct Sitting {
    pub round: Deliberation,
    /// Where staff prepare and chair it.
    pub chair: String,
    /// Where everybody follows it.
    pub member: String,
}

impl Sitting {
    /// Ada plans it.
    pub fn of(round: Deliberation) -> Self {
        let chair = plan(&round.ada, "First day");
        let id = chair.rsplit('/').next().expect("an id");
        Self {
            member: format!("/meetings/{id}"),
            chair,
            round,
        }
    }

    /// Everything was scored, the order is by score, and the meeting is open.
    pub fn open() -> Self {
        let made = Self::of(Deliberation::new());
        made.propose("best");
        made.begin();
        made
    }

    pub fn propose(&self, by: &str) -> Page {
        let form = format!("{}/proposal", self.chair);
        self.press(&self.round.ada, &form, &[("by", by)])
    }

    pub fn begin(&self) -> Page {
        let form = format!("{}/opening", self.chair);
        self.press(&self.round.ada, &form, &[])
    }

    /// Presses a button of the chair's page.
    pub fn press(&self, person: &Person, form: &str, given: &[(&str, &str)]) -> Page {
        person.submit(&person.get(&self.chair), form, given)
    }

    /// Goes on as a chair does: "next", "previous" or an application.
    pub fn turn(&self, person: &Person, to: &str) -> Page {
        self.press(person, &format!("{}/turn", self.chair), &[("to", to)])
    }

    /// Where something is done to the n-th application.
    pub fn item(&self, n: usize, part: &str) -> String {
        let id = self.round.applications[n];
        format!("{}/items/{id}/{part}", self.chair)
    }

    pub fn id(&self, n: usize) -> ApplicationId {
        self.round.applications[n]
    }

    /// The titles of the running order as somebody sees them on the chair's page.
    pub fn order(&self, person: &Person) -> Vec<String> {
        person.get(&self.chair).texts(".meeting-order tbody th a")
    }

    /// What is in front for somebody.
    pub fn front(&self, person: &Person) -> String {
        person.get(&self.member).the("#front")
    }
}

/// Plans a meeting as an admin; where it is chaired.
pub fn plan(admin: &Person, title: &str) -> String {
    let place = format!("{MEETINGS}/new");
    let fields = [("title", title), ("planned_at", "2026-11-03 10:00")];
    let page = admin.submit(&admin.get(&place), &place, &fields);
    assert_eq!(
        page.notice(),
        "The meeting is planned. Now put its applications in order."
    );
    page.path
}

/// Opens a meeting with the first of these applications in front and the second next;
/// where it is chaired.
pub fn meet(ada: &Person, ids: &[ApplicationId]) -> String {
    let chair = plan(ada, "First day");
    for id in &ids[..2] {
        let items = format!("{chair}/items");
        ada.submit(&ada.get(&chair), &items, &[("application", id.as_str())]);
    }
    for (part, given) in [("opening", &[][..]), ("turn", &[("to", "next")])] {
        let act = format!("{chair}/{part}");
        ada.submit(&ada.get(&chair), &act, given);
    }
    chair
}

/// The title of the n-th application.
pub fn title(n: usize) -> String {
    ENTRANTS[n].title.to_owned()
}

/// Sends a review, or sends it again with other points, from the page that `from`
/// leads to.
pub fn revise(person: &Person, from: &str, points: [&str; 6]) -> Page {
    let page = person.get(from);
    let mut given = vec![
        ("reason".to_owned(), "The discussion.".to_owned()),
        ("recommendation".to_owned(), "fund".to_owned()),
        ("confidence".to_owned(), "high".to_owned()),
    ];
    for (code, points) in CODES.iter().zip(points) {
        let why = "The records show it.".to_owned();
        given.push((format!("score.{code}"), points.to_owned()));
        given.push((format!("justification.{code}"), why));
    }
    let given: Vec<(&str, &str)> = given
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut forms = page.forms("main form").into_iter();
    let form = forms.find(|form| form.filled.iter().any(|(name, _)| name == "saves"));
    let form = form.unwrap_or_else(|| panic!("no review form: {}", page.text()));
    let review = form.action.trim_end_matches("/submission");
    let to = format!("{review}/submission");
    person.post(&to, &form.filled(&given))
}
