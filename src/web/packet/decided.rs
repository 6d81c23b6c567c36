//! Every decision on an application, what stood behind it, and what was asked of it later.

use super::blocks::{Pages, entry};
use crate::domain::appeal::Appeal;
use crate::domain::decision::{Condition, Decision};
use crate::domain::{DecisionId, Message};
use crate::exchange::pdf::{Block, Fact};
use crate::store::appeal::Reopening;
use crate::web::appeal::anew_key;
use crate::web::decision::{badge, reason_words};
use crate::web::words;

impl Pages<'_> {
    pub(super) fn decisions(&self) -> Vec<Block> {
        let (t, case) = (self.t(), self.case);
        let mut blocks = vec![Block::Heading(t.say("packet-decisions"))];
        if case.decisions.is_empty() {
            blocks.push(Block::Paragraph(t.say("decision-closed")));
        }
        for one in &case.decisions {
            blocks.push(Block::Facts(self.decision(one)));
            blocks.extend(self.texts(one));
            blocks.extend(self.looked_again(one.id, one.number.into()));
        }
        blocks
    }

    fn texts(&self, one: &Decision) -> Vec<Block> {
        let (t, case) = (self.t(), self.case);
        let over = one.over_budget.clone().unwrap_or_default();
        let deviation = one.deviation.clone().unwrap_or_default();
        let texts = [
            ("packet-rationale", one.rationale.clone()),
            ("packet-deviation", deviation),
            ("packet-feedback", one.feedback.clone()),
            ("packet-waiver", one.waiver.clone().unwrap_or_default()),
            ("packet-over-budget", over),
        ];
        let told = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let mut blocks: Vec<Block> = told
            .map(|(key, text)| entry(t.say(key), vec![text]))
            .collect();
        let condition = |one: &Condition| format!("{} ({})", one.text, one.reason);
        if !one.conditions.is_empty() {
            let all = one.conditions.iter().map(condition).collect();
            blocks.push(entry(t.say("packet-conditions"), all));
        }
        let mut acknowledged = case.acknowledged.iter();
        if let Some((_, beside)) = acknowledged.find(|(id, _)| *id == one.id) {
            let words = vec![self.by(&beside.by, beside.at), beside.reason.clone()];
            blocks.push(entry(t.say("packet-acknowledged"), words));
        }
        let mut ahead = case.ahead.iter();
        if let Some((_, beside)) = ahead.find(|(id, _)| *id == one.id) {
            let words = vec![self.by(&beside.by, beside.at), beside.reason.clone()];
            blocks.push(entry(t.say("packet-went-ahead"), words));
        }
        blocks
    }

    fn decision(&self, one: &Decision) -> Vec<Fact> {
        let (t, case) = (self.t(), self.case);
        let number = i64::from(one.number);
        let past = Message::new("decision-past")
            .with("n", number)
            .with("decision", badge(t, one).text);
        let mut facts = vec![self.fact("packet-decision", t.tell(&past))];
        let amount = one.amount.map(|money| t.money(money));
        facts.extend(amount.map(|amount| self.fact("packet-amount", amount)));
        let funding = one.funding_type.as_deref();
        let funding = funding.map(|code| words::term(t, &case.terms, "funding_type", code));
        facts.extend(funding.map(|funding| self.fact("decision-funding", funding)));
        if one.reason.is_some() {
            facts.push(self.fact("decision-reason", reason_words(t, &case.terms, one)));
        }
        if !one.present.is_empty() {
            let names: Vec<String> = one.present.iter().map(|id| case.name(*id)).collect();
            facts.push(self.fact("decision-present", names.join(" · ")));
        }
        let proposed = Some((one.proposed_by, one.proposed_at));
        let steps = [
            ("step-proposed", proposed),
            ("step-signed", one.signed),
            ("step-released", one.released),
            ("step-dropped", one.dropped),
        ];
        let done = steps.into_iter().filter_map(|(key, act)| Some((key, act?)));
        facts.extend(done.map(|(key, act)| self.fact(key, self.act(act))));
        facts
    }

    /// The appeal against a decision with its answer, and why it was decided anew.
    fn looked_again(&self, id: DecisionId, number: i64) -> Vec<Block> {
        let case = self.case;
        let appeals = case.appeals.iter().filter(|one| one.decision == id);
        let mut blocks: Vec<Block> = appeals.flat_map(|one| self.appeal(one, number)).collect();
        let again = case.reopenings.iter().filter(|one| one.decision == id);
        blocks.extend(again.map(|one| self.reopening(one, number)));
        blocks
    }

    /// Who of the organisation asked is no part of the record.
    fn appeal(&self, one: &Appeal, number: i64) -> Vec<Block> {
        let (t, zone) = (self.t(), self.visit.zone());
        let asked = t.with("appeal-asked", "when", t.when(one.raised_at, zone));
        let raised = t.with("appeal-raised", "n", number);
        let mut blocks = vec![entry(raised, vec![asked, one.words.clone()])];
        blocks.extend(one.answer.as_ref().map(|answer| {
            let outcome = match answer.upheld {
                true => "appeal-upheld",
                false => "appeal-not-upheld",
            };
            let act = self.act((answer.by, answer.at));
            entry(t.say(outcome), vec![act, answer.words.clone()])
        }));
        blocks
    }

    fn reopening(&self, one: &Reopening, number: i64) -> Block {
        let title = self.t().with(anew_key(one.cause), "n", number);
        let act = self.act((one.by, one.at));
        entry(title, vec![act, one.reason.clone()])
    }
}
