//! Two worlds that differ only in what some people are kept away from, and the walk
//! over every page of one of them.

use std::collections::BTreeMap;

use evenhand::domain::account::{Email, Role};
use evenhand::domain::{AccountId, ApplicationId};
use evenhand::store::account;
use evenhand::web::recorded_routes;

use super::bytes::{without_hashes, words_of_pdf};
use super::plain;
use crate::deliberation::{Deliberation, EVEN, Entrant, HIGH, PARTLY, review};
use crate::dialogue::{ASK, ask};
use crate::discussion;
use crate::engagement;
use crate::meeting::meet;
use crate::pressure;
use crate::rubric_editor::{change, publish};
use crate::support::Person;

/// As far from everything in sight as can be.
const LOW: [&str; 6] = ["0"; 6];

/// What there is behind the walls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Behind {
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
pub struct World {
    pub round: Deliberation,
    pub omar: Person,
    hidden: Option<ApplicationId>,
    /// Where the open meeting is chaired; the hidden application is its last item.
    meeting: String,
}

impl World {
    pub fn new(behind: Behind) -> Self {
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
            meeting: String::new(),
        };
        if let Some(id) = hidden {
            world.wall(id);
        }
        world.work_in_sight();
        if let (Behind::Much, Some(id)) = (behind, hidden) {
            world.work_behind(id, &hala);
        }
        if let Some(id) = hidden {
            world.put_on_order(id);
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
        self.discuss(ids[0], &["The best in sight, I think.", "I agree."]);
        // So that there is a version to which the round could be moved.
        change(ada, "legal", &[("most", "3")]);
        publish(ada, &[]);
        self.meeting = meet(ada, ids);
    }

    /// Maya and Ada talk about an application, and take back the last word.
    fn discuss(&self, id: ApplicationId, words: &[&str]) {
        let (ada, maya) = (&self.round.ada, &self.round.maya);
        let (inside, office) = (discussion::inside(id), discussion::office(id));
        for body in words {
            discussion::say(maya, &inside, body, &[]);
            let page = ada.get(&office);
            let form = &page.forms(&format!("form[action='{office}']"))[0];
            let all = form.offered("mentions");
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            discussion::say(ada, &office, body, &all);
        }
        let place = discussion::withdrawal(&ada.get(&office));
        ada.submit(&ada.get(&place), &place, &[]);
    }

    /// The hidden application is put at the end of the meeting's order.
    fn put_on_order(&self, id: ApplicationId) {
        let (ada, items) = (&self.round.ada, format!("{}/items", self.meeting));
        let page = ada.get(&self.meeting);
        let added = ada.submit(&page, &items, &[("application", id.as_str())]);
        assert_eq!(added.notice(), "Added.");
    }

    /// Ada puts it in front of everybody, and notes what comes of it.
    pub fn call_hidden(&self, note: &str) {
        let (ada, id) = (&self.round.ada, self.hidden_id());
        let turn = format!("{}/turn", self.meeting);
        ada.submit(&ada.get(&self.meeting), &turn, &[("to", &id)]);
        let place = format!("{}/items/{id}/note", self.meeting);
        ada.submit(&ada.get(&self.meeting), &place, &[("note", note)]);
    }

    /// The pages of the meeting, as somebody gets them.
    pub fn meeting_pages(&self, person: &Person) -> Vec<(String, u16, String)> {
        let walked = self.walk(person).into_iter();
        walked
            .filter(|(name, _, _)| name.contains("meeting"))
            .collect()
    }

    /// What happens behind the walls: a review, a decision that was dropped and
    /// proposed again, a question, messages, a check.
    fn work_behind(&mut self, id: ApplicationId, hala: &Person) {
        self.round.applications.push(id);
        let (ada, maya) = (&self.round.ada, &self.round.maya);
        review(maya, id, LOW);
        self.discuss(id, &["An orchard behind walls, torn apart."]);
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
        let incidents = pressure::record_of(ada, &dossier);
        let recorded = pressure::record(ada, &incidents, &[("kind", "smear")]);
        assert_eq!(recorded.notice(), "The incident is on record.");
        let log = engagement::log_of(ada, id.as_str());
        engagement::add(ada, &log, &[("notes", "An orchard behind walls.")]);
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
                "{meeting}" => self
                    .meeting
                    .rsplit('/')
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                "{outcome}" => "award".to_owned(),
                "{language}" => "en".to_owned(),
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

    fn id_of(&self, person: &Person) -> AccountId {
        let email = Email::parse(&person.email).expect("an address");
        let row = self
            .round
            .site
            .read(|reader| account::by_email(reader, &email));
        row.expect("an account").id
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
            format!("/admin/audit?person={}", self.id_of(&self.round.ada)),
        ]);
        all
    }

    /// Everything that a person gets at every address, random things named in order
    /// of their appearance.
    pub fn walk(&self, person: &Person) -> Vec<(String, u16, String)> {
        let mut ids = BTreeMap::new();
        let routes = recorded_routes();
        let gets = routes.iter().filter(|route| route.method == "GET");
        // A stream has no end to wait for; the stories of meetings listen to it.
        let endless = ["/assets/{name}", "/meetings/{meeting}/events"];
        let shown = gets.filter(|route| !endless.contains(&route.path));
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
