//! Files over a bad line: the line is cut for real, in the middle of a file.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use evenhand::store::upload;

use crate::asking::story;
use crate::driver::{Browser, Kind};
use crate::story::Story;

/// A line to a site that can be cut. Counts what goes towards the site.
struct Line {
    address: String,
    /// Bytes that still pass; below zero the line is cut.
    left: Arc<AtomicI64>,
}

/// More than any story sends.
const PLENTY: i64 = 1 << 40;

impl Line {
    fn to(site: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("it is known"));
        let left = Arc::new(AtomicI64::new(PLENTY));
        let (site, passes) = (site.replace("http://", ""), left.clone());
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                // While the line is cut, calls are answered by hanging up.
                if passes.load(Ordering::SeqCst) > 0
                    && let Ok(site) = TcpStream::connect(&site)
                {
                    join(browser, site, &passes);
                }
            }
        });
        Self { address, left }
    }

    /// Lets so many more bytes through, then cuts.
    fn cut_after(&self, bytes: i64) {
        self.left.store(bytes, Ordering::SeqCst);
    }

    fn mend(&self) {
        self.left.store(PLENTY, Ordering::SeqCst);
    }

    /// Bytes that went through since it was mended.
    fn passed(&self) -> i64 {
        PLENTY - self.left.load(Ordering::SeqCst)
    }
}

/// Carries both ways until one side hangs up or nothing more may pass.
fn join(browser: TcpStream, site: TcpStream, passes: &Arc<AtomicI64>) {
    let copy = |line: &TcpStream| line.try_clone().expect("a second handle");
    let (mut from_site, mut to_browser) = (copy(&site), copy(&browser));
    thread::spawn(move || {
        let _ = std::io::copy(&mut from_site, &mut to_browser);
        let _ = to_browser.shutdown(Shutdown::Both);
    });
    let (mut from_browser, mut to_site, passes) = (browser, site, passes.clone());
    thread::spawn(move || {
        let mut bytes = [0; 16 * 1024];
        while let Ok(read @ 1..) = from_browser.read(&mut bytes) {
            let size = i64::try_from(read).expect("a small number");
            let open = passes.fetch_sub(size, Ordering::SeqCst) > size;
            if !open || to_site.write_all(&bytes[..read]).is_err() {
                break;
            }
        }
        for end in [&from_browser, &to_site] {
            let _ = end.shutdown(Shutdown::Both);
        }
    });
}

/// A PDF of three million bytes, no two parts of it alike.
fn long_file(story: &Story, name: &str) -> (PathBuf, Vec<u8>) {
    let mut content = b"%PDF-1.7\n".to_vec();
    content.extend((0..750_000_u32).flat_map(u32::to_le_bytes));
    let path = story.site.folder().join(name);
    std::fs::write(&path, &content).expect("the file is written");
    (path, content)
}

/// How much of unfinished uploads lies on the disk.
fn arrived(story: &Story) -> u64 {
    let ids = story.site.read(upload::ids).into_iter();
    let part = |id: evenhand::domain::UploadId| {
        let path = story
            .site
            .folder()
            .join("files/partial")
            .join(format!("{id}.sealed"));
        std::fs::metadata(path).map_or(0, |found| found.len())
    };
    ids.map(part).sum()
}

#[test]
fn an_upload_is_broken_and_goes_on_by_itself_and_after_a_reload() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let line = Line::to(&story.site.address);
    let browser = Browser::open_at(&line.address, &Kind::narrow());
    let papers = format!("{place}/sections/need/files/papers");
    browser.be(&rana);
    browser.visit(&papers);
    browser.fits();

    let (path, content) = long_file(&story, "first.pdf");
    let size = content.len() as u64;
    browser.choose_file("file", &path);
    line.cut_after(1_000_000);
    browser.click("main form button.button");
    browser.sees(".sending", "The line is broken.");
    assert!((1..size).contains(&arrived(&story)), "{}", arrived(&story));
    let before = arrived(&story);
    line.mend();
    browser.sees("#there", "first.pdf");
    let rest = i64::try_from(size - before).expect("a small number");
    assert!(
        line.passed() < rest + 100_000,
        "nothing is sent twice: {}",
        line.passed()
    );

    let (path, _) = long_file(&story, "second.pdf");
    browser.choose_file("file", &path);
    line.cut_after(1_000_000);
    browser.click("main form button.button");
    browser.sees(".sending", "The line is broken.");
    let before = arrived(&story);
    assert!((1..size).contains(&before), "{before}");
    // The page is left before the line is back: its script forgets everything.
    browser.script("location.replace('about:blank')");
    line.mend();
    browser.visit(&papers);
    browser.sees("main", "didn’t arrive whole.");
    browser.choose_file("file", &path);
    browser.click("main form button.button");
    browser.sees("#there", "second.pdf");
    let rest = i64::try_from(size - before).expect("a small number");
    assert!(
        line.passed() < rest + 100_000,
        "nothing is sent twice: {}",
        line.passed()
    );
    for file in rana.get(&papers).attributes("#there th a", "href") {
        assert!(rana.get(&file).body == content, "{file} came whole");
    }
}
