# The dashboard.
nav-dashboard = Dashboard
dashboard-title = Dashboard
dashboard-lead = How a round goes and how rounds went, as far as you may see it. Every picture has its table.
dashboard-empty = No round has been opened yet
dashboard-none = Nothing to count yet.
dashboard-pipeline = Where applications stand
dashboard-sent =
    { $n ->
        [one] One application was sent.
       *[other] { $n } applications were sent.
    }
dashboard-status = Status
dashboard-applications = Applications
dashboard-asked = Asked for
dashboard-clocks = Waiting for a decision
dashboard-promise =
    { $n ->
        [one] The target is a decision within one working day of sending.
       *[other] The target is a decision within { $n } working days of sending.
    }
dashboard-clock = Against the target
dashboard-late = Late
dashboard-soon = Due within 5 working days
dashboard-in-time = In time
dashboard-to-money = From sending to the first money: { $took }.
dashboard-taken = Working days from sending to the decision
dashboard-taken-lead = Working days until half were decided: { $days }. Within the target: { $share }%.
dashboard-days = Working days
dashboard-decisions = Decisions
dashboard-money = Demand and budget
dashboard-money-lead = { $share }% of the budget is asked for.
dashboard-sum = Sum
dashboard-amount = Amount
dashboard-of-budget = % of the budget
dashboard-demand = Asked for
dashboard-budget = Budget
dashboard-released = Awards released
dashboard-signed = Awards signed off
dashboard-proposed = Awards proposed
dashboard-left = Left
dashboard-scores = Scores
dashboard-scored =
    { $n ->
        [one] One complete review counts.
       *[other] { $n } complete reviews count.
    }
dashboard-total = Total of a review
dashboard-reviews = Reviews
dashboard-reviewers = Reviewers
dashboard-alpha = Agreement between reviewers, Krippendorff’s alpha of totals: { $alpha }. 1 is perfect, 0 is chance.
dashboard-no-alpha = Agreement can be told once applications have several reviews that differ.
dashboard-reviewer = Reviewer
dashboard-assigned = Assigned
dashboard-done = Sent
dashboard-open = Open
dashboard-mean = Mean total
dashboard-bases = Where organisations work from
dashboard-communities = Communities
dashboard-awards = Awards
dashboard-share = % of the money
dashboard-rounds = Rounds side by side
dashboard-round = Round
dashboard-closes = Closes
dashboard-success = % awarded
dashboard-middle = Calendar days, half of them
dashboard-demand-rounds = Demand against money
dashboard-demand-lead = What is asked for, in per cent of the budget.
dashboard-given = Awarded
