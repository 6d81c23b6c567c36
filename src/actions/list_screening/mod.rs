//! List screening: loading versions of watch lists, saying which count, comparing names,
//! answering hits, and what stands between an award and its signature. Nothing here
//! changes an application.

mod answer;
mod award;
mod desks;
mod files;
mod load;
mod run;
mod setting;

pub use answer::answer_hit;
pub use award::{Concern, concern, screened, settled_or_reasoned, was_acknowledged};
pub use files::SourceFiles;
pub use load::{Loaded, check, load};
pub use run::{
    Prepared, Standing, keep, keep_before, keep_by_itself, prepare, standings, standings_for,
};
pub use setting::{set_rule, set_sources};
