//! Files that people upload: where they lie, and what may lie there. Every file
//! is looked into before it is kept, and kept under a name of our own making.
//! Knows the disk and formats; no web, no database, no person.

mod accept;
mod clamd;
mod copy;
mod held;
mod office;
mod packed;
mod picture;
mod sealed;
mod storage;
mod sweep;
#[cfg(test)]
mod trial;
mod zipped;

pub use accept::{Bad, Stored, accept};
pub use clamd::Scanner;
pub use copy::{copy_all, key_at, path_of};
pub use packed::{Aside, Packed, PackedFile, Packing};
pub use storage::{Incoming, Part, PartError, Storage, create, make_folder};
pub use sweep::{Expected, Lost, missing};
pub use zipped::Zipped;
