//! Who may ask an organisation to be a fiscal sponsor, answer, and think again.

use super::application::stale_key;
use super::member::Standing;
use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::member::{MemberRole, Verb};
use crate::domain::sponsorship::{SponsorEvent, SponsorState, answered, is_undecided};
use crate::domain::{AccountId, ApplicationId, Message, OrganisationId, SponsorshipId};

/// May ask a sponsor for one application.
#[derive(Debug)]
pub struct MayAskSponsor {
    application: ApplicationId,
    by: AccountId,
}

impl MayAskSponsor {
    /// Who writes the application may until the decision, one sponsor at a time.
    pub fn on(
        actor: &Actor,
        standing: Standing,
        (application, status): (ApplicationId, Status),
        latest: Option<SponsorState>,
    ) -> Result<Self, Hindrance> {
        standing.may(Verb::AskSponsor).map_err(Hindrance::Denied)?;
        undecided(status)?;
        if latest.is_some_and(SponsorState::is_open) {
            return Err(Hindrance::Stale(Message::new("stale-sponsor-asked")));
        }
        Ok(Self {
            application,
            by: actor.id,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who asks.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May move one question to a sponsor to another state.
#[derive(Debug)]
pub struct MayAnswerSponsor {
    sponsorship: SponsorshipId,
    organisation: Option<OrganisationId>,
    from: SponsorState,
    to: SponsorState,
    by: AccountId,
}

/// A question to a sponsor as it stands.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    pub id: SponsorshipId,
    pub state: SponsorState,
    /// Where the application stands that it is about.
    pub status: Status,
    /// The organisation that applies.
    pub applicant: OrganisationId,
}

impl MayAnswerSponsor {
    /// An owner of an organisation may consent for it, unless it is the applicant.
    pub fn consent(
        actor: &Actor,
        question: Question,
        (organisation, role): (OrganisationId, Option<MemberRole>),
    ) -> Result<Self, Hindrance> {
        as_sponsor(actor, role)?;
        if organisation == question.applicant {
            return Err(Hindrance::Denied(Message::new("denied-own-sponsor")));
        }
        let may = Self::by(actor, question, SponsorEvent::Consent)?;
        Ok(Self {
            organisation: Some(organisation),
            ..may
        })
    }

    /// Whoever was sent the question may decline it.
    pub fn decline(actor: &Actor, question: Question) -> Result<Self, Hindrance> {
        Self::by(actor, question, SponsorEvent::Decline)
    }

    /// An owner of the sponsor may take the consent back until the decision.
    pub fn revoke(
        actor: &Actor,
        question: Question,
        role: Option<MemberRole>,
    ) -> Result<Self, Hindrance> {
        as_sponsor(actor, role)?;
        Self::by(actor, question, SponsorEvent::Revoke)
    }

    /// Who writes the application may take the question back until the decision.
    pub fn drop_it(
        actor: &Actor,
        standing: Standing,
        question: Question,
    ) -> Result<Self, Hindrance> {
        standing.may(Verb::AskSponsor).map_err(Hindrance::Denied)?;
        Self::by(actor, question, SponsorEvent::Drop)
    }

    fn by(actor: &Actor, question: Question, event: SponsorEvent) -> Result<Self, Hindrance> {
        undecided(question.status)?;
        let to = answered(question.state, event)
            .ok_or_else(|| Hindrance::Stale(Message::new("stale-sponsor-answered")))?;
        Ok(Self {
            sponsorship: question.id,
            organisation: None,
            from: question.state,
            to,
            by: actor.id,
        })
    }

    /// The question it was issued for.
    pub fn sponsorship(&self) -> SponsorshipId {
        self.sponsorship
    }

    /// The organisation that consents; nothing for other answers.
    pub fn organisation(&self) -> Option<OrganisationId> {
        self.organisation
    }

    /// Where the question stands.
    pub fn from(&self) -> SponsorState {
        self.from
    }

    /// Where it goes.
    pub fn to(&self) -> SponsorState {
        self.to
    }

    /// Who answers.
    pub fn answerer(&self) -> AccountId {
        self.by
    }
}

fn as_sponsor(actor: &Actor, role: Option<MemberRole>) -> Result<(), Hindrance> {
    let standing = Standing::of(actor, role, None).ok_or(Hindrance::Absent)?;
    standing.may(Verb::Sponsor).map_err(Hindrance::Denied)
}

fn undecided(status: Status) -> Result<(), Hindrance> {
    if is_undecided(status) {
        Ok(())
    } else {
        Err(Hindrance::Stale(Message::new(stale_key(status))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Role;
    use crate::policy::trial::actor;

    fn organisation(n: u8) -> OrganisationId {
        OrganisationId::parse(&format!("0193a1b2-0000-7000-8000-00000000000{n}")).unwrap()
    }

    fn question(state: SponsorState, status: Status) -> Question {
        Question {
            id: SponsorshipId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap(),
            state,
            status,
            applicant: organisation(1),
        }
    }

    #[test]
    fn only_owners_of_another_organisation_consent() {
        let asked = question(SponsorState::Asked, Status::Submitted);
        let consent = |n, role| {
            MayAnswerSponsor::consent(&actor(Role::Applicant), asked, (organisation(n), role))
        };
        let may = consent(2, Some(MemberRole::Owner)).unwrap();
        assert_eq!(may.organisation(), Some(organisation(2)));
        let denied = |key| Hindrance::Denied(Message::new(key));
        let editor = consent(2, Some(MemberRole::Editor)).unwrap_err();
        assert_eq!(editor, denied("denied-owner"));
        assert_eq!(consent(2, None).unwrap_err(), Hindrance::Absent);
        let own = consent(1, Some(MemberRole::Owner)).unwrap_err();
        assert_eq!(own, denied("denied-own-sponsor"));
    }

    #[test]
    fn nothing_changes_after_the_decision() {
        for status in Status::ALL {
            let consented = question(SponsorState::Consented, status);
            let owner = Some(MemberRole::Owner);
            let revoked = MayAnswerSponsor::revoke(&actor(Role::Applicant), consented, owner);
            assert_eq!(revoked.is_ok(), is_undecided(status), "{status:?}");
        }
    }

    #[test]
    fn one_sponsor_at_a_time() {
        let application = ApplicationId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap();
        let about = (application, Status::Draft);
        let ask = |role, latest| {
            MayAskSponsor::on(
                &actor(Role::Applicant),
                Standing::Member(role),
                about,
                latest,
            )
            .is_ok()
        };
        for state in SponsorState::ALL {
            let free = ask(MemberRole::Editor, Some(state));
            assert_eq!(free, !state.is_open(), "{state:?}");
        }
        assert!(ask(MemberRole::Editor, None));
        assert!(!ask(MemberRole::Viewer, None));
    }
}
