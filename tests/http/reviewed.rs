//! A round with the two who review in it, and applications under their review, made
//! as staff and applicants would have made them.

use evenhand::config::Config;
use evenhand::domain::account::{Email, Role};
use evenhand::domain::answers::{Answer, Answers};
use evenhand::domain::application::Status;
use evenhand::domain::assignment::Candidate;
use evenhand::domain::form::{SMALLEST_USEFUL, Stage};
use evenhand::domain::member::MemberRole;
use evenhand::domain::organisation::Organisation;
use evenhand::domain::publication::PUBLISH;
use evenhand::domain::round::{Closing, Round, RoundState, Window};
use evenhand::domain::{AccountId, ApplicationId, Currency, Language, Money, Translated};
use evenhand::policy::Actor;
use evenhand::policy::application::may_submit;
use evenhand::policy::assignment::MayAssign;
use evenhand::policy::member::Standing;
use evenhand::store::application::{ApplicationRow, Converted};
use evenhand::store::{
    StoreError, Tx, account, application, assignment, form, mint, organisation, programme, round,
    rubric, submission,
};

use crate::support::{Page, Person, TestSite};

/// Codes of the criteria, in their order.
pub const CODES: [&str; 6] = [
    "values",
    "nondup",
    "political",
    "financial",
    "admin",
    "legal",
];

/// What was sent.
pub struct Sent<'a> {
    pub reference: &'a str,
    pub requested_minor: i64,
    /// By whom: address of the organisation's founder.
    pub founder: &'a str,
    /// Texts, and the smallest useful amount, by code of the question; the first is the
    /// title.
    pub answers: &'a [(&'a str, &'a str)],
}

/// A site with an open round, before any application came.
pub struct Bench {
    pub site: TestSite,
    pub round: Round,
    pub ada: Person,
    pub noor: Person,
    pub maya: Person,
}

impl Bench {
    /// With an admin and two reviewers, in an installation with these settings.
    pub fn with(budget_minor: i64, settings: impl FnOnce(&mut Config)) -> Self {
        let site = TestSite::start_with(settings);
        let ada = site.first_admin("Ada Levi");
        let noor = ada.invites("Noor Khalil", Role::Reviewer);
        let maya = ada.invites("Maya Ben-Ami", Role::Reviewer);
        let round = site
            .database
            .write(site.stamp(), |tx| open_round(tx, budget_minor));
        Self {
            round: round.expect("the round is made"),
            site,
            ada,
            noor,
            maya,
        }
    }
}

/// Adds an application under review by these reviewers, whom an admin assigned.
pub fn enter(
    site: &TestSite,
    round: &Round,
    (admin, reviewers): (&Person, [&Person; 2]),
    (owner, sent): (&Organisation, &Sent),
) -> ApplicationId {
    let made = site.database.write(site.stamp(), |tx| {
        let admin = id_of(tx, &admin.email)?;
        let id = under_review(tx, round, owner, sent)?;
        for reviewer in reviewers {
            let reviewer = id_of(tx, &reviewer.email)?;
            assign(tx, admin, id, reviewer)?;
        }
        Ok::<_, StoreError>(id)
    });
    made.expect("the application is made")
}

/// Posts a review as the scoring form would, over the text that the page shows.
/// `points` stand in the order of the criteria; those judged get a reason.
pub fn post_review(person: &Person, to: &str, page: &Page, review: ([&str; 6], &str)) -> Page {
    let (points, reason) = review;
    let mut pairs = vec![("saves".to_owned(), page.value_of_hidden("saves"))];
    for (code, points) in CODES.iter().zip(points) {
        let judged = !matches!(points, "" | "abstain");
        let why = if judged { reason } else { "" };
        pairs.push((format!("score.{code}"), points.to_owned()));
        pairs.push((format!("justification.{code}"), why.to_owned()));
    }
    let rest = [
        ("recommendation", "fund"),
        ("confidence", "medium"),
        ("reason", "I read it again."),
    ];
    let pairs = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str()));
    let pairs: Vec<_> = pairs.chain(rest).collect();
    person.post_with_token(to, &pairs)
}

/// The account of an address.
pub fn id_of(tx: &mut Tx, email: &str) -> Result<AccountId, StoreError> {
    let email = Email::parse(email).expect("an address");
    Ok(account::by_email(tx, &email)?.expect("an account").id)
}

/// An organisation as whoever founds it describes it at first.
pub fn organisation_of(name: &str, (community, base): (&str, &str)) -> Organisation {
    Organisation {
        id: mint(),
        name_latin: name.to_owned(),
        name_arabic: String::new(),
        name_hebrew: String::new(),
        base: base.to_owned(),
        community: community.to_owned(),
        legal_form: "ps_association".to_owned(),
        website: String::new(),
        registrations: Vec::new(),
        code_name: None,
    }
}

fn text(en: &str) -> Translated {
    Translated {
        en: en.to_owned(),
        ..Translated::default()
    }
}

/// The round "autumn", open for a day.
fn open_round(tx: &mut Tx, budget_minor: i64) -> Result<Round, StoreError> {
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
        budget_minor,
        least_minor: 100_000,
        most_minor: 2_500_000,
        opens_at: now,
        closing: Closing::On {
            closes_at: now.plus_days(1),
            reviews_due_at: now.plus_days(9),
        },
        grace_minutes: 15,
        time_zone: "UTC".to_owned(),
        turnaround_days: 21,
        sign_off: true,
        emergency: false,
        state: RoundState::Open,
        created_at: now,
    };
    round::insert(tx, &round)?;
    Ok(round)
}

/// An amount such as `5000` or, in another currency, `ILS 18500`.
fn money(said: &str, usual: Currency) -> Money {
    let (code, amount) = said.split_once(' ').unwrap_or((usual.code(), said));
    let currency = Currency::parse(code).expect("a currency");
    Money::parse(amount, currency).expect("an amount")
}

/// Adds an organisation and its application, which is under review.
fn under_review(
    tx: &mut Tx,
    round: &Round,
    owner: &Organisation,
    sent: &Sent,
) -> Result<ApplicationId, StoreError> {
    let founder = id_of(tx, sent.founder)?;
    organisation::insert(tx, owner, founder)?;
    let row = ApplicationRow {
        id: mint(),
        reference: sent.reference.to_owned(),
        round_id: round.id,
        organisation_id: owner.id,
        status: Status::InReview,
        title: sent.answers[0].1.to_owned(),
        requested_minor: Some(sent.requested_minor),
        created_at: tx.now(),
        created_by: founder,
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
    let said = |(code, said): &(&str, &str)| {
        let answer = match *code {
            SMALLEST_USEFUL => Answer::Money(money(said, round.currency)),
            PUBLISH => Answer::Choice((*said).to_owned()),
            _ => Answer::Text((*said).to_owned()),
        };
        ((*code).to_owned(), answer)
    };
    let answers = Answers(sent.answers.iter().map(said).collect());
    submission::insert(tx, &may, (0, founder, false), &answers)?;
    Ok(row.id)
}

/// Assigns a reviewer.
pub fn assign(
    tx: &mut Tx,
    admin: AccountId,
    application: ApplicationId,
    reviewer: AccountId,
) -> Result<(), StoreError> {
    let name = ("Ada".to_owned(), "ada@example.org".to_owned());
    let ada = Actor::new(
        admin,
        name,
        Language::English,
        "UTC".to_owned(),
        vec![Role::Admin],
    );
    let candidate = Candidate {
        account: reviewer,
        reviews: true,
        member: false,
        conflicted: false,
        assigned: false,
    };
    let may = MayAssign::to(&ada, (application, Status::InReview), &candidate);
    assignment::insert(tx, &may.expect("nothing bars"))
}
