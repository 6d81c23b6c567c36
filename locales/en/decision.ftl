# Deciding on one application: facts, proposal, sign-off, release.
decision-title = Decision
decision-dossier = Read the application
decision-scores = Scores
decision-reviewer = Reviewer
decision-total = Total
decision-mean = Mean
decision-cannot-judge = can’t judge
decision-incomplete = incomplete, not counted
decision-no-reviews = No review has been submitted yet.
decision-facts = At a glance
decision-legal = Legal status
decision-by = { $name }, { $when }
decision-history = Earlier decisions
decision-past = { $n }. { $decision }
decision-closed = No decision yet
decision-closed-in-review = Reviews are still coming in. You can propose a decision once all are there.

outcome-award = Award
outcome-award-hint = The grant is given.
outcome-reserve = Reserve
outcome-reserve-hint = Worth funding if money is left.
outcome-decline = Decline
outcome-decline-hint = No grant in this round.
outcome-refer-back = Refer back
outcome-refer-back-hint = Back to review; the applicant isn’t told.
stage-proposed = proposed
stage-signed = signed off
stage-released = released
stage-dropped = dropped
decision-badge = { $outcome } · { $stage }

decision-current = Decision
decision-conditions =
    { $n ->
        [one] One condition
       *[other] { $n } conditions
    }
decision-sign = Sign off
decision-release = Release outcomes
decision-revise = Revise
decision-drop = Drop this decision
decision-keep = Keep it
decision-drop-title = Drop this decision?
decision-drop-lead = It stays in the history, but it no longer counts, and another one can be proposed. The applicant is told nothing.
step-proposed = Proposed
step-signed = Signed off by a second admin
step-released = Released to the applicant
step-dropped = Dropped

decision-propose-title = Propose a decision
decision-revise-title = Revise your proposal
decision-propose = Propose this decision
decision-outcome = Outcome
decision-award-only = For an award
decision-amount = Amount
decision-amount-hint = They asked for { $most }; an award can’t be more.
decision-least-hint = By its own word it is useful from { $least } on.
decision-funding = Kind of funding
decision-funding-none = Choose one
decision-waiver = Waiver: why an award is right without verified legal status
decision-waiver-hint = An award can’t be made without this or a verified legal status.
decision-conditions-title = Conditions
decision-conditions-hint = Flexible money serves best: add a condition only where you need it. Rows left empty are skipped.
decision-condition = Condition { $n }
decision-condition-reason = Why condition { $n } is needed (stays internal)
decision-more = Add more rows
decision-rationale = Rationale
decision-rationale-hint = Why this is right. Stays internal.
decision-deviation = Why it deviates from the ranking
decision-deviation-above = This application is above the funding line: a reserve or a decline deviates from the ranking and needs a reason here.
decision-deviation-below = This application is below the funding line: an award deviates from the ranking and needs a reason here.
decision-deviation-neither = Nothing deviates from the ranking here: the application stands neither above nor below the funding line.
decision-deviation-many = Needed where any of them deviates: an award below the funding line, a reserve or a decline above it.
error-deviation = This deviates from the ranking. Say why.
many-above = above the funding line
many-below = below the funding line
decision-feedback = Feedback to the applicant
decision-feedback-hint = They read this once the outcome is released, in the words that you write here.
decision-limit = Up to { $most } characters

release-title = Release outcomes
release-lead = Read what each applicant will see. Released outcomes can’t be taken back.
release-tick-all = Tick all
release-tick = Release:
release-will-read = The applicant will read:
release-refer-back = This goes back to review. The applicant is told nothing.
release-send = Release what is ticked
release-once = Each applicant gets one letter with a link, without the outcome in it.
release-empty = Nothing is ready to be released
release-empty-lead = Decisions appear here once a second admin has signed them off.

told-award = Your application is awarded a grant
told-award-lead = We are glad to support your work. We will write to you about the next steps.
told-reserve = Your application is on the reserve list
told-reserve-lead = We would like to fund it if money becomes available in this round. We will write to you as soon as we know.
told-decline = We can’t fund your application this time
told-decline-lead = We had more good requests than money. This is no judgement on the worth of your work, and you are welcome to apply again.

mail-decided-subject = There is news about your application
mail-decided-body =
    We have decided on your application. Sign in and open this link to read the outcome:

    { $link }

notice-proposed = The decision is proposed. Another admin can sign it off now.
notice-signed-off = Signed off. The outcome can be released now.
notice-dropped = Dropped. Another decision can be proposed.
notice-released = Released. The applicants can read their outcomes now.

denied-own-proposal = You proposed this decision, so another admin has to sign it off.
stale-proposed = Another admin has proposed a decision already. Read it, then sign it off or drop it.
stale-proposed-twice = You proposed another decision in the meantime. Read it before you replace it.
stale-signed = This decision was signed off already.
stale-not-signed = A second admin has to sign this decision off first.
stale-no-sign-off = Decisions of this round need no sign-off: release it.
stale-dropped = This decision was dropped in the meantime.
stale-replaced = This decision was replaced by another one. Read that first.
stale-legal-undone = The legal status isn’t verified any more, and there is no waiver. Drop the decision and propose it again with a waiver.
