//! How domain types stand in columns: ids and codes as text, instants as
//! microseconds, texts in three languages as JSON.

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, Queryable};
use diesel::expression::AsExpression;
use diesel::internal::derives::as_expression::Bound;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::{BigInt, Nullable, Text};
use serde::{Deserialize, Serialize};

use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::check::CheckOutcome;
use crate::domain::decision::Outcome;
use crate::domain::filing::Channel;
use crate::domain::member::MemberRole;
use crate::domain::review::ConflictKind;
use crate::domain::round::RoundState;
use crate::domain::rubric::CriterionKind;
use crate::domain::score::Judgement;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{self, Moment, Translated};

/// Lets a domain type be bound and loaded as a text column. `$text` gives its
/// text by reference, `$read` makes it again.
macro_rules! text_column {
    ($type:ty, $text:expr, $read:expr) => {
        impl<DB: Backend> ToSql<Text, DB> for $type
        where
            str: ToSql<Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                let text: fn(&Self) -> &str = $text;
                <str as ToSql<Text, DB>>::to_sql(text(self), out)
            }
        }
        impl<DB: Backend> FromSql<Text, DB> for $type
        where
            String: FromSql<Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
                let text = <String as FromSql<Text, DB>>::from_sql(bytes)?;
                let read: fn(&str) -> Option<Self> = $read;
                read(&text).ok_or_else(|| format!("not a {}: {text:?}", stringify!($type)).into())
            }
        }
        bindable!($type, Text);
    };
}

/// Lets a type be loaded, compared with and inserted.
macro_rules! bindable {
    ($type:ty, $sql:ty) => {
        impl<DB: Backend> Queryable<$sql, DB> for $type
        where
            Self: FromSql<$sql, DB>,
        {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
        impl<DB: Backend> ToSql<Nullable<$sql>, DB> for $type
        where
            Self: ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                ToSql::<$sql, DB>::to_sql(self, out)
            }
        }
        bindable!(@ $type, $sql, $type);
        bindable!(@ $type, $sql, &'a $type);
    };
    (@ $type:ty, $sql:ty, $bound:ty) => {
        impl<'a> AsExpression<$sql> for $bound {
            type Expression = Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<'a> AsExpression<Nullable<$sql>> for $bound {
            type Expression = Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
    };
}

macro_rules! id_columns {
    ($($id:ident),+) => {$(
        text_column!(domain::$id, |id| id.as_str(), |text| domain::$id::parse(text).ok());
    )+};
}

macro_rules! code_columns {
    ($($code:ty),+) => {$(
        text_column!($code, |code| code.code(), |text| <$code>::from_code(text));
    )+};
}

id_columns!(
    AccessTokenId,
    AccountId,
    AffiliationId,
    AppealId,
    ApplicationId,
    AwardId,
    BankAccountId,
    ClarificationId,
    ConcernId,
    CriterionId,
    DecisionId,
    DiligenceStepId,
    DisbursementId,
    EngagementId,
    ErasureRequestId,
    FileId,
    FormId,
    HoldId,
    IncidentId,
    LedgerFileId,
    LegalDocumentId,
    ListHitId,
    ListRunId,
    ListVersionId,
    MeetingId,
    MemberInvitationId,
    MessageId,
    OrganisationId,
    PasskeyId,
    PaymentFileId,
    PhaseId,
    PostId,
    ProgrammeId,
    PurgeId,
    QuoteId,
    RefereeId,
    ReviewId,
    RoundId,
    RubricId,
    SessionId,
    SponsorshipId,
    UploadId,
    UsPathwayId
);
code_columns!(
    Role,
    Status,
    Outcome,
    RoundState,
    CriterionKind,
    ConflictKind,
    domain::appeal::Cause,
    domain::review::Confidence,
    domain::review::Recommendation,
    Judgement,
    CheckOutcome,
    domain::due_diligence::Step,
    domain::legal_status::DocumentKind,
    domain::legal_status::UsPathway,
    domain::referee::Advice,
    domain::referee::RefereeState,
    MemberRole,
    Channel,
    SponsorState,
    crate::domain::form::Stage,
    domain::Language,
    domain::list_screening::HitState,
    domain::list_screening::Jurisdiction,
    domain::list_screening::Purpose,
    domain::phase::Scope,
    domain::phase::Others,
    domain::file::FileKind,
    domain::file::Scan,
    domain::award::AmendmentKind,
    domain::award::AwardState,
    domain::award::ReportKind,
    domain::award::ReportState,
    domain::clarification::Kind,
    domain::engagement::Audience,
    domain::engagement::EngagementKind,
    domain::ledger::EntryKind,
    domain::overlap::Standing,
    domain::conflict::Found,
    domain::notice::Frequency,
    domain::publication::Publication,
    domain::purge::Cause,
    domain::retention::Kind,
    domain::pressure::Certainty,
    domain::pressure::Precision,
    domain::pressure::Source,
    domain::pressure::State,
    domain::notice::NoticeKind
);
text_column!(domain::Currency, |c| c.code(), |text| {
    domain::Currency::kept(text)
});

/// Lets a type whose text is made anew each time be loaded from a text column.
macro_rules! read_column {
    ($type:ty) => {
        impl<DB: Backend> FromSql<Text, DB> for $type
        where
            String: FromSql<Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
                let text = <String as FromSql<Text, DB>>::from_sql(bytes)?;
                <$type>::parse(&text)
                    .map_err(|_| format!("not a {}: {text:?}", stringify!($type)).into())
            }
        }
        impl<DB: Backend> Queryable<Text, DB> for $type
        where
            Self: FromSql<Text, DB>,
        {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}

read_column!(domain::moment::Day);
read_column!(domain::rate::Rate);

impl<DB: Backend> ToSql<BigInt, DB> for Moment
where
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        <i64 as ToSql<BigInt, DB>>::to_sql(self.as_micros(), out)
    }
}

impl<DB: Backend> FromSql<BigInt, DB> for Moment
where
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        <i64 as FromSql<BigInt, DB>>::from_sql(bytes).map(Self::from_micros)
    }
}

bindable!(Moment, BigInt);

/// [`Translated`] as it stands in a column.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
pub struct TranslatedJson {
    en: String,
    ar: String,
    he: String,
}

impl From<&Translated> for TranslatedJson {
    fn from(text: &Translated) -> Self {
        Self {
            en: text.en.clone(),
            ar: text.ar.clone(),
            he: text.he.clone(),
        }
    }
}

impl From<TranslatedJson> for Translated {
    fn from(json: TranslatedJson) -> Self {
        Self {
            en: json.en,
            ar: json.ar,
            he: json.he,
        }
    }
}

impl<DB: Backend> FromSql<Text, DB> for Translated
where
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, DB>>::from_sql(bytes)?;
        Ok(serde_json::from_str::<TranslatedJson>(&text)?.into())
    }
}

impl<DB: Backend> Queryable<Text, DB> for Translated
where
    Self: FromSql<Text, DB>,
{
    type Row = Self;
    fn build(row: Self) -> deserialize::Result<Self> {
        Ok(row)
    }
}

/// The JSON of a text for writing.
pub fn translated_json(text: &Translated) -> String {
    serde_json::to_string(&TranslatedJson::from(text)).unwrap_or_default()
}
