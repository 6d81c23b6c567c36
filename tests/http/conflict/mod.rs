//! What a person in conflict may not see, they cannot tell from its absence: two
//! databases that differ only in such an application give them the same pages.

mod bytes;
mod filing;
mod money;
mod standing;
mod walls;
mod world;

pub use money::{addresses, taken_out, words};
pub use standing::pin;
pub use world::{Behind, World};

use std::collections::BTreeMap;

use evenhand::domain::ApplicationId;

use crate::deliberation::{Deliberation, EVEN, Entrant, HIGH, review};
use crate::support::{Page, Person};

const HIDDEN: Entrant = Entrant {
    reference: "EH-HHHH-7777",
    name: "Hidden Garden",
    title: "A garden behind walls",
    place: ("palestinian", "gaza"),
    requested_minor: 700_000,
    registration: None,
};

/// Adds the application that Ben has a part in: the best of all, with an award
/// that was dropped and proposed again.
fn with_bens_own(round: &mut Deliberation) -> ApplicationId {
    let id = round.enter(&HIDDEN, &round.ben.email);
    review(&round.noor, id, HIGH);
    review(&round.maya, id, HIGH);
    round.applications.push(id);
    let award = [
        ("outcome", "award"),
        ("amount", "7000"),
        ("funding_type", "core"),
        ("rationale", "The best of all."),
        ("waiver", "Well known."),
    ];
    round.propose(&round.ada, 4, &award);
    round.drop_decision(&round.ada, 4);
    round.propose(&round.ada, 4, &award);
    id
}

/// A page as its reader sees it, with what is drawn at random in its place: ids
/// in order of their appearance, tokens and request ids by a word.
fn plain(page: &Page, ids: &mut BTreeMap<String, String>) -> String {
    let mut source = page.source().to_owned();
    for token in page.attributes("input[name='csrf']", "value") {
        source = source.replace(&token, "CSRF");
    }
    // A new secret of an app, each time that it is offered.
    let drawn = [
        page.texts("code#secret"),
        page.attributes("input[name='secret']", "value"),
        page.attributes("svg.qr path", "d"),
    ];
    for secret in drawn.concat() {
        source = source.replace(&secret, "SECRET");
    }
    for request in page.texts("td:last-child .reference.small") {
        source = source.replace(&request, "REQUEST");
    }
    let mut out = String::new();
    let mut rest = source.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_hexdigit()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let id = rest.get(..36).filter(|id| is_uuid(id));
        let taken = if let Some(id) = id {
            let next = format!("ID{}", ids.len());
            out.push_str(ids.entry(id.to_owned()).or_insert(next));
            36
        } else {
            out.push_str(&rest[..1]);
            1
        };
        rest = &rest[taken..];
    }
    out + rest
}

fn is_uuid(text: &str) -> bool {
    let mut bytes = text.bytes().enumerate();
    bytes.all(|(n, byte)| match n {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    })
}

/// Opens the pages in order and answers with each in its plain form.
fn seen(person: &Person, places: &[String]) -> Vec<String> {
    let mut ids = BTreeMap::new();
    let open = |place: &String| {
        let page = person.get(place);
        assert_eq!(page.status, 200, "{place}");
        plain(&page, &mut ids)
    };
    places.iter().map(open).collect()
}

/// Every page of the round that lists, counts or sums up, and those of the first
/// application, which show its place among the others.
fn staff_places(deliberation: &Deliberation) -> Vec<String> {
    let round = "/admin/rounds/autumn";
    let first = format!("/admin/applications/{}", deliberation.applications[0]);
    let parts = [
        "",
        "/ranking",
        "/ranking?show=deliberation",
        "/ranking/certainty",
        "/board",
        "/balance",
        "/shortlist",
        "/lots",
        "/exports",
        "/applications",
        "/assignments",
        "/release",
        "/release/letters",
        "/decisions",
        "/reserve",
        "/turnaround",
    ];
    let mut places: Vec<String> = parts.iter().map(|part| format!("{round}{part}")).collect();
    let own = ["", "/decision", "/assignments", "/story"];
    places.extend(own.iter().map(|part| format!("{first}{part}")));
    places.push("/admin/rounds".to_owned());
    places.push("/admin/dashboard".to_owned());
    places
}

#[test]
fn an_admin_of_the_organisation_sees_a_round_without_its_application() {
    let without = Deliberation::new();
    let mut with = Deliberation::new();
    let hidden = with_bens_own(&mut with);
    for (one, other) in seen(&without.ben, &staff_places(&without))
        .into_iter()
        .zip(seen(&with.ben, &staff_places(&with)))
    {
        assert_eq!(one, other);
    }
    for what in ["decisions", "scores", "reviews"] {
        let (one, other) = (
            without.export(&without.ben, what, ""),
            with.export(&with.ben, what, ""),
        );
        assert_eq!(one.source(), other.source(), "{what}");
    }
    // It is there for those who may see it.
    assert!(with.ranking(&with.ada).text().contains(HIDDEN.title));
    let (own, place) = (
        format!("/admin/applications/{hidden}"),
        "/admin/rounds/autumn/release",
    );
    for path in [
        own.clone(),
        format!("{own}/decision"),
        format!("{own}/decision/drop"),
        format!("{own}/assignments"),
        format!("{own}/screening"),
    ] {
        assert_eq!(with.ben.get(&path).status, 404, "{path}");
    }
    let drop = with.ada.get(&format!("{own}/decision/drop"));
    let id = drop.value_of_hidden("decision");
    for path in [
        &format!("{own}/decision/sign-off"),
        &format!("{own}/decision/drop"),
        place,
    ] {
        let tried = with.ben.post_with_token(path, &[("decision", &id)]);
        assert_eq!(tried.status, 404, "{path}");
    }
}

#[test]
fn the_audit_log_leaves_out_what_was_done_to_a_hidden_application() {
    let without = Deliberation::new();
    let mut with = Deliberation::new();
    with_bens_own(&mut with);
    // Numbers and the head of the chain count every event, as they must for the
    // chain to be proved; everything else is the same.
    let rows = |reader: &Person| {
        let mut rows = Vec::new();
        let mut place = "/admin/audit".to_owned();
        loop {
            let page = reader.get(&place);
            rows.extend(page.table("Audit log").into_iter().map(|row| {
                let row = [&row[1..4], &row[5..6]].concat();
                row.join(" | ")
            }));
            let later = page
                .links()
                .into_iter()
                .find(|(_, to)| to.contains("before="));
            match later {
                Some((_, to)) => place = to,
                None => return rows,
            }
        }
    };
    assert_eq!(rows(&without.ben), rows(&with.ben));
    let hidden = rows(&with.ada).len() - rows(&with.ben).len();
    // Two declarations, two reviews, the step to deliberation, three of deciding, and that
    // the decision was read.
    assert_eq!(hidden, 9);
}

#[test]
fn a_reviewer_in_conflict_has_a_queue_without_the_application() {
    let without = Deliberation::unscored();
    let with = Deliberation::unscored();
    let hidden = with.enter(&HIDDEN, "eh-bbbb-3333@offices.example");
    let asked = with.noor.get(&format!("/reviews/{hidden}"));
    let declaration = format!("/reviews/{hidden}/declaration");
    with.noor
        .submit(&asked, &declaration, &[("kind", "funder")]);
    review(&with.maya, hidden, EVEN);
    for round in [&without, &with] {
        review(&round.noor, round.applications[0], EVEN);
        review(&round.maya, round.applications[0], HIGH);
    }
    let places = |round: &Deliberation| {
        let first = format!("/reviews/{}", round.applications[0]);
        vec![
            "/reviews".to_owned(),
            "/reviews?show=sent".to_owned(),
            first,
        ]
    };
    let pages = |round: &Deliberation| seen(&round.noor, &places(round));
    assert_eq!(pages(&without), pages(&with));
    assert_eq!(with.noor.get(&format!("/reviews/{hidden}")).status, 404);
}
