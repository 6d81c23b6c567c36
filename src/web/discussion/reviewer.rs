//! The discussion as reviewers read and write it: where the phase has one, and not
//! before they may.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};

use super::naming::Naming;
use super::page::{
    Before, DiscussionPage, Loaded, PAGE, WithdrawalPage, post_form, posts, tabs, typed,
};
use super::place;
use super::words::{self, Over};
use crate::actions::Refusal;
use crate::actions::discussion::{self as actions, Readers};
use crate::actions::flags::flags;
use crate::domain::blind::Mask;
use crate::domain::discussion::TypedPost;
use crate::domain::flag::Flag;
use crate::domain::rubric::Rubric;
use crate::domain::{ApplicationId, Message, PostId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::review::{MayCompare, MayDiscuss};
use crate::store::declaration::{self, Assigned};
use crate::store::discussion::{self, PostRow};
use crate::store::{Reader, StoreError, Tx, identity, rubric};
use crate::web::access::Reviewer;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ops::NoFields;
use crate::web::review::mask;
use crate::web::ui::Link;
use crate::web::url;

/// What the page shows.
struct Found {
    assigned: Assigned,
    rubric: Rubric,
    flag: Option<Flag>,
    readers: Readers,
    loaded: Loaded,
    /// Covers the applicant's names where the phase doesn't show them.
    mask: Option<Mask>,
}

impl Found {
    fn covered(&self, text: &str) -> String {
        match &self.mask {
            Some(mask) => mask.text(text),
            None => text.to_owned(),
        }
    }
}

/// Loads what may be read; else says why it may not.
async fn load(visit: &Reviewer, id: ApplicationId, before: Option<PostId>) -> Result<Found, Fault> {
    let reach = Reach::reviewer(visit.actor(), visit.now());
    let t = visit.t;
    let find = move |reader: &mut Reader| {
        let Some(assigned) = declaration::assigned(reader, reach, id)? else {
            return Ok(None);
        };
        Ok(Some(match MayDiscuss::on(&assigned.case) {
            Ok(may) => Ok(found(reader, (reach, t), (assigned, may), before)?),
            Err(why) => Err(why),
        }))
    };
    let found: Result<Found, Message> = visit.read(find).await?.ok_or(Fault::NotFound)?;
    found.map_err(Fault::Stale)
}

fn found(
    reader: &mut Reader,
    (reach, t): (Reach, Locale),
    (assigned, may): (Assigned, MayDiscuss),
    before: Option<PostId>,
) -> Result<Found, StoreError> {
    let missing = || StoreError::Damaged("a rubric is missing".to_owned());
    let (id, me) = (may.application(), may.reviewer());
    let (row, round, case) = (&assigned.application, &assigned.round, &assigned.case);
    let rubric = rubric::by_id(reader, round.rubric_id)?.ok_or_else(missing)?;
    let posts = discussion::latest(reader, id, before, PAGE + 1)?;
    let ids: Vec<PostId> = posts.iter().map(|row| row.written.post).collect();
    let names = match case.shows_applicant() {
        true => None,
        false => identity::names_of(reader, &[(id, row.organisation_id)])?.remove(&id),
    };
    let flag = match case.hears_of_disagreement() {
        true => flags(reader, reach, &[round.id], &[id])?.remove(&id),
        false => None,
    };
    Ok(Found {
        flag,
        readers: actions::readers(reader, row, (round, &case.phase), case.now)?,
        loaded: Loaded {
            mentions: discussion::mentions(reader, &ids)?,
            last: discussion::last_of(reader, id, (me, false))?,
            posts,
        },
        mask: names.map(|names| mask(t, names)),
        rubric,
        assigned,
    })
}

fn page(visit: &Reviewer, found: &Found, typed: &TypedPost, problems: &Problems) -> DiscussionPage {
    let (t, case) = (visit.t, &found.assigned.case);
    let id = case.application;
    let here = place::of_reviewers(id);
    let naming = Naming {
        t,
        me: case.reviewer,
        as_staff: false,
        named: case.shows_reviewers(),
        readers: &found.readers,
    };
    let covered = |text: &str| found.covered(text);
    let (posts, earlier) = posts(visit, &naming, &found.loaded, (&here, &covered));
    let compares = MayCompare::on(case).is_ok();
    let lead = match case.shows_reviewers() {
        true => "discussion-lead-named",
        false => "discussion-lead-letters",
    };
    let row = &found.assigned.application;
    DiscussionPage {
        chrome: Chrome::new(visit, &t.say("discussion-title"))
            .back(Link::new(url::REVIEWS, t.say("reviews-title")))
            .problems(t, problems),
        t,
        over: vec![row.reference.clone(), found.covered(&row.title)],
        lead: t.say(lead),
        tabs: tabs(t, id, compares, true),
        flag: found
            .flag
            .as_ref()
            .map(|flag| words::shown(t, &found.rubric, flag, Over::Own)),
        withheld: false,
        posts,
        earlier,
        form: Some(post_form(&Fields { t, problems }, &naming, here, typed)),
    }
}

/// The discussion of an application.
pub async fn show(
    visit: Reviewer,
    application: Path<String>,
    before: Query<Before>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let found = load(&visit, id, before.id()).await?;
    let fresh = (&TypedPost::default(), &Problems::default());
    visit.page(&page(&visit, &found, fresh.0, fresh.1))
}

/// Posts.
pub async fn post(
    visit: Reviewer,
    application: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let typed = typed(pairs);
    let posted = typed.clone();
    let write = move |tx: &mut Tx| actions::post_as_reviewer(tx, &actor, id, &posted, &site);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place::of_reviewers(id), "notice-discussion-posted")),
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, id, None).await?;
            visit.refused(&page(&visit, &found, &typed, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

/// A post of the reviewer's own, with its application.
async fn own(visit: &Reviewer, id: ApplicationId, post: PostId) -> Result<(Found, PostRow), Fault> {
    let found = load(visit, id, None).await?;
    let row = visit.read(move |reader| discussion::find(reader, id, post));
    let row = row.await?.filter(|row| {
        let written = &row.written;
        !written.from_staff && written.author == found.assigned.case.reviewer
    });
    Ok((found, row.ok_or(Fault::NotFound)?))
}

/// Asks whether to take a post back.
pub async fn show_withdrawal(
    visit: Reviewer,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let (id, post) = ids(&path)?;
    let (found, row) = own(&visit, id, post).await?;
    if row.written.withdrawn_at.is_some() {
        return Err(Fault::Stale(Message::new("stale-post-withdrawn")));
    }
    let t = visit.t;
    let back = place::of_reviewers(id);
    visit.page(&WithdrawalPage {
        chrome: Chrome::new(&visit, &t.say("discussion-withdraw"))
            .back(Link::new(&back, t.say("discussion-back"))),
        t,
        reference: found.assigned.application.reference.clone(),
        when: t.when(row.posted_at, visit.zone()),
        body: found.covered(&row.body),
        action: format!("{back}/{post}/withdrawal"),
        back,
    })
}

/// Takes a post back.
pub async fn withdraw(
    visit: Reviewer,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, post) = ids(&path)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| actions::withdraw_as_reviewer(tx, &actor, (id, post)))
        .await?;
    Ok(visit.see_with(&place::of_reviewers(id), "notice-discussion-withdrawn"))
}

fn ids(path: &(String, String)) -> Result<(ApplicationId, PostId), Fault> {
    let id = ApplicationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let post = PostId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((id, post))
}
