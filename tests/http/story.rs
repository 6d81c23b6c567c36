//! How most stories begin: an admin opens a round, an organisation applies to it.
//! Everything goes through the pages, as people would.

use crate::support::{Page, Person, TestSite};

/// What an admin types to make a round: it closes an hour after stories begin.
pub const ROUND: [(&str, &str); 12] = [
    ("title_en", "Winter round"),
    ("purpose_en", "Quick help for field teams."),
    ("slug", "winter"),
    ("budget", "500,000"),
    ("least", "1000"),
    ("most", "25000"),
    ("time_zone", "UTC"),
    ("opens_at", "2026-11-01 09:00"),
    ("closes_at", "2026-11-02 10:00"),
    ("reviews_due_at", "2026-11-20 17:00"),
    ("grace_minutes", "15"),
    ("turnaround_days", "30"),
];

/// Answers that lack nothing, section by section.
pub const ANSWERS: [(&str, &[(&str, &str)]); 10] = [
    (
        "request",
        &[
            ("title", "Legal help for our field team"),
            ("summary", "We accompany shepherds."),
            ("amount", "12,000"),
            ("start", "2026-12-01"),
            ("months", "6"),
            ("funding_type", "core"),
            ("budget.0.category", "legal"),
            ("budget.0.amount", "12000"),
        ],
    ),
    ("need", &[("situation", "The office was raided.")]),
    ("support", &[("same_costs", "no"), ("reserve_months", "2")]),
    ("pressure", &[("listed", "no")]),
    ("values", &[("universality", "We help everybody.")]),
    ("organisation", &[("mission", "We stand by shepherds.")]),
    ("contact", &[("contact_channel", "site")]),
    (
        "capacity",
        &[("board.0.name", "Rana Haddad"), ("foreign_transfer", "yes")],
    ),
    ("legal", &[("registration_status", "good_standing")]),
    (
        "declarations",
        &[
            ("accuracy", "yes"),
            ("no_violence", "yes"),
            ("sanctions_disclosure", "yes"),
            ("data_notice", "yes"),
        ],
    ),
];

/// A site with one admin and an open round.
pub struct Story {
    pub site: TestSite,
    pub ada: Person,
}

impl Story {
    /// The round `winter` takes applications.
    pub fn new() -> Self {
        let site = TestSite::start();
        let ada = site.first_admin("Ada Levi");
        make_round(&ada, &[]);
        open_round(&ada, "winter");
        Self { site, ada }
    }

    /// Somebody with an organisation and a draft in the round; and its place.
    pub fn draft(&self, name: &str, organisation: &str) -> (Person, String) {
        let person = self.site.applicant(name);
        make_organisation(&person, organisation);
        let place = start(&person);
        (person, place)
    }

    /// The same with an application that was sent.
    pub fn sent(&self, name: &str, organisation: &str) -> (Person, String) {
        let (person, place) = self.draft(name, organisation);
        fill(&person, &place);
        send(&person, &place);
        (person, place)
    }

    /// The same found eligible.
    pub fn in_review(&self, name: &str, organisation: &str) -> (Person, String) {
        let (person, place) = self.sent(name, organisation);
        let dossier = screen(&self.ada, &place, &[("outcome", "eligible")]);
        assert_eq!(dossier.the(".page-head .badge"), "In review");
        (person, place)
    }
}

/// Makes a round, with other values for some fields.
pub fn make_round(admin: &Person, other: &[(&str, &str)]) -> Page {
    let form = admin.get("/admin/rounds/new");
    admin.submit(&form, "/admin/rounds/new", &typed(other))
}

/// The fields of [`ROUND`] with other values for some.
pub fn typed<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<(&str, &str)> = ROUND.to_vec();
    fields.retain(|(name, _)| other.iter().all(|(own, _)| own != name));
    fields.extend(other);
    fields
}

/// Presses the button of the page that asks whether to open.
pub fn open_round(admin: &Person, slug: &str) -> Page {
    let place = format!("/admin/rounds/{slug}/opening");
    admin.submit(&admin.get(&place), &place, &[])
}

/// Makes an organisation of the West Bank; leads to its profile.
pub fn make_organisation(person: &Person, name: &str) -> Page {
    let fields = [
        ("name_latin", name),
        ("base", "west_bank"),
        ("community", "palestinian"),
        ("legal_form", "ps_association"),
    ];
    person.submit(&person.get("/organisations/new"), "/organisations", &fields)
}

/// Presses "Start an application" on the page of the round; where that leads.
pub fn start(person: &Person) -> String {
    let round = person.get("/rounds/winter");
    let page = person.submit(&round, "/rounds/winter/applications", &[]);
    assert_eq!(page.status, 200, "{}", page.text());
    page.path
}

/// Saves a section and returns to the list.
pub fn save(person: &Person, place: &str, section: &str, fields: &[(&str, &str)]) -> Page {
    let section = format!("{place}/sections/{section}");
    let mut given = fields.to_vec();
    given.push(("then", "list"));
    person.submit(&person.get(&section), &section, &given)
}

/// Answers everything that must be answered.
pub fn fill(person: &Person, place: &str) {
    for (section, fields) in ANSWERS {
        let page = save(person, place, section, fields);
        assert_eq!(page.problems(), [""; 0], "{section}");
    }
}

/// What an owner types to certify the answers in the press that sends them.
pub const CERTIFIED: [(&str, &str); 3] = [
    ("certifier_name", "Rana Haddad"),
    ("certifier_role", "Director"),
    ("certify", "yes"),
];

/// Certifies the answers, unless that was done, and sends an application from the
/// page that checks them.
pub fn send(person: &Person, place: &str) -> Page {
    let check = person.get(&format!("{place}/check"));
    let asked = check.has("[name='certifier_name']");
    let given: &[(&str, &str)] = if asked { &CERTIFIED } else { &[] };
    person.submit(&check, &format!("{place}/submission"), given)
}

/// Records a screening as an admin.
pub fn screen(admin: &Person, place: &str, fields: &[(&str, &str)]) -> Page {
    let place = format!("/admin{place}/screening");
    admin.submit(&admin.get(&place), &place, fields)
}
