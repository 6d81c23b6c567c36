//! Words of the log that were quoted about applications.

use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::{Reader, Tx, mint};
use super::super::envelope::Ring;
use super::super::schema::{accounts, applications, engagement_quotes, engagements};
use super::super::sealed_answers::Keys;
use super::seal;
use crate::domain::engagement::{Audience, EngagementKind, Quote};
use crate::domain::moment::Day;
use crate::domain::{ApplicationId, EngagementId, Moment, OrganisationId, QuoteId};
use crate::policy::engagement::MayQuote;

diesel::alias!(engagements as quoted_versions: QuotedVersions);

/// A quotation that stands, with what its entry says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteRow {
    pub id: QuoteId,
    pub entry: EngagementId,
    pub organisation: OrganisationId,
    pub application: ApplicationId,
    pub reference: String,
    pub audience: Audience,
    /// Code of a criterion; empty for the whole application.
    pub criterion: String,
    pub words: String,
    pub quoted_by: String,
    pub quoted_at: Moment,
    /// As the entry stood when it was quoted.
    pub kind: EngagementKind,
    pub day: Day,
    pub place: String,
    /// The entry was corrected since.
    pub corrected: bool,
    /// The entry was a mistake, as it turned out.
    pub mistaken: bool,
}

type Columns = (
    (QuoteId, EngagementId, OrganisationId, ApplicationId, String),
    (Audience, String, String, String, Moment),
    (EngagementKind, Day, String),
    (i32, i32, bool),
    (Option<String>, Option<String>),
);

/// The quotations about an application, in the order in which they were made. For
/// reviewers only those meant for them, without those of entries that were mistakes.
pub fn quoted(
    reader: &mut Reader,
    application: ApplicationId,
    audience: Audience,
) -> Result<Vec<QuoteRow>, StoreError> {
    let ids: Vec<QuoteId> = engagement_quotes::table
        .filter(engagement_quotes::application_id.eq(application))
        .filter(engagement_quotes::ended_at.is_null())
        .select(engagement_quotes::id)
        .load(reader.connection())?;
    let mut rows = standing(reader, ids)?;
    if audience == Audience::Reviewers {
        rows.retain(|row| row.audience == Audience::Reviewers && !row.mistaken);
    }
    Ok(rows)
}

/// The quotations of an entry, in the order in which they were made.
pub fn of_entry(reader: &mut Reader, entry: EngagementId) -> Result<Vec<QuoteRow>, StoreError> {
    let ids: Vec<QuoteId> = engagement_quotes::table
        .filter(engagement_quotes::engagement_id.eq(entry))
        .select(engagement_quotes::id)
        .load(reader.connection())?;
    standing(reader, ids)
}

/// A quotation that stands.
pub fn find_quote(reader: &mut Reader, id: QuoteId) -> Result<Option<QuoteRow>, StoreError> {
    Ok(standing(reader, vec![id])?.pop())
}

/// Those of these that were not ended.
fn standing(reader: &mut Reader, ids: Vec<QuoteId>) -> Result<Vec<QuoteRow>, StoreError> {
    let version = quoted_versions
        .field(engagements::id)
        .eq(engagement_quotes::engagement_id)
        .and(
            quoted_versions
                .field(engagements::version)
                .eq(engagement_quotes::version),
        );
    let latest = engagements::id
        .eq(engagement_quotes::engagement_id)
        .and(engagements::latest.eq(true));
    let rows: Vec<Columns> = engagement_quotes::table
        .inner_join(quoted_versions.on(version))
        .inner_join(engagements::table.on(latest))
        .inner_join(accounts::table.on(accounts::id.eq(engagement_quotes::quoted_by)))
        .inner_join(applications::table.on(applications::id.eq(engagement_quotes::application_id)))
        .filter(engagement_quotes::id.eq_any(ids))
        .filter(engagement_quotes::ended_at.is_null())
        .order(engagement_quotes::id)
        .select((
            (
                engagement_quotes::id,
                engagement_quotes::engagement_id,
                engagements::organisation_id,
                engagement_quotes::application_id,
                applications::reference,
            ),
            (
                engagement_quotes::audience,
                engagement_quotes::criterion,
                engagement_quotes::words,
                accounts::name,
                engagement_quotes::quoted_at,
            ),
            (
                quoted_versions.field(engagements::kind),
                quoted_versions.field(engagements::day),
                quoted_versions.field(engagements::place),
            ),
            (
                engagement_quotes::version,
                engagements::version,
                engagements::mistaken,
            ),
            (
                engagement_quotes::sealed,
                quoted_versions.field(engagements::sealed),
            ),
        ))
        .load(reader.connection())?;
    let sealed = rows.iter().flat_map(|row| [&row.4.0, &row.4.1]);
    let ring = Ring::of(reader, sealed.filter_map(|one| one.as_deref()))?;
    let keys = (reader.vault(), &ring);
    rows.into_iter().map(|one| row(keys, one)).collect()
}

fn row(keys: Keys, (what, said, of, state, sealed): Columns) -> Result<QuoteRow, StoreError> {
    let (id, entry, organisation, application, reference) = what;
    let (audience, criterion, words, quoted_by, quoted_at) = said;
    let (kind, day, place) = of;
    let (version, latest, mistaken) = state;
    let quoted = (sealed.0.as_deref(), words);
    let words = seal::words(quoted, keys, (application, id))?;
    let [theirs, ours, notes, reason] = [const { String::new() }; 4];
    let entered = (sealed.1.as_deref(), [place, theirs, ours, notes, reason]);
    let [place, ..] = seal::texts(entered, keys, (organisation, entry, version))?;
    Ok(QuoteRow {
        id,
        entry,
        organisation,
        application,
        reference,
        audience,
        criterion,
        words,
        quoted_by,
        quoted_at,
        kind,
        day,
        place,
        corrected: version < latest,
        mistaken,
    })
}

/// Whether this press of the button made a quotation already.
pub fn is_quoted(
    reader: &mut Reader,
    application: ApplicationId,
    press: &str,
) -> Result<bool, StoreError> {
    let found: Option<QuoteId> = engagement_quotes::table
        .filter(engagement_quotes::application_id.eq(application))
        .filter(engagement_quotes::press.eq(press))
        .select(engagement_quotes::id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Quotes words of a version of an entry.
pub fn insert_quote(
    tx: &mut Tx,
    may: &MayQuote,
    (entry, version, press): (EngagementId, i32, &str),
    quote: &Quote,
) -> Result<QuoteId, StoreError> {
    let (id, now): (QuoteId, _) = (mint(), tx.now());
    let hidden = seal::sealed_words(tx, (may.application(), id), &quote.words)?;
    diesel::insert_into(engagement_quotes::table)
        .values((
            engagement_quotes::id.eq(id),
            engagement_quotes::engagement_id.eq(entry),
            engagement_quotes::version.eq(version),
            engagement_quotes::application_id.eq(may.application()),
            engagement_quotes::audience.eq(quote.audience),
            engagement_quotes::criterion.eq(&quote.criterion),
            // The column of former releases.
            engagement_quotes::words.eq(""),
            engagement_quotes::sealed.eq(hidden),
            engagement_quotes::quoted_by.eq(may.by()),
            engagement_quotes::quoted_at.eq(now),
            engagement_quotes::press.eq(press),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Ends a quotation; its words stay here and are shown nowhere.
pub fn end_quote(tx: &mut Tx, may: &MayQuote, id: QuoteId) -> Result<(), StoreError> {
    let now = tx.now();
    let standing = engagement_quotes::table
        .find(id)
        .filter(engagement_quotes::application_id.eq(may.application()))
        .filter(engagement_quotes::ended_at.is_null());
    diesel::update(standing)
        .set((
            engagement_quotes::ended_by.eq(may.by()),
            engagement_quotes::ended_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
