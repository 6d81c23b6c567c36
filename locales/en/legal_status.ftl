# Legal status: papers of organisations, what is asked for, what expires.
standing-no-form = No legal form of its own
standing-told-verified = Everything that the gate needs is verified and holds. An award needs no waiver.
standing-told-not-verified = Something that the gate needs is not in order or has expired. An award needs a waiver, unless a verified sponsor stands behind it.
standing-told-open = Something that the gate needs is still to come or to be looked at. Until then an award needs a waiver, unless a verified sponsor stands behind it.
standing-told-no-form = Its own papers can’t be verified. An award needs a fiscal sponsor whose papers are, or a waiver.
standing-asked-by = Papers as asked for by
standing-papers = Papers
standing-paper = Paper
standing-need = Asked for
standing-state = State
standing-by = Looked at by
standing-others = Put another kind of paper on record
standing-all-papers = All papers
standing-sponsors = Fiscal sponsors behind its applications
standing-sponsor-papers = Papers of the sponsor
paper-registration = Registration certificate
paper-statutes = Statutes
paper-accounts = Latest accounts
paper-board = Board list with names and roles
paper-bank = Letter of the bank
paper-proper-management = Certificate of proper management (nihul takin)
paper-submitted-papers = Confirmation of submitted papers
paper-donations = List of larger donations
paper-foreign-donations = Donations of foreign states
paper-safeguarding = Safeguarding policy
paper-anti-fraud = Policy against fraud, and for procurement
paper-sanctions = Statement on sanctions
paper-missing = Missing
paper-expired = Expired
paper-expires-soon = Expires soon
paper-issued = Issued on
paper-expires = Holds until
paper-seen = Where did you see it?
paper-lead = Every look stays on record; the latest counts. Never shown to the organisation.
paper-none = Nothing is on record yet.
paper-record = Put a look on record
paper-save = Put on record
notice-paper-recorded = The paper is on record.
seen-paper = On paper, or a copy that came by other ways
seen-register = In the public register
seen-file = File { $name }
seen-file-elsewhere = A file of an earlier application
need-not-asked = Not asked for
need-asked = Asked for
need-needed = Needed for the gate
needs-title = Papers
needs-open = See papers
needs-list-lead = What is asked of organisations, by legal form. Without what the gate needs, an award needs a waiver.
needs-lead = What the gate needs must be verified and hold when a decision is made. The rest is a list to go by.
needs-sponsor-only = Only a fiscal sponsor’s papers count
needs-save = Save
notice-needs-set = What is asked for is saved.
pathway-title = Money from the United States
pathway-lead = For the record, no legal advice. Every record stays; the latest counts.
pathway-none = No way is on record yet.
pathway-record = Record the way
pathway-way = By which way may it reach the organisation?
pathway-held = What does the file hold?
pathway-held-hint = The first four belong to a determination, the others to expenditure responsibility.
pathway-note = Why, and who says so
pathway-note-hint = Such as counsel and the day. Never shown to the organisation.
pathway-save = Put on record
pathway-not-us-money = Not money from the United States
pathway-ed = Equivalency determination
pathway-er = Expenditure responsibility
pathway-fiscal-sponsor = Through a fiscal sponsor
pathway-affidavit = Affidavit of the organisation
pathway-founding-documents = Founding documents
pathway-purposes = Purposes, past and present activities, in English
pathway-determination = Written determination in good faith
pathway-inquiry = Inquiry before the grant
pathway-agreement = Written agreement that limits the use
pathway-separate-accounting = Separate accounting
pathway-grantee-reports = Reports of the organisation
pathway-tax-report = Report to the tax authority (990-PF)
pathway-item-held = In the file
pathway-item-missing = Still to come
pathway-earlier =
    { $n ->
        [one] One earlier record is kept.
       *[other] { $n } earlier records are kept.
    }
notice-pathway-recorded = The way is on record.
error-pathway-items = Some of this belongs to another way.
error-day-to-come = This day is still to come.
error-expires-before-issue = It can’t end before it was issued.
stale-no-legal-form = This organisation has no legal form of its own, and no fiscal sponsor has consented.
expiring-title = Papers that expire
expiring-lead = Verified papers that have expired or soon will, the first to expire first.
expiring-tabs = How far ahead
expiring-within =
    { $n ->
        [one] One day ahead
       *[other] { $n } days ahead
    }
expiring-empty = Nothing expires in that time
error-needs-none = Choose “Needed for the gate” for at least one paper: without any nothing can be verified, and every award would need a waiver.
mail-expiring-subject = Papers of organisations expire
mail-expiring-expired =
    { $n ->
        [one] One verified paper of an organisation has expired.
       *[other] { $n } verified papers of organisations have expired.
    }
mail-expiring-soon =
    { $n ->
        [one] One will expire within 60 days.
       *[other] { $n } will expire within 60 days.
    }
mail-expiring-link = See which: { $link }
review-verified-papers = Papers that staff verified
review-paper-until = { $paper }, holds until { $day }
review-paper-expired = { $paper }, expired on { $day }
