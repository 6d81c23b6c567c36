# The emergency purge.
purge-title = Emergency purge
purge-lead = For when keeping it would harm people. Everything goes at once, and nobody can bring it back. One admin proposes it, another confirms it within 24 hours.
purge-scope-organisation =
    { $n ->
        [0] You see no application of this organisation.
        [one] You see one application of this organisation.
       *[other] You see { $n } applications of this organisation.
    }
purge-scope-round =
    { $n ->
        [0] You see no application in this round.
        [one] You see one application in this round.
       *[other] You see { $n } applications in this round.
    }
purge-effect-contents = Account details, answers in every version, files, messages, discussion, notes, the words of reviews, decisions, letters and reports go, and with them mail to the people concerned.
purge-effect-organisation = The organisation’s names, profile, engagement log, incidents and list screening go. People who act for it alone can’t sign in any more, and their names and addresses go.
purge-effect-round = Organisations that applied in no other round go with it: names, profile, engagement log, incidents, list screening, and the people who act for them alone.
purge-effect-stays = Numbers stay: references, dates, amounts, scores, totals, and the audit log, which holds no contents.
purge-effect-copies = Backups and files that were downloaded are as they were. Destroy those that hold it.
purge-effect-daily = The program’s own daily backups of before are named here once everything is gone, with a button that replaces them.
purge-effect-final = What is not decided yet counts as withdrawn.
purge-propose = Propose the purge
purge-cause = Why?
purge-cause-hint = A choice and no words: what you wrote would stay.
purge-cause-danger = People are in danger
purge-cause-request = Those concerned asked for it
purge-cause-order = A law or a court demands it
purge-line = { $cause }. Proposed by { $who }, { $when }.
purge-waiting = Waits for another admin
purge-lapsed = Not confirmed in time
purge-dropped = Taken back
purge-erasing = Erased; the disk is still being cleaned
purge-done = Gone
purge-until = It can be confirmed until { $when }.
purge-another = The other admins have a letter with the address of this page. You can’t confirm what you proposed.
purge-finished = Nothing of it has been on the disk since { $when }.
purge-confirm = Purge now
purge-take-back = Take it back
purge-backups = Daily backups of before
purge-backups-lead = What was purged lies in these still, and whoever has the key of then reads it there. Copies of them that lie elsewhere are for you to destroy.
purge-backups-replace = Replace them by a new backup
purge-backups-replaced = The daily backups of before were removed { $when }.
notice-purge-proposed = The purge is proposed. Another admin has to confirm it.
notice-purge-taken-back = The purge is taken back. Nothing was erased.
notice-purge-erased = Everything is erased. The disk is being cleaned, which may take an hour.
notice-purge-done = Everything is gone, from the disk too.
stale-purge-waiting = A purge of it is proposed or being carried out already.
stale-purge-over = This purge does not wait any more: it was carried out, taken back, or not confirmed in time.
denied-own-purge = Another admin has to confirm what you proposed.
notice-backups-replaced = There is a backup of after it, and those of before are removed.
notice-backups-kept = Not all backups of before are removed: one could not be removed, or a new one not be written. The log of the program says why.
stale-purge-undone = This purge is not done: backups of before it are replaced when it is.
mail-purge-subject = A purge waits for you
mail-purge-body =
    An admin proposed an emergency purge. It is carried out when another admin, such as you, confirms it within 24 hours; after that nothing is erased. Look at it here:

    { $link }
