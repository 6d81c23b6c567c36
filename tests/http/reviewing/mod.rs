//! Following a round's reviewing: reviews out of files, reminders, who has opened,
//! begun and sent what.

mod import;
mod import_facts;
mod progress;
mod reminders;

use crate::support::{Page, Person};

const PAGE: &str = "/admin/rounds/autumn/reviewing";
const FILE: &str = "/admin/rounds/autumn/reviewing/file";
const READY: &str = "/admin/rounds/autumn/reviewing/import";

/// Columns of a wide file without the words.
const HEAD: &str = "application,reviewer,values,nondup,political,financial,admin,legal";

/// Chooses a table and presses the button; leads on.
fn bring(admin: &Person, text: &str) -> Page {
    let token = admin.csrf();
    let part = |name: &str, extra: &str, text: &str| {
        format!("--xx\r\ncontent-disposition: form-data; name=\"{name}\"{extra}\r\n\r\n{text}\r\n")
    };
    let csrf = part("csrf", "", &token);
    let named = "; filename=\"reviews.csv\"\r\ncontent-type: text/csv";
    let body = format!("{csrf}{}--xx--\r\n", part("file", named, text));
    let kind = [("content-type", "multipart/form-data; boundary=xx")];
    let answer = admin.ask("POST", FILE, &kind, Some(body.as_bytes()));
    match answer.status {
        303 => admin.get(answer.location()),
        _ => answer,
    }
}

/// Brings a table that is sound, and has it kept.
fn import(admin: &Person, text: &str) -> Page {
    let ready = bring(admin, text);
    assert_eq!(ready.path, READY, "{}", ready.text());
    admin.submit(&ready, READY, &[])
}

/// Row, column and words of everything that is wrong.
fn wrong(page: &Page) -> Vec<(String, String, String)> {
    assert_eq!(page.status, 422, "{}", page.text());
    let rows = page.table("What is wrong").into_iter();
    rows.map(|row| (row[0].clone(), row[1].clone(), row[2].clone()))
        .collect()
}
