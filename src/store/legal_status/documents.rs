//! Papers as they were seen. Every look is kept; the latest of a kind counts.

use diesel::prelude::*;

use crate::domain::check::CheckOutcome;
use crate::domain::legal_status::{DocumentKind, Held, NewDocument, Seen};
use crate::domain::moment::Day;
use crate::domain::{ApplicationId, FileId, LegalDocumentId, Moment, OrganisationId};
use crate::policy::legal_status::MayCheckPapers;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::schema::{accounts, legal_documents};
use crate::store::sealed_columns::{Cells, of_organisation};

/// Looks at papers of one organisation that are listed at most.
const MOST: i64 = 200;

/// A look at a paper, with the name of who looked.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = legal_documents, check_for_backend(MultiBackend))]
pub struct DocumentRow {
    pub id: LegalDocumentId,
    pub kind: DocumentKind,
    pub outcome: CheckOutcome,
    seen: String,
    /// With which application it came, or beside which it was looked at.
    pub application_id: Option<ApplicationId>,
    file_id: Option<FileId>,
    pub issued_on: Option<Day>,
    pub expires_on: Option<Day>,
    pub note: String,
    pub recorded_at: Moment,
    #[diesel(select_expression = accounts::name)]
    pub recorded_by: String,
}

impl DocumentRow {
    /// Where it was seen.
    pub fn seen(&self) -> Seen {
        match (self.file_id, self.seen.as_str()) {
            (Some(id), _) => Seen::File(id),
            (None, "register") => Seen::Register,
            (None, _) => Seen::Paper,
        }
    }

    /// What its standing goes by.
    pub fn held(&self) -> Held {
        Held {
            kind: self.kind,
            outcome: self.outcome,
            expires_on: self.expires_on,
        }
    }
}

/// The papers of an organisation that count, one of a kind.
pub fn latest(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<DocumentRow>, StoreError> {
    let rows: Vec<DocumentRow> = legal_documents::table
        .inner_join(accounts::table)
        .filter(legal_documents::organisation_id.eq(organisation))
        .filter(legal_documents::superseded_at.is_null())
        .order(legal_documents::id)
        .limit(MOST)
        .select(DocumentRow::as_select())
        .load(reader.connection())?;
    opened(reader, rows)
}

/// Opens the notes.
fn opened(reader: &mut Reader, mut rows: Vec<DocumentRow>) -> Result<Vec<DocumentRow>, StoreError> {
    let mut cells = Cells::of("legal_documents");
    for row in &mut rows {
        cells.add(&[row.id.as_str()], [("note", &mut row.note)]);
    }
    cells.open(reader)?;
    Ok(rows)
}

/// Every look at papers of a kind, latest first.
pub fn history(
    reader: &mut Reader,
    organisation: OrganisationId,
    kind: DocumentKind,
) -> Result<Vec<DocumentRow>, StoreError> {
    let rows: Vec<DocumentRow> = legal_documents::table
        .inner_join(accounts::table)
        .filter(legal_documents::organisation_id.eq(organisation))
        .filter(legal_documents::kind.eq(kind))
        .order((
            legal_documents::recorded_at.desc(),
            legal_documents::id.desc(),
        ))
        .limit(MOST)
        .select(DocumentRow::as_select())
        .load(reader.connection())?;
    opened(reader, rows)
}

/// Keeps a paper of the capability's organisation; the one that counted until now is
/// superseded.
pub fn insert(
    tx: &mut Tx,
    may: &MayCheckPapers,
    (kind, application): (DocumentKind, Option<ApplicationId>),
    new: &NewDocument,
) -> Result<(), StoreError> {
    let (id, now): (LegalDocumentId, _) = (mint(), tx.now());
    let owner = may.organisation();
    let sealed = of_organisation(tx, owner, ("legal_documents", &[id.as_str()]))?;
    let counting = legal_documents::table
        .filter(legal_documents::organisation_id.eq(may.organisation()))
        .filter(legal_documents::kind.eq(kind))
        .filter(legal_documents::superseded_at.is_null());
    diesel::update(counting)
        .set(legal_documents::superseded_at.eq(now))
        .execute(tx.connection())?;
    let file = match new.seen {
        Seen::File(file) => Some(file),
        Seen::Paper | Seen::Register => None,
    };
    diesel::insert_into(legal_documents::table)
        .values((
            legal_documents::id.eq(id),
            legal_documents::organisation_id.eq(may.organisation()),
            legal_documents::kind.eq(kind),
            legal_documents::outcome.eq(new.outcome),
            legal_documents::seen.eq(new.seen.kept()),
            legal_documents::application_id.eq(application),
            legal_documents::file_id.eq(file),
            legal_documents::issued_on.eq(new.issued_on.map(Day::iso)),
            legal_documents::expires_on.eq(new.expires_on.map(Day::iso)),
            legal_documents::note.eq(sealed.seal("note", &new.note)?),
            legal_documents::recorded_by.eq(may.by()),
            legal_documents::recorded_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
