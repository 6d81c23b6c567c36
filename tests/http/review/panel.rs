//! An application under review by two people, made as staff and applicants
//! would have made it.

use evenhand::domain::ApplicationId;
use evenhand::domain::application::Status;
use evenhand::domain::round::{Round, RoundState};
use evenhand::policy::Reach;
use evenhand::store::{application, round};

use crate::reviewed::{Bench, Sent, enter, organisation_of, post_review};
use crate::support::{Page, Person, TestSite};

pub const TITLE: &str = "Keeping the archive alive";
pub const OWNER: &str = "Al-Manara Documentation Centre";
pub const SITUATION: &str = "The office was raided in October.";
const DIRECTOR: &str = "director@al-manara.example";

/// A site with an application under review by two people.
pub struct Panel {
    pub site: TestSite,
    pub round: Round,
    pub application: ApplicationId,
    pub ada: Person,
    pub noor: Person,
    pub maya: Person,
}

impl Panel {
    pub fn new() -> Self {
        let Bench {
            site,
            round,
            ada,
            noor,
            maya,
        } = Bench::with(50_000_000, |_| ());
        site.add_account(DIRECTOR, "Rana Haddad");
        let sent = Sent {
            reference: "EH-7K2M-94QX",
            requested_minor: 2_400_000,
            founder: DIRECTOR,
            answers: &[
                ("title", TITLE),
                ("situation", SITUATION),
                ("risks", "A secret."),
            ],
        };
        let owner = organisation_of(OWNER, ("palestinian", "west_bank"));
        let application = enter(&site, &round, (&ada, [&noor, &maya]), (&owner, &sent));
        Self {
            site,
            round,
            application,
            ada,
            noor,
            maya,
        }
    }

    pub fn place(&self) -> String {
        format!("/reviews/{}", self.application)
    }

    pub fn page(&self, person: &Person) -> Page {
        person.get(&self.place())
    }

    pub fn declare(&self, person: &Person, kind: &str) -> Page {
        let form = format!("{}/declaration", self.place());
        person.submit(&self.page(person), &form, &[("kind", kind)])
    }

    /// Posts a review from the page as it is now.
    pub fn post(&self, person: &Person, to: &str, points: [&str; 6], reason: &str) -> Page {
        let (page, to) = (self.page(person), format!("{}{to}", self.place()));
        post_review(person, &to, &page, (points, reason))
    }

    pub fn send(&self, person: &Person, points: [&str; 6], reason: &str) -> Page {
        self.post(person, "/submission", points, reason)
    }

    pub fn close_round(&self) {
        let closed = Round {
            state: RoundState::Closed,
            ..self.round.clone()
        };
        let done = self
            .site
            .database
            .write(self.site.stamp(), |tx| round::update(tx, &closed));
        done.expect("the round is closed");
    }

    pub fn status(&self) -> Status {
        let found = self
            .site
            .read(|reader| application::find(reader, Reach::operator(), self.application));
        found.expect("the application is there").status
    }
}
