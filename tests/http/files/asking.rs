//! How stories with files begin: a round whose form asks for them.

use std::sync::Arc;

use evenhand::config::Config;
use evenhand::domain::Translated;
use evenhand::domain::form::{Question, QuestionKind};
use evenhand::store::form::{self, FormVersion};
use evenhand::store::{mint, programme};

use crate::story::{Story, make_round, open_round};
use crate::support::TestSite;

/// A story whose round asks for papers (two, which reviewers see) and for letters
/// (three, which they don't) in the section `need`.
pub fn story() -> Story {
    story_with(|_| {})
}

/// The same with other settings.
pub fn story_with(settings: impl FnOnce(&mut Config)) -> Story {
    let site = TestSite::start_with(settings);
    let ada = site.first_admin("Ada Levi");
    ask_for_files(&site);
    make_round(&ada, &[]);
    open_round(&ada, "winter");
    Story { site, ada }
}

/// From now on forms of the programme ask for them.
pub fn ask_for_files(site: &TestSite) {
    let written = site.database.write(site.stamp(), |tx| {
        let programme = programme::by_slug(tx, "human-rights-fund")?
            .expect("it was installed")
            .id;
        let last = form::latest(tx, programme)?.expect("it has a form");
        let mut next = FormVersion {
            id: mint(),
            version: last.version + 1,
            ..last
        };
        let need = Arc::make_mut(&mut next.form)
            .sections
            .iter_mut()
            .find(|s| s.code == "need");
        let questions = &mut need.expect("the form asks for the need").questions;
        questions.push(question("papers", "Your papers", 2, true));
        questions.push(question("letters", "Letters to you", 3, false));
        form::insert(tx, programme, &next)
    });
    let written: Result<(), evenhand::store::StoreError> = written;
    written.expect("the form is written");
}

fn question(code: &str, label: &str, max_files: u32, reviewers: bool) -> Question {
    Question {
        code: code.to_owned(),
        label: Translated {
            en: label.to_owned(),
            ar: label.to_owned(),
            he: label.to_owned(),
        },
        hint: Translated::default(),
        required: false,
        reviewers,
        sensitive: false,
        shown_if: None,
        kind: QuestionKind::Files { max_files },
    }
}
