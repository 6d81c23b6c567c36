//! The main job in a browser, from an empty form to a released outcome: on a
//! desk with JavaScript in English, and on a small telephone without it in Arabic.

use evenhand::domain::account::Role;

use crate::driver::{Browser, Kind};
use crate::story::{ANSWERS, Story};
use crate::support::Person;

const CRITERIA: [&str; 6] = [
    "values",
    "nondup",
    "political",
    "financial",
    "admin",
    "legal",
];
const MAIN_BUTTON: &str = "main form button.button";

struct Job {
    story: Story,
    browser: Browser,
    language: &'static str,
}

impl Job {
    fn new(kind: &Kind, language: &'static str) -> Self {
        let story = Story::new();
        let browser = Browser::open(&story.site, kind);
        Self {
            story,
            browser,
            language,
        }
    }

    /// Sits down as somebody and reads in the language of this job.
    fn as_person(&self, person: &Person) {
        self.browser.be(person);
        self.browser.visit("/account");
        self.browser.speak(self.language);
        assert_eq!(self.browser.attribute("html", "lang"), self.language);
    }

    fn visit(&self, place: &str) {
        self.browser.visit(place);
        self.browser.fits();
    }

    /// Answers every field and presses the button that a selector finds.
    fn send(&self, fields: &[(&str, &str)], button: &str) {
        for (name, value) in fields {
            self.browser.answer(name, value);
        }
        self.browser.go(button);
        self.browser.fits();
    }

    /// From the public page of the round to the receipt; where the application is.
    fn applies(&self, person: &Person) -> String {
        self.as_person(person);
        self.visit("/organisations/new");
        let profile = [
            ("name_latin", "Olive Press"),
            ("name_arabic", "معصرة الزيتون"),
            ("base", "west_bank"),
            ("community", "palestinian"),
            ("legal_form", "ps_association"),
        ];
        self.send(&profile, MAIN_BUTTON);
        self.visit("/rounds/winter");
        self.browser
            .go("main form[action='/rounds/winter/applications'] button");
        let place = self.browser.place();
        for (section, fields) in ANSWERS {
            self.visit(&format!("{place}/sections/{section}"));
            self.send(fields, MAIN_BUTTON);
        }
        self.visit(&format!("{place}/check"));
        let certified = [("certifier_role", "Director"), ("certify", "yes")];
        self.send(&certified, "main form[action$='/submission'] button");
        assert_eq!(self.browser.place(), format!("{place}/receipt"));
        let reference = self.browser.text(".receipt-number");
        assert_eq!(reference.replace(['\u{2066}', '\u{2069}'], "").len(), 12);
        place
    }

    /// Screens, finds the papers in order, assigns the only reviewer.
    fn admits(&self, place: &str) {
        self.as_person(&self.story.ada);
        self.visit(&format!("/admin{place}/screening"));
        self.send(&[("outcome", "eligible")], MAIN_BUTTON);
        let check = format!("/admin{place}/legal-check");
        let checked = self.story.ada.submit(
            &self.story.ada.get(&format!("/admin{place}")),
            &check,
            &[("outcome", "verified"), ("note", "Certificate seen.")],
        );
        assert_eq!(checked.status, 200);
        self.visit(&format!("/admin{place}/assignments"));
        self.browser.click("main [name='reviewer']");
        self.send(&[], MAIN_BUTTON);
    }

    /// Declares, scores every criterion with four points, sends.
    fn reviews(&self, reviewer: &Person) {
        self.as_person(reviewer);
        self.visit("/reviews");
        self.browser.go("main table a");
        self.send(&[("kind", "none")], MAIN_BUTTON);
        for code in CRITERIA {
            self.browser.answer(&format!("score.{code}"), "4");
            self.browser
                .fill(&format!("justification.{code}"), "The papers show it.");
        }
        self.browser.answer("recommendation", "fund");
        self.browser.answer("confidence", "high");
        self.send(
            &[],
            "main form button.button-second[formaction$='/submission']",
        );
        assert!(self.browser.text("main").contains("80.0"));
    }

    /// One admin proposes, the other signs and releases.
    fn decides(&self, place: &str, second: &Person) {
        let decision = format!("/admin{place}/decision");
        self.as_person(&self.story.ada);
        self.visit(&decision);
        let proposal = [
            ("outcome", "award"),
            ("amount", "10000"),
            ("funding_type", "core"),
            ("rationale", "Strong, and in need."),
            ("feedback", "Thank you for your clear budget."),
        ];
        self.send(&proposal, MAIN_BUTTON);
        let sign = "main form[action$='/sign-off'] button";
        assert!(!self.browser.shows(sign), "nobody signs their own proposal");
        self.as_person(second);
        self.visit(&decision);
        self.send(&[], sign);
        self.visit("/admin/rounds/winter/release?all=yes");
        self.send(&[], MAIN_BUTTON);
    }
}

/// The whole job by one kind of browser.
fn do_job(kind: &Kind, language: &'static str) {
    let job = Job::new(kind, language);
    let ada = &job.story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let omar = ada.invites("Omar Saleh", Role::Admin);
    let rana = job.story.site.applicant("Rana Haddad");
    let place = job.applies(&rana);
    job.admits(&place);
    job.reviews(&noor);
    job.decides(&place, &omar);
    job.as_person(&rana);
    job.visit(&place);
    let told = job.browser.text("main");
    assert!(told.contains("USD 10,000"), "{told}");
    assert!(told.contains("Thank you for your clear budget."), "{told}");
}

#[test]
fn the_main_job_on_a_desk_in_english() {
    do_job(&Kind::wide(), "en");
}

#[test]
fn the_main_job_on_a_small_telephone_without_javascript_in_arabic() {
    do_job(&Kind::narrow().without_script(), "ar");
}
