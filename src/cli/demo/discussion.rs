//! What the panel of the demonstration says about the application whose reviews
//! differ most: two reviewers, an admin, one post taken back.

use super::story::{SITE, Story};
use crate::actions::discussion;
use crate::cli::Failure;
use crate::domain::discussion::{TypedPost, Voice};
use crate::domain::{ApplicationId, PostId};
use crate::policy::Actor;
use crate::store::{StoreError, Tx, discussion as posts, mint};

/// The organisation in question.
const DISCUSSED: &str = "bashar.harf@apply.example";

impl Story<'_> {
    /// Tells what was said about an application, if anything was.
    pub fn discuss(&self, id: ApplicationId) -> Result<(), Failure> {
        if self.organisation.email != DISCUSSED {
            return Ok(());
        }
        let reviewers = self.reviewers();
        let [first, second, ..] = reviewers.as_slice() else {
            return Ok(());
        };
        let admin = self.admin(0);
        self.say(
            id,
            first,
            42,
            "I gave full points for pressure: two of their \
            reporters were held in September, and the account was closed a week later. \
            The letters are among the files.",
            Some(second),
        )?;
        self.say(id, first, 41, "They should simply get it.", None)?;
        self.withdraw(id, first, 41)?;
        self.say(
            id,
            second,
            30,
            "I read an older version, before the answer about the \
            bank, and found no figures for reserves at all. I will look again at both \
            financial points. On values I stay where I am: nothing in the form says how \
            they correct a report that was wrong.",
            Some(first),
        )?;
        self.staff_say(
            id,
            admin,
            22,
            "Their correction policy is on their site; we can \
            ask for it as a clarification. Would that settle it for you before the panel \
            meets?",
            Some(second),
        )
    }

    fn say(
        &self,
        id: ApplicationId,
        reviewer: &Actor,
        hours: i64,
        body: &str,
        to: Option<&Actor>,
    ) -> Result<(), Failure> {
        self.seeder.act(Some(reviewer), hours, |tx| {
            let typed = post(tx, id, body, to)?;
            discussion::post_as_reviewer(tx, reviewer, id, &typed, SITE)
        })
    }

    fn staff_say(
        &self,
        id: ApplicationId,
        admin: &Actor,
        hours: i64,
        body: &str,
        to: Option<&Actor>,
    ) -> Result<(), Failure> {
        self.seeder.act(Some(admin), hours, |tx| {
            let typed = post(tx, id, body, to)?;
            discussion::post_as_staff(tx, admin, id, &typed, SITE)
        })
    }

    /// Takes back what a reviewer wrote last.
    fn withdraw(&self, id: ApplicationId, reviewer: &Actor, hours: i64) -> Result<(), Failure> {
        self.seeder.act(Some(reviewer), hours, |tx| {
            match posts::last_of(tx, id, (reviewer.id, false))? {
                Some(last) => discussion::withdraw_as_reviewer(tx, reviewer, (id, last)),
                None => Ok(()),
            }
        })
    }
}

/// A post as it is typed, drawing the attention of a reviewer.
fn post(
    tx: &mut Tx,
    id: ApplicationId,
    body: &str,
    to: Option<&Actor>,
) -> Result<TypedPost, StoreError> {
    let voices = posts::voices(tx, id)?;
    let place = |to: &Actor| voices.iter().position(|one| *one == to.id);
    let mention = to.and_then(place).map(Voice::Reviewer);
    Ok(TypedPost {
        body: body.to_owned(),
        mentions: mention.iter().map(|voice| voice.code()).collect(),
        press: mint::<PostId>().to_string(),
    })
}
