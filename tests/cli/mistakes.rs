//! What is refused before anything is done, each with one line that says why.

use std::net::TcpListener;

use crate::place::{Place, done, refusal, text};

#[test]
fn a_mistake_in_a_command_gets_a_reason_and_code_2() {
    let place = Place::new();
    for arguments in [
        ["--colour", "migrate"].as_slice(),
        &["brew"],
        &["user", "add", "rana@example.org", "--role", "owner"],
        &["user", "add"],
    ] {
        let output = place.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).starts_with("error: "), "{arguments:?}");
        assert_eq!(text(&output.stdout), "", "{arguments:?}");
    }
    assert_eq!(
        std::fs::read_dir(place.path()).expect("a folder").count(),
        0,
        "nothing was made"
    );
}

#[test]
fn help_and_version_are_answered() {
    let place = Place::new();
    assert!(done(&place.run(&["--help"])).contains("Usage: evenhand"));
    assert_eq!(
        done(&place.run(&["--version"])),
        format!("evenhand {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_database_url_that_cannot_be_used_is_refused() {
    let place = Place::new();
    let line = refusal(
        &place.run(&["--database", "mysql://localhost/x", "migrate"]),
        2,
    );
    assert_eq!(
        line,
        "evenhand: the database URL must start with sqlite: or postgres://"
    );
    let output = place
        .command(&["migrate"])
        .env("DATABASE_URL", "nonsense")
        .output();
    assert_eq!(refusal(&output.expect("it runs"), 2), line);

    let nowhere = place.run(&["--database", "postgres://evenhand@127.0.0.1:1/x", "migrate"]);
    assert!(refusal(&nowhere, 2).ends_with("; check --database or DATABASE_URL"));

    let folder = format!("sqlite:{}", place.path().display());
    assert!(
        refusal(&place.run(&["--database", &folder, "migrate"]), 2).contains("check --database")
    );
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let place = Place::new();
    let file = place.path().join("evenhand.sqlite");
    let garbage = b"this is no database ".repeat(500);
    std::fs::write(&file, &garbage).expect("the file is written");
    for command in ["migrate", "serve"] {
        let line = refusal(&place.run(&["--listen", "127.0.0.1:0", command]), 2);
        assert!(line.contains("check --database"), "{line}");
        assert_eq!(
            std::fs::read(&file).expect("the file is read"),
            garbage,
            "{command}"
        );
    }
}

#[test]
fn a_configuration_that_cannot_be_read_is_refused() {
    let place = Place::new();
    let config = place.path().join("evenhand.toml");
    for (text, said) in [
        ("listen = 8080", "listen"),
        (
            "time_zone = \"Mars/Olympus\"",
            "\"Mars/Olympus\" is not a time zone",
        ),
        (
            "second_factor = \"admin,owner\"",
            "second_factor: \"owner\" is none of applicant, reviewer, admin, auditor, or none",
        ),
        (
            "openid_issuer = \"http://id.example.org\"",
            "openid_issuer must be https",
        ),
        (
            "openid_issuer = \"https://id.example.org\"",
            "openid_client_id is missing",
        ),
        (
            "openid_issuer = \"https://id.example.org\"\nopenid_client_id = \"us\"\n\
             openid_own_addresses = true",
            "openid_own_addresses needs openid_domains",
        ),
        ("argon2_passes = \"many\"", "argon2_passes"),
        ("head_ms = 0", "head_ms must be at least 1"),
        (
            "connections_most = 0",
            "connections_most must be at least 1",
        ),
        ("session_hours = -1", "session_hours must be at least 1"),
        ("proof_minutes = 0", "proof_minutes must be at least 1"),
        ("listen = [", "TOML"),
    ] {
        std::fs::write(&config, text).expect("the file is written");
        let line = refusal(&place.run(&["migrate"]), 2);
        assert!(line.starts_with("evenhand: configuration: "), "{line}");
        assert!(line.contains(said), "{line}");
    }
    std::fs::write(&config, "mail_from = \"nobody\"").expect("the file is written");
    let line = refusal(&place.run(&["--listen", "127.0.0.1:0"]), 2);
    assert!(line.contains("mail_from must be an address"), "{line}");
    std::fs::write(&config, "trusted_proxies = \"the proxy\"").expect("the file is written");
    let line = refusal(&place.run(&["--listen", "127.0.0.1:0"]), 2);
    assert!(line.contains("\"the proxy\" is no network"), "{line}");
}

#[test]
fn a_key_file_that_holds_no_key_is_refused_and_left_alone() {
    let place = Place::migrated();
    let file = place.path().join("master.key");
    std::fs::write(&file, "# ours\nno-key\n").expect("written");
    for command in [["migrate"].as_slice(), &["seal"], &["user", "list"]] {
        let line = refusal(&place.run(command), 2);
        assert!(line.contains("line 2 is no master key"), "{line}");
        assert!(!line.contains("no-key"), "{line}");
    }
    let left = std::fs::read_to_string(&file).expect("the file is read");
    assert_eq!(left, "# ours\nno-key\n");
}

#[test]
fn a_key_file_that_others_may_read_is_refused_with_what_to_do() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::migrated();
    let file = place.path().join("master.key");
    let before = std::fs::read(&file).expect("the file is read");
    let to = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&file, mode).expect("it is set");
    };
    to(0o640);
    for command in [
        ["serve", "--listen", "127.0.0.1:0"].as_slice(),
        &["doctor"],
        &["seal", "--new-key"],
    ] {
        let line = refusal(&place.run(command), 2);
        assert!(
            line.contains("master.key: others on this machine"),
            "{line}"
        );
        assert!(line.contains("chmod 600 it"), "{line}");
    }
    assert_eq!(std::fs::read(&file).expect("the file is read"), before);
    to(0o600);
    done(&place.run(&["doctor"]));
}

#[test]
fn a_start_with_a_folder_that_takes_no_files_is_refused() {
    let place = Place::migrated();
    let file = place.path().join("evenhand.sqlite");
    let files = file.join("files").to_string_lossy().into_owned();
    let output = place
        .command(&["--listen", "127.0.0.1:0"])
        .env("RUST_LOG", "off")
        .env("EVENHAND_FILES", &files)
        .output();
    let line = refusal(&output.expect("it runs"), 2);
    let said = format!("evenhand: no file can be written to {files} (");
    assert!(line.starts_with(&said), "{line}");
    let advice = place
        .command(&["doctor", "--running"])
        .env("EVENHAND_FILES", &files)
        .output();
    let advice = text(&advice.expect("it runs").stdout);
    assert!(
        advice.contains("Advice: no file can be written to "),
        "{advice}"
    );
}

#[test]
fn a_misspelt_setting_is_refused() {
    let place = Place::new();
    std::fs::write(place.path().join("evenhand.toml"), "sesion_hours = 8").expect("written");
    let line = refusal(&place.run(&["migrate"]), 2);
    assert!(line.contains("sesion_hours"), "{line}");
}

#[test]
fn a_port_that_is_in_use_is_refused() {
    let place = Place::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("an address").to_string();
    let output = place
        .command(&["--listen", &address])
        .env("RUST_LOG", "off")
        .output();
    let line = refusal(&output.expect("it runs"), 2);
    assert!(
        line.starts_with(&format!("evenhand: can't listen on {address}: ")),
        "{line}"
    );
    assert!(line.ends_with("; choose another with --listen"), "{line}");
    let output = place
        .command(&["--listen", "127.0.0.1:0"])
        .env("RUST_LOG", "off")
        .env("EVENHAND_METRICS_LISTEN", &address)
        .output();
    let line = refusal(&output.expect("it runs"), 2);
    assert!(line.ends_with("; choose another metrics_listen"), "{line}");
}
