//! A round that two reviewers have scored, for stories of deciding and exporting.
//! Its applications are made as applicants and staff would have made them;
//! everything from the reviewers' declarations on is done through pages.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use evenhand::config::Config;
use evenhand::domain::ApplicationId;
use evenhand::domain::account::Role;
use evenhand::domain::organisation::{Organisation, Registration};
use evenhand::domain::publication::PUBLISH;
use evenhand::domain::round::Round;
use evenhand::store::DatabaseUrl;

use crate::reviewed::{self, Bench, Sent, organisation_of, post_review};
use crate::support::{Page, Person, TestSite};

/// Total 75.0, merit 65.0, priority 90.0: weights 25, 15, 20, 20, 10, 10.
pub const EVEN: [&str; 6] = ["4", "3", "5", "4", "3", "2"];
/// Total 80.0, merit 73.3, priority 90.0.
pub const HIGH: [&str; 6] = ["5", "3", "5", "4", "3", "2"];
/// Total 75.0 too, but merit 78.3 and priority 70.0.
pub const OTHER: [&str; 6] = ["5", "4", "4", "3", "2", "3"];
/// Total 71.8 over the 85 of 100 that were judged.
pub const PARTLY: [&str; 6] = ["3", "abstain", "5", "4", "3", "2"];
/// 40 of 100 unjudged: too much to count.
pub const HARDLY: [&str; 6] = ["3", "4", "abstain", "abstain", "3", "2"];

/// An organisation with its application.
pub struct Entrant {
    pub reference: &'static str,
    pub name: &'static str,
    pub title: &'static str,
    /// Community and base.
    pub place: (&'static str, &'static str),
    pub requested_minor: i64,
    pub registration: Option<(&'static str, &'static str)>,
}

impl Entrant {
    fn organisation(&self) -> Organisation {
        let registration = |(register, number): (&str, &str)| Registration {
            register: register.to_owned(),
            number: number.to_owned(),
        };
        Organisation {
            registrations: self.registration.map(registration).into_iter().collect(),
            ..organisation_of(self.name, self.place)
        }
    }
}

/// The four of the round, in the order in which they came.
pub const ENTRANTS: [Entrant; 4] = [
    Entrant {
        reference: "EH-AAAA-2222",
        name: "=Olive, \"Press\"",
        title: "Legal aid in the valley",
        place: ("palestinian", "west_bank"),
        requested_minor: 2_400_000,
        registration: Some(("IL-RA", "580000008")),
    },
    Entrant {
        reference: "EH-BBBB-3333",
        name: "+Witness",
        title: "Keeping the archive alive",
        place: ("israeli", "israel"),
        requested_minor: 1_250_050,
        registration: None,
    },
    Entrant {
        reference: "EH-CCCC-4444",
        name: "-Women of the Coast",
        title: "Safe rooms",
        place: ("palestinian", "gaza"),
        requested_minor: 900_000,
        registration: None,
    },
    Entrant {
        reference: "EH-DDDD-5555",
        name: "@Crossing",
        title: "Two languages, one school",
        place: ("joint", "joint"),
        requested_minor: 300_000,
        registration: None,
    },
];

/// A site with a scored round.
pub struct Deliberation {
    pub site: TestSite,
    pub ada: Person,
    pub ben: Person,
    pub noor: Person,
    pub maya: Person,
    /// Sent the first application.
    pub rana: Person,
    pub round: Round,
    pub applications: Vec<ApplicationId>,
}

impl Deliberation {
    /// The round with all reviews in. Means: the first 77.5; the second and the
    /// third 75.0, tied; the fourth 71.8 from the one review that counts.
    pub fn new() -> Self {
        Self::with(|_| ())
    }

    /// The same in an installation with other settings.
    pub fn with(settings: impl FnOnce(&mut Config)) -> Self {
        let made = Self::unscored_with(settings);
        let reviews = [(EVEN, HIGH), (EVEN, EVEN), (OTHER, OTHER), (PARTLY, HARDLY)];
        for (id, (noor, maya)) in made.applications.iter().zip(reviews) {
            review(&made.noor, *id, noor);
            review(&made.maya, *id, maya);
        }
        made
    }

    /// The round with every reviewer assigned and no review written.
    pub fn unscored() -> Self {
        Self::unscored_with(|_| ())
    }

    fn unscored_with(settings: impl FnOnce(&mut Config)) -> Self {
        let Bench {
            site,
            round,
            ada,
            noor,
            maya,
        } = Bench::with(3_000_000, settings);
        let ben = ada.invites("Ben Mizrahi", Role::Admin);
        let rana = site.applicant("Rana Haddad");
        let mut made = Self {
            site,
            ada,
            ben,
            noor,
            maya,
            rana,
            round,
            applications: Vec::new(),
        };
        for entrant in &ENTRANTS {
            let first = made.applications.is_empty();
            site_office(&made.site, entrant);
            let founder = if first {
                made.rana.email.clone()
            } else {
                office(entrant)
            };
            let id = made.enter(entrant, &founder);
            made.applications.push(id);
        }
        made
    }

    /// One more application, founded by the account of an address, under review
    /// by both reviewers.
    pub fn enter(&self, entrant: &Entrant, founder: &str) -> ApplicationId {
        self.enter_saying(entrant, founder, &[])
    }

    /// The same with more answers than the title.
    pub fn enter_saying(
        &self,
        entrant: &Entrant,
        founder: &str,
        more: &[(&str, &str)],
    ) -> ApplicationId {
        let sent = Sent {
            reference: entrant.reference,
            requested_minor: entrant.requested_minor,
            founder,
            answers: &[&[("title", entrant.title), (PUBLISH, "full")][..], more].concat(),
        };
        let hands = (&self.ada, [&self.noor, &self.maya]);
        let owner = entrant.organisation();
        reviewed::enter(&self.site, &self.round, hands, (&owner, &sent))
    }

    pub fn ranking(&self, person: &Person) -> Page {
        person.get("/admin/rounds/autumn/ranking")
    }

    /// Where the n-th application is decided on.
    pub fn place(&self, n: usize) -> String {
        format!("/admin/applications/{}/decision", self.applications[n])
    }

    pub fn decision(&self, person: &Person, n: usize) -> Page {
        person.get(&self.place(n))
    }

    /// Proposes, with a reason where that deviates from the ranking: the budget ends
    /// below the first application.
    pub fn propose(&self, person: &Person, n: usize, typed: &[(&str, &str)]) -> Page {
        let deviates = match typed.iter().find(|(name, _)| *name == "outcome") {
            Some((_, "award")) => n > 0,
            Some((_, "decline" | "reserve")) => n == 0,
            _ => false,
        };
        let why: &[(&str, &str)] = match deviates {
            true => &[("deviation", "As the panel saw it.")],
            false => &[],
        };
        let typed = [typed, why].concat();
        person.submit(&self.decision(person, n), &self.place(n), &typed)
    }

    pub fn sign(&self, person: &Person, n: usize) -> Page {
        let form = format!("{}/sign-off", self.place(n));
        person.submit(&self.decision(person, n), &form, &[])
    }

    /// From now on the round asks for no second admin.
    pub fn without_signature(&self) {
        let words = "UPDATE rounds SET sign_off = FALSE";
        match self.site.url() {
            DatabaseUrl::Sqlite(path) => SqliteConnection::establish(path)
                .expect("it opens")
                .batch_execute(words),
            DatabaseUrl::Postgres(url) => PgConnection::establish(url)
                .expect("it opens")
                .batch_execute(words),
        }
        .expect("the round is changed");
    }

    pub fn drop_decision(&self, person: &Person, n: usize) -> Page {
        let form = format!("{}/drop", self.place(n));
        person.submit(&person.get(&form), &form, &[])
    }

    /// Releases everything that is ready.
    pub fn release_all(&self, person: &Person) -> Page {
        let place = "/admin/rounds/autumn/release";
        person.submit(&person.get(&format!("{place}?all=yes")), place, &[])
    }

    /// What the applicant of the first application can read.
    pub fn applicant_pages(&self) -> Vec<String> {
        let own = format!("/applications/{}", self.applications[0]);
        let places = ["/applications".to_owned(), own.clone(), own + "/answers"];
        let pages = places.iter().map(|place| self.rana.get(place));
        pages.map(|page| page.source().to_owned()).collect()
    }

    pub fn export(&self, person: &Person, what: &str, bom: &str) -> Page {
        let form = "/admin/rounds/autumn/exports";
        person.submit(&person.get(form), form, &[("what", what), ("bom", bom)])
    }
}

/// Declares no conflict and sends a review.
pub fn review(person: &Person, application: ApplicationId, points: [&str; 6]) {
    let place = format!("/reviews/{application}");
    let declaration = format!("{place}/declaration");
    let asked = person.get(&place);
    let open = person.submit(&asked, &declaration, &[("kind", "none")]);
    let to = format!("{place}/submission");
    let sent = post_review(person, &to, &open, (points, "The records show it."));
    assert_eq!(sent.status, 303, "{}", sent.text());
}

/// The address of an entrant's office.
fn office(entrant: &Entrant) -> String {
    format!("{}@offices.example", entrant.reference.to_lowercase())
}

fn site_office(site: &TestSite, entrant: &Entrant) {
    site.add_account(&office(entrant), "The office");
}
