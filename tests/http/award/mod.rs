//! Awards from the release of a decision to the close-out, as both sides live it.

mod agreement;
mod ending;
mod envelope;
mod home;
mod lost_key;
mod money;
mod payment;
mod reach;
mod report;
pub mod sealed;
mod sound;
mod transfer;
mod watched;

use crate::deliberation::Deliberation;
use crate::support::{Page, Person};

/// An award with a condition.
pub const DECISION: [(&str, &str); 7] = [
    ("outcome", "award"),
    ("amount", "20000.50"),
    ("funding_type", "core"),
    ("condition.0.text", "An audit within a year"),
    ("condition.0.reason", "The board is new"),
    ("rationale", "The strongest request."),
    ("waiver", "The register is closed to them."),
];
/// Two tranches, the second after the first report; a progress and a final report.
pub const PLAN: [(&str, &str); 12] = [
    ("tongue", "ar"),
    ("starts", "2027-01-01"),
    ("ends", "2027-12-31"),
    ("tranche.0.amount", "15,000"),
    ("tranche.0.due", "2027-01-15"),
    ("tranche.1.amount", "5000.50"),
    ("tranche.1.due", "2027-07-15"),
    ("tranche.1.after", "1"),
    ("report.0.kind", "progress"),
    ("report.0.due", "2027-06-30"),
    ("report.1.kind", "final"),
    ("report.1.due", "2028-01-31"),
];
const IBAN: &str = "PS92 PALS 0000 0000 0400 1234 5670 2";
/// Where the money goes.
pub const ACCOUNT: [(&str, &str); 4] = [
    ("holder", "=Olive Press"),
    ("bank", "Bank of Palestine"),
    ("iban", IBAN),
    ("bic", "PALSPS22"),
];

/// A round whose first application is awarded and released.
pub struct Awarded {
    pub round: Deliberation,
    /// The award as staff see it.
    pub desk: String,
    /// The award as its organisation sees it.
    pub own: String,
}

impl Awarded {
    pub fn new() -> Self {
        let round = Deliberation::new();
        round.propose(&round.ada, 0, &DECISION);
        round.sign(&round.ben, 0);
        round.release_all(&round.ben);
        Self::of(round)
    }

    /// The same with the second application on the reserve list.
    pub fn with_reserve() -> Self {
        let made = Self::new();
        let (round, reserve) = (&made.round, ("outcome", "reserve"));
        round.propose(
            &round.ada,
            1,
            &[reserve, ("rationale", "If money is left.")],
        );
        round.sign(&round.ben, 1);
        round.release_all(&round.ben);
        made
    }

    /// The award that the first application of a round has.
    pub fn of(round: Deliberation) -> Self {
        let list = round.ada.get("/admin/awards");
        let desk = list.link("EH-AAAA-2222");
        let own = desk.replace("/admin", "");
        Self { round, desk, own }
    }

    /// Opens the matter again and proposes another decision.
    pub fn decide_anew(&self, typed: &[(&str, &str)]) -> Page {
        let (round, place) = (&self.round, format!("{}/anew", self.round.place(0)));
        let form = format!("form[action^='{place}']");
        let reason = [("reason", "Things have changed.")];
        let back = round.ada.submit(&round.ada.get(&place), &form, &reason);
        assert_eq!(back.status, 200, "{}", back.text());
        round.propose(&round.ada, 0, typed)
    }

    /// Signs and releases what was proposed.
    pub fn settle(&self) {
        self.round.sign(&self.round.ben, 0);
        self.round.release_all(&self.round.ben);
    }

    /// Planned and laid before the organisation.
    pub fn offered() -> Self {
        let made = Self::new();
        made.lay_before();
        made
    }

    /// Plans it and lays the agreement before the organisation.
    pub fn lay_before(&self) {
        self.plan(&PLAN);
        self.offer();
    }

    /// Agreed, with an account.
    pub fn running() -> Self {
        let made = Self::new();
        made.start();
        made
    }

    /// Has a new award agreed to, with an account.
    pub fn start(&self) {
        self.lay_before();
        self.accept();
        self.give(&ACCOUNT);
    }

    pub fn page(&self, person: &Person) -> Page {
        person.get(&self.desk)
    }

    /// What the audit log tells of the award.
    pub fn log(&self, person: &Person) -> Page {
        let id = self.desk.rsplit('/').next().unwrap_or_default();
        person.get(&format!("/admin/audit?kind=award&id={id}"))
    }

    pub fn plan(&self, typed: &[(&str, &str)]) -> Page {
        let place = format!("{}/plan", self.desk);
        let ada = &self.round.ada;
        ada.submit(&ada.get(&place), &place, typed)
    }

    pub fn offer(&self) -> Page {
        let (ada, form) = (&self.round.ada, format!("{}/offer", self.desk));
        ada.submit(&self.page(ada), &form, &[])
    }

    pub fn accept(&self) -> Page {
        let (rana, place) = (&self.round.rana, format!("{}/acceptance", self.own));
        let typed = [
            ("certifier_name", "Rana Haddad"),
            ("certifier_role", "Director"),
            ("certify", "yes"),
        ];
        rana.submit(&rana.get(&place), &place, &typed)
    }

    pub fn give(&self, typed: &[(&str, &str)]) -> Page {
        let (rana, place) = (&self.round.rana, format!("{}/bank", self.own));
        rana.submit(&rana.get(&place), &place, typed)
    }

    pub fn prepare(&self, tranche: u8, typed: &[(&str, &str)]) -> Page {
        let (ada, place) = (&self.round.ada, format!("{}/tranches/{tranche}", self.desk));
        ada.submit(&ada.get(&place), &place, typed)
    }

    /// Follows the link of a step of the transfer under way and takes it.
    pub fn step(&self, person: &Person, words: &str, typed: &[(&str, &str)]) -> Page {
        let place = self.page(person).link(words);
        person.submit(&person.get(&place), &place, typed)
    }

    /// Approved by both and executed.
    pub fn pay(&self, tranche: u8) -> Page {
        let reason = [("reason", "The lists are not loaded yet.")];
        self.prepare(tranche, &[]);
        self.step(&self.round.ada, "Approve", &reason);
        self.step(&self.round.ben, "Approve", &reason);
        let paid = [("day", "2026-11-01")];
        self.step(&self.round.ada, "Note that it is paid", &paid)
    }

    pub fn send_report(&self, number: u8) -> Page {
        let (rana, place) = (&self.round.rana, format!("{}/reports/{number}", self.own));
        let typed = [
            ("words", "We opened the clinic."),
            ("spent", "9000"),
            ("then", "send"),
        ];
        rana.submit(&rana.get(&place), &place, &typed)
    }

    pub fn judge(&self, number: u8, typed: &[(&str, &str)]) -> Page {
        let (ada, place) = (&self.round.ada, format!("{}/reports/{number}", self.desk));
        ada.submit(&ada.get(&place), &place, typed)
    }

    pub fn change(&self, change: &str, typed: &[(&str, &str)]) -> Page {
        let (ada, place) = (&self.round.ada, format!("{}/changes/{change}", self.desk));
        ada.submit(&ada.get(&place), &place, typed)
    }
}
