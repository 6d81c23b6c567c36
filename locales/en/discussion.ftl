# What reviewers and staff say about an application among themselves, and when their reviews differ widely.
discussion-title = Discussion
discussion-tabs = The application, the reviews and the discussion
discussion-tab-review = Application and your review
discussion-tab-others = Others’ reviews
discussion-lead-named = Read by the reviewers who may discuss this application and by staff of the programme. The applicant never sees any of it.
discussion-lead-letters = Read by the reviewers who may discuss this application and by staff of the programme. Reviewers are letters to each other. The applicant never sees any of it.
discussion-lead-staff = Read by staff and by the reviewers who may discuss this application. They see your name. The applicant never sees any of it.
discussion-lead-staff-alone = Read by staff alone in this review phase, as reviewers don’t discuss in it. A later phase may show it to reviewers. The applicant never sees any of it.
discussion-empty = Nobody has written yet.
discussion-earlier = Earlier posts
discussion-staff = Staff
discussion-new = New since your last post
discussion-you-letter = You ({ $letter })
discussion-name-letter = { $name } ({ $letter })
discussion-a-reviewer = A reviewer
discussion-to = Draws the attention of { $names }
discussion-withdrawn = Withdrawn { $when }
discussion-body = What you want to say
discussion-mentions = Draw the attention of
discussion-mentions-hint = They get a letter with a link, as often as they chose.
discussion-post = Post
discussion-withdraw = Withdraw this post
discussion-withdraw-lead = The words disappear from every page for good. That you posted and withdrew stays, with the times.
discussion-withdraw-submit = Withdraw it
discussion-withdraw-keep = Keep it
discussion-back = Back to the discussion
discussion-posts =
    { $n ->
        [0] No posts yet
        [one] One post
       *[other] { $n } posts
    }
discussion-link =
    { $n ->
        [0] Open the discussion: no posts yet
        [one] Open the discussion: one post
       *[other] Open the discussion: { $n } posts
    }
notice-discussion-posted = Your post is in the discussion.
notice-discussion-withdrawn = The post is withdrawn.
stale-discussion-page = This page is old. Open it again and post from there.
stale-post-withdrawn = This post was withdrawn already.
denied-others-post = Only whoever wrote a post can withdraw it.

# Flagged disagreement.
flag-title = Reviews differ widely
flag-scores = Scores { $low } to { $high }, standard deviation { $sd }
flag-typical = { $scores }; typical spread in this round { $typical }
flag-typical-own = { $scores }; typical spread among the applications you reviewed { $typical }
flag-wide = The scores lie 60 points or more apart.
flag-above = The standard deviation is more than one and a half times the typical spread.
flag-criterion = { $criterion }: { $low } to { $high } of { $most } points

# The discussions of a round.
discussions-title = Discussions
discussions-page-title = Discussions - { $round }
discussions-lead = Applications whose reviews differ widely or that are discussed, open questions first.
discussions-empty = Nothing to discuss
discussions-empty-lead = Applications appear here when their reviews differ widely or somebody writes about them.
discussions-posts = Posts
discussions-state = State
discussions-not-flagged = Not flagged
discussions-asked = Waits for an answer
discussions-silent = Nobody has written
discussions-running = Discussed
discussions-decided = Decided

mail-mention-subject = Your attention is drawn to a discussion
mail-mention-body =
    Somebody draws your attention to what is said about an application. Read it here:

    { $link }
mail-disagreement-subject = Reviews differ widely: please discuss
mail-disagreement-body =
    The reviews of an application differ widely. Please discuss it here:

    { $link }
