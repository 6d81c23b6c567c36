//! The rules of grantmaking, pure: no database, no web, no clock, no randomness.
//! Times and ids come in as arguments; what is wrong goes out as a [`Message`].

pub mod access_token;
pub mod account;
pub mod allocation;
pub mod answers;
pub mod appeal;
pub mod application;
pub mod assignment;
pub mod award;
pub mod balance;
pub mod blind;
pub mod budget;
pub mod certification;
pub mod check;
pub mod clarification;
pub mod code_name;
pub mod conflict;
pub mod country;
pub mod currency;
pub mod dashboard;
pub mod decision;
pub mod device;
pub mod difference;
pub mod discussion;
pub mod due_diligence;
pub mod engagement;
pub mod erasure_request;
pub mod file;
pub mod filing;
pub mod flag;
pub mod form;
pub mod fraction;
pub mod funding_line;
pub mod grams;
pub mod hold;
pub mod id;
pub mod language;
pub mod ledger;
pub mod legal_status;
pub mod letter;
pub mod list_screening;
pub mod lots;
pub mod meeting;
pub mod member;
pub mod message;
pub mod moment;
pub mod money;
pub mod names;
pub mod notice;
pub mod numerals;
pub mod openid;
pub mod organisation;
pub mod overlap;
pub mod passkey;
pub mod password;
pub mod phase;
pub mod portfolio;
pub mod pressure;
pub mod programme;
pub mod publication;
pub mod purge;
pub mod ranking;
pub mod rate;
pub mod referee;
pub mod reminder;
pub mod reserve;
pub mod retention;
pub mod review;
pub mod reviewer;
pub mod round;
pub mod round_draft;
pub mod rubric;
pub mod score;
pub mod screening;
pub mod second_factor;
pub mod shortlist;
pub mod sponsorship;
pub mod statistics;
pub mod suppression;
pub mod thread;
pub mod turnaround;
pub mod wording;

pub use country::Country;
pub use currency::Currency;
pub use fraction::Fraction;
pub use id::{
    AccessTokenId, AccountId, AffiliationId, AppealId, ApplicationId, AwardId, BankAccountId,
    ClarificationId, ConcernId, CriterionId, DecisionId, DiligenceStepId, DisbursementId,
    EngagementId, ErasureRequestId, FileId, FormId, HoldId, IncidentId, LedgerFileId,
    LegalDocumentId, ListHitId, ListRunId, ListVersionId, MeetingId, MemberInvitationId, MessageId,
    OrganisationId, PasskeyId, PaymentFileId, PhaseId, PostId, ProgrammeId, PurgeId, QuoteId,
    RefereeId, ReviewId, RoundId, RubricId, SessionId, SponsorshipId, UploadId, UsPathwayId,
};
pub use language::{Language, Translated};
pub use message::{Message, Problem, Problems};
pub use moment::Moment;
pub use money::Money;
