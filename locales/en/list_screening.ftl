# Names against watch lists: lists that are loaded, which count, runs, hits and answers.
lists-title = Watch lists
lists-lead = Every version that was loaded. One of each list is in force; organisations are screened against those that count for their programme.
lists-open-link =
    { $n ->
        [0] No hits wait for an answer
        [one] One hit waits for an answer
       *[other] { $n } hits wait for an answer
    }
lists-missing = These lists count for a programme and are not loaded:
lists-none = No list is loaded
lists-none-lead = Nobody can be screened before a list is loaded and counts for a programme.
lists-in-force = Lists in force
lists-load = Loading a list
lists-load-lead = Lists are larger than a form takes, so whoever runs the server loads them with this command. What a file is, is told by its content; the three files of OFAC are given together.
lists-load-rules = The same files change nothing. A list older than the one in force is refused, and so is one that breaks off, has too many unreadable rows or lost more than a tenth of the entries. What is refused leaves the former version in force.
lists-history = Everything that was loaded
lists-list = List
lists-source = Format
lists-dated = Its own day
lists-entries = Entries
lists-passed-over =
    { $n ->
        [one] one row passed over
       *[other] { $n } rows passed over
    }
lists-loaded = Loaded
lists-digest = SHA-256
lists-digest-show = Show
lists-is-in-force = In force
lists-is-former = Former
lists-version-title = { $list } of { $day }
lists-version-names = Names
lists-version-passed-over = Rows passed over
lists-version-files = Files of this version
lists-version-files-lead = As they were loaded, byte for byte. Each is compared with its SHA-256 before it is handed out.
lists-version-no-files = Its files were not kept: an earlier release of the program loaded it.
lists-version-file = File
lists-version-size = Size

setting-title = Lists that count
setting-lead = Which lists count for money from where, and why. Some designations are contested: a list can be named here as one that does not count. Everybody can read this at the pages of the rounds.
setting-none = No list counts yet
setting-none-lead = Until one does, nobody in this programme is screened.
setting-add = Add a line
setting-submit = Publish the line
setting-jurisdiction = Money from
setting-counts = Counts
setting-does-count = Counts
setting-does-not-count = Does not count
setting-threshold = A match from
setting-note = Why
setting-version = Version in force
setting-not-loaded = Not loaded
setting-list-hint = The name under which it is loaded, such as ofac, un or eu.
setting-threshold-hint = 53 to 100. Below 53 names are not alike; a higher number finds fewer namesakes and misses more spellings.
setting-note-hint = Which law or agreement asks for it, or why this list is not used. Everybody can read it.
setting-money = Where the money of this programme comes from
setting-money-hint = Lines about other money then count for nothing. Nothing ticked means everywhere.
setting-money-submit = Save where it comes from
setting-not-ours = No money from there
setting-history = Every line that was set
setting-past-counts = { $list } counts for { $jurisdiction }, from { $threshold }
setting-past-not = { $list } does not count for { $jurisdiction }
setting-open = Open the lists
setting-public-title = Watch lists that count
setting-public-lead = The names of organisations, of those who lead them and of those who sign for them are compared with these lists. People answer every likeness with a reason; no list rejects an application by itself.
setting-public-none = No list counts for this round.
setting-public-note = A match is a likeness of names, from the score that stands here. It says nothing about anybody until somebody has compared what else is known.
setting-round-label = Watch lists
setting-round-link = Which lists count
notice-list-money-set = It is saved where the money comes from.
notice-list-rule-set = The line is published.
error-list-code = Small letters, digits, hyphens and underscores, at least two; the first is a letter.
error-list-threshold = A whole number from { $least } to 100.

jurisdiction-un = United Nations
jurisdiction-eu = European Union
jurisdiction-us = United States
jurisdiction-uk = United Kingdom
jurisdiction-ch = Switzerland
jurisdiction-il = Israel
jurisdiction-ca = Canada
jurisdiction-no = Norway
jurisdiction-au = Australia

lists-screening-title = List screening
lists-screening-lead = Names of this organisation and its people against the lists that count. Only staff see this; it rejects nobody by itself.
lists-round-lead = Organisations with an application in this round, those to be screened first.
lists-round-none = No application has been sent
lists-standing = Standing
lists-standing-kept = Kept from you until you have sent your review
stale-hits-kept = You are still to review an application of this organisation, and what its list screening found is kept from you until then. Somebody else decides, or you after your review.
lists-standing-none = No loaded list counts
lists-standing-never = Not screened
lists-standing-stale = To be screened again
lists-standing-no-hits = No hits
lists-standing-open =
    { $n ->
        [one] One open hit
       *[other] { $n } open hits
    }
lists-standing-confirmed =
    { $n ->
        [one] Answered: one confirmed hit
       *[other] Answered: { $n } confirmed hits
    }
lists-standing-cleared =
    { $n ->
        [one] Answered: one hit, cleared
       *[other] Answered: { $n } hits, all cleared
    }
lists-last = Last screened
lists-due =
    { $n ->
        [one] One organisation is to be screened
       *[other] { $n } organisations are to be screened
    }
lists-screen-now = Screen now
lists-screen-all = Screen them all
lists-run-by = { $purpose }, { $when }, by { $name }
lists-run-itself = { $purpose }, { $when }, by itself when something was sent
lists-itself = By itself
lists-purpose-screening = Screening
lists-purpose-sign-off = Before a signature
lists-purpose-payment = Before a payment
lists-measure = { $list } of { $day }, from { $threshold }
lists-score = { $score } of 100
lists-names =
    { $n ->
        [one] One name compared
       *[other] { $n } names compared
    }
lists-hits =
    { $n ->
        [0] No hits
        [one] One hit
       *[other] { $n } hits
    }
lists-hits-title = Hits of the last run
lists-hits-cut = Only the { $most } hits with the highest scores are listed. So many mean that a list matches from too low a score.
lists-gone = Earlier hits that are gone
lists-gone-lead = A name or an entry has changed, left or no longer counts. What was answered stays here.
lists-compared = Names that are compared
lists-compared-lead = From the profile and from what was sent last.
lists-runs = Runs
lists-no-runs = Nobody has screened it yet.
notice-list-screened = Screened.
notice-list-no-lists = There was nothing to compare with: no loaded list counts for its programmes.
notice-list-round-screened = Screened. If some are left, press once more.

bearer-organisation = The organisation
bearer-former-name = Former name
bearer-sponsor = Fiscal sponsor
bearer-sponsor-people = Leads the fiscal sponsor or signs for it
bearer-board = Leads the organisation
bearer-signatory = Signs for it
bearer-holder = Holds the bank account
bearer-bank = The bank of the account
listed-person = Person
listed-organisation = Organisation
listed-other = Something else, or not said

hits-open-title = Open hits
hits-open-lead = Hits of all organisations that wait for an answer or for a second person, the longest waiting first.
hits-open-none = Nothing is open
hits-open-none-lead = Every hit of the last runs is answered.
hit-title = A hit
hit-lead = A likeness of names. Compare dates, places and what else is known before you answer.
hit-gone = The last run did not find this any more. It cannot be answered.
hit-ours = Name here
hit-listed = Name on the list
hit-organisation = Organisation
hit-score = Likeness
hit-state = State
hit-open = Open
hit-proposed = Confirmation proposed
hit-cleared = Cleared
hit-confirmed = Confirmed
hit-names = Names
hit-roles = Role
hit-kind = Listed as
hit-born = Born
hit-countries = Countries
hit-programmes = Listed under
hit-weak = { $name } (weak alias)
hit-parts = What the score rests on
lists-part-same = “{ $ours }” and “{ $listed }” sound the same
lists-part-near = “{ $ours }” and “{ $listed }” sound nearly the same
lists-part-like = “{ $ours }” and “{ $listed }” sound alike
lists-part-only-ours = Only in the name here: { $words }
lists-part-only-listed = Only in the listed name: { $words }
hit-former = Answered before a record changed
hit-former-lead = One of the two records is different now, so this is open again. It was about:
hit-answers = Answers
hit-answer = Answer
hit-verdict = Who is it?
hit-answer-clear = Somebody else: clear it
hit-answer-clear-hint = Stays until the entry or the name here changes.
hit-answer-reopen = Somebody else after all: open it again
hit-answer-reopen-hint = Another admin than you has to clear it.
hit-answer-confirm = The listed one: propose to confirm it
hit-answer-confirm-hint = A second admin has to say so too.
hit-answer-second = The listed one: confirm it as the second person
hit-answer-second-hint = Somebody else has proposed it.
hit-reason = Why
hit-reason-hint = What you compared: year of birth, place, work, documents.
hit-answer-submit = Answer
notice-hit-cleared = The hit is cleared.
notice-hit-reopened = The hit is open again. Another admin can clear it.
notice-hit-proposed = The confirmation is proposed. A second person has to say so too.
notice-hit-confirmed = The hit is confirmed by two people.
stale-hit-gone = The last run did not find this hit any more.
stale-hit-changed = Somebody has answered this hit meanwhile. Read it again.
stale-hit-answered = This hit is answered so already.
denied-own-reopening = You opened this hit again; somebody else has to clear it.
denied-own-confirmation = You proposed this confirmation; somebody else has to second it.

dossier-lists = List screening: { $standing }
lists-award-due = The names of this organisation are not screened against every list that counts now.
lists-award-unsettled =
    { $n ->
        [one] One hit on a watch list is open or confirmed.
       *[other] { $n } hits on watch lists are open or confirmed.
    }
lists-award-link = Open the list screening
lists-award-reason = Why the award goes ahead
lists-award-reason-hint = Kept with the decision. It is asked because a hit on a list is open or confirmed, or names are not screened.
lists-award-go-on = Keep the reason
lists-award-acknowledged = { $name } said why the award goes ahead, { $when }:
notice-list-acknowledged = The reason is kept with the decision.
stale-list-hits = Hits on watch lists stand open or confirmed about { $reference }. Say on its decision why the award goes ahead, then release it.
