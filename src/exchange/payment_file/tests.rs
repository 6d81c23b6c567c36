//! Files of transfers, read as a bank would and held against the standard.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;

fn money(text: &str, code: &str) -> Money {
    Money::parse(text, Currency::parse(code).unwrap()).unwrap()
}

fn transfer(n: usize, amount: Money, holder: &str, bic: &str) -> Transfer {
    Transfer {
        id: format!("0193a1b2000070008000{n:012}"),
        about: "EH-AAAA-2222 / 1".to_owned(),
        amount,
        holder: holder.to_owned(),
        bank: "Bank of Palestine".to_owned(),
        iban: "PS92PALS000000000400123456702".to_owned(),
        bic: bic.to_owned(),
    }
}

fn order(transfers: Vec<Transfer>) -> Order {
    Order {
        id: "0193a1b2000070008000000000000001".to_owned(),
        made_at: Moment::parse_local("2027-03-01 08:30", "UTC").unwrap(),
        day: Day::parse("2027-03-02").unwrap(),
        payer: Payer {
            name: "The Foundation & Friends".to_owned(),
            iban: "CH9300762011623852957".to_owned(),
            bic: String::new(),
        },
        transfers,
    }
}

/// Children of an element: name, whether it is required, whether it may come again.
type Children = &'static [(&'static str, bool, bool)];

/// What the schema of the standard says of the elements that are written: their children
/// in its order, each with whether it is required and whether it may come again.
const SCHEMA: &[(&str, Children)] = &[
    ("Document", &[("CstmrCdtTrfInitn", true, false)]),
    (
        "CstmrCdtTrfInitn",
        &[("GrpHdr", true, false), ("PmtInf", true, true)],
    ),
    (
        "GrpHdr",
        &[
            ("MsgId", true, false),
            ("CreDtTm", true, false),
            ("NbOfTxs", true, false),
            ("CtrlSum", false, false),
            ("InitgPty", true, false),
        ],
    ),
    (
        "PmtInf",
        &[
            ("PmtInfId", true, false),
            ("PmtMtd", true, false),
            ("NbOfTxs", false, false),
            ("CtrlSum", false, false),
            ("ReqdExctnDt", true, false),
            ("Dbtr", true, false),
            ("DbtrAcct", true, false),
            ("DbtrAgt", true, false),
            ("ChrgBr", false, false),
            ("CdtTrfTxInf", true, true),
        ],
    ),
    (
        "CdtTrfTxInf",
        &[
            ("PmtId", true, false),
            ("Amt", true, false),
            ("CdtrAgt", false, false),
            ("Cdtr", false, false),
            ("CdtrAcct", false, false),
            ("RmtInf", false, false),
        ],
    ),
    ("PmtId", &[("EndToEndId", true, false)]),
    ("Amt", &[("InstdAmt", true, false)]),
    ("ReqdExctnDt", &[("Dt", true, false)]),
    ("InitgPty", &[("Nm", false, false)]),
    ("Dbtr", &[("Nm", false, false)]),
    ("Cdtr", &[("Nm", false, false)]),
    ("DbtrAcct", &[("Id", true, false)]),
    ("CdtrAcct", &[("Id", true, false)]),
    ("DbtrAgt", &[("FinInstnId", true, false)]),
    ("CdtrAgt", &[("FinInstnId", true, false)]),
    (
        "FinInstnId",
        &[("BICFI", false, false), ("Othr", false, false)],
    ),
    ("Othr", &[("Id", true, false)]),
    ("RmtInf", &[("Ustrd", false, true)]),
];

/// Texts with the longest that the standard takes.
const TEXTS: &[(&str, usize)] = &[
    ("MsgId", 35),
    ("PmtInfId", 35),
    ("EndToEndId", 35),
    ("NbOfTxs", 15),
    ("CtrlSum", 19),
    ("CreDtTm", 35),
    ("Dt", 10),
    ("PmtMtd", 3),
    ("ChrgBr", 4),
    ("Nm", 140),
    ("Ustrd", 140),
    ("IBAN", 34),
    ("BICFI", 11),
    ("InstdAmt", 19),
    ("Id", 35),
];

/// Reads the file as a bank would and holds every element against the schema; answers
/// with the texts in their order.
fn checked(xml: &[u8]) -> Vec<(String, String)> {
    let mut reader = Reader::from_reader(xml);
    let mut open: Vec<(String, Vec<String>)> = Vec::new();
    let (mut texts, mut text, mut buffer) = (Vec::new(), String::new(), Vec::new());
    loop {
        match reader.read_event_into(&mut buffer).expect("well-formed") {
            Event::Start(start) => {
                let name = start.name().0.to_owned();
                if let Some((_, children)) = open.last_mut() {
                    children.push(name.clone());
                }
                text.clear();
                open.push((name, Vec::new()));
            }
            Event::Text(part) => text += &part,
            Event::GeneralRef(part) => {
                let name: &str = &part;
                text += &format!("&{name};");
            }
            Event::End(_) => {
                let (name, children) = open.pop().expect("an open element");
                match SCHEMA.iter().find(|(own, _)| *own == name) {
                    Some((_, rules)) if name != "Id" => hold(&name, &children, rules),
                    _ if !children.is_empty() => {
                        assert_eq!((&*name, &children[0][..]), ("Id", "IBAN"))
                    }
                    _ => {
                        let most = TEXTS.iter().find(|(own, _)| *own == name);
                        let (_, most) = most.unwrap_or_else(|| panic!("{name} is unknown"));
                        let length = text.chars().count();
                        assert!((1..=*most).contains(&length), "{name}: {text}");
                        assert!(has_form(&name, &text), "{name}: {text}");
                        texts.push((name, text.clone()));
                    }
                }
            }
            Event::Eof => return texts,
            _ => {}
        }
        buffer.clear();
    }
}

/// Whether a text has the form that the standard gives to its element.
fn has_form(name: &str, text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    // At most 18 digits, so many of them behind the point.
    let decimal = |most: usize| {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let sound = digits(whole) && digits(fraction) && fraction.len() <= most;
        sound && whole.len() + fraction.len() <= 18
    };
    let upper = |part: &str| part.bytes().all(|b| b.is_ascii_uppercase());
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric());
    match name {
        "InstdAmt" => decimal(5),
        "CtrlSum" => decimal(17),
        "NbOfTxs" => digits(text),
        "Dt" => Day::parse(text).is_ok(),
        "CreDtTm" => text.len() == 20 && Day::parse(&text[..10]).is_ok(),
        "PmtMtd" => ["CHK", "TRF", "TRA"].contains(&text),
        "ChrgBr" => ["DEBT", "CRED", "SHAR", "SLEV"].contains(&text),
        "IBAN" => {
            let (head, rest) = text.split_at(4);
            upper(&head[..2]) && digits(&head[2..]) && (1..=30).contains(&rest.len()) && plain(rest)
        }
        "BICFI" => {
            let bank = [8, 11].contains(&text.len()) && plain(text);
            bank && upper(&text[4..6]) && text == text.to_uppercase()
        }
        _ => true,
    }
}

fn hold(name: &str, children: &[String], rules: &[(&str, bool, bool)]) {
    let mut rest = children;
    for (child, required, again) in rules {
        let count = rest.iter().take_while(|own| own == child).count();
        assert!(count > 0 || !required, "{name} lacks {child}");
        assert!(count < 2 || *again, "{name} has {child} twice");
        rest = &rest[count..];
    }
    assert_eq!(rest, [""; 0], "{name} has something out of order");
}

fn all<'a>(texts: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    let found = texts.iter().filter(|(own, _)| own == name);
    found.map(|(_, text)| text.as_str()).collect()
}

#[test]
fn the_file_is_what_the_standard_asks_for() {
    let order = order(vec![
        transfer(1, money("1500.50", "USD"), "=Olive <Press>", "PALSPS22"),
        transfer(2, money("700.125", "JOD"), "جمعية الزيتون", ""),
        transfer(3, money("10", "USD"), "עדות", "PALSPS22"),
    ]);
    let texts = checked(&write_pain001(&order).unwrap());
    assert_eq!(all(&texts, "NbOfTxs"), ["3", "1", "2"]);
    assert_eq!(all(&texts, "CtrlSum"), ["2210.625", "700.125", "1510.5"]);
    assert_eq!(all(&texts, "InstdAmt"), ["700.125", "1500.50", "10"]);
    assert_eq!(all(&texts, "Dt"), ["2027-03-02", "2027-03-02"]);
    assert_eq!(all(&texts, "Id"), ["NOTPROVIDED", "NOTPROVIDED"]);
    assert_eq!(all(&texts, "Nm")[2], "جمعية الزيتون");
    assert!(all(&texts, "Nm").contains(&"=Olive &lt;Press&gt;"));
    assert_eq!(all(&texts, "CreDtTm"), ["2027-03-01T08:30:00Z"]);
}

#[test]
fn amounts_names_and_currencies_keep_to_the_limits_of_the_standard() {
    let long = "ש".repeat(200);
    let order = order(vec![
        transfer(1, money("0.01", "USD"), &long, "PALSPS22XXX"),
        transfer(2, money("999999999.99", "ILS"), "\u{202E}=1+1\u{202C}", ""),
        transfer(3, money("0.001", "JOD"), "@cmd", ""),
    ]);
    let xml = write_pain001(&order).unwrap();
    let texts = checked(&xml);
    assert_eq!(all(&texts, "InstdAmt"), ["999999999.99", "0.001", "0.01"]);
    assert_eq!(all(&texts, "CtrlSum")[0], "1000000000.001");
    assert!(all(&texts, "Nm").contains(&&*"ש".repeat(140)));
    assert!(all(&texts, "Nm").contains(&"\u{202E}=1+1\u{202C}"));
    let xml = String::from_utf8(xml).unwrap();
    let told: Vec<&str> = xml.split("<InstdAmt Ccy=\"").skip(1).collect();
    let told: Vec<&str> = told.iter().map(|rest| &rest[..4]).collect();
    assert_eq!(told, ["ILS\"", "JOD\"", "USD\""]);
    let namespace = "xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"";
    assert!(xml.contains(namespace), "{xml}");
}

#[test]
fn the_sheet_runs_nothing() {
    let order = order(vec![transfer(
        1,
        money("5", "USD"),
        "=cmd|' /C calc'!A0",
        "",
    )]);
    let mut bytes = Vec::new();
    write_csv(&order, &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("'=cmd|"), "{text}");
    assert!(
        text.contains("PS92PALS000000000400123456702,,5,USD,2027-03-02"),
        "{text}"
    );
}
