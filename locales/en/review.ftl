# Reviews as reviewers write them: the queue, the declaration, the review page.
reviews-title = Your reviews
reviews-lead = Applications that you were asked to judge. Those due first stand first.
reviews-progress-label = Reviews sent
reviews-progress = { $done } of { $total } reviews sent
reviews-tabs = To do and sent
reviews-to-do = To do
reviews-sent = Sent
reviews-to-do-caption = Reviews to write
reviews-sent-caption = Reviews that you sent
reviews-application = Application
reviews-round = Round
reviews-due = Due
reviews-when-sent = Sent
reviews-state = State
reviews-none = Nothing to review yet
reviews-none-lead = When staff give you an application, you get a letter and it appears here.
reviews-all-sent = All done
reviews-all-sent-lead = You have sent every review you were asked for. Thank you. You can change them until the round closes.
reviews-none-sent = Nothing sent yet
reviews-none-sent-lead = Reviews appear here once you have sent them.

review-state-declare = Declare first
review-state-new = Not started
review-state-draft = Draft
review-state-sent = Sent

review-left-days =
    { $n ->
        [one] { $n } day left
       *[other] { $n } days left
    }
review-left-hours =
    { $n ->
        [one] { $n } hour left
       *[other] { $n } hours left
    }
review-left-within-hour = Less than an hour left
review-overdue = Overdue
review-overdue-days =
    { $n ->
        [one] { $n } day overdue
       *[other] { $n } days overdue
    }

declare-title = Do you have a conflict of interest?
declare-lead = Before you can read this application, tell us whether anything could sway your judgement, or could look as if it did.
declare-again-lead = You said before that you have no conflict of interest. If you have noticed one since, tell us here.
declare-subject = Whose application it is
declare-organisation = Organisation
declare-base = Works from
declare-website = Website
declare-registered = Registered as
declare-question = What is your relation to this organisation?
declare-note = Anything we should know
declare-note-hint = A sentence is enough. Staff of the programme can read it; the applicant can’t. Please write one if you chose “something else”.
declare-consequence = If you have a conflict, somebody else reviews this application and you will not see it again. It is no fault of yours, and nobody asks you to prove it.
declare-submit = Declare and continue
declare-back-to-review = Back to the review
declare-thanks-title = Thank you for telling us
declare-thanks-lead = You will not see this application again, and what you may have written about it does not count.
declare-thanks-next = What happens next
declare-thanks-next-text = Staff of the programme see that you stepped back and can ask somebody else. You need do nothing more.
declare-thanks-back = Go to your reviews

conflict-none = I have no conflict of interest
conflict-none-hint = None of the points below applies, now or in the last three years.
conflict-staff = I work for it or sit on its board
conflict-staff-hint = Also as a volunteer, adviser or candidate, now or in the last three years.
conflict-family = I am close to somebody there, or at odds with them
conflict-family-hint = Family, partner, close friend, or a personal dispute.
conflict-funder = I fund it, or work for somebody who does
conflict-funder-hint = Also if that support is being decided now.
conflict-collaborator = I work with it
conflict-collaborator-hint = A joint project, publication or application, now or in the last three years.
conflict-litigation = I stand with it or against it in court or in a campaign
conflict-litigation-hint = As a party, lawyer, witness or public voice.
conflict-same = I belong to the same organisation or network
conflict-same-hint = Also a branch, a member organisation or an affiliate.
conflict-other = Something else
conflict-other-hint = Please say what in the note below.

review-title = Review { $reference }
review-application = The application
review-contents = Sections of the application
review-requested = Asks for
review-community = Community
review-due = Review due
review-yours = Your review
review-to-yours = Go to your review
review-guidance = Choose the point whose words fit best and say why in a few sentences, up to 4,000 characters each. If the application doesn’t tell you enough, choose “cannot judge”: it counts as missing, never as zero.
review-note-merit = { $weight } % of the score, merit
review-note-priority = { $weight } % of the score, priority
review-note-gate = { $weight } % of the score, must be verified before an award
review-cannot-judge = Cannot judge
review-points = { $points } of { $most }
review-why = Your reasons: { $criterion }
review-comment = Comment to the panel
review-comment-hint = About the whole application: what matters most, what to ask, what to watch.
review-elsewhere = Saved in the other window:
review-save = Save draft
review-send = Send review
review-send-changes = Send changes
review-not-saved = Not saved yet
review-saved-at = Saved { $when }
review-sent-at = Sent { $when }
review-score-so-far = Your score so far
review-score-sent = Your score
review-total = Total
review-of-hundred = of 100
review-merit = Merit
review-priority = Priority
review-totals = Total { $total }, merit { $merit }, priority { $priority }
review-incomplete = You judged { $weight } % of the weight. A review that leaves more than a third unjudged is kept and shown, but doesn’t count towards the score.
review-history =
    { $n ->
        [one] Sent once
       *[other] Sent { $n } times
    }
review-version = Version { $number }
review-none-written = You wrote no review of this application.
review-conflict-late = Noticed a conflict of interest?
review-conflict-late-link = Step back from this application
review-others = What other reviewers said
review-others-none = No other review has come in yet.
review-others-caption = Scores side by side
review-others-blind = Reviewers stay nameless to each other. A dash means “cannot judge”.
review-others-sent = Sent
review-criterion = Criterion
review-you = You
review-other = Reviewer { $letter }
notice-review-saved = Your draft is saved. Nobody else sees it until you send it.
notice-review-sent = Your review is sent. You can change it until the round closes.

stale-declare-first = Say first whether you have a conflict of interest.
stale-reviews-closed = This round is closed, so reviews can be read but no longer changed.
stale-own-review-first = Send your own review first.
stale-review-sent = This review was sent already. Load the page again; you can still send changes.
stale-review-elsewhere = You saved this review in another window meanwhile. What you typed here is not saved yet. Compare it with what was saved, then save or send again.

# What a reviewer would do and how sure they are; the sealed first score; the queue's orders.
reviews-order = Order:
reviews-order-due = due first
reviews-order-least = least reviewed first
reviews-order-shuffled = shuffled for you
review-recommendation = Recommendation
review-recommendation-hint = What you would do. It is shown to the panel and is no part of the score.
recommend-fund = Fund
recommend-fund-if = Fund if conditions are met
recommend-fund-if-hint = Name the conditions in your comment.
recommend-do-not-fund = Do not fund
review-confidence = Confidence
review-confidence-hint = How sure you are of this review as a whole. It is no part of the score.
confidence-low = Low
confidence-medium = Medium
confidence-high = High
review-verdict = { $recommendation } · confidence: { $confidence }
review-reason = Why you change your review
review-reason-hint = Needed when a score or your recommendation changes. Your first scores are kept beside the new ones, with this reason.
review-first-total = When you first sent it: { $total }. The first score is sealed and stays with the review.
review-version-first = First version, sealed
review-version-reason = Why: { $reason }
review-moved = { $now } (first { $first })
review-mean-moved = Mean of the first scores { $first }, now { $now }
review-mean-moved-criteria = Mean of the first scores { $first } by the criteria of that time, now { $now } by the present ones
review-evidence = From the application
review-keys = On a criterion, the digit keys choose a point (1 and then 0 for ten) and n chooses “cannot judge”.
review-send-next = Send and go to the next
review-save-next = Save and go to the next
review-decline = No time, or not your field?
decline-title = Decline this assignment
decline-lead = You leave this application and somebody else can review it. That is an abstention: it says nothing about the applicant.
decline-conflict = Is it because of a relation to the applicant? Then tell us that instead:
decline-conflict-link = declare a conflict of interest
decline-reason = Why you decline
decline-reason-hint = A sentence is enough, such as “not my field” or “no time before the date”. Staff of the programme read it.
decline-submit = Decline the assignment
notice-assignment-declined = You declined the assignment. Staff of the programme see it and can ask somebody else.
abstain-ask = Can you not stand by your scores, or is it not your field after all?
abstain-title = Abstain from this application
abstain-lead = You leave this application, and your review no longer counts: not in totals, means, ranks or agreement. What you sent first stays sealed and kept. Staff of the programme see that you abstained and why, and can give you the application again; then your review counts again.
abstain-reason = Why you abstain
abstain-submit = Abstain
stale-abstain-unassigned = This application is not assigned to you, so there is nothing to decline.
