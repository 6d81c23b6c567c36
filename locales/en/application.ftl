# Applications as applicants write, send and follow them.
# Page titles say nothing of what an application is about: browsers keep them.
application-title = Your application
answer-yes = Yes
answer-no = No
answer-declared = Confirmed

start-title = Start an application
start-back = Back to the round
start-lead = You can stop at any time: everything is kept, and nobody but your organisation reads a draft.
start-how = How it goes
start-step-write = You answer the questions, section by section and in any order. Most organisations need two to four hours in all.
start-step-check = You check everything on one page and send it. Until then you can change every answer.
start-step-follow = You get a reference number and a receipt, and see here at any time where your application stands.
start-organisation = For which organisation do you apply?
start-other-organisation = It is for an organisation that isn’t listed
start-no-organisation = First, your organisation
start-no-organisation-text = Applications are made by organisations. Describe yours once; then you come back here.
start-submit = Start the application
notice-application-started = Your application is started. Begin with any section.
notice-application-known = Your organisation has an application in this round already. Here it is.

applications-title = Your applications
applications-lead = Everything that your organisations have in hand.
applications-rounds = See open rounds
applications-find = Find an open round
applications-empty = No applications yet
applications-empty-text = Choose an open round, read its questions and start. You can save at any time.
applications-now = Needs you now
applications-now-text = Finish and send it by
applications-sent = Sent
applications-over = Over
application-untitled = Application without a title yet
application-named = Request
application-organisation = Organisation
application-round = Round
application-reference = Reference number
application-answers = Read the answers
application-receipt = See the receipt
application-back = Back to the application

tasks-title = Sections
tasks-back = Back to the list of sections
tasks-progress-label = Sections completed
tasks-progress =
    { $total ->
        [one] { $done } of { $total } section complete
       *[other] { $done } of { $total } sections complete
    }
tasks-order = The order is up to you. When everything is there, check your answers and send them.
tasks-check = Check your answers
tasks-over = This round has ended, and this application wasn’t sent. What you wrote is kept for you to read and copy.
tasks-round = Read about the round
section-not-started = Not started
section-incomplete = Incomplete
section-complete = Complete

section-nth = Section { $nth } of { $total }
section-saved = Saved { $when }
section-save = Save and continue
section-save-list = Save and return to the list
section-partly-saved = What we could read is saved. Put right the fields below and save again.
section-overtaken = Somebody of your organisation, or you in another window, saved this section meanwhile. Nothing of yours is lost: it stands in the fields, and beside each field that differs you see the text that is saved. Tick the saved texts that you want instead of yours, then save.
section-theirs = Saved by { $name }, { $when }
section-keep-mine = Save what I chose
section-take-theirs = Drop mine and take the saved text
section-shut = What you typed is still below, so that you can copy it.
row-legend = Row { $n }
row-add = Add another row
row-remove = Remove
field-currency = Currency

check-title = Check your answers
check-gaps =
    { $n ->
        [one] One thing is still missing
       *[other] { $n } things are still missing
    }
check-late = The deadline has passed. If you send now, your application still counts and is marked as late.
check-send = Send the application
check-declared = You confirm that:
check-final = Once sent, answers can’t be changed any more. You can withdraw the application until it is decided.
check-submit = Send application
gap = { $question }: { $problem }
gap-sentence = { $question } { $problem }
gap-cell = { $question }, row { $row }, { $column }
gap-cell-sentence = { $question } Row { $row }, { $column }

receipt-title = Your application is sent
receipt-number = Your reference number
receipt-keep = Quote it whenever you write to us.
receipt-sent = Sent
receipt-late = Late, within the grace period
receipt-next = What happens next
receipt-next-mail = We write to { $email } that it has arrived. The letter holds the reference number and a link, nothing of your answers.
receipt-next-check = We check whether the application is eligible. Then several reviewers read and score it.
receipt-next-decision = You hear the outcome by { $day }.
receipt-follow = Follow the application
receipt-print = You can print this page as your receipt.
receipt-copy = What you sent

answers-title = Your answers
answers-contents = Sections
answers-as-saved = As saved; not sent

standing-draft = Draft
standing-draft-lead = This application isn’t sent yet.
standing-unsent = Not sent
standing-discarded = Discarded
standing-discarded-lead = This draft was discarded. Nobody reads it any more.
standing-submitted = Received
standing-submitted-lead = We have your application. Next, we check whether it is eligible.
standing-withdrawn = Withdrawn
standing-withdrawn-lead = You withdrew this application. It isn’t read or decided any more.
standing-ineligible = Not eligible
standing-ineligible-lead = This application doesn’t fit the rules of the round, so it isn’t scored. Write to us if you think that this is a mistake.
standing-in-review = In review
standing-in-review-lead = Your application is eligible. Reviewers read and score it; then the programme decides.
standing-decided = Decided
standing-decided-lead = Your application is decided. You find the outcome below.

timeline-title = What happened, and what comes
timeline-sent = Sent
timeline-withdrawn = Withdrawn
timeline-checked = Checked for eligibility
timeline-ineligible = Checked: not eligible for this round
timeline-reviewed = Read and scored by reviewers
timeline-decided = Decided
timeline-promise = You hear from us by { $day }.

outcome-amount = Amount
outcome-conditions = Conditions
outcome-feedback = Feedback to you

withdrawal-title = Withdraw this application
withdrawal-lead = It won’t be read, scored or decided any more, and this can’t be undone. While the round is open you can start a new one.
withdrawal-submit = Withdraw the application
withdrawal-keep = Keep it
notice-withdrawn = The application is withdrawn.
discard-title = Discard this draft
discard-lead = The draft disappears from what you have in hand, and this can’t be undone. While the round is open you can start a new one.
discard-submit = Discard the draft
discard-keep = Keep it
notice-discarded = The draft is discarded.
outcome-not-eligible = The reason

answer-place = { $locality }, { $country }
answer-hidden = (No longer asked because of another answer. Kept as it was written.)
field-locality = Town or area
field-country-hint = Country. Start to type and choose, or write its name.
question-only-if = Only if you answered “{ $answer }” to “{ $question }”:
question-sensitive = Write only what is safe to share.
question-not-reviewers = Reviewers do not see this answer.

section-take = Use this text instead of mine
autosave-partly = { $saved }. Not saved, because it can’t be read yet: { $unread }
autosave-overtaken = Not saved by itself: somebody saved this section meanwhile. Press “Save” to see both texts.
autosave-shut = This section can’t be saved any more. Copy what you need.
autosave-offline = Not saved: no connection. Your text is still here; we try again.
autosave-signed-out = Not saved: you were signed out. Press “Save”: you can sign in again, and your text comes along.

section-unconfirmed = To check
section-carried = These answers came along from before. Read them, change what is no longer right, and save: that confirms them.
copy-title = Copy answers from an earlier application
copy-lead = Nothing that you wrote here is overwritten. Declarations and files are not copied, and every copied section waits for you to check it.
copy-from = Copy from
copy-choice = { $title } ({ $round }, { $reference })
copy-look = Show what would come along
copy-what = What would come along
copy-answers =
    { $n ->
        [one] one answer
       *[other] { $n } answers
    }
copy-left =
    { $n ->
        [one] One earlier answer finds no place in this form and stays where it is.
       *[other] { $n } earlier answers find no place in this form and stay where they are.
    }
copy-nothing = Nothing: what fits this form is answered here already.
copy-submit = Copy these answers
notice-copied = The answers are copied. Check the marked sections.
stale-nothing-to-copy = There is nothing to copy: what fits this form is answered here already.
