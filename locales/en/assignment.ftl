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
    Applications were given to you for review. Before one opens you are asked whether you have anything to do with the organisation. Your queue is here:

    { $link }
