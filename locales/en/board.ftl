# The decision board, balance targets, the shortlist proposal and drawing lots.
board-title = Decision board
board-page-title = Decision board - { $round }
board-caption = Applications in the order of their scores, with what is proposed
board-marks = To heed
board-band = band { $n }
board-band-hint = Within a band, scores can’t tell applications apart.
board-band-panel = panel { $panel }, band { $n }
board-band-panels = Nobody reviewed for two of the panels, so that each has bands of its own; within a band, scores can’t tell applications apart.
board-drawn = lot { $n }
board-no-bands = Bands aren’t shown: this round has too few reviews.
board-deviates = Deviates from the ranking
board-deviates-hint = An award below the funding line, or another outcome above it, deviates from the ranking; the reason that was given is shown here.
board-line = Funding line: the applications above come to { $amount }. The next doesn’t fit the budget.
board-line-cut = Funding line: the applications above come to { $amount }. It goes through a tie, of which only a part fits the budget.
board-mark-gate = Papers not verified
board-mark-hits =
    { $n ->
        [one] One list hit
       *[other] { $n } list hits
    }
board-mark-hold = On hold
board-mark-conflicts =
    { $n ->
        [one] One person in conflict
       *[other] { $n } people in conflict
    }
board-mark-late = Decision was due on { $day }
board-propose = Propose
board-propose-here = Propose a decision on { $title }
board-change = Change or take back
board-take-back = Take back
board-change-here = Change your proposal on { $title }
board-take-back-here = Take back the decision on { $title }
board-whole = Conditions, feedback and all facts are on the decision page.

balance-title = Balance targets
balance-lead = Which part of all awards is to go to whom. Targets are about the set of awards; they score no application.
balance-none = No balance targets are set.
balance-edit = See and set the targets
balance-target = Target
balance-now = Now
balance-share = Share
balance-distance = Distance
balance-change = Change
balance-remove = Remove
balance-add = Set a target
balance-add-lead = A target about the same group in the same way takes the place of the former. Sizes go by thirds of the round’s largest request; known is who had an award of an earlier round.
balance-save = Set the target
balance-group = Group
balance-choose = Choose one
balance-edge = At least or at most
balance-edge-least = At least
balance-edge-most = At most
balance-percent = Per cent
balance-measure = Counted by
balance-measure-number = number of awards
balance-measure-amount = money
balance-size-small = Small requests
balance-size-medium = Medium requests
balance-size-large = Large requests
balance-standing-new = New to us
balance-standing-known = Known to us
balance-least-number = At least { $percent } % of the awards: { $group }
balance-least-amount = At least { $percent } % of the money: { $group }
balance-most-number = At most { $percent } % of the awards: { $group }
balance-most-amount = At most { $percent } % of the money: { $group }
balance-now-number =
    { $n ->
        [one] { $part } of one award
       *[other] { $part } of { $n } awards
    }
balance-now-amount = { $part } of { $whole }
balance-met = Met
balance-short-number =
    { $n ->
        [one] One award short
       *[other] { $n } awards short
    }
balance-over-number =
    { $n ->
        [one] One award too many
       *[other] { $n } awards too many
    }
balance-short-amount = { $amount } short
balance-over-amount = { $amount } too much
notice-balance-set = The target is set.
notice-balance-removed = The target is removed.
stale-no-target = The target isn’t there any more.
error-percent = Type a whole number from 1 to 100.

shortlist-title = Shortlist proposal
shortlist-page-title = Shortlist proposal - { $round }
shortlist-lead = The affordable set of awards with the highest total score that keeps the budget, the limits below and the balance targets. It is advice and decides nothing; what is decided already stays in it.
shortlist-awards = Awards for one organisation, at most
shortlist-most = Money for one organisation, at most
shortlist-part = Fund in part
shortlist-part-hint = An application that says its smallest useful amount gets no less than that, and may get as little.
shortlist-least = useful from { $amount }
shortlist-part-whole = Whole requests only
shortlist-part-from = Down to { $n } % of the request
shortlist-compute = Work it out
shortlist-proven = Proven: no other set that keeps these limits has a higher total.
shortlist-not-proven = The search was ended before it was proven that this is the best set. It comes to { $total } points; no set can come to more than { $bound }.
shortlist-unknown = The search was ended before a set was found that keeps all limits. There may be one.
shortlist-clash = No award keeps these targets together. Without one of them there are awards that do:
shortlist-no-money = No award keeps the limits, even without targets: the budget is used up or too small.
shortlist-nobody = There is nothing to put forward: no application has both a score and a request.
shortlist-total = Total of scores
shortlist-caption = Proposed awards
shortlist-decided = decided already
shortlist-part-of = { $n } % of the request
shortlist-more =
    { $n ->
        [one] and one more
       *[other] and { $n } more
    }
shortlist-costs = What each target costs
shortlist-costs-lead = The total of the best set if the target is dropped, and what the target costs in points. The nearest swap exchanges the fewest applications of that set so that the target is met again; the set proposed above may exchange more and come to a higher total.
shortlist-without = Total without it
shortlist-cost = Costs in points
shortlist-goes = Goes in the nearest swap
shortlist-comes = Comes in
shortlist-changes = Gets another amount
shortlist-after = Total after the swap
shortlist-instead = { $after } instead of { $before }
shortlist-perhaps = a smaller swap may exist
shortlist-free = nothing
shortlist-at-least = at least { $total }
shortlist-not-known = not known

lots-title = Drawing lots
lots-lead = Among applications that can’t be told apart, lots may decide the order. A secret seed is made first and its SHA-256 is published here and in the audit log; the draw reveals the seed, and anybody can draw the same order again.
lots-allowed = Lots may be drawn in this round.
lots-not-allowed = Drawing lots is no option of this round.
lots-allow = Make drawing lots an option
lots-forbid = End the option
lots-groups = Who can’t be told apart
lots-none = Nobody is left to draw lots among: no two applications that wait for a decision stand equal without a draw.
lots-group-tie = Equal scores, rank { $n }
lots-group-band = Band { $n }
lots-commit = Commit to a draw
lots-draws = Draws
lots-commitment = Commitment: SHA-256 of the seed
lots-committed = { $who }, { $when }
lots-seed = Seed
lots-drawn = Drawn by { $who }, { $when }
lots-among = Who takes part
lots-order = Order of the draw
lots-check = Anybody with these references can draw it again:
lots-draw = Draw now
notice-lots-allowed = Lots may be drawn in this round.
notice-lots-forbidden = Drawing lots is no option of this round any more.
notice-lots-committed = The commitment is published. The draw can follow.
notice-lots-drawn = The lots are drawn.
stale-no-lots = Drawing lots is no option of this round.
stale-no-lot-group = These applications don’t stand equal any more. Look at the groups again.
stale-lots-settled = Lots stand for these applications already. A second draw would be a choice.
