//! Fills an empty database with the demonstration: people, two rounds, and each
//! organisation's application as far as its story goes. Everything is done by
//! the same actions as in real life, at times in the last weeks.

use super::conflicts;
use super::content::{self, Organisation, People, Person};
use super::deciding;
use super::due_diligence;
use super::forms;
use super::hands::{self, Owner};
use super::lane;
use super::ledger;
use super::legal_status;
use super::story::{Panel, Story};
use super::{awards, board, lists, meetings, publication, retention, reviewing};
use crate::actions::password::Hasher;
use crate::actions::{Refusal, people, rates, reviewer, round};
use crate::cli::Failure;
use crate::clock::Clock;
use crate::config::{Config, DemoAccount};
use crate::domain::account::{Email, Role};
use crate::domain::file::Limits;
use crate::domain::rate::RateText;
use crate::domain::reviewer::TypedProfile;
use crate::domain::round_draft::RoundText;
use crate::domain::wording::Typed;
use crate::domain::{AccountId, Language, Moment};
use crate::files::Storage;
use crate::policy::Actor;
use crate::policy::account::MayManagePeople;
use crate::policy::round::MayRunRounds;
use crate::store::{Database, Stamp, Tx, programme};

/// The password of every demonstration account.
const PASSWORD: &str = "demonstration only";
/// Address of the demonstration's round.
pub const ROUND: &str = "rapid-response";

/// What seeding needs at every step.
pub struct Seeder<'a> {
    pub database: &'a Database,
    hash: String,
    zone: &'a str,
    /// The present; stories happened before it.
    pub now: Moment,
    /// Where files go, and how large they may be.
    pub storage: Storage,
    pub limits: Limits,
}

impl Seeder<'_> {
    /// The zone of everybody's wall clock.
    pub fn zone(&self) -> &str {
        self.zone
    }

    /// Of what somebody did some hours before now.
    pub fn stamp(&self, actor: Option<&Actor>, hours_ago: i64) -> Stamp {
        Stamp {
            now: self.now.plus_minutes(-60 * hours_ago),
            actor: actor.map(|actor| actor.id),
            request: "cli:demo".to_owned(),
        }
    }

    /// Runs an action as somebody, some hours before now.
    pub fn act<T>(
        &self,
        actor: Option<&Actor>,
        hours_ago: i64,
        work: impl FnMut(&mut Tx) -> Result<T, Refusal>,
    ) -> Result<T, Failure> {
        let stamp = self.stamp(actor, hours_ago);
        self.database.write(stamp, work).map_err(|refusal| {
            Failure::Failed(format!("the demonstration could not be made: {refusal:?}"))
        })
    }

    /// A confirmed account.
    pub fn account(&self, person: &Person, role: Role) -> Result<Actor, Failure> {
        let email = Email::parse(&person.email)
            .map_err(|_| Failure::Failed(format!("not an address: {}", person.email)))?;
        let language = Language::from_code(&person.language).unwrap_or_default();
        let (may, place) = (MayManagePeople::operator(), (language, self.zone));
        let who = (person.name.as_str(), &email);
        let id: AccountId = self.act(None, 24 * 40, |tx| {
            people::add_person(tx, &may, who, &self.hash, place, role)
        })?;
        let named = (person.name.clone(), person.email.clone());
        Ok(Actor::new(
            id,
            named,
            language,
            self.zone.to_owned(),
            vec![role],
        ))
    }

    fn accounts(&self, people: &[Person], role: Role) -> Result<Vec<Actor>, Failure> {
        people
            .iter()
            .map(|person| self.account(person, role))
            .collect()
    }
}

/// Fills the database and answers every sign-in.
pub fn fill(database: &Database, config: &Config) -> Result<Vec<DemoAccount>, Failure> {
    let hasher = Hasher::new(config.argon2_memory_kib, config.argon2_passes);
    let hash = hasher
        .hash(PASSWORD)
        .ok_or_else(|| Failure::Failed("no randomness".to_owned()))?;
    let (zone, now) = (config.time_zone.as_str(), Clock::Machine.now());
    let seeder = Seeder {
        database,
        hash,
        zone,
        now,
        storage: config.storage(),
        limits: Limits {
            bytes: config.file_most_bytes,
            files: config.files_most,
        },
    };
    let staff = content::people().map_err(Failure::Failed)?;
    let organisations = content::organisations().map_err(Failure::Failed)?;
    let panel = Panel {
        admins: seeder.accounts(&staff.admin, Role::Admin)?,
        reviewers: seeder.accounts(&staff.reviewer, Role::Reviewer)?,
        sentences: &staff.justifications,
    };
    describe_reviewers(&seeder, &panel)?;
    seeder.accounts(&staff.auditor, Role::Auditor)?;
    forms::publish(&seeder, &panel)?;
    lane::open(&seeder, &panel)?;
    open_round(&seeder, &panel)?;
    forms::draft(&seeder, &panel)?;
    ledger::load(&seeder)?;
    let cast = tell_all(&seeder, &panel, &organisations)?;
    lane::tell(&seeder, &panel, &cast)?;
    hands::join(&seeder, &panel, &cast)?;
    reviewing::tell(&seeder, &panel)?;
    legal_status::tell(&seeder, &panel, &cast)?;
    due_diligence::tell(&seeder, &panel, &cast)?;
    conflicts::tell(&seeder, &panel, &cast)?;
    meetings::plan(&seeder, &panel)?;
    lists::tell(&seeder, &panel)?;
    awards::tell(&seeder, &panel, &cast)?;
    publication::tell(&seeder, &panel)?;
    deciding::tell(&seeder, &panel, &cast)?;
    board::tell(&seeder, &panel)?;
    retention::tell(&seeder, &panel, &cast)?;
    Ok(sign_ins(&staff, &organisations))
}

/// Tells every organisation's story in the main round.
fn tell_all<'a>(
    seeder: &Seeder,
    panel: &Panel,
    organisations: &'a [Organisation],
) -> Result<Vec<Owner<'a>>, Failure> {
    let mut cast = Vec::new();
    for (number, organisation) in organisations.iter().enumerate() {
        let applicant = seeder.account(&applicant(organisation), Role::Applicant)?;
        let story = Story {
            seeder,
            panel,
            organisation,
            applicant: applicant.clone(),
            number,
            round: ROUND,
            pace: 1,
        };
        let told = story.tell()?;
        cast.push(Owner {
            person: applicant,
            told,
            content: organisation,
        });
    }
    Ok(cast)
}

fn applicant(organisation: &Organisation) -> Person {
    Person {
        name: organisation.person.clone(),
        email: organisation.email.clone(),
        language: organisation.language.clone(),
    }
}

/// A round that opened three weeks ago and closes in six days.
fn open_round(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let at = |days: i64| seeder.now.plus_days(days).local_text(seeder.zone);
    let day = |days: i64| at(days).get(..10).unwrap_or_default().to_owned();
    let text = RoundText {
        title: Typed {
            en: "Rapid response for human rights organisations".to_owned(),
            ar: "استجابة سريعة لمنظمات حقوق الإنسان".to_owned(),
            he: "מענה מהיר לארגוני זכויות אדם".to_owned(),
        },
        purpose: purpose(),
        slug: ROUND.to_owned(),
        currency: "USD".to_owned(),
        budget: "600000".to_owned(),
        least: "5000".to_owned(),
        most: "60000".to_owned(),
        time_zone: seeder.zone.to_owned(),
        opens_at: format!("{} 09:00", day(-21)),
        closes_at: format!("{} 17:00", day(6)),
        rolling: false,
        grace_minutes: "15".to_owned(),
        reviews_due_at: format!("{} 17:00", day(13)),
        review_days: String::new(),
        turnaround_days: "21".to_owned(),
        sign_off: true,
        emergency: false,
    };
    let may = MayRunRounds::operator();
    let admin = panel.admins.first();
    seeder.act(admin, 24 * 30, |tx| {
        let programme = programme::list(tx, None, 1)?
            .first()
            .map(|programme| programme.id);
        round::create_round(tx, &may, programme, &text)
    })?;
    for rate in RATES {
        let text = RateText {
            currency: rate[0].to_owned(),
            rate: rate[1].to_owned(),
            day: day(-31),
            source: rate[2].to_owned(),
        };
        seeder.act(admin, 24 * 30, |tx| match admin {
            Some(admin) => rates::add_rate(tx, admin, ROUND, &text),
            None => Ok(()),
        })?;
    }
    seeder.act(admin, 24 * 22, |tx| round::open_round(tx, &may, ROUND))
}

/// Currencies in which organisations may ask: code, fictional rate, source.
pub const RATES: [[&str; 3]; 2] = [
    ["EUR", "0.8620", "European Central Bank"],
    ["ILS", "3.4150", "Bank of Israel"],
];

fn purpose() -> Typed {
    Typed {
        en: "Grants of up to USD 60,000 for organisations that protect the rights of \
             Palestinians and Israelis and are under political or financial pressure now. \
             The money is flexible: salaries, rent, lawyers, security, whatever keeps the \
             work alive."
            .to_owned(),
        ar: "منح تصل إلى 60,000 دولار لمنظمات تحمي حقوق الفلسطينيين والإسرائيليين وتتعرض الآن \
             لضغط سياسي أو مالي. المال مرن: رواتب أو إيجار أو محامون أو أمن، وكل ما يبقي العمل \
             حيًّا."
            .to_owned(),
        he: "מענקים של עד 60,000 דולר לארגונים שמגינים על זכויותיהם של פלסטינים וישראלים \
             ונמצאים כעת תחת לחץ פוליטי או כספי. הכסף גמיש: שכר, שכירות, עורכי דין, ביטחון, \
             כל מה שמחזיק את העבודה בחיים."
            .to_owned(),
    }
}

/// What reviewers bring: their language and English, some places, one kind of support.
fn describe_reviewers(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let places = ["west_bank", "gaza", "israel", "east_jerusalem", "joint"];
    let support = ["legal_aid", "security", "core", "emergency", "project"];
    for (number, one) in panel.reviewers.iter().enumerate() {
        let at = |list: [&str; 5], step: usize| list[(number + step) % list.len()].to_owned();
        let typed = TypedProfile {
            languages: vec!["en".to_owned(), one.language.code().to_owned()],
            places: vec![at(places, 0), at(places, 2)],
            expertise: vec![at(support, 0)],
            cap: "25".to_owned(),
        };
        seeder.act(Some(one), 24 * 39, |tx| {
            reviewer::describe(tx, one, one.id, &typed)
        })?;
    }
    Ok(())
}

/// Every sign-in: staff first.
fn sign_ins(staff: &People, organisations: &[Organisation]) -> Vec<DemoAccount> {
    let one = |person: &Person, role| DemoAccount {
        name: person.name.clone(),
        role,
        email: person.email.clone(),
        password: PASSWORD.to_owned(),
    };
    let admins = staff.admin.iter().map(|person| one(person, Role::Admin));
    let reviewers = staff
        .reviewer
        .iter()
        .map(|person| one(person, Role::Reviewer));
    let auditors = staff
        .auditor
        .iter()
        .map(|person| one(person, Role::Auditor));
    let applicants = organisations
        .iter()
        .map(|of| one(&applicant(of), Role::Applicant));
    admins
        .chain(reviewers)
        .chain(auditors)
        .chain(applicants)
        .collect()
}
