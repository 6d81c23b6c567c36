//! Stories told through the real program over HTTP, on SQLite or, when
//! `EVENHAND_TEST_DATABASE` names a PostgreSQL, there.

mod story;
mod support;
mod whole;

#[path = "files/asking.rs"]
mod asking;

mod access;
mod account;
mod application;
mod assigning;
mod assignment;
mod audit;
mod award;
mod backup;
mod board;
mod carrying;
mod certainty;
mod conflict;
mod dashboard;
mod decision;
mod deliberation;
mod dialogue;
mod discussion;
mod due_diligence;
mod emergency;
mod engagement;
mod engagement_files;
mod export;
mod failover;
mod files;
mod form_editor;
mod frame;
mod hostile;
mod ledger;
mod legal_status;
mod links;
mod list_screening;
mod meeting;
mod money;
mod moving;
mod nodes;
mod offline;
mod operations;
mod organisation;
mod people;
mod phases;
mod plans;
mod pressure;
mod queries;
mod record;
mod review;
mod reviewed;
mod reviewing;
mod rolling;
mod round;
mod rubric_editor;
mod saving;
mod sayings;
mod schema;
mod screening;
mod seeding;
mod turnaround;
mod turns;
mod weak_line;
