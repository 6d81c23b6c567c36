//! `evenhand watch-list load` and `watch-list screen` as whoever runs the server
//! meets them. All names are made up.

use crate::place::{PASSWORD, Place, done, refusal, text};

const SDN: &str =
    "17,\"OLIVE, Amin\",\"individual\",\"AAA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
const ALT: &str = "17,1,\"aka\",\"ZAYTUN, Amin\",-0- \nx,2,\"aka\",\"NOBODY\",-0- \n";

fn place() -> Place {
    let place = Place::migrated();
    let add = ["user", "add", "ada@example.org", "--role", "admin"];
    done(&place.run_typing(&add, PASSWORD));
    for (name, text) in [("sdn.csv", SDN), ("alt.csv", ALT), ("cut.csv", &SDN[..40])] {
        std::fs::write(place.path().join(name), text).expect("the file is written");
    }
    place
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
