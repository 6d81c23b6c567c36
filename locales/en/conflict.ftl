# Conflicts of interest: stepping aside, keeping somebody away, affiliations.
conflict-title = Conflicts of interest
conflict-lead = Who is kept away finds neither this application nor its title, scores, counts, rank or files anywhere. They aren’t told.
conflict-nobody = Nobody is kept away from this application.
conflict-standing = Kept away
conflict-person = Person
conflict-kind = Relation
conflict-kind-none = None
conflict-kind-staff = Works there, or sits on the board
conflict-kind-family = Family or personal
conflict-kind-funder = Funds it
conflict-kind-collaborator = Works with it
conflict-kind-litigation = In court or in a campaign, with or against it
conflict-kind-same = Same organisation or network
conflict-kind-other = Something else
conflict-found = How it is known
conflict-found-declared = Declared by the person
conflict-found-membership = Belongs to the organisation or its fiscal sponsor
conflict-found-pinned = Put on record by an admin
conflict-reason = Reason
conflict-remove = Let come back
conflict-history = What was lifted
conflict-lifted = { $by } let { $name } come back ({ $kind })
conflict-hints = May be in conflict
conflict-hints-lead = The system found something in common. It bars nobody: ask, or keep the person away.
conflict-hint-domain = Address of the domain { $what }, as people of the organisation have
conflict-hint-website = Address of the domain of the organisation’s website, { $what }
conflict-hint-name = The organisation names somebody called { $what }
conflict-hint-affiliation = Belongs or belonged to { $what }, as they say themselves
conflict-hint-domain-you = You share the e-mail domain { $what } with people of this organisation.
conflict-hint-website-you = Your e-mail address is of the domain of the organisation’s website, { $what }.
conflict-hint-name-you = The organisation names somebody with your name, { $what }.
conflict-hint-affiliation-you = Your account lists that you belong or belonged to { $what }.
conflict-pin = Keep away
conflict-pin-title = Keep somebody away
conflict-pin-lead = They leave their review at once, and only an admin can let them come back. They get no letter: with few applications it would tell which one it is about.
conflict-choose-person = Choose a person
conflict-pin-reason-hint = A sentence is enough. Staff can read it; the person can’t.
conflict-removal-title = Let { $name } come back?
conflict-removal-lead = They find the application again as if nothing had been. A review that they left stays left. The record is kept with your reason.
conflict-removal-reason-hint = Why there is no conflict, or no longer.
conflict-removal-submit = Let come back
conflict-removal-cancel = Keep away
conflict-own-title = Step aside
conflict-own-link = I have a conflict of interest myself
conflict-own-short = Step aside
conflict-own-lead = If anything could sway your judgement of this organisation, or could look as if it did, leave its application to the others.
conflict-own-alone = Nobody else could handle this application. Invite another admin first: once you step aside you won’t see that it waits.
conflict-own-invite = Invite somebody
conflict-own-note-hint = A sentence is enough. The other staff can read it; the applicant can’t.
conflict-own-consequence = You will not find the application anywhere again: no title, no score, no rank, no file. Only another admin can change that.
conflict-own-submit = Step aside
conflict-round-title = Handled for others
conflict-round-hint = Other admins have a conflict of interest here: these applications are yours.
conflict-round-lead = Some admins are kept away from these applications, so the others handle them.
conflict-round-none = No admin is kept away from any application that you can see.
conflict-round-away = Kept away
conflict-round-nobody = No admin left: invite one
conflict-round-count =
    { $n ->
        [one] { $n } application
       *[other] { $n } applications
    }
dossier-conflicts =
    { $n ->
        [0] Nobody is kept away
        [one] { $n } person is kept away
       *[other] { $n } people are kept away
    }
dossier-may-conflict = { $name } may be in conflict. { $why }.
notice-stepped-aside = Thank you. The application is with the others now.
notice-stepped-aside-alone = Thank you. Nobody can handle the application now: invite another admin under “People”.
notice-conflict-pinned = Kept away from now on.
notice-conflict-lifted = They can come back.

affiliations-title = Where you belong
affiliations-why = From it we suggest when you may have a conflict of interest.
affiliations-change = See and change the list
affiliations-lead = Organisations that you work for, advise, fund or sit on the board of, now or in the last three years. Staff see what it suggests about an application; applicants see nothing of it.
affiliations-none = Nothing listed yet
affiliation-organisation = Name of the organisation
affiliation-domain = Its website or e-mail domain
affiliation-domain-hint = For example press.example
affiliation-role = What you are there
affiliation-until = Until
affiliation-until-hint = The last day. Leave it empty while it lasts.
affiliation-until-day = until { $day }
affiliation-add = Add an organisation
affiliation-remove = Take off
notice-affiliation-removed = Taken off the list.

# Refusals.
error-conflict-stands = This person is kept away already.
error-domain = Enter a domain such as press.example, or leave it empty.
error-too-many-affiliations = { $most } organisations can be listed. Take one off first.
stale-pin-oneself = You can’t put your own conflict on record for others to lift. Step aside instead.
stale-membership-lasts = This person belongs to the organisation or its fiscal sponsor. As long as that lasts, they are kept away.
