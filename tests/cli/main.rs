//! The program as an operator meets it: commands, exit codes, one line for each
//! mistake, starting and stopping.

mod analyse;
mod backup;
mod damaged;
mod data;
mod demo_log;
mod draw;
mod forged;
mod ledger;
mod listening;
mod mistakes;
mod place;
mod reviews;
mod screen;
mod seed;
mod serving;
mod watch_list;
