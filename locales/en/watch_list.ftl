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
