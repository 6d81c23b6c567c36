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
use crate::store::plan;
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link, Width};
use crate::web::visit::Visit;
use crate::web::{round, url};

/// Reviews that an application needs where nobody said another number.
const NUMBER: u32 = 2;
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
    fn fresh() -> Self {
        Self {
            number: NUMBER.to_string(),
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
    let number = |width| Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width,
    };
    let choice = |code: &str, key: &str, chosen: bool| Choice {
        value: code.to_owned(),
        label: ask.t.say(key),
        hint: None,
        chosen,
    };
    let wants = |code: &str| form.prefer.iter().any(|one| one == code);
    let first = vec![
        choice("even", "allocation-first-even", form.first != "fit"),
        choice("fit", "allocation-first-fit", form.first == "fit"),
    ];
    let prefer = vec![
        choice("language", "allocation-prefer-language", wants("language")),
        choice(
            "only_readers",
            "allocation-only-readers",
            wants("only_readers"),
        ),
        choice("place", "allocation-prefer-place", wants("place")),
        choice(
            "expertise",
            "allocation-prefer-expertise",
            wants("expertise"),
        ),
    ];
    let (cap, short) = (form.cap.as_str(), Width::Short);
    vec![
        ask.hinted(
            "number",
            "allocation-number",
            "allocation-number-hint",
            &form.number,
            number(short),
        ),
        Field {
            optional: true,
            ..ask.hinted(
                "cap",
                "allocation-cap",
                "allocation-cap-hint",
                cap,
                number(short),
            )
        },
        ask.field(
            "first",
            "allocation-first",
            &form.first,
            Control::Radios(first),
        ),
        ask.field(
            "prefer",
            "allocation-prefer",
            "",
            Control::Checkboxes(prefer),
        ),
    ]
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
    let (about, form) = ((visit.actor(), &round), WishesForm::fresh());
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
