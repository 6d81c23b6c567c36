# The people of an organisation.
members-title = People
members-lead = Whoever stands here can read everything that your organisation writes.
members-back = Back to the people
members-role = Role
members-role-of = Role of { $name }
members-change = Change role
members-you = (you)
members-removal = Remove or leave
members-open = Invitations that nobody has accepted yet
members-expires = Works until
members-revoke = Take back
members-invite = Invite a colleague
members-invite-lead = We send them a link that works for seven days. The mail doesn’t name your organisation.
members-invite-submit = Send invitation
member-owner = Owner
member-owner-may = Writes, certifies and sends applications, and decides who belongs to the organisation.
member-editor = Editor
member-editor-may = Writes applications and uploads files. An owner certifies and sends.
member-viewer = Viewer
member-viewer-may = Reads everything and changes nothing.
removal-title = Remove this person?
removal-lead = From now on they can’t open anything of your organisation. What they wrote stays.
removal-submit = Remove
leaving-title = Leave this organisation?
leaving-lead = From now on you can’t open anything of it. What you wrote stays. Only an owner can invite you back.
leaving-submit = Leave
notice-member-invited = The invitation is on its way.
notice-invitation-revoked = The invitation is taken back. Its link doesn’t work any more.
notice-member-removed = Removed. They can’t open anything of your organisation any more.
notice-member-left = You have left the organisation.
notice-member-joined = Welcome. You belong to this organisation now.

membership-account = You are invited to an organisation
membership-account-lead = Make an account with the address that our mail went to, or sign in with it. Then we show you which organisation invites you.
membership-title = You are invited to an organisation
membership-lead = { $organisation } invites you with the role “{ $role }”. { $may }
membership-accept = Join the organisation

# Certification.
certify-name = Your name
certify-role = Your role in the organisation
certify-role-hint = Such as director, chair of the board or authorised signatory.
certify-statement = I certify for the organisation that these answers are true and complete, and that I am entitled to send them in its name.
certify-name-told = Name of the officer who certifies
certify-statement-told = The officer named above told me that these answers are true and complete and that they are entitled to send them in the organisation’s name. I have taken this down.
certify-later = Certify now, send later
certify-owners = Only an owner of your organisation can certify and send: { $names }.
certify-ask = Ask the owners by mail
certified-by = { $name }, { $role }, on { $when }
certified-told = { $name }, { $role }, as told to { $account } on { $when }
certified-now = Certified by { $who }. The text hasn’t changed since.
certified-changed = Certified by { $who }. The text has changed since then, so it must be certified again.
certified-label = Certified by
notice-certified = Certified. The application isn’t sent yet.
notice-owners-asked = We have asked the owners by mail. The letter holds a link, nothing of your answers.

# Fiscal sponsors.
sponsor-title = Fiscal sponsor
sponsor-lead = If another organisation will receive and account for the grant, ask for its consent here. You can send your application before it answers.
sponsor-sees = We send a link to the address below. The sponsor sees your organisation’s name, the amount and the period, and nothing else of your application.
sponsor-name = Name of the fiscal sponsor
sponsor-email-hint = Somebody who can decide for the sponsor, or bring it before its board.
sponsor-ask = Ask for consent
sponsor-open-until = The link in our mail works until { $day }. If it went to the wrong place, take the question back and ask again.
sponsor-consented-text = You need do nothing more. The sponsor can take its consent back until the decision, and so can you.
sponsor-missing = Your profile says that you work under a fiscal sponsor, but no sponsor has consented. You can send nevertheless; without consent, a grant may not be possible.
sponsor-not-asked = Not asked yet
sponsor-asked = Consent asked
sponsor-consented = Consent given
sponsor-declined = Declined
sponsor-revoked = Consent taken back
sponsor-dropped = Question taken back
sponsor-asked-on = { $sponsor }: consent asked on { $day }.
sponsor-consented-on = { $sponsor }: consent given on { $day }.
sponsor-declined-on = { $sponsor }: declined on { $day }.
sponsor-revoked-on = { $sponsor }: consent taken back on { $day }.
sponsor-dropped-on = { $sponsor }: you took the question back on { $day }.
sponsor-answered-by = { $line } Answered by { $name }.
sponsor-drop-title = Take the question back
sponsor-drop-lead = The link in our mail stops working, and a consent that was given doesn’t count any more. You can ask again.
sponsor-revoke-title = Take consent back
sponsor-revoke-lead = You will no longer be the fiscal sponsor of this application. We write to whoever asked you. You can’t undo this; they would have to ask again.
sponsor-end-title = Are you sure?
sponsor-end-submit = Yes, take it back
sponsor-end-keep = No, keep it
notice-sponsor-asked = The question is on its way.
notice-sponsor-dropped = The question is taken back.
notice-sponsor-declined = You have declined. We tell the applicant.
notice-sponsor-consented = You have consented. We tell the applicant.
notice-sponsor-revoked = Your consent is taken back. We tell the applicant.
sponsor-account = Somebody asks you to be their fiscal sponsor
sponsor-account-lead = Make an account with the address that our mail went to, or sign in. Then we show you who asks, for how much and for how long.
sponsor-answer-title = Will you be the fiscal sponsor?
sponsor-answer-lead = An organisation applies for a grant and names you as the organisation that would receive it.
sponsor-answer-applicant = Applicant
sponsor-answer-amount = Amount asked for
sponsor-answer-period = Period
sponsor-answer-as = Which organisation consents?
sponsor-answer-other = Another organisation
sponsor-answer-found = To consent, add your organisation first. It takes about three minutes, and then you come back here. You can decline without it.
sponsor-open-question = Not written yet
sponsor-months =
    { $n ->
        [one] one month
       *[other] { $n } months
    }
sponsor-period = { $months } from { $day }
sponsor-means = What consent means
sponsor-means-money = You would receive the grant for the applicant, pass it on as agreed and account for it.
sponsor-means-profile = The funder’s staff see your organisation’s profile and who consented when.
sponsor-means-conflict = People of your organisation can’t review or decide this application.
sponsor-means-back = You can take your consent back until the decision.
sponsor-consent = We consent
sponsor-decline = We decline
sponsorships-title = Consents as fiscal sponsor
sponsorships-lead = Applications for which your organisation agreed to receive the grant.
sponsorships-empty = None so far
sponsorships-empty-text = When somebody names you as their fiscal sponsor, we send you a mail with a link.
sponsorships-when = Consented
sponsorships-state = State

# Applications that staff file for an organisation.
filing-title = File for an applicant
filing-lead = For an organisation that wrote, called or came. You write down what it tells you; everywhere it is marked that you filed it.
filing-search = Find the organisation
filing-search-hint = Part of its name, in any of its scripts.
filing-search-submit = Search
filing-none = No organisation of this name
filing-none-text = Try another part of the name or another script, or describe the organisation.
filing-organisation = Organisation
filing-channel = How did it reach us?
filing-letter = By letter
filing-phone = By phone
filing-email = By e-mail
filing-visit = In person
filing-day = On which day?
filing-day-hint = Such as 2026-03-09 or 9/3/2026.
filing-note = Note
filing-note-hint = Who spoke for the organisation, and how to reach them. Staff see it; reviewers don’t.
filing-submit = Start the application
filing-describe = Describe a new organisation
filing-describe-lead = As it describes itself. It belongs to nobody until you invite its first owner.
filing-drafts = What you are filing and have not sent yet
filing-back = Back to the dossier
filed-badge = Filed by staff
filed-label = Filed by
filed-by-letter = { $name } filed this for the organisation, by letter of { $day }.
filed-by-phone = { $name } filed this for the organisation, by phone on { $day }.
filed-by-email = { $name } filed this for the organisation, by e-mail of { $day }.
filed-by-visit = { $name } filed this for the organisation, in person on { $day }.
timeline-filed = Written down by programme staff
owner-invite-title = Invite the organisation’s first owner
owner-invite-lead = Somebody of { $organisation } gets a link. Once they join, they read the application and follow it themselves.
notice-filed = Started. You write in the organisation’s name; it is marked as filed by you.
notice-organisation-described = The organisation is saved. Now say how it reached us.

# Why not.
denied-viewer = You can read this organisation’s applications, but not change them. An owner can give you another role.
denied-owner = Only an owner of the organisation can do this.
denied-filer = You file this application for the organisation. Its profile and its people are its own.
denied-last-owner = An organisation needs at least one owner. Make somebody else an owner first.
denied-other-address = This invitation was sent to another address. Sign out, and sign in with the address that our mail went to.
denied-own-sponsor = An organisation can’t be its own fiscal sponsor.
denied-own-filing = You belong to this organisation. Apply for it as one of its people.
stale-has-owner = This organisation has people of its own by now. They invite each other.
stale-not-certified = The answers are not certified as they stand now. Certify them first.
stale-owners-asked = The owners were asked several times just now. Wait an hour, or speak to them.
stale-sponsor-asked = A sponsor was asked already. Take that question back first.
stale-sponsor-answered = This question was answered or taken back in the meantime.

# Letters.
mail-member-subject = You are invited to an organisation
mail-member-body =
    A colleague invites you to work on grant applications together. Open this link within seven days:

    { $link }
mail-certify-subject = An application waits for you
mail-certify-body =
    A colleague asks you to certify an application and to send it. You can read it here:

    { $link }
mail-sponsor-subject = A question to your organisation
mail-sponsor-body =
    An organisation that applies for a grant asks you to be its fiscal sponsor. Open this link within three weeks to read who asks and to answer:

    { $link }
mail-sponsor-answer-subject = News about a fiscal sponsor
mail-sponsor-answer-body =
    The answer of a fiscal sponsor whom you asked has changed. You can read it here:

    { $link }
