//! Who may write in the discussion of an application and take back what they wrote.
//! Reviewers read and write where [`MayDiscuss`] lets them; admins write and auditors
//! read about whatever is within their reach.

use super::application::stale_key;
use super::review::{MayDiscuss, SHOWN};
use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, Message, Moment, PostId};

/// May post in the discussion of one application.
#[derive(Debug)]
pub struct MayPost {
    application: ApplicationId,
    author: AccountId,
    from_staff: bool,
}

impl MayPost {
    /// Whoever may discuss it may.
    pub fn as_reviewer(may: &MayDiscuss) -> Self {
        Self {
            application: may.application(),
            author: may.reviewer(),
            from_staff: false,
        }
    }

    /// An admin may, once reviewers get to see it.
    pub fn as_staff(
        actor: &Actor,
        (application, status): (ApplicationId, Status),
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        if !SHOWN.contains(&status) {
            return Err(Hindrance::Stale(Message::new(stale_key(status))));
        }
        Ok(Self {
            application,
            author: actor.id,
            from_staff: true,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who writes.
    pub fn author(&self) -> AccountId {
        self.author
    }

    /// Whether an admin writes as such.
    pub fn from_staff(&self) -> bool {
        self.from_staff
    }
}

/// Who wrote a post, as whom, and whether it was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    pub post: PostId,
    pub author: AccountId,
    pub from_staff: bool,
    pub withdrawn_at: Option<Moment>,
}

/// May take back a post.
#[derive(Debug)]
pub struct MayWithdrawPost {
    post: PostId,
}

impl MayWithdrawPost {
    /// Whoever may post may take back their own, written as the same; once.
    pub fn own(may: &MayPost, written: &Written) -> Result<Self, Hindrance> {
        if (written.author, written.from_staff) != (may.author, may.from_staff) {
            return Err(Hindrance::Denied(Message::new("denied-others-post")));
        }
        if written.withdrawn_at.is_some() {
            return Err(Hindrance::Stale(Message::new("stale-post-withdrawn")));
        }
        Ok(Self { post: written.post })
    }

    /// The post it was issued for.
    pub fn post(&self) -> PostId {
        self.post
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Role;
    use crate::policy::trial::{account, actor};

    fn application() -> ApplicationId {
        "00000000-0000-7000-8000-000000000009".parse().unwrap()
    }

    #[test]
    fn admins_write_once_it_is_reviewed_and_auditors_never() {
        let may = |role, status| MayPost::as_staff(&actor(role), (application(), status));
        for status in SHOWN {
            assert!(may(Role::Admin, status).unwrap().from_staff());
            let auditor = may(Role::Auditor, status);
            assert!(matches!(auditor, Err(Hindrance::Denied(_))));
        }
        let early = may(Role::Admin, Status::Submitted);
        assert!(matches!(early, Err(Hindrance::Stale(_))));
    }

    #[test]
    fn one_takes_back_what_one_wrote_as_the_same() {
        let may = MayPost::as_staff(&actor(Role::Admin), (application(), Status::InReview));
        let own = |author, from_staff, withdrawn_at| {
            let written = Written {
                post: "00000000-0000-7000-8000-000000000008".parse().unwrap(),
                author,
                from_staff,
                withdrawn_at,
            };
            MayWithdrawPost::own(may.as_ref().unwrap(), &written)
        };
        assert!(own(account(1), true, None).is_ok());
        let others = [own(account(2), true, None), own(account(1), false, None)];
        assert!(
            others
                .iter()
                .all(|one| matches!(one, Err(Hindrance::Denied(_))))
        );
        let twice = own(account(1), true, Some(Moment::from_micros(0)));
        assert!(matches!(twice, Err(Hindrance::Stale(_))));
    }
}
