# How far the reviewing of a round is.
progress-title = Progress of the reviews
progress-hint = Who has opened, begun and sent what; remind whoever is late.
progress-by-reviewer = By reviewer
progress-by-application = By application
progress-show = Show
progress-all = All
progress-unopened = Not opened
progress-late = Late
progress-reminders = Reminders
progress-assigned = Assigned
progress-opened = Opened
progress-begun = Begun
progress-sent = Sent
progress-imported = Sent, from a file
progress-not-opened = Not opened
progress-last = Last activity
progress-reminded = Last reminder
progress-muted = Wants none
progress-late-count =
    { $n ->
        [one] { $n } late
       *[other] { $n } late
    }
progress-opened-means = An application opens once the reviewer has declared that there is no conflict of interest: “opened” is that declaration. What came from a file was not opened here.
progress-nobody = Nobody has anything to review yet
progress-none-late = Nothing is late
progress-none-unopened = Everything was opened
progress-not-late-yet = The reviews are not due yet: nothing can be late
progress-of-application = Who has opened, begun and sent

# When reviewers are reminded.
schedule-title = Reminders
schedule-lead = Each reviewer gets at most one letter a day, in the morning where they are: how many reviews wait, and a link. On the due date there is one in any case, and one a week while something is late.
schedule-active = Remind the reviewers of this round
schedule-days = How many days before the due date?
schedule-days-hint = Numbers such as 7 2. Leave it empty to remind on the day itself only.
schedule-off = Switched off
schedule-bare = On the day, then weekly
schedule-told = Days before: { $days }; on the day, then weekly
error-reminder-days = Enter at most { $times } numbers from 1 to { $most }.
remind-choose = Remind the chosen ones …
remind-title = Remind reviewers now
remind-lead = Each of them gets a letter at once that says how many reviews of this round wait, and a link to their queue.
remind-bound = Nobody gets more than one reminder a day, and nobody who wants none. Who has nothing left to send gets none either.
remind-nobody = Nobody is chosen. Go back and tick at least one reviewer.
remind-submit = Remind
notice-reminded = Done. Whoever could be reminded today has mail.

# Letters that remind.
mail-reminder-subject = Reviews wait for you
mail-reminder-open =
    { $n ->
        [one] One review waits for you.
       *[other] { $n } reviews wait for you.
    }
mail-reminder-overdue =
    { $n ->
        [one] One is overdue.
       *[other] { $n } are overdue.
    }
mail-reminder-today = The next one is due today.
mail-reminder-next =
    { $n ->
        [one] The next one is due tomorrow.
       *[other] The next one is due in { $n } days.
    }
mail-reminder-link = Your queue is here:

    { $link }
mail-reminder-mute = If you want no reminders, say so in your account:

    { $link }
field-reminders = Reminders of reviews
field-reminders-hint = At most one letter a day, with numbers and a link. Staff see who wants none.
reminders-on = Remind me before and after a due date
reminders-off = No reminders

# Reviews out of a file.
import-title = Import reviews
import-lead = Reviews that were written elsewhere, as a table. It is checked first; nothing is kept before you have seen what it comes to.
import-file-hint = CSV with commas, semicolons or tabs, up to 8 MB. Larger files go through the command line.
import-layouts = Two layouts
import-wide = One row for each review
import-wide-hint = One column for each criterion’s code: whole points, or “cannot judge”. Reasons stand in columns such as values_reason. These, recommendation (fund, fund_if, do_not_fund), confidence (low, medium, high) and comment may be left out.
import-long = One row for each score
import-long-hint = The column justification may be left out. Each review needs a score for every criterion.
import-ready-title = Reviews to be imported
import-new =
    { $n ->
        [0] No review is new.
        [one] One new review.
       *[other] { $n } new reviews.
    }
import-people =
    { $n ->
        [one] By one reviewer.
       *[other] By { $n } reviewers.
    }
import-applications =
    { $n ->
        [one] Of one application.
       *[other] Of { $n } applications.
    }
import-assigned =
    { $n ->
        [one] One comes with a new assignment.
       *[other] { $n } come with a new assignment.
    }
import-same =
    { $n ->
        [one] One review is there already.
       *[other] { $n } reviews are there already.
    }
import-passed-over = Columns that are not read: { $columns }
import-means = Each becomes a sent review in its reviewer’s name, marked as imported by you. Reviewers get one letter each and can change what isn’t theirs.
import-submit = Import
notice-imported = Imported. The reviewers have mail.
stale-import-gone = This file was imported already, or thrown away after a day.
stale-import-changed = The file changed while it was read. Nothing was imported.
mail-imported-subject = Reviews were entered in your name
mail-imported-body =
    { $n ->
        [one] A review was entered in your name from a file.
       *[other] { $n } reviews were entered in your name from a file.
    } Please look whether it is what you said:

    { $link }
review-imported = { $who } brought this review in from a file on { $when }. You did not send it here. If it is not what you said, change it or tell the programme team.
review-imported-declaration = { $who } brought in from a file that you have no conflict of interest with this applicant. If you have one, declare it below.
review-version-imported = Imported from a file by { $who }

error-reviews-cells = Put right what is listed below and bring the file again. Nothing was imported.
error-reviews-layout = The first row names the columns of neither layout. It needs application, reviewer and either criterion and score, or one column for each of: { $codes }.
error-reviews-reason-column = “{ $column }” gives reasons for no criterion of this round.
error-reviews-empty = There are no reviews in this file.
error-reviews-twice = Row { $row } has this reviewer’s review of this application already.
error-reviews-criterion = This round has no criterion “{ $cell }”.
error-reviews-criterion-twice = Row { $row } scores this criterion already.
error-reviews-criterion-lacks = These criteria have no score: { $criteria }.
error-reviews-score-missing = Give a score, or write “cannot judge”.
error-reviews-text = “{ $cell }” is no score. Write whole points, or “cannot judge”.
error-reviews-ambiguous = “{ $cell }” can be read in two ways. Write whole points.
error-reviews-fraction = “{ $cell }” is not a whole point.
error-reviews-outside = { $cell } is outside of the scale from 0 to { $most }.
error-reviews-recommendation = “{ $cell }” is no recommendation. Write fund, fund_if or do_not_fund, or leave it empty.
error-reviews-confidence = “{ $cell }” is no confidence. Write low, medium or high, or leave it empty.
error-reviews-not-found = There is no such application in this round.
error-reviews-not-in-review = This application is not under review.
error-reviews-left = This reviewer left the application.
error-reviews-begun = This reviewer has begun a review of it here, which would be lost.
error-reviews-sent = This reviewer has sent another review of it already.
