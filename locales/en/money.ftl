# Budgets, currencies and rates.

requested-converted = { $asked } ({ $reference } at { $rate } of { $day })
rate-dated = { $rate } ({ $day }, { $source })
rate-source = Source of the rate
currency-not-taken = { $currency } (no longer taken)
receipt-requested = You asked for
round-rates-label = Or in another currency, at the rate of

field-request-currency = Currency of the request
field-request-currency-hint = Every amount of the request and its budget is in this currency. We compare requests by these rates; the one of the day you send counts.

budget-sums = The budget so far
budget-kind = Kind of cost
budget-cost = Cost
budget-asked = Asked here
budget-others = From others
budget-total = Total
budget-no-category = Without a category
budget-too-much = Too much to count

rates-title = Currencies and rates
rates-lead = This round counts in { $reference }. Requests in the other currencies below are converted at the rate in force when they are sent. A new rate never changes what was sent before.
rates-none = Requests are in { $reference } only
rates-none-text = Add a rate to take requests in another currency too.
rates-change = Change
rates-taken = Other currencies, with the rate in force
rates-end = Stop taking { $currency }
rates-ended = No longer taken
rates-add = Add a currency, or a new rate
rates-submit = Add the rate
rates-rate = Rate
rates-rate-hint = How much of it one { $reference } is worth, with a point: 3.9512.
rates-day = Day of the rate
rates-day-hint = Such as 2026-03-09; today or earlier.
rates-source-hint = Where anybody can look it up, such as “ECB reference rates”. Applicants see it.
rates-currency-hint = Three letters, such as ILS.
rates-history = All rates so far
rates-added = Added
rates-by = By
notice-rate-added = The rate is in force.
notice-currency-ended = The round takes this currency no more. Drafts in it are kept; their writers are asked to choose another one.
