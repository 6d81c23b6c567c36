# Rounds without a closing day.
round-no-closing-day = No closing day
deadline-rolling = Open at any time
applications-now-rolling = Finish it, and send it when it is ready.
round-admin-review-days = { $n ->
    [one] Within one day of sending
   *[other] Within { $n } days of sending
}
round-admin-opening-rolling = Applications are taken at any time from the opening date on. A closing day can still be set.
round-admin-closing-rolling = No application can be sent any more. Drafts stay unsent.
field-rolling = No closing day: applications come in at any time
field-rolling-hint = Leave “Closes” and “Reviews due” empty then. Every application goes through screening, reviews and decision on its own clock. To end the round, set a closing day later.
field-review-days = Days for the reviews of an application
field-review-days-hint = Only in a round without a closing day. Counted from the day on which the application is sent.
error-closing-neither = Say when the round closes, or tick that it has no closing day.
error-closing-both = Empty this, or take away the tick that says there is no closing day.
