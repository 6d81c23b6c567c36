# The audit log.
audit-title = Audit log
audit-lead = Every change with who made it and when, the latest first. Events can’t be changed or removed unseen.
audit-narrowed = Only: { $object }.
audit-all = Show all events
audit-empty = No events here
audit-number = Number
audit-when = When
audit-who = Who
audit-what = What was done
audit-object = To what
audit-change = Change
audit-before = Before:
audit-after = After:
audit-request = Request
audit-system = The program itself
audit-account = Person
audit-application = Application
audit-round = Round
audit-programme = Programme
audit-organisation = Organisation
audit-review = Review
audit-decision = Decision
audit-role = Role
audit-head = End of the chain
audit-head-lead = Event { $seq } carries the hash below, and through it every event before. Write it down elsewhere, and nobody can rewrite the past without being found out.
audit-head-proof = Whoever runs this site proves with it that the event is still there, and that nothing before it was changed:
mail-head-subject = The end of the audit log on { $day }
mail-head-body =
    Event { $seq } was the last one of the audit log. Keep this letter apart from the site: as long as the log holds an event with the hash below, nobody has changed what came before it or cut off its end.

    { $hash }

    evenhand audit verify --head { $hash }
