//! Files as they come from outside.

use evenhand::domain::file::FileKind;
use evenhand::exchange::offline_form::OfflineAnswers;
use evenhand::exchange::table::Table;
use evenhand::exchange::watch_list::WatchLists;
use evenhand::exchange::{
    form_toml, ledger_file, name_pairs, programme_toml, rubric_toml, score_table,
};
use evenhand::files::{Storage, accept};

use super::{Reader, bytes, is_there, text};
use crate::files::{PDF, docx, png};

const FORM: &str = include_str!("../../../src/exchange/defaults/form.toml");
const RUBRIC: &str = include_str!("../../../src/exchange/defaults/rubric.toml");
const PROGRAMME: &str = include_str!("../../../src/exchange/defaults/programme.toml");
const SCORES: &[u8] = b"application,reviewer,score\nEH-1,a@b.org,4\n\"EH,2\";c;\"5\n6\"\n";
const OFAC: &[u8] =
    b"36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
const UN: &[u8] = b"<?xml version=\"1.0\"?>\n<CONSOLIDATED_LIST dateGenerated=\"2026-10-25\">\
    <INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL>\
    </INDIVIDUALS></CONSOLIDATED_LIST>";
const SIMPLE: &[u8] = b"id,schema,name,aliases,countries\nq1,Person,A B,C;D,ps\n";
const EU: &[u8] = b"fileGenerationDate;Entity_LogicalId;NameAlias_WholeName;BirthDate_BirthDate\n\
    01/02/2026;5;Amin Olive;\n01/02/2026;5;;1950-05-03\n";
const GRANTS: &[u8] = br#"{"grants":[{"id":"360G-1","title":"A","currency":"GBP","amountAwarded":1,
    "recipientOrganization":[{"id":"o","name":"B"}],"fundingOrganization":[{"id":"f","name":"F"}]}]}"#;

/// Whatever reads one.
pub fn readers() -> Vec<Reader> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("grants");
    let kept = tempfile::tempdir().expect("a folder");
    let storage = Storage::in_folder(kept.path());
    let offline = OfflineAnswers::default().sealed();
    let offline = format!("<script type=\"application/json\" id=\"kept\">{offline}</script>");
    vec![
        text("forms as TOML", &[FORM], |t| {
            for problem in form_toml::read(t).err().unwrap_or_default() {
                is_there(problem.line, t.as_bytes());
            }
        }),
        text("rubrics as TOML", &[RUBRIC], |t| {
            for problem in rubric_toml::read(t).err().unwrap_or_default() {
                is_there(problem.line, t.as_bytes());
            }
        }),
        text("programmes as TOML", &[PROGRAMME], |t| {
            if let Err(problem) = programme_toml::read(t) {
                is_there(problem.line, t.as_bytes());
            }
        }),
        text("offline forms", &[&offline], |t| {
            drop(OfflineAnswers::read(t))
        }),
        bytes("score tables", &[SCORES], |b| {
            if let Err(found) = score_table::read(b, None) {
                found.listed().for_each(|wrong| is_there(wrong.row, b));
            }
        }),
        bytes(
            "tables",
            &[SCORES, b"\xEF\xBB\xBFa;b\r\n1;2\r\n", b"\xFF\xFEa\0\n\0"],
            |b| {
                let Ok(mut table) = Table::open(b) else {
                    return;
                };
                while let Ok(Some(row)) = table.next_row() {
                    is_there(row.number, b);
                }
            },
        ),
        bytes("pairs of names", &[b"name1,name2\na,b\n"], |b| {
            drop(name_pairs::scored(b, Vec::new(), |_, _| 0.5));
        }),
        bytes("watch lists", &[OFAC, UN, SIMPLE, EU], |b| {
            let mut lists = WatchLists::default();
            if let Err(refusal) = lists.read(b) {
                let row = refusal.row.map(|row| usize::try_from(row).expect("a row"));
                row.into_iter().for_each(|row| is_there(row, b));
            }
            drop(lists.finish());
        }),
        bytes(
            "grants of funders",
            &[GRANTS, b"Identifier,Title\n1,A\n", &docx("a", b"b")],
            move |b| {
                let _folder = &folder;
                std::fs::write(&path, b).expect("it is written");
                drop(ledger_file::read(&path, |_, _| Ok::<(), ()>(()), |_| ()));
            },
        ),
        bytes(
            "uploaded files",
            &[PDF, &png(), &docx("a", b"b")],
            move |b| {
                let _kept = &kept;
                let mut sent = storage.receive_sealed(u64::MAX).expect("it is begun");
                sent.add(b).expect("it is written");
                let mut sent = sent.whole().expect("it is there");
                for kind in [
                    FileKind::Pdf,
                    FileKind::Png,
                    FileKind::Jpeg,
                    FileKind::Docx,
                    FileKind::Xlsx,
                ] {
                    if let Ok(stored) = accept(&storage, &mut sent, kind, None) {
                        storage.remove(&stored.key).expect("it is taken away");
                    }
                }
            },
        ),
    ]
}
