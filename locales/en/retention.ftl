# How long what is kept.
retention-title = How long what is kept
retention-lead = What has had its time is erased once a day. Ids, states, amounts, scores and the audit log stay. A period that is set takes nothing for the first 7 days.
retention-kind = What
retention-kept = Kept for
retention-goes = Goes in the next 30 days
retention-no-end = Without an end
retention-days =
    { $n ->
        [one] One day
       *[other] { $n } days
    }
retention-ahead =
    { $n ->
        [0] Nothing
        [one] One entry
       *[other] { $n } entries
    }
retention-unlooked = Counted within the hour
retention-uncounted = Day by day
retention-declined = Applications that were not funded
retention-drafts = Drafts that nobody sent
retention-awards = Funded applications and their awards
retention-reviews = Words of reviews
retention-messages = Messages and discussions
retention-referees = Referees and their answers
retention-files = Uploaded files
retention-engagement = Notes about contacts with organisations
retention-incidents = Places and words of incidents
retention-hits = Former hits on watch lists
retention-mail = Texts of letters
retention-organisations = Organisations that nothing goes on with, and their people
retention-accounts = Accounts of people who act for nobody
retention-from-outcome = From the outcome on.
retention-from-change = From the last change on, once the round is closed.
retention-from-close = From the close-out of the award on.
retention-from-end = From the outcome on; of an award, from its close-out on.
retention-from-writing = From the last time that somebody wrote them on.
retention-from-screening = From the screening on.
retention-from-sending = From the sending on.
retention-from-last-use = From the last outcome, close-out or signing in of one of its people on.
retention-from-sign-in = From the last signing in on.
retention-set = Set the periods
retention-set-lead = In days, at least 30. Leave it empty to keep without an end.
retention-save = Save the periods
retention-keep = Keep it longer
retention-keep-lead = Nothing of this application, and nothing that is known about its organisation, is erased until the day that you choose.
retention-keep-line = Kept until { $day }, said { $who }, { $when }. Another day takes the place of this one.
retention-until = Keep it until
retention-keep-save = Keep it
notice-retention-set = The periods are saved.
notice-retention-kept = It is kept.
error-retention-days = Give whole days from { $least } to { $most }, or leave it empty.
privacy-periods = How long we keep it
privacy-periods-none = No periods are set: what is kept stays until somebody asks for its erasure.
privacy-periods-text = The words and files of these are erased when their time is over. Numbers stay, such as amounts and scores. Everything else is kept until somebody asks for its erasure.
