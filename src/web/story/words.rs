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
            Self::Reading => "story-part-reading",
            Self::Other => "story-part-other",
        }
    }
}

/// Every event that is told in words: what was done, its message, its part.
const EVENTS: [(&str, &str, Part); 76] = [
    (
        "start_application",
        "story-start-application",
        Part::Sending,
    ),
    ("file_application", "story-file-application", Part::Sending),
    ("save_section", "story-save-section", Part::Sending),
    ("copy_answers", "story-copy-answers", Part::Sending),
    ("add_file", "story-add-file", Part::Sending),
    ("remove_file", "story-remove-file", Part::Sending),
    ("ask_sponsor", "story-ask-sponsor", Part::Sending),
    ("ask_to_certify", "story-ask-to-certify", Part::Sending),
    ("certify", "story-certify", Part::Sending),
    ("submit", "story-submit", Part::Sending),
    ("withdraw", "story-withdraw", Part::Sending),
    ("discard", "story-discard", Part::Sending),
    ("screen", "story-screen", Part::Screening),
    (
        "ask_clarification",
        "story-ask-clarification",
        Part::Screening,
    ),
    (
        "extend_clarification",
        "story-extend-clarification",
        Part::Screening,
    ),
    (
        "save_clarification",
        "story-save-clarification",
        Part::Screening,
    ),
    (
        "answer_clarification",
        "story-answer-clarification",
        Part::Screening,
    ),
    (
        "close_clarification",
        "story-close-clarification",
        Part::Screening,
    ),
    ("write_message", "story-write-message", Part::Screening),
    ("read_messages", "story-read-messages", Part::Reading),
    ("settle_messages", "story-settle-messages", Part::Screening),
    ("screen_names", "story-screen-names", Part::Diligence),
    ("answer_list_hit", "story-answer-list-hit", Part::Diligence),
    ("record_document", "story-record-document", Part::Diligence),
    (
        "record_us_pathway",
        "story-record-us-pathway",
        Part::Diligence,
    ),
    (
        "take_diligence_step",
        "story-take-diligence-step",
        Part::Diligence,
    ),
    (
        "look_again_at_step",
        "story-look-again-at-step",
        Part::Diligence,
    ),
    ("raise_concern", "story-raise-concern", Part::Diligence),
    ("resolve_concern", "story-resolve-concern", Part::Diligence),
    ("ask_referee", "story-ask-referee", Part::Diligence),
    ("resend_referee", "story-resend-referee", Part::Diligence),
    (
        "withdraw_referee",
        "story-withdraw-referee",
        Part::Diligence,
    ),
    (
        "answer_as_referee",
        "story-answer-as-referee",
        Part::Diligence,
    ),
    ("place_hold", "story-place-hold", Part::Diligence),
    ("end_hold", "story-end-hold", Part::Diligence),
    ("pass_hold", "story-pass-hold", Part::Diligence),
    ("record_incident", "story-record-incident", Part::Diligence),
    ("assess_incident", "story-assess-incident", Part::Diligence),
    (
        "take_over_incidents",
        "story-take-over-incidents",
        Part::Diligence,
    ),
    ("search_overlaps", "story-search-overlaps", Part::Diligence),
    ("judge_overlap", "story-judge-overlap", Part::Diligence),
    (
        "quote_engagement",
        "story-quote-engagement",
        Part::Diligence,
    ),
    ("end_quote", "story-end-quote", Part::Diligence),
    ("assign", "story-assign", Part::Reviews),
    ("unassign", "story-unassign", Part::Reviews),
    (
        "import_assignment",
        "story-import-assignment",
        Part::Reviews,
    ),
    (
        "leave_out_of_plan",
        "story-leave-out-of-plan",
        Part::Reviews,
    ),
    (
        "decline_assignment",
        "story-decline-assignment",
        Part::Reviews,
    ),
    ("declare_conflict", "story-declare-conflict", Part::Reviews),
    (
        "import_declaration",
        "story-import-declaration",
        Part::Reviews,
    ),
    ("recuse", "story-recuse", Part::Reviews),
    ("pin_conflict", "story-pin-conflict", Part::Reviews),
    ("lift_conflict", "story-lift-conflict", Part::Reviews),
    ("save_review", "story-save-review", Part::Reviews),
    ("take_review", "story-take-review", Part::Reviews),
    ("submit_review", "story-submit-review", Part::Reviews),
    ("import_review", "story-import-review", Part::Reviews),
    ("complete_reviews", "story-complete-reviews", Part::Reviews),
    ("reopen", "story-reopen", Part::Reviews),
    (
        "post_in_discussion",
        "story-post-in-discussion",
        Part::Discussion,
    ),
    ("withdraw_post", "story-withdraw-post", Part::Discussion),
    (
        "call_meeting_item",
        "story-call-meeting-item",
        Part::Discussion,
    ),
    (
        "note_meeting_item",
        "story-note-meeting-item",
        Part::Discussion,
    ),
    ("propose_decision", "story-propose-decision", Part::Decision),
    ("drop_decision", "story-drop-decision", Part::Decision),
    (
        "acknowledge_list_hits",
        "story-acknowledge-list-hits",
        Part::Decision,
    ),
    ("sign_decision", "story-sign-decision", Part::Decision),
    ("release_decision", "story-release-decision", Part::Decision),
    ("release", "story-release", Part::Decision),
    ("raise_appeal", "story-raise-appeal", Part::Decision),
    ("answer_appeal", "story-answer-appeal", Part::Decision),
    ("decide_anew", "story-decide-anew", Part::Decision),
    ("place_reserve", "story-place-reserve", Part::Decision),
    ("set_publication", "story-set-publication", Part::Decision),
    ("download_file", "story-download-file", Part::Reading),
    ("export", "story-export", Part::Reading),
];

/// The message of what was done, if there is one, and its part.
pub fn event(action: &str) -> (Option<&'static str>, Part) {
    let found = EVENTS.iter().find(|(own, ..)| *own == action);
    found.map_or((None, Part::Other), |(_, key, part)| (Some(*key), *part))
}

/// What people do again and again: such events of one person that follow each other are
/// told as one.
pub fn is_repeated(action: &str) -> bool {
    [
        "save_section",
        "save_clarification",
        "save_review",
        "read_messages",
        "download_file",
        "remind",
    ]
    .contains(&action)
}
