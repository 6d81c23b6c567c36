//! What an operator relies on: limits of what a line may bring, what is measured, what
//! is written into the log.

mod limits;
mod log;
mod metrics;
