//! Planning an agreement and laying it before the organisation.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{award, desk, words};
use crate::actions::Refusal;
use crate::actions::award::{Case, case, offer as lay, plan};
use crate::domain::award::{
    PlanDraft, REPORTS_MOST, ReportKind, ReportText, TRANCHES_MOST, TrancheText,
};
use crate::domain::{AwardId, Language, Message, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::award::MayRun;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs, named_summary};
use crate::web::ops::NoFields;
use crate::web::ui::{Choice, Control, Field, Link};

/// Rows of one kind under a heading.
struct Rows {
    heading: String,
    hint: String,
    rows: Vec<(String, Vec<Field>)>,
}

#[derive(Template)]
#[template(path = "award/plan.html")]
struct PlanPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    lead: String,
    action: String,
    fields: Vec<Field>,
    groups: Vec<Rows>,
    cancel: Link,
}

async fn load(visit: &Admin, id: AwardId) -> Result<Case, Fault> {
    let reach = Reach::staff(visit.actor());
    let found = visit.read(move |reader| case(reader, reach, id)).await?;
    let found = found.ok_or(Fault::NotFound)?;
    MayRun::plan(visit.actor(), found.about())?;
    Ok(found)
}

/// What is kept as it is typed, with empty rows to add to.
fn draft_of(case: &Case) -> PlanDraft {
    let iso = |day: Option<crate::domain::moment::Day>| day.map(|d| d.iso()).unwrap_or_default();
    let mut draft = PlanDraft {
        tongue: case.award.tongue.code().to_owned(),
        starts: iso(case.award.starts_on),
        ends: iso(case.award.ends_on),
        ..PlanDraft::default()
    };
    for one in &case.tranches {
        draft.tranches.push(TrancheText {
            amount: case.award.money(one.minor).decimal(),
            due: one.due.iso(),
            after: one.after_report.map(|n| n.to_string()).unwrap_or_default(),
        });
    }
    if draft.tranches.is_empty() {
        draft.tranches.push(TrancheText {
            amount: case.award.amount().decimal(),
            ..TrancheText::default()
        });
    }
    for one in &case.reports {
        draft.reports.push(ReportText {
            kind: one.kind.code().to_owned(),
            due: one.due_on.iso(),
        });
    }
    draft
}

/// `tranche.N.amount`, `tranche.N.due`, `tranche.N.after`, `report.N.kind`, `report.N.due`
/// and what stands once; other names are ignored.
fn read(pairs: &Pairs) -> PlanDraft {
    let mut draft = PlanDraft {
        tranches: vec![TrancheText::default(); TRANCHES_MOST],
        reports: vec![ReportText::default(); REPORTS_MOST],
        ..PlanDraft::default()
    };
    for (name, value) in pairs {
        let mut parts = name.split('.');
        let first = parts.next().unwrap_or_default();
        let row = parts.next().and_then(|row| row.parse::<usize>().ok());
        let part = parts.next().unwrap_or_default();
        let place = match (first, row, part) {
            ("tongue", None, _) => Some(&mut draft.tongue),
            ("starts", None, _) => Some(&mut draft.starts),
            ("ends", None, _) => Some(&mut draft.ends),
            ("tranche", Some(row), part) => {
                draft.tranches.get_mut(row).and_then(|row| match part {
                    "amount" => Some(&mut row.amount),
                    "due" => Some(&mut row.due),
                    "after" => Some(&mut row.after),
                    _ => None,
                })
            }
            ("report", Some(row), part) => draft.reports.get_mut(row).and_then(|row| match part {
                "kind" => Some(&mut row.kind),
                "due" => Some(&mut row.due),
                _ => None,
            }),
            _ => None,
        };
        if let Some(place) = place {
            place.clone_from(value);
        }
    }
    draft
}

fn page(visit: &Admin, case: &Case, draft: &PlanDraft, problems: &Problems) -> PlanPage {
    let (t, back) = (visit.t, desk(case.award.id));
    let ask = Fields { t, problems };
    let tongue = |language: Language| Choice {
        value: language.code().to_owned(),
        label: language.own_name().to_owned(),
        hint: None,
        chosen: draft.tongue == language.code(),
    };
    let tongues = Control::Radios(Language::ALL.map(tongue).into());
    let (key, hint) = ("award-starts", "filing-day-hint");
    let fields = vec![
        ask.field("tongue", "award-tongue", "", tongues),
        ask.hinted("starts", key, hint, &draft.starts, words::day()),
        ask.field("ends", "award-ends", &draft.ends, words::day()),
    ];
    let groups = vec![tranches(&ask, case, draft), reports(&ask, draft)];
    let rows = named(t, &groups);
    let mut chrome = Chrome::new(visit, &t.say("award-plan"))
        .back(Link::new(&back, t.say("award-title")))
        .problems(t, problems);
    chrome.problems = named_summary(t, problems, fields.iter().chain(&rows));
    PlanPage {
        chrome,
        t,
        organisation: case.owner.name(t.language()).to_owned(),
        lead: t.with("award-plan-lead", "amount", t.money(case.award.amount())),
        action: format!("{back}/plan"),
        fields,
        groups,
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

/// The fields of all rows, each called by its row too: rows want the same.
fn named(t: Locale, groups: &[Rows]) -> Vec<Field> {
    let rows = groups.iter().flat_map(|group| &group.rows);
    let called = |(title, fields): &(String, Vec<Field>)| {
        let call = |field: &Field| Field {
            label: {
                let words = Message::new("award-plan-cell")
                    .with("row", title.as_str())
                    .with("field", field.label.as_str());
                t.tell(&words)
            },
            ..field.clone()
        };
        fields.iter().map(call).collect::<Vec<_>>()
    };
    rows.flat_map(called).collect()
}

fn tranches(ask: &Fields, case: &Case, draft: &PlanDraft) -> Rows {
    let currency = case.award.amount().currency;
    let row = |n: usize| {
        let text = draft.tranches.get(n).cloned().unwrap_or_default();
        let name = |part: &str| format!("tranche.{n}.{part}");
        let amount = Control::Amount(currency.code().to_owned());
        let fields = vec![
            ask.field(&name("amount"), "award-amount", &text.amount, amount),
            ask.field(&name("due"), "award-due", &text.due, words::day()),
            ask.field(&name("after"), "award-after", &text.after, words::day()),
        ];
        (ask.t.with("award-tranche", "n", n + 1), fields)
    };
    Rows {
        heading: ask.t.say("award-tranches"),
        hint: ask.t.say("award-tranches-hint"),
        rows: (0..shown(draft.tranches.len(), TRANCHES_MOST))
            .map(row)
            .collect(),
    }
}

fn reports(ask: &Fields, draft: &PlanDraft) -> Rows {
    let t = ask.t;
    let row = |n: usize| {
        let text = draft.reports.get(n).cloned().unwrap_or_default();
        let option = |kind: ReportKind| Choice {
            value: kind.code().to_owned(),
            label: t.say(words::report_key(kind)),
            hint: None,
            chosen: text.kind == kind.code(),
        };
        let kinds = Control::Select(ReportKind::ALL.map(option).into());
        let name = |part: &str| format!("report.{n}.{part}");
        let fields = vec![
            ask.field(&name("kind"), "award-report-kind", "", kinds),
            ask.field(&name("due"), "award-due", &text.due, words::day()),
        ];
        (t.with("award-report", "n", n + 1), fields)
    };
    Rows {
        heading: t.say("award-reports"),
        hint: t.say("award-reports-hint"),
        rows: (0..shown(draft.reports.len(), REPORTS_MOST))
            .map(row)
            .collect(),
    }
}

/// Rows on the page: two more than are filled, at least four.
fn shown(filled: usize, most: usize) -> usize {
    (filled + 2).clamp(4, most)
}

/// The plan.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let case = load(&visit, award(&id)?).await?;
    visit.page(&page(&visit, &case, &draft_of(&case), &Problems::default()))
}

/// Keeps it.
pub async fn save(
    visit: Admin,
    id: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let id = award(&id)?;
    let (actor, draft) = (visit.actor().clone(), read(&pairs));
    let typed = draft.clone();
    let write = move |tx: &mut Tx| plan(tx, &actor, id, &typed);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&desk(id), "notice-award-planned")),
        Err(Refusal::Invalid(problems)) => {
            let case = load(&visit, id).await?;
            visit.refused(&page(&visit, &case, &draft, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

/// Lays the agreement before the organisation.
pub async fn offer(
    visit: Admin,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = award(&id)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    visit
        .act_or_fault(move |tx| lay(tx, &actor, id, &site))
        .await?;
    Ok(visit.see_with(&desk(id), "notice-award-offered"))
}
