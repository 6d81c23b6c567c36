//! Files as people have them, and what is said of wrong ones.

use super::*;
use proptest::prelude::*;

fn scores(text: &str) -> Vec<(String, String, f64)> {
    let found = read(text.as_bytes(), None).unwrap();
    let ratings = found.table.ratings().iter();
    ratings
        .map(|one| {
            let names = (
                &found.applications[one.application],
                &found.reviewers[one.reviewer],
            );
            (names.0.clone(), names.1.clone(), one.score)
        })
        .collect()
}

fn problems(text: &str) -> Vec<(usize, String, &'static str)> {
    let found = read(text.as_bytes(), None).unwrap_err();
    let told = |one: &Wrong| (one.row, one.column.clone().into_owned(), one.message.key);
    found.listed().map(told).collect()
}

fn at(row: usize, column: &str, key: &'static str) -> (usize, String, &'static str) {
    (row, column.to_owned(), key)
}

#[test]
fn the_same_table_is_read_in_every_habit() {
    let plain = scores("application,reviewer,score\nA,Noa,3.5\nA,Sami,4\nB,Noa,2\n");
    assert_eq!(plain[0], ("A".to_owned(), "Noa".to_owned(), 3.5));
    for other in [
        "\u{FEFF}Application;Reviewer;Score\r\nA;Noa;3,5\r\nA;Sami;4\r\nB;Noa;2\r\n",
        "sep=;\napplication;reviewer;score\nA;Noa;3,5\nA;Sami;4\nB;Noa;2\n",
        "score\treviewer\tapplication\n٣٫٥\tNoa\tA\n٤\tSami\tA\n۲\tNoa\tB\n",
        "application,reviewer,score,note\nB,Noa,2,\n\n,,,\nA,Sami, 4 ,x\nA,Noa,\"3,5\",\"y\nz\"\n",
    ] {
        assert_eq!(scores(other), plain, "{other}");
    }
    let wide: Vec<u8> = "\u{FEFF}application\treviewer\tscore\nA\tNoa\t3,5\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&wide, None).unwrap().table.ratings().len(), 1);
}

#[test]
fn criteria_are_weighed_within_a_review() {
    let text = "application,reviewer,criterion,weight,score\n\
        A,Noa,need,75,4\nA,Noa,plan,25,2\nB,Noa,need,75,5\n";
    let expected = [
        ("A".to_owned(), "Noa".to_owned(), 3.5),
        ("B".to_owned(), "Noa".to_owned(), 5.0),
    ];
    assert_eq!(scores(text), expected);
    let equal = "application,reviewer,criterion,score\nA,Noa,need,4\nA,Noa,plan,2\n";
    assert_eq!(scores(equal)[0].2, 3.0);
}

#[test]
fn an_application_without_score_is_kept() {
    let found = read(b"application,reviewer,score\nA,Noa,3\nB,,\nC,Noa,\n", None).unwrap();
    assert_eq!(found.applications, ["A", "B", "C"]);
    assert_eq!(found.table.ratings().len(), 1);
}

#[test]
fn every_problem_is_named_by_row_and_column() {
    let text = "application,reviewer,score\nA,Noa,good\n,Noa,3\nB,,4\nB,Sami,\"1,234\"\n\
        C,Sami,2\nC,Sami,3\nD,Sami,NaN\nE,Sami,1e9\n";
    let expected = [
        at(2, "score", "scores-text"),
        at(3, "application", "scores-application-missing"),
        at(4, "reviewer", "scores-reviewer-missing"),
        at(5, "score", "scores-ambiguous"),
        at(7, "score", "scores-duplicate"),
        at(8, "score", "scores-text"),
        at(9, "score", "scores-text"),
    ];
    assert_eq!(problems(text), expected);
    let gaps = "application,reviewer,score\r\n\r\n\r\nA,Noa,bad\r\n\r\nB,Noa,bad\r\n";
    let expected = [at(4, "score", "scores-text"), at(6, "score", "scores-text")];
    assert_eq!(problems(gaps), expected);
    let cut = "application,reviewer,score\nA,Noa,3,5\nA,Sami,4,\n";
    assert_eq!(problems(cut), [at(2, "", "error-table-more")]);
    let weight = "application,reviewer,score,criterion,weight\nA,Noa,3,need,0\nA,Noa,3,plan,\n";
    let expected = [
        at(2, "weight", "scores-weight"),
        at(3, "weight", "scores-weight"),
    ];
    assert_eq!(problems(weight), expected);
    for (text, key) in [
        ("application,score\nA,3\n", "scores-columns"),
        (
            "application,reviewer,score,score\nA,Noa,3,3\n",
            "error-table-twice",
        ),
        ("application,reviewer,score\n", "scores-empty"),
        ("", "error-table-empty"),
    ] {
        assert_eq!(problems(text)[0].2, key, "{text}");
        assert_eq!(problems(text).len(), 1, "{text}");
    }
    let latin = read(b"application,reviewer,score\nCaf\xE9,Noa,3\n", None).unwrap_err();
    let latin: Vec<&str> = latin.listed().map(|one| one.message.key).collect();
    assert_eq!(latin, ["scores-encoding"]);
}

#[test]
fn names_that_look_alike_are_one() {
    let text = "application,reviewer,score\nA,Jos\u{E9},3\n\u{200F}A,Jose\u{301} ,4\n";
    assert_eq!(problems(text), [at(3, "score", "scores-duplicate")]);
    let capitals = "application,reviewer,score\na,Ann,3\nA,ann,4\nB,ann,2\n";
    assert_eq!(problems(capitals), [at(3, "reviewer", "scores-spelling")]);
    let marked = scores("application,reviewer,score\n\u{202B}A\u{202C},\u{200E}Noa,3\n");
    assert_eq!(marked, [("A".to_owned(), "Noa".to_owned(), 3.0)]);
}

#[test]
fn a_score_off_the_scale_is_told() {
    let rows: String = (0..30)
        .map(|n| format!("A{n},Noa,{}\n", n % 5 + 1))
        .collect();
    let slip = format!("application,reviewer,score\n{rows}B,Noa,55\nC,Noa,99\nD,Noa,6\n");
    let expected = [at(32, "score", "scores-far"), at(33, "score", "scores-far")];
    assert_eq!(problems(&slip), expected);
    let found = read(slip.as_bytes(), Some((1.0, 5.0))).unwrap_err();
    assert_eq!(found.count(), 3);
    assert!(read(slip.as_bytes(), Some((1.0, 100.0))).is_ok());
}

proptest! {
    #[test]
    fn nothing_makes_it_stumble(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes, None);
        let mut text = b"application,reviewer,score,criterion,weight\n".to_vec();
        text.extend(bytes);
        let _ = read(&text, None);
    }
}
