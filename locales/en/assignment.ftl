# Giving applications to reviewers.
assignment-title = Reviewers
assignment-given = Has this application
assignment-reviewer = Reviewer
assignment-email = E-mail address
assignment-since = Since
assignment-state = Review
assignment-end = Take away
assignment-not-begun = Not begun
assignment-begun = Begun
assignment-submitted = Submitted
assignment-recused = Left: conflict of interest
assignment-free = Can be given to
assignment-barred = Can’t be given to
assignment-choose = Choose
assignment-owes = Reviews still to do
assignment-submit = Assign
assignment-nobody = Nobody else can review this
assignment-nobody-lead = Invite somebody with the role reviewer first.
assignment-none = None
assignment-bulk-title = Assign reviewers
assignment-bulk-lead = Every ticked application goes to every ticked reviewer. Who has one already simply keeps it.
assignment-applications = Applications in review
assignment-reviewers = Reviewers
assignment-none-in-review = No application is in review
assignment-none-in-review-lead = Applications appear here once they are screened as eligible.
notice-assigned = Assigned. The reviewers have mail.
notice-unassigned = Taken away.

bar-not-reviewer = Doesn’t review, or is disabled
bar-member = Belongs to the organisation
bar-conflict = Has a conflict of interest
bar-assigned = Has it already

mail-assigned-subject = There is something for you to review
mail-assigned-body =
    { $n ->
        [one] An application was given to you for review.
       *[other] { $n } applications were given to you for review.
    } Before one opens you are asked whether you have anything to do with the organisation. Your queue is here:

    { $link }
assignment-declined = Declined
assignment-declined-lead = These reviewers left for want of time or competence. That is an abstention, not a conflict of interest; you can ask them again.
assignment-abstained = Abstained
assignment-uncounted = A review was sent on { $when }. It stays sealed and kept, and does not count unless the application is assigned to them again.

# What a reviewer brings.
reviewing-title = About your reviewing
reviewing-of = Reviewing: { $name }
reviewing-lead = What you say here helps to give you applications that you can judge.
reviewing-lead-staff = What stands here is used when applications are assigned. The reviewer can change it too.
reviewing-languages = Which languages do you read well enough to judge an application?
reviewing-places = Which places do you know?
reviewing-expertise = In which kinds of support are you experienced?
reviewing-cap = How many reviews do you take in one round at most?
reviewing-cap-hint = A number. Leave it empty for no bound.
reviewing-submit = Save
reviewing-change = Languages, places, expertise, how many reviews
reviewing-link = Reviewing
error-review-bound = Enter a number from 1 to { $most }.

# Assigning a whole round.
allocation-title = Assign a round
allocation-lead = Let the program propose who reviews what, bring a file, or choose by hand. Nothing is assigned before you have seen it.
allocation-waiting = A plan of { $when } waits for you
allocation-propose-title = Propose
allocation-number = How many reviews should each application have?
allocation-number-hint = Reviews that it has already count.
allocation-cap = How many reviews may anybody have in this round?
allocation-cap-hint = With those that they have. A reviewer’s own bound holds as well.
allocation-first = What matters more?
allocation-first-even = Even loads, then reviewers who fit
allocation-first-fit = Reviewers who fit, then even loads
allocation-prefer = What makes a reviewer fit?
allocation-prefer-language = Reads the application’s language
allocation-only-readers = Nobody else may get it: only those who read its language
allocation-prefer-place = Knows the place
allocation-prefer-expertise = Is experienced in the kind of support
allocation-propose = Make a proposal
allocation-others = Other ways
allocation-plan-title = Planned assignments
allocation-pairs =
    { $n ->
        [one] One assignment would be made.
       *[other] { $n } assignments would be made.
    }
allocation-already =
    { $n ->
        [one] One row of the file says what is assigned already.
       *[other] { $n } rows of the file say what is assigned already.
    }
allocation-proved = Proved: by the order that you chose, no plan is better.
allocation-unproved = This plan could not be proved to be the best one.
allocation-missing =
    { $n ->
        [one] One review can’t be given to anybody.
       *[other] { $n } reviews can’t be given to anybody.
    }
allocation-assigned =
    { $n ->
        [0] No assignment was made.
        [one] One assignment was made. The reviewer has mail.
       *[other] { $n } assignments were made. Each reviewer has one letter.
    }
allocation-lacks = This is not possible
allocation-lack =
    { $n ->
        [one] { $short }: needs { $wanted } more, and beyond { $elsewhere } by others only these could read it, who may take { $room } more in all: { $people }.
       *[other] Missing at { $short }. It shares its readers with others: these { $n } applications need { $wanted } more in all. Beyond { $elsewhere } by others, only these can read them, who may take { $room } more in all: { $people }.
    }
allocation-lack-alone =
    { $n ->
        [one] { $short }: needs { $wanted } more, and only these could read it, who may take { $room } more in all: { $people }.
       *[other] Missing at { $short }. It shares its readers with others: these { $n } applications need { $wanted } more in all. Only these can read them, who may take { $room } more in all: { $people }.
    }
allocation-lack-nobody = { $short }: needs { $wanted } more, and only { $elsewhere } can be had. Everybody else is barred or has it already.
allocation-left = Not assigned, because it changed in the meantime
allocation-left-pair = { $reviewer }, { $reference }: { $why }
allocation-left-status = The application is not in review any more
allocation-nothing = Nothing to assign
allocation-nothing-text = Every application has its reviews, or nobody is left who could write one.
allocation-apply = Assign
allocation-apply-hint = Each assignment is checked once more. Every reviewer gets one letter.
allocation-again = Propose again
allocation-file-again = Bring another file
allocation-by-application = By application
allocation-pairs-why = Reviewers and why
allocation-leave-out = Leave out
allocation-loads = How many each reviewer gets
allocation-load-new = New reviews
notice-left-out = Left out.
notice-plan-applied = Done.
stale-plan-applied = This plan was carried out already.
reason-language = reads { $language }
reason-unread = does not read { $language }
reason-place = knows { $place }
reason-topic = experienced in { $topic }
reason-domain = address of the organisation’s domain: look twice
reason-website = address or affiliation of the organisation’s website: look twice
reason-namesake = somebody of its board or members has this name: look twice
reason-affiliation = named this organisation as an affiliation: look twice
reason-load = among the lightest loads
reason-room = who fits better is barred or has enough

# Assigning by a file.
allocation-file-title = Assign by a file
allocation-file-lead = A table with one row for each assignment. It is checked first; nothing is assigned before you have seen it.
allocation-file = Table (CSV)
allocation-file-hint = Columns: the application’s reference and the reviewer’s e-mail address. Commas, semicolons or tabs.
allocation-file-check = Check the file
allocation-wrong = What is wrong
allocation-wrong-row = Row
allocation-wrong-column = Column
allocation-wrong-why = Problem
allocation-wrong-more =
    { $n ->
        [one] And one more.
       *[other] And { $n } more.
    }
error-file-cells = Put right what is listed below and bring the file again. Nothing was assigned.
error-file-none = Choose a file.
error-file-table = This is no table as UTF-8 text, or it is too large.
error-file-application = There is no such application in review in this round.
error-file-reviewer = No reviewer has this address.
error-table-empty = The file is empty.
error-table-row = This row can’t be read.
error-table-rows = A table may have { $most } rows.
error-table-column = The column “{ $column }” is missing.
error-table-twice = There are two columns “{ $column }”.
error-table-more = This row has more cells than the first row has names. A comma inside a cell, as in 3,5, needs quotation marks around the cell.

# Taking back.
allocation-end-title = Take back what was not begun
allocation-end-lead = Whom you tick loses every application of this round that they have not begun. Reviews that were begun stay.
allocation-end-none = There is nothing to take back
allocation-end-none-text = Every assignment of this round was begun, or nothing is assigned.
allocation-end-submit = Take back
