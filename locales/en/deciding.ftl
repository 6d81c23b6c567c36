# Many decisions at once, the quorum, releases that broke off, the reserve list.
decision-reason = Reason of the decline
decision-reason-none = Choose one; only for a decline
decision-reason-hint = The applicant reads it in their own language.
decision-present = Who took part
decision-quorum =
    { $n ->
        [one] At least one person has to take part.
       *[other] At least { $n } people have to take part.
    }
decision-corrects = Corrects
told-decline-reason-lead = This is no judgement on the worth of your work, and you are welcome to apply again.
error-decline-only = Only a decline has this. Choose “Decline”, or no reason.
error-award-over-budget = An award can’t be more than the round has: { $most }.
error-over-budget-reason = This is more than the awards so far leave of the budget: { $left }. Say why it is right nevertheless, and which money pays for it.
stale-deviates = By now the award to { $reference } deviates from the ranking, and nobody said why. Drop the decision and propose it again with a reason.
stale-over-budget = Other awards have left less of the budget than { $reference } is to get: { $left }. Drop the decision and propose it again with a reason, or give money back first.
decision-over-budget = Over the budget: why the award is right nevertheless
decision-over-budget-hint = Only where it goes beyond what is left: which other money of the programme pays for it. It stands in the record of the decision; the applicant doesn’t see it.
error-quorum = At least { $least } people of the panel have to take part. Tick who did.
error-quorum-number = Write a whole number from 0 to { $most }.
release-waiting =
    { $n ->
        [one] A release broke off: one outcome still stands in line.
       *[other] A release broke off: { $n } outcomes still stand in line.
    }
release-go-on = Go on with the release

many-title = Many decisions
many-lead = Sign off or propose for several applications at once. Everything that is ticked goes through, or nothing does.
many-tick = Tick
many-sign = Waiting for your signature
many-sign-none = Nothing that others proposed waits for a signature.
many-sign-do = Sign off what is ticked
many-propose = Without a proposal
many-propose-none = Every application in deliberation has a proposal.
many-propose-do = Propose for what is ticked
many-same = The same for all that are ticked
many-award = An award gives each the amount that it asks for.
notice-proposed-many = The decisions are proposed. Another admin can sign them off now.
notice-signed-many = Signed off. The outcomes can be released now.
error-many-none = Tick at least one application.
error-many-at = Nothing was changed. It stopped at { $reference }.
error-many-alone = Nothing was changed. { $reference } needs something that can only be said on its own page. Take its tick away, or decide on it there.
error-many-stale = Nothing was changed. { $reference } can’t be decided on as things stand. Take its tick away, and look at it.
error-many-denied = Nothing was changed. For { $reference } this is for another admin to do. Take its tick away.
quorum-title = Quorum
quorum-least = How many people take part in a decision
quorum-least-hint = Reviewers of the application and admins. 0 asks for nobody.
quorum-save = Save the quorum
notice-quorum-set = The quorum is saved. It counts for proposals from now on.

reserve-title = Reserve list
reserve-lead = Who was told that they are on the reserve list, in the order in which they are funded when money is freed.
reserve-free = { $amount } of the budget are free.
reserve-nothing-free = Nothing of the budget is free.
reserve-freed-title = Money is free for the reserve list
reserve-fits =
    { $n ->
        [one] { $amount } of the budget are free: the request of one application on the reserve list fits.
       *[other] { $amount } of the budget are free: the requests of { $n } applications on the reserve list fit, each by itself.
    }
reserve-empty = Nobody is on the reserve list
reserve-empty-lead = Applications appear here once a reserve decision is released.
reserve-place = Place
reserve-turn = Turn
reserve-next = Next in line
reserve-move-up = Move up
reserve-move-up-lead = The application goes back to deliberation, where you can propose an award. The applicant is told nothing until that is released.
reserve-arrange = Save this order
notice-reserve-arranged = The order is saved.
error-place = Write a whole number from 1 beside each application.
