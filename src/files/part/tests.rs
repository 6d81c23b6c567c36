//! Parts in folders and in buckets, as two processes find them.

use std::fs;
use std::io::Read;

use super::*;
use crate::files::sealed::fresh_secret;
use crate::files::trial::Trial;

fn upload() -> UploadId {
    UploadId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap()
}

/// Sends one piece; how many bytes are there then.
fn send(part: &Part, secret: &FileSecret, at: u64, bytes: &[u8]) -> Result<u64, PartError> {
    let mut arriving = part.begin(at, secret.clone())?;
    arriving.add(bytes, 8)?;
    arriving.finish()
}

/// What a whole file holds.
fn content(whole: Result<Whole, PartError>) -> Vec<u8> {
    let mut content = Vec::new();
    whole.unwrap().read_to_end(&mut content).unwrap();
    content
}

/// Where it grows in a folder.
fn path(place: &Trial) -> PathBuf {
    let name = format!("{}{SEALED}", upload().as_str());
    place.storage.partial().join(name)
}

fn in_folder() -> Trial {
    Trial::both().into_iter().next().unwrap()
}

#[test]
fn parts_are_added_where_they_belong() {
    let secret = fresh_secret().unwrap();
    for place in Trial::both() {
        // Each piece comes to the other process.
        let (one, two) = (place.storage.part(upload()), place.other().part(upload()));
        assert_eq!(one.length().unwrap(), 0);
        assert_eq!(send(&one, &secret, 0, b"abc").unwrap(), 3);
        assert_eq!(two.length().unwrap(), 3);
        let again = send(&two, &secret, 0, b"abc");
        assert!(matches!(again, Err(PartError::Elsewhere(3))), "{again:?}");
        let long = send(&two, &secret, 3, b"defghi");
        assert!(matches!(long, Err(PartError::TooLong)), "{long:?}");
        let early = two.whole(8, &secret);
        assert!(matches!(early, Err(PartError::Elsewhere(3))), "{early:?}");
        assert_eq!(send(&two, &secret, 3, b"defgh").unwrap(), 8);
        assert_eq!(content(one.whole(8, &secret)), b"abcdefgh");
        one.remove().unwrap();
        assert_eq!(place.everything(), [""; 0]);
    }
}

#[test]
fn nothing_lies_in_clear_and_another_key_opens_nothing() {
    let (secret, other) = (fresh_secret().unwrap(), fresh_secret().unwrap());
    for place in Trial::both() {
        let part = place.storage.part(upload());
        let long = [vec![b'x'; 70_000].as_slice(), b"Umm Dalia"].concat();
        let mut arriving = part.begin(0, secret.clone()).unwrap();
        arriving.add(&long, 1 << 20).unwrap();
        let held = arriving.held.as_ref();
        let before = held.map(|held| fs::read(held.path()).unwrap());
        let size = arriving.finish().unwrap();
        let lying = match place.storage.bucket() {
            None => fs::read(path(&place)).unwrap(),
            Some(bucket) => {
                let object = bucket.list("partial").unwrap().remove(0);
                let mut lying = Vec::new();
                let mut file = place.storage.fetch(bucket, &object.name).unwrap();
                file.read_to_end(&mut lying).unwrap();
                lying
            }
        };
        for lying in [before.unwrap_or_default(), lying] {
            let clear = |words: &[u8]| lying.windows(words.len()).any(|some| some == words);
            assert!(!clear(b"xxxxx") && !clear(b"Dalia"));
        }
        let wrong = part.whole(size, &other);
        assert!(matches!(wrong, Err(PartError::Broken)), "{wrong:?}");
        assert_eq!(content(part.whole(size, &secret)), long);
    }
}

#[test]
fn in_a_folder_one_adds_at_a_time() {
    let (place, secret) = (in_folder(), fresh_secret().unwrap());
    let part = place.storage.part(upload());
    send(&part, &secret, 0, b"abc").unwrap();
    let held = part.whole(3, &secret).unwrap();
    let beside = send(&part, &secret, 3, b"de");
    assert!(matches!(beside, Err(PartError::Busy)), "{beside:?}");
    drop(held);
    assert_eq!(send(&part, &secret, 3, b"de").unwrap(), 5);
}

#[test]
fn in_a_folder_of_two_who_add_at_once_the_second_is_told_how_much_is_there() {
    let (place, secret) = (in_folder(), fresh_secret().unwrap());
    let (one, two) = (place.storage.part(upload()), place.other().part(upload()));
    let (stretch, size) = (vec![b'x'; 1 << 16], 1 << 20);
    // Both begin before either is there, and again behind what is.
    for round in 0..2 {
        let there = round << 16;
        let begin = |part: &Part| part.begin(there, secret.clone()).unwrap();
        let (mut first, mut second) = (begin(&one), begin(&two));
        first.add(&stretch, size).unwrap();
        let late = second.add(&stretch, size);
        let told = there + (1 << 16);
        assert!(
            matches!(late, Err(PartError::Elsewhere(length)) if length == told),
            "{late:?}"
        );
        assert_eq!(first.finish().unwrap(), told);
    }
    let both = [stretch.clone(), stretch].concat();
    assert_eq!(content(two.whole(2 << 16, &secret)), both);
}

#[test]
fn in_a_folder_what_was_looked_through_is_not_at_each_stretch_that_comes() {
    let (place, secret) = (in_folder(), fresh_secret().unwrap());
    let (part, path) = (place.storage.part(upload()), path(&place));
    let (stretch, size) = (vec![b'x'; 1 << 16], 1 << 20);
    let mut arriving = part.begin(0, secret.clone()).unwrap();
    arriving.add(&stretch, size).unwrap();
    // No stretch is found any more where it says to be of no byte.
    let mut lying = fs::read(&path).unwrap();
    lying[..4].fill(0);
    fs::write(&path, &lying).unwrap();
    arriving.add(&stretch, size).unwrap();
    // But it is where the file is longer than it was left.
    let longer = [fs::read(&path).unwrap().as_slice(), b"x"].concat();
    fs::write(&path, longer).unwrap();
    let found = arriving.add(&stretch, size);
    assert!(matches!(found, Err(PartError::Elsewhere(0))), "{found:?}");
}

#[test]
fn in_a_folder_what_was_cut_off_while_more_came_goes() {
    let (place, secret) = (in_folder(), fresh_secret().unwrap());
    let (part, path) = (place.storage.part(upload()), path(&place));
    send(&part, &secret, 0, b"abc").unwrap();
    let mut arriving = part.begin(3, secret.clone()).unwrap();
    let cut = [fs::read(&path).unwrap().as_slice(), &[0, 0, 0, 9, 1]].concat();
    fs::write(&path, cut).unwrap();
    arriving.add(b"def", 8).unwrap();
    assert_eq!(arriving.finish().unwrap(), 6);
    assert_eq!(content(part.whole(6, &secret)), b"abcdef");
}

#[test]
fn in_a_folder_what_was_not_written_whole_goes_and_what_was_altered_is_refused() {
    let (place, secret) = (in_folder(), fresh_secret().unwrap());
    let (part, path) = (place.storage.part(upload()), path(&place));
    send(&part, &secret, 0, b"abc").unwrap();
    let first = fs::read(&path).unwrap();
    send(&part, &secret, 3, b"def").unwrap();
    let both = fs::read(&path).unwrap();
    fs::write(&path, &both[..both.len() - 1]).unwrap();
    assert_eq!(part.length().unwrap(), 3);
    assert_eq!(send(&part, &secret, 3, b"def").unwrap(), 6);
    assert_eq!(content(part.whole(6, &secret)), b"abcdef");
    let now = fs::read(&path).unwrap();
    let swapped = [&now[first.len()..], &first].concat();
    fs::write(&path, swapped).unwrap();
    let refused = part.whole(6, &secret);
    assert!(matches!(refused, Err(PartError::Broken)), "{refused:?}");
}

#[test]
fn what_a_former_release_left_does_not_count_and_goes() {
    for place in Trial::both() {
        let (part, secret) = (place.storage.part(upload()), fresh_secret().unwrap());
        let former = format!("{PARTIAL}/{}", upload().as_str());
        match place.storage.bucket() {
            None => {
                make_folder(&place.storage.partial()).unwrap();
                fs::write(place.storage.folder().join(former), "abc").unwrap();
            }
            Some(bucket) => bucket.put(&format!("{former}/0-3"), &b"abc"[..]).unwrap(),
        }
        assert_eq!(part.length().unwrap(), 0);
        let on = send(&part, &secret, 3, b"de");
        assert!(matches!(on, Err(PartError::Elsewhere(0))), "{on:?}");
        send(&part, &secret, 0, b"abc").unwrap();
        if place.storage.bucket().is_none() {
            assert_eq!(place.everything().len(), 1, "none of it lies in clear");
        }
        part.remove().unwrap();
        assert_eq!(place.everything(), [""; 0]);
    }
}

#[test]
fn in_a_bucket_what_came_twice_counts_once() {
    let (place, secret) = (Trial::in_bucket(), fresh_secret().unwrap());
    let (one, two) = (place.storage.part(upload()), place.other().part(upload()));
    // Both begin before either is there.
    let begin = |part: &Part| part.begin(0, secret.clone()).unwrap();
    let (mut first, mut second) = (begin(&one), begin(&two));
    first.add(b"abc", 8).unwrap();
    second.add(b"abcde", 8).unwrap();
    second.finish().unwrap();
    first.finish().unwrap();
    assert_eq!(send(&one, &secret, 5, b"fgh").unwrap(), 8);
    assert_eq!(content(two.whole(8, &secret)), b"abcdefgh");
}

#[test]
fn in_a_bucket_what_changed_places_or_was_cut_is_refused() {
    let secret = fresh_secret().unwrap();
    for cut in [false, true] {
        let place = Trial::in_bucket();
        let part = place.storage.part(upload());
        send(&part, &secret, 0, b"abcd").unwrap();
        send(&part, &secret, 4, b"efgh").unwrap();
        let bucket = place.storage.bucket().unwrap();
        let objects = bucket.list(PARTIAL).unwrap();
        let lying = |at: usize| {
            let mut lying = Vec::new();
            let mut file = place.storage.fetch(bucket, &objects[at].name).unwrap();
            file.read_to_end(&mut lying).unwrap();
            lying
        };
        let (one, two) = (lying(0), lying(1));
        if cut {
            bucket.put(&objects[1].name, &two[..two.len() - 1]).unwrap();
        } else {
            bucket.put(&objects[0].name, &two[..]).unwrap();
            bucket.put(&objects[1].name, &one[..]).unwrap();
        }
        let refused = part.whole(8, &secret);
        assert!(matches!(refused, Err(PartError::Broken)), "{refused:?}");
    }
}

#[test]
fn in_a_bucket_what_lies_behind_a_gap_does_not_count() {
    let (place, secret) = (Trial::in_bucket(), fresh_secret().unwrap());
    let part = place.storage.part(upload());
    for (at, bytes) in [(0, &b"abc"[..]), (3, &b"de"[..]), (5, &b"fgh"[..])] {
        send(&part, &secret, at, bytes).unwrap();
    }
    let bucket = place.storage.bucket().unwrap();
    let middle = bucket.list("partial").unwrap().remove(1);
    bucket.remove(&middle.name).unwrap();
    assert_eq!(part.length().unwrap(), 3);
    let short = part.whole(8, &secret);
    assert!(matches!(short, Err(PartError::Elsewhere(3))), "{short:?}");
    // Whoever goes on brings the middle again; what lies behind it need not come twice.
    send(&part, &secret, 3, b"de").unwrap();
    assert_eq!(part.length().unwrap(), 8);
    assert_eq!(content(part.whole(8, &secret)), b"abcdefgh");
}
