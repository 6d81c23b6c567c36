//! One run: many people act at once, the program is killed at a drawn moment and started
//! again, and what is stored is held against what was acknowledged.

use std::thread;
use std::time::Duration;

use evenhand::domain::ApplicationId;

use crate::asking::ask_for_files;
use crate::checks;
use crate::deliberation::{Deliberation, Entrant};
use crate::diary::Diary;
use crate::people;
use crate::program::{Place, Program, pass};
use crate::story::{make_organisation, make_round, open_round, start};
use crate::support::Person;

/// Who applies while the program is killed, and for whom.
const APPLICANTS: [(&str, &str); 3] = [
    ("Omar Saleh", "Salt House"),
    ("Dina Nassar", "Fig Tree"),
    ("Yael Cohen", "Open Door"),
];

/// What is reviewed meanwhile.
const REVIEWED: [Entrant; 2] = [
    Entrant {
        reference: "EH-FFFF-6666",
        name: "Well of Words",
        title: "A library on wheels",
        place: ("palestinian", "west_bank"),
        requested_minor: 300_000,
        registration: None,
    },
    Entrant {
        reference: "EH-GGGG-7777",
        name: "Night Watch",
        title: "A line that is answered",
        place: ("israeli", "israel"),
        requested_minor: 300_000,
        registration: None,
    },
];

/// Everything that the people of a run can do: three applications of twelve acts, two
/// times two reviews, four decisions that are proposed and signed, and their release.
const MOST_ACTS: u64 = 3 * 12 + 2 * 2 + 2 * 4 + 1;
/// Longest time from the drawn act to the kill, in microseconds: several requests.
const MOST_LAG: u64 = 30_000;

/// Most bytes of SQLite's log, which is brought into the database from four megabytes on
/// and begun anew whenever nobody reads an older state.
const MOST_LOG: u64 = 32 << 20;

/// Numbers that look drawn, and are the same for the same seed (splitmix64).
pub struct Draw(u64);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// One of 0 to `below` - 1.
    pub fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % below
    }
}

/// A fresh database in which there is much to do.
pub struct Scene {
    pub round: Deliberation,
    /// Who applies, and where.
    pub drafts: Vec<(Person, String)>,
    pub reviewed: Vec<ApplicationId>,
    /// Where decisions are made.
    pub decided: Vec<String>,
}

impl Scene {
    pub fn new() -> Self {
        let round = Deliberation::new();
        let enter = |entrant: &Entrant| {
            let office = format!("{}@offices.example", entrant.reference.to_lowercase());
            round.site.add_account(&office, "The office");
            round.enter(entrant, &office)
        };
        let reviewed = REVIEWED.iter().map(enter).collect();
        ask_for_files(&round.site);
        // Open by the clock of the machine, which the program goes by.
        let dates = [
            ("closes_at", "2030-11-02 10:00"),
            ("reviews_due_at", "2030-11-20 17:00"),
        ];
        make_round(&round.ada, &dates);
        open_round(&round.ada, "winter");
        let draft = |(name, organisation): (&str, &str)| {
            let person = round.site.applicant(name);
            make_organisation(&person, organisation);
            let place = start(&person);
            (person, place)
        };
        let drafts = APPLICANTS.into_iter().map(draft).collect();
        let decided = (0..round.applications.len()).map(|n| round.place(n));
        Self {
            reviewed,
            drafts,
            decided: decided.collect(),
            round,
        }
    }

    /// Where the program is started on it.
    pub fn place(&self) -> Place {
        let site = &self.round.site;
        Place::new(site.folder(), site.url())
    }

    /// Somebody known, signed in at the program.
    pub fn at(&self, program: &Program, person: &Person) -> Person {
        program.signs_in(person, &self.round.site.database)
    }

    /// What everybody does, each signed in already.
    fn crowd(&self, program: &Program) -> Vec<Work> {
        let mut crowd: Vec<Work> = Vec::new();
        for (person, place) in &self.drafts {
            let (person, place) = (self.at(program, person), place.clone());
            crowd.push(Box::new(move |diary: &Diary| {
                people::applies(&person, &place, diary);
            }));
        }
        for reviewer in [&self.round.noor, &self.round.maya] {
            let (person, reviewed) = (self.at(program, reviewer), self.reviewed.clone());
            crowd.push(Box::new(move |diary: &Diary| {
                people::reviews(&person, &reviewed, diary);
            }));
        }
        let (ada, decided) = (self.at(program, &self.round.ada), self.decided.clone());
        crowd.push(Box::new(move |diary: &Diary| {
            people::proposes(&ada, &decided, diary);
        }));
        let (ben, decided) = (self.at(program, &self.round.ben), self.decided.clone());
        crowd.push(Box::new(move |diary: &Diary| {
            people::signs(&ben, &decided, diary);
        }));
        crowd
    }
}

/// What one person does.
type Work = Box<dyn FnOnce(&Diary) + Send>;

/// What a run showed.
pub struct Outcome {
    /// Acts that were acknowledged before the kill.
    pub acknowledged: usize,
    /// From the start after it to the line that says where the program serves.
    pub restart: Duration,
    /// What is not as it should be; each a sentence.
    pub problems: Vec<String>,
}

/// Lets people act, kills the program at the moment that the seed draws, starts it again
/// and compares.
pub fn run(seed: u64) -> Outcome {
    let scene = Scene::new();
    let place = scene.place();
    let mut program = Program::start(&place);
    let (diary, crowd) = (Diary::default(), scene.crowd(&program));
    let mut draw = Draw::new(seed);
    let acts = usize::try_from(1 + draw.below(MOST_ACTS)).unwrap_or(1);
    let lag = Duration::from_micros(draw.below(MOST_LAG));
    let mut problems = act(&diary, crowd, || {
        diary.wait_until(acts, PEOPLE);
        pass(lag);
        program.kill();
    });
    problems.extend(large_log(&scene));
    let again = Program::start(&place);
    problems.extend(checks::compare(&scene, &again, &diary));
    Outcome {
        acknowledged: diary.acknowledged(),
        restart: again.starting,
        problems,
    }
}

/// What is wrong with SQLite's log as the program left it; there is none on PostgreSQL.
fn large_log(scene: &Scene) -> Option<String> {
    let log = scene.round.site.folder().join("evenhand.sqlite-wal");
    let bytes = log.metadata().map_or(0, |log| log.len());
    (bytes > MOST_LOG).then(|| format!("the log of the database has {bytes} bytes"))
}

/// How many act.
const PEOPLE: usize = APPLICANTS.len() + 2 + 2;

/// Lets everybody act until `meanwhile` has ended the program; what somebody met that
/// they should not.
pub fn act(diary: &Diary, crowd: Vec<Work>, meanwhile: impl FnOnce()) -> Vec<String> {
    thread::scope(|scope| {
        let work = move |one: Work| scope.spawn(move || one(diary));
        let acting: Vec<_> = crowd.into_iter().map(work).collect();
        meanwhile();
        diary.end();
        acting
            .into_iter()
            .filter_map(|one| odd(one.join()))
            .collect()
    })
}

/// Why somebody stopped, unless it was that nobody answered any more.
fn odd(ended: thread::Result<()>) -> Option<String> {
    let why = ended.err()?;
    let words = why.downcast_ref::<String>().cloned();
    let words = words.or_else(|| why.downcast_ref::<&str>().map(|words| (*words).to_owned()));
    let words = words.unwrap_or_default();
    let cut = ["was not answered", "broke off"];
    let killed = cut.iter().any(|known| words.contains(known));
    (!killed).then(|| format!("somebody met what they should not: {words}"))
}
