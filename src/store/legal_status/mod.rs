//! Papers of organisations and what they come to, what programmes ask for, pathways of
//! money from the United States. Whose reach an organisation is in is the caller's to
//! ask, but for lists over many.

mod documents;
mod expiring;
mod needs;
mod pathway;
mod standing;

pub use documents::{DocumentRow, history, insert, latest};
pub use expiring::{Expiring, Keeper, count_expiring, expiring, keepers, note_reminded};
pub use needs::{of_forms, programme_of, set};
pub use pathway::{PathwayRow, insert as insert_pathway, of_organisation as pathways};
pub use standing::{Behind, Legal, behind, of_organisations, verified};
