//! The daily backups of before a purge: named on its page, and replaced from there.

use std::fs;
use std::path::Path;

use evenhand::store::latest_events;

use crate::deliberation::Deliberation;
use crate::purge::{confirm, of_organisation, propose};
use crate::support::{TestSite, option};

/// The same site with daily backups in a folder.
fn backing_up(site: &TestSite, folder: &Path) -> TestSite {
    let (folder, url) = (folder.to_string_lossy().into_owned(), option(site.url()));
    site.again_with(|config| {
        config.backup_folder = folder;
        config.database_url = url;
        "UTC".clone_into(&mut config.time_zone);
    })
}

/// What lies in a folder, by name.
fn lying(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is read");
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries
        .map(|entry| name(entry.expect("an entry")))
        .collect();
    names.sort();
    names
}

/// The daily backup of so many days from now.
fn backup_of(site: &TestSite, days: i64) -> String {
    let at = site.clock.now().plus_minutes(days * 24 * 60);
    format!("evenhand-{}.backup", at.day("UTC").iso())
}

#[test]
fn a_new_backup_takes_the_place_of_those_of_before() {
    let round = Deliberation::unscored();
    let folder = tempfile::tempdir().expect("a folder");
    let site = backing_up(&round.site, folder.path());
    let (ada, ben) = (
        round.ada.led_to(&site.address),
        round.ben.led_to(&site.address),
    );
    let (old, today) = (backup_of(&site, -3), backup_of(&site, 0));
    for name in [old.as_str(), &today, "notes.txt"] {
        fs::write(folder.path().join(name), "Rana Haddad").expect("written");
    }
    let place = of_organisation(&round);
    let proposed = propose(&ada, &place);
    assert!(!proposed.has("#backups"));
    let purge = proposed.value_of_hidden("purge");
    let replacing = format!("{place}/backups");
    let early = ada.post_with_token(&replacing, &[("purge", purge.as_str())]);
    assert_eq!(early.status, 409);
    assert_eq!(lying(folder.path()).len(), 3);

    let done = confirm(&ben, &place);
    assert_eq!(done.texts("#backups li"), [old, today.clone()]);
    let replaced = ben.submit(&done, &replacing, &[]);
    assert_eq!(
        replaced.notice(),
        "There is a backup of after it, and those of before are removed."
    );
    assert!(!replaced.has("#backups"));
    assert_eq!(lying(folder.path()), [today.as_str(), "notes.txt"]);
    let written = fs::read(folder.path().join(today)).expect("a backup");
    assert_eq!(written[..2], [0x1f, 0x8b], "it is packed");
    let events = site.read(|reader| latest_events(reader, None, 1));
    assert_eq!(events[0].action, "replace_backups");
    assert_eq!(events[0].before_state, "2");
}

#[test]
fn a_backup_of_after_it_stays() {
    let round = Deliberation::unscored();
    let folder = tempfile::tempdir().expect("a folder");
    let site = backing_up(&round.site, folder.path());
    let (ada, ben) = (
        round.ada.led_to(&site.address),
        round.ben.led_to(&site.address),
    );
    let (old, later) = (backup_of(&site, 0), backup_of(&site, 1));
    for name in [&old, &later] {
        fs::write(folder.path().join(name), name).expect("written");
    }
    let place = of_organisation(&round);
    propose(&ada, &place);
    confirm(&ben, &place);
    site.pass_days(1);
    let ben = ben.at_another_browser();
    ben.sign_in();
    ben.proves();
    let page = ben.get(&place);
    assert_eq!(page.texts("#backups li"), [old]);
    ben.submit(&page, &format!("{place}/backups"), &[]);
    assert_eq!(lying(folder.path()), [later.as_str()]);
    let kept = fs::read_to_string(folder.path().join(&later));
    assert_eq!(kept.expect("it is there"), later);
}
