//! What events are called, and to which part of an application's way they belong.

/// A part of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Sending,
    Screening,
    Diligence,
    Reviews,
    Discussion,
    Decision,
    Award,
    Reading,
    /// What is not told in words of its own.
    Other,
}

impl Part {
    /// Its message.
    pub fn key(self) -> &'static str {
        match self {
            Self::Sending => "story-part-sending",
            Self::Screening => "story-part-screening",
            Self::Diligence => "story-part-diligence",
            Self::Reviews => "story-part-reviews",
            Self::Discussion => "story-part-discussion",
            Self::Decision => "story-part-decision",
            Self::Award => "story-part-award",
            Self::Reading => "story-part-reading",
            Self::Other => "story-part-other",
        }
    }
}

/// The message of every event that is told in words, by its part. It is called as what
/// was done: `story-ask-sponsor` tells of `ask_sponsor`.
const EVENTS: [(Part, &[&str]); 8] = [
    (
        Part::Sending,
        &[
            "story-start-application",
            "story-file-application",
            "story-save-section",
            "story-copy-answers",
            "story-add-file",
            "story-remove-file",
            "story-ask-sponsor",
            "story-consent-sponsor",
            "story-decline-sponsor",
            "story-revoke-sponsor",
            "story-drop-sponsor",
            "story-ask-to-certify",
            "story-certify",
            "story-submit",
            "story-withdraw",
            "story-discard",
            "story-update-organisation",
            "story-invite-member",
            "story-revoke-invitation",
            "story-join-organisation",
            "story-change-member-role",
            "story-remove-member",
        ],
    ),
    (
        Part::Screening,
        &[
            "story-screen",
            "story-ask-clarification",
            "story-extend-clarification",
            "story-save-clarification",
            "story-answer-clarification",
            "story-close-clarification",
            "story-write-message",
            "story-settle-messages",
        ],
    ),
    (
        Part::Diligence,
        &[
            "story-screen-names",
            "story-answer-list-hit",
            "story-record-document",
            "story-record-us-pathway",
            "story-take-diligence-step",
            "story-look-again-at-step",
            "story-raise-concern",
            "story-resolve-concern",
            "story-ask-referee",
            "story-resend-referee",
            "story-withdraw-referee",
            "story-answer-as-referee",
            "story-place-hold",
            "story-end-hold",
            "story-make-confidential",
            "story-open-identity",
            "story-pass-hold",
            "story-record-incident",
            "story-assess-incident",
            "story-take-over-incidents",
            "story-search-overlaps",
            "story-judge-overlap",
            "story-note-support",
            "story-withdraw-support",
            "story-log-engagement",
            "story-correct-engagement",
            "story-mark-engagement-mistaken",
            "story-add-engagement-file",
            "story-remove-engagement-file",
            "story-quote-engagement",
            "story-end-quote",
        ],
    ),
    (
        Part::Reviews,
        &[
            "story-assign",
            "story-unassign",
            "story-import-assignment",
            "story-leave-out-of-plan",
            "story-decline-assignment",
            "story-abstain",
            "story-remind",
            "story-declare-conflict",
            "story-import-declaration",
            "story-recuse",
            "story-pin-conflict",
            "story-lift-conflict",
            "story-save-review",
            "story-take-review",
            "story-submit-review",
            "story-import-review",
            "story-complete-reviews",
            "story-reopen",
            "story-add-phase",
            "story-change-phase",
            "story-remove-phase",
            "story-choose-rubric",
        ],
    ),
    (
        Part::Discussion,
        &[
            "story-post-in-discussion",
            "story-withdraw-post",
            "story-add-meeting-item",
            "story-move-meeting-item",
            "story-remove-meeting-item",
            "story-call-meeting-item",
            "story-note-meeting-item",
        ],
    ),
    (
        Part::Decision,
        &[
            "story-propose-decision",
            "story-exceed-budget",
            "story-drop-decision",
            "story-acknowledge-list-hits",
            "story-acknowledge-diligence",
            "story-sign-decision",
            "story-set-release-aside",
            "story-release-decision",
            "story-release",
            "story-raise-appeal",
            "story-answer-appeal",
            "story-decide-anew",
            "story-place-reserve",
            "story-set-quorum",
            "story-set-balance-target",
            "story-remove-balance-target",
            "story-allow-lots",
            "story-commit-lots",
            "story-draw-lots",
            "story-update-round",
            "story-close-round",
        ],
    ),
    (
        Part::Award,
        &[
            "story-open-award",
            "story-set-publication",
            "story-plan-award",
            "story-offer-agreement",
            "story-agree-to-award",
            "story-give-bank-details",
            "story-read-bank-details",
            "story-prepare-disbursement",
            "story-approve-for-programme",
            "story-approve-for-finance",
            "story-drop-disbursement",
            "story-export-disbursement",
            "story-note-paid",
            "story-pay-out-award",
            "story-draft-report",
            "story-send-report",
            "story-judge-report",
            "story-amend-award",
            "story-agree-to-amendment",
            "story-take-back-amendment",
            "story-extend-award",
            "story-free-award-money",
            "story-cancel-award",
            "story-close-award",
        ],
    ),
    (
        Part::Reading,
        &[
            "story-read-messages",
            "story-download-file",
            "story-download-engagement-file",
            "story-export",
            "story-read-answers",
            "story-read-referees",
            "story-read-thread",
            "story-read-discussion",
            "story-read-decision",
            "story-read-clarifications",
            "story-read-diligence",
            "story-read-conflicts",
            "story-read-overlaps",
            "story-read-award",
            "story-read-report",
            "story-take-copy",
        ],
    ),
];

/// The message of what was done, if there is one, and its part.
pub fn event(action: &str) -> (Option<&'static str>, Part) {
    let own = |key: &str| {
        let done = key.strip_prefix("story-").unwrap_or(key);
        done.replace('-', "_") == action
    };
    for (part, keys) in EVENTS {
        if let Some(key) = keys.iter().find(|key| own(key)) {
            return (Some(*key), part);
        }
    }
    (None, Part::Other)
}

/// What people do again and again: such events of one person that follow each other are
/// told as one.
pub fn is_repeated(action: &str) -> bool {
    [
        "save_section",
        "save_clarification",
        "save_review",
        "draft_report",
        "read_messages",
        "download_file",
        "download_engagement_file",
        "read_answers",
        "read_referees",
        "read_thread",
        "read_discussion",
        "read_decision",
        "read_clarifications",
        "read_diligence",
        "read_conflicts",
        "read_overlaps",
        "read_award",
        "read_report",
        "take_copy",
        "remind",
    ]
    .contains(&action)
}
