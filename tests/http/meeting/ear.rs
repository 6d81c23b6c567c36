//! Somebody who listens to a meeting over a connection of their own.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::support::{Person, TestSite};

/// An open stream of events.
pub struct Ear {
    stream: BufReader<TcpStream>,
    /// Status line and headers.
    pub head: String,
}

impl Ear {
    /// Listens at a site as somebody who is signed in.
    pub fn open(site: &TestSite, person: &Person, place: &str) -> Self {
        let host = site.address.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).expect("the site answers");
        stream
            .set_read_timeout(Some(Duration::from_secs(12)))
            .expect("a time limit");
        let token = person.cookie("evenhand").expect("signed in");
        let asked = format!(
            "GET {place} HTTP/1.1\r\nhost: {host}\r\ncookie: evenhand={token}\r\naccept-encoding: gzip, br\r\n\r\n"
        );
        stream.write_all(asked.as_bytes()).expect("it is sent");
        let mut stream = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            let read = stream.read_line(&mut head).expect("a head");
            assert!(read > 0, "cut off: {head}");
        }
        Self { stream, head }
    }

    /// The mark of the next event; `None` when the stream ends.
    pub fn event(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            let read = self.stream.read_line(&mut line).expect("an event in time");
            if read == 0 || line == "0\r\n" {
                return None;
            }
            if let Some(mark) = line.strip_prefix("data: ") {
                return Some(mark.trim().to_owned());
            }
        }
    }
}
