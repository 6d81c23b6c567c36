# What was sent, version by version: copies, history, differences.
record-copy = The application as sent, version { $n }
record-version = Version
record-nth = Version { $n }
record-when = { $here }; where the round is run, { $there }
record-late = Deadline
record-officer = Sent by
record-digest = Fingerprint (SHA-256)
record-pdf = Download as PDF
record-dossier = The dossier
record-page-of = Page { $n } of { $of }
record-sent-at = Sent { $when }

record-versions = Versions that were sent
record-versions-lead = Each version is kept as it was sent. Nobody can change it, and its fingerprint would show it if somebody did.
record-none = Nothing is sent yet
record-none-lead = Once the application is sent, you can read here what was sent and when.
record-see = To look at
record-read = Read
record-changes = What changed
record-compare = Compare two versions
record-from = Earlier version
record-to = Later version
record-compare-show = Show what changed

record-comparison = What changed from version { $from } to { $to }
record-version-sent = Version { $n }: sent { $when } by { $who }
record-no-change = No answer changed
record-no-change-lead = Both versions say the same.
record-key-before = How to read it:
record-key-del = removed
record-key-ins = added
record-added = Newly answered
record-removed = Answer removed
record-changed = Changed
record-row-added = Row added
record-row-removed = Row removed
record-row-changed = Row changed
record-del = [removed:
record-del-end = end of removed]
record-ins = [added:
record-ins-end = end of added]
record-same =
    { $n ->
        [one] One answer is the same in both
       *[other] { $n } answers are the same in both
    }
record-rows-same =
    { $n ->
        [one] One row is the same in both.
       *[other] { $n } rows are the same in both.
    }
record-elsewhere = Answers to questions that the form doesn’t ask any more
