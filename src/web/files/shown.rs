//! How a file stands on a page: its name, size, state, and the way to it.

use crate::domain::answers::FileRef;
use crate::domain::file::Scan;
use crate::domain::form::{Question, QuestionKind};
use crate::domain::{ApplicationId, FileId};
use crate::i18n::Locale;
use crate::store::attachment::AttachmentRow;
use crate::web::access::Applicant;
use crate::web::application::load::Opened;
use crate::web::round::questions::limit;
use crate::web::ui::{Badge, Tone};
use crate::web::url;

/// A file of one's own draft.
pub struct FileLine {
    pub name: String,
    pub size: String,
    pub when: String,
    pub state: Badge,
    pub href: String,
    pub removal: String,
}

/// A file of one's own draft as its owner sees it.
pub fn line(visit: &Applicant, row: &AttachmentRow) -> FileLine {
    let (t, application) = (visit.t, row.application_id);
    FileLine {
        name: row.name.clone(),
        size: size(t, row.size),
        when: t.when(row.uploaded_at, visit.zone()),
        state: state(t, row.scan),
        href: url::file(application, row.id),
        removal: url::file_removal(application, row.id),
    }
}

/// What a virus scanner said of a file.
pub fn state(t: Locale, scan: Scan) -> Badge {
    let (key, tone) = match scan {
        Scan::Clean => ("file-clean", Tone::Good),
        Scan::NotScanned => ("file-not-scanned", Tone::Neutral),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// A size for people.
pub fn size(t: Locale, bytes: i64) -> String {
    let bytes = u64::try_from(bytes).unwrap_or_default();
    if bytes < 1_000_000 {
        let kilobytes = i64::try_from(bytes.div_ceil(1000)).unwrap_or(i64::MAX);
        return t.with("size-kilobytes", "number", t.number(kilobytes));
    }
    let tenths = u32::try_from(bytes / 100_000).unwrap_or(u32::MAX);
    t.with("size-megabytes", "number", t.tenths(tenths))
}

/// A limit in whole megabytes, at least one.
pub fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes / 1_048_576).unwrap_or(i64::MAX).max(1)
}

/// A question that is answered with files, on the page of its section.
pub struct FilesBlock {
    pub id: String,
    pub label: String,
    pub hint: String,
    pub limit: String,
    pub optional: bool,
    pub files: Vec<FileLine>,
    /// What the button to its page posts.
    pub add: String,
}

/// The block of a question; nothing for a question of another kind.
pub fn block(visit: &Applicant, opened: &Opened, question: &Question) -> Option<FilesBlock> {
    let QuestionKind::Files { .. } = question.kind else {
        return None;
    };
    let mine = opened
        .files
        .iter()
        .filter(|row| row.question == question.code);
    Some(FilesBlock {
        id: format!("f-{}", question.code),
        label: question.label.get(visit.t.language()).to_owned(),
        hint: question.hint.get(visit.t.language()).to_owned(),
        limit: limit(visit.t, &question.kind).unwrap_or_default(),
        optional: !question.required,
        files: mine.map(|row| line(visit, row)).collect(),
        add: format!("{ADD}{}", question.code),
    })
}

/// What the button of a section posts before the code of the question.
pub const ADD: &str = "files.";

/// The way to the files of an application, for one kind of reader.
pub enum Door<'a> {
    /// Their owner, who just opens them.
    Own(ApplicationId),
    /// Staff and reviewers ask for them by a form, because it is noted.
    Staff(ApplicationId, &'a str),
    Reviewer(ApplicationId, &'a str),
}

/// A file among answers.
pub struct ShownFile {
    pub name: String,
    pub size: String,
    /// Of its content.
    pub sha256: String,
    pub id: FileId,
    /// Empty where there is no way to it.
    pub href: String,
    /// The token of the form that asks for it; empty for a plain link.
    pub csrf: String,
}

impl ShownFile {
    /// A file of an answer, without a way to it.
    pub fn of(t: Locale, file: &FileRef) -> Self {
        Self {
            name: file.name.clone(),
            size: size(t, file.size),
            sha256: file.sha256.clone(),
            id: file.id,
            href: String::new(),
            csrf: String::new(),
        }
    }

    /// Opens a way to it.
    pub fn open(&mut self, door: &Door) {
        let (href, csrf) = match door {
            Door::Own(application) => (url::file(*application, self.id), ""),
            Door::Staff(application, csrf) => (url::dossier_file(*application, self.id), *csrf),
            Door::Reviewer(application, csrf) => (url::review_file(*application, self.id), *csrf),
        };
        self.href = href;
        csrf.clone_into(&mut self.csrf);
    }
}
