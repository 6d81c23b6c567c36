# Asking for erasure.
erasure-title = Erasure
erasure-ask-own = Ask to have your account erased
erasure-lead-own = Your name, address, password, memberships and letters are erased, and nobody signs in with this account any more. An admin answers; you need not say why.
erasure-lead-organisation = Everything about your organisation is erased: names, profile, answers, files, messages, and the accounts of people who act for it alone. An admin answers; you need not say why.
erasure-stays = Numbers stay, such as amounts and scores, and the log of who did what, which then holds an id in place of a name. Where law or money that was paid demands keeping, the answer says so.
erasure-ask = Ask for erasure
erasure-take-back = Take it back
erasure-state = { $state } Asked { $when }.
erasure-asked = Waits for an answer.
erasure-granted = Granted.
erasure-granted-waiting = Granted. Nothing is erased yet: a second person has to confirm it.
erasure-granted-open = Granted, but nothing is erased yet: no second person confirmed it. You can ask again.
erasure-refused = Kept for now, for this reason.
erasure-taken-back = Taken back.
erasures-title = Requests for erasure
erasures-lead = People and organisations that asked to have erased what is kept about them, who asked first at the top.
erasures-none = No request waits
erasures-whose = About
erasures-asked = Asked
erasures-granted = Granted, and not erased yet
erasures-granted-lead = A purge that nobody confirms within 24 hours erases nothing. Propose it again on its page.
erasures-purge = Purge
erasures-granted-at = Granted
erasures-person = Their account
erasures-organisation = The organisation
erasures-answer = Answer a request for erasure
erasures-lead-person = Granted, the account is erased at once, and nobody can bring it back.
erasures-lead-organisation = Granted, a purge of the organisation is proposed, which another admin confirms within 24 hours.
erasures-lead-paid =
    { $n ->
        [one] One payment was made to this organisation. Law may demand that its papers are kept. Granted, a purge is proposed, which another admin confirms.
       *[other] { $n } payments were made to this organisation. Law may demand that their papers are kept. Granted, a purge is proposed, which another admin confirms.
    }
erasures-what = What do you answer?
erasures-grant = Erase
erasures-refuse = Keep for now
erasures-reason-hint = Who asked reads it. Needed where you keep it, or erase although money was paid.
erasures-save = Answer
notice-erasure-asked = The request is sent. We write to you when it is answered.
notice-erasure-taken-back = The request is taken back.
notice-erasure-answered = The answer is sent.
stale-erasure-waits = A request waits for an answer already.
stale-erasure-answered = This request was answered or taken back.
stale-erasure-alone = Somebody alone answers for an organisation that has other people. Make another member an owner first.
denied-erasure-owner = Only an owner of the organisation can ask for this.
denied-own-erasure = You asked for this yourself, so another admin has to answer.
mail-erased-subject = Your account is erased
mail-erased-body =
    As you asked, your account is erased. This letter is the last one. What we keep stands here:

    { $link }
mail-erasing-subject = Your request for erasure is granted
mail-erasing-body =
    As you asked, everything about your organisation will be erased as soon as a second person confirms it. You see where that stands here:

    { $link }
mail-kept-subject = Your request for erasure is answered
mail-kept-body =
    We keep it for now, for a reason that you read here:

    { $link }
