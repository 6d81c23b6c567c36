//! What follows a decision: the letters that went out, appeals, and deciding anew.

use super::seen::Seen;
use crate::domain::Message;
use crate::domain::appeal::{Appeal, Cause};
use crate::domain::decision::{Decision, Outcome, Stage};
use crate::policy::Actor;
use crate::policy::appeal::{MayAnswerAppeal, MayReopen};
use crate::store::appeal::Reopening;
use crate::store::award::of_decision;
use crate::store::letter::KeptLetter;
use crate::web::appeal;
use crate::web::award::desk;
use crate::web::ui::{Link, Moment};
use crate::web::visit::Visit;

/// A letter with the language that it is written in.
pub struct ShownLetter {
    /// To whom it went and when.
    pub to: String,
    /// Code and direction.
    pub language: &'static str,
    pub direction: &'static str,
    pub subject: String,
    pub body: String,
}

/// What the page shows below the decision.
#[derive(Default)]
pub struct After {
    pub letters: Vec<ShownLetter>,
    /// Appeals and why decisions were opened again, in order.
    pub events: Vec<Moment>,
    /// Where the award that was released is followed.
    pub award: Option<Link>,
    /// Where the appeal that waits is answered, by who may.
    pub answer: Option<Link>,
    /// Where the matter is decided anew.
    pub anew: Option<Link>,
}

/// Collects it for a reader.
pub fn after(visit: &Visit, actor: &Actor, seen: &Seen) -> After {
    let (t, id) = (visit.t, seen.case.application.id);
    let mut events: Vec<(crate::domain::Moment, Moment)> = Vec::new();
    for one in &seen.appeals {
        events.extend(of_appeal(visit, seen, one));
    }
    let again = seen.reopenings.iter();
    events.extend(again.map(|one| (one.at, of_reopening(visit, seen, one))));
    events.sort_by_key(|(at, _)| *at);
    let answers = |one: &Appeal| {
        let mut past = seen.case.history.iter();
        let about = past.find(|decision| decision.id == one.decision);
        about.is_some_and(|about| MayAnswerAppeal::on(actor, about, one).is_ok())
    };
    let waits = seen.appeals.iter().any(answers);
    let may = MayReopen::on(actor, &seen.case.matter, Cause::Correction).is_ok();
    let current = seen.case.matter.current.as_ref();
    let told = current.filter(|one| one.stage() == Stage::Released);
    let award = told.filter(|one| one.outcome == Outcome::Award);
    let award = award.and_then(|one| of_decision(one.id).ok());
    After {
        award: award.map(|award| Link::new(desk(award), t.say("award-follow"))),
        letters: seen.letters.iter().map(|one| letter(visit, one)).collect(),
        events: events.into_iter().map(|(_, moment)| moment).collect(),
        answer: waits.then(|| Link::new(appeal::place(id), t.say("appeal-read"))),
        anew: may.then(|| Link::new(appeal::anew_place(id), t.say("anew-title"))),
    }
}

/// A letter as it was sent.
pub fn letter(visit: &Visit, kept: &KeptLetter) -> ShownLetter {
    let words = Message::new("letter-sent-to")
        .with("name", kept.name.as_str())
        .with("when", visit.t.when(kept.sent_at, visit.zone()));
    ShownLetter {
        to: visit.t.tell(&words),
        language: kept.language.code(),
        direction: kept.language.direction(),
        subject: kept.subject.clone(),
        body: kept.body.clone(),
    }
}

/// "2. Decline · released", as the history calls it.
fn numbered(seen: &Seen, id: crate::domain::DecisionId) -> i64 {
    let found = seen
        .case
        .history
        .iter()
        .find(|one: &&Decision| one.id == id);
    found.map_or(0, |one| one.number.into())
}

fn moment(visit: &Visit, at: crate::domain::Moment, title: String, text: String) -> Moment {
    Moment {
        title,
        when: visit.t.when(at, visit.zone()),
        machine: at.rfc3339(),
        text: Some(text),
        done: true,
    }
}

fn of_appeal(visit: &Visit, seen: &Seen, one: &Appeal) -> Vec<(crate::domain::Moment, Moment)> {
    let t = visit.t;
    let raised = t.with("appeal-raised", "n", numbered(seen, one.decision));
    let mut all = vec![(
        one.raised_at,
        moment(visit, one.raised_at, raised, one.words.clone()),
    )];
    if let Some(answer) = &one.answer {
        let key = if answer.upheld {
            "appeal-upheld"
        } else {
            "appeal-not-upheld"
        };
        let text = answer.words.clone();
        all.push((answer.at, moment(visit, answer.at, t.say(key), text)));
    }
    all
}

fn of_reopening(visit: &Visit, seen: &Seen, one: &Reopening) -> Moment {
    let key = appeal::anew_key(one.cause);
    let title = visit.t.with(key, "n", numbered(seen, one.decision));
    let text = format!("{}\n{}", seen.name(one.by), one.reason);
    moment(visit, one.at, title, text)
}
