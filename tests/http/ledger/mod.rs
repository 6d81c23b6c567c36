//! The support ledger: files of funders, what staff learn, and what overlaps with an
//! application.

mod files;
mod judged;
mod overlaps;
mod support;

use crate::support::{Page, Person};

const FILE: &str = "/admin/ledger/file";
const HEAD: &str = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,\
    Recipient Org:Identifier,Recipient Org:Name,Funding Org:Name,\
    Planned Dates:Start Date,Planned Dates:Duration (months)";

/// A row of a funder's file: its id, what for, for whom.
fn row(id: &str, title: &str, recipient: &str) -> String {
    format!(
        "{id},{title},We accompany shepherds.,USD,9000,2026-11-01,,{recipient},Far Fund,\
         2026-12-01,6\n"
    )
}

/// Chooses a funder's file and presses the button; leads on.
fn bring(admin: &Person, rows: &str, accept: bool) -> Page {
    let part = |name: &str, extra: &str, text: &str| {
        format!("--xx\r\ncontent-disposition: form-data; name=\"{name}\"{extra}\r\n\r\n{text}\r\n")
    };
    let csrf = part("csrf", "", &admin.csrf());
    let named = "; filename=\"grants.csv\"\r\ncontent-type: text/csv";
    let table = format!("{HEAD}\n{rows}");
    let body = format!("{csrf}{}--xx--\r\n", part("file", named, &table));
    let kind = [("content-type", "multipart/form-data; boundary=xx")];
    let place = match accept {
        true => format!("{FILE}?accept=yes"),
        false => FILE.to_owned(),
    };
    let answer = admin.ask("POST", &place, &kind, Some(body.as_bytes()));
    match answer.status {
        303 => admin.get(answer.location()),
        _ => answer,
    }
}

/// The entries of the list of files.
fn entries(admin: &Person) -> Vec<String> {
    let page = admin.get("/admin/ledger");
    match page.has("table") {
        true => page.column("Files in the ledger", 1),
        false => Vec::new(),
    }
}
