# The hold list.
hold-title = Hold
hold-lead = While an organisation is on hold, an award or a payment to it needs a reason to go past. Never shown to the organisation or to reviewers.
hold-stands = On hold
hold-overdue = To be looked at again
hold-line = { $who }, { $when }. To be looked at again on { $day }.
hold-none = It is not on hold.
hold-reason = Reason
hold-reason-hint = What has to change before it goes on.
hold-review = Look at it again on
hold-place = Put on hold
hold-renew = Keep on hold, with another reason and day
hold-save = Put on hold
hold-ending = Why does the hold end?
hold-end = End the hold
hold-ended = It ended:
hold-replaced = Another hold took its place.
hold-former = Former holds
hold-see = See the hold
hold-pass = Go past the hold
hold-pass-lead = The hold stays. Only this application goes on, with the reason on record.
hold-pass-reason = Why does this application go on all the same?
hold-pass-save = Go past
invite-past-hold = Why do those on hold go on all the same?
invite-past-hold-hint = Only where you choose an organisation on hold. It is put on record with each of those applications.
error-past-hold = An organisation that you chose is on hold. Say why it goes on all the same, or leave it out.
hold-passed = This application goes past it: { $who }, { $when }.
notice-hold-placed = The organisation is on hold.
notice-hold-ended = The hold has ended.
notice-hold-passed = The reason is on record. This application goes on.
mail-holds-subject = Holds are to be looked at again
mail-holds =
    { $n ->
        [one] One organisation on hold is to be looked at again.
       *[other] { $n } organisations on hold are to be looked at again.
    }
stale-no-hold = The organisation is not on hold any more.
stale-on-hold = The organisation is on hold. Go past the hold with a reason first, or end it.
error-on-hold = The organisation is on hold. Go past the hold with a reason first.
error-day-gone = This day is over; choose one to come.
holds-title = Hold list
holds-lead = Organisations on hold, the first to be looked at again first.
holds-empty = No organisation is on hold
