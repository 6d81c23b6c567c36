//! List screening: which versions of lists come into force, which count, what people
//! answer, what stands between an award and its signature, and who finds nothing of it.

mod award;
mod diligence;
mod files;
mod hits;
mod loading;
mod names;
mod reach;

use std::io::Write;

use evenhand::actions::Refusal;
use evenhand::actions::list_screening::{Loaded, SourceFiles, load};
use evenhand::domain::account::{Email, Role};
use evenhand::domain::list_screening::Record;
use evenhand::domain::{ApplicationId, Language};
use evenhand::exchange::watch_list::{ReadVersion, VersionRefusal, read_version};
use evenhand::files::Storage;
use evenhand::policy::{Actor, Reach};
use evenhand::store::{StoreError, Tx, account, application, list_screening, programme};

use crate::support::{Page, Person, TestSite};

/// Names of organisations of the round, as a list could have them. All are made up.
const OLIVE: (&str, &str) = ("O-1", "Olive Press");
const COAST: (&str, &str) = ("W-7", "Women of the Coast");

/// A list in OpenSanctions' simple CSV, of a day, with organisations.
pub fn list_of(day: &str, entries: &[(&str, &str)]) -> String {
    let head = "id,schema,name,aliases,last_seen\n";
    let rows = entries
        .iter()
        .map(|(id, name)| format!("{id},Organization,{name},,{day}\n"));
    head.to_owned() + &rows.collect::<String>()
}

/// Reads a file as the command does.
pub fn read(text: &str) -> Result<ReadVersion, VersionRefusal> {
    let opened: std::io::Result<&[u8]> = Ok(text.as_bytes());
    read_version([("list.csv".to_owned(), opened)], None)
}

/// Loads a file in somebody's name, as the command does.
pub fn load_as(
    site: &TestSite,
    person: &Person,
    list: &str,
    read: ReadVersion,
) -> Result<Loaded, Refusal> {
    load_with(site, person, (list, &SourceFiles::default()), read)
}

fn load_with(
    site: &TestSite,
    person: &Person,
    (list, files): (&str, &SourceFiles),
    read: ReadVersion,
) -> Result<Loaded, Refusal> {
    let records: Vec<Record> = read.entries.into_iter().map(Record::from).collect();
    site.database.write(site.stamp(), |tx| {
        let actor = actor(tx, person)?;
        let version = (&read.version, records.as_slice());
        load(tx, &actor, (list, false), version, files)
    })
}

/// Puts a list in force and keeps its file, as the command does.
pub fn put(site: &TestSite, ada: &Person, list: &str, text: &str) {
    let done = load_kept(site, ada, list, text);
    assert!(matches!(done, Ok(Loaded::New(_))), "{done:?}");
}

/// Loads a list with its file, as the command does.
fn load_kept(site: &TestSite, ada: &Person, list: &str, text: &str) -> Result<Loaded, Refusal> {
    let storage = Storage::in_folder(site.folder());
    let mut packing = storage.pack().expect("a place");
    packing.write_all(text.as_bytes()).expect("packed");
    let packed = packing.finish().expect("packed");
    let digests = [packed.sha256().to_owned()];
    let kept = site.read(|reader| list_screening::kept_contents(reader, &digests));
    let files = vec![("list.csv".to_owned(), packed)];
    let files = SourceFiles::keep(&storage, files, kept).expect("kept");
    load_with(site, ada, (list, &files), read(text).expect("a list"))
}

fn actor(tx: &mut Tx, person: &Person) -> Result<Actor, StoreError> {
    let email = Email::parse(&person.email).expect("an address");
    let row = account::by_email(tx, &email)?.expect("an account");
    let roles: Vec<Role> = account::roles(tx, row.id)?;
    let who = (row.name, row.email);
    Ok(Actor::new(
        row.id,
        who,
        Language::English,
        "UTC".to_owned(),
        roles,
    ))
}

/// Where it is said which lists count.
pub fn setting(site: &TestSite) -> String {
    let all = site.read(|reader| programme::list(reader, None, 1));
    format!("/admin/programmes/{}/lists", all[0].slug)
}

/// Says that a list counts, from the score at which names are alike at all.
pub fn count(site: &TestSite, ada: &Person, list: &str) -> Page {
    let place = setting(site);
    let line = [
        ("jurisdiction", "us"),
        ("list", list),
        ("counts", "yes"),
        ("threshold", "60"),
        ("note", "The law of the funder."),
    ];
    let done = ada.submit(&ada.get(&place), &place, &line);
    assert_eq!(done.notice(), "The line is published.", "{}", done.text());
    done
}

/// Where the organisation of an application stands.
pub fn standing(site: &TestSite, id: ApplicationId) -> String {
    let row = site.read(|reader| application::find(reader, Reach::operator(), id));
    let owner = row.expect("it is there").organisation_id;
    format!("/admin/organisations/{owner}/lists")
}

/// Screens an organisation by the button of its page.
pub fn screen(person: &Person, place: &str) -> Page {
    let done = person.submit(&person.get(place), place, &[]);
    assert_eq!(done.notice(), "Screened.", "{}", done.text());
    done
}

/// The only hit of the last run.
pub fn hit(page: &Page) -> String {
    let mut places = page.attributes("main table th a", "href");
    assert!(!places.is_empty(), "{}", page.text());
    places.remove(0)
}

/// Answers a hit from its page.
pub fn answer(person: &Person, place: &str, verdict: &str, reason: &str) -> Page {
    let given = [("verdict", verdict), ("reason", reason)];
    person.submit(&person.get(place), place, &given)
}
