//! Files that people upload: where they lie, and what may lie there. Every file
//! is looked into before it is kept, and kept under a name of our own making.
//! Knows the disk, buckets and formats; no web, no database, no person.

mod accept;
mod bucket;
mod clamd;
mod copy;
mod held;
mod lost;
mod office;
mod packed;
mod part;
mod picture;
mod sealed;
mod storage;
mod stretch;
mod sweep;
#[cfg(test)]
mod trial;
mod writable;
mod zipped;

pub use accept::{Bad, Stored, accept};
pub use bucket::{Bucket, Unready};
pub use clamd::Scanner;
pub use copy::{copy_all, key_at, path_of};
pub use held::Held;
pub use lost::{Expected, Lost, missing, sound};
pub use packed::{Aside, Packed, PackedFile, Packing};
pub use part::{Arriving, Part, PartError};
pub use sealed::fresh_secret;
pub use storage::{Incoming, Storage, create, make_folder};
pub use stretch::{SealedIncoming, Whole};
pub use zipped::Zipped;
