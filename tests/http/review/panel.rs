//! An application under review by two people, made as staff and applicants
//! would have made it.

use evenhand::domain::account::{Email, Role};
use evenhand::domain::answers::{Answer, Answers};
use evenhand::domain::application::Status;
use evenhand::domain::assignment::Candidate;
use evenhand::domain::form::Stage;
use evenhand::domain::member::MemberRole;
use evenhand::domain::organisation::Organisation;
use evenhand::domain::round::{Round, RoundState, Window};
use evenhand::domain::{AccountId, ApplicationId, Currency, Language, OrganisationId, Translated};
use evenhand::policy::application::may_submit;
use evenhand::policy::assignment::MayAssign;
use evenhand::policy::member::Standing;
use evenhand::policy::{Actor, Reach};
use evenhand::store::application::{ApplicationRow, Converted};
use evenhand::store::{
    StoreError, Tx, account, application, assignment, form, mint, organisation, programme, round,
    rubric, submission,
};

use crate::support::{Page, Person, TestSite};

pub const TITLE: &str = "Keeping the archive alive";
pub const OWNER: &str = "Al-Manara Documentation Centre";
pub const SITUATION: &str = "The office was raided in October.";
const CODES: [&str; 6] = [
    "values",
    "nondup",
    "political",
    "financial",
    "admin",
    "legal",
];

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
            let admin = id_of(tx, &ada)?;
            let round = open_round(tx)?;
            let application = under_review(tx, &round, admin)?;
            for reviewer in [&noor, &maya] {
                let reviewer = id_of(tx, reviewer)?;
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

pub fn id_of(tx: &mut Tx, person: &Person) -> Result<AccountId, StoreError> {
    let email = Email::parse(&person.email).expect("an address");
    Ok(account::by_email(tx, &email)?.expect("an account").id)
}

fn text(en: &str) -> Translated {
    Translated {
        en: en.to_owned(),
        ..Translated::default()
    }
}

fn open_round(tx: &mut Tx) -> Result<Round, StoreError> {
    let programme = programme::list(tx, None, 1)?.remove(0).id;
    let now = tx.now();
    let round = Round {
        id: mint(),
        programme_id: programme,
        rubric_id: rubric::latest(tx, programme)?.expect("a rubric").id,
        form_id: form::latest(tx, programme)?.expect("a form").id,
        slug: "autumn".to_owned(),
        title: text("Rapid response, autumn"),
        purpose: text("Quick grants"),
        currency: Currency::USD,
        budget_minor: 50_000_000,
        least_minor: 100_000,
        most_minor: 2_500_000,
        opens_at: now,
        closes_at: now.plus_days(1),
        grace_minutes: 15,
        time_zone: "UTC".to_owned(),
        reviews_due_at: now.plus_days(9),
        turnaround_days: 21,
        sign_off: true,
        state: RoundState::Open,
        created_at: now,
    };
    round::insert(tx, &round)?;
    Ok(round)
}

fn under_review(tx: &mut Tx, round: &Round, admin: AccountId) -> Result<ApplicationId, StoreError> {
    let owner: OrganisationId = mint();
    let founder = account::AccountRow {
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
    account::insert(tx, &founder)?;
    let organisation = Organisation {
        id: owner,
        name_latin: OWNER.to_owned(),
        name_arabic: String::new(),
        name_hebrew: String::new(),
        base: "west_bank".to_owned(),
        community: "palestinian".to_owned(),
        legal_form: "ps_association".to_owned(),
        website: String::new(),
        registrations: Vec::new(),
    };
    organisation::insert(tx, &organisation, founder.id)?;
    let row = ApplicationRow {
        id: mint(),
        reference: "EH-7K2M-94QX".to_owned(),
        round_id: round.id,
        organisation_id: owner,
        status: Status::InReview,
        title: TITLE.to_owned(),
        requested_minor: Some(2_400_000),
        created_at: tx.now(),
        created_by: admin,
        submitted_at: Some(tx.now()),
        late: false,
        form_id: round.form_id,
        stage: Stage::Full,
        converted: Converted::default(),
    };
    application::insert(tx, &row)?;
    let may = may_submit(
        Standing::Member(MemberRole::Owner),
        (row.id, Status::Draft),
        Window::Open,
        true,
    );
    let may = may.expect("a draft is submitted");
    let answers = [
        ("title", TITLE),
        ("situation", SITUATION),
        ("risks", "A secret."),
    ];
    let answers = answers.map(|(code, said)| (code.to_owned(), Answer::Text(said.to_owned())));
    let answers = Answers(answers.into_iter().collect());
    submission::insert(tx, &may, (0, founder.id, false), &answers)?;
    Ok(row.id)
}

fn assign(
    tx: &mut Tx,
    admin: AccountId,
    application: ApplicationId,
    account: AccountId,
) -> Result<(), StoreError> {
    let name = ("Ada".to_owned(), "ada@example.org".to_owned());
    let zone = "UTC".to_owned();
    let ada = Actor::new(admin, name, Language::English, zone, vec![Role::Admin]);
    let candidate = Candidate {
        account,
        reviews: true,
        member: false,
        conflicted: false,
        assigned: false,
    };
    let may = MayAssign::to(&ada, (application, Status::InReview), &candidate);
    assignment::insert(tx, &may.expect("nothing bars"))
}
