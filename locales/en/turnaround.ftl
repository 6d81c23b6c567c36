# How fast a programme promises to be, and how fast it is.
milestone-acknowledged = Acknowledged
milestone-eligible = Found eligible or not
milestone-decided = Outcome released
milestone-agreement = Agreement accepted
milestone-paid = First payment made
turnaround-title = Turnaround
turnaround-lead = How long applicants wait, in working days of the places concerned.
turnaround-to-decision = From sending to the decision
turnaround-to-money = From sending to the money
turnaround-took = median { $median }, nine of ten within { $most }
turnaround-unmeasured = nothing measured yet
turnaround-measured = Time to each step
turnaround-step = Step
turnaround-target = Target
turnaround-reached = Reached
turnaround-share = In time
turnaround-median = Median
turnaround-p90 = Nine of ten within
turnaround-late = Late now
turnaround-how = Steps up to the outcome are counted from the day on which an application was sent, agreement and payment from the day on which its award was released. A working day is one on which the programme’s places and the applicant’s place all work.
turnaround-tabs = Which applications
turnaround-all = All
turnaround-none = No application here
turnaround-sent = Sent
turnaround-clocks = Clocks
turnaround-days =
    { $n ->
        [one] { $n } working day
       *[other] { $n } working days
    }
turnaround-in-time = { $n } of { $of }
clock-reached =
    { $n ->
        [one] after { $n } working day
       *[other] after { $n } working days
    }
clock-reached-late =
    { $n ->
        [one] late, after { $n } working day
       *[other] late, after { $n } working days
    }
clock-running = due { $day }
clock-late =
    { $n ->
        [one] late by { $n } working day; due { $day }
       *[other] late by { $n } working days; due { $day }
    }
late-title =
    { $n ->
        [one] One application is late
       *[other] { $n } applications are late
    }
late-more =
    { $n ->
        [one] and one more
       *[other] and { $n } more
    }
late-eligible =
    { $n ->
        [one] should have been screened by { $day }, { $n } working day ago.
       *[other] should have been screened by { $day }, { $n } working days ago.
    }
late-decided =
    { $n ->
        [one] should have been decided by { $day }, { $n } working day ago.
       *[other] should have been decided by { $day }, { $n } working days ago.
    }
late-agreement =
    { $n ->
        [one] should have had its agreement accepted by { $day }, { $n } working day ago.
       *[other] should have had its agreement accepted by { $day }, { $n } working days ago.
    }
late-paid =
    { $n ->
        [one] should have had its first payment by { $day }, { $n } working day ago.
       *[other] should have had its first payment by { $day }, { $n } working days ago.
    }
late-review = waits for your review, and its decision is overdue.
promise-title = Targets and holidays
promise-lead = Within how many working days applicants are promised each step, and on which days nobody works.
promise-from-sending = Working days from the day of sending.
promise-from-award = Working days from the day on which the award is released.
promise-offices = Places where the programme works
promise-offices-hint = The applicant’s own place is added by the base of its organisation.
promise-holidays = Holidays
promise-holidays-hint = One a line: day, place ({ $codes }), name. Weekends count by themselves: Friday and Saturday in Israel and Palestine, Saturday and Sunday elsewhere. Days that follow the moon can turn out a day off.
promise-save = Save targets and holidays
promise-day = Day
promise-place = Place
promise-name = Holiday
place-il = Israel
place-ps = Palestine
place-other = Elsewhere
notice-promise-set = Saved. Clocks are read by it from now on.
error-target = Write a whole number from { $least } to { $most }; no step can be promised before the one it follows.
error-holiday = Line { $line } is no holiday: write a day, a place and a name.
error-holiday-twice = Line { $line } names a day that its place has already.
error-holidays-many = Line { $line } is one holiday too many.
