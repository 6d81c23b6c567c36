# Screening, checks, and the dossier of an application.
screening-title = Screening
screening-lead = Only what the programme says it funds counts here. Scores come later.
screening-read = Read the application
screening-outcome = Is it within the programme’s scope?
screening-eligible = Eligible
screening-eligible-hint = It goes into review.
screening-not-eligible = Not eligible
screening-not-eligible-hint = It ends here. The organisation is told that there is an answer, and sees the reason.
screening-reason = Reason
screening-reason-hint = Only when it is not eligible. The organisation may read it.
screening-no-reason = No reason needed
screening-note = Note for colleagues
screening-note-hint = Never shown to the organisation. Needed when it is not eligible.
screening-save = Record the screening
notice-screened = The screening is recorded, and the organisation has mail.

mail-screened-in-subject = Your application goes into review
mail-screened-in-body =
    Your application was found to be within the programme’s scope. See where it stands:

    { $link }
mail-screened-out-subject = There is an answer to your application
mail-screened-out-body =
    Your application was looked at, and there is an answer. Sign in to read it:

    { $link }

check-outcome = What did you find?
check-received = Received, not looked at yet
check-verified = Verified
check-not-verified = Not verified
check-note = What you looked at
check-note-hint = Such as the register and the day. Never shown to the organisation.
check-record = Record a check
check-save = Record the check
notice-checked = The check is recorded.

dossier-screen = Screen this application
dossier-assign = Assign reviewers
dossier-decide = Decide
dossier-legal-form = Legal form
dossier-registered = Registrations
dossier-answer-due = Answer promised by
dossier-by = { $who }, { $when }
dossier-screening = Screening
dossier-not-screened = Not screened yet.
dossier-reviewers = Reviewers
dossier-no-reviewers = Nobody has it yet.
dossier-evidence = Evidence
dossier-organisation = About the organisation
dossier-decision = Decision
dossier-decision-open = See the decision and its history
dossier-no-decision = It is decided once all reviews are in.
dossier-legal = Legal status
dossier-not-checked = Not checked
dossier-nothing-sent = Nothing was sent yet
dossier-nothing-sent-lead = Answers appear here once the organisation sends its application.
dossier-contents = Sections of the application
dossier-timeline = What happened
dossier-started = Begun
dossier-sent = Sent
dossier-late = Within the grace period after the deadline
dossier-admitted = Found eligible
dossier-excluded = Found not eligible
dossier-assigned = Given to reviewers
dossier-last-review = Latest review
dossier-log = Every change in the audit log
