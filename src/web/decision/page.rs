//! The decision page: facts beside the proposal or its form.

use askama::Template;

use super::after::{After, after};
use super::asked::{Asked, ProposalFields, fields};
use super::concern;
use super::diligence::{ShownDiligence, reason, shown};
use super::facts::{Fact, facts};
use super::form::ProposalForm;
use super::scores::{ScoreTable, table};
use super::seen::Seen;
use super::words::{badge, reason_words};
use crate::actions::board::left_for;
use crate::actions::deviation::Order;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::decision::{Decision, Stage};
use crate::domain::{AccountId, Message, Moment, Money, Problems};
use crate::i18n::Locale;
use crate::policy::application::stale_key;
use crate::policy::decision::{MayDrop, MayPropose, MaySign};
use crate::policy::{Actor, Hindrance};
use crate::web::chrome::Chrome;
use crate::web::forms::Fields;
use crate::web::hold::{Warning, warning};
use crate::web::list_screening::ShownConcern;
use crate::web::ui::{self, Badge, Link};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// One application, to be decided on.
#[derive(Template)]
#[template(path = "decision/decision.html")]
pub struct DecisionPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub title: String,
    pub reference: String,
    pub organisation: String,
    pub status: Badge,
    /// Where the whole application can be read.
    pub dossier: String,
    /// Where all that the decision rests on can be had as PDF.
    pub packet: String,
    pub scores: ScoreTable,
    /// Whether a review scored an older version than the latest.
    pub overtaken: bool,
    pub facts: Vec<Fact>,
    pub legal: Legal,
    pub diligence: ShownDiligence,
    pub hold: Option<Warning>,
    pub current: Option<Current>,
    pub form: Option<ProposalFields>,
    /// Where the form posts to.
    pub action: String,
    /// Why there is neither a decision nor a form; empty otherwise.
    pub closed: String,
    /// Letters, appeals and deciding anew.
    pub after: After,
    /// Decisions that were dropped or released before.
    pub history: Vec<ui::Moment>,
}

/// What the papers come to.
pub struct Legal {
    pub badge: Badge,
    /// Who looked at the certificate last, and when; empty when nobody has.
    pub by: String,
    pub note: String,
    /// Where all papers are.
    pub papers: Option<Link>,
}

/// A decision in full, with what the reader may do with it.
pub struct Current {
    pub id: String,
    pub badge: Badge,
    pub amount: String,
    pub funding_type: String,
    pub conditions: Vec<(String, String)>,
    /// Why it declines, who took part, what it corrects; empty where there is nothing.
    pub reason: String,
    pub present: String,
    pub corrects: String,
    pub rationale: String,
    pub deviation: String,
    pub feedback: String,
    pub waiver: String,
    pub over_budget: String,
    pub steps: Vec<ui::Moment>,
    pub may_sign: bool,
    /// Why the reader can't sign what waits for a signature; empty otherwise.
    pub why_not: String,
    pub revise: Option<String>,
    pub drop: Option<String>,
    /// Where it is released, once it can be.
    pub release: Option<String>,
    /// What list screening leaves open about an award.
    pub concern: Option<ShownConcern>,
    /// Where whoever signs says why, while due diligence leaves something open.
    pub diligence: Option<ui::Field>,
    /// Where both are said when nobody signs off.
    pub alone: Option<String>,
}

/// A form as written, with what is wrong with it.
pub struct Written<'a> {
    pub form: &'a ProposalForm,
    pub problems: &'a Problems,
}

impl DecisionPage {
    /// Lays out what was read; with a form where one is to be shown.
    pub fn new(visit: &Visit, actor: &Actor, seen: &Seen, written: Option<Written>) -> Self {
        let t = visit.t;
        let (case, place) = (&seen.case, url::decision(seen.case.application.id));
        let entry = seen.ranking.entry(case.application.id);
        let organisation = entry.map(|entry| entry.organisation.name(t.language()));
        let chrome = Chrome::new(visit, &t.say("decision-title")).wide();
        let ranking = Link::new(url::ranking(&case.round.slug), t.say("ranking-title"));
        let mut chrome = chrome.back(ranking);
        if let Some(written) = &written {
            chrome = chrome.problems(t, written.problems);
        }
        let form = written.map(|written| proposal_fields(t, seen, &written));
        let current = case.matter.current.as_ref();
        let view = Viewer { visit, actor, seen };
        let empty = ScoreTable::default;
        Self {
            chrome,
            t,
            title: match case.application.title.as_str() {
                "" => case.application.reference.clone(),
                title => title.to_owned(),
            },
            reference: case.application.reference.clone(),
            organisation: organisation.unwrap_or_default().to_owned(),
            status: words::status(t, case.application.status),
            packet: url::dossier_part(case.application.id, "packet.pdf"),
            dossier: format!("/admin/applications/{}", case.application.id),
            overtaken: entry.is_some_and(|entry| entry.overtaken),
            scores: entry.map_or_else(empty, |entry| table(t, &seen.ranking, entry)),
            facts: entry.map_or_else(Vec::new, |entry| facts(t, seen, entry)),
            legal: view.legal(),
            diligence: shown(visit, seen),
            hold: view.hold(),
            closed: closed(t, seen, current, form.is_some()),
            current: current.map(|one| view.current(one, form.is_some())),
            after: after(visit, actor, seen),
            history: view.history(),
            action: place,
            form,
        }
    }
}

fn proposal_fields(t: Locale, seen: &Seen, written: &Written) -> ProposalFields {
    let case = &seen.case;
    let money = |minor: i64| Money::new(minor, case.round.currency);
    let entry = seen.ranking.entry(case.application.id);
    let ask = Fields {
        t,
        problems: written.problems,
    };
    let asked = Asked {
        currency: case.round.currency,
        requested: case.application.requested_minor.map(money),
        least: seen.least,
        left_minor: entry.map_or(0, |entry| left_for(&seen.ranking, entry)),
        terms: &seen.terms,
        legal_verified: case.matter.legal_verified,
        quotes: &seen.quotes,
        panel: &seen.panel,
        quorum: seen.quorum,
        side: Order::shown(&seen.ranking, &seen.lots).side(case.application.id),
    };
    fields(&ask, &asked, written.form)
}

/// Why nothing can be proposed yet, or any more.
fn closed(t: Locale, seen: &Seen, current: Option<&Decision>, form: bool) -> String {
    match seen.case.application.status {
        Status::Deliberation => String::new(),
        _ if form || current.is_some() => String::new(),
        Status::InReview => t.say("decision-closed-in-review"),
        other => t.say(stale_key(other)),
    }
}

/// Who looks at what.
struct Viewer<'a> {
    visit: &'a Visit,
    actor: &'a Actor,
    seen: &'a Seen,
}

impl Viewer<'_> {
    fn legal(&self) -> Legal {
        let t = self.visit.t;
        let legal = &self.seen.legal;
        let look = legal.looks.first();
        let by = |name: &str, at: Moment| {
            let words = Message::new("decision-by")
                .with("name", name)
                .with("when", t.when(at, self.visit.zone()));
            t.tell(&words)
        };
        Legal {
            badge: legal.badge(t),
            by: look
                .map(|one| by(&one.recorded_by, one.recorded_at))
                .unwrap_or_default(),
            note: look.map(|one| one.note.clone()).unwrap_or_default(),
            papers: legal.link(t),
        }
    }

    fn hold(&self) -> Option<Warning> {
        let (held, id) = (self.seen.hold.as_ref()?, self.seen.case.application.id);
        Some(warning(self.visit, self.actor, id, held))
    }

    fn current(&self, one: &Decision, revising: bool) -> Current {
        let (t, matter) = (self.visit.t, &self.seen.case.matter);
        let place = url::decision(one.application);
        let may_propose = MayPropose::on(self.actor, matter).is_ok();
        let own = one.stage() == Stage::Proposed && one.proposed_by == self.actor.id;
        let sign = MaySign::on(self.actor, matter);
        let waits = one.stage() == Stage::Proposed && matter.sign_off;
        let ready = crate::domain::decision::may_release(one, matter.sign_off).is_ok();
        let code = one.funding_type.as_deref();
        let conditions = one.conditions.iter();
        Current {
            id: one.id.to_string(),
            badge: badge(t, one),
            amount: one.amount.map(|money| t.money(money)).unwrap_or_default(),
            funding_type: code
                .map(|code| words::term(t, &self.seen.terms, "funding_type", code))
                .unwrap_or_default(),
            conditions: conditions
                .map(|one| (one.text.clone(), one.reason.clone()))
                .collect(),
            reason: reason_words(t, &self.seen.terms, one),
            present: self.present(one),
            corrects: self.corrects(one),
            rationale: one.rationale.clone(),
            deviation: one.deviation.clone().unwrap_or_default(),
            feedback: one.feedback.clone(),
            waiver: one.waiver.clone().unwrap_or_default(),
            over_budget: one.over_budget.clone().unwrap_or_default(),
            steps: self.steps(one),
            may_sign: sign.is_ok() && !revising,
            why_not: match sign {
                Err(Hindrance::Denied(why) | Hindrance::Stale(why)) if waits => t.tell(&why),
                _ => String::new(),
            },
            revise: (own && may_propose && !revising).then(|| format!("{place}?revise=yes")),
            drop: MayDrop::on(self.actor, matter)
                .is_ok()
                .then(|| format!("{place}/drop")),
            release: (ready && self.actor.is(Role::Admin))
                .then(|| url::release(&self.seen.case.round.slug)),
            concern: concern::of(self.visit, self.seen, ("", &Problems::default())),
            diligence: reason(t, self.seen, ("", &Problems::default())),
            alone: concern::alone(self.actor, self.seen),
        }
    }

    /// Who took part.
    fn present(&self, one: &Decision) -> String {
        let names: Vec<String> = one.present.iter().map(|id| self.seen.name(*id)).collect();
        names.join(" · ")
    }

    /// Which decision it corrects, and its outcome.
    fn corrects(&self, one: &Decision) -> String {
        let mut past = self.seen.case.history.iter();
        let Some(former) = past.find(|former| Some(former.id) == one.corrects) else {
            return String::new();
        };
        let words = Message::new("decision-past")
            .with("decision", badge(self.visit.t, former).text)
            .with("n", i64::from(former.number));
        self.visit.t.tell(&words)
    }

    /// What was done with a decision, and what is still to come.
    fn steps(&self, one: &Decision) -> Vec<ui::Moment> {
        let sign_off = self.seen.case.matter.sign_off;
        let mut steps = vec![self.step("step-proposed", Some((one.proposed_by, one.proposed_at)))];
        if sign_off || one.signed.is_some() {
            steps.push(self.step("step-signed", one.signed));
        }
        match one.dropped {
            Some(dropped) => steps.push(self.step("step-dropped", Some(dropped))),
            None => steps.push(self.step("step-released", one.released)),
        }
        steps
    }

    fn step(&self, key: &str, done: Option<(AccountId, Moment)>) -> ui::Moment {
        let t = self.visit.t;
        let when = |at: Moment| t.when(at, self.visit.zone());
        ui::Moment {
            title: t.say(key),
            when: done.map(|(_, at)| when(at)).unwrap_or_default(),
            machine: done.map(|(_, at)| at.rfc3339()).unwrap_or_default(),
            text: done.map(|(by, _)| self.seen.name(by)),
            done: done.is_some(),
        }
    }

    /// The decisions before the current one, latest first.
    fn history(&self) -> Vec<ui::Moment> {
        let t = self.visit.t;
        let current = self.seen.case.matter.current.as_ref().map(|one| one.id);
        let past = self.seen.case.history.iter().rev();
        let past = past.filter(|one| Some(one.id) != current);
        past.map(|one| {
            let (by, at) = one
                .dropped
                .or(one.released)
                .unwrap_or((one.proposed_by, one.proposed_at));
            let words = Message::new("decision-past")
                .with("decision", badge(t, one).text)
                .with("n", i64::from(one.number));
            ui::Moment {
                title: t.tell(&words),
                when: t.when(at, self.visit.zone()),
                machine: at.rfc3339(),
                text: Some(format!("{}\n{}", self.seen.name(by), one.rationale)),
                done: true,
            }
        })
        .collect()
    }
}
