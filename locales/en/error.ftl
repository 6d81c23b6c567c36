# What is wrong with a field, and how to put it right.
error-required = Fill this in.
error-too-long = Shorten this to { $most } characters at most.
error-too-many-words = Shorten this to { $most } words; it has { $count }.
error-too-many-rows = Keep { $most } rows at most.
error-must-match = This doesn’t match.
error-choice = Choose one of the options.
error-choice-none = Choose either “none” or other options, not both.
error-email = Enter an e-mail address like name@example.org.
error-email-taken = There is an account with this address already. Sign in instead.
error-date = Enter a date such as 2026-03-09 or 9/3/2026.
error-date-time = Enter a date and time such as 2026-12-01 17:00.
error-date-order = The end must not be before the start.
error-number = Enter a whole number, such as 12.
error-number-range = Enter a number from { $least } to { $most }.
error-amount = Enter an amount such as 12500 or 12,500.50.
error-amount-range = Enter an amount from { $least } to { $most }.
error-currency = Choose a currency.
error-smallest-useful = The smallest useful amount can’t be more than the amount you ask for.
error-budget-sum = The budget lines add up to { $sum }, but you ask for { $amount }. They must be equal.
error-slug = Use 3 to 60 small letters, digits and hyphens.
error-code = Use small letters, digits and underscores.
error-code-taken = This code is used twice.
error-weight = Every criterion needs a weight from 1 to 100.
error-weights-sum = The weights must add up to 100; they add up to { $sum }.
error-anchors = Every point of the scale needs a sentence that says what it means.

error-password-short = Use at least { $least } characters. Several words are easy to remember.
error-password-long = Use at most { $most } characters.
error-password-known = This password is too easy to guess. Take three or four words that have nothing to do with each other.
error-password-told = Leave out your name and address, your organisation and this site: what is left of it is too easy to guess. Take three or four other words.
error-password-keys = Keys that lie side by side are tried early. Take three or four words that have nothing to do with each other.
error-password-repeats = It repeats itself, which is tried early. Take three or four words that have nothing to do with each other.
error-password-sequence = Sequences such as abcd or 6543 are tried early. Take three or four words that have nothing to do with each other.
error-password-date = Years and dates are tried early. Take three or four words that have nothing to do with each other.
error-password-word = One word is not enough, with signs and digits in it neither. Take three or four words that have nothing to do with each other.
error-password-name = Names are tried early. Take three or four words that have nothing to do with each other.
error-password-common = Many people use this or something like it. Take three or four words that have nothing to do with each other.
error-present-password = This isn’t your present password.
error-sign-in = The address or the password is wrong, or the address isn’t confirmed yet. Check both; if you just signed up, open the link in our mail first.
error-too-many-tries = Too many tries. Wait { $minutes } minutes, or choose a new password by mail.
error-link-used = This link was used already or is too old. Ask for a new one.
error-invited-address = Use the address that the invitation was sent to.

# Rounds, programmes, screening, assignment.
error-slug-taken = This name is in use. Choose another one.
error-closes-opens = The deadline must be after the opening.
error-reviews-closes = Reviews can’t be due before the deadline for applications.
error-most-least = The largest request can’t be smaller than the smallest one.
error-most-budget = One request can’t be larger than the whole budget.
error-screening-reason = Choose the reason why it is not eligible.
error-not-screened = Screen this application first.
error-choose-applications = Tick at least one application.
error-choose-reviewers = Tick at least one reviewer.
error-pair-member = { $reviewer } belongs to the organisation of { $reference }. Nothing was assigned.
error-pair-conflict = { $reviewer } has a conflict of interest with { $reference }. Nothing was assigned.
stale-review-begun = This reviewer has begun. What they wrote is kept, and they keep the application.
stale-round-opened = This round is open already.
stale-round-ended = This round is closed for good.
stale-round-draft = This round isn’t open yet.
stale-round-past = The deadline of this round is over. Move it first.
# Decisions
error-award-only = Only an award has this. Empty it, or choose “Award”.
error-condition-reason = Say why this condition is needed.
error-waiver-needed = Legal status isn’t verified: say why an award is right nevertheless.
error-award-over-request = An award can’t be more than was asked for: { $most }.
error-none-ticked = Tick at least one outcome to release.
# Reviews.
error-score-missing = Choose a score for “{ $criterion }”, or “cannot judge”.
error-justification = Say in a few words why you scored “{ $criterion }” so.
# Organisations
error-organisation-name = Enter the organisation’s name in at least one script.
error-website = Enter an address such as https://example.org, or leave it empty.
error-registration-twice = This registration is listed already. Remove one of the two.
warning-registration-number = Please check the number { $number }: Israeli numbers have nine digits, and the last one doesn’t fit the others.
warning-registration-ministry = Please check the number { $number }: numbers of the ministry look like HB-4157-C.

# A form, rubric or programme read from a file.
error-form-empty = A form needs at least one section, and a section at least one question.
error-form-column = Rows can’t stand inside rows, and a column can’t be a declaration.
error-form-label = This needs words in English, Arabic and Hebrew.
error-form-limit = The limit is missing or out of range.
error-form-options = A choice needs at least two options.
error-form-kind = “{ $kind }” is no kind of question.
error-form-key-missing = The key “{ $name }” is missing.
error-form-key-unused = The key “{ $name }” doesn’t belong to this kind of question.
error-toml = The file can’t be read: { $reason }
# People, certification, filing
error-certify = Tick the statement to certify the answers.
error-already-member = This person belongs to the organisation already.
error-too-many-invitations = Too many were sent already. Take some back, or wait an hour.
error-filing-day = Enter a day that isn’t in the future.
error-filing-place = This organisation has an application in this round already.

error-country = Enter the name of a country, such as Palestine or Israel.
error-too-many-files = Keep { $most } files at most.
error-form-stage = Sections of the full form must come after those of the short one.
error-form-quiz = Every question of the quiz needs an answer that lets people go on.
error-form-condition-later = A question can only depend on an earlier one, and “{ $code }” is not earlier.
error-form-condition-kind = A question can only depend on a yes-or-no question, a choice or a declaration, and “{ $code }” is none.
error-form-condition-answer = Name at least one answer that “{ $code }” can have, and none that it can’t.

# Budgets, currencies and rates.
error-amount-range-converted = { $asked } is { $reference } by the rate of this round. Ask for an amount worth { $least } to { $most }.
error-budget-line = This line costs { $cost }, but { $asked } asked here and { $others } from others make { $paid }. They must be equal.
error-budget-cost = Check the quantity and the unit cost of this line: together they make an amount that can’t be counted.
error-currency-not-taken = This round takes no requests in { $currency } any more. What you typed is kept: choose another currency and check your amounts.
error-currency-other = You typed { $amount } here, but the request is in { $currency } now. Type the amount in { $currency } and save.
error-rate = Enter a rate above 0 with a point, such as 3.9512; at most 9 digits behind the point.
error-rate-day = A rate can’t be of a day to come.
error-rate-reference = { $currency } is the currency of the round itself; it needs no rate.
# Files.
error-file-choose = Choose a file from your device.
error-file-name = The file’s name is longer than { $most } characters. Rename the file and choose it again.
error-file-path = “{ $name }” can’t be added: the name of a file can’t hold / or \. Rename the file and choose it again.
error-file-kind = “{ $name }” can’t be added. Choose a PDF, JPG, PNG, DOCX or XLSX file.
error-file-empty = “{ $name }” is empty. Check the file on your device and choose it again.
error-file-large = “{ $name }” is larger than { $most } MB. Make it smaller, or split it into several files.
error-file-form = These files together are larger than we can take at once, and nothing was read. Add them one by one, each of { $most } MB at most.
error-file-many-all = An application holds { $most } files at most. Remove one first.
error-file-lying = “{ $name }” isn’t what its name says. Save it again as a PDF, JPG, PNG, DOCX or XLSX file, and don’t only rename it.
error-file-broken = “{ $name }” can’t be opened; it may be damaged. Save it again and choose the new file.
error-file-locked = “{ $name }” is locked with a password. Save it without a password and choose it again.
error-file-bomb = “{ $name }” unfolds into far more than a document holds, so it wasn’t opened. Save it as a PDF instead.
error-file-macros = “{ $name }” contains macros, which we don’t take. Save it as DOCX or XLSX without macros, or as a PDF.
error-file-huge = The picture “{ $name }” has more than 50 million points. Save it smaller and choose it again.
error-file-infected = The virus scanner found something harmful in “{ $name }”. It wasn’t kept. Check your device, and choose a clean copy.
error-file-unscanned = “{ $name }” couldn’t be checked for viruses at this moment, so it wasn’t kept. Try again in a few minutes.
error-section-unconfirmed = Check the answers that came along from before, and save the section.

error-offline-file = This is no offline form with answers. Choose the file that the form saved.
error-offline-other = This file belongs to another application. Its name is the reference of the one it belongs to.
error-offline-none = Choose the file that the form saved.
error-offline-empty = Nothing is filled in in this file.

# Of reviews: recommendation, confidence, reasons.
error-recommendation-missing = Choose what you recommend.
error-confidence-missing = Choose how sure you are.
error-review-reason = Say why your scores or your recommendation changed.
error-abstention-reason = Say in a few words why you decline.
