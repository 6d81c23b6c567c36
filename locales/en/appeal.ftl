# Looking again at released decisions, and deciding anew.
appeals-title = Looked at again
appeals-waiting = Requests to look again
appeal-here = The applicant asks to look at the decision again
appeal-ask = Ask to look at this decision again
appeal-title = Ask to look at the decision again
appeal-lead = Say what we got wrong or did not know. Somebody who did not take the decision reads it and answers you. You can ask once.
appeal-words = What should we look at again?
appeal-send = Send
appeal-yours = You asked us to look again
appeal-waits = We are looking at it and will write to you.
appeal-told-upheld = We decide anew
appeal-told-not-upheld = The decision stays
appeal-read = Request to look again
appeal-asked = Sent { $when }
appeal-raised = The applicant asked to look again at decision { $n }
appeal-outcome = Answer
appeal-upheld = Upheld: it is decided anew
appeal-upheld-hint = The application goes back to deliberation. The former decision stays readable, and stands until a new one is released.
appeal-not-upheld = Not upheld: the decision stays
appeal-not-upheld-hint = The applicant reads your answer.
appeal-answer = What we answer
appeal-answer-hint = The applicant reads this.
appeal-answer-send = Answer
anew-title = Decide anew
anew-lead = The application goes back to deliberation, where a new decision can be proposed and signed off. The former one stays as it is, and what the applicant reads changes only when the new one is released.
anew-reason = Why
anew-reason-hint = Stays internal, beside the former decision.
anew-do = Back to deliberation
anew-appeal = Decision { $n } was opened again after an appeal
anew-correction = Decision { $n } was opened again to correct it
anew-reserve = Decision { $n } was opened again: money was freed for the reserve list
notice-appeal-sent = We have your request and will write to you.
notice-appeal-answered = Answered. The applicant was written to.
notice-anew = Back in deliberation. A new decision can be proposed.
stale-appealed = You asked to look at this decision again already.
stale-appeal-answered = This request was answered already.
stale-not-reserve = This application isn’t on the reserve list any more.
denied-own-decision = You proposed or signed off this decision, so another admin has to answer.
mail-appeal-subject = Somebody asks to look at a decision again
appeals-count =
    { $n ->
        [one] One applicant asks to look at a decision again
       *[other] { $n } applicants ask to look at a decision again
    }
mail-appeal-body =
    An applicant asks to look at a decision again. Sign in and open this link to read why. Whoever proposed or signed off the decision can’t answer:

    { $link }
mail-appeal-answered-subject = There is an answer to your request
mail-appeal-answered-body =
    You asked us to look at a decision again. Sign in and open this link to read our answer:

    { $link }
