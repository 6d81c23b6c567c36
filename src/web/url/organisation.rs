//! Addresses of organisations, their people and what is known about them.

use super::{DIRECTORY, ORGANISATIONS, encode};
use crate::domain::{AccountId, MemberInvitationId, OrganisationId, SponsorshipId};

/// An organisation as staff see it.
pub fn desk(id: OrganisationId) -> String {
    format!("{DIRECTORY}/{id}")
}

/// A page of evidence about an organisation, for staff; the empty part is the first one.
pub fn desk_part(id: OrganisationId, part: &str) -> String {
    match part {
        "" => desk(id),
        part => format!("{}/{part}", desk(id)),
    }
}

/// An organisation's profile.
pub fn organisation(id: OrganisationId) -> String {
    format!("{ORGANISATIONS}/{id}")
}

/// Where an organisation's profile is changed.
pub fn organisation_edit(id: OrganisationId) -> String {
    format!("{ORGANISATIONS}/{id}/edit")
}

/// An organisation's people.
pub fn members(id: OrganisationId) -> String {
    format!("{ORGANISATIONS}/{id}/people")
}

/// A page about one of an organisation's people.
pub fn member_page(id: OrganisationId, person: AccountId, page: &str) -> String {
    format!("{ORGANISATIONS}/{id}/people/{person}/{page}")
}

/// Where an invitation to an organisation is taken back.
pub fn member_invitation_revocation(id: OrganisationId, invitation: MemberInvitationId) -> String {
    format!("{ORGANISATIONS}/{id}/invitations/{invitation}/revocation")
}

/// The page behind an invitation to an organisation.
pub fn membership(secret: &str) -> String {
    format!("/memberships/{}", encode(secret))
}

/// The page behind the question to a fiscal sponsor.
pub fn sponsor_question(secret: &str) -> String {
    format!("/sponsorships/{}", encode(secret))
}

/// The consents that an organisation gave as fiscal sponsor.
pub fn sponsorships(id: OrganisationId) -> String {
    format!("{ORGANISATIONS}/{id}/sponsorships")
}

/// Where such a consent is taken back.
pub fn sponsorship_withdrawal(id: OrganisationId, sponsorship: SponsorshipId) -> String {
    format!("{ORGANISATIONS}/{id}/sponsorships/{sponsorship}/withdrawal")
}
