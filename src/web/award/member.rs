//! An award as its organisation sees it: what is due, the agreement, the money, the
//! account, reports and changes.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::story::story;
use super::terms::Terms;
use super::{award, own, words};
use crate::actions::application::standing;
use crate::actions::award::{Case, case, print};
use crate::domain::award::AwardState;
use crate::domain::{AwardId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::award::MayActOnAward;
use crate::policy::member::Standing;
use crate::store::Reader;
use crate::store::award::{AmendmentRow, ReportRow};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Moment, Task, Tone};
use crate::web::url;

struct Amendment {
    title: String,
    words: String,
    /// Where it is agreed to; empty where it is or needs not be.
    action: String,
    state: Badge,
}

#[derive(Template)]
#[template(path = "award/member.html")]
struct MemberPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    title: String,
    state: Badge,
    lead: String,
    tasks: Vec<Task>,
    /// The terms, once they are laid before the organisation.
    terms: Option<Terms>,
    /// What of each tranche went back to the budget, in words; empty where nothing did.
    given_back: Vec<String>,
    /// Language of the terms and its direction.
    written_in: (&'static str, &'static str),
    pdf: String,
    /// Where the agreement is accepted; empty where it can't be.
    acceptance: String,
    /// Where the signed paper is sent.
    paper: String,
    paper_error: Option<String>,
    /// The account as it is known; empty before.
    bank: Vec<(String, String)>,
    amendments: Vec<Amendment>,
    story: Vec<Moment>,
}

/// An award with the standing of who asks.
pub struct Loaded {
    pub case: Case,
    pub standing: Standing,
}

/// Reads an award of one's own organisation.
pub async fn load(visit: &Applicant, id: AwardId) -> Result<Loaded, Fault> {
    let actor = visit.actor().clone();
    let find = move |reader: &mut Reader| {
        let Some(case) = case(reader, Reach::applicant(&actor), id)? else {
            return Ok(None);
        };
        let standing = standing(reader, &actor, &case.application)?;
        Ok(standing.map(|standing| Loaded { case, standing }))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

/// The award of one's own organisation.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, award(&id)?).await?;
    visit.page(&page(&visit, &loaded, &Problems::default()))
}

/// The same after a paper that was refused.
pub fn refused(
    visit: &Applicant,
    loaded: &Loaded,
    problems: &Problems,
) -> Result<HttpResponse, Fault> {
    visit.refused(&page(visit, loaded, problems))
}

fn page(visit: &Applicant, loaded: &Loaded, problems: &Problems) -> MemberPage {
    let (t, case) = (visit.t, &loaded.case);
    let here = own(case.award.id);
    let offered = case.award.offered_at.is_some();
    let acts = (visit.actor(), loaded.standing);
    let agrees = MayActOnAward::agree(acts, case.about(), offered).is_ok();
    let digest = print(case).unwrap_or_default();
    let when = |shown: bool, place: String| match shown {
        true => place,
        false => String::new(),
    };
    let tongue = case.award.tongue;
    MemberPage {
        chrome: Chrome::new(visit, &t.say("award-own"))
            .back(Link::new(
                url::application(case.application.id),
                t.say("application-title"),
            ))
            .problems(t, problems),
        t,
        organisation: case.owner.name(t.language()).to_owned(),
        title: case.application.title.clone(),
        state: words::state(t, case.award.state),
        lead: t.say(lead(case)),
        tasks: tasks(t, loaded),
        terms: offered.then(|| Terms::of(Locale::of(tongue), case)),
        given_back: case
            .given_back()
            .into_iter()
            .map(|minor| words::given_back(Locale::of(tongue), case, minor).unwrap_or_default())
            .collect(),
        written_in: (tongue.code(), tongue.direction()),
        pdf: when(offered, format!("{here}/agreement.pdf")),
        acceptance: when(agrees, format!("{here}/acceptance")),
        paper: when(agrees, format!("{here}/signed/{digest}")),
        paper_error: problems.of("file").map(|message| t.tell(message)),
        bank: bank(t, case),
        amendments: case
            .amendments
            .iter()
            .map(|one| amendment(t, (visit, loaded), one))
            .collect(),
        story: story(visit, case),
    }
}

fn lead(case: &Case) -> &'static str {
    match (case.award.state, case.award.offered_at) {
        (AwardState::Agreement, None) => "award-lead-prepared",
        (AwardState::Agreement, Some(_)) => "award-lead-offered",
        (AwardState::Disbursements, _) => "award-lead-disbursements",
        (AwardState::Reports, _) => "award-lead-reports",
        (AwardState::Closed, _) => "award-lead-closed",
        (AwardState::Cancelled, _) => "award-lead-cancelled",
    }
}

/// What the organisation has to do or has done, in order.
fn tasks(t: Locale, loaded: &Loaded) -> Vec<Task> {
    let case = &loaded.case;
    let here = own(case.award.id);
    let running = case.award.state.is_running();
    let mut tasks = Vec::new();
    if running {
        let (key, tone) = match case.bank {
            Some(_) => ("award-task-done", Tone::Good),
            None => ("award-task-due", Tone::Warn),
        };
        tasks.push(Task {
            href: format!("{here}/bank"),
            title: t.say("award-bank"),
            hint: None,
            state: Badge {
                text: t.say(key),
                tone,
            },
        });
    }
    let report = |row: &ReportRow| Task {
        href: match running || !row.words.is_empty() {
            true => format!("{here}/reports/{}", row.position),
            false => String::new(),
        },
        title: words::report(t, row),
        hint: Some(t.with("award-due-on", "day", t.day(row.due_on))),
        state: words::report_state(t, row),
    };
    if case.award.agreed_at.is_some() {
        tasks.extend(case.reports.iter().map(report));
    }
    tasks
}

fn bank(t: Locale, case: &Case) -> Vec<(String, String)> {
    let Some(row) = &case.bank else {
        return Vec::new();
    };
    words::account(t, row)
}

fn amendment(t: Locale, (visit, loaded): (&Applicant, &Loaded), row: &AmendmentRow) -> Amendment {
    let case = &loaded.case;
    let open = row.waits();
    let acts = (visit.actor(), loaded.standing);
    let may = open && MayActOnAward::answer(acts, case.about()).is_ok();
    let (key, tone) = match (open, row.dropped_at) {
        (true, _) => ("amendment-open", Tone::Warn),
        (false, Some(_)) => ("amendment-taken-back", Tone::Neutral),
        (false, None) => ("amendment-holds", Tone::Good),
    };
    Amendment {
        title: match row.ends_after {
            Some(day) => t.with("award-extended-to", "day", t.day(day)),
            None => t.say(words::amendment_key(row.kind)),
        },
        words: row.words.clone(),
        action: match may {
            true => format!("{}/amendments/{}", own(case.award.id), row.number),
            false => String::new(),
        },
        state: Badge {
            text: t.say(key),
            tone,
        },
    }
}
