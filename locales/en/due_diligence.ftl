# Due diligence by amount, concerns.
diligence-title = Due diligence
diligence-list = What the amount asks for
diligence-asked = Asked for
diligence-what = What was done
diligence-up-to = Up to { $amount }
diligence-above = Above { $amount }
diligence-any-amount = Any amount
diligence-all-done = Everything is done.
diligence-open =
    { $n ->
        [one] One thing is open.
       *[other] { $n } things are open.
    }
diligence-lifted = One tier up for a concern
diligence-papers = Papers that the gate needs are verified
diligence-referees =
    { $n ->
        [one] One referee has answered
       *[other] { $n } referees have answered
    }
diligence-missing = Open
diligence-once = Done once; a second person is asked for
diligence-done = Done
diligence-bad = Not in order
diligence-second = Looked at again by { $who }, { $when }
diligence-look-again = I looked at it too, and agree
diligence-step-lead = Every record stays; the latest counts. Never shown to the organisation or to reviewers.
diligence-note-hint = Such as what, where and when. Never shown to the organisation.
diligence-screened = Names compared { $when }
stale-step-screened = Lists count for this programme, so their screening is read here.
step-list-screening = Names held against watch lists
step-accounts = Accounts read
step-bank = Bank account confirmed
step-visit = Visit or long talk
notice-looked-again = Your look is on record.
stale-second-look = A second person has looked at this already.
denied-own-step = You did this step yourself, so another admin has to look.
concerns-title = Concerns
concerns-none = Nobody has raised a concern.
concern-open = Open
concern-closed = Resolved
concern-line = { $who } to { $to }, { $when }
concern-line-team = { $who } to all admins who may see it, { $when }
concern-resolved = Resolved by { $who }, { $when }
concern-words = What is the concern?
concern-words-hint = Never shown to the organisation or to reviewers.
concern-to = Who shall look at it?
concern-team = All admins who may see it
concern-lifts = It asks for one tier more until it is resolved
concern-raise = Raise a concern
concern-send = Raise it
concern-resolution = How was it resolved?
concern-resolve = Resolve
notice-concern-raised = The concern is raised.
notice-concern-resolved = The concern is resolved.
stale-concern = This concern was resolved already.
mail-concern-subject = A concern is raised to you
mail-concern-body =
    Somebody has raised a concern about an application to you.

    Read it here: { $link }
tiers-title = Due diligence by amount
tiers-open = See tiers
tiers-lead = An application falls into the first tier that holds its amount; an open concern can lift it by one. The last tier has no limit.
tier-row = Tier { $n }
tier-upper = Up to
tier-upper-hint = Leave it empty in the last tier.
tier-asks = What is asked for
tier-referees = Referees who answer
tier-second = A second person looks at every step
notice-tiers-set = The tiers are saved.
error-tier-order = This has to be more than in the tier before.
error-tier-last = The last tier has no limit, so that every amount has a tier.
error-tier-referees = Give a whole number up to { $most }.

# Referees.
referees-title = Referees
referees-lead = They answer in confidence, by a link that shows the organisation’s name and the question. Never shown to the organisation or to reviewers.
referees-none = Nobody has been asked yet.
referee-name = Name
referee-language = Language of the letter
referee-named = Named in the application
referee-named-agreed = Agreed to be asked
referee-named-not-agreed = Has not agreed to be asked
referee-named-ask = Fill in the form below
referee-ask = Ask a referee
referee-ask-send = Send the letter
referee-asked = Asked
referee-expired = The link has expired
referee-answered = Answered
referee-withdrawn = Taken back
referee-resend = Send another link
referee-withdraw = Take the question back
referee-recommends = Recommends a grant
referee-with-reservations = Recommends it with reservations
referee-advises-against = Advises against it
referee-cannot-say = Can’t say
referee-answer-title = A confidential question about
referee-answer-lead = You were named as somebody who knows this organisation. Only the staff of the programme read your answer; the organisation and the reviewers never do. You can answer once.
referee-answer = What do you know of the organisation, its work and its people, since when, and is there anything that a funder should know?
referee-answer-hint = In any language. Say so if you have a tie to the organisation.
referee-advice = Would you recommend a grant to it?
referee-send = Send the answer
notice-referee-asked = The letter is on its way.
notice-referee-withdrawn = The question is taken back; its link works no more.
notice-referee-answered = Thank you. Your answer has reached the staff of the programme.
stale-referee = This question was answered or taken back.
mail-referee-subject = A confidential question
mail-referee-body =
    You were named as somebody who knows an organisation that we work with. Would you answer a short question in confidence?

    The link works once, for three weeks: { $link }
decision-concerns =
    { $n ->
        [one] One concern is not resolved.
       *[other] { $n } concerns are not resolved.
    }
decision-went-ahead = { $name } said why the award goes ahead with something open, { $when }:
decision-go-ahead = Why does it go ahead with due diligence open?
decision-go-ahead-hint = The programme asks for more than is done. Kept with the decision; never shown to the organisation.
