//! Applications as applicants see them: starting, writing, sending, following.

pub mod answers;
