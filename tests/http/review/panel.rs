//! An application under review by two people, made as staff and applicants
//! would have made it.

use evenhand::domain::account::Role;
use evenhand::domain::application::Status;
use evenhand::domain::round::{Round, RoundState};
use evenhand::domain::{ApplicationId, Language};
use evenhand::policy::Reach;
use evenhand::store::{StoreError, Tx, account, application, mint, round};

use crate::reviewed::{CODES, Sent, assign, id_of, open_round, organisation_of, under_review};
use crate::support::{Page, Person, TestSite};

pub const TITLE: &str = "Keeping the archive alive";
pub const OWNER: &str = "Al-Manara Documentation Centre";
pub const SITUATION: &str = "The office was raided in October.";
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
        let site = TestSite::start();
        let ada = site.first_admin("Ada Levi");
        let noor = ada.invites("Noor Khalil", Role::Reviewer);
        let maya = ada.invites("Maya Ben-Ami", Role::Reviewer);
        let made = site.database.write(site.stamp(), |tx| {
            let admin = id_of(tx, &ada.email)?;
            let round = open_round(tx, 50_000_000)?;
            let application = sent(tx, &round)?;
            for reviewer in [&noor, &maya] {
                let reviewer = id_of(tx, &reviewer.email)?;
                assign(tx, admin, application, reviewer)?;
            }
            Ok::<_, StoreError>((round, application))
        });
        let (round, application) = made.expect("the panel is made");
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

    /// Posts a review from the page as it is now. `points` stand in the order of
    /// the criteria; those judged get a reason.
    pub fn post(&self, person: &Person, to: &str, points: [&str; 6], reason: &str) -> Page {
        let saves = self.page(person).value_of_hidden("saves");
        let mut pairs = vec![("saves".to_owned(), saves)];
        for (code, points) in CODES.iter().zip(points) {
            let judged = !matches!(points, "" | "abstain");
            let why = if judged { reason } else { "" };
            pairs.push((format!("score.{code}"), points.to_owned()));
            pairs.push((format!("justification.{code}"), why.to_owned()));
        }
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        person.post_with_token(&format!("{}{to}", self.place()), &pairs)
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

/// The application, sent by the organisation's director.
fn sent(tx: &mut Tx, round: &Round) -> Result<ApplicationId, StoreError> {
    let director = account::AccountRow {
        id: mint(),
        email: "director@al-manara.example".to_owned(),
        name: "Rana Haddad".to_owned(),
        password_hash: None,
        language: Language::English,
        time_zone: "UTC".to_owned(),
        created_at: tx.now(),
        confirmed_at: None,
        disabled_at: None,
    };
    account::insert(tx, &director)?;
    let sent = Sent {
        reference: "EH-7K2M-94QX",
        requested_minor: 2_400_000,
        founder: director.id,
        answers: &[
            ("title", TITLE),
            ("situation", SITUATION),
            ("risks", "A secret."),
        ],
    };
    let owner = organisation_of(OWNER, ("palestinian", "west_bank"));
    under_review(tx, round, &owner, &sent)
}
