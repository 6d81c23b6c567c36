//! In which currencies a round takes requests, and at which rates: what is in
//! force, what was before, and adding a rate.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::admin::load;
use crate::actions::{Refusal, rates};
use crate::domain::account::Role;
use crate::domain::rate::RateText;
use crate::domain::round::{Round, RoundState};
use crate::domain::{Currency, Problems};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::Tx;
use crate::store::rate::{self, RateRow};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link, Pager, Width};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// Rows of the history on one page.
const PAGE: usize = 50;

/// A rate as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RateForm {
    currency: String,
    rate: String,
    day: String,
    source: String,
}

/// How many rows of the history come before.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    after: usize,
}

/// A currency that is taken.
struct ShownCurrency {
    code: String,
    rate: String,
    day: String,
    source: String,
    /// Where it is ended, for those who may.
    end: Option<String>,
}

/// A row of the history.
struct ShownRate {
    added: String,
    by: String,
    code: String,
    /// Or words for an end.
    rate: String,
    day: String,
    source: String,
}

#[derive(Template)]
#[template(path = "round/rates.html")]
struct RatesPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    reference: String,
    taken: Vec<ShownCurrency>,
    history: Vec<ShownRate>,
    pager: Pager,
    action: String,
    /// Of a new rate; none for those who may not add one, and in a closed round.
    fields: Vec<Field>,
    codes: Vec<String>,
}

/// What a page is made of.
struct Shown<'a> {
    round: &'a Round,
    history: &'a [RateRow],
    typed: &'a RateText,
    problems: &'a Problems,
    after: usize,
}

async fn read(visit: &Visit, slug: &str) -> Result<(Round, Vec<RateRow>), Fault> {
    let round = load(visit, slug).await?;
    let id = round.id;
    let history = visit.read(move |reader| rate::history(reader, id)).await?;
    Ok((round, history))
}

/// The currencies of a round with the history of their rates.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    from: Query<After>,
) -> Result<HttpResponse, Fault> {
    let (round, history) = read(&visit, &slug).await?;
    let typed = RateText {
        day: visit.now().day(&round.time_zone).iso(),
        ..RateText::default()
    };
    let shown = Shown {
        round: &round,
        history: &history,
        typed: &typed,
        problems: &Problems::default(),
        after: from.after,
    };
    visit.page(&page(&visit, visit.actor(), &shown))
}

/// Adds a rate.
pub async fn add(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<RateForm>,
) -> Result<HttpResponse, Fault> {
    let typed = RateText {
        currency: form.currency,
        rate: form.rate,
        day: form.day,
        source: form.source,
    };
    let (actor, name, text) = (visit.actor().clone(), slug.clone(), typed.clone());
    let add = move |tx: &mut Tx| rates::add_rate(tx, &actor, &name, &text);
    match visit.act(add).await? {
        Ok(()) => Ok(visit.see_with(&url::round_currencies(&slug), "notice-rate-added")),
        Err(Refusal::Invalid(problems)) => {
            let (round, history) = read(&visit, &slug).await?;
            let shown = Shown {
                round: &round,
                history: &history,
                typed: &typed,
                problems: &problems,
                after: 0,
            };
            visit.refused(&page(&visit, visit.actor(), &shown))
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes no more requests in a currency.
pub async fn end(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (actor, (slug, code)) = (visit.actor().clone(), path.into_inner());
    let place = url::round_currencies(&slug);
    let end = move |tx: &mut Tx| rates::end_currency(tx, &actor, &slug, &code);
    visit.act_or_fault(end).await?;
    Ok(visit.see_with(&place, "notice-currency-ended"))
}

fn page(visit: &Visit, actor: &Actor, shown: &Shown) -> RatesPage {
    let (t, round) = (visit.t, shown.round);
    let title = round.title.get(t.language()).to_owned();
    let may = actor.is(Role::Admin) && round.state != RoundState::Closed;
    let problems = shown.problems;
    let past = shown.history.iter().skip(shown.after).take(PAGE);
    RatesPage {
        chrome: Chrome::new(visit, &t.say("rates-title"))
            .wide()
            .back(Link::new(url::admin_round(&round.slug), title.clone()))
            .problems(t, problems),
        t,
        over: title,
        reference: round.currency.code().to_owned(),
        taken: taken(t, shown, may),
        history: past.map(|row| past_rate(visit, row)).collect(),
        pager: pager(shown),
        action: url::round_currencies(&round.slug),
        fields: if may {
            fields(&Fields { t, problems }, round, shown.typed)
        } else {
            Vec::new()
        },
        codes: Currency::all().map(|c| c.code().to_owned()).collect(),
    }
}

fn taken(t: Locale, shown: &Shown, may: bool) -> Vec<ShownCurrency> {
    let round = shown.round;
    let taken = rate::in_force(round.currency, shown.history);
    let one = taken.rates.into_iter().map(|dated| ShownCurrency {
        code: dated.currency.code().to_owned(),
        rate: words::equation(t, round.currency, (dated.currency, dated.rate)),
        day: t.day(dated.day),
        source: dated.source,
        end: may.then(|| url::round_currency_end(&round.slug, dated.currency.code())),
    });
    one.collect()
}

fn past_rate(visit: &Visit, row: &RateRow) -> ShownRate {
    let t = visit.t;
    ShownRate {
        added: t.when(row.added_at, visit.zone()),
        by: row.added_by.clone(),
        code: row.currency.code().to_owned(),
        rate: row.rate.map_or_else(
            || t.say("rates-ended"),
            |rate| words::equation(t, row.reference, (row.currency, rate)),
        ),
        day: t.day(row.day),
        source: row.source.clone(),
    }
}

fn pager(shown: &Shown) -> Pager {
    let (after, place) = (shown.after, url::round_currencies(&shown.round.slug));
    let at = |after: usize| format!("{place}?after={after}");
    Pager {
        earlier: (after > 0).then(|| at(after.saturating_sub(PAGE))),
        later: (after.saturating_add(PAGE) < shown.history.len()).then(|| at(after + PAGE)),
    }
}

fn fields(ask: &Fields, round: &Round, typed: &RateText) -> Vec<Field> {
    let latin = |inputmode| Control::Latin {
        kind: "text",
        inputmode,
        width: Width::Short,
    };
    let currency = Control::Code("currencies");
    let example = |key: &str| ask.t.with(key, "reference", round.currency.code());
    let rate = ask.field("rate", "rates-rate", &typed.rate, latin("decimal"));
    vec![
        ask.hinted(
            "currency",
            "field-currency",
            "rates-currency-hint",
            &typed.currency,
            currency,
        ),
        Field {
            hint: Some(example("rates-rate-hint")),
            ..rate
        },
        ask.hinted("day", "rates-day", "rates-day-hint", &typed.day, latin("")),
        ask.hinted(
            "source",
            "rate-source",
            "rates-source-hint",
            &typed.source,
            Control::Line(Width::Medium),
        ),
    ]
}
