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
