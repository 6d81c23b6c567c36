# The ranked applications of a round, with budget and balance.
ranking-title = Ranking
ranking-page-title = Ranking - { $round }
ranking-list = Applications
ranking-caption = Applications by their mean score
ranking-unsure = Places follow the plain mean, and few reviews leave each of them uncertain.
ranking-tabs = Which applications
ranking-tab-all = All in the running ({ $n })
ranking-tab-deliberation = To be decided ({ $n })
ranking-empty = Nothing to rank yet
ranking-empty-lead = Applications appear here once they are in review.

ranking-rank = Rank
ranking-rank-tied = { $rank } =
ranking-tied =
    { $n ->
        [one] tied with one other
       *[other] tied with { $n } others
    }
ranking-between = could be { $range }
ranking-between-panel = { $range } in its panel
ranking-between-sure = almost surely
ranking-unscored = no score yet
ranking-withheld = after your own review
ranking-application = Application
ranking-score = Score
ranking-spread-one = one review
ranking-spread-none = all the same
ranking-spread = { $low }–{ $high }
ranking-spread-sd = { $low }–{ $high }, sd { $sd }
ranking-reviews = Reviews
ranking-incomplete =
    { $n ->
        [one] + one incomplete
       *[other] + { $n } incomplete
    }
ranking-merit = Merit
ranking-priority = Priority
ranking-requested = Requested
ranking-decision = Decision
ranking-percent = { $n } %

ranking-budget = Budget
ranking-committed = Committed
ranking-awards =
    { $n ->
        [one] in one award
       *[other] in { $n } awards
    }
ranking-left = Left
ranking-over = Over the budget
ranking-over-budget = The awards are { $amount } over the budget.
ranking-over-lead = Drop or change a proposal before you release.
ranking-used = Part of the budget
ranking-by-community = Balance by community
ranking-by-base = Balance by base
ranking-community = Community
ranking-base = Base
ranking-running = In the running
ranking-awarded = Awards
ranking-amount = Amount
ranking-share = Share of the awards
ranking-unknown-group = Not said
ranking-release =
    { $n ->
        [one] Release one outcome
       *[other] Release { $n } outcomes
    }

withheld = You are to review this application yourself. What others say of it is kept from you until you have sent your own review or abstained; where a phase never opens others’ reviews, until reviewing is over.
withheld-in-round =
    { $n ->
        [one] Others’ reviews of one application are kept from you until you have sent your own or abstained. It has no score here.
       *[other] Others’ reviews of { $n } applications are kept from you until you have sent your own or abstained. They have no score here.
    }
