//! Due diligence: what programmes need, the steps that were taken for an application,
//! and concerns about it.

mod ahead;
mod concerns;
mod on_record;
mod steps;
mod tiers;

pub use ahead::{Ahead, ahead, all_ahead, go_ahead};
pub use concerns::{ConcernRow, concerns, concerns_batch, insert_concern, resolve};
pub use on_record::{OnRecord, on_record};
pub use steps::{StepRow, insert_step, second, steps};
pub use tiers::{are_set, set_tiers, tiers};
