//! The program as an operator meets it: commands, exit codes, one line for each
//! mistake, starting and stopping.

mod analyse;
mod data;
mod mistakes;
mod place;
mod screen;
mod serving;
