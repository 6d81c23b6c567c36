//! The program as an operator meets it: commands, exit codes, one line for each
//! mistake, starting and stopping.

mod data;
mod mistakes;
mod place;
mod serving;
