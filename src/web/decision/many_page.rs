//! The page for many decisions: what waits for a signature, what for a proposal.

use std::sync::Arc;

use askama::Template;

use super::asked::{area, deviation, funding_type, outcomes, present, reason};
use super::words::badge;
use crate::actions::deviation::{Order, Side};
use crate::actions::kept_ranking;
use crate::actions::rank_round::{Entry, RoundRanking};
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::decision::{ProposalDraft, Stage};
use crate::domain::{AccountId, ApplicationId, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::appeal::{WaitingRow, waiting as waiting_appeals};
use crate::store::lots::LotRow;
use crate::store::term::{self, Term};
use crate::store::{Reader, StoreError, lots, quorum};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Pairs};
use crate::web::ranking::rank_words;
use crate::web::ui::{Badge, Control, Field, Link, Tone, Width};
use crate::web::visit::Visit;
use crate::web::{appeal, url, words};

/// The most that are shown of each kind; the rest comes after these.
const MOST: usize = 200;

/// Which ticks a form posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ticked {
    Applications,
    Decisions,
    #[default]
    Nothing,
}

/// One of the forms as posted.
#[derive(Debug, Clone, Default)]
pub struct ManyForm {
    kind: Ticked,
    pub draft: ProposalDraft,
    /// Why those that do deviate from the ranking.
    pub deviation: String,
    /// Ids that are ticked.
    pub ticked: Vec<String>,
    pub least: String,
}

impl ManyForm {
    /// Reads what was posted; unknown names are ignored.
    pub fn read(posted: Pairs, kind: Ticked) -> Self {
        let mut form = Self {
            kind,
            ..Self::default()
        };
        for (name, value) in posted {
            match name.as_str() {
                "application" if kind == Ticked::Applications => form.ticked.push(value),
                "decision" if kind == Ticked::Decisions => form.ticked.push(value),
                "outcome" => form.draft.outcome = value,
                "funding_type" => form.draft.funding_type = value,
                "reason" => form.draft.reason = value,
                "rationale" => form.draft.rationale = value,
                "feedback" => form.draft.feedback = value,
                "deviation" => form.deviation = value,
                "waiver" => form.draft.waiver = value,
                "present" => form.draft.present.push(value),
                "least" => form.least = value,
                _ => (),
            }
        }
        form
    }

    fn has(&self, kind: Ticked, id: &str) -> bool {
        self.kind == kind && self.ticked.iter().any(|one| one == id)
    }
}

/// What the page is read from.
pub struct Seen {
    ranking: Arc<RoundRanking>,
    terms: Vec<Term>,
    quorum: usize,
    /// Who can take part, where the round asks who did.
    panel: Vec<(AccountId, String)>,
    /// Requests to look again that wait.
    appeals: Vec<WaitingRow>,
    /// Draws of lots in the round.
    lots: Vec<LotRow>,
}

/// Most requests that are listed.
const APPEALS: i64 = 50;

/// Reads a round within the reach of staff.
pub async fn load(visit: &Visit, actor: &Actor, slug: &str) -> Result<Seen, Fault> {
    let (reach, slug) = (Reach::staff(actor), slug.to_owned());
    let read = move |reader: &mut Reader| {
        let Some(ranking) = kept_ranking::by_slug(reader, reach, &slug)? else {
            return Ok(None);
        };
        let quorum = quorum::least(reader, ranking.round.id)?;
        Ok(Some(Seen {
            terms: term::all(reader)?,
            quorum,
            panel: match quorum {
                0 => Vec::new(),
                _ => panel(reader, &ranking)?,
            },
            lots: lots::of_round(reader, reach, ranking.round.id)?,
            appeals: waiting_appeals(reader, reach, Some(ranking.round.id), APPEALS)?,
            ranking,
        }))
    };
    visit.survey(read).await?.ok_or(Fault::NotFound)
}

/// Who can take part in deciding on any that wait for a proposal, by name.
fn panel(
    reader: &mut Reader,
    ranking: &RoundRanking,
) -> Result<Vec<(AccountId, String)>, StoreError> {
    let open = waiting(ranking).filter(undecided).take(MOST);
    let ids: Vec<ApplicationId> = open.map(|entry| entry.application.id).collect();
    quorum::panel_of_any(reader, &ids)
}

/// A row to be ticked.
struct Row {
    value: String,
    href: String,
    reference: String,
    title: String,
    organisation: String,
    /// The decision, or the rank.
    state: String,
    /// The decision in words, or on which side of the funding line it stands.
    badge: Option<Badge>,
    amount: String,
    ticked: bool,
}

#[derive(Template)]
#[template(path = "decision/many.html")]
pub struct ManyPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    to_sign: Vec<Row>,
    to_propose: Vec<Row>,
    /// Requests to look again, each with when it came.
    appeals: Vec<(Link, String)>,
    fields: Vec<Field>,
    /// Errors of the ticks; empty for none.
    sign_error: String,
    propose_error: String,
    may_decide: bool,
    quorum: Field,
    /// How many take part now.
    least: String,
    action: String,
    release: String,
}

impl ManyPage {
    /// Lays out what was read, with what was typed.
    pub fn new(
        visit: &Visit,
        actor: &Actor,
        seen: &Seen,
        (form, problems): (&ManyForm, &Problems),
    ) -> Self {
        let (t, round) = (visit.t, &seen.ranking.round);
        let ask = Fields { t, problems };
        let error = |field: &str| {
            let found = problems.of(field);
            found.map(|message| t.tell(message)).unwrap_or_default()
        };
        Self {
            chrome: Chrome::new(visit, &t.say("many-title"))
                .wide()
                .back(Link::new(
                    url::admin_round(&round.slug),
                    round.title.get(t.language()),
                ))
                .problems(t, problems),
            t,
            round: round.title.get(t.language()).to_owned(),
            to_sign: to_sign(t, actor, seen, form),
            to_propose: to_propose(t, seen, form),
            appeals: appeal::lines(visit, &seen.appeals),
            fields: fields(&ask, seen, form),
            sign_error: error("decision"),
            propose_error: error("application"),
            may_decide: actor.is(Role::Admin),
            quorum: least(&ask, seen.quorum, form),
            least: t.count("decision-quorum", seen.quorum),
            action: url::decisions(&round.slug),
            release: url::release(&round.slug),
        }
    }
}

fn fields(ask: &Fields, seen: &Seen, form: &ManyForm) -> Vec<Field> {
    let (terms, draft) = (&seen.terms, &form.draft);
    let choices = outcomes(ask, &draft.outcome);
    let mut fields = vec![ask.field("outcome", "decision-outcome", &draft.outcome, choices)];
    fields.extend(reason(ask, terms, &draft.reason));
    let optional = |field: Field| Field {
        optional: true,
        ..field
    };
    fields.push(optional(funding_type(ask, terms, &draft.funding_type)));
    let waiver = ["waiver", "decision-waiver", "decision-waiver-hint"];
    fields.push(optional(area(ask, waiver, &draft.waiver)));
    let rationale = ["rationale", "decision-rationale", "decision-rationale-hint"];
    fields.push(area(ask, rationale, &draft.rationale));
    let hint = "decision-deviation-many";
    fields.push(deviation(ask, hint, &form.deviation));
    if seen.quorum > 0 {
        let asked = (seen.panel.as_slice(), seen.quorum);
        fields.push(present(ask, asked, &draft.present));
    }
    let feedback = ["feedback", "decision-feedback", "decision-feedback-hint"];
    fields.push(optional(area(ask, feedback, &draft.feedback)));
    fields
}

fn least(ask: &Fields, quorum: usize, form: &ManyForm) -> Field {
    let number = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    let value = match form.least.as_str() {
        "" => quorum.to_string(),
        typed => typed.to_owned(),
    };
    ask.hinted("least", "quorum-least", "quorum-least-hint", &value, number)
}

fn row(t: Locale, entry: &Entry) -> Row {
    Row {
        value: entry.application.id.to_string(),
        href: url::decision(entry.application.id),
        reference: entry.application.reference.clone(),
        title: entry.application.title.clone(),
        organisation: entry.organisation.name(t.language()).to_owned(),
        state: String::new(),
        badge: None,
        amount: String::new(),
        ticked: false,
    }
}

fn waiting(ranking: &RoundRanking) -> impl Iterator<Item = &Entry> {
    let open = |entry: &&Entry| entry.application.status == Status::Deliberation;
    ranking.running().filter(open)
}

/// Whether no proposal is open for it.
fn undecided(entry: &&Entry) -> bool {
    let decision = entry.decision.as_deref();
    decision.is_none_or(|one| one.stage() == Stage::Released)
}

/// What others proposed, where the round asks for a second admin.
fn to_sign(t: Locale, actor: &Actor, seen: &Seen, form: &ManyForm) -> Vec<Row> {
    if !seen.ranking.round.sign_off {
        return Vec::new();
    }
    let shown = |entry: &Entry| {
        let decision = entry.decision.as_deref()?;
        let waits = decision.stage() == Stage::Proposed && decision.proposed_by != actor.id;
        let names = &seen.ranking.names;
        waits.then(|| Row {
            value: decision.id.to_string(),
            badge: Some(badge(t, decision)),
            amount: decision
                .amount
                .map(|money| t.money(money))
                .unwrap_or_default(),
            state: names
                .get(&decision.proposed_by)
                .cloned()
                .unwrap_or_default(),
            ticked: form.has(Ticked::Decisions, decision.id.as_str()),
            ..row(t, entry)
        })
    };
    waiting(&seen.ranking)
        .filter_map(shown)
        .take(MOST)
        .collect()
}

/// What nobody proposed anything for.
fn to_propose(t: Locale, seen: &Seen, form: &ManyForm) -> Vec<Row> {
    let order = Order::shown(&seen.ranking, &seen.lots);
    let side = |entry: &Entry| match order.side(entry.application.id) {
        Side::Above => Some(t.say("many-above")),
        Side::Below => Some(t.say("many-below")),
        Side::Neither => None,
    };
    let shown = |entry: &Entry| {
        let equal = seen.ranking.figures().sharing(entry);
        let currency = seen.ranking.round.currency;
        Row {
            state: rank_words(t, &entry.ranked, equal).map_or_else(String::new, |one| one.rank),
            badge: side(entry).map(|text| Badge {
                text,
                tone: Tone::Neutral,
            }),
            amount: words::requested(t, &entry.application, currency).unwrap_or_default(),
            ticked: form.has(Ticked::Applications, entry.application.id.as_str()),
            ..row(t, entry)
        }
    };
    waiting(&seen.ranking)
        .filter(undecided)
        .map(shown)
        .take(MOST)
        .collect()
}
