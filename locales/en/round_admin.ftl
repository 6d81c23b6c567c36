# Rounds and programmes as staff run them.
admin-save = Save
admin-cancel = Cancel
admin-filter = Show

round-admin-title = Rounds
round-admin-round = Round
round-admin-new = New round
round-admin-empty = No rounds yet
round-admin-empty-lead = A round is a dated opening of a programme. Make one, look at it in peace, then open it.
round-admin-state = State
round-admin-state-draft = Being prepared
round-admin-state-open = Open
round-admin-state-closed = Closed
round-admin-sent = Applications
round-admin-drafts = Drafts

round-admin-edit = Change the round
round-admin-open = Open the round
round-admin-close = Close the round
round-admin-work = Work in this round
round-admin-task-screen = Screen what came in
round-admin-task-screen-hint = Is each application within the programme’s scope?
round-admin-task-assign = Assign reviewers
round-admin-task-assign-hint = Give applications to people who have nothing to do with them.
round-admin-task-decide = Compare and decide
round-admin-task-decide-hint = Applications whose reviews are all in, in order of their scores.
round-admin-nothing-waits = Nothing waiting
round-admin-waiting = { $n ->
    [one] { $n } waiting
   *[other] { $n } waiting
}
round-admin-reviews = Reviews
round-admin-reviews-in = { $total ->
    [0] No reviewers assigned yet
   *[other] { $done } of { $total } reviews in
}
round-admin-of = { $done } of { $total }
round-admin-more = Look at
round-admin-facts = Dates and rules
round-admin-applications = Applications
round-admin-rubric = Criteria
round-admin-exports = Exports
round-admin-public = The public page
round-admin-log = What was changed, and by whom
round-admin-opens = Opens
round-admin-closes = Closes
round-admin-grace = Grace
round-admin-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
round-admin-reviews-due = Reviews due
round-admin-turnaround = Answer promised within
round-admin-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
round-admin-budget = Budget
round-admin-least = Smallest request
round-admin-most = Largest request
round-admin-sign-off-fact = Sign-off
round-admin-sign-off-yes = By a second admin
round-admin-sign-off-emergency = By a second admin, always: an emergency round
round-admin-sign-off-no = Not needed
round-admin-rubric-version = Version of the criteria

round-admin-new-lead = It takes the programme’s present criteria and questions. Nobody outside sees it before you open it.
round-admin-create = Make the round
round-admin-edit-title = Change { $title }
round-admin-edit-lead = Nobody outside sees this round yet: everything can change.
round-admin-edit-bound = This round is public. Its address, currency, criteria, questions and sign-off stay as they are.
round-admin-group-what = What it is
round-admin-group-money = Money
round-admin-group-dates = Dates
round-admin-group-deciding = Deciding
field-programme = Programme
field-programme-hint = Its criteria and questions are taken over as they are today.
field-title-en = Title in English
field-title-ar = Title in Arabic
field-title-he = Title in Hebrew
field-purpose-en = Purpose in English
field-purpose-ar = Purpose in Arabic
field-purpose-he = Purpose in Hebrew
field-slug = Name in addresses
field-slug-hint = Small letters, digits and hyphens, such as winter-2026. Left empty, it is made of the English title.
field-budget = Budget of the round
field-least = Smallest request
field-most = Largest request
field-round-zone = Time zone
field-round-zone-hint = The dates below are wall-clock times of this zone.
field-opens = Opens
field-closes = Closes
field-reviews-due = Reviews due
field-date-time-hint = Such as 2026-12-01 17:00
field-grace = Minutes of grace
field-grace-hint = An application that comes so much after the deadline counts and is marked late.
field-turnaround = Days until an answer
field-turnaround-hint = Counted from the day on which an application is sent.
field-sign-off = A second admin signs every decision
field-sign-off-hint = The one who proposes a decision can’t sign it.
field-emergency = An emergency round
field-emergency-hint = Applications are decided one by one, within days. Two people decide each of them: the sign-off can’t be switched off.
error-emergency-sign-off = In an emergency round two people decide. Tick this, or take the mark of an emergency round away.
notice-round-created = The round is made. Look it over, then open it.

round-admin-opening-title = Open this round?
round-admin-opening-public = Its page becomes public, with dates, criteria and all questions.
round-admin-opening-bound = Address, currency and sign-off can’t be changed any more. Questions stay once somebody has sent an application, criteria once somebody has begun to review.
round-admin-opening-dates = Applications are taken from the opening date to the deadline. Both can still be moved.
notice-round-opened = The round is open.
round-admin-closing-title = Close this round for good?
round-admin-closing-sending = No application can be sent any more, not even within the grace period.
round-admin-closing-reviews = Reviews can’t be written or revised any more.
round-admin-closing-final = Decisions can still be proposed, signed and released. A closed round can’t be opened again.
notice-round-closed = The round is closed.

round-admin-rubric-lead = Version { $version } of the programme’s criteria. Reviewers see every sentence beside the point it stands for.
round-admin-merit = Merit
round-admin-priority = Priority
round-admin-gate = Needed for an award
round-admin-weight = { $percent } % of the score
round-admin-points = Points

round-admin-status = Status
round-admin-all-sent = All that were sent
round-admin-none-there = No application stands here
round-admin-none-sent = No applications yet
round-admin-none-sent-lead = They appear here as soon as they are sent.
round-admin-organisation = Organisation
round-admin-reference = Reference
round-admin-base = Base
round-admin-community = Community
round-admin-requested = Requested
round-admin-submitted = Sent
round-admin-late = Late

programme-title = Programmes
programme-new = New programme
programme-new-lead = It begins with copies of the default criteria and questions.
programme-create = Make the programme
programme-name = Programme
programme-purpose = Purpose
programme-slug = Address
programme-group-what = What it is
programme-group-who = Who can apply
field-programme-name-en = Name in English
field-programme-name-ar = Name in Arabic
field-programme-name-he = Name in Hebrew
field-who-en = Who can apply, in English
field-who-ar = Who can apply, in Arabic
field-who-he = Who can apply, in Hebrew
notice-programme-created = The programme is made. It has the default criteria and questions.
