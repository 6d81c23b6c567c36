//! Every address of the program, written once.

mod organisation;
mod sign_in;

pub use organisation::{
    desk, desk_part, member_invitation_revocation, member_page, members, membership, organisation,
    organisation_edit, sponsor_question, sponsorship_withdrawal, sponsorships,
};
pub use sign_in::{
    OPENID_BACK, OPENID_LEFT, OPENID_OUT, PASSKEY_REMOVAL, PASSKEYS, PROOF, PROOF_PASSKEY, SIGN_IN,
    SIGN_IN_PASSKEY, SIGN_IN_RESUME, openid_before, openid_to, passkey_removal, proof_before,
    sign_in_code_to, sign_in_to,
};

use crate::domain::form::{Home, Spot};
use crate::domain::{AccountId, ApplicationId, FileId, PhaseId, SessionId, UploadId};

pub const ROOT: &str = "/";
pub const SIGN_UP: &str = "/sign-up";
pub const ACCOUNT: &str = "/account";
/// The second step of one's sign-in.
pub const SECOND_FACTOR: &str = "/account/second-factor";
pub const RECOVERY_CODES: &str = "/account/second-factor/codes";
pub const SECOND_FACTOR_REMOVAL: &str = "/account/second-factor/removal";
/// What a reviewer says of themselves.
pub const ACCOUNT_REVIEWING: &str = "/account/reviewing";
pub const AFFILIATIONS: &str = "/account/affiliations";
pub const PASSWORD_RESET: &str = "/password-reset";
pub const PEOPLE: &str = "/admin/people";
pub const ALL_SESSIONS: &str = "/admin/people/sessions";
pub const HOME: &str = "/home";
pub const ORGANISATIONS: &str = "/organisations";
pub const NEW_ORGANISATION: &str = "/organisations/new";
/// Files of funders in the support ledger.
pub const LEDGER: &str = "/admin/ledger";
/// All organisations, for staff.
pub const DIRECTORY: &str = "/admin/organisations";
pub const APPLICATIONS: &str = "/applications";
pub const REVIEWS: &str = "/reviews";
pub const REVIEWS_SENT: &str = "/reviews?show=sent";
/// What every reviewer may take on.
pub const REVIEWS_OPEN: &str = "/reviews?show=open";
pub const REVIEWS_THANKS: &str = "/reviews/thank-you";

/// A place of this site to lead to, or nothing: `//host`, `/\host` and control
/// characters could leave the site.
pub fn safe_place(place: &str) -> Option<&str> {
    let own = place.starts_with('/')
        && !place.starts_with("//")
        && !place.contains('\\')
        && place.chars().all(|c| !c.is_control());
    own.then_some(place)
}

/// Percent-encodes for a query value.
pub fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

/// The page to make an organisation, leading on to a place.
pub fn new_organisation_to(place: &str) -> String {
    format!("{NEW_ORGANISATION}?return_to={}", encode(place))
}

/// What is known of a reviewer, for admins.
pub fn person_reviewing(id: AccountId) -> String {
    format!("{PEOPLE}/{id}/reviewing")
}

/// How somebody signs in, for admins.
pub fn person_sign_in(id: AccountId) -> String {
    format!("{PEOPLE}/{id}/sign-in")
}

/// In which currencies a round takes requests, for staff.
pub fn round_currencies(slug: &str) -> String {
    admin_round_part(slug, "currencies")
}

/// Where a round stops taking requests in a currency.
pub fn round_currency_end(slug: &str, code: &str) -> String {
    format!("{}/{}/end", round_currencies(slug), encode(code))
}

/// A round's public page.
pub fn round(slug: &str) -> String {
    format!("/rounds/{}", encode(slug))
}

/// Where an application in a round is started.
pub fn round_applications(slug: &str) -> String {
    format!("/rounds/{}/applications", encode(slug))
}

/// An application of one's own: the task list of a draft, else where it stands.
pub fn application(id: ApplicationId) -> String {
    format!("{APPLICATIONS}/{id}")
}

/// A page of an application: `check`, `receipt` and so on.
pub fn application_page(id: ApplicationId, page: &str) -> String {
    format!("{APPLICATIONS}/{id}/{page}")
}

/// What one's own application is asked, and the answer.
pub fn clarification(id: ApplicationId) -> String {
    application_page(id, "clarification")
}

/// The messages about one's own application.
pub fn thread(id: ApplicationId) -> String {
    application_page(id, "thread")
}

/// Messages of applicants that wait for an answer.
pub const THREADS: &str = "/admin/threads";

/// A section of a draft.
pub fn section(id: ApplicationId, code: &str) -> String {
    format!("{APPLICATIONS}/{id}/sections/{code}")
}

/// The files that answer a question of a section.
pub fn question_files(id: ApplicationId, section: &str, question: &str) -> String {
    format!("{APPLICATIONS}/{id}/sections/{section}/files/{question}")
}

/// A file of an application of one's own.
pub fn file(id: ApplicationId, file: FileId) -> String {
    format!("{APPLICATIONS}/{id}/files/{file}")
}

/// Where a file is taken off a draft.
pub fn file_removal(id: ApplicationId, file: FileId) -> String {
    format!("{APPLICATIONS}/{id}/files/{file}/removal")
}

/// Where the parts of a file arrive.
pub fn upload(id: ApplicationId, upload: UploadId) -> String {
    format!("{APPLICATIONS}/{id}/uploads/{upload}")
}

/// Where staff ask for a file.
pub fn dossier_file(id: ApplicationId, file: FileId) -> String {
    format!("/admin/applications/{id}/files/{file}")
}

/// Where a reviewer asks for a file.
pub fn review_file(id: ApplicationId, file: FileId) -> String {
    format!("{REVIEWS}/{id}/files/{file}")
}

/// Where the page of a section saves itself.
pub fn autosave(id: ApplicationId, code: &str) -> String {
    format!("{}/autosave", section(id, code))
}

/// Rounds as staff run them.
pub const ADMIN_ROUNDS: &str = "/admin/rounds";
/// Programmes as staff keep them.
pub const ADMIN_PROGRAMMES: &str = "/admin/programmes";
/// A programme's form as staff write it.
pub fn form(slug: &str) -> String {
    format!("{ADMIN_PROGRAMMES}/{slug}/form")
}

/// A page below a programme's form.
pub fn form_page(slug: &str, page: &str) -> String {
    format!("{ADMIN_PROGRAMMES}/{slug}/form/{page}")
}

/// Where a part of a programme's form is written.
pub fn form_part(slug: &str, spot: &Spot) -> String {
    format!("{ADMIN_PROGRAMMES}/{slug}/form/parts/{spot}")
}

/// Where a part is added to a home.
pub fn form_new(slug: &str, home: &Home) -> String {
    format!("{ADMIN_PROGRAMMES}/{slug}/form/new?in={home}")
}

/// A part in the list of a form's parts.
pub fn form_anchor(slug: &str, spot: &Spot) -> String {
    format!("{}#{}", form(slug), anchor(spot))
}

/// The id of a part in the list of a form's parts.
pub fn anchor(spot: &Spot) -> String {
    format!("p-{}", spot.to_string().replace('.', "-"))
}

/// The questions that tell whether an application makes sense.
pub fn eligibility(slug: &str) -> String {
    format!("/rounds/{}/eligibility", encode(slug))
}

/// The audit log.
pub const AUDIT: &str = "/admin/audit";

/// What a person did, and what was done to their account.
pub fn audit_of_person(person: AccountId) -> String {
    format!("{AUDIT}?person={person}")
}

/// A round's hub for staff.
pub fn admin_round(slug: &str) -> String {
    format!("{ADMIN_ROUNDS}/{slug}")
}

/// A page below a round's hub.
pub fn admin_round_part(slug: &str, part: &str) -> String {
    format!("{ADMIN_ROUNDS}/{slug}/{part}")
}

/// The review phases of a round.
pub fn phases(slug: &str) -> String {
    admin_round_part(slug, "phases")
}

/// Where a review phase is added.
pub fn new_phase(slug: &str) -> String {
    admin_round_part(slug, "phases/new")
}

/// One review phase of a round.
pub fn phase(slug: &str, id: PhaseId) -> String {
    format!("{}/{id}", phases(slug))
}

/// Where a review phase is removed.
pub fn phase_removal(slug: &str, id: PhaseId) -> String {
    format!("{}/removal", phase(slug, id))
}

/// The dossier of an application.
pub fn dossier(id: ApplicationId) -> String {
    format!("/admin/applications/{id}")
}

/// A page below a dossier.
pub fn dossier_part(id: ApplicationId, part: &str) -> String {
    format!("/admin/applications/{id}/{part}")
}

/// Where a session is ended.
pub fn session_end(id: SessionId) -> String {
    format!("/account/sessions/{id}/end")
}

/// The ranked applications of a round.
pub fn ranking(slug: &str) -> String {
    format!("/admin/rounds/{slug}/ranking")
}

/// How sure that ranking is.
pub fn certainty(slug: &str) -> String {
    format!("/admin/rounds/{slug}/ranking/certainty")
}

/// Every letter that a release will send.
pub fn release_letters(slug: &str) -> String {
    format!("{}/letters", release(slug))
}

/// Where many applications of a round are decided on at once.
pub fn decisions(slug: &str) -> String {
    admin_round_part(slug, "decisions")
}

/// Where a round's outcomes are released.
pub fn release(slug: &str) -> String {
    format!("/admin/rounds/{slug}/release")
}

/// What can be exported of a round, and where it is asked for.
pub fn exports(slug: &str) -> String {
    format!("/admin/rounds/{slug}/exports")
}

/// Where an application is decided on.
pub fn decision(id: ApplicationId) -> String {
    format!("/admin/applications/{id}/decision")
}

/// A reviewer's page of an application.
pub fn review(id: ApplicationId) -> String {
    format!("{REVIEWS}/{id}")
}

/// Where a review is sent.
pub fn review_submission(id: ApplicationId) -> String {
    format!("{REVIEWS}/{id}/submission")
}

/// Where a conflict of interest is declared.
pub fn declaration(id: ApplicationId) -> String {
    format!("{REVIEWS}/{id}/declaration")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_places_are_led_to() {
        for bad in [
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "",
            "/\t/evil",
        ] {
            assert_eq!(safe_place(bad), None, "{bad}");
        }
        assert_eq!(
            safe_place("/applications?after=1"),
            Some("/applications?after=1")
        );
    }
}
