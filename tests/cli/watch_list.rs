//! `evenhand watch-list load` and `watch-list screen` as whoever runs the server
//! meets them. All names are made up.

use std::path::{Path, PathBuf};

use crate::place::{PASSWORD, Place, done, refusal, text};

const SDN: &str =
    "17,\"OLIVE, Amin\",\"individual\",\"AAA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
const ALT: &str = "17,1,\"aka\",\"ZAYTUN, Amin\",-0- \nx,2,\"aka\",\"NOBODY\",-0- \n";

const OTHER: &str =
    "18,\"PRESS, Amal\",\"individual\",\"AAA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";

fn place() -> Place {
    let place = Place::migrated();
    let add = ["user", "add", "ada@example.org", "--role", "admin"];
    done(&place.run_typing(&add, PASSWORD));
    for (name, text) in [
        ("sdn.csv", SDN),
        ("alt.csv", ALT),
        ("cut.csv", &SDN[..40]),
        ("other.csv", OTHER),
    ] {
        std::fs::write(place.path().join(name), text).expect("the file is written");
    }
    place
}

/// How many files lie below a folder.
fn files_below(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let count = |path: PathBuf| if path.is_dir() { files_below(&path) } else { 1 };
    paths.map(count).sum()
}

fn load(place: &Place, files: &[&str], more: &[&str]) -> std::process::Output {
    let paths: Vec<String> = files
        .iter()
        .map(|file| place.path().join(file).display().to_string())
        .collect();
    let paths = paths.iter().map(String::as_str);
    let mut arguments = vec!["watch-list", "load"];
    arguments.extend(paths);
    arguments.extend(["--list", "ofac", "--by", "ada@example.org"]);
    arguments.extend(more);
    place.run(&arguments)
}

#[test]
fn a_version_is_loaded_once_and_an_older_one_never() {
    let place = place();
    let both = ["sdn.csv", "alt.csv"];
    let undated = refusal(&load(&place, &both, &[]), 1);
    assert!(undated.contains("--dated") && undated.contains("Nothing was changed."));
    let dated = ["--dated", "2026-03-09"];
    let dry = load(&place, &both, &[dated[0], dated[1], "--dry-run"]);
    assert!(text(&dry.stderr).contains("alt.csv: line 2 is passed over"));
    let said = "ofac of 2026-03-09: 1 entries with 2 names, 1 rows passed over";
    assert_eq!(
        done(&dry),
        format!("{said}; could be loaded, nothing was changed\n")
    );
    let first = done(&load(&place, &both, &dated));
    assert_eq!(first, format!("{said}; in force now\n"));
    let again = done(&load(&place, &["alt.csv", "sdn.csv"], &dated));
    assert_eq!(
        again,
        format!("{said}; the same is in force, nothing was changed\n")
    );
    let older = refusal(&load(&place, &["sdn.csv"], &["--dated", "2026-03-08"]), 1);
    assert!(
        older.contains("2026-03-09") && older.contains("2026-03-08"),
        "{older}"
    );
    let cut = load(&place, &["cut.csv"], &["--dated", "2026-04-01"]);
    assert_eq!(cut.status.code(), Some(1));
    assert!(text(&cut.stderr).contains("The last row has no end of line"));
    let again = done(&load(&place, &both, &dated));
    assert!(again.contains("the same is in force"));
    done(&place.run(&["doctor"]));
}

#[test]
fn a_former_version_is_fetched_byte_for_byte() {
    let place = place();
    let kept = || files_below(&place.path().join("files"));
    let both = ["sdn.csv", "alt.csv"];
    done(&load(
        &place,
        &both,
        &["--dated", "2026-03-09", "--dry-run"],
    ));
    refusal(&load(&place, &both, &[]), 1);
    assert_eq!(kept(), 0, "what does not come into force leaves nothing");
    done(&load(&place, &both, &["--dated", "2026-03-09"]));
    refusal(&load(&place, &["other.csv"], &["--dated", "2026-03-08"]), 1);
    assert_eq!(kept(), 2);
    done(&load(
        &place,
        &["alt.csv", "sdn.csv"],
        &["--dated", "2026-03-09"],
    ));
    assert_eq!(kept(), 2, "the same files are kept once");
    let younger = SDN.replace("OLIVE", "OLIVES");
    std::fs::write(place.path().join("sdn.csv"), younger).expect("written");
    done(&load(&place, &both, &["--dated", "2026-03-10"]));
    assert_eq!(kept(), 3, "the second file is that of the former version");

    let told = done(&place.run(&["watch-list", "versions"]));
    let rows: Vec<Vec<&str>> = told
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    let of = |row: &[&str]| [row[1], row[2], row[4]].map(str::to_owned);
    assert_eq!(of(&rows[0]), ["ofac", "2026-03-10", "in force"]);
    assert_eq!(of(&rows[1]), ["ofac", "2026-03-09", "former"]);
    let (former, out) = (rows[1][0], place.path().join("back"));
    let out = out.display().to_string();
    let fetch = ["watch-list", "fetch", former, "--out", &out];
    let fetched = done(&place.run(&fetch));
    assert_eq!(fetched.lines().count(), 2, "{fetched}");
    let back = |name: &str| std::fs::read_to_string(Path::new(&out).join(name)).expect("read");
    assert_eq!(
        (back("sdn.csv"), back("alt.csv")),
        (SDN.to_owned(), ALT.to_owned())
    );
    let again = refusal(&place.run(&fetch), 1);
    assert!(
        again.contains("sdn.csv"),
        "nothing is written over: {again}"
    );
    refusal(
        &place.run(&["watch-list", "fetch", "none", "--out", &out]),
        2,
    );
}

#[test]
fn files_of_one_name_come_back_as_three() {
    let place = place();
    std::fs::create_dir(place.path().join("sub")).expect("a folder");
    // The last one takes no other's name either, when it is told apart by its number.
    for (name, text) in [("3-sdn.csv", OTHER), ("sub/sdn.csv", ALT)] {
        std::fs::write(place.path().join(name), text).expect("the file is written");
    }
    let files = ["3-sdn.csv", "sdn.csv", "sub/sdn.csv"];
    done(&load(&place, &files, &["--dated", "2026-03-09"]));
    let told = done(&place.run(&["watch-list", "versions"]));
    let version = told.split('\t').next().expect("a number");
    let out = place.path().join("back");
    let to = out.display().to_string();
    done(&place.run(&["watch-list", "fetch", version, "--out", &to]));
    let back = |name: &str| std::fs::read_to_string(out.join(name)).expect("the file");
    let all = ["3-sdn.csv", "sdn.csv", "3-3-sdn.csv"].map(back);
    assert_eq!(all, [OTHER, SDN, ALT].map(str::to_owned));
}

#[test]
fn a_copy_of_everything_holds_the_files_of_lists() {
    let place = place();
    done(&load(&place, &["sdn.csv"], &["--dated", "2026-03-09"]));
    let told = done(&place.run(&["watch-list", "versions"]));
    let version = told.split('\t').next().expect("a number");
    let (whole, copy) = (place.path().join("whole"), Place::new());
    let whole = whole.display().to_string();
    done(&place.run(&["export-all", "--out", &whole]));
    done(&copy.run(&["import-all", &whole]));
    let out = copy.path().join("back");
    let to = out.display().to_string();
    done(&copy.run(&["watch-list", "fetch", version, "--out", &to]));
    let back = std::fs::read_to_string(out.join("sdn.csv")).expect("the file");
    assert_eq!(back, SDN);
    done(&copy.run(&["doctor", "--deep"]));
}

#[test]
fn a_file_of_a_list_that_was_altered_is_found_and_not_fetched() {
    let place = place();
    done(&load(&place, &["sdn.csv"], &["--dated", "2026-03-09"]));
    let told = done(&place.run(&["watch-list", "versions"]));
    let version = told.split('\t').next().expect("a number");
    let mut path = place.path().join("files");
    while path.is_dir() {
        let entries = std::fs::read_dir(&path).expect("a folder").flatten();
        let mut full = entries.map(|entry| entry.path());
        path = full
            .find(|path| files_below(path) > 0 || path.is_file())
            .expect("a file");
    }
    std::fs::write(&path, "something else").expect("written");
    let out = place.path().join("back").display().to_string();
    refusal(
        &place.run(&["watch-list", "fetch", version, "--out", &out]),
        1,
    );
    assert_eq!(files_below(Path::new(&out)), 0);
    assert_eq!(place.run(&["doctor", "--deep"]).status.code(), Some(1));
}

#[test]
fn everybody_is_screened_in_the_name_of_an_admin() {
    let place = place();
    let nobody = place.run(&["watch-list", "screen"]);
    assert_eq!(nobody.status.code(), Some(2));
    let stranger = ["watch-list", "screen", "--by", "nobody@example.org"];
    refusal(&place.run(&stranger), 2);
    let none = ["watch-list", "screen", "--by", "ada@example.org"];
    let said = done(&place.run(&none));
    assert!(
        said.starts_with("0 organisations with 0 names screened, 0 hits"),
        "{said}"
    );
}

#[test]
fn a_name_is_screened_against_the_lists_in_force() {
    let place = place();
    let none = refusal(&place.run(&["screen", "Amin Zaytun"]), 2);
    assert!(none.contains("--list FILE") && none.contains("watch-list load"));
    done(&load(&place, &["sdn.csv"], &["--dated", "2026-03-08"]));
    let both = ["sdn.csv", "alt.csv"];
    done(&load(&place, &both, &["--dated", "2026-03-09"]));
    let screened = |more: &[&str]| {
        let arguments = [&["screen", "أمين زيتون"], more].concat();
        done(&place.run(&arguments))
    };
    let found: serde_json::Value = serde_json::from_str(&screened(&["--json"])).expect("JSON");
    let lists = found["lists"].as_array().expect("the lists");
    assert_eq!(lists.len(), 1, "one version is in force: {found}");
    assert_eq!(lists[0]["list"], "ofac");
    assert_eq!(lists[0]["dated"], "2026-03-09");
    assert_eq!(lists[0]["names"], 2);
    assert_eq!(lists[0]["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(found["possible_matches"][0]["list"], "ofac");
    assert_eq!(found["possible_matches"][0]["id"], "17");
    assert_eq!(found["possible_matches"][0]["matched_name"], "ZAYTUN, Amin");
    let other: serde_json::Value =
        serde_json::from_str(&screened(&["--json", "--kind", "organisation"])).expect("JSON");
    assert_eq!(other["possible_matches"].as_array().map(Vec::len), Some(0));
    assert!(screened(&[]).starts_with("ofac of 2026-03-09, loaded "));
}

#[test]
fn a_folder_without_an_installation_stays_as_it_is() {
    let place = Place::new();
    let none = refusal(&place.run(&["screen", "Amin Zaytun", "--json"]), 2);
    assert!(none.contains("no list is loaded"), "{none}");
    let files = std::fs::read_dir(place.path()).expect("the folder").count();
    assert_eq!(files, 0, "nothing was made");
}

#[test]
fn hebrew_and_cyrillic_names_are_found_both_ways() {
    let place = place();
    let people = [
        ("1", "דוד שפירא"),
        ("2", "Сергей Оливков"),
        ("3", "Moshe Shapira"),
        ("4", "Ivan Olivkov"),
        ("5", "Amin Khalil"),
    ];
    let rows = people.map(|(id, name)| format!("{id},Person,{name},,2026-03-09\n"));
    let list = "id,schema,name,aliases,last_seen\n".to_owned() + &rows.concat();
    std::fs::write(place.path().join("people.csv"), list).expect("the file is written");
    done(&load(&place, &["people.csv"], &[]));
    for (asked, id, listed) in [
        ("David Shapira", "1", "דוד שפירא"),
        ("Sergei Olivkov", "2", "Сергей Оливков"),
        ("משה שפירא", "3", "Moshe Shapira"),
        ("Иван Оливков", "4", "Ivan Olivkov"),
    ] {
        let found = done(&place.run(&["screen", asked, "--json"]));
        let found: serde_json::Value = serde_json::from_str(&found).expect("JSON");
        let matches = found["possible_matches"].as_array().expect("a list");
        assert_eq!(matches.len(), 1, "{asked}: {found}");
        assert_eq!(matches[0]["id"], id, "{asked}");
        assert_eq!(matches[0]["matched_name"], listed, "{asked}");
    }
}
