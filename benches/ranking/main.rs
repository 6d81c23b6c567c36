//! The ranking of a large round: reading and ranking it, the statistics, a proposal that
//! is held against it, and the pages as a browser gets them, the decision board and the
//! shortlist too, beside the bare SQL that any ranking needs. Prints, asserts nothing.
//! `cargo bench --bench ranking`; on PostgreSQL when `EVENHAND_TEST_DATABASE` names an
//! administration database.

mod seed;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use evenhand::actions::certainty::certainty;
use evenhand::actions::password::Hasher;
use evenhand::actions::rank_round::rank_round;
use evenhand::actions::{decide, install, people};
use evenhand::clock::Clock;
use evenhand::config::Config;
use evenhand::domain::account::{Email, Role};
use evenhand::domain::decision::ProposalDraft;
use evenhand::domain::{ApplicationId, Language, Moment};
use evenhand::policy::account::MayManagePeople;
use evenhand::policy::{Actor, Reach};
use evenhand::store::vault::Vault;
use evenhand::store::{Database, DatabaseUrl, Stamp, migrate};
use evenhand::web::{self, Site};
use seed::{Raw, Size, seed};

const PASSWORD: &str = "olive trees by the old road";
const ADMIN: &str = "admin@example.org";

/// Mean total of each application, as plainly as SQL can say it; no reach, no
/// conflicts, no organisations, no decisions.
const BARE: &str = "SELECT application_id AS found FROM (
    SELECT r.application_id, SUM(t.total) / COUNT(*) AS mean FROM reviews r
    JOIN (SELECT s.review_id, SUM(c.weight * CAST(s.judgement AS INTEGER)) * 1.0 / SUM(c.weight) AS total
          FROM scores s JOIN criteria c ON c.id = s.criterion_id
          WHERE s.judgement NOT IN ('', 'abstain') GROUP BY s.review_id) t ON t.review_id = r.id
    JOIN applications a ON a.id = r.application_id
    WHERE a.round_id = (SELECT id FROM rounds WHERE slug = 'large') AND r.submitted_at IS NOT NULL
    GROUP BY r.application_id) ranked ORDER BY mean DESC";

static ASKED: AtomicUsize = AtomicUsize::new(0);

/// Counts the statements of every connection.
struct Count;

impl Instrumentation for Count {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let InstrumentationEvent::StartQuery { query, .. } = event
            && query.to_string().starts_with("SELECT ")
        {
            ASKED.fetch_add(1, Ordering::Relaxed);
        }
    }
}

fn main() {
    set_default_instrumentation(|| Some(Box::new(Count))).expect("connections are watched");
    for applications in [100, 10_000] {
        let reviewers = (applications / 30).max(10);
        let size = Size {
            applications,
            reviewers,
            each: 3,
        };
        println!(
            "{applications} applications, {reviewers} reviewers, {} reviews",
            applications * 3
        );
        measure(size);
    }
}

fn measure(size: Size) {
    let folder = tempfile::tempdir().expect("a folder");
    let (url, dropped) = place(folder.path());
    let vault = Vault::of_file(&folder.path().join("master.key")).expect("none is there yet");
    vault.make_key().expect("a key is made");
    let database = Database::open(&url, 3).expect("the database opens");
    let database = database.with_vault(vault);
    migrate(&database).expect("migrations run");
    let admin = people(&database);
    let mut raw = Raw::open(&url);
    seed(&mut raw, size, admin.id.as_str());
    timed("bare SQL, all ranked", || {
        ASKED.store(1, Ordering::Relaxed);
        raw.texts(BARE).len()
    });
    let ranked = || {
        let reach = Reach::staff(&admin);
        let read = database.read(|reader| rank_round(reader, reach, "large"));
        read.expect("it is read").expect("it is there")
    };
    timed("read and ranked", || ranked().entries.len());
    let ranking = ranked();
    timed("statistics, first time", || {
        certainty(&ranking).applications.len()
    });
    timed("statistics, again", || {
        certainty(&ranking).applications.len()
    });
    timed("one proposal", || propose(&database, &admin));
    pages(folder.path(), &database);
    println!("  peak memory: {}", peak());
    drop((raw, database));
    dropped();
}

/// Proposes a decision, which is held against the order of the whole round.
fn propose(database: &Database, admin: &Actor) -> usize {
    let stamp = Stamp {
        now: Moment::from_micros(1_793_610_000_000_000),
        actor: Some(admin.id),
        request: "benchmark".to_owned(),
    };
    let draft = ProposalDraft {
        outcome: "refer_back".to_owned(),
        rationale: "Read the new law first.".to_owned(),
        ..ProposalDraft::default()
    };
    let first = ApplicationId::parse(&seed::id(4, 0)).expect("an id");
    let made = database.write(stamp, |tx| {
        decide::propose(tx, admin, first, (&draft, ""), None)
    });
    made.expect("it is proposed");
    1
}

/// A database of its own, and how it goes away.
fn place(folder: &std::path::Path) -> (DatabaseUrl, Box<dyn FnOnce()>) {
    let Ok(server) = std::env::var("EVENHAND_TEST_DATABASE") else {
        let path = folder.join("evenhand.sqlite");
        let url = DatabaseUrl::Sqlite(path.to_string_lossy().into_owned());
        return (url, Box::new(|| ()));
    };
    let name = format!("evenhand_bench_{}", std::process::id());
    let own = server
        .rsplit_once('/')
        .map(|(base, _)| format!("{base}/{name}"));
    let run = move |words: String| Raw::open(&DatabaseUrl::Postgres(server.clone())).run(&words);
    run(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    run(format!("CREATE DATABASE {name}"));
    let url = DatabaseUrl::Postgres(own.expect("a URL with a name"));
    let ends = move || run(format!("DROP DATABASE {name} WITH (FORCE)"));
    (url, Box::new(ends))
}

/// The default programme and an admin who can sign in.
fn people(database: &Database) -> Actor {
    let stamp = || Stamp {
        now: Moment::from_micros(1_793_610_000_000_000),
        actor: None,
        request: "benchmark".to_owned(),
    };
    let installed = database.write(stamp(), install::install);
    installed.expect("the default programme is installed");
    let email = Email::parse(ADMIN).expect("an address");
    let hash = Hasher::new(64, 1).hash(PASSWORD).expect("randomness");
    let (may, place) = (MayManagePeople::operator(), (Language::English, "UTC"));
    let added = database.write(stamp(), |tx| {
        people::add_person(tx, &may, ("Admin", &email), &hash, place, Role::Admin)
    });
    Actor::new(
        added.expect("the admin is added"),
        ("Admin".to_owned(), ADMIN.to_owned()),
        Language::English,
        "UTC".to_owned(),
        vec![Role::Admin],
    )
}

/// The pages over HTTP, twice each.
fn pages(folder: &std::path::Path, database: &Database) {
    let config = Config {
        data: folder.to_owned(),
        argon2_memory_kib: 64,
        argon2_passes: 1,
        second_factor: "none".to_owned(),
        ..Config::default()
    };
    let site = Site::new(
        config,
        database.clone(),
        Clock::held(Moment::from_micros(1_793_610_000_000_000)),
        "http://grants.test".to_owned(),
    );
    let bound = web::bind("127.0.0.1:0").expect("a port").without_signals();
    let address = format!("http://{}", bound.address().expect("it is known"));
    let (started, server) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        let serving = bound.run(site, 1, move |handle| started.send(handle).expect("heard"));
        let served = actix_web::rt::System::new().block_on(serving);
        served.expect("it serves");
    });
    let handle = server.recv().expect("it starts");
    let agent = ureq::Agent::config_builder()
        .max_redirects(0)
        .proxy(None)
        .build()
        .new_agent();
    let cookies = sign_in(&agent, &address);
    let shown = [
        "ranking",
        "ranking?after=5000",
        "ranking/certainty",
        "board",
        "board?after=5000",
        "shortlist",
        "shortlist?part=50",
    ];
    for page in shown {
        for turn in ["page", "page again"] {
            timed(&format!("{turn} {page}"), || {
                let url = format!("{address}/admin/rounds/large/{page}");
                let answer = agent.get(&url).header("cookie", &cookies).call();
                let mut answer = answer.unwrap_or_else(|problem| panic!("{url}: {problem}"));
                assert_eq!(answer.status(), 200, "{url}");
                let text = answer.body_mut().read_to_string();
                text.map_or(0, |text| text.len())
            });
        }
    }
    actix_web::rt::System::new().block_on(handle.stop(true));
    thread.join().expect("it ends");
}

/// Signs in as a browser does, and answers with its cookies.
fn sign_in(agent: &ureq::Agent, address: &str) -> String {
    let url = format!("{address}/sign-in");
    let mut jar = BTreeMap::new();
    let mut page = agent.get(&url).call().expect("the page comes");
    keep(&mut jar, &page);
    let text = page.body_mut().read_to_string().expect("a text");
    let token = text
        .split("name=\"csrf\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let fields = [
        ("csrf", token.expect("a token")),
        ("email", ADMIN),
        ("password", PASSWORD),
    ];
    let post = agent.post(&url).header("cookie", sent(&jar));
    let post = post.header("sec-fetch-site", "same-origin");
    let answer = post.send_form(fields).expect("signed in");
    assert_eq!(answer.status(), 303, "signed in");
    keep(&mut jar, &answer);
    sent(&jar)
}

/// Takes over the cookies of an answer.
fn keep(jar: &mut BTreeMap<String, String>, answer: &ureq::http::Response<ureq::Body>) {
    let set = answer.headers().get_all("set-cookie").iter();
    for cookie in set.filter_map(|one| one.to_str().ok()?.split(';').next()) {
        if let Some((name, value)) = cookie.split_once('=') {
            jar.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn sent(jar: &BTreeMap<String, String>) -> String {
    let pairs = jar.iter().map(|(name, value)| format!("{name}={value}"));
    pairs.collect::<Vec<_>>().join("; ")
}

fn timed(name: &str, work: impl FnOnce() -> usize) {
    ASKED.store(0, Ordering::Relaxed);
    let begin = Instant::now();
    let result = work();
    println!(
        "  {name:34} {:8.1} ms, {:3} statements, {result}",
        begin.elapsed().as_secs_f64() * 1000.0,
        ASKED.load(Ordering::Relaxed),
    );
}

/// As the kernel counts it, where it does.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("unknown".to_owned(), |line| line.trim().to_owned())
}
