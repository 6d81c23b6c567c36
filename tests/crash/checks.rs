//! What is stored, held against what was acknowledged.

use std::collections::BTreeMap;
use std::fs;

use evenhand::clock::Clock;
use evenhand::domain::account::Email;
use evenhand::domain::decision::Decision;
use evenhand::domain::{AccountId, ApplicationId};
use evenhand::policy::Reach;
use evenhand::store::{AuditEvent, account, decision, latest_events, outbox, own_review};

use crate::diary::Diary;
use crate::people::papers;
use crate::program::{Program, until};
use crate::storm::Scene;
use crate::support::TestSite;

/// Answers that are told from every other, with the fields in which they stand.
const TEXTS: [(&str, &str, &str); 3] = [
    ("need", "situation", "The office was raided."),
    ("values", "universality", "We help everybody."),
    ("organisation", "mission", "We stand by shepherds."),
];

/// Subject of the letters about outcomes.
const SUBJECT: &str = "There is news about your application";

/// Everything that is not as it was acknowledged, or not as it must be in any case.
pub fn compare(scene: &Scene, program: &Program, diary: &Diary) -> Vec<String> {
    let mut problems = scene.place().complaints();
    let stored = applications(&scene.round.site);
    for (act, times) in &stored {
        if *times > 1 {
            problems.push(format!("{act:?} is stored {times} times"));
        }
    }
    for action in ["save_section", "add_file", "submit"] {
        for of in diary.of(action) {
            if !stored.contains_key(&(action, of.clone())) {
                problems.push(format!("{action} of {of} was acknowledged and is lost"));
            }
        }
    }
    problems.extend(answers(scene, program, (diary, &stored)));
    problems.extend(receipts(scene, &stored));
    problems.extend(reviews(scene, diary));
    problems.extend(decisions(scene, diary));
    problems.extend(letters(scene));
    problems
}

/// How often each act on an application that is being written is on record.
type Stored = BTreeMap<(&'static str, String), usize>;

fn applications(site: &TestSite) -> Stored {
    let events = site.read(|reader| latest_events(reader, None, 1_000_000));
    let mut stored = Stored::new();
    for event in events.iter().filter_map(key) {
        *stored.entry(event).or_default() += 1;
    }
    stored
}

fn key(event: &AuditEvent) -> Option<(&'static str, String)> {
    let place = format!("/applications/{}", event.object_id);
    match event.action.as_str() {
        "save_section" => {
            let section = event.after_state.split(' ').next().unwrap_or_default();
            Some(("save_section", format!("{place} {section}")))
        }
        "add_file" => Some(("add_file", place)),
        "submit" => Some(("submit", place)),
        _ => None,
    }
}

/// Reads as the applicants what they were told is saved.
fn answers(scene: &Scene, program: &Program, acts: (&Diary, &Stored)) -> Vec<String> {
    let (diary, stored) = acts;
    let mut lost = Vec::new();
    let (saved, added) = (diary.of("save_section"), diary.of("add_file"));
    for (person, place) in &scene.drafts {
        let person = scene.at(program, person);
        let sent = stored.contains_key(&("submit", place.clone()));
        let whole = person.get(&format!("{place}/answers")).text();
        for (section, field, text) in TEXTS {
            if !saved.contains(&format!("{place} {section}")) {
                continue;
            }
            let page = format!("{place}/sections/{section}");
            let there = match sent {
                true => whole.contains(text),
                false => person.get(&page).value(field) == text,
            };
            if !there {
                lost.push(format!("{page} lost {text:?}"));
            }
        }
        if added.contains(place) && !sent {
            let list = person.get(&papers(place));
            if list.texts("#there th a") != ["a.pdf"] {
                lost.push(format!("{place} lost its file: {}", list.text()));
            }
        }
    }
    lost
}

/// Each application that is sent has one receipt.
fn receipts(scene: &Scene, stored: &Stored) -> Vec<String> {
    let letters = scene.round.site.letters();
    let wrong = scene.drafts.iter().filter_map(|(_, place)| {
        let link = format!("{place}/receipt");
        let found = letters
            .iter()
            .filter(|one| one.body.contains(&link))
            .count();
        let sent = stored.contains_key(&("submit", place.clone()));
        let right = found == usize::from(sent);
        (!right).then(|| format!("{place} has {found} receipts, sent: {sent}"))
    });
    wrong.collect()
}

fn id_of(site: &TestSite, email: &str) -> AccountId {
    let email = Email::parse(email).expect("an address");
    let found = site.read(|reader| account::by_email(reader, &email));
    found.expect("an account").id
}

/// Every review that was said to be sent is.
fn reviews(scene: &Scene, diary: &Diary) -> Vec<String> {
    let site = &scene.round.site;
    let sent = diary.of("submit_review").into_iter().filter(|act| {
        let (email, application) = act.split_once(' ').expect("who and what");
        let reviewer = id_of(site, email);
        let application = ApplicationId::parse(application).expect("an id");
        !site.read(|reader| own_review::is_submitted(reader, application, reviewer))
    });
    sent.map(|act| format!("the review {act} is lost"))
        .collect()
}

/// Every decision is proposed once, and as far as was acknowledged.
fn decisions(scene: &Scene, diary: &Diary) -> Vec<String> {
    let site = &scene.round.site;
    let (proposed, signed) = (diary.of("propose_decision"), diary.of("sign_decision"));
    let released = !diary.of("release_decision").is_empty();
    let mut wrong = Vec::new();
    for (id, place) in scene.round.applications.iter().zip(&scene.decided) {
        let made: Vec<Decision> =
            site.read(|reader| decision::of_application(reader, Reach::operator(), *id));
        let right = match &made[..] {
            [] => !proposed.contains(place),
            [one] => {
                (one.signed.is_some() || !signed.contains(place))
                    && (one.released.is_some() || !released)
            }
            _ => false,
        };
        if !right {
            wrong.push(format!("{place}: {made:?}"));
        }
    }
    wrong
}

/// Letters about outcomes leave once each, for what is released and for nothing else.
fn letters(scene: &Scene) -> Vec<String> {
    let site = &scene.round.site;
    let drained = || {
        let now = Clock::Machine.now();
        site.read(|reader| outbox::due(reader, now, 1)).is_empty()
    };
    if !until(drained) {
        return vec!["letters wait for a minute".to_owned()];
    }
    let released = scene.round.applications.iter().filter(|id| {
        let found = site.read(|reader| decision::released(reader, Reach::operator(), **id));
        found.is_some()
    });
    let released = released.count();
    let posted = site.letters();
    let posted = posted.iter().filter(|one| one.subject == SUBJECT).count();
    let files = fs::read_dir(site.folder().join("mail")).expect("a folder");
    let left = files.filter(|file| {
        let path = file.as_ref().expect("an entry").path();
        let text = fs::read_to_string(path).expect("a letter");
        text.contains(&format!("Subject: {SUBJECT}"))
    });
    let told = (posted, left.count());
    let right = told == (released, released);
    let words = || format!("{released} outcomes are released, letters posted and left: {told:?}");
    (!right).then(words).into_iter().collect()
}
