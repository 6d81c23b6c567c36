//! The pages of reviews.

use askama::Template;

use super::beside::Beside;
use super::compare::{Comparison, ScoreCard};
use super::form::{KeptMark, ReviewForm};
use super::talk::ShownTalk;
use crate::i18n::Locale;
use crate::web::application::answers::ShownSection;
use crate::web::chrome::Chrome;
use crate::web::meeting::ToCome;
use crate::web::turnaround::LatePanel;
use crate::web::ui::{self, Badge, Field, Link, Notice, Pager};

/// One application in a queue.
pub struct ShownTask {
    pub href: String,
    pub reference: String,
    /// Empty until the reviewer has declared; so is the organisation.
    pub title: String,
    pub organisation: String,
    pub round: String,
    /// When it is due, or was sent.
    pub when: String,
    pub machine: String,
    pub left: Badge,
    pub state: Badge,
    /// Where it is discussed that its reviews differ widely; `None` where they don't.
    pub differs: Option<Link>,
}

/// A reviewer's queue.
#[derive(Template)]
#[template(path = "review/queue.html")]
pub struct QueuePage {
    pub chrome: Chrome,
    pub t: Locale,
    /// What is late and waits for the reviewer.
    pub late: LatePanel,
    /// That the reviewer is invited to.
    pub meetings: Vec<ToCome>,
    pub tabs: Vec<Link>,
    /// To choose from; empty for the other lists.
    pub orders: Vec<Link>,
    /// Whether this is the list of what was sent.
    pub sent: bool,
    /// Whether this is the list of what is open to every reviewer.
    pub open: bool,
    pub assigned: usize,
    pub submitted: usize,
    pub progress: String,
    pub tasks: Vec<ShownTask>,
    pub pager: Pager,
}

/// Something known about an application, in one or more lines.
pub struct Fact {
    pub label: String,
    pub values: Vec<String>,
    /// Always left to right, such as an address.
    pub latin: bool,
}

impl Fact {
    /// A fact without its empty lines.
    pub fn new(label: String, values: Vec<String>) -> Self {
        Self {
            label,
            values: values.into_iter().filter(|v| !v.is_empty()).collect(),
            latin: false,
        }
    }

    /// The same, left to right.
    #[must_use]
    pub fn latin(mut self) -> Self {
        self.latin = true;
        self
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// The phase in force as reviewers are told of it.
pub struct ShownRules {
    pub name: String,
    pub span: String,
    pub rules: Vec<String>,
}

/// The declaration of a conflict of interest, or that there is none.
#[derive(Template)]
#[template(path = "review/declaration.html")]
pub struct DeclarationPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub reference: String,
    pub round: String,
    /// None where the phase doesn't name applicants.
    pub facts: Vec<Fact>,
    /// Why the system thinks that there may be a conflict.
    pub hints: Vec<String>,
    pub phase: ShownRules,
    pub action: String,
    pub kind: Field,
    pub note: Field,
    /// Whether "none" was declared before.
    pub declared: bool,
}

/// Thanks for telling of a conflict.
#[derive(Template)]
#[template(path = "review/thanks.html")]
pub struct ThanksPage {
    pub chrome: Chrome,
    pub t: Locale,
}

/// A version of the application that came after the one that was scored.
pub struct Newer {
    pub text: String,
    /// Code and title of the sections that changed, as far as reviewers see them.
    pub changed: Vec<(String, String)>,
}

/// An application beside its review.
#[derive(Template)]
#[template(path = "review/review.html")]
pub struct ReviewPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub reference: String,
    pub round: String,
    pub title: String,
    pub organisation: String,
    pub facts: Vec<Fact>,
    pub due: String,
    pub machine: String,
    pub left: Option<Badge>,
    pub state: Badge,
    pub sections: Vec<ShownSection>,
    /// What holds in this phase, and when others' reviews are seen.
    pub phase: ShownRules,
    pub others: String,
    /// What changed since the scores were sent.
    pub newer: Option<Newer>,
    /// What the saved review comes to; `None` before the first save.
    pub score: Option<ScoreCard>,
    /// Its total, to stand beside the buttons too.
    pub total: String,
    /// `None` where the review can't be changed any more.
    pub form: Option<ReviewForm>,
    /// Why it can't, beside what was written.
    pub closed: Option<Notice>,
    /// That the review, or the declaration alone, came out of a file.
    pub imported: Option<Notice>,
    /// Recommendation and confidence in a line; empty without.
    pub verdict: String,
    pub kept: Vec<KeptMark>,
    pub comment: String,
    /// The criteria that wait for a judgement since the rubric became another one.
    pub renewed: Vec<Link>,
    /// Submitted versions, the latest first.
    pub history: Vec<ui::Moment>,
    /// `None` until one's own review is sent.
    pub comparison: Option<Comparison>,
    /// `None` while the reviewer may not discuss.
    pub talk: Option<ShownTalk>,
    /// What staff put beside the application as a whole.
    pub beside: Beside,
    pub conflict: String,
    /// Where one abstains, and for whom that is; `None` where nothing is taken.
    pub decline: Option<(String, Link)>,
}

impl ReviewPage {
    /// Key of what is said of criteria whose scale is new.
    pub fn renewed_words(&self) -> &'static str {
        if self.form.is_some() && !self.history.is_empty() {
            "review-renewed-sent"
        } else {
            "review-renewed"
        }
    }
}
