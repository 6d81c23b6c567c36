# The form of a programme as staff write it.
form-title = Form
form-of = Form of { $programme }
form-of-round = Form
form-open = Open the form
form-state = State
form-draft = Draft
form-version = Version { $version }
form-version-of = Version { $version }, published { $when }
form-published = Published as version { $version }
form-unpublished =
    { $n ->
        [one] Not published yet: one change since version { $version }
       *[other] Not published yet: { $n } changes since version { $version }
    }
form-facts = At a glance
form-fact-questions = Questions
form-fact-required = Required
form-fact-hidden = Not shown to reviewers
form-fact-sensitive = Sensitive
form-fact-saved = Times the draft was saved
form-versions = Published versions
form-version-used = Used by
form-version-unused = No round uses it.
form-all-versions = All versions of the form
form-unfit = What keeps it from being published
form-none = Nothing here yet
form-questions =
    { $n ->
        [0] No questions
        [one] One question
       *[other] { $n } questions
    }
form-back-to-work = Back to the form

# Parts.
form-part = Part
form-part-words = In words
form-part-section = section
form-part-question = question
form-part-column = column
form-part-quiz = quiz question
form-quiz = Eligibility quiz
form-quiz-lead = Asked before anybody makes an account. An answer can say why an application would not succeed, and what to do instead. Nothing of it is kept.
form-edit = Change this { $part }
form-new = New { $part }
form-removal = Remove this { $part }?
form-add = Add
form-add-next = Add, then another one
form-add-question = Add a question
form-add-section = Add a section
form-add-column = Add a column
form-add-quiz = Add a quiz question
form-add-option = Add an option
form-up = Move up
form-down = Move down
form-copy = Copy
form-remove = Remove
form-keep-mine = Save mine over it
form-theirs = What is saved now

# Kinds of questions.
form-kind-short-text = One line of text
form-kind-long-text = A longer text
form-kind-number = A whole number
form-kind-money = An amount of money
form-kind-date = A date
form-kind-place = A country and a place
form-kind-yes-no = Yes or no
form-kind-choice = Choose one option
form-kind-choices = Choose any options
form-kind-rows = Rows with columns
form-kind-files = Files
form-kind-declaration = A statement to confirm

# Traits.
form-badge-required = Required
form-badge-hidden = Not for reviewers
form-badge-sensitive = Sensitive
form-badge-profile = About the organisation
form-badge-untranslated = Missing: { $languages }
form-stage-short = Short form
form-stage-full = Full form
form-stage-short-long = In the short form, which everybody fills in
form-stage-full-long = In the full form, only of those who are invited to it

# Fields of a part.
form-in-language = { $what } ({ $language })
form-group-words = Words
form-words-lead = One language is enough while you work. Where one is missing, people read the first that is there.
form-group-answer = How it is answered
form-group-options = Answers
form-group-condition = When it is asked
form-group-traits = Rules
form-group-section = Where it belongs
form-group-code = Code
form-field-title = Title
form-field-intro = Introduction
form-field-label = Question
form-field-hint = Help
form-field-option = Option
form-field-refusal = Why not, and what instead
form-quiz-options-lead = Leave “Why not” empty for every answer with which people can go on.
form-field-kind = Kind of answer
form-show-kind = Show the fields of this kind
form-kind-kept = { $kind }. This stays, because the question is published and answers are read by it. To ask in another way, add a new question and remove this one.
form-field-characters = Most characters
form-field-length = At most
form-field-unit = Counted in
form-unit-words = words
form-unit-characters = characters
form-field-min = Smallest number
form-field-max = Largest number
form-field-rows = Most rows
form-field-files = Most files
form-field-own-currency = Applicants choose the currency; otherwise it is the round’s
form-option-number = Option { $n }
form-condition-lead = A question can wait for the answer to an earlier one: yes or no, a choice or a statement. Answers that are hidden later are kept, and not judged.
form-always = Always
form-field-decider = Asked
form-decider-gone = { $code } (not an earlier question any more)
form-show-answers = Show the answers of this question
form-field-any-of = Only if one of these was answered
form-field-required = Required
form-field-required-hint = An application can’t be sent without it.
form-field-hidden = Keep from reviewers
form-field-hidden-hint = Only staff see the answer. Applicants are told so.
form-field-sensitive = Sensitive
form-field-sensitive-hint = The answer could put somebody at risk. Applicants are told so beside the question.
form-field-stage = Stage
form-field-profile = About the organisation itself
form-field-profile-hint = The answers are kept with the organisation, which confirms them in its next application instead of typing them again.
form-field-code = Code
form-code-lead = Answers are kept under this code. Leave it empty, and it is made of the English words. Once this is published, it stays.
form-code-kept = The code is { $code }. It stays, because this is published and answers are kept under it.

# Removing.
form-removal-inside =
    { $n ->
        [one] This goes with it
       *[other] These { $n } go with it
    }
form-removal-hanging =
    { $n ->
        [one] This question waits for its answer: change when it is asked before you publish
       *[other] These { $n } questions wait for its answer: change when they are asked before you publish
    }
form-removal-public = It goes from the draft. Published versions keep it, and so do all answers that were given to it.
form-removal-draft = It was never published: nobody has answered it. What is written here is lost.

# Seeing it as others do.
form-preview = Preview
form-preview-lead = As applicants see it. You can try every field; nothing is saved.
form-preview-languages = Language
form-preview-stages = Stage
form-preview-all = Everything
form-questions-title = All questions, to print
form-questions-lead = As they stand on the page of the round, before anybody has an account.

# Differences.
form-change = Change
form-change-added = Added
form-change-removed = Removed
form-change-changed = Changed
form-aspects = What of it
form-aspect-label = words
form-aspect-hint = help
form-aspect-kind = kind
form-aspect-limit = limit
form-aspect-options = options
form-aspect-required = required or not
form-aspect-reviewers = shown to reviewers or not
form-aspect-sensitive = sensitive or not
form-aspect-condition = when it is asked
form-aspect-stage = stage
form-aspect-profile = about the organisation or not
form-aspect-place = place

# Publishing.
form-publish = Publish…
form-publish-version = Publish version { $version }
form-publish-do = Publish this version
form-publish-differences = What changes
form-publish-same = Nothing to publish
form-publish-same-lead = The draft says the same as the published version.
form-publish-unfit =
    { $n ->
        [one] One thing keeps it from being published
       *[other] { $n } things keep it from being published
    }
form-publish-no-rounds = No round can take it now. New rounds will use it.
form-publish-keeps = Applications that were begun keep the version they were begun on: no answer is lost or asked for again.
form-field-rounds = Rounds that use it from now on
form-field-rounds-hint = New rounds use the latest version. Applications that were begun in these rounds keep theirs.
form-round-sent = Somebody has sent an application, so this round keeps its version: everybody who is compared answers the same questions.
form-round-uses = The form of this round: { $version }.
round-admin-form-version = Version of the form
form-round-choose = Use this version
form-field-version = Another version
form-reset = Give up the draft
form-reset-effect = The draft becomes what version { $version } says.
form-reset-keeps = What was changed since is lost. Download the draft first if you may want it again.
form-reset-do = Give it up

# Files.
form-file = File
form-download = Download this form as a file
form-file-remark = Change it with any text editor and import it on the page of the form.
form-import = Import a file
form-import-lead = Choose a form file, or paste one. First you see what would change in the draft; nothing is published.
form-field-file = Or paste the form file (TOML)
form-field-file-hint = As you downloaded it, up to 1 MB.
form-choose-file = Form file (TOML)
form-import-look = Show what the pasted text would change
form-import-look-file = Show what the file would change
form-file-unread = Choose a text file of at most 1 MB.
form-import-changes =
    { $n ->
        [one] One part of the draft would change
       *[other] { $n } parts of the draft would change
    }
form-import-replaces = The file takes the place of the whole draft.
form-import-do = Use it as the draft
form-import-same = Nothing would change
form-import-same-lead = The file says the same as the draft.
form-file-line = Line { $line }: { $reason }
form-file-more =
    { $n ->
        [one] There is one more mistake.
       *[other] There are { $n } more mistakes.
    }

notice-form-added = Added to the draft.
notice-form-copied = Copied. The copy stands behind.
notice-form-moved = Moved.
notice-form-removed = Removed from the draft.
notice-form-published = Published.
notice-form-reset = The draft was given up.
notice-form-imported = The file is the draft now. Look through it, then publish.

stale-form-part = Somebody else changed this meanwhile. What you typed is below; what is saved now stands above it.
stale-form-gone = Somebody else removed this meanwhile. What you typed is below, so that you can copy it.
stale-form-draft = Somebody else changed the draft meanwhile. Nothing was done: look at it again first.
stale-form-same = The draft says the same as the published version. Nothing was done.
stale-form-unfit = The form can’t be published yet. Its page lists what is missing.

error-form-words = Write it in at least one language.
error-form-answer = Tick at least one answer.
error-form-code-kept = This is published: its code stays, because answers are kept under it.
error-form-code-other = This code was published for another kind of question. Choose another code, or the old kind.
error-form-kind-kept = This is published: its kind stays, because answers are read by it.
error-form-rows-kept = Remove its columns first.

# The list of questions on a round’s page.
asked-stage-short = Part of the short form, which everybody fills in.
asked-stage-full = Asked only of those who are invited to the full form.
asked-profile = Kept with your organisation: next time you confirm it instead of typing it again.

# The quiz.
quiz-title = Could you apply?
quiz-link = Check in two minutes whether you could apply
quiz-lead = A few questions, without an account. They tell you whether an application makes sense, and if not, what may help instead.
quiz-check = Show what this means
quiz-nothing-kept = Your answers are not kept, neither here nor in the history of your browser.
quiz-yes = You can apply
quiz-yes-lead = Nothing in your answers speaks against it. Whether a grant follows is decided by people who read your application.
quiz-no = This programme is probably not the right one
quiz-no-lead = We would rather tell you now than after hours of writing. Here is why, and what may help instead.
quiz-round = Read everything about this round
quiz-again = Answer again
