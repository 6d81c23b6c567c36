# Rounds as the public sees them.
open-rounds-lead = Grants that organisations can apply for now. You can read every question and every criterion before you make an account.
open-rounds-empty = Nothing is open at the moment
open-rounds-empty-text = New rounds are announced here. If you have applied already, sign in to see where your application stands.
open-rounds-home = Go to your applications
open-rounds-known = Applied before?

round-read = Read and apply
round-amounts-label = You can ask for
round-amounts = { $least } to { $most }
round-budget-label = The round gives in all
round-opens-label = Opened
round-deadline-label = Deadline
round-zone-label = Time zone of the round
round-turnaround-label = Answer
round-turnaround =
    { $n ->
        [one] Within one day of sending
       *[other] Within { $n } days of sending
    }
round-contents = On this page
round-who = Who may apply
round-criteria = How applications are judged
round-criteria-lead = Several reviewers score every application against these criteria, from 0 to 5 points each. The weights add up to 100 %.
round-questions = What you will be asked
round-questions-lead = These are all the questions. You can prepare your answers first; in the form you can save at any time and come back.
round-start = Start an application
round-is-closed = This round is closed. It takes no applications any more; this page stays for reference.

criterion-weight = { $percent } % of the score
criterion-merit = Merit: how good the organisation and its request are
criterion-priority = Priority: how much pressure the organisation is under
criterion-gate = must also be verified before a grant
criterion-anchors = What each point means

asked-required = required
asked-optional = optional
asked-columns = A table, for each row:
asked-options =
    { $n ->
        [one] One option
       *[other] { $n } options
    }
manner-date = A date
manner-yes-no = Yes or no
manner-choice = Choose one
manner-choices = Choose any that apply
manner-declaration = A statement to confirm
manner-money = An amount in { $currency }
manner-money-several = An amount in the currency of your request, one of { $currencies }
manner-money-request = An amount in the currency of your request
manner-money-own = An amount in a currency of your choice
limit-characters =
    { $n ->
        [one] Up to one character
       *[other] Up to { $n } characters
    }
limit-words =
    { $n ->
        [one] Up to one word
       *[other] Up to { $n } words
    }
limit-rows =
    { $n ->
        [one] One row
       *[other] Up to { $n } rows
    }
limit-number = A whole number from { $least } to { $most }
limit-date = Such as 9/3/2026 (day first) or 2026-03-09

deadline-opens = Opens { $when }
deadline-there = In the round’s time zone: { $when }
deadline-grace = The deadline has passed: send now, and it still counts as late
deadline-over = Closed
deadline-days =
    { $n ->
        [one] One day left
       *[other] { $n } days left
    }
deadline-hours =
    { $n ->
        [one] One hour left
       *[other] { $n } hours left
    }
deadline-minutes =
    { $n ->
        [0] Less than a minute left
        [one] One minute left
       *[other] { $n } minutes left
    }

manner-place = A country and, if you wish, a town or area
limit-files =
    { $n ->
        [one] One file
       *[other] Up to { $n } files
    }
