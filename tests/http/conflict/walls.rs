//! The walls around an application that a person is kept away from: databases that
//! differ only behind them give that person the same bytes at every address that
//! the program has, whichever door it is behind.

use std::collections::BTreeMap;

use evenhand::domain::ApplicationId;
use evenhand::domain::account::Role;
use evenhand::web::recorded_routes;

use super::plain;
use crate::deliberation::{Deliberation, EVEN, Entrant, HIGH, PARTLY, review};
use crate::dialogue::{ASK, ask};
use crate::support::Person;

/// Picks one person of a world.
type Chosen = fn(&World) -> &Person;

/// What there is behind the walls.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    Nothing,
    Little,
    Much,
}

const LITTLE: Entrant = Entrant {
    reference: "EH-HHHH-7777",
    name: "Hidden Garden",
    title: "A garden behind walls",
    place: ("palestinian", "gaza"),
    requested_minor: 200_000,
    registration: None,
};

const MUCH: Entrant = Entrant {
    reference: "EH-KKKK-8888",
    name: "Secret Orchard",
    title: "An orchard behind walls",
    place: ("israeli", "israel"),
    requested_minor: 1_900_000,
    registration: Some(("IL-RA", "580000016")),
};

/// A round with one application that Ben, Omar and Noor are kept away from, each in
/// another way; Ada and Maya work on it.
struct World {
    round: Deliberation,
    omar: Person,
    hidden: Option<ApplicationId>,
}

impl World {
    fn new(behind: Behind) -> Self {
        let round = Deliberation::unscored();
        let omar = round.ada.invites("Omar Said", Role::Auditor);
        let hala = round.site.applicant("Hala Nasser");
        let hidden = match behind {
            Behind::Nothing => None,
            Behind::Little => Some(round.enter(&LITTLE, &hala.email)),
            Behind::Much => Some(round.enter(&MUCH, &hala.email)),
        };
        let mut world = Self {
            round,
            omar,
            hidden,
        };
        if let Some(id) = hidden {
            world.wall(id);
        }
        world.work_in_sight();
        if let (Behind::Much, Some(id)) = (behind, hidden) {
            world.work_behind(id, &hala);
        }
        world
    }

    /// Noor and Ben step aside, Omar is kept away.
    fn wall(&self, id: ApplicationId) {
        let Deliberation { ada, ben, noor, .. } = &self.round;
        let asked = noor.get(&format!("/reviews/{id}"));
        let place = format!("/reviews/{id}/declaration");
        noor.submit(&asked, &place, &[("kind", "funder")]);
        let place = format!("/admin/applications/{id}/conflict");
        let done = ben.submit(&ben.get(&place), &place, &[("kind", "collaborator")]);
        let thanks = "Thank you. The application is with the others now.";
        assert_eq!(done.notice(), thanks, "{}", done.text());
        let place = format!("/admin/applications/{id}/conflicts");
        let list = ada.get(&place);
        let omar = list.forms(&format!("form[action='{place}']"))[0].offered("person");
        let people = self
            .round
            .site
            .read(evenhand::store::conflict_record::insiders);
        let omar = people
            .iter()
            .find(|one| one.name == "Omar Said" && omar.contains(&one.id.to_string()))
            .expect("Omar is offered");
        let pin = [
            ("person", omar.id.as_str()),
            ("kind", "family_or_personal"),
            ("reason", "His sister works there."),
        ];
        let done = ada.submit(&list, &place, &pin);
        assert_eq!(done.notice(), "Kept away from now on.", "{}", done.text());
    }

    /// What happens in every world.
    fn work_in_sight(&mut self) {
        let Deliberation {
            ada, noor, maya, ..
        } = &self.round;
        let ids = &self.round.applications;
        review(noor, ids[0], EVEN);
        review(maya, ids[0], HIGH);
        review(noor, ids[1], PARTLY);
        review(maya, ids[1], EVEN);
        review(maya, ids[2], EVEN);
        let award = [
            ("outcome", "award"),
            ("amount", "20000"),
            ("funding_type", "core"),
            ("rationale", "The best in sight."),
        ];
        self.round.propose(ada, 0, &award);
        ask(ada, &format!("/applications/{}", ids[2]), &ASK);
    }

    /// What happens behind the walls: a review, a decision that was dropped and
    /// proposed again, a question, messages, a check.
    fn work_behind(&mut self, id: ApplicationId, hala: &Person) {
        self.round.applications.push(id);
        let (ada, maya) = (&self.round.ada, &self.round.maya);
        review(maya, id, HIGH);
        let award = [
            ("outcome", "award"),
            ("amount", "19000"),
            ("funding_type", "core"),
            ("rationale", "The best of all."),
            ("waiver", "Well known."),
        ];
        self.round.propose(ada, 4, &award);
        self.round.drop_decision(ada, 4);
        self.round.propose(ada, 4, &award);
        let place = format!("/applications/{id}");
        ask(ada, &place, &ASK);
        let thread = format!("{place}/thread");
        let sent = hala.submit(&hala.get(&thread), &thread, &[("body", "Any news?")]);
        assert_eq!(sent.notice(), "The message is sent.");
        let dossier = format!("/admin{place}");
        let check = [("outcome", "not_verified"), ("note", "No papers.")];
        ada.submit(
            &ada.get(&dossier),
            &format!("{dossier}/legal-check"),
            &check,
        );
        self.round.applications.pop();
    }

    /// Every address that a route stands for: at an application in sight, and at the
    /// one that is hidden.
    fn addresses(&self, route: &str) -> Vec<String> {
        let nowhere = "01990000-0000-7000-8000-000000000000".to_owned();
        let seen = self.round.applications[0].to_string();
        let hidden = self.hidden_id();
        let fill = |application: &str| {
            let parts = route.split('/').map(|part| match part {
                "{slug}" if route.starts_with("/admin/programmes") => self.programme(),
                "{slug}" => "autumn".to_owned(),
                "{id}" | "{application}" => application.to_owned(),
                part if part.starts_with('{') => nowhere.clone(),
                part => part.to_owned(),
            });
            parts.collect::<Vec<_>>().join("/")
        };
        let mut all = vec![fill(&seen), fill(&hidden)];
        all.dedup();
        all
    }

    /// The id of the hidden application, or one that nothing has.
    fn hidden_id(&self) -> String {
        let nothing = || "01990000-0000-7000-8000-000000000001".to_owned();
        self.hidden.map_or_else(nothing, |id| id.to_string())
    }

    fn programme(&self) -> String {
        let list = self
            .round
            .site
            .read(|reader| evenhand::store::programme::list(reader, None, 1));
        list[0].slug.clone()
    }

    /// Lists narrowed as links of the program narrow them.
    fn narrowed(&self) -> Vec<String> {
        let round = "/admin/rounds/autumn";
        let mut all: Vec<String> = ["draft", "in_review", "deliberation", "decided"]
            .iter()
            .flat_map(|status| {
                [
                    format!("{round}/applications?status={status}"),
                    format!("{round}/ranking?show={status}"),
                ]
            })
            .collect();
        let hidden = self.hidden_id();
        all.extend([
            "/reviews?show=sent".to_owned(),
            format!("{round}/release?all=yes"),
            format!("{round}/reviewing?by=application"),
            format!("{round}/reviewing?by=application&only={hidden}"),
            format!("{round}/reviewing?show=unopened"),
            "/admin/audit?before=20".to_owned(),
            format!("/admin/audit?kind=application&id={hidden}"),
            format!("/admin/audit?kind=round&id={}", self.round.round.id),
        ]);
        all
    }

    /// Everything that a person gets at every address, random things named in order
    /// of their appearance.
    fn walk(&self, person: &Person) -> Vec<(String, u16, String)> {
        let mut ids = BTreeMap::new();
        let routes = recorded_routes();
        let gets = routes.iter().filter(|route| route.method == "GET");
        let shown = gets.filter(|route| route.path != "/assets/{name}");
        let mut walked = Vec::new();
        let of_routes = shown.flat_map(|route| {
            let all = self.addresses(route.path).into_iter().enumerate();
            all.map(move |(n, address)| (format!("{} ({n})", route.path), address))
        });
        let narrowed = self.narrowed().into_iter().enumerate();
        let narrowed = narrowed.map(|(n, address)| (format!("narrowed {n}"), address));
        for (name, address) in of_routes.chain(narrowed) {
            let page = person.get_once(&address);
            let place = page.header("location").unwrap_or("").to_owned();
            let text = match page.header("content-type") {
                Some("application/pdf") => words_of_pdf(&page.body),
                _ => plain(&page, &mut ids),
            };
            walked.push((
                name,
                page.status,
                without_hashes(&format!("{place}\n{text}")),
            ));
        }
        walked
    }
}

/// What a PDF says; its bytes hold ids.
fn words_of_pdf(body: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(body).expect("a PDF");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).expect("text")
}

/// Hashes and ids of requests, which are random by nature, by a word.
fn without_hashes(text: &str) -> String {
    let hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(hex) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let run = rest.find(|c| !hex(c)).unwrap_or(rest.len());
        out.push_str(if run < 12 { &rest[..run] } else { "HEX" });
        rest = &rest[run..];
    }
    out + rest
}

fn assert_same(who: &str, one: &[(String, u16, String)], other: &[(String, u16, String)]) {
    assert_eq!(one.len(), other.len());
    let mut different = Vec::new();
    for (one, other) in one.iter().zip(other) {
        if one != other {
            let lines = one.2.lines().zip(other.2.lines());
            let line = lines.into_iter().find(|(one, other)| one != other);
            different.push(format!("{} {} {}: {line:?}", one.0, one.1, other.1));
        }
    }
    assert_eq!(different, [""; 0], "{who} sees a difference");
}

#[test]
fn whoever_is_kept_away_gets_the_same_bytes_everywhere() {
    let nothing = World::new(Behind::Nothing);
    let little = World::new(Behind::Little);
    let much = World::new(Behind::Much);
    let worlds = [&nothing, &little, &much];
    let people: [(&str, Chosen); 3] = [
        ("the admin", |world| &world.round.ben),
        ("the auditor", |world| &world.omar),
        ("the reviewer", |world| &world.round.noor),
    ];
    for (who, person) in people {
        let [nothing, little, much] = worlds.map(|world| world.walk(person(world)));
        assert_same(who, &little, &much);
        assert_same(who, &nothing, &much);
        assert!(much.iter().filter(|(_, status, _)| *status == 200).count() > 15);
        let told = much.iter().any(|(_, _, page)| {
            ["behind walls", "Orchard", "EH-KKKK", "Any news"]
                .iter()
                .any(|word| page.contains(word))
        });
        assert!(!told, "{who} is told of it");
    }
    for what in ["decisions", "scores"] {
        let [nothing, little, much] = worlds.map(|world| {
            world
                .round
                .export(&world.round.ben, what, "")
                .source()
                .to_owned()
        });
        assert_eq!(nothing, much, "{what}");
        assert_eq!(little, much, "{what}");
    }
    // The same walk tells whoever may see it a great deal.
    let [little, much] = [&little, &much].map(|world| world.walk(&world.round.ada));
    let differing = little.iter().zip(&much).filter(|(one, other)| one != other);
    assert!(differing.count() > 15);
}
