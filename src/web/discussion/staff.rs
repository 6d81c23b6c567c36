//! The discussion as staff read it, and admins write in it.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};

use super::naming::Naming;
use super::page::{Before, DiscussionPage, Loaded, PAGE, WithdrawalPage, post_form, posts, typed};
use super::place;
use super::words::{self, Over};
use crate::actions::Refusal;
use crate::actions::discussion::{self as actions, Readers};
use crate::actions::flags::flags;
use crate::actions::reading::Protected;
use crate::domain::discussion::TypedPost;
use crate::domain::flag::Flag;
use crate::domain::phase::Phase;
use crate::domain::rubric::Rubric;
use crate::domain::{AccountId, ApplicationId, Message, Moment, PostId, Problems};
use crate::policy::discussion::MayPost;
use crate::policy::{Actor, Reach};
use crate::store::discussion::{self, PostRow};
use crate::store::{Reader, StoreError, Tx, phase, review, rubric};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ops::NoFields;
use crate::web::reading;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// What the page shows.
struct Found {
    subject: Subject,
    phase: Phase,
    rubric: Rubric,
    flag: Option<Flag>,
    readers: Readers,
    /// Whether what was said is kept from the reader, who is still to judge too.
    withheld: bool,
    loaded: Loaded,
}

async fn load(
    visit: &Visit,
    actor: &Actor,
    id: ApplicationId,
    before: Option<PostId>,
) -> Result<Found, Fault> {
    let (reach, me, now) = (Reach::staff(actor), actor.id, visit.now());
    let find = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        found(reader, reach, subject, (me, now, before)).map(Some)
    };
    let read = Protected::Discussion(id);
    // What is withheld is not read.
    reading::open(visit, actor, find, |found| {
        (!found.withheld).then_some(read)
    })
    .await
}

fn found(
    reader: &mut Reader,
    reach: Reach,
    subject: Subject,
    (me, now, before): (AccountId, Moment, Option<PostId>),
) -> Result<Found, StoreError> {
    let missing = || StoreError::Damaged("a rubric is missing".to_owned());
    let (row, round) = (&subject.row, &subject.round);
    let rubric = rubric::by_id(reader, round.rubric_id)?.ok_or_else(missing)?;
    let phase = phase::in_force(reader, round.id, now)?;
    let withheld = review::is_withheld(reader, reach, row.id)?;
    let posts = match withheld {
        true => Vec::new(),
        false => discussion::latest(reader, row.id, before, PAGE + 1)?,
    };
    let ids: Vec<PostId> = posts.iter().map(|row| row.written.post).collect();
    Ok(Found {
        flag: flags(reader, reach, &[round.id], &[row.id])?.remove(&row.id),
        readers: actions::readers(reader, row, (round, &phase), now)?,
        loaded: Loaded {
            mentions: discussion::mentions(reader, &ids)?,
            last: discussion::last_of(reader, row.id, (me, true))?,
            posts,
        },
        withheld,
        phase,
        rubric,
        subject,
    })
}

fn page(
    visit: &Visit,
    actor: &Actor,
    found: &Found,
    (typed, problems): (&TypedPost, &Problems),
) -> DiscussionPage {
    let (t, row) = (visit.t, &found.subject.row);
    let here = place::of_staff(row.id);
    let naming = Naming {
        t,
        me: actor.id,
        as_staff: true,
        named: found.phase.reviewer_names,
        readers: &found.readers,
    };
    let (posts, earlier) = posts(visit, &naming, &found.loaded, (&here, &str::to_owned));
    let may = !found.withheld && MayPost::as_staff(actor, (row.id, row.status)).is_ok();
    let organisation = found.subject.organisation.name(t.language()).to_owned();
    let lead = match (found.withheld, found.phase.discussion) {
        (true, _) => "withheld",
        (false, true) => "discussion-lead-staff",
        (false, false) => "discussion-lead-staff-alone",
    };
    DiscussionPage {
        chrome: Chrome::new(visit, &t.say("discussion-title"))
            .back(Link::new(url::dossier(row.id), t.say("thread-dossier")))
            .problems(t, problems),
        t,
        over: vec![row.reference.clone(), organisation],
        lead: t.say(lead),
        tabs: Vec::new(),
        flag: found
            .flag
            .as_ref()
            .map(|flag| words::shown(t, &found.rubric, flag, Over::Round)),
        withheld: found.withheld,
        posts,
        earlier,
        form: may.then(|| post_form(&Fields { t, problems }, &naming, here, typed)),
    }
}

/// The discussion of an application.
pub async fn show(
    visit: Staff,
    id: Path<String>,
    before: Query<Before>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let found = load(&visit, visit.actor(), id, before.id()).await?;
    let fresh = (&TypedPost::default(), &Problems::default());
    visit.page(&page(&visit, visit.actor(), &found, fresh))
}

/// Posts.
pub async fn post(
    visit: Admin,
    id: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let typed = typed(pairs);
    let posted = typed.clone();
    let write = move |tx: &mut Tx| actions::post_as_staff(tx, &actor, id, &posted, &site);
    match visit.act(write).await? {
        Ok(()) => {
            let here = place::of_staff(id);
            Ok(visit.see_with(&here, "notice-discussion-posted"))
        }
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, visit.actor(), id, None).await?;
            visit.refused(&page(&visit, visit.actor(), &found, (&typed, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// A post that the admin wrote as such, with its application.
async fn own(visit: &Admin, id: ApplicationId, post: PostId) -> Result<(Subject, PostRow), Fault> {
    let (reach, me) = (Reach::staff(visit.actor()), visit.actor().id);
    let find = move |reader: &mut Reader| {
        let found = subject(reader, reach, id)?;
        let row = discussion::find(reader, id, post)?;
        let own = row.filter(|row| (row.written.author, row.written.from_staff) == (me, true));
        Ok(found.zip(own))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

/// Asks whether to take a post back.
pub async fn show_withdrawal(
    visit: Admin,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let (id, post) = ids(&path)?;
    let (subject, row) = own(&visit, id, post).await?;
    if row.written.withdrawn_at.is_some() {
        return Err(Fault::Stale(Message::new("stale-post-withdrawn")));
    }
    let t = visit.t;
    let back = place::of_staff(id);
    visit.page(&WithdrawalPage {
        chrome: Chrome::new(&visit, &t.say("discussion-withdraw"))
            .back(Link::new(&back, t.say("discussion-back"))),
        t,
        reference: subject.row.reference,
        when: t.when(row.posted_at, visit.zone()),
        body: row.body,
        action: format!("{back}/{post}/withdrawal"),
        back,
    })
}

/// Takes a post back.
pub async fn withdraw(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, post) = ids(&path)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| actions::withdraw_as_staff(tx, &actor, (id, post)))
        .await?;
    let here = place::of_staff(id);
    Ok(visit.see_with(&here, "notice-discussion-withdrawn"))
}

fn ids(path: &(String, String)) -> Result<(ApplicationId, PostId), Fault> {
    let id = ApplicationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let post = PostId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((id, post))
}
