# Files that answer a question: adding, removing, reading.
files-title = Your files
files-back = Back to the section
files-none = No file yet
files-go = Save and add files
files-go-more = Save and change files
files-caption = Files that are there
files-choose = Choose one or several files
files-kinds = PDF, JPG, PNG, DOCX or XLSX, each of { $most } MB at most.
files-most =
    { $most ->
        [one] This question takes one file; the whole application { $all } at most.
       *[other] This question takes { $most } files at most, the whole application { $all }.
    }
files-metadata = From pictures we remove the place, the time and everything else that a camera adds. PDF, DOCX and XLSX files are kept as they are: they may name their author, so check the document’s properties before you add it.
files-add = Add
files-done = Back to the section
files-full = There is no room for more files. Remove one to add another.
files-unfinished = “{ $name }” ({ $size }) didn’t arrive whole. Choose the same file again within a day: what has arrived is not sent twice.
files-progress = Progress of the file
files-sending = Sending:
files-checking = Sent; it is being checked:
files-waiting = The line is broken. Sending goes on by itself as soon as it is back:
files-lost = Sending stopped. Open this page anew and choose the same file again.
files-large = This file is larger than allowed. Make it smaller, or split it into several files.
files-signed-out = You were signed out. Sign in again and choose the same file: what has arrived is kept.
notice-files-added = The files are added.

file-name = File
file-size = Size
file-when = Added
file-state = Virus check
file-actions = Actions
file-clean = Nothing found
file-not-scanned = Not scanned
file-remove = Remove
file-removal-title = Remove this file
file-removal-lead = It is taken off the draft. What you sent before stays as it was sent.
file-removal-submit = Remove the file
file-removal-keep = Keep it
notice-file-removed = The file is removed.

size-kilobytes = { $number } KB
size-megabytes = { $number } MB
