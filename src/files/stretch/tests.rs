//! Stretches that are read from any place, and those that are not read.

use super::*;

/// A nameless file of these bytes.
fn file_of(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn bytes(count: usize) -> Vec<u8> {
    (0..count).map(|at| (at % 251) as u8).collect()
}

/// These bytes sealed, in stretches of so many.
fn sealed(secret: &FileSecret, bytes: &[u8], each: usize) -> Vec<u8> {
    let mut waiting = Waiting::begin(secret.clone(), 0);
    let mut sealed = Vec::new();
    for some in bytes.chunks(each) {
        sealed.extend(waiting.add(some).unwrap());
        sealed.extend(waiting.rest().unwrap());
    }
    sealed
}

fn read(secret: &FileSecret, lying: &[u8]) -> io::Result<Vec<u8>> {
    let file = file_of(lying);
    let found = stretches(&file, (0, lying.len() as u64), 0)?;
    let mut read = Vec::new();
    Whole::of(file, secret.clone(), found).read_to_end(&mut read)?;
    Ok(read)
}

#[test]
fn what_comes_in_one_go_is_read_from_any_place() {
    let data = tempfile::tempdir().unwrap();
    let storage = Storage::in_folder(data.path());
    let content = bytes(2 * MOST + 5);
    let mut incoming = storage.receive_sealed(content.len() as u64).unwrap();
    for some in content.chunks(1000) {
        assert!(incoming.add(some).unwrap());
    }
    assert!(!incoming.add(b"x").unwrap());
    let mut whole = incoming.whole().unwrap();
    assert_eq!(whole.size(), content.len() as u64);
    for at in [0, 1, MOST - 1, MOST, MOST + 1, 2 * MOST, content.len()] {
        whole.seek(SeekFrom::Start(at as u64)).unwrap();
        let mut rest = Vec::new();
        whole.read_to_end(&mut rest).unwrap();
        assert!(rest == content[at..], "{at}");
    }
    assert_eq!(whole.seek(SeekFrom::End(-5)).unwrap(), (2 * MOST) as u64);
    let mut last = [0; 5];
    whole.read_exact(&mut last).unwrap();
    assert_eq!(last, content[2 * MOST..]);
    assert!(whole.seek(SeekFrom::Current(-1_000_000)).is_err());
}

#[test]
fn what_comes_in_one_go_lies_sealed_and_has_no_name() {
    let data = tempfile::tempdir().unwrap();
    let storage = Storage::in_folder(data.path());
    let mut incoming = storage.receive_sealed(u64::MAX).unwrap();
    incoming.add(&vec![7; MOST + 1]).unwrap();
    assert_eq!(crate::files::trial::everything(data.path()), [""; 0]);
    let mut whole = incoming.whole().unwrap();
    let mut lying = Vec::new();
    whole.file.rewind().unwrap();
    whole.file.read_to_end(&mut lying).unwrap();
    assert!(lying.len() > MOST);
    assert!(!lying.windows(5).any(|some| some == [7; 5]));
}

#[test]
fn what_was_altered_or_changed_places_is_not_read() {
    let (secret, other) = (fresh_secret().unwrap(), fresh_secret().unwrap());
    let content = bytes(30);
    let lying = sealed(&secret, &content, 10);
    assert_eq!(read(&secret, &lying).unwrap(), content);
    assert!(read(&other, &lying).is_err());
    let each = lying.len() / 3;
    let [one, two, three] = [0, 1, 2].map(|at| &lying[at * each..(at + 1) * each]);
    for changed in [
        [two, one, three].concat(),
        [one, three, two].concat(),
        [one, one, three].concat(),
        [two, three].concat(),
    ] {
        let problem = read(&secret, &changed).unwrap_err();
        assert_eq!(problem.kind(), io::ErrorKind::InvalidData);
    }
    // Behind the length of each.
    for at in [4, 27, 28, each - 1, each + 4, lying.len() - 1] {
        let mut changed = lying.clone();
        changed[at] ^= 1;
        assert!(read(&secret, &changed).is_err(), "byte {at}");
    }
}

#[test]
fn what_was_not_written_whole_does_not_count() {
    let secret = fresh_secret().unwrap();
    let lying = sealed(&secret, &bytes(30), 10);
    let each = lying.len() / 3;
    for cut in 0..lying.len() {
        let file = file_of(&lying[..cut]);
        let found = stretches(&file, (0, cut as u64), 0).unwrap();
        let whole = cut / each;
        let expected = (10 * whole as u64, (whole * each) as u64);
        assert_eq!(reach(&found), expected, "cut at {cut}");
    }
    // Lengths that nobody wrote end it.
    for length in [0_u32, 65_537, u32::MAX] {
        let mut wrong = lying.clone();
        wrong[..4].copy_from_slice(&length.to_be_bytes());
        let file = file_of(&wrong);
        let found = stretches(&file, (0, wrong.len() as u64), 0).unwrap();
        assert_eq!(reach(&found), (0, 0), "{length}");
    }
}

/// A stretch that is sealed for one length and says another before it.
fn one_stretch(secret: &FileSecret, bytes: &[u8], (bound_to, said): (usize, usize)) -> Vec<u8> {
    let length = |of: usize| u32::try_from(of).unwrap();
    let sealed = seal_bound(secret, &bound(0, length(bound_to)), bytes).unwrap();
    [&length(said).to_be_bytes()[..], &sealed].concat()
}

#[test]
fn a_stretch_that_is_longer_than_any_is_refused_though_all_of_it_is_there() {
    let secret = fresh_secret().unwrap();
    for (count, counts) in [(MOST, true), (MOST + 1, false)] {
        let lying = one_stretch(&secret, &bytes(count), (count, count));
        let file = file_of(&lying);
        let found = stretches(&file, (0, lying.len() as u64), 0).unwrap();
        let expected = match counts {
            true => (count as u64, lying.len() as u64),
            false => (0, 0),
        };
        assert_eq!(reach(&found), expected, "{count}");
    }
}

#[test]
fn a_stretch_opens_at_the_length_that_it_was_sealed_for_alone() {
    let secret = fresh_secret().unwrap();
    let content = bytes(10);
    let whole = one_stretch(&secret, &content, (10, 10));
    assert_eq!(read(&secret, &whole).unwrap(), content);
    // Cut, with a length that fits what is left: at its end, and before its tag.
    let said = [&9_u32.to_be_bytes()[..], &whole[4..]].concat();
    for at in [said.len() - 1, said.len() - 17] {
        let mut cut = said.clone();
        cut.remove(at);
        let problem = read(&secret, &cut).unwrap_err();
        assert_eq!(problem.kind(), io::ErrorKind::InvalidData, "byte {at}");
    }
    // Whole, but sealed for another length than it has.
    for other in [9, 11] {
        let wrong = one_stretch(&secret, &content, (other, 10));
        let problem = read(&secret, &wrong).unwrap_err();
        assert_eq!(problem.kind(), io::ErrorKind::InvalidData, "{other}");
    }
}
