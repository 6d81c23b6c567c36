//! What staff and applicant said to each other, in short: the latest question
//! and the messages that wait.

use super::handlers::Dossier;
use crate::i18n::Locale;
use crate::web::ui::{Badge, Link, Tone};
use crate::web::url;

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
