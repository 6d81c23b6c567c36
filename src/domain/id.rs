//! Ids: one type per kind of thing, so that a review's id can't be passed for
//! an application's. An id is a UUID in its canonical text form, which is also
//! how both databases keep it.

/// Length of a UUID in text form.
const LENGTH: usize = 36;

/// The text is not a UUID in canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

fn canonical(text: &str) -> Result<[u8; LENGTH], NotAnId> {
    let bytes: [u8; LENGTH] = text.as_bytes().try_into().map_err(|_| NotAnId)?;
    let well_formed = bytes.iter().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
    });
    well_formed.then_some(bytes).ok_or(NotAnId)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; LENGTH]);

        impl $name {
            /// Takes a lower-case hyphenated UUID; anything else is refused.
            pub fn parse(text: &str) -> Result<Self, NotAnId> {
                canonical(text).map(Self)
            }

            /// The canonical text.
            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Self::parse(text)
            }
        }
    )+};
}

ids! {
    /// A request to look again at a decision.
    AppealId;
    /// A person who can sign in.
    AccountId;
    /// A key with which a program reads.
    AccessTokenId;
    /// An organisation that somebody says they belong or belonged to.
    AffiliationId;
    /// A signed-in browser, as its owner sees it in the list of sessions.
    SessionId;
    /// A passkey of somebody.
    PasskeyId;
    /// A standing purpose with its rules.
    ProgrammeId;
    /// One version of a programme's criteria.
    RubricId;
    /// One criterion of one rubric version.
    CriterionId;
    /// One version of a programme's application form.
    FormId;
    /// A dated opening of a programme.
    RoundId;
    /// A stretch of a round's reviewing with rules of its own.
    PhaseId;
    /// An organisation that applies.
    OrganisationId;
    /// One organisation's application in one round.
    ApplicationId;
    /// A document of an application.
    FileId;
    /// One reviewer's work on one application.
    ReviewId;
    /// A panel's meeting about applications of a round.
    MeetingId;
    /// A proposed, signed or released outcome of an application.
    DecisionId;
    /// What becomes of a released decision to fund; has the text of that decision's id.
    AwardId;
    /// An account to which the money of an award goes.
    BankAccountId;
    /// One transfer of an award.
    DisbursementId;
    /// A file of transfers for the bank.
    PaymentFileId;
    /// An invitation to join an organisation.
    MemberInvitationId;
    /// An organisation's consent to be another's fiscal sponsor, or the question.
    SponsorshipId;
    /// A file that is on its way.
    UploadId;
    /// A question to an applicant with a due date.
    ClarificationId;
    /// One message between an applicant and the programme.
    MessageId;
    /// One post in the discussion of an application.
    PostId;
    /// One look at a paper of an organisation.
    LegalDocumentId;
    /// One record of how money from the United States may reach an organisation.
    UsPathwayId;
    /// Something that staff did for the due diligence of an application.
    DiligenceStepId;
    /// A concern about an application.
    ConcernId;
    /// Somebody who is asked about an organisation, or the question.
    RefereeId;
    /// An organisation's being on hold.
    HoldId;
    /// One entry in the engagement log of an organisation.
    EngagementId;
    /// Words of such an entry, quoted about an application.
    QuoteId;
    /// Something that happened to an organisation: pressure of any kind.
    IncidentId;
    /// A file of grants that was read into the support ledger.
    LedgerFileId;
    /// One version of a watch list that was loaded.
    ListVersionId;
    /// One comparison of an organisation's names with watch lists.
    ListRunId;
    /// What a name of an organisation and an entry of a watch list have in common.
    ListHitId;
    /// An emergency purge, proposed or carried out.
    PurgeId;
    /// Somebody’s asking for erasure.
    ErasureRequestId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_its_text() {
        let text = "0193a1b2-0000-7000-8000-0123456789ab";
        assert_eq!(RoundId::parse(text).unwrap().as_str(), text);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "1",
            "0193A1B2-0000-7000-8000-0123456789AB",
            "0193a1b2_0000-7000-8000-0123456789ab",
        ] {
            assert_eq!(RoundId::parse(text), Err(NotAnId), "{text}");
        }
    }
}
