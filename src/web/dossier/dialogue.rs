//! What is said about an application, in short: to the applicant the latest question
//! and the messages that wait, and apart from it the discussion of the inside and what
//! is known of the organisation beside its application.

use super::handlers::Dossier;
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::policy::engagement::MayQuote;
use crate::policy::review::SHOWN;
use crate::web::discussion;
use crate::web::discussion::words::{self, Over};
use crate::web::engagement::words::{ShownQuote, for_staff};
use crate::web::pressure::summary;
use crate::web::pressure::words::Group;
use crate::web::ui::{Badge, Link, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// The card of questions and messages.
pub struct Dialogue {
    /// The clarification that waits for its answer.
    pub pending: Option<Badge>,
    pub questions: Link,
    pub thread: Link,
    /// Messages that wait; nothing for none.
    pub waiting: Option<Badge>,
}

/// The card of an application.
pub fn dialogue(t: Locale, dossier: &Dossier) -> Dialogue {
    let id = dossier.subject.row.id;
    let pending = dossier.asked.iter().find(|one| one.row.is_pending());
    let waiting = usize::try_from(dossier.waiting).unwrap_or(0);
    let badge = |text: String| Badge {
        text,
        tone: Tone::Warn,
    };
    let questions = url::dossier_part(id, "clarifications");
    Dialogue {
        pending: pending.map(|_| badge(t.say("dossier-asked-pending"))),
        questions: Link::new(questions, t.count("dossier-questions", dossier.asked.len())),
        thread: Link::new(url::dossier_part(id, "thread"), t.say("thread-title")),
        waiting: (waiting > 0).then(|| badge(t.count("dossier-waiting", waiting))),
    }
}

/// The card of the discussion.
pub struct Talk {
    pub link: Link,
    /// That the reviews differ widely, and the numbers; nothing where they don't.
    pub flag: Option<(Badge, String)>,
}

/// The card, once reviewers get to see the application.
pub fn talk(t: Locale, dossier: &Dossier) -> Option<Talk> {
    let row = &dossier.subject.row;
    let (posts, flag) = &dossier.talk;
    let shown = SHOWN.contains(&row.status) || *posts > 0;
    shown.then(|| Talk {
        link: Link::new(
            discussion::place::of_staff(row.id),
            t.count("discussion-link", usize::try_from(*posts).unwrap_or(0)),
        ),
        flag: flag
            .as_ref()
            .map(|flag| (words::badge(t), words::numbers(t, flag, Over::Round))),
    })
}

/// What is quoted, with the way to end it while the reader may.
pub fn quotes(visit: &Visit, actor: &Actor, dossier: &Dossier) -> Vec<ShownQuote> {
    let row = &dossier.subject.row;
    let ends = MayQuote::on(actor, (row.id, row.status)).is_ok();
    let quotes = dossier.quotes.iter();
    let shown = quotes.map(|quote| for_staff(visit, dossier.rubric.as_ref(), quote, ends));
    shown.collect()
}

/// What happened to the organisation, by age.
pub fn pressure(visit: &Visit, dossier: &Dossier) -> Vec<Group> {
    let kinds = dossier
        .form
        .as_deref()
        .map(summary::kinds)
        .unwrap_or_default();
    summary::of_staff(visit, &kinds, &dossier.incidents)
}
