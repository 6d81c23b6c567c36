//! Each format with what is right and what is wrong in it. All names are made up.

use std::io::BufReader;

use super::*;

fn read(texts: &[&str]) -> (Vec<Entry>, usize, Vec<FileRead>) {
    let mut lists = WatchLists::default();
    let reads = texts
        .iter()
        .map(|text| lists.read(text.as_bytes()).unwrap());
    let reads: Vec<FileRead> = reads.collect();
    let (entries, orphans) = lists.finish();
    (entries, orphans, reads)
}

fn refused(text: &str) -> (Option<u64>, &'static str) {
    let refusal = WatchLists::default().read(text.as_bytes()).unwrap_err();
    (refusal.row, refusal.reason.key)
}

fn texts(entry: &Entry) -> Vec<(&str, bool)> {
    entry
        .names
        .iter()
        .map(|name| (&*name.text, name.weak))
        .collect()
}

fn bad(read: &FileRead) -> Vec<(u64, &'static str)> {
    read.bad
        .iter()
        .map(|bad| (bad.row, bad.reason.key))
        .collect()
}

const SDN: &str = "17,\"OLIVE, Amin\",\"individual\",\"AAA] [BBB\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 3 May 1950; alt. DOB 1951; nationality Atlantis; a.k.a. 'THE PRESS'.\"\r\n18,\"OLIVE TRADING\",-0- ,\"AAA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n19,\"OLIVE QUEEN\",\"vessel\",\"AAA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";

#[test]
fn the_three_files_of_ofac_complete_each_other_in_any_order() {
    let alt = "17,1,\"aka\",\"ZAYTUN, Amin\",-0- \r\n99,2,\"aka\",\"NOBODY\",-0- \r\n";
    let add = "18,1,-0- ,\"Town\",\"Atlantis\",-0- \r\n17,2,-0- ,-0- ,-0- ,-0- \r\n\u{1A}";
    let (entries, orphans, reads) = read(&[alt, SDN, add]);
    let formats: Vec<Format> = reads.iter().map(|read| read.format).collect();
    assert_eq!(
        formats,
        [
            Format::OfacAliases,
            Format::OfacNames,
            Format::OfacAddresses
        ]
    );
    assert_eq!(orphans, 1, "the alias of 99");
    assert_eq!(
        texts(&entries[0]),
        [
            ("OLIVE, Amin", false),
            ("THE PRESS", true),
            ("ZAYTUN, Amin", false)
        ]
    );
    assert_eq!((&*entries[0].id, entries[0].kind), ("17", Kind::Person));
    assert_eq!(entries[0].born, ["3 May 1950", "1951"]);
    assert_eq!(entries[0].countries, ["Atlantis"]);
    assert_eq!(entries[0].programmes, ["AAA", "BBB"]);
    assert_eq!(
        (entries[1].kind, &*entries[1].countries[0]),
        (Kind::Organisation, "Atlantis")
    );
    assert_eq!(entries[2].kind, Kind::Other);
}

#[test]
fn a_bad_row_costs_itself_and_names_its_line() {
    let sdn = format!("{SDN}20,\"CUT OFF\r\n");
    let (entries, _, reads) = read(&[&sdn]);
    assert_eq!(
        (entries.len(), bad(&reads[0])),
        (3, vec![(4, "watch-row-cells")])
    );
    let alt = "17,1,\"aka\",\"X Y\",-0- \nx,2,\"aka\",\"Z\",-0- \n17,3,\"aka\",-0- ,-0- \n";
    let (_, _, reads) = read(&[alt]);
    assert_eq!(bad(&reads[0]), [(2, "watch-no-id"), (3, "watch-no-name")]);
    let mut lists = WatchLists::default();
    let read = lists
        .read(&b"17,1,\"aka\",\"X Y\",-0- \n17,2,\"aka\",\"\xFF\",-0- \n"[..])
        .unwrap();
    assert_eq!(bad(&read), [(2, "watch-encoding")]);
}

#[test]
fn a_csv_file_that_ends_within_a_row_is_refused() {
    // Within a number, within quotation marks, and with all cells but no end of line.
    for lost in [2, 5, 60] {
        let cut = &SDN[..SDN.len() - lost];
        assert_eq!(refused(cut).1, "watch-csv-cut", "{lost}");
    }
    assert_eq!(
        refused("id,schema,name,aliases\n1,Person,Amin Olive,\"A. Ol").1,
        "watch-csv-cut"
    );
    let whole = SDN.trim_end().to_owned();
    for end in ["\n", "\r\n", "\r\n\u{1A}"] {
        assert_eq!(read(&[&(whole.clone() + end)]).0.len(), 3, "{end:?}");
    }
}

#[test]
fn the_simple_csv_is_read_by_the_names_of_its_columns() {
    let text = "\u{FEFF}\"name\",\"id\",\"schema\",\"aliases\",\"birth_date\",\"countries\",\"sanctions\"\n\
        \"Amin Olive\",\"Q1\",\"Person\",\"أمين زيتون;A. Olive\",\"1950\",\"at;is\",\"P1;P2\"\n\
        \"\",\"Q2\",\"Person\",\"\",\"\",\"\",\"\"\n\"Short\",\"Q3\"\n";
    let (entries, _, reads) = read(&[text]);
    assert_eq!(
        texts(&entries[0]),
        [
            ("Amin Olive", false),
            ("أمين زيتون", false),
            ("A. Olive", false)
        ]
    );
    assert_eq!(entries[0].countries, ["at", "is"]);
    assert_eq!(entries[0].programmes, ["P1", "P2"]);
    assert_eq!(
        bad(&reads[0]),
        [(3, "watch-no-name"), (4, "watch-row-cells")]
    );
    assert_eq!(
        refused("schema,aliases\nPerson,x\n"),
        (Some(1), "watch-columns")
    );
}

#[test]
fn rows_of_the_eu_come_together_by_their_number() {
    let text = "fileGenerationDate;Entity_LogicalId;Entity_SubjectType_ClassificationCode;NameAlias_WholeName;BirthDate_BirthDate;Entity_Regulation_Programme;Citizenship_CountryDescription\n\
        01/02/2026;5;P;Amin Olive;;AAA;\n01/02/2026;5;P;Amine Olive;;AAA;\n01/02/2026;5;P;;1950-05-03;AAA;ATLANTIS\n01/02/2026;;P;X;;;\n";
    let (entries, _, reads) = read(&[text]);
    assert_eq!(entries.len(), 1);
    assert_eq!(
        texts(&entries[0]),
        [("Amin Olive", false), ("Amine Olive", false)]
    );
    assert_eq!(entries[0].countries, ["ATLANTIS"]);
    assert_eq!(bad(&reads[0]), [(5, "watch-no-id")]);
    assert_eq!(
        refused("Entity_LogicalId;NameAlias_Whole\n"),
        (None, "watch-unknown")
    );
}

const UN: &str = "<?xml version=\"1.0\"?>\n<CONSOLIDATED_LIST dateGenerated=\"2026-01-01\">\n<INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>AMIN</FIRST_NAME><SECOND_NAME>O&apos;LIVE</SECOND_NAME><UN_LIST_TYPE>Atlantis</UN_LIST_TYPE><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER><NAME_ORIGINAL_SCRIPT>أمين زيتون</NAME_ORIGINAL_SCRIPT><NATIONALITY><VALUE>Atlantis</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Press</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH><YEAR>1950</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>\n<INDIVIDUAL><DATAID>2</DATAID></INDIVIDUAL></INDIVIDUALS>\n<ENTITIES><ENTITY><DATAID>3</DATAID><FIRST_NAME>OLIVE &#38; PRESS</FIRST_NAME></ENTITY></ENTITIES>\n</CONSOLIDATED_LIST>";

#[test]
fn the_un_list_is_read_element_by_element() {
    let (entries, _, reads) = read(&[UN]);
    assert_eq!(
        texts(&entries[0]),
        [
            ("AMIN O'LIVE", false),
            ("أمين زيتون", false),
            ("The Press", true)
        ]
    );
    assert_eq!((&*entries[0].id, &*entries[0].born[0]), ("XXi.001", "1950"));
    assert_eq!(entries[0].countries, ["Atlantis"]);
    assert_eq!(texts(&entries[1]), [("OLIVE & PRESS", false)]);
    assert_eq!(bad(&reads[0]), [(4, "watch-no-name")]);
}

#[test]
fn broken_and_hostile_xml_is_refused_with_its_line() {
    let bomb = format!(
        "<!DOCTYPE x [<!ENTITY a \"b\">]>\n{}",
        UN.trim_start_matches("<?xml version=\"1.0\"?>\n")
    );
    assert_eq!(refused(&bomb), (Some(1), "watch-xml-entity"));
    assert_eq!(refused(&UN.replace("&apos;", "&a;")).1, "watch-xml-entity");
    assert_eq!(refused(&UN[..UN.len() - 30]).1, "watch-xml-cut");
    assert_eq!(
        refused(&UN.replace("</ENTITIES>", "</ENTITY>")).1,
        "watch-xml-broken"
    );
    let deep = format!("<CONSOLIDATED_LIST>{}", "<A>".repeat(1000));
    assert_eq!(refused(&deep).1, "watch-xml-broken");
}

#[test]
fn what_is_no_list_is_refused() {
    assert_eq!(refused(""), (None, "watch-empty"));
    assert_eq!(refused(" \n\n"), (None, "watch-empty"));
    for text in [
        "hello\n",
        "1,2,3\n",
        "a,b,c,d,e\n",
        "<html></html>",
        "{\"id\": 1}",
    ] {
        assert_eq!(refused(text), (None, "watch-unknown"), "{text}");
    }
}

#[test]
fn a_file_tells_its_day_where_it_can() {
    let (_, _, reads) = read(&[UN]);
    assert_eq!(reads[0].dated, Day::parse("2026-01-01").ok());
    let simple = "id,schema,name,aliases,last_seen\n\
        1,Person,Amin Olive,,2026-02-03T04:05:06\n2,Person,Dana Reed,,2026-02-01\n";
    let (entries, _, reads) = read(&[simple]);
    assert_eq!((entries.len(), reads[0].said), (2, 2));
    assert_eq!(reads[0].dated, Day::parse("2026-02-03").ok());
    assert_eq!(read(&[SDN]).2[0].dated, None);
}

#[test]
fn what_never_ends_is_given_up_before_it_fills_the_memory() {
    let mut taken = 0_usize;
    let endless = std::iter::repeat_n(b'x', 64 << 20).inspect(|_| taken += 1);
    let mut input = SDN.as_bytes().to_vec();
    input.extend(b"20,\"never closed ");
    let mut endless = Bytes(input.into_iter().chain(endless));
    let refusal = WatchLists::default().read(BufReader::new(&mut endless));
    let refusal = refusal.unwrap_err();
    assert_eq!(
        (refusal.row, refusal.reason.key),
        (Some(4), "watch-row-long")
    );
    drop(endless);
    assert!(taken < 4 << 20, "{taken}");
    let tag = format!("<CONSOLIDATED_LIST><A {}", "x".repeat(3 << 20));
    assert_eq!(refused(&tag).1, "watch-xml-broken");
}

/// Bytes that come one after another.
struct Bytes<I>(I);

impl<I: Iterator<Item = u8>> Read for Bytes<I> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let mut length = 0;
        for (place, byte) in out.iter_mut().zip(&mut self.0) {
            *place = byte;
            length += 1;
        }
        Ok(length)
    }
}

#[test]
fn a_version_has_a_digest_a_day_and_one_publisher() {
    let read = |files: &[&str], given: Option<&str>| {
        let files = files.iter().enumerate().map(|(at, text)| {
            let opened: std::io::Result<&[u8]> = Ok(text.as_bytes());
            (format!("{at}.csv"), opened)
        });
        let given = given.map(|day| Day::parse(day).unwrap());
        read_version(files, given).map_err(|refusal| refusal.refusal.reason.key)
    };
    let alt = "17,1,\"aka\",\"ZAYTUN, Amin\",-0- \r\n";
    let both = read(&[SDN, alt], Some("2026-03-01")).unwrap();
    let turned = read(&[alt, SDN], Some("2026-03-01")).unwrap();
    assert_eq!(both.version, turned.version);
    assert_eq!((both.version.entries, both.version.names), (3, 5));
    assert_eq!(both.version.source, "OFAC");
    assert_eq!(both.files.len(), 2);
    let one = read(&[UN], None).unwrap().version;
    assert_eq!(one.dated, Day::parse("2026-01-01").unwrap());
    assert_eq!(one.passed_over, 1);
    assert_eq!(
        one.digest,
        crate::exchange::watch_list::version::sha256(UN.as_bytes())
    );
    assert_eq!(read(&[SDN], None).unwrap_err(), "watch-undated");
    assert_eq!(
        read(&[UN], Some("2026-01-02")).unwrap_err(),
        "watch-day-differs"
    );
    assert_eq!(read(&[SDN, UN], None).unwrap_err(), "watch-mixed");
    assert_eq!(read(&[SDN, "hello\n"], None).unwrap_err(), "watch-unknown");
}

/// A file that must not be read to here.
struct Beyond;

impl std::io::Read for Beyond {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        panic!("the file is read on")
    }
}

#[test]
fn a_file_of_bad_rows_is_given_up_early() {
    let rows = "17,2\r\n".repeat(MOST_BAD + 1);
    let text = format!("17,1,\"aka\",\"ZAYTUN, Amin\",-0- \r\n{rows}");
    let padding = " ".repeat(64 * 1024);
    let text = format!("{text}{padding}");
    let input = BufReader::new(std::io::Read::chain(text.as_bytes(), Beyond));
    let mut lists = WatchLists::default();
    let refusal = lists.read(input).unwrap_err();
    assert_eq!(refusal.reason.key, "watch-many-bad");
    assert!(lists.finish().0.is_empty(), "nothing of it is kept");
}
