# Reading files of grants (360Giving).
giving-unreadable = The file can’t be read.
giving-workbook = This is no Excel workbook that can be read, or it is damaged.
giving-json = The file breaks off or is no JSON (line { $line }, column { $column }).
giving-no-grants = The file has no list of grants.
giving-unplaced = Missing, and without it the grant can’t be placed: it is passed over.
giving-identifier = An identifier of more than { $most } characters: the grant is passed over.
giving-twice = A grant with this identifier stands further up: this one is passed over.
giving-missing = The standard asks for this and it is missing; the grant is kept without it.
giving-date = “{ $text }” is no date such as 2026-03-09; the grant is kept without it.
giving-currency = This is no currency code of three capital letters; the grant is kept without its amount.
giving-amount = This is no amount of 0 or more; the grant is kept without it.
giving-months = “{ $text }” is no number of months; the grant is kept without it.
giving-ends-before = It ends before it begins; the grant is kept without its dates.
giving-more = This row has more cells than the first row has names; a comma inside a cell needs quotation marks around it. The grant is passed over.
giving-long = A grant of more than { $most } MiB, or one that never ends.
giving-unfolds = This workbook unfolds to more than { $most } MiB, which its size does not explain. Save it as CSV or JSON.
error-ends-before = It can’t end before it begins.
denied-overlap-unsent = Overlaps are looked for once an application is sent.

# The support ledger.
ledger-title = Support ledger
ledger-lead = Grants that funders published, read from their files (360Giving). Overlaps of applications are looked for in them, in what organisations declare and in what was awarded here.
ledger-load = Load a file of grants
ledger-load-lead = JSON, CSV or XLSX by the 360Giving standard. The same file again changes nothing; a newer one adds what is new and replaces what changed. Grants to people are not taken in.
ledger-file = File
ledger-file-hint = Up to 8 MB. Larger files are loaded on the server with
ledger-rest = { $n ->
    [one] Choose it again and load the one usable grant
   *[other] Choose it again and load the { $n } usable grants
}
ledger-empty = No file is loaded yet
ledger-empty-text = Many funders publish their grants. Load what concerns your region and field.
ledger-files = Files in the ledger
ledger-entries = Grants
ledger-when = Loaded
ledger-by = By
ledger-by-operator = The operator
ledger-digest = SHA-256
notice-ledger-loaded = The file is in the ledger.
error-ledger-findings = Some of it can’t be used. See the list; nothing was changed.
error-ledger-refused = The file can’t be used. See why; nothing was changed.
error-ledger-large = The file is larger than 8 MB.

ledger-support = Support
ledger-support-lead = Who else pays, paid or was asked. Each line says where it is known from.
ledger-on-record = On record here
ledger-none-on-record = Nothing is on record yet.
ledger-published = Published by funders
ledger-none-published = No published grant is found under its numbers or its name.
ledger-more-published = { $n ->
    [one] One more is found; the 20 that are most alike are listed.
   *[other] { $n } more are found; the 20 that are most alike are listed.
}
ledger-funder = Supporter
ledger-purpose = What for
ledger-to-whom = to
ledger-amount = Amount
ledger-no-amount = Amount not known
ledger-currency = Currency
ledger-currency-hint = Three letters, such as EUR. Needed with an amount.
ledger-from = From
ledger-to = To
ledger-day-hint = Such as 2026-03-09
ledger-period-head = When
ledger-period = { $from } to { $to }
ledger-period-assumed = { $from } to { $to } (assumed: a year from the award)
ledger-source = Source
ledger-source-hint = Where you know it from: a report, a call, a website with its date.
ledger-note = Note support that you learned of
ledger-note-save = Note it
ledger-withdraw = Take out
ledger-withdraw-title = Take it out of the ledger
ledger-why = Why?
ledger-keep = Leave it in
notice-support-noted = Noted.
notice-support-withdrawn = Taken out of the ledger.
ledger-file-withdraw = Take the file out
ledger-file-withdraw-lead = “{ $name }”, grants: { $grants }. Nothing that it brought will count any more: it is in no overlap, and what it replaced counts again. The file can be loaded again later.
ledger-file-withdrawn = Taken out { $when }
notice-ledger-file-withdrawn = The file is taken out of the ledger.
ledger-kind-imported = Published by the funder
ledger-kind-declared = Declared by the organisation
ledger-kind-learned = Noted by staff
ledger-kind-award = Awarded here
ledger-kind-request = Asked for here
ledger-received = received
ledger-agreed = agreed, not yet received
ledger-asked = asked, no answer yet
ledger-refused = refused
ledger-ended = ended

# Overlaps.
overlaps-title = Overlaps
overlaps-lead = What may pay for the same work, best match first. It says what looks alike; what it means is for you to say.
overlaps-search = Look again
overlaps-searched = Last looked for { $when }.
overlaps-not-searched = Not looked for yet.
overlaps-grown = { $n ->
    [one] One published grant came into the ledger since.
   *[other] { $n } published grants came into the ledger since.
}
overlaps-empty = Nothing that looks alike
overlaps-empty-text = The ledger holds nothing with the same organisation, time and purpose.
notice-overlaps-searched = Looked for again.
overlap-title = An overlap
overlap-score = Likeness { $score } of 100
overlap-open = Open
overlap-confirmed = Confirmed
overlap-dismissed = Dismissed
overlap-asked = Applicant asked
overlap-same-number = Same organisation, by its number in a register
overlap-name = Name { $percent } % alike
overlap-other-number = Another number in the same register
overlap-months = { $shared } of { $all } months are the same
overlap-no-period = Period not known
overlap-purpose = Words { $percent } % alike
overlap-words = Words of both, shortened: { $words }
overlap-people = Led by the same people: { $names }
overlap-lines = { $percent } % of the budget lines are the same
overlap-other-application = Another application here
overlap-asked-here = Asked for here
overlap-compared = Both side by side
overlap-part = What
overlap-this = This application
overlap-other = The other
overlap-who-pays = Who pays
overlap-who = Organisation
overlap-numbers = Numbers in registers
overlap-what = What for
overlap-more = Description
overlap-when = When
overlap-from = Known from
overlap-id = Its number there
overlap-say = What is it?
overlap-confirm = The same work is paid for
overlap-confirm-hint = Reviewers see it as confirmed.
overlap-dismiss = Not the same
overlap-dismiss-hint = Reviewers no longer see it. Needs a reason.
overlap-ask-first = Ask the applicant first
overlap-ask-first-hint = You go on to the questions.
overlap-reason = Reason
overlap-reason-hint = Needed when you dismiss it.
overlap-save = Save
overlap-ask = Questions to the applicant
notice-overlap-said = Saved.
review-overlaps = { $n ->
    [one] One overlap with other support
   *[other] { $n } overlaps with other support
}
review-overlaps-lead = Found by the program in what funders publish and the organisation declares. “Open” means that nobody has judged it yet.
