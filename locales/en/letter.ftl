# Letters about decisions: what a programme writes, what goes out, what went out.
programme-decisions = Decisions
letters-title = Letters
letters-lead = What applicants are written when an outcome is released, in their own language. A letter keeps the words that it was sent with.
letters-way = What mail holds
letters-way-hint = The letter itself is always read after signing in. Mail can be read by others on its way.
letters-way-save = Save how letters go out
letters-mail-link = Mail holds a link, without the outcome.
letters-mail-whole = Mail holds the whole letter.
letters-preview = Read every letter
letters-preview-lead = These letters go out when the outcomes are released, each in the language of who reads it. Nothing has been sent yet.
letters-nobody = Nobody can be written to: the account is gone.
letters-sent = Letters that were sent
letter-award = Letter about an award
letter-reserve = Letter about the reserve list
letter-decline = Letter about a decline
letter-standard = Standard words
letter-version = Own words, version { $n }
letter-edit = Change this letter
letter-edit-lead = What stands in square brackets is filled in for each application. A paragraph whose brackets all stay empty is left out.
letter-in = { $letter }: { $language }
letter-subject = Subject
letter-body = Letter
letter-save = Save as the next version
letter-sent-to = The letter to { $name }, { $when }
letter-goes-to = To { $name }, in { $language }
notice-letters-way = Saved. The next letters go out like that.
notice-letter-saved = The letter is saved. What was sent before keeps its words.
error-placeholder = Nothing can be filled in for [{ $name }]. Use one of the names in the list.

placeholder-organisation = Name of the organisation
placeholder-title = Title of the application
placeholder-reference = Its reference
placeholder-round = Title of the round
placeholder-programme = Name of the programme
placeholder-amount = Amount of the award
placeholder-funding = Kind of funding
placeholder-conditions = Conditions, one a line
placeholder-reason = Why it was declined
placeholder-feedback = Feedback to the applicant
placeholder-link = Where the application is read

letter-award-subject = Your application { "[" }reference]: a grant is awarded
letter-award-body =
    To { "[" }organisation],

    We are glad to tell you that “{ "[" }title]” is awarded a grant of { "[" }amount] ({ "[" }funding_type]) by { "[" }programme].

    These conditions belong to it:
    { "[" }conditions]

    The panel adds: { "[" }feedback]

    We will write to you about the next steps. You find everything here: { "[" }link]
letter-reserve-subject = Your application { "[" }reference] is on the reserve list
letter-reserve-body =
    To { "[" }organisation],

    We would like to fund “{ "[" }title]” if money becomes available in { "[" }round], and have put it on the reserve list. We will write to you as soon as we know.

    The panel adds: { "[" }feedback]

    You find everything here: { "[" }link]
letter-decline-subject = Your application { "[" }reference]: we can’t fund it this time
letter-decline-body =
    To { "[" }organisation],

    We are sorry that we can’t fund “{ "[" }title]” in { "[" }round].

    The reason: { "[" }reason].

    The panel adds: { "[" }feedback]

    This is no judgement on the worth of your work, and you are welcome to apply again. You can ask us to look at the decision again here: { "[" }link]
