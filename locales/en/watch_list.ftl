# Watch lists that are read from files.

watch-unreadable = The file cannot be read to its end.
watch-empty = The file is empty.
watch-unknown = This is no watch list that can be read. Known are OFAC’s sdn, alt, add and cons files in CSV, the UN’s list in XML, targets.simple.csv of OpenSanctions and the EU’s list in CSV with semicolons.
watch-columns = These columns are missing: { $missing }.
watch-row-cells = { $found } cells instead of { $expected }.
watch-row-long = The row is longer than a mebibyte; perhaps a quotation mark is never closed.
watch-encoding = This is not UTF-8 text.
watch-no-id = The number of the entry is missing.
watch-no-name = The name is missing.
watch-xml-entity = Document types and entities are not read.
watch-xml-broken = The XML is broken here.
watch-xml-cut = The file breaks off before its end.
watch-csv-cut = The last row has no end of line: the file breaks off before its end.
watch-mixed = This file is from another publisher than the one before it.
watch-undated = The files do not tell the list’s own day. Give it with --dated.
watch-day-differs = The file is of { $told }, and --dated says { $given }.
watch-no-entries = There is no entry in these files.
watch-too-bad = { $bad } rows are unreadable beside { $entries } entries: more than one in a hundred.
watch-many-bad = More than { $most } rows can’t be read: this is no list in this format.
watch-too-long = More than { $most } entries and names: no list is that long.
watch-future = The list is dated { $dated }, which has not come yet.
watch-other-source = The version in force is in the format of { $present }, this one in that of { $new }.
watch-older = The version in force is of { $present }, this one of { $new }: it is older.
watch-fewer = The version in force has { $present } entries with { $former } names, this one { $new } with { $names }: more than a tenth less. If that is right, say so with --fewer.
