//! What the program is made of, held against `deny.toml` wherever the tests run: licences,
//! sources, versions beside each other, and versions whose holes we know of. For holes that
//! were found since, cargo-deny asks the network.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};

/// The first version of a library without a hole that would matter in the program.
const FLOORS: [(&str, [u64; 3]); 6] = [
    ("actix-files", [0, 6, 10]),
    ("ammonia", [4, 1, 4]),
    ("diesel", [2, 3, 10]),
    ("h2", [0, 4, 16]),
    ("quick-xml", [0, 41, 0]),
    ("time", [0, 3, 47]),
];
/// Versions of one library beside each other, at most: each is watched for holes by itself.
const MOST_VERSIONS: usize = 4;

/// A library as cargo knows it.
pub struct Library {
    name: String,
    version: String,
    licence: String,
    source: String,
    /// Whether it is part of the program, and not only needed by tests.
    in_program: bool,
}

impl Library {
    fn of(package: &Value, program: &BTreeSet<&str>) -> Self {
        let said = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
        Self {
            in_program: program.contains(said("id").as_str()),
            name: said("name"),
            version: said("version"),
            licence: said("license"),
            source: said("source"),
        }
    }
}

/// Every library of the program and of its tests, for every system and with every feature.
pub fn libraries() -> Vec<Library> {
    let cargo = std::env::var("CARGO").unwrap_or("cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--all-features",
    ]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let known: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = known["packages"].as_array().expect("packages").iter();
    let others = packages.filter(|package| package["name"] != "evenhand");
    let program = program(&known);
    others.map(|one| Library::of(one, &program)).collect()
}

/// The ids of what the program is made of: of all that is reached without what only its
/// tests need.
fn program(known: &Value) -> BTreeSet<&str> {
    let nodes = known["resolve"]["nodes"].as_array().expect("nodes").iter();
    let by_id = nodes.filter_map(|node| Some((node["id"].as_str()?, node)));
    let by_id: BTreeMap<&str, &Value> = by_id.collect();
    let root = known["resolve"]["root"].as_str().expect("a root");
    let (mut found, mut waiting) = (BTreeSet::from([root]), vec![root]);
    while let Some(id) = waiting.pop() {
        let needs = by_id[id]["deps"].as_array().expect("dependencies").iter();
        let needs = needs.filter(|one| {
            let mut kinds = one["dep_kinds"].as_array().into_iter().flatten();
            kinds.any(|kind| kind["kind"] != "dev")
        });
        for id in needs.filter_map(|one| one["pkg"].as_str()) {
            if found.insert(id) {
                waiting.push(id);
            }
        }
    }
    found
}

/// The words of a list in `deny.toml`.
fn listed(rules: &toml::Table, section: &str, name: &str) -> Vec<String> {
    let list = rules[section][name].as_array().expect("a list");
    let words = list.iter().filter_map(toml::Value::as_str);
    words.map(str::to_owned).collect()
}

fn licensees(names: &[String]) -> Vec<Licensee> {
    let parse = |name: &String| Licensee::parse(name).expect("a licence");
    names.iter().map(parse).collect()
}

/// Whether one of the licences that are taken is among those that it is offered under.
fn is_licensed(library: &Library, taken: &[Licensee]) -> bool {
    let asked = Expression::parse_mode(&library.licence, ParseMode::LAX);
    asked.is_ok_and(|asked| asked.evaluate(|one| taken.iter().any(|own| own.satisfies(one))))
}

fn is_old(library: &Library) -> bool {
    let floor = FLOORS.iter().find(|(name, _)| *name == library.name);
    let parts = library.version.split(['.', '-', '+']);
    let version: Vec<u64> = parts.take(3).filter_map(|part| part.parse().ok()).collect();
    floor.is_some_and(|(_, floor)| version.as_slice() < floor.as_slice())
}

/// What is wrong with the libraries by these rules.
pub fn wrong_libraries(libraries: &[Library], rules: &str) -> Vec<String> {
    let rules: toml::Table = rules.parse().expect("deny.toml is TOML");
    let taken = licensees(&listed(&rules, "licenses", "allow"));
    let sources = listed(&rules, "sources", "allow-registry");
    let (mut wrong, mut versions) = (Vec::new(), BTreeMap::<&str, usize>::new());
    for library in libraries {
        let Library {
            name,
            version,
            licence,
            source,
            in_program,
        } = library;
        if !is_licensed(library, &taken) {
            wrong.push(format!("{name} {version}: deny.toml takes no {licence:?}"));
        }
        let place = source.strip_prefix("registry+").unwrap_or(source);
        if !sources.iter().any(|known| known == place) {
            wrong.push(format!("{name} {version}: comes from {source:?}"));
        }
        if *in_program && is_old(library) {
            wrong.push(format!("{name} {version}: has a hole that is known"));
        }
        *versions.entry(name).or_default() += 1;
    }
    let many = versions.iter().filter(|(_, count)| **count > MOST_VERSIONS);
    wrong.extend(many.map(|(name, count)| format!("{name} is there in {count} versions")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = "[licenses]\nallow = [\"MIT\", \"Apache-2.0 WITH LLVM-exception\"]\n\
        [sources]\nallow-registry = [\"https://ours.example/index\"]\n";

    fn library(name: &str, version: &str, licence: &str, source: &str) -> Library {
        Library {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: licence.to_owned(),
            source: source.to_owned(),
            in_program: true,
        }
    }

    #[test]
    fn what_we_do_not_take_is_seen() {
        let ours = "registry+https://ours.example/index";
        let check = |library: Library| wrong_libraries(&[library], RULES).len();
        for licence in [
            "MIT",
            "GPL-3.0-only/MIT",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
        ] {
            assert_eq!(check(library("a", "1.0.0", licence, ours)), 0, "{licence}");
        }
        for licence in ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0"] {
            assert_eq!(check(library("a", "1.0.0", licence, ours)), 1, "{licence}");
        }
        for source in [
            "",
            "git+https://ours.example/index",
            "registry+https://x.example",
        ] {
            assert_eq!(check(library("a", "1.0.0", "MIT", source)), 1, "{source}");
        }
        for (version, wrong) in [("2.3.9", 1), ("2.3.10", 0), ("3.0.0", 0), ("2.3", 1)] {
            let found = check(library("diesel", version, "MIT", ours));
            assert_eq!(found, wrong, "{version}");
        }
        let tried = Library {
            in_program: false,
            ..library("diesel", "1.0.0", "MIT", ours)
        };
        assert_eq!(check(tried), 0, "only tests need it");
        let many = ["1.0.0", "2.0.0", "3.0.0", "4.0.0", "5.0.0"];
        let many = many.map(|version| library("a", version, "MIT", ours));
        assert_eq!(wrong_libraries(&many[..4], RULES), [""; 0]);
        assert_eq!(wrong_libraries(&many, RULES), ["a is there in 5 versions"]);
    }
}
