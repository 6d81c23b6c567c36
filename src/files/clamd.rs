//! Asking clamd whether a file is clean: the INSTREAM command over its socket.
//! Without a clear answer in time a file does not count as clean.

use std::io::{self, BufRead, BufReader, Read, Seek, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::PathBuf;
use std::time::Duration;

/// Bytes sent at once.
const CHUNK: usize = 64 * 1024;
/// How long a connection, and every step of the talk, may take.
const CONNECT: Duration = Duration::from_secs(5);
const STEP: Duration = Duration::from_secs(60);
/// Longest answer that is read.
const MOST_ANSWER: u64 = 4096;

/// A clamd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanner {
    Socket(PathBuf),
    /// `host:port`
    Network(String),
}

/// What clamd found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    Clean,
    /// With the name that clamd gives it.
    Infected(String),
}

trait Line: Read + Write {}
impl<T: Read + Write> Line for T {}

impl Scanner {
    /// Reads the setting: a path, `host:port`, or nothing.
    pub fn parse(setting: &str) -> Result<Option<Self>, String> {
        let network = |port: &str| port.parse::<u16>().is_ok();
        match setting.trim() {
            "" => Ok(None),
            path if path.starts_with('/') => Ok(Some(Self::Socket(PathBuf::from(path)))),
            address
                if address
                    .rsplit_once(':')
                    .is_some_and(|(_, port)| network(port)) =>
            {
                Ok(Some(Self::Network(address.to_owned())))
            }
            other => Err(format!(
                "configuration: clamd {other:?} is neither a path nor host:port"
            )),
        }
    }

    /// Has a file scanned from its beginning.
    pub(super) fn scan(&self, mut file: impl Read + Seek) -> io::Result<Verdict> {
        file.rewind()?;
        let mut line = self.connect()?;
        line.write_all(b"zINSTREAM\0")?;
        let mut chunk = vec![0; CHUNK];
        loop {
            let read = file.read(&mut chunk)?;
            let length = u32::try_from(read).map_err(io::Error::other)?;
            line.write_all(&length.to_be_bytes())?;
            line.write_all(&chunk[..read])?;
            if read == 0 {
                break;
            }
        }
        line.flush()?;
        let mut answer = Vec::new();
        BufReader::new(line.take(MOST_ANSWER)).read_until(0, &mut answer)?;
        verdict(&String::from_utf8_lossy(&answer))
    }

    fn connect(&self) -> io::Result<Box<dyn Line>> {
        match self {
            Self::Network(address) => {
                let place = address.to_socket_addrs()?.next();
                let place = place.ok_or(io::ErrorKind::AddrNotAvailable)?;
                let line = TcpStream::connect_timeout(&place, CONNECT)?;
                line.set_read_timeout(Some(STEP))?;
                line.set_write_timeout(Some(STEP))?;
                Ok(Box::new(line))
            }
            #[cfg(unix)]
            Self::Socket(path) => {
                let line = std::os::unix::net::UnixStream::connect(path)?;
                line.set_read_timeout(Some(STEP))?;
                line.set_write_timeout(Some(STEP))?;
                Ok(Box::new(line))
            }
            #[cfg(not(unix))]
            Self::Socket(_) => Err(io::ErrorKind::Unsupported.into()),
        }
    }
}

/// `stream: OK`, `stream: NAME FOUND`, anything else is no verdict.
fn verdict(answer: &str) -> io::Result<Verdict> {
    let answer = answer.trim_end_matches('\0').trim();
    let said = answer.strip_prefix("stream: ").unwrap_or(answer);
    match said.strip_suffix(" FOUND") {
        Some(name) => Ok(Verdict::Infected(name.to_owned())),
        None if said == "OK" => Ok(Verdict::Clean),
        None => Err(io::Error::other(format!("clamd answered {answer:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::trial::clamd;
    use std::io::Cursor;

    #[test]
    fn a_setting_is_a_path_or_an_address() {
        let socket = Scanner::Socket("/run/clamd.sock".into());
        assert_eq!(Scanner::parse("/run/clamd.sock"), Ok(Some(socket)));
        let network = Scanner::Network("127.0.0.1:3310".to_owned());
        assert_eq!(Scanner::parse(" 127.0.0.1:3310 "), Ok(Some(network)));
        assert_eq!(Scanner::parse(""), Ok(None));
        for wrong in ["clamd", "localhost:", "localhost:99999", "./socket"] {
            assert!(Scanner::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_whole_file_is_sent_and_the_answer_read() {
        let scanner = clamd(2);
        let long = vec![7_u8; CHUNK * 2 + 5];
        let scan = |bytes: &[u8]| scanner.scan(Cursor::new(bytes)).unwrap();
        assert_eq!(scan(&long), Verdict::Clean);
        let eicar = [long.as_slice(), b"EICAR"].concat();
        assert_eq!(scan(&eicar), Verdict::Infected("Eicar-Test".to_owned()));
        // The fake is gone by now: no answer is no verdict.
        assert!(scanner.scan(Cursor::new(b"x")).is_err());
    }

    #[test]
    fn an_unclear_answer_is_no_verdict() {
        for answer in [
            "",
            "stream: ",
            "INSTREAM size limit exceeded. ERROR",
            "OK not",
        ] {
            assert!(verdict(answer).is_err(), "{answer}");
        }
    }
}
