//! Which lists count for which funding jurisdiction of a programme: what holds, what was
//! before, and a further line.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{money, place, words};
use crate::actions::{Refusal, list_screening as actions};
use crate::domain::account::Role;
use crate::domain::list_screening::{Jurisdiction, Rule, RuleText, THRESHOLD_LEAST, latest_rules};
use crate::domain::moment::Day;
use crate::domain::programme::Programme;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::list_screening::{self, RuleRow};
use crate::store::{Reader, StoreError, programme};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Badge, Choice, Control, Field, Link, Moment, Tone, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// A line of the setting.
pub struct ShownRule {
    pub jurisdiction: String,
    pub list: String,
    pub counts: Badge,
    pub threshold: String,
    pub note: String,
    /// The day of the version in force, or that there is none.
    pub version: String,
}

/// The lines that hold, with the versions in force. Money from none of the sources makes
/// no line count; no sources are all of them.
pub fn shown_rules(
    t: Locale,
    rules: &[Rule],
    (sources, versions): (&BTreeSet<Jurisdiction>, &BTreeMap<String, Day>),
) -> Vec<ShownRule> {
    let shown = |rule: &Rule| {
        let ours = sources.is_empty() || sources.contains(&rule.jurisdiction);
        let (key, tone) = match (rule.counts, ours) {
            (true, true) => ("setting-does-count", Tone::Good),
            (true, false) => ("setting-not-ours", Tone::Neutral),
            (false, _) => ("setting-does-not-count", Tone::Neutral),
        };
        ShownRule {
            jurisdiction: words::jurisdiction(t, rule.jurisdiction),
            list: rule.list.clone(),
            counts: Badge {
                text: t.say(key),
                tone,
            },
            threshold: words::threshold(t, rule.threshold),
            note: rule.note.clone(),
            version: match versions.get(&rule.list) {
                Some(day) => t.day(*day),
                None if rule.counts => t.say("setting-not-loaded"),
                None => String::new(),
            },
        }
    };
    rules.iter().map(shown).collect()
}

/// The days of the versions in force.
pub fn days(reader: &mut Reader) -> Result<BTreeMap<String, Day>, StoreError> {
    let versions = list_screening::in_force(reader)?.into_iter();
    Ok(versions.map(|row| (row.list, row.version.dated)).collect())
}

/// A line as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RuleForm {
    jurisdiction: String,
    list: String,
    counts: String,
    threshold: String,
    note: String,
}

#[derive(Template)]
#[template(path = "list_screening/setting.html")]
struct SettingPage {
    chrome: Chrome,
    t: Locale,
    programme: String,
    rules: Vec<ShownRule>,
    history: Vec<Moment>,
    action: String,
    /// Of a further line; none for those who may not add one.
    fields: Vec<Field>,
    loaded: Vec<String>,
    /// Where the money comes from, and where that is posted.
    money: Option<Field>,
    money_action: String,
}

struct Loaded {
    sources: BTreeSet<Jurisdiction>,
    programme: Programme,
    history: Vec<RuleRow>,
    days: BTreeMap<String, Day>,
}

async fn load(visit: &Visit, slug: &str) -> Result<Loaded, Fault> {
    let slug = slug.to_owned();
    let load = move |reader: &mut Reader| {
        let Some(programme) = programme::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        Ok(Some(Loaded {
            history: list_screening::history(reader, programme.id)?,
            days: days(reader)?,
            sources: list_screening::sources(reader, programme.id)?,
            programme,
        }))
    };
    visit.read(load).await?.ok_or(Fault::NotFound)
}

/// The setting of a programme.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &slug).await?;
    let typed = RuleText {
        counts: "yes".to_owned(),
        threshold: THRESHOLD_LEAST.to_string(),
        ..RuleText::default()
    };
    let fresh = (&typed, &Problems::default());
    visit.page(&page(&visit, visit.actor(), &loaded, fresh))
}

/// Adds a line.
pub async fn set(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<RuleForm>,
) -> Result<HttpResponse, Fault> {
    let typed = RuleText {
        jurisdiction: form.jurisdiction,
        list: form.list,
        counts: form.counts,
        threshold: form.threshold,
        note: form.note,
    };
    let (actor, name, text) = (visit.actor().clone(), slug.clone(), typed.clone());
    let act = visit.act(move |tx| actions::set_rule(tx, &actor, &name, &text));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&place::of_programme(&slug), "notice-list-rule-set")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, &slug).await?;
            let typed = (&typed, &problems);
            visit.refused(&page(&visit, visit.actor(), &loaded, typed))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(
    visit: &Visit,
    actor: &Actor,
    loaded: &Loaded,
    (typed, problems): (&RuleText, &Problems),
) -> SettingPage {
    let t = visit.t;
    let rules = loaded.history.iter().rev().map(|row| row.rule.clone());
    let rules = latest_rules(rules.collect());
    let name = loaded.programme.name.get(t.language()).to_owned();
    SettingPage {
        chrome: Chrome::new(visit, &t.say("setting-title"))
            .wide()
            .back(Link::new(url::ADMIN_PROGRAMMES, t.say("programme-title")))
            .problems(t, problems),
        t,
        programme: name,
        rules: shown_rules(t, &rules, (&loaded.sources, &loaded.days)),
        history: loaded.history.iter().map(|row| past(visit, row)).collect(),
        action: place::of_programme(&loaded.programme.slug),
        fields: match actor.is(Role::Admin) {
            true => fields(&Fields { t, problems }, typed),
            false => Vec::new(),
        },
        loaded: loaded.days.keys().cloned().collect(),
        money: (actor.is(Role::Admin))
            .then(|| money::field(&Fields { t, problems }, &loaded.sources)),
        money_action: place::money(&loaded.programme.slug),
    }
}

fn past(visit: &Visit, row: &RuleRow) -> Moment {
    let (t, rule) = (visit.t, &row.rule);
    let key = if rule.counts {
        "setting-past-counts"
    } else {
        "setting-past-not"
    };
    let words = Message::new(key)
        .with("list", rule.list.as_str())
        .with("jurisdiction", words::jurisdiction(t, rule.jurisdiction))
        .with("threshold", words::threshold(t, rule.threshold));
    Moment {
        title: t.tell(&words),
        when: t.when(rule.set_at, visit.zone()),
        machine: rule.set_at.rfc3339(),
        text: Some(format!("{}\n{}", row.set_by, rule.note)),
        done: true,
    }
}

fn fields(ask: &Fields, typed: &RuleText) -> Vec<Field> {
    let t = ask.t;
    let choice = |value: &str, label: String, chosen: &str| Choice {
        value: value.to_owned(),
        label,
        hint: None,
        chosen: value == chosen,
    };
    let places = Jurisdiction::ALL
        .map(|one| choice(one.code(), words::jurisdiction(t, one), &typed.jurisdiction));
    let counts = [
        ("yes", "setting-does-count"),
        ("no", "setting-does-not-count"),
    ];
    let counts = counts.map(|(value, key)| choice(value, t.say(key), &typed.counts));
    let threshold = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    let note = Control::Area(3);
    vec![
        ask.field(
            "jurisdiction",
            "setting-jurisdiction",
            "",
            Control::Select(places.into()),
        ),
        ask.hinted(
            "list",
            "lists-list",
            "setting-list-hint",
            &typed.list,
            Control::Code("lists"),
        ),
        ask.field(
            "counts",
            "setting-counts",
            "",
            Control::Radios(counts.into()),
        ),
        ask.hinted(
            "threshold",
            "setting-threshold",
            "setting-threshold-hint",
            &typed.threshold,
            threshold,
        ),
        ask.hinted(
            "note",
            "setting-note",
            "setting-note-hint",
            &typed.note,
            note,
        ),
    ]
}
