//! What an operator relies on: limits of what a line may bring, what is measured, what
//! is written into the log, letters that wait for their server.

mod letters;
mod limits;
mod log;
mod metrics;
