//! List screening in the demonstration: a fictional list, which lists count, a run of
//! everybody and hits in several states.

use std::collections::BTreeSet;
use std::io::Write;

use super::seed::Seeder;
use super::story::Panel;
use crate::actions::Refusal;
use crate::actions::list_screening as actions;
use crate::cli::Failure;
use crate::domain::list_screening::{Purpose, Record, RuleText};
use crate::exchange::watch_list::read_version;
use crate::files::Storage;
use crate::policy::{Actor, Reach};
use crate::store::{Reader, Tx, list_screening, programme};

/// Nobody on it exists; some have the names of people who apply here.
const LIST: &str = include_str!("content/fictional_list.csv");
const CODE: &str = "fictional";
const FILE: &str = "fictional_list.csv";

/// What is published: money from where, list, whether it counts, why.
const RULES: [[&str; 4]; 3] = [
    [
        "ch",
        CODE,
        "yes",
        "The foundation is bound by the law of the country in which it sits.",
    ],
    [
        "eu",
        CODE,
        "yes",
        "Asked for by a co-funder in its agreement of March.",
    ],
    [
        "us",
        "other-list",
        "no",
        "Contested: no evidence was published, and no money of this programme comes from there.",
    ],
];

/// Where the money comes from.
const SOURCES: [&str; 2] = ["ch", "eu"];

/// What was answered to which entries: list number, verdict, reason.
const ANSWERS: [[&str; 3]; 2] = [
    [
        "F-002",
        "cleared",
        "The listed man was born in 1949; ours showed an identity card with another year and \
         another third name.",
    ],
    [
        "F-003",
        "confirmed",
        "Name and address are those of the register. A second person should look at the \
         founding papers.",
    ],
];

/// Tells it all, if there is an admin to do it.
pub fn tell(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let Some(admin) = panel.admins.first() else {
        return Ok(());
    };
    load(seeder, admin)?;
    for [jurisdiction, list, counts, note] in RULES {
        let text = RuleText {
            jurisdiction: jurisdiction.to_owned(),
            list: list.to_owned(),
            counts: counts.to_owned(),
            threshold: "60".to_owned(),
            note: note.to_owned(),
        };
        seeder.act(Some(admin), 30, |tx| {
            let first = programme::list(tx, None, 1)?.into_iter().next();
            let first = first.ok_or(Refusal::NotFound)?;
            actions::set_rule(tx, admin, &first.slug, &text)
        })?;
    }
    seeder.act(Some(admin), 30, |tx| {
        let first = programme::list(tx, None, 1)?.into_iter().next();
        let first = first.ok_or(Refusal::NotFound)?;
        let sources = SOURCES.map(str::to_owned);
        actions::set_sources(tx, admin, &first.slug, &sources)
    })?;
    screen(seeder, admin)?;
    for (at, answer) in ANSWERS.iter().enumerate() {
        let hours = 20 - i64::try_from(at).unwrap_or(0);
        seeder.act(Some(admin), hours, |tx| given(tx, admin, answer))?;
    }
    Ok(())
}

fn load(seeder: &Seeder, admin: &Actor) -> Result<(), Failure> {
    let opened: std::io::Result<&[u8]> = Ok(LIST.as_bytes());
    let read = read_version([(FILE.to_owned(), opened)], None);
    let read = read.map_err(|refusal| {
        Failure::Failed(format!("the fictional list is refused: {refusal:?}"))
    })?;
    let records: Vec<Record> = read.entries.into_iter().map(Record::from).collect();
    let files = kept(&seeder.storage)
        .map_err(|problem| Failure::Failed(format!("the fictional list: {problem}")))?;
    seeder.act(Some(admin), 31, |tx| {
        actions::load(tx, admin, (CODE, false), (&read.version, &records), &files)
    })?;
    Ok(())
}

/// Keeps the file of the list, as the command does.
fn kept(storage: &Storage) -> std::io::Result<actions::SourceFiles> {
    let mut packing = storage.pack()?;
    packing.write_all(LIST.as_bytes())?;
    let packed = vec![(FILE.to_owned(), packing.finish()?)];
    actions::SourceFiles::keep(storage, packed, BTreeSet::new())
}

fn screen(seeder: &Seeder, admin: &Actor) -> Result<(), Failure> {
    let reach = Reach::staff(admin);
    let prepare = |reader: &mut Reader| {
        let ids = list_screening::organisations(reader, reach, None)?;
        actions::prepare(reader, &ids)
    };
    let prepared = seeder.database.read(prepare)?;
    seeder.act(Some(admin), 24, |tx| {
        actions::keep(tx, admin, Purpose::Screening, &prepared)
    })?;
    Ok(())
}

/// Answers the open hits of an entry.
fn given(tx: &mut Tx, admin: &Actor, [entry, verdict, reason]: &[&str; 3]) -> Result<(), Refusal> {
    let open = list_screening::open(tx, Reach::staff(admin), None, 50)?.into_iter();
    for hit in open.filter(|hit| hit.evidence.record.number == *entry) {
        let about = (hit.organisation, hit.id);
        actions::answer_hit(tx, admin, about, (verdict, reason), hit.state.code())?;
    }
    Ok(())
}
