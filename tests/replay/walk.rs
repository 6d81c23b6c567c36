//! What people do, through pages and their forms. Those who would work at the
//! same time do.

use std::thread;

use evenhand::domain::account::Role;

use crate::expected::{BUDGET, Decision, Expected, WHY, dollars};
use crate::input::{LIMITS, Points, Request};
use crate::story::{ANSWERS, make_round, open_round, save, screen, send};
use crate::support::{Page, Person, TestSite};

/// One proposes, the other signs.
pub const ADMINS: [&str; 2] = ["Ada Levi", "Ben Mizrahi"];
/// In the order of the alphabet.
pub const REVIEWERS: [&str; 3] = ["Maya Ben-Ami", "Noor Khalil", "Omar Said"];

/// People who apply, each for several organisations.
const APPLICANTS: usize = 6;

const ROUND: &str = "/admin/rounds/winter";
const CODES: [&str; 6] = [
    "values",
    "nondup",
    "political",
    "financial",
    "admin",
    "legal",
];

/// An application that was sent.
pub struct Sent<'a> {
    pub request: &'a Request,
    /// Where its organisation reads it: `/applications/ID`.
    pub place: String,
    pub reference: String,
    who: std::sync::Arc<Person>,
}

/// The people of the programme.
pub struct Staff {
    admins: [Person; 2],
    reviewers: [Person; 3],
}

fn must(page: &Page, notice: &str) {
    assert_eq!(page.problems(), [""; 0], "{}", page.path);
    assert_eq!(page.notice(), notice, "{}: {}", page.path, page.text());
}

/// A list from its first page to its last; the link to the next has this mark.
fn all_pages(person: &Person, place: &str, mark: &str) -> Vec<Page> {
    let mut pages = vec![person.get(place)];
    loop {
        let links = pages[pages.len() - 1].links().into_iter();
        let seen = |href: &str| href.ends_with("=0") || pages.iter().any(|one| one.path == href);
        let mut next = links.map(|(_, href)| href);
        match next.find(|href| href.contains(mark) && !seen(href)) {
            Some(href) => pages.push(person.get(&href)),
            None => return pages,
        }
    }
}

/// Each of the people at their own share of the work, all at once.
fn at_once<T: Sync>(people: &[Person], work: &[T], step: impl Fn(&Person, &T) + Sync) {
    thread::scope(|scope| {
        for (own, person) in people.iter().enumerate() {
            let share = work.iter().skip(own).step_by(people.len());
            let step = &step;
            scope.spawn(move || share.for_each(|one| step(person, one)));
        }
    });
}

impl Staff {
    pub fn join(site: &TestSite) -> Self {
        let ada = site.first_admin(ADMINS[0]);
        let ben = ada.invites(ADMINS[1], Role::Admin);
        let reviewers = REVIEWERS.map(|name| ada.invites(name, Role::Reviewer));
        Self {
            admins: [ada, ben],
            reviewers,
        }
    }

    pub fn open_round(&self) {
        let (budget, least, most) = (
            BUDGET.to_string(),
            LIMITS.0.to_string(),
            LIMITS.1.to_string(),
        );
        let limits = [
            ("budget", budget.as_str()),
            ("least", least.as_str()),
            ("most", most.as_str()),
        ];
        let made = make_round(&self.admins[0], &limits);
        assert_eq!(made.problems(), [""; 0]);
        assert_eq!(open_round(&self.admins[0], "winter").status, 200);
    }

    /// Everything is eligible; what has its register in order is checked.
    pub fn screen(&self, sent: &[Sent]) {
        at_once(&self.admins, sent, |admin, one| {
            let dossier = screen(admin, &one.place, &[("outcome", "eligible")]);
            assert_eq!(dossier.the(".page-head .badge"), "In review");
            if one.request.verified {
                let check = format!("/admin{}/legal-check", one.place);
                let found = [("outcome", "verified"), ("note", "Paper seen.")];
                must(
                    &admin.submit(&dossier, &check, &found),
                    "The check is recorded.",
                );
            }
        });
    }

    /// Ticks all applications and all reviewers, page by page.
    pub fn assign(&self) {
        let (admin, place) = (&self.admins[0], format!("{ROUND}/assignments"));
        for page in all_pages(admin, &place, "before=") {
            let offered = page.form(&place, &[]);
            let mut ticked = Vec::new();
            for name in ["application", "reviewer"] {
                ticked.extend(offered.offered(name).into_iter().map(|id| (name, id)));
            }
            let ticked: Vec<(&str, &str)> = ticked.iter().map(|(n, id)| (*n, &**id)).collect();
            let done = admin.submit(&page, &place, &ticked);
            must(&done, "Assigned. The reviewers have mail.");
        }
    }

    /// Every reviewer on every application, side by side.
    pub fn review(&self, sent: &[Sent]) {
        thread::scope(|scope| {
            for (n, reviewer) in self.reviewers.iter().enumerate() {
                scope.spawn(move || {
                    for one in sent {
                        review(reviewer, &one.place, &one.request.points[n]);
                    }
                });
            }
        });
    }

    /// Title, organisation and more of every row, from the top.
    pub fn titles_in_ranking(&self) -> Vec<String> {
        let place = format!("{ROUND}/ranking");
        let pages = all_pages(&self.admins[1], &place, "after=");
        let titles = pages.iter();
        titles
            .flat_map(|page| page.column("Applications by their mean score", 1))
            .collect()
    }

    pub fn propose(&self, sent: &[Sent], expected: &Expected) {
        let all: Vec<(usize, &Decision)> = expected.decided().collect();
        self.each_admin(|own, admin| {
            for (n, decision) in all.iter().filter(|(_, one)| one.by == own) {
                propose(admin, &sent[*n], decision);
            }
        });
    }

    /// Everybody signs what the other proposed.
    pub fn sign(&self, sent: &[Sent], expected: &Expected) {
        let all: Vec<(usize, &Decision)> = expected.decided().collect();
        self.each_admin(|own, admin| {
            let others = all.iter().filter(|(_, one)| one.signed && one.by != own);
            for (n, _) in others {
                let place = format!("/admin{}/decision", sent[*n].place);
                let signed = admin.submit(&admin.get(&place), &format!("{place}/sign-off"), &[]);
                must(&signed, "Signed off. The outcome can be released now.");
            }
        });
    }

    fn each_admin(&self, work: impl Fn(usize, &Person) + Sync) {
        thread::scope(|scope| {
            for (own, admin) in self.admins.iter().enumerate() {
                let work = &work;
                scope.spawn(move || work(own, admin));
            }
        });
    }

    pub fn release(&self) {
        let place = format!("{ROUND}/release");
        let ticked = self.admins[0].get(&format!("{place}?all=yes"));
        let done = self.admins[0].submit(&ticked, &place, &[]);
        must(
            &done,
            "Released. The applicants can read their outcomes now.",
        );
    }

    /// The file as the browser gets it.
    pub fn export(&self, what: &str) -> String {
        let form = format!("{ROUND}/exports");
        let page = self.admins[0].get(&form);
        let file = self.admins[0].submit(&page, &form, &[("what", what), ("bom", "")]);
        assert_eq!(file.status, 200);
        file.source().to_owned()
    }
}

/// Every request is made by one of the applicants, who work side by side.
pub fn apply<'a>(site: &TestSite, requests: &'a [Request]) -> Vec<Sent<'a>> {
    let people: Vec<_> = (0..APPLICANTS)
        .map(|n| std::sync::Arc::new(site.applicant(&format!("Applicant {n}"))))
        .collect();
    let mut sent: Vec<(usize, Sent)> = thread::scope(|scope| {
        let at_work: Vec<_> = people
            .iter()
            .enumerate()
            .map(|(own, person)| {
                let share = requests.iter().enumerate().skip(own).step_by(APPLICANTS);
                let send = move |(n, request)| (n, apply_for(person, request));
                scope.spawn(move || share.map(send).collect::<Vec<_>>())
            })
            .collect();
        let done = at_work
            .into_iter()
            .flat_map(|one| one.join().expect("all is sent"));
        done.collect()
    });
    sent.sort_by_key(|(n, _)| *n);
    sent.into_iter().map(|(_, one)| one).collect()
}

fn apply_for<'a>(person: &std::sync::Arc<Person>, request: &'a Request) -> Sent<'a> {
    let fields = [
        ("name_latin", request.organisation.as_str()),
        ("base", request.base),
        ("community", request.community),
        ("legal_form", "ps_association"),
    ];
    let form = person.get("/organisations/new");
    let profile = person.submit(&form, "/organisations", &fields);
    assert_eq!(profile.problems(), [""; 0], "{}", request.organisation);
    let organisation = profile.path.trim_start_matches("/organisations/");
    let start = "/rounds/winter/applications";
    let chosen = [("organisation", organisation)];
    let place = person.submit(&person.get(start), start, &chosen).path;
    let amount = request.amount.to_string();
    for (section, usual) in ANSWERS {
        let own: &[(&str, &str)] = match section {
            "request" => &[
                ("title", &request.title),
                ("summary", &request.summary),
                ("amount", &amount),
                ("budget.0.amount", &amount),
                ("funding_type", request.funding_type),
            ],
            "need" => &[("situation", &request.need)],
            _ => &[],
        };
        let usual = usual
            .iter()
            .filter(|(name, _)| own.iter().all(|(other, _)| other != name));
        let fields: Vec<(&str, &str)> = usual.chain(own).copied().collect();
        let saved = save(person, &place, section, &fields);
        assert_eq!(saved.problems(), [""; 0], "{section} of {}", request.title);
    }
    assert_eq!(send(person, &place).status, 200);
    Sent {
        request,
        reference: person.get(&place).the(".reference"),
        place,
        who: person.clone(),
    }
}

/// Declares no conflict and sends the review.
fn review(person: &Person, place: &str, points: &Points) {
    let mine = place.replace("/applications/", "/reviews/");
    let declaration = format!("{mine}/declaration");
    let open = person.submit(&person.get(&mine), &declaration, &[("kind", "none")]);
    let one = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut pairs = vec![
        one("csrf", &open.value_of_hidden("csrf")),
        one("saves", &open.value_of_hidden("saves")),
    ];
    for (code, points) in CODES.iter().zip(points) {
        let (points, why) = match points {
            Some(points) => (points.to_string(), "The records show it."),
            None => ("abstain".to_owned(), ""),
        };
        pairs.push((format!("score.{code}"), points));
        pairs.push((format!("justification.{code}"), why.to_owned()));
    }
    pairs.push(one("recommendation", "fund"));
    pairs.push(one("confidence", "medium"));
    let sent = person.post(&format!("{mine}/submission"), &pairs);
    assert_eq!(sent.status, 303, "{}", sent.text());
}

fn propose(admin: &Person, sent: &Sent, decision: &Decision) {
    let place = format!("/admin{}/decision", sent.place);
    let amount = decision.cents.map(dollars).unwrap_or_default();
    let mut fields = vec![
        ("outcome", decision.outcome),
        ("rationale", "By its rank."),
        ("deviation", WHY),
    ];
    if decision.outcome == "decline" {
        fields.push(("reason", "others_first"));
    }
    if decision.cents.is_some() {
        fields.push(("amount", &amount));
        fields.push(("funding_type", sent.request.funding_type));
    }
    if let Some((what, why)) = decision.condition {
        fields.push(("condition.0.text", what));
        fields.push(("condition.0.reason", why));
    }
    if let Some(waiver) = decision.waiver {
        fields.push(("waiver", waiver));
    }
    let proposed = admin.submit(&admin.get(&place), &place, &fields);
    let notice = "The decision is proposed. Another admin can sign it off now.";
    must(&proposed, notice);
}

/// Who applied reads what was released, and nothing where nothing was.
pub fn outcomes_are_read(sent: &[Sent], expected: &Expected) {
    for (n, decision) in expected.decided() {
        let told = sent[n].who.get(&sent[n].place).the(".page-head .badge");
        let out = told != "In review";
        assert_eq!(out, decision.signed, "{}: {told}", sent[n].reference);
    }
}
