//! What a profile is checked for, and how a confidential one is shown.

use super::*;

fn id() -> OrganisationId {
    OrganisationId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap()
}

fn profile() -> Profile {
    Profile {
        name_arabic: " مركز  الحقوق ".to_owned(),
        base: "gaza".to_owned(),
        community: "palestinian".to_owned(),
        legal_form: "ps_association".to_owned(),
        ..Profile::default()
    }
}

fn row(register: &str, number: &str) -> Registration {
    Registration {
        register: register.to_owned(),
        number: number.to_owned(),
    }
}

fn told(profile: &Profile) -> Vec<String> {
    let listed = |_: &str, code: &str| !code.is_empty() && code != "nowhere";
    let problems = profile.check(id(), &listed).unwrap_err().0.into_iter();
    problems
        .map(|p| format!("{} {}", p.field, p.message.key))
        .collect()
}

#[test]
fn one_name_in_any_script_is_enough() {
    let made = profile().check(id(), &|_, _| true).unwrap();
    assert_eq!(made.name(Language::English), "مركز الحقوق");
    let nameless = Profile {
        name_arabic: " \u{202E} ".to_owned(),
        ..profile()
    };
    assert_eq!(told(&nameless), ["name_latin error-organisation-name"]);
}

#[test]
fn a_confidential_one_is_shown_by_its_code_name_alone() {
    let full = Profile {
        name_latin: "Olive Press".to_owned(),
        name_hebrew: "בית הבד".to_owned(),
        website: "olive.example.org".to_owned(),
        registrations: vec![row("IL-RA", "580146256")],
        ..profile()
    };
    let known = full.check(id(), &|_, _| true).unwrap();
    assert_eq!(known.clone().as_shown(), known);
    let secret = Organisation {
        code_name: CodeName::kept("Amber Bell".to_owned()),
        ..known
    };
    let shown = secret.as_shown();
    for language in Language::ALL {
        assert_eq!(shown.name(language), "Amber Bell");
    }
    assert_eq!((shown.website.as_str(), shown.registrations.len()), ("", 0));
    assert_eq!(shown.base, "gaza");
}

#[test]
fn codes_come_from_the_lists() {
    let elsewhere = Profile {
        base: "nowhere".to_owned(),
        legal_form: String::new(),
        ..profile()
    };
    assert_eq!(
        told(&elsewhere),
        ["base error-choice", "legal_form error-choice"]
    );
}

#[test]
fn websites_open_safely() {
    assert_eq!(website("example.org").unwrap(), "https://example.org");
    assert_eq!(website(" http://a.org/b?c ").unwrap(), "http://a.org/b?c");
    for bad in [
        "javascript:alert(1)",
        "ftp://a.org",
        "https://user@a.org",
        "localhost",
        "https://a b.org",
    ] {
        assert!(website(bad).is_err(), "{bad}");
    }
}

#[test]
fn registrations_are_whole_and_differ() {
    let rows = |registrations| Profile {
        registrations,
        ..profile()
    };
    let sound = rows(vec![row("", " "), row("IL-RA", "٥٨٠١٤٦٢٥٦")]);
    let made = sound.check(id(), &|_, _| true).unwrap();
    assert_eq!(made.registrations, [row("IL-RA", "580146256")]);
    let broken = rows(vec![
        row("PS-MOI", ""),
        row("", "7"),
        row("A", "1"),
        row("A", "1"),
    ]);
    assert_eq!(
        told(&broken),
        [
            "registrations.0.number error-required",
            "registrations.1.register error-choice",
            "registrations.3.number error-registration-twice",
        ]
    );
}
