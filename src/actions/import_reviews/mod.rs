//! Reviews out of a file: checked to the last cell, then kept as sent reviews in
//! the reviewers' names, all of them or none. What is kept already changes nothing.
//! A few hundred reviews are looked at at once, however long the file is.

mod weigh;

use std::collections::{BTreeMap, BTreeSet};

use weigh::{Desk, New, Weighed, weigh};

use super::{Refusal, letters};
use crate::domain::review::ReviewDraft;
use crate::domain::score::score_review;
use crate::domain::{AccountId, ApplicationId, Message, Moment};
use crate::exchange::review_file::{ReviewFile, Source};
use crate::exchange::table::{Findings, Wrong};
use crate::policy::Actor;
use crate::policy::review::{Panel, reviews_complete};
use crate::store::{Reader, StoreError, Tx, application, assignment, audit, imported, round};

/// What a file comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Reviews that are not there yet.
    pub new: usize,
    /// Reviews that are there already, with all that the file says.
    pub same: usize,
    /// Assignments that come with the new ones.
    pub assigned: usize,
    pub applications: BTreeSet<ApplicationId>,
    /// How many new reviews each reviewer gets.
    pub reviewers: BTreeMap<AccountId, usize>,
    /// Names of columns that mean nothing here.
    pub passed_over: Vec<String>,
}

impl Tally {
    fn count(&mut self, one: &Weighed) {
        let Weighed::New(one) = one else {
            self.same += 1;
            return;
        };
        self.new += 1;
        self.assigned += usize::from(!one.assigned);
        self.applications.insert(one.may.application());
        *self.reviewers.entry(one.may.reviewer()).or_default() += 1;
    }
}

/// What a check found: a tally, or what is wrong.
pub type Checked = Result<Tally, Findings>;

/// Checks every cell as things stand at an instant, and changes nothing.
pub fn check(
    reader: &mut Reader,
    (actor, now): (&Actor, Moment),
    slug: &str,
    source: &(impl Source + ?Sized),
) -> Result<Checked, Refusal> {
    let desk = Desk::open(reader, (actor, now), slug)?;
    Ok(check_at(reader, &desk, source)?)
}

fn check_at(
    reader: &mut Reader,
    desk: &Desk,
    source: &(impl Source + ?Sized),
) -> Result<Checked, StoreError> {
    let mut file = match ReviewFile::open(source, &desk.rubric) {
        Ok(file) => file,
        Err(wrong) => return Ok(Err(wrong.into())),
    };
    let (mut tally, mut findings) = (Tally::default(), Findings::default());
    tally.passed_over = file.passed_over().to_vec();
    loop {
        let brought = match file.next(&mut findings) {
            Ok(Some(brought)) => brought,
            Ok(None) => break,
            Err(wrong) => {
                findings.add(wrong);
                break;
            }
        };
        for one in weigh(reader, desk, (file.says(), brought), &mut findings)? {
            tally.count(&one);
        }
    }
    Ok(if findings.is_empty() {
        Ok(tally)
    } else {
        Err(findings)
    })
}

/// Keeps what a file says, if nothing is wrong with it. Whoever gets reviews has one
/// letter that says how many.
pub fn import(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    (source, site): (&(impl Source + ?Sized), &str),
) -> Result<Checked, Refusal> {
    let now = tx.now();
    let desk = Desk::open(tx, (actor, now), slug)?;
    let tally = match check_at(tx, &desk, source)? {
        Ok(tally) => tally,
        Err(findings) => return Ok(Err(findings)),
    };
    write_all(tx, &desk, source)?;
    complete(tx, &desk, &tally)?;
    for reviewer in desk.reviewers() {
        if let Some(count) = tally.reviewers.get(&reviewer.id) {
            let link = format!("{site}/reviews?show=sent");
            letters::post_imported(tx, reviewer, *count, &link)?;
        }
    }
    imported::drop_file(tx, &desk.may)?;
    Ok(Ok(tally))
}

/// Keeps a file to be looked at before it is carried out.
pub fn keep(tx: &mut Tx, actor: &Actor, slug: &str, body: &str) -> Result<(), Refusal> {
    let now = tx.now();
    let desk = Desk::open(tx, (actor, now), slug)?;
    imported::keep_file(tx, &desk.may, body)?;
    let about = ("round", desk.may.round().to_string());
    audit(tx, "keep_review_file", (about.0, &about.1), "", "")?;
    Ok(())
}

/// Carries out the file that an admin looked at.
pub fn import_kept(tx: &mut Tx, actor: &Actor, slug: &str, site: &str) -> Result<Checked, Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let kept = imported::file(tx, round.id, actor.id)?;
    let (_, body) = kept.ok_or(Refusal::Stale(Message::new("stale-import-gone")))?;
    import(tx, actor, slug, (&body, site))
}

fn write_all(tx: &mut Tx, desk: &Desk, source: &(impl Source + ?Sized)) -> Result<(), Refusal> {
    // The file was sound a moment ago; another one must not be kept by halves.
    let changed = |_: Wrong| Refusal::Stale(Message::new("stale-import-changed"));
    let mut file = ReviewFile::open(source, &desk.rubric).map_err(changed)?;
    let (mut findings, mut reopened) = (Findings::default(), BTreeSet::new());
    while let Some(brought) = file.next(&mut findings).map_err(changed)? {
        let weighed = weigh(tx, desk, (file.says(), brought), &mut findings)?;
        if let Some(wrong) = findings.listed().next() {
            return Err(changed(wrong.clone()));
        }
        for one in &weighed {
            if let Weighed::New(one) = one {
                write(tx, desk, one, &mut reopened)?;
            }
        }
    }
    Ok(())
}

fn write(
    tx: &mut Tx,
    desk: &Desk,
    one: &New,
    reopened: &mut BTreeSet<ApplicationId>,
) -> Result<(), Refusal> {
    let id = one.may.application();
    let about = ("application", id.as_str());
    let whose = format!("reviewer {} imported", one.may.reviewer());
    if !one.assigned {
        imported::assign(tx, &one.may)?;
        audit(tx, "import_assignment", about, "", &whose)?;
        let back = one.may.reopening(one.status);
        if let Some(back) = back.filter(|_| reopened.insert(id)) {
            application::advance(tx, &back)?;
            audit(tx, "reopen", about, back.from().code(), back.to().code())?;
        }
    }
    if !one.declared {
        imported::declare(tx, &one.may)?;
        audit(tx, "import_declaration", about, "", &whose)?;
    }
    let review = imported::send(tx, &one.may, (&desk.rubric, one.scored), &one.draft)?;
    let after = format!("version 1, total {}, {whose}", total(desk, &one.draft));
    audit(tx, "import_review", ("review", review.as_str()), "", &after)?;
    Ok(())
}

fn total(desk: &Desk, draft: &ReviewDraft) -> String {
    let total = score_review(&desk.rubric, &draft.judgements()).total;
    total.map_or_else(
        || "unscored".to_owned(),
        |share| {
            let hundredths = share.percent_hundredths();
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        },
    )
}

/// Applications looked at in one query.
const AT_ONCE: usize = 500;

/// Begins the deliberation of what has its reviews now.
fn complete(tx: &mut Tx, desk: &Desk, tally: &Tally) -> Result<(), Refusal> {
    let ids: Vec<ApplicationId> = tally.applications.iter().copied().collect();
    for some in ids.chunks(AT_ONCE) {
        let progress = assignment::progress(tx, some)?;
        for row in application::find_many(tx, desk.reach, some)? {
            let progress = progress.get(&row.id).copied().unwrap_or_default();
            let panel = Panel {
                assigned: usize::try_from(progress.assigned).unwrap_or(0),
                submitted: usize::try_from(progress.submitted).unwrap_or(0),
            };
            let Some(may) = reviews_complete(row.id, row.status, panel, desk.needed) else {
                continue;
            };
            application::advance(tx, &may)?;
            let about = ("application", row.id.as_str());
            let (from, to) = (may.from().code(), may.to().code());
            audit(tx, "complete_reviews", about, from, to)?;
        }
    }
    Ok(())
}
