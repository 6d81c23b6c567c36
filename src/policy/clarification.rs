//! Who may ask an applicant for more, who may answer, and which sections are
//! open to writing: decided from status, window and the open clarification.

use super::application::{MayCertify, MayEdit, stale_key};
use super::{Actor, Hindrance, member};
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::clarification::Standing;
use crate::domain::member::Verb;
use crate::domain::round::Window;
use crate::domain::{AccountId, ApplicationId, ClarificationId, Message};

/// Statuses in which an application can be asked about: sent, and not ended.
pub const ASKABLE: [Status; 3] = [Status::Submitted, Status::InReview, Status::Deliberation];

/// What decides over one clarification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub id: ClarificationId,
    pub standing: Standing,
    /// Codes of the sections that it opens.
    pub sections: Vec<String>,
}

/// May ask one applicant for more.
#[derive(Debug)]
pub struct MayAsk {
    application: ApplicationId,
    admin: AccountId,
}

impl MayAsk {
    /// An admin may while the application is being read; one question at a time,
    /// so that the applicant knows what is asked of them.
    pub fn on(
        actor: &Actor,
        application: ApplicationId,
        status: Status,
        pending: bool,
    ) -> Result<Self, Message> {
        if !actor.is(Role::Admin) {
            return Err(Message::new("denied-admin"));
        }
        if !ASKABLE.contains(&status) {
            return Err(Message::new(stale_key(status)));
        }
        if pending {
            return Err(Message::new("stale-clarification-pending"));
        }
        Ok(Self {
            application,
            admin: actor.id,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who asks.
    pub fn admin(&self) -> AccountId {
        self.admin
    }
}

/// May move the due date of a clarification, or end it.
#[derive(Debug)]
pub struct MayRun {
    clarification: ClarificationId,
    admin: AccountId,
}

impl MayRun {
    /// An admin may until it is answered or ended, also past its due date.
    pub fn on(actor: &Actor, asked: &Asked) -> Result<Self, Message> {
        if !actor.is(Role::Admin) {
            return Err(Message::new("denied-admin"));
        }
        match asked.standing {
            Standing::Open | Standing::Overdue => Ok(Self {
                clarification: asked.id,
                admin: actor.id,
            }),
            Standing::Answered => Err(Message::new("stale-clarification-answered")),
            Standing::Closed => Err(Message::new("stale-clarification-closed")),
        }
    }

    /// The clarification it was issued for.
    pub fn clarification(&self) -> ClarificationId {
        self.clarification
    }

    /// Who acts.
    pub fn admin(&self) -> AccountId {
        self.admin
    }
}

/// May write and send the answer to a clarification.
#[derive(Debug)]
pub struct MayAnswer {
    application: ApplicationId,
    clarification: ClarificationId,
    member: AccountId,
}

impl MayAnswer {
    /// Who writes for the organisation may draft it until the due date, while the
    /// application is being read.
    pub fn on(
        actor: &Actor,
        standing: member::Standing,
        (application, status): (ApplicationId, Status),
        asked: &Asked,
    ) -> Result<Self, Hindrance> {
        standing.may(Verb::Write).map_err(Hindrance::Denied)?;
        if !ASKABLE.contains(&status) {
            return Err(Hindrance::Stale(Message::new(stale_key(status))));
        }
        let waits = match asked.standing {
            Standing::Open => Ok(Self {
                application,
                clarification: asked.id,
                member: actor.id,
            }),
            Standing::Overdue => Err(Message::new("stale-clarification-overdue")),
            Standing::Answered => Err(Message::new("stale-clarification-answered")),
            Standing::Closed => Err(Message::new("stale-clarification-closed")),
        };
        waits.map_err(Hindrance::Stale)
    }

    /// Who answers for the organisation may send it as well.
    pub fn sending(
        actor: &Actor,
        standing: member::Standing,
        about: (ApplicationId, Status),
        asked: &Asked,
    ) -> Result<Self, Hindrance> {
        standing.may(Verb::Submit).map_err(Hindrance::Denied)?;
        Self::on(actor, standing, about, asked)
    }

    /// The right to certify what the answer changes, for who may send it.
    pub fn certifying(&self, standing: member::Standing) -> Result<MayCertify, Hindrance> {
        MayCertify::to_answer(self, standing)
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// The clarification it was issued for.
    pub fn clarification(&self) -> ClarificationId {
        self.clarification
    }

    /// Who answers.
    pub fn member(&self) -> AccountId {
        self.member
    }
}

/// Whether a member may write a section now: of a draft any, while the round
/// takes applications; of a sent application those that `asked`, its latest
/// clarification, opens.
pub fn may_edit(
    (actor, standing): (&Actor, member::Standing),
    application: ApplicationId,
    (status, window): (Status, Window),
    asked: Option<&Asked>,
    section: &str,
) -> Result<MayEdit, Hindrance> {
    let about = (application, status);
    if status == Status::Draft {
        return MayEdit::on(actor, standing, about, window);
    }
    standing.may(Verb::Write).map_err(Hindrance::Denied)?;
    let Some(asked) = asked else {
        return Err(Hindrance::Stale(Message::new(stale_key(status))));
    };
    let may = MayAnswer::on(actor, standing, about, asked)?;
    if !asked.sections.iter().any(|code| code == section) {
        return Err(Hindrance::Stale(Message::new("stale-section-shut")));
    }
    Ok(MayEdit::to_answer(&may))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::member::MemberRole;
    use crate::policy::trial::actor;

    fn application() -> ApplicationId {
        "00000000-0000-7000-8000-000000000002".parse().unwrap()
    }

    fn asked(standing: Standing) -> Asked {
        Asked {
            id: "00000000-0000-7000-8000-000000000003".parse().unwrap(),
            standing,
            sections: vec!["need".to_owned()],
        }
    }

    fn key<T: std::fmt::Debug>(result: Result<T, Message>) -> &'static str {
        result.unwrap_err().key
    }

    fn edit(status: Status, asked: Option<&Asked>, section: &str) -> Result<MayEdit, Message> {
        edit_as(MemberRole::Editor, status, asked, section).map_err(|hindrance| match hindrance {
            Hindrance::Stale(message) | Hindrance::Denied(message) => message,
            Hindrance::Absent => Message::new("fault-not-found"),
        })
    }

    fn edit_as(
        role: MemberRole,
        status: Status,
        asked: Option<&Asked>,
        section: &str,
    ) -> Result<MayEdit, Hindrance> {
        let rana = actor(Role::Applicant);
        let who = (&rana, member::Standing::Member(role));
        may_edit(who, application(), (status, Window::Over), asked, section)
    }

    #[test]
    fn viewers_write_nothing_and_only_owners_send() {
        let open = asked(Standing::Open);
        let viewer = edit_as(MemberRole::Viewer, Status::InReview, Some(&open), "need");
        assert!(matches!(viewer, Err(Hindrance::Denied(_))));
        let rana = actor(Role::Applicant);
        let about = (application(), Status::InReview);
        let sends = |role| {
            let standing = member::Standing::Member(role);
            MayAnswer::sending(&rana, standing, about, &open).is_ok()
        };
        let roles = MemberRole::ALL.map(sends);
        assert_eq!(roles, [true, false, false]);
        let owner = member::Standing::Member(MemberRole::Owner);
        let answers = MayAnswer::sending(&rana, owner, about, &open).unwrap();
        let certifies = answers.certifying(owner).unwrap();
        assert_eq!((certifies.by(), certifies.taken_down()), (rana.id, false));
        let editor = answers.certifying(member::Standing::Member(MemberRole::Editor));
        assert!(matches!(editor, Err(Hindrance::Denied(_))));
    }

    #[test]
    fn only_opened_sections_are_written_after_sending() {
        let open = asked(Standing::Open);
        let may = edit(Status::InReview, Some(&open), "need").unwrap();
        assert_eq!(may.application(), application());
        let shut = edit(Status::InReview, Some(&open), "request");
        assert_eq!(key(shut), "stale-section-shut");
        assert_eq!(key(edit(Status::InReview, None, "need")), "stale-in-review");
        assert_eq!(
            key(edit(Status::Decided, Some(&open), "need")),
            "stale-decided"
        );
        assert_eq!(key(edit(Status::Draft, None, "need")), "stale-round-over");
        for (standing, why) in [
            (Standing::Overdue, "stale-clarification-overdue"),
            (Standing::Answered, "stale-clarification-answered"),
            (Standing::Closed, "stale-clarification-closed"),
        ] {
            let late = edit(Status::InReview, Some(&asked(standing)), "need");
            assert_eq!(key(late), why);
        }
    }

    #[test]
    fn one_question_at_a_time_while_it_is_read() {
        let (ada, omar) = (actor(Role::Admin), actor(Role::Auditor));
        for status in Status::ALL {
            let may = MayAsk::on(&ada, application(), status, false);
            assert_eq!(may.is_ok(), ASKABLE.contains(&status), "{status:?}");
        }
        let pending = MayAsk::on(&ada, application(), Status::InReview, true);
        assert_eq!(key(pending), "stale-clarification-pending");
        let auditor = MayAsk::on(&omar, application(), Status::InReview, false);
        assert_eq!(key(auditor), "denied-admin");
    }

    #[test]
    fn a_late_question_can_still_be_extended_or_ended() {
        let ada = actor(Role::Admin);
        assert!(MayRun::on(&ada, &asked(Standing::Open)).is_ok());
        assert!(MayRun::on(&ada, &asked(Standing::Overdue)).is_ok());
        let answered = MayRun::on(&ada, &asked(Standing::Answered));
        assert_eq!(key(answered), "stale-clarification-answered");
        assert_eq!(
            key(MayRun::on(&actor(Role::Auditor), &asked(Standing::Open))),
            "denied-admin"
        );
    }
}
