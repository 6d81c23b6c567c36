//! Nobody is led to a page that refuses them: every link that an auditor, a reviewer
//! or an admin is shown, from their home on, leads to something.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use evenhand::domain::account::Role;

use crate::deliberation::{Deliberation, EVEN, HIGH, PARTLY, review};
use crate::dialogue::{ASK, ask};
use crate::discussion;
use crate::engagement;
use crate::meeting::meet;
use crate::pressure;
use crate::rubric_editor::{change, publish};
use crate::support::{Page, Person};

/// Addresses of one shape that are opened; the others are as these are.
const ALIKE: usize = 4;

/// Statuses of pages that nobody should be led to.
const REFUSALS: [u16; 3] = [403, 404, 405];

/// A round in the middle of its work: reviews, an abstention, a decision, a question,
/// a discussion, a meeting, another version of the rubric.
pub fn busy() -> (Deliberation, Person) {
    let round = Deliberation::unscored();
    let Deliberation {
        ada,
        ben,
        noor,
        maya,
        ..
    } = &round;
    let omar = ada.invites("Omar Said", Role::Auditor);
    let ids = &round.applications;
    review(noor, ids[0], EVEN);
    review(maya, ids[0], HIGH);
    review(noor, ids[1], PARTLY);
    let decline = format!("/reviews/{}/decline", ids[1]);
    noor.submit(
        &noor.get(&decline),
        &decline,
        &[("reason", "Not my field.")],
    );
    let declaration = format!("/reviews/{}/declaration", ids[2]);
    noor.submit(
        &noor.get(&format!("/reviews/{}", ids[2])),
        &declaration,
        &[("kind", "funder")],
    );
    let aside = format!("/admin/applications/{}/conflict", ids[3]);
    ben.submit(&ben.get(&aside), &aside, &[("kind", "collaborator")]);
    let award = [
        ("outcome", "award"),
        ("amount", "20000"),
        ("funding_type", "core"),
        ("rationale", "The best in sight."),
    ];
    round.propose(ada, 0, &award);
    discussion::say(maya, &discussion::inside(ids[0]), "I agree.", &[]);
    ask(ada, &format!("/applications/{}", ids[2]), &ASK);
    let incidents = pressure::record_of(ada, &format!("/admin/applications/{}", ids[0]));
    pressure::record(ada, &incidents, &[("kind", "smear")]);
    let log = engagement::log_of(ada, ids[0].as_str());
    engagement::add(ada, &log, &[("notes", "A visit.")]);
    change(ada, "legal", &[("most", "3")]);
    publish(ada, &[]);
    meet(ada, ids);
    (round, omar)
}

/// An address without what makes it one among many: ids and values of its query.
pub fn shape(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let parts = path.split('/').map(|part| match part.len() {
        36 => "ID",
        _ => part,
    });
    let names = query.split('&').filter_map(|pair| pair.split('=').next());
    let (parts, names): (Vec<_>, Vec<_>) = (parts.collect(), names.collect());
    format!("{}?{}", parts.join("/"), names.join("&"))
}

/// Where the links of a page lead within the site.
pub fn targets(page: &Page) -> Vec<String> {
    let read = page.header("content-type").unwrap_or("");
    if !read.starts_with("text/html") {
        return Vec::new();
    }
    let path = page.path.split('?').next().unwrap_or_default();
    let leads = |href: String| {
        let href = href.split('#').next().unwrap_or_default().to_owned();
        match href.chars().next()? {
            '?' => Some(format!("{path}{href}")),
            '/' if !href.starts_with("//") && !href.starts_with("/assets/") => Some(href),
            _ => None,
        }
    };
    let all = page.attributes("a[href]", "href").into_iter();
    all.filter_map(leads).collect()
}

/// Opens what a person is led to from their home, a few pages of each shape: the addresses
/// of each that were opened, and those that refused.
pub fn walk(person: &Person) -> (BTreeMap<String, Vec<String>>, Vec<String>) {
    let mut waiting = VecDeque::from([("home".to_owned(), "/home".to_owned())]);
    let mut seen = BTreeSet::from(["/home".to_owned()]);
    let mut opened: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut refused = Vec::new();
    while let Some((from, address)) = waiting.pop_front() {
        let alike = opened.entry(shape(&address)).or_default();
        if alike.len() >= ALIKE {
            continue;
        }
        alike.push(address.clone());
        let page = person.get(&address);
        if REFUSALS.contains(&page.status) || page.status >= 500 {
            refused.push(format!("{from} leads to {address}: {}", page.status));
        }
        for target in targets(&page) {
            if seen.insert(target.clone()) {
                waiting.push_back((address.clone(), target));
            }
        }
    }
    (opened, refused)
}

/// The same, where nothing may refuse: the shapes that were opened.
fn crawl(person: &Person) -> BTreeSet<String> {
    let (opened, refused) = walk(person);
    assert_eq!(refused, [""; 0]);
    opened.into_keys().collect()
}

/// That the walk came to these.
fn reached(opened: &BTreeSet<String>, shapes: &[&str]) {
    for shape in shapes {
        assert!(opened.contains(*shape), "{shape}: {opened:#?}");
    }
}

#[test]
fn an_auditor_is_led_to_nothing_that_refuses_them() {
    let (_round, omar) = busy();
    let round = "/admin/rounds/autumn";
    let parts = ["ranking", "reviewing", "conflicts", "phases", "rubric"];
    let parts = parts.map(|part| format!("{round}/{part}?"));
    let opened = crawl(&omar);
    reached(&opened, &parts.each_ref().map(String::as_str));
    reached(
        &opened,
        &[
            "/admin/people/ID/reviewing?",
            "/admin/applications/ID?",
            "/admin/applications/ID/discussion?",
            "/admin/rounds/autumn/meetings/ID?",
            "/meetings/ID?",
        ],
    );
}

#[test]
fn a_reviewer_is_led_to_nothing_that_refuses_them() {
    let (round, _omar) = busy();
    let opened = crawl(&round.maya);
    reached(
        &opened,
        &[
            "/reviews?",
            "/reviews/ID?",
            "/reviews/ID/decline?",
            "/reviews/ID/declaration?",
            "/reviews/ID/discussion?",
            "/meetings/ID?",
        ],
    );
}

#[test]
fn an_admin_is_led_to_nothing_that_refuses_them() {
    let (round, _omar) = busy();
    let opened = crawl(&round.ada);
    reached(
        &opened,
        &[
            "/admin/applications/ID/decision?",
            "/admin/rounds/autumn/assignment?",
            "/admin/rounds/autumn/reviewing/schedule?",
            "/admin/people/ID/reviewing?",
        ],
    );
}
