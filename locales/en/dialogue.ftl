# Questions to applicants, messages both ways, and how often people are written to.
nav-threads = Messages

clarifications-title = Questions to the applicant
clarifications-lead = A question has a due date and opens only the sections that you name. The status of the application stays as it is.
clarifications-empty = Nothing was asked yet.
clarification-question = A question to you
clarification-staff-question = Question
clarification-full-form = The full form
clarification-open = Waits for an answer
clarification-overdue = Overdue
clarification-answered = Answered
clarification-closed = Ended without an answer
clarification-asked-by = Asked by { $name } on { $when }
clarification-asked-on = Asked on { $when }
clarification-answered-by = Answered by { $name } on { $when }
clarification-answered-on = Answered on { $when }
clarification-due = Answer by
clarification-opened = Opened sections
clarification-changed = Changed
clarification-no-words = No answer in words.
clarification-version = See what changed in version { $version }
clarification-ask = Ask a question
clarification-ask-lead = The applicant gets a letter with a link and reads your question here. Until the due date they can change the sections that you open, and nothing else.
clarification-ask-submit = Ask the applicant
clarification-question-label = Your question
clarification-question-hint = Say what you need to know and why. The applicant reads it as you write it.
clarification-due-hint = Date and time in the round’s time zone ({ $zone }), such as 2026-12-01 17:00.
clarification-sections = Sections to open
clarification-sections-hint = Open only what the answer needs.
clarification-words-only = An answer in words is enough; no section is opened
clarification-extend = Move the due date
clarification-end = End this question
clarification-end-lead = The applicant can’t answer any more, and is told so. What they have drafted stays with them and isn’t shown to you.
clarification-end-submit = End the question
clarification-end-keep = Keep it open
notice-clarification-asked = The question is asked, and the organisation has mail.
notice-clarification-extended = The due date is moved, and the organisation has mail.
notice-clarification-ended = The question is ended.

clarification-lead = Please answer in words, and change the sections that are open to you where your answer needs it. Nobody reads it before you send it.
clarification-full-form-lead = Your short application was read with interest. Please fill in the full form now. Nobody reads it before you send it.
clarification-what = What you are asked
clarification-open-sections = Sections that you can change
clarification-rest = Everything else stays as you sent it.
clarification-answer-label = Your answer in words
clarification-answer-missing = Your answer in words is still missing
clarification-theirs = Somebody of your organisation saved this meanwhile. Put together what should stay, and save again.
clarification-save = Save
clarification-save-check = Save and check
clarification-write = Write to the programme
clarification-back = Back to the question
clarification-check = Check and send your answer
clarification-changes = You changed:
clarification-nothing-changed = You changed nothing in the open sections; only your words are sent.
clarification-final = Once sent, the answer can’t be changed any more. What you changed becomes a new version of your application; the earlier one is kept.
clarification-send = Send the answer
clarification-kept = Everything that you wrote is kept.
clarification-overdue-lead = The due date has passed, so nothing can be sent now. What you wrote is kept. Write to the programme if you need more time.
notice-clarification-sent = Your answer is sent. Thank you.
deadline-due-over = The due date has passed

invite-title = Ask for the full form
invite-lead = Those whom you choose get a letter with a link and fill in the full form by the due date. Everybody else hears nothing now.
invite-applications = Applications at the short form
invite-note = Words to them
invite-note-hint = Everybody whom you choose reads this.
invite-with-short = They may change the short form too
invite-submit = Ask for the full form
invite-empty = Nobody to ask
invite-empty-lead = Every application that can be asked has been asked, or waits for an answer to something else.
notice-full-form-asked = They are asked for the full form, and have mail.
assignment-outstanding = The full form was asked for and has not come yet. Reviewers would read only the short one.

thread-title = Messages
thread-lead = Write to the people who run the programme. Their answer comes here, and you get a letter that says so, never what it says.
thread-later = Once your application is sent, you can write to the programme here.
thread-empty = There are no messages yet.
thread-staff-lead = Everybody of the organisation reads what you write. They see “The programme team”, not your name.
thread-staff-empty = Nobody has written yet.
thread-programme = The programme team
thread-new = New
thread-waiting = Waits for an answer
thread-earlier = Earlier messages
thread-dossier = Back to the dossier
thread-body = Your message
thread-limit =
    { $most ->
        [one] Up to one character.
       *[other] Up to { $most } characters.
    }
thread-send = Send message
thread-mark-read = Mark as read
thread-settle = No answer needed
notice-message-sent = The message is sent.
notice-messages-read = Marked as read.
notice-messages-settled = Set aside: no answer is needed.
threads-title = Messages that wait for an answer
threads-lead = The longest wait first.
threads-empty = No message waits for an answer
threads-empty-lead = When an applicant writes, you find it here.
threads-application = Application
threads-waiting = Waiting
threads-since = Since
threads-count =
    { $n ->
        [one] One message
       *[other] { $n } messages
    }

dossier-dialogue = Questions and messages
dossier-questions =
    { $n ->
        [0] Nothing asked yet
        [one] One question
       *[other] { $n } questions
    }
dossier-asked-pending = Waits for an answer
dossier-waiting =
    { $n ->
        [one] One waits for you
       *[other] { $n } wait for you
    }
dossier-asked = Asked the applicant
dossier-answered = The applicant answered

applications-asked-text = You are asked for something. Please answer by
standing-answer = Read and answer
standing-questions = What you were asked
standing-thread = Read and write messages
standing-unread =
    { $n ->
        [one] One new message
       *[other] { $n } new messages
    }
timeline-started = Started
timeline-sent-again = Sent again, with changes
timeline-version = This is version { $version }. The earlier ones are kept.
timeline-asked = You were asked a question
timeline-asked-due = Please answer by { $when }.
timeline-full-form = You were asked for the full form
timeline-full-form-due = Please send it by { $when }.
timeline-answered = You answered
timeline-closed = The question was ended without an answer
timeline-promise-late = We meant to answer you by { $day }. That day has passed and we are still at work on it. We are sorry that you wait.

review-newer = You scored version { $old }. Version { $new } came on { $when }, after a question to the applicant.
review-newer-changed = These sections changed:
review-newer-none = Nothing changed of what reviewers see.
review-newer-revise = The scores below are those that you sent. Change them if the new version asks for it, and send them again; sending them unchanged says that they hold for it.
ranking-overtaken = Scored an older version
decision-overtaken = At least one review is about the version before the applicant’s last answer.

field-notices = Letters about what happens
field-notices-hint = Receipts, decisions and questions with a due date always come at once. Letters hold a link, never content.
notices-at-once = At once, for each message and answer
notices-daily = Once a day, in the morning
notices-essential = Only what must arrive

mail-asked-subject = You are asked a question
mail-asked-body =
    The programme asks you something about an application. There is a due date. Read and answer it here:

    { $link }
mail-full-form-subject = You are asked for the full form
mail-full-form-body =
    The programme asks you for the full form of an application. There is a due date. You find it here:

    { $link }
mail-extended-subject = A due date was moved
mail-extended-body =
    You have another due date for something that you are asked. You find it here:

    { $link }
mail-closed-subject = A question was ended
mail-closed-body =
    Something that you were asked needs no answer any more. You find it here:

    { $link }
mail-answered-subject = A question was answered
mail-answered-body =
    An applicant has answered what you asked. You find it here:

    { $link }
mail-answer-receipt-subject = We have received your answer
mail-answer-receipt-body =
    An answer was sent for the application { $reference }. You find it here:

    { $link }
mail-message-subject = There is a message for you
mail-message-body =
    Somebody wrote to you about an application. Read it here:

    { $link }
mail-digest-subject = News since yesterday
mail-digest-body =
    { $n ->
        [one] There is one piece of news for you. You find it here:
       *[other] There are { $n } pieces of news for you. You find them here:
    }

    { $link }

stale-clarification-pending = This applicant is asked something already. Wait for the answer, or end that question first.
stale-clarification-answered = This question is answered already.
stale-clarification-closed = This question was ended; no answer is needed any more.
stale-clarification-overdue = The due date has passed.
stale-section-shut = This section isn’t open; it stays as you sent it.
stale-thread-draft = Once the application is sent, you can write to the programme.
stale-thread-page = This page is too old. Open it again and send your message from there.
error-clarification-sections = Choose the sections to open, or say that words are enough.
error-clarification-both = Either open sections, or say that words are enough.
error-due-past = Give a date and time that lie ahead.
error-invite-none = Choose at least one application.
