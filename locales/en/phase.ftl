# Review phases: what may be read and written when.
stale-phase-not-yet = Reviewing has not begun yet.
stale-phase-over = This review phase has ended, so reviews can be read but no longer changed.
stale-no-revision = In this review phase a review stays as it was sent.
stale-others-never = In this review phase nobody sees others’ reviews.
stale-not-open-to-all = This application is reviewed only by those it is assigned to.
stale-enough-reviews = This application has the reviews that it needs. Thank you for offering another.
stale-no-discussion = This review phase has no discussion.
# What a phase can’t be.
error-phase-before-round = Reviewing can’t begin before the round opens.
error-phase-same-opening = Another phase of this round opens at the same time.
error-phase-overlap = Two phases of a round can’t overlap: the earlier one has to close before the later one opens.
error-phase-written = Reviews were written after this time already. The phase can’t close before them.
error-phases-most = A round has at most { $most } review phases.
error-round-after-phases = The round’s review phases would begin before it opens, or end as they begin. Change the phases first.
stale-phase-last = A round keeps at least one review phase. Change this one instead.
stale-phase-written = Reviews were written in this phase, so it stays. Its rules can still be changed.
# The rules of a phase, as everybody is told them.
phase-unnamed = Review
phase-not-yet = Not open yet
phase-open = Open now
phase-over = Ended
phase-span = From { $opens } to { $closes }
phase-span-endless = From { $opens } until the next phase opens or the round is closed
phase-rules-of = The rules of this review phase:
phase-rule-assigned = Reviewers review what they are assigned.
phase-rule-all = Every reviewer without a conflict of interest may review every application. Who begins a review takes the application on.
phase-rule-needed =
    { $n ->
        [one] An application is deliberated once { $n } review is in and nobody it was given to is missing.
       *[other] An application is deliberated once { $n } reviews are in and nobody it was given to is missing.
    }
phase-rule-others-never = Reviewers never see each other’s reviews.
phase-rule-others-after = Reviewers see others’ reviews after sending their own.
phase-rule-others-always = Reviewers see others’ reviews at once.
phase-rule-reviewers-named = Reviewers see each other’s names.
phase-rule-reviewers-letters = Reviewers are letters to each other, not names.
phase-rule-applicants-named = Reviewers see who applies.
phase-rule-applicants-hidden = Reviewers don’t see who applies. Names inside uploaded files can’t be covered.
phase-rule-discussion = Reviewers may discuss.
phase-rule-no-discussion = Reviewers don’t discuss.
phase-rule-revision = A review that was sent may be changed.
phase-rule-no-revision = A review stays as it was sent.
# Where names of applicants are hidden.
phase-applicant = [applicant]
phase-applicant-hidden = The applicant’s name is hidden in this review phase
phase-file = File { $number }
phase-declare-blind = Who applies isn’t shown in this review phase. If you find out who it is from what you read, and have a conflict of interest, come back here and tell us.
# The phases of a round, for staff.
phases-title = Review phases
phases-lead = Each phase has its own rules. The phase in force is the one that opened last; after it closes nothing can be written, and reading stays as it said.
phases-now = In force now: { $name }
phases-add = Add a phase
phases-change = Change “{ $name }”
phases-remove = Remove “{ $name }”
phase-change-title = Change a review phase
phase-form-lead = Times are in the round’s time zone, { $zone }.
phase-group-name = Name
phase-name-en = Name in English
phase-name-ar = Name in Arabic
phase-name-he = Name in Hebrew
phase-group-dates = When
phase-opens = Opens
phase-closes = Closes
phase-closes-hint = Such as 2026-12-01 17:00. Leave it empty to let the phase last until the next one opens or the round is closed.
phase-group-who = Who reviews what
phase-scope = Applications
phase-needed = Reviews that an application needs
phase-needed-hint = From 1 to 20; two or three are usual. While fewer are in, an application stays in review.
phase-group-seen = What reviewers see
phase-others = Others’ reviews
phase-reviewer-names = Reviewers see each other’s names
phase-reviewer-names-hint = Otherwise they are “Reviewer A”, “Reviewer B”. Staff always see the names.
phase-applicant-names = Reviewers see who applies
phase-applicant-names-hint = Otherwise the organisation’s name, its section of the form and the names of files are hidden, and names are covered in answers. Names inside uploaded files can’t be covered.
phase-group-written = What reviewers may do
phase-revision = A review that was sent may be changed
phase-revision-hint = Every version that was sent is kept.
phase-discussion = Reviewers may discuss
phase-discussion-hint = Unless others’ reviews are shown at once, a reviewer joins after sending their own.
phase-removal-effect = The phase and its rules are removed. Nothing was written in it.
phase-removal-submit = Remove the phase
# What a change reveals to whom.
phase-reveal-title = This shows reviewers what was hidden
phase-reveal-lead = The change takes effect at once, and what people have seen can’t be hidden again.
phase-reveal-others-after = Reviewers who have sent their review of an application see what others said of it.
phase-reveal-others-always = All reviewers of an application see what others said of it, also before they send their own.
phase-reveal-reviewers = Reviewers see the names of those who wrote the other reviews.
phase-reveal-applicants = Reviewers see which organisation each application is from.
phase-reveal-applications = Every reviewer without a conflict of interest can read every application under review, not only those assigned to them.
phase-reveal-discussion = Reviewers see the discussion of the applications that they may read.
phase-reveal-submit = Show it and save
notice-phase-saved = The review phase is saved.
notice-phase-removed = The review phase is removed.
# The reviewer’s queue.
reviews-open = Open to all
reviews-open-caption = Applications that every reviewer may take on
reviews-none-open = Nothing to take on
reviews-none-open-lead = Applications appear here while a review phase opens them to every reviewer and they still need reviews.
review-others-named = A dash means “cannot judge”.
