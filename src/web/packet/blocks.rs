//! The record of an application in blocks of a document.

use super::case::Case;
use crate::domain::fraction::percent_tenths;
use crate::domain::score::{Judgement, score_review};
use crate::domain::screening::Verdict;
use crate::domain::{AccountId, Fraction, Message, Moment};
use crate::exchange::pdf::{Block, Entry, Fact, Head, Table};
use crate::i18n::Locale;
use crate::store::review::WrittenReview;
use crate::web::assignment::uncounted;
use crate::web::conflict::words::kind;
use crate::web::list_screening::words::purpose;
use crate::web::review::verdict;
use crate::web::visit::Visit;
use crate::web::words;

/// Everything about one application.
pub fn of_case(visit: &Visit, case: &Case) -> Vec<Block> {
    let page = Pages { visit, case };
    let mut blocks = vec![Block::Facts(page.facts())];
    blocks.extend(page.scores());
    blocks.extend(page.recusals());
    blocks.extend(page.decisions());
    blocks.extend(page.screenings());
    blocks
}

/// The words of a block, in their order.
pub fn words(block: &Block) -> Vec<&str> {
    match block {
        Block::Title(text) | Block::Heading(text) | Block::Paragraph(text) => {
            vec![text.as_str()]
        }
        Block::Facts(facts) => {
            let each = facts.iter();
            let words = each.flat_map(|fact| [fact.label.as_str(), fact.value.as_str()]);
            words.collect()
        }
        Block::Entry(entry) => {
            let paragraphs = entry.paragraphs.iter().map(String::as_str);
            [entry.label.as_str()]
                .into_iter()
                .chain(paragraphs)
                .collect()
        }
        Block::Table(table) => {
            let heads = table.heads.iter().map(|head| head.text.as_str());
            let cells = table.rows.iter().flatten().map(String::as_str);
            let caption = [table.caption.as_str()].into_iter();
            caption.chain(heads).chain(cells).collect()
        }
    }
}

/// The record of one application, for a reader.
pub(super) struct Pages<'a> {
    pub visit: &'a Visit,
    pub case: &'a Case,
}

pub(super) fn entry(label: String, paragraphs: Vec<String>) -> Block {
    Block::Entry(Entry {
        label,
        paragraphs,
        soft: false,
    })
}

fn percent(t: Locale, share: Option<Fraction>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| t.tenths(percent_tenths(share)))
}

impl Pages<'_> {
    pub(super) fn t(&self) -> Locale {
        self.visit.t
    }

    pub(super) fn fact(&self, key: &str, value: String) -> Fact {
        Fact {
            label: self.t().say(key),
            value,
        }
    }

    /// Who, and when.
    pub(super) fn act(&self, (by, at): (AccountId, Moment)) -> String {
        self.by(&self.case.name(by), at)
    }

    pub(super) fn by(&self, name: &str, at: Moment) -> String {
        let words = Message::new("decision-by")
            .with("name", name)
            .with("when", self.t().when(at, self.visit.zone()));
        self.t().tell(&words)
    }

    fn facts(&self) -> Vec<Fact> {
        let (t, case) = (self.t(), self.case);
        let language = t.language();
        let requested = words::requested(t, &case.row, case.round.currency);
        let mut facts = vec![
            self.fact("packet-reference", case.row.reference.clone()),
            self.fact("packet-work", case.row.title.clone()),
            self.fact(
                "directory-organisation",
                case.organisation.name(language).to_owned(),
            ),
            self.fact("packet-round", case.round.title.get(language).to_owned()),
            self.fact("packet-status", words::status(t, case.row.status).text),
            self.fact("ranking-requested", requested.unwrap_or_default()),
            self.fact(
                "round-admin-rubric-version",
                t.number(case.rubric.version.into()),
            ),
        ];
        if let Some((version, digest)) = &case.sent {
            facts.push(self.fact("record-version", t.number((*version).into())));
            facts.push(self.fact("record-digest", digest.clone()));
        }
        facts
    }

    fn scores(&self) -> Vec<Block> {
        let (t, case) = (self.t(), self.case);
        let mut blocks = vec![Block::Heading(t.say("decision-scores"))];
        if case.reviews.is_empty() {
            let key = match case.withheld {
                true => "withheld",
                false => "decision-no-reviews",
            };
            blocks.push(Block::Paragraph(t.say(key)));
            return blocks;
        }
        blocks.push(Block::Table(self.table()));
        blocks.extend(case.reviews.iter().map(|review| self.review(review)));
        blocks
    }

    /// Reviewers by criteria.
    fn table(&self) -> Table {
        let (t, rubric) = (self.t(), &self.case.rubric);
        let head = |text: String, num: bool| Head { text, num };
        let criteria = rubric.criteria.iter();
        let criteria = criteria.map(|one| head(one.name.get(t.language()).to_owned(), true));
        let first = [head(t.say("decision-reviewer"), false)].into_iter();
        let last = [head(t.say("decision-total"), true)];
        let rows = self.case.reviews.iter().map(|review| {
            let judged = &review.submitted.judgements;
            let cells = rubric.criteria.iter().map(|one| {
                let judgement = judged.get(&one.id).copied().unwrap_or_default();
                self.judgement(judgement)
            });
            let total = percent(t, score_review(rubric, judged).total);
            let name = [review.reviewer_name.clone()].into_iter();
            name.chain(cells).chain([total]).collect()
        });
        Table {
            caption: t.say("decision-scores"),
            heads: first.chain(criteria).chain(last).collect(),
            rows: rows.collect(),
        }
    }

    fn judgement(&self, judgement: Judgement) -> String {
        match judgement {
            Judgement::Points(points) => self.t().number(points.into()),
            Judgement::CannotJudge => self.t().say("decision-cannot-judge"),
            Judgement::Unanswered => "–".to_owned(),
        }
    }

    fn review(&self, review: &WrittenReview) -> Block {
        let (t, sent) = (self.t(), &review.submitted);
        let mut paragraphs = vec![
            self.by(&review.reviewer_name, sent.submitted_at),
            verdict::told(t, sent.recommendation, sent.confidence),
        ];
        for criterion in &self.case.rubric.criteria {
            let reason = review.justifications.get(&criterion.id);
            let name = criterion.name.get(t.language());
            paragraphs.extend(reason.map(|reason| format!("{name}: \u{2068}{reason}\u{2069}")));
        }
        paragraphs.push(review.comment.clone());
        paragraphs.retain(|one| !one.is_empty());
        entry(review.reviewer_name.clone(), paragraphs)
    }

    fn recusals(&self) -> Vec<Block> {
        let (t, case) = (self.t(), self.case);
        let mut blocks = vec![Block::Heading(t.say("packet-recusals"))];
        for record in &case.conflicts {
            let when = |at: Moment| t.when(at, self.visit.zone());
            let mut paragraphs = vec![
                kind(t, record.kind),
                t.with("packet-since", "when", when(record.added_at)),
                record.reason.clone(),
            ];
            if let Some(at) = record.ended_at {
                paragraphs.push(t.with("packet-until", "when", when(at)));
                paragraphs.push(record.ended_reason.clone());
            }
            paragraphs.retain(|one| !one.is_empty());
            blocks.push(entry(case.name(record.account_id), paragraphs));
        }
        for one in &case.abstentions {
            let line = t.say("packet-declined");
            let paragraphs = vec![
                line,
                self.by(&one.name, one.at),
                one.reason.clone(),
                uncounted(self.visit, one),
            ];
            let told = paragraphs.into_iter().filter(|one| !one.is_empty());
            blocks.push(entry(one.name.clone(), told.collect()));
        }
        if blocks.len() == 1 {
            blocks.push(Block::Paragraph(t.say("packet-no-recusals")));
        }
        blocks
    }

    fn screenings(&self) -> Vec<Block> {
        let (t, case) = (self.t(), self.case);
        let mut blocks = vec![Block::Heading(t.say("packet-screenings"))];
        if let Some(row) = &case.screening {
            let outcome = match &row.screening.verdict {
                Verdict::Eligible => t.say("screening-eligible"),
                Verdict::NotEligible(reason) => {
                    let reason = words::term(t, &case.terms, "ineligible_reason", reason);
                    format!("{}: {reason}", t.say("screening-not-eligible"))
                }
            };
            let by = self.by(&row.screened_by, row.screened_at);
            let paragraphs = [outcome, by, row.screening.note.clone()];
            let told = paragraphs.into_iter().filter(|one| !one.is_empty());
            blocks.push(entry(t.say("screening-title"), told.collect()));
        }
        for row in &case.runs {
            let by = row
                .ran_by
                .clone()
                .unwrap_or_else(|| t.say("packet-by-itself"));
            let lists = row.run.basis.lists.iter().map(|one| one.list.as_str());
            let lists = lists.collect::<Vec<_>>().join(", ");
            let counted = Message::new("packet-run")
                .with("names", i64::from(row.names))
                .with("hits", i64::from(row.hits))
                .with("lists", lists);
            let told = vec![self.by(&by, row.run.ran_at), t.tell(&counted)];
            blocks.push(entry(purpose(t, row.run.purpose), told));
        }
        if blocks.len() == 1 {
            blocks.push(Block::Paragraph(t.say("packet-no-screenings")));
        }
        blocks
    }
}
