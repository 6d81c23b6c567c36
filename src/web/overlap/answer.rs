//! One overlap: both works side by side, and what staff say of it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::list::{Loaded, application, load};
use super::words;
use crate::actions::Refusal;
use crate::actions::overlap::{self as actions, Kept};
use crate::actions::reading::Protected;
use crate::domain::ledger::Grant;
use crate::domain::overlap::{Key, Standing, Work};
use crate::domain::{ApplicationId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::ledger::MayJudgeOverlaps;
use crate::policy::{Actor, Reach};
use crate::store::{Reader, Tx, account};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::reading;
use crate::web::ui::{Badge, Choice, Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;
use crate::web::words::requested;

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AnswerForm {
    standing: String,
    reason: String,
}

/// A line of the comparison: what, here, there.
struct Line {
    label: String,
    own: String,
    other: String,
}

#[derive(Template)]
#[template(path = "overlap/answer.html")]
struct AnswerPage {
    chrome: Chrome,
    t: Locale,
    reference: String,
    organisation: String,
    state: Badge,
    /// Who said it when.
    said: Option<String>,
    /// Of 100.
    score: i64,
    reason: String,
    parts: Vec<String>,
    lines: Vec<Line>,
    action: String,
    /// Empty for who may not answer.
    fields: Vec<Field>,
    ask: Link,
}

/// An application, and what the other grant is called.
type Pair = (ApplicationId, String);

fn pair(path: &(String, String)) -> Result<Pair, Fault> {
    Ok((application(&path.0)?, path.1.clone()))
}

fn named<'a>(kept: &'a [Kept], handle: &str) -> Option<&'a Kept> {
    let mut kept = kept.iter();
    kept.find(|one| Key::handle(&one.alike.entry.grant.grant_id) == handle)
}

async fn page(
    visit: &Visit,
    (actor, judges): (&Actor, bool),
    (id, handle): &Pair,
    (form, problems): (&AnswerForm, &Problems),
) -> Result<AnswerPage, Fault> {
    let (id, sought, reach) = (*id, handle.clone(), Reach::staff(actor));
    let find = move |reader: &mut Reader| {
        let Some(loaded) = load(reader, reach, id)? else {
            return Ok(None);
        };
        let said = named(&loaded.kept, &sought);
        let said = said.and_then(|one| one.found.said_by);
        let name = account::names(reader, &Vec::from_iter(said))?;
        Ok(Some((loaded, said.and_then(|id| name.get(&id).cloned()))))
    };
    let (loaded, name) = visit.read(find).await?.ok_or(Fault::NotFound)?;
    let Loaded {
        subject,
        work,
        kept,
        ..
    } = &loaded;
    let (kept, work) = named(kept, handle)
        .zip(work.as_ref())
        .ok_or(Fault::NotFound)?;
    reading::note(visit, actor, Protected::Overlaps(id)).await?;
    let t = visit.t;
    let asked = requested(t, &subject.row, subject.round.currency);
    let list = url::dossier_part(id, "overlaps");
    Ok(AnswerPage {
        chrome: Chrome::new(visit, &t.say("overlap-title"))
            .wide()
            .back(Link::new(list.clone(), t.say("overlaps-title")))
            .problems(t, problems),
        t,
        reference: subject.row.reference.clone(),
        organisation: subject.organisation.name(t.language()).to_owned(),
        state: words::standing(t, kept.found.state),
        said: said(visit, kept, name),
        score: words::percent(kept.alike.overlap.score),
        reason: kept.found.reason.clone(),
        parts: words::parts(t, &kept.alike.overlap, words::Reader::Staff),
        lines: lines(t, asked.unwrap_or_default(), work, kept),
        action: format!("{list}/{handle}"),
        fields: match judges {
            true => fields(&Fields { t, problems }, form),
            false => Vec::new(),
        },
        ask: Link::new(
            url::dossier_part(id, "clarifications"),
            t.say("overlap-ask"),
        ),
    })
}

/// Who answered, and when.
fn said(visit: &Visit, kept: &Kept, name: Option<String>) -> Option<String> {
    let (at, who) = kept.found.said_at.zip(name)?;
    let when = visit.t.when(at, visit.zone());
    let words = Message::new("dossier-by")
        .with("who", who)
        .with("when", when);
    Some(visit.t.tell(&words))
}

fn lines(t: Locale, asked: String, work: &Work, kept: &Kept) -> Vec<Line> {
    let grant = &kept.alike.entry.grant;
    let line = |key: &str, own: String, other: String| Line {
        label: t.say(key),
        own,
        other,
    };
    let own = Grant {
        period: work.period,
        awarded_on: None,
        ..grant.clone()
    };
    vec![
        line(
            "overlap-who-pays",
            t.say("overlap-asked-here"),
            words::funder(t, &kept.alike),
        ),
        line(
            "overlap-who",
            work.names.join(" / "),
            grant.recipient.name.clone(),
        ),
        line(
            "overlap-numbers",
            work.identifiers.join(", "),
            grant.recipient.identifiers.join(", "),
        ),
        line("overlap-what", work.title.clone(), grant.title.clone()),
        line(
            "overlap-more",
            work.description.clone(),
            grant.description.clone(),
        ),
        line("overlap-when", words::when(t, &own), words::when(t, grant)),
        line("ledger-amount", asked, words::amount(t, grant.amount)),
        line(
            "overlap-from",
            String::new(),
            words::kind(t, kept.alike.entry.kind),
        ),
        line("overlap-id", String::new(), grant.grant_id.clone()),
    ]
}

fn fields(ask: &Fields, form: &AnswerForm) -> Vec<Field> {
    let choice = |standing: Standing, key: &str, hint: &str| Choice {
        value: standing.code().to_owned(),
        label: ask.t.say(key),
        hint: Some(ask.t.say(hint)),
        chosen: form.standing == standing.code(),
    };
    let choices = vec![
        choice(
            Standing::Confirmed,
            "overlap-confirm",
            "overlap-confirm-hint",
        ),
        choice(
            Standing::Dismissed,
            "overlap-dismiss",
            "overlap-dismiss-hint",
        ),
        choice(
            Standing::Asked,
            "overlap-ask-first",
            "overlap-ask-first-hint",
        ),
    ];
    let reason = ask.hinted(
        "reason",
        "overlap-reason",
        "overlap-reason-hint",
        &form.reason,
        Control::Area(3),
    );
    vec![
        ask.field("standing", "overlap-say", "", Control::Radios(choices)),
        reason,
    ]
}

/// The page of one overlap.
pub async fn show(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let pair = pair(&path)?;
    let actor = visit.actor();
    let reach = Reach::staff(actor);
    let id = pair.0;
    let status = visit.read(move |reader| {
        let row = crate::store::application::find(reader, reach, id)?;
        Ok(row.map(|row| row.status))
    });
    let status = status.await?.ok_or(Fault::NotFound)?;
    let judges = MayJudgeOverlaps::on(actor, pair.0, status).is_ok();
    let blank = (&AnswerForm::default(), &Problems::default());
    visit.page(&page(&visit, (actor, judges), &pair, blank).await?)
}

/// Keeps what is said.
pub async fn answer(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<AnswerForm>,
) -> Result<HttpResponse, Fault> {
    let (pair, actor, typed) = (pair(&path)?, visit.actor().clone(), form.clone());
    let (id, handle) = pair.clone();
    let say = move |tx: &mut Tx| {
        actions::say(tx, &actor, (id, &handle), (&typed.standing, &typed.reason))
    };
    match visit.act(say).await? {
        Ok(()) if form.standing == Standing::Asked.code() => {
            Ok(visit.see(&url::dossier_part(pair.0, "clarifications")))
        }
        Ok(()) => {
            let list = url::dossier_part(pair.0, "overlaps");
            Ok(visit.see_with(&list, "notice-overlap-said"))
        }
        Err(Refusal::Invalid(problems)) => {
            let typed = (&form, &problems);
            let page = page(&visit, (visit.actor(), true), &pair, typed).await?;
            visit.refused(&page)
        }
        Err(other) => Err(other.into()),
    }
}
