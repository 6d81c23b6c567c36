# The rubric of a programme as staff write it, and the version that a round uses.
rubric-title = Criteria
rubric-of = Criteria of { $programme }
rubric-open = Open the criteria
rubric-add = Add a criterion
rubric-edit = Change this criterion
rubric-new = New criterion
rubric-back-to-work = Back to the criteria
rubric-all-versions = All versions of the criteria
rubric-weights = Weights
rubric-sum = { $sum } of { $whole }
rubric-fact-criteria = Criteria
rubric-fact-gates = Needed for an award
rubric-scale = 0–{ $most }
rubric-point = Point { $n }
rubric-no-weight = no part of the score
rubric-kind-gate = Gate
rubric-reason-free = Reasons optional
rubric-anchor-missing = Not written yet

# Fields of a criterion.
rubric-field-name = Name
rubric-field-guidance = Guidance
rubric-field-anchor = What it means
rubric-group-counts = How it counts
rubric-field-kind = Kind
rubric-merit-hint = How good the organisation and its request are. Counts by its weight.
rubric-priority-hint = How much pressure the organisation is under. Counts by its weight.
rubric-gate-hint = A condition of an award. It is judged and shown, but is no part of the score and has no weight.
rubric-field-weight = Weight in percent
rubric-field-weight-hint = The other criteria weigh { $others } together; { $left } of 100 are left. A gate has none.
rubric-field-gate = Needed for an award
rubric-field-gate-hint = An award needs it verified, or a recorded waiver. A gate is always needed.
rubric-group-scale = Scale
rubric-scale-lead = Reviewers see these sentences beside the points. They are what a point means: once a version is published, a changed sentence asks for new judgements.
rubric-field-scale = Points
rubric-show-scale = Show the fields of this scale
rubric-group-reviewers = What reviewers write and see
rubric-field-reason = Reasons required
rubric-field-reason-hint = A review with points here can’t be sent without a few words on why. Drafts can be saved without.
rubric-evidence = From the application
rubric-evidence-lead = The answers to these questions stand beside the criterion. Only questions that reviewers see can be chosen.
rubric-evidence-chosen =
    { $n ->
        [0] No question chosen
        [one] One question chosen
       *[other] { $n } questions chosen
    }
rubric-evidence-unasked = Not in the published form, or hidden from reviewers
rubric-code-hint = Exports name the criterion by this code. Leave it empty, and it is made of the English name. Once this is published, it stays.
rubric-code-kept = The code is { $code }. It stays, because this is published and exports name it so.

# Removing.
rubric-removal = Remove this criterion?
rubric-removal-public = It goes from the draft. Published versions keep it, and so do all reviews that judged it.
rubric-removal-draft = It was never published: nobody has judged it. What is written here is lost.

# Differences and what they do.
rubric-class-words = Words only
rubric-class-weight = Weight
rubric-class-scale = Scale or anchors
rubric-class-new = New
rubric-class-gone = Gone
rubric-texts = What reads otherwise
rubric-aspect-name = Name
rubric-aspect-guidance = Guidance
rubric-aspect-kind = Kind: { $from } becomes { $to }
rubric-aspect-gate = Needed for an award from now on
rubric-aspect-no-gate = Not needed for an award any more
rubric-aspect-weight = Weight: { $from } becomes { $to }
rubric-aspect-scale = Scale: { $from } becomes { $to }
rubric-aspect-anchors = What points mean
rubric-aspect-reason = Reasons are required from now on
rubric-aspect-no-reason = Reasons become optional
rubric-aspect-evidence = Questions from the application
rubric-aspect-place = Place in the order

# Publishing.
rubric-rounds-hint = New rounds use the latest version. Only rounds in which nobody has begun to review can be chosen here.
rubric-publish-pinned = Reviewing has begun in these rounds, so they keep their version. On their own page you see which reviews a change would touch:

# Files and the preview.
rubric-download = Download these criteria as a file
rubric-file-remark = Change it with any text editor and import it on the page of the criteria.
rubric-import-lead = Choose a file of criteria, or paste one. First you see what would change in the draft; nothing is published.
rubric-choose-file = File of criteria (TOML)
rubric-field-file = Or paste the file of criteria (TOML)
rubric-import-changes =
    { $n ->
        [one] One criterion of the draft would change
       *[other] { $n } criteria of the draft would change
    }
rubric-preview-lead = As reviewers see it. You can try every field; nothing is saved.

# The version of a round.
rubric-round-begun = Somebody has begun to review, so this round keeps its version: everybody judges by the same criteria.
rubric-replace-link = Move this round to another version…
rubric-replace = Move to version { $version }?
rubric-replace-lead = Reviewing has begun. Look at what differs and which reviews it touches, then say why.
rubric-replace-same = Both versions say the same.
rubric-replace-do = Move this round to version { $version }
rubric-effects = What happens then
rubric-effect-words = Where only words change, every score stays.
rubric-effect-weight = Where kinds or weights change, scores stay, and totals, ranks and exports are worked out anew at once.
rubric-effect-gone = Scores on a criterion that is gone count no more. Sealed versions keep them.
rubric-effect-again = Reviews that were sent lack a judgement on: { $criteria }. Their reviewers get a letter and are asked to judge it and to send again.
rubric-effect-unjudged = Until then that weight counts as unjudged. A review that leaves more than a third of the weight unjudged doesn’t count.
rubric-effect-sealed = Nothing that was sent is altered: sealed versions of reviews stay as they are and show the criteria that they were given on.
rubric-touched-title = Reviews that this touches
rubric-touched = { $n ->
    [0] No review that you can see was begun.
    [one] One review is begun; sent: { $sent }.
   *[other] { $n } reviews are begun; sent: { $sent }.
}
rubric-touched-reviewer = Reviewer
rubric-touched-effect = What becomes of it
rubric-review-stays = Its scores stay
rubric-review-goes-on = The draft goes on under the new version; words stay
rubric-review-lacks = Is asked to judge: { $criteria }
rubric-review-ended = Stays without: { $criteria }. Its application is not under review any more.
rubric-field-why = Why the round moves
rubric-field-why-hint = It stands in the log, which all staff read. Name no application.
notice-rubric-moved = The round uses the new version.

mail-rubric-subject = Please complete your reviews
mail-rubric-body =
    The criteria of a round changed after you sent your reviews. What you sent stays sealed; please judge what is new and send again:

    { $link }

# On reviewers’ and public pages.
review-note-mere-gate = no part of the score, must be met before an award
review-version-rubric = criteria version { $version }
review-state-lacking = Complete it
review-renewed = The criteria changed meanwhile. What you wrote is kept; these wait for your judgement on the new scale:
review-renewed-sent = The criteria changed after you sent this review. What you sent stays sealed. Please judge these and send again:
criterion-mere-gate = Gate: must be met before a grant, and is no part of the score

# What is wrong.
stale-rubric-draft = Somebody else changed the draft meanwhile. Nothing was done: look at it again first.
stale-rubric-criterion = Somebody else changed this criterion meanwhile. What you typed is below; what is saved now stands above it.
stale-rubric-gone = Somebody else removed this criterion meanwhile. What you typed is below, so that you can copy it.
stale-rubric-same = The draft says the same as the published version. Nothing was done.
stale-rubric-unfit = The criteria can’t be published yet. Their page lists what is missing.
stale-rubric-moved = This round uses another version by now. Nothing was done: look at it again first.
error-rubric-kind = A kind is merit, priority or gate.
error-rubric-code-kept = This is published: its code stays, because exports name it so.
error-rubric-reason = Say why the round moves to another version.
error-weight-gate = A gate has no weight. Leave the weight out, or choose another kind.
error-scale = A scale has 1 to { $most } points, with a sentence for each and for 0.
error-criteria-many = Keep { $most } criteria at most.
error-score-scale = The scale of “{ $criterion }” changed while you wrote. Choose a point on the new one.
