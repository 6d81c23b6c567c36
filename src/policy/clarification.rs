//! Who may ask an applicant for more, who may answer, and which sections are
//! open to writing: decided from status, window and the open clarification.

use super::Actor;
use super::application::{MayEdit, stale_key};
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::clarification::Standing;
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
    /// A member may until the due date, while the application is being read. That
    /// the actor is a member is shown by the application being within their reach.
    pub fn on(
        actor: &Actor,
        application: ApplicationId,
        status: Status,
        asked: &Asked,
    ) -> Result<Self, Message> {
        if !ASKABLE.contains(&status) {
            return Err(Message::new(stale_key(status)));
        }
        match asked.standing {
            Standing::Open => Ok(Self {
                application,
                clarification: asked.id,
                member: actor.id,
            }),
            Standing::Overdue => Err(Message::new("stale-clarification-overdue")),
            Standing::Answered => Err(Message::new("stale-clarification-answered")),
            Standing::Closed => Err(Message::new("stale-clarification-closed")),
        }
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
    actor: &Actor,
    application: ApplicationId,
    (status, window): (Status, Window),
    asked: Option<&Asked>,
    section: &str,
) -> Result<MayEdit, Message> {
    if status == Status::Draft {
        return MayEdit::on(actor, application, status, window);
    }
    let Some(asked) = asked else {
        return Err(Message::new(stale_key(status)));
    };
    let may = MayAnswer::on(actor, application, status, asked)?;
    if !asked.sections.iter().any(|code| code == section) {
        return Err(Message::new("stale-section-shut"));
    }
    Ok(MayEdit::to_answer(&may))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    fn actor(role: Role) -> Actor {
        let id = "00000000-0000-7000-8000-000000000001".parse().unwrap();
        let who = (String::new(), String::new());
        Actor::new(id, who, Language::English, "UTC".to_owned(), vec![role])
    }

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
        let rana = actor(Role::Applicant);
        may_edit(&rana, application(), (status, Window::Over), asked, section)
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
