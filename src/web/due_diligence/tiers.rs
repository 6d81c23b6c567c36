//! What a programme asks for by amount, and changing it.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{tiers_place, words};
use crate::actions::Refusal;
use crate::actions::due_diligence::{currency_of, set_tiers};
use crate::domain::account::Role;
use crate::domain::due_diligence::{Step, TIERS_MOST, Tier, TierDraft};
use crate::domain::programme::Programme;
use crate::domain::{Currency, Problems};
use crate::i18n::Locale;
use crate::store::{Reader, Tx, due_diligence, programme};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ui::{Choice, Control, Field, Link, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// In which currency; that of the programme's latest round where none is said.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct In {
    currency: String,
}

/// A tier in words, and to be changed.
struct Shown {
    title: String,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "due_diligence/tiers.html")]
struct TiersPage {
    chrome: Chrome,
    t: Locale,
    programme: String,
    currency: String,
    /// What is asked for now: the amount, and each demand.
    now: Vec<(String, Vec<String>)>,
    action: String,
    /// Empty for who only reads.
    rows: Vec<Shown>,
}

async fn load(
    visit: &Visit,
    slug: &str,
    currency: &str,
) -> Result<(Programme, Currency, Vec<Tier>), Fault> {
    let (slug, chosen) = (slug.to_owned(), Currency::parse(currency).ok());
    let find = move |reader: &mut Reader| {
        let Some(programme) = programme::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        let currency = match chosen {
            Some(currency) => currency,
            None => currency_of(reader, programme.id)?,
        };
        let tiers = due_diligence::tiers(reader, programme.id, currency)?;
        Ok(Some((programme, currency, tiers)))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn page(
    visit: &Visit,
    (programme, currency, tiers): &(Programme, Currency, Vec<Tier>),
    drafts: Option<&[TierDraft]>,
    problems: &Problems,
) -> TiersPage {
    let (t, ask) = (
        visit.t,
        Fields {
            t: visit.t,
            problems,
        },
    );
    let now = |(at, tier): (usize, &Tier)| (words::range(t, tiers, at, *currency), asked(t, tier));
    let rows = drafts.unwrap_or_default().iter().enumerate();
    TiersPage {
        chrome: Chrome::new(visit, &t.say("tiers-title"))
            .wide()
            .back(Link::new(url::ADMIN_PROGRAMMES, t.say("programme-title")))
            .problems(t, problems),
        t,
        programme: programme.name.get(t.language()).to_owned(),
        currency: currency.code().to_owned(),
        now: tiers.iter().enumerate().map(now).collect(),
        action: tiers_place(&programme.slug),
        rows: rows
            .map(|(row, draft)| shown(&ask, (row, *currency), draft))
            .collect(),
    }
}

fn asked(t: Locale, tier: &Tier) -> Vec<String> {
    let mut asked = Vec::new();
    if tier.papers {
        asked.push(t.say("diligence-papers"));
    }
    asked.extend(tier.steps.iter().map(|step| t.say(words::step_key(*step))));
    if tier.referees > 0 {
        asked.push(t.count("diligence-referees", tier.referees.into()));
    }
    if tier.second {
        asked.push(t.say("tier-second"));
    }
    asked
}

fn shown(ask: &Fields, (row, currency): (usize, Currency), draft: &TierDraft) -> Shown {
    let t = ask.t;
    let name = |part: &str| format!("tier.{row}.{part}");
    let option = |code: &str, key: &str| Choice {
        value: code.to_owned(),
        label: t.say(key),
        hint: None,
        chosen: draft.asks.iter().any(|own| own == code),
    };
    let mut asks = vec![option("papers", "diligence-papers")];
    asks.extend(Step::ALL.map(|step| option(step.code(), words::step_key(step))));
    asks.push(option("second", "tier-second"));
    let upper = Control::Amount(currency.code().to_owned());
    let number = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    Shown {
        title: t.with("tier-row", "n", row + 1),
        fields: vec![
            ask.hinted(
                &name("upper"),
                "tier-upper",
                "tier-upper-hint",
                &draft.upper,
                upper,
            ),
            ask.field(&name("asks"), "tier-asks", "", Control::Checkboxes(asks)),
            ask.field(&name("referees"), "tier-referees", &draft.referees, number),
        ],
    }
}

/// The drafts of what is kept, with empty rows to add to.
fn drafts_of(tiers: &[Tier], currency: Currency) -> Vec<TierDraft> {
    let mut drafts: Vec<TierDraft> = tiers
        .iter()
        .map(|tier| TierDraft::of(tier, currency))
        .collect();
    drafts.resize_with(TIERS_MOST, TierDraft::default);
    drafts
}

/// `tier.N.upper`, `tier.N.asks` and `tier.N.referees`; other names are ignored.
fn read(pairs: &Pairs) -> Vec<TierDraft> {
    let mut drafts = vec![TierDraft::default(); TIERS_MOST];
    for (name, value) in pairs {
        let mut parts = name.split('.');
        let row = match (parts.next(), parts.next().map(str::parse::<usize>)) {
            (Some("tier"), Some(Ok(row))) => drafts.get_mut(row),
            _ => None,
        };
        match (row, parts.next()) {
            (Some(row), Some("upper")) => row.upper.clone_from(value),
            (Some(row), Some("asks")) => row.asks.push(value.clone()),
            (Some(row), Some("referees")) => row.referees.clone_from(value),
            _ => (),
        }
    }
    drafts
}

/// What a programme asks for.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    chosen: Query<In>,
) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &slug, &chosen.currency).await?;
    let drafts = drafts_of(&loaded.2, loaded.1);
    let drafts = visit.actor().is(Role::Admin).then_some(&drafts[..]);
    visit.page(&page(&visit, &loaded, drafts, &Problems::default()))
}

/// Keeps it.
pub async fn set(
    visit: Admin,
    slug: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let chosen = pairs.iter().find(|(name, _)| name == "currency");
    let chosen = chosen.map_or("", |(_, value)| value.as_str());
    let loaded = load(&visit, &slug, chosen).await?;
    let (actor, drafts) = (visit.actor().clone(), read(&pairs));
    let (slug, currency, typed) = (loaded.0.slug.clone(), loaded.1, drafts.clone());
    let write = move |tx: &mut Tx| set_tiers(tx, &actor, (&slug, currency), &typed);
    match visit.act(write).await? {
        Ok(()) => {
            let place = tiers_place(&loaded.0.slug);
            let place = format!("{place}?currency={}", currency.code());
            Ok(visit.see_with(&place, "notice-tiers-set"))
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &loaded, Some(&drafts), &problems))
        }
        Err(other) => Err(other.into()),
    }
}
