//! Where a round is assigned: by a proposal, by a file, by hand.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::actions::allocate::{self, Wishes};
use crate::domain::account::Role;
use crate::domain::allocation::{First, Preferences};
use crate::domain::numerals::parse_whole;
use crate::domain::reviewer::bound;
use crate::domain::round::Round;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::Tx;
use crate::store::{phase, plan};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link, Width};
use crate::web::visit::Visit;
use crate::web::{round, url};

/// Most reviews that one application can be given.
const NUMBER_MOST: i64 = 9;

/// The wishes as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WishesForm {
    number: String,
    cap: String,
    first: String,
    prefer: Vec<String>,
}

impl WishesForm {
    /// As many reviews as the phase in force asks for.
    fn fresh(needed: u8) -> Self {
        Self {
            number: needed.to_string(),
            cap: String::new(),
            first: "even".to_owned(),
            prefer: ["language", "place", "expertise"]
                .map(str::to_owned)
                .to_vec(),
        }
    }

    fn check(&self) -> Result<Wishes, Problems> {
        let mut problems = Problems::default();
        let number = parse_whole(&self.number).filter(|n| (1..=NUMBER_MOST).contains(n));
        let number = number
            .and_then(|n| u32::try_from(n).ok())
            .ok_or_else(|| Message::new("error-review-bound").with("most", NUMBER_MOST));
        let number = problems.take("number", number);
        let cap = problems.take("cap", bound(&self.cap));
        let wants = |code: &str| self.prefer.iter().any(|one| one == code);
        let (Some(number), Some(cap)) = (number, cap) else {
            return Err(problems);
        };
        Ok(Wishes {
            number,
            cap,
            first: if self.first == "fit" {
                First::Fit
            } else {
                First::Even
            },
            prefer: Preferences {
                language: wants("language"),
                only_readers: wants("only_readers"),
                place: wants("place"),
                expertise: wants("expertise"),
            },
        })
    }
}

#[derive(Template)]
#[template(path = "assignment/propose.html")]
struct ProposePage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    /// Nothing for those who only look.
    fields: Vec<Field>,
    /// The plan that waits to be applied.
    waiting: Option<Link>,
    others: Vec<Link>,
}

fn fields(ask: &Fields, form: &WishesForm) -> Vec<Field> {
    let number = || Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    let (title, hint) = ("allocation-number", "allocation-number-hint");
    let wanted = ask.hinted("number", title, hint, &form.number, number());
    let (title, hint) = ("allocation-cap", "allocation-cap-hint");
    let cap = ask.hinted("cap", title, hint, &form.cap, number());
    vec![
        wanted,
        Field {
            optional: true,
            ..cap
        },
        ask.field("first", "allocation-first", &form.first, first(ask.t, form)),
        ask.field("prefer", "allocation-prefer", "", prefer(ask.t, form)),
    ]
}

fn choice(code: &str, label: String, chosen: bool) -> Choice {
    Choice {
        value: code.to_owned(),
        label,
        hint: None,
        chosen,
    }
}

fn first(t: Locale, form: &WishesForm) -> Control {
    let fit = form.first == "fit";
    Control::Radios(vec![
        choice("even", t.say("allocation-first-even"), !fit),
        choice("fit", t.say("allocation-first-fit"), fit),
    ])
}

fn prefer(t: Locale, form: &WishesForm) -> Control {
    let one = |code: &str, label: String| {
        let chosen = form.prefer.iter().any(|one| one == code);
        choice(code, label, chosen)
    };
    Control::Checkboxes(vec![
        one("language", t.say("allocation-prefer-language")),
        one("only_readers", t.say("allocation-only-readers")),
        one("place", t.say("allocation-prefer-place")),
        one("expertise", t.say("allocation-prefer-expertise")),
    ])
}

async fn page(
    visit: &Visit,
    (actor, round): (&Actor, &Round),
    form: &WishesForm,
    problems: &Problems,
) -> Result<ProposePage, Fault> {
    let (t, id, me) = (visit.t, round.id, actor.id);
    let kept = visit.read(move |reader| plan::find(reader, id, me)).await?;
    let kept = kept.filter(|kept| kept.applied_at.is_none());
    let part =
        |part: &str, key: &str| Link::new(url::admin_round_part(&round.slug, part), t.say(key));
    let may = actor.is(Role::Admin);
    let mut others = vec![part("assignments", "assignment-bulk-title")];
    if may {
        others.push(part("assignment/file", "allocation-file-title"));
        others.push(part("assignment/ending", "allocation-end-title"));
    }
    let ask = Fields { t, problems };
    let title = round.title.get(t.language());
    Ok(ProposePage {
        chrome: Chrome::new(visit, &t.say("allocation-title"))
            .back(Link::new(url::admin_round(&round.slug), title))
            .problems(t, problems),
        t,
        over: title.to_owned(),
        action: url::admin_round_part(&round.slug, "assignment"),
        fields: if may { fields(&ask, form) } else { Vec::new() },
        waiting: kept.map(|kept| {
            let when = t.when(kept.made_at, visit.zone());
            let words = t.with("allocation-waiting", "when", when);
            Link::new(url::admin_round_part(&round.slug, "assignment/plan"), words)
        }),
        others,
    })
}

/// The ways to assign, with the wishes for a proposal.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let (id, now) = (round.id, visit.now());
    let phase = visit
        .read(move |reader| phase::in_force(reader, id, now))
        .await?;
    let (about, form) = ((visit.actor(), &round), WishesForm::fresh(phase.needed));
    visit.page(&page(&visit, about, &form, &Problems::default()).await?)
}

/// Makes a proposal and leads to it.
pub async fn propose(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<WishesForm>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let wishes = match form.check() {
        Ok(wishes) => wishes,
        Err(problems) => {
            let about = (visit.actor(), &round);
            return visit.refused(&page(&visit, about, &form, &problems).await?);
        }
    };
    let (actor, id) = (visit.actor().clone(), round.id);
    let propose = move |reader: &mut _| allocate::propose(reader, &actor, id, wishes);
    let proposal = visit.read(propose).await?;
    let actor = visit.actor().clone();
    let keep = move |tx: &mut Tx| allocate::keep(tx, &actor, id, &proposal);
    visit.act_or_fault(keep).await?;
    Ok(visit.see(&url::admin_round_part(&round.slug, "assignment/plan")))
}
