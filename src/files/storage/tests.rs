//! What is kept and what is coming, in folders and in buckets.

use super::*;
use crate::files::sealed::fresh_secret;
use crate::files::trial::{Trial, everything};

#[test]
fn a_kept_file_is_read_back_and_removed() {
    for place in Trial::both() {
        let storage = &place.storage;
        let mut incoming = storage.receive(5).unwrap();
        assert!(incoming.write(b"hello").unwrap());
        let key = storage.keep(incoming.path()).unwrap();
        drop(incoming);
        let name = format!("{}/{}/{key}", &key[..2], &key[2..4]);
        assert_eq!(place.everything(), [name], "{}", storage.shown());
        // Another process, of another machine where that is a bucket, finds it too.
        let other = place.other();
        assert_eq!(other.size(&key).unwrap(), 5);
        let text = io::read_to_string(other.open(&key).unwrap());
        assert_eq!(text.unwrap(), "hello");
        other.remove(&key).unwrap();
        other.remove(&key).unwrap();
        assert_eq!(place.everything(), [""; 0]);
        let gone = storage.open(&key).unwrap_err();
        assert_eq!(gone.kind(), io::ErrorKind::NotFound);
        assert_eq!(storage.size(&key).unwrap_err().kind(), gone.kind());
        storage.check().unwrap();
        assert_eq!(place.everything(), [""; 0], "a check leaves nothing");
    }
}

#[test]
fn what_is_given_up_leaves_nothing() {
    let data = tempfile::tempdir().unwrap();
    let storage = Storage::in_folder(data.path());
    let mut incoming = storage.receive(4).unwrap();
    assert!(!incoming.write(b"hello").unwrap());
    drop(incoming);
    assert_eq!(everything(data.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn only_the_programs_own_user_reads_what_comes_and_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let data = tempfile::tempdir().unwrap();
    let storage = Storage::in_folder(data.path());
    let incoming = storage.receive(5).unwrap();
    let part = storage.part("0193a1b2-0000-7000-8000-0123456789ab".parse().unwrap());
    let secret = fresh_secret().unwrap();
    part.begin(0, secret).unwrap().finish().unwrap();
    let begun = fs::read_dir(storage.partial()).unwrap().next();
    let begun = begun.unwrap().unwrap().path();
    assert_eq!((mode(incoming.path()), mode(&begun)), (0o600, 0o600));
    let key = storage.keep(incoming.path()).unwrap();
    let kept = storage.place(&key).unwrap();
    assert_eq!(mode(&kept), 0o600);
    let apart = [storage.incoming(), storage.partial()];
    let above = kept.ancestors().skip(1).take(3);
    for folder in above.chain(apart.iter().map(PathBuf::as_path)) {
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
    }
}

#[test]
fn a_key_is_never_a_path() {
    let storage = Storage::in_folder(Path::new("/nowhere"));
    for key in [
        "",
        "../../etc/passwd",
        "/etc/passwd",
        &"A".repeat(32),
        &"é".repeat(16),
    ] {
        assert_eq!(storage.place(key), None, "{key}");
    }
}
