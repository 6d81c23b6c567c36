//! Whether the program answers, with the settings that it should have, what it measured, and
//! what people meet in front of it: that the proxy takes TLS, and leads to it whoever comes
//! without.

use std::io::{Error, Read, Result, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// Longest wait for a connection, and for an answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Most bytes of an answer that are looked at where only its head counts.
const MOST: u64 = 8192;
/// Most bytes of what is measured, of which there is a part for each route.
const MOST_MEASURED: u64 = 16 << 20;

/// Whether the program answers where it should listen, and knows that people come by TLS.
pub fn answers(listen: &str, https: bool) -> Option<String> {
    match head(listen, "/readyz", "doctor") {
        Ok(head) if !first_line(&head).contains(" 200 ") => Some(format!(
            "the program answers at {listen}, but is not ready ({}): see its log",
            first_line(&head)
        )),
        Ok(head) if https != has(&head, "strict-transport-security") => Some(format!(
            "the program at {listen} was started with another public_url: start it again"
        )),
        Ok(_) => None,
        Err(problem) => Some(format!(
            "nothing answers at {listen} ({problem}): start the program, or name its address \
             with --listen"
        )),
    }
}

/// Whether something listens for TLS at the address that people type, and whoever comes
/// without it is led there or meets nothing. Certificates are their browsers' to check.
pub fn people_come(public_url: &str) -> Vec<String> {
    let Some((name, port)) = tls_place(public_url) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if let Err(problem) = connect(&format!("{name}:{port}")) {
        found.push(format!(
            "nothing listens at {name}:{port} ({problem}): start the proxy, or set public_url \
             to where it is"
        ));
    }
    let clear = head(&format!("{name}:80"), "/", name);
    if clear.is_ok_and(|head| !leads_to_tls(&head)) {
        found.push(format!(
            "http://{name} answers without leading to https: somebody may type a password \
             there; let the proxy answer with a redirect alone"
        ));
    }
    found
}

/// What the program measured since its start, in the text that it serves at this address.
pub fn measured(listen: &str) -> Result<String> {
    let answer = answer(listen, "/metrics", "doctor", MOST_MEASURED)?;
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body);
    Ok(body.unwrap_or_default().to_owned())
}

/// Host and port of an `https://` address.
fn tls_place(public_url: &str) -> Option<(&str, u16)> {
    let place = public_url.strip_prefix("https://")?.split('/').next()?;
    match place.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => Some((name, port.parse().ok()?)),
        _ => Some((place, 443)),
    }
}

fn first_line(head: &str) -> &str {
    head.lines().next().unwrap_or_default()
}

/// Whether an answer has a header; `name` in small letters.
fn has(head: &str, name: &str) -> bool {
    let mut headers = head.lines().filter_map(|line| line.split_once(':'));
    headers.any(|(own, _)| own.eq_ignore_ascii_case(name))
}

/// Whether an answer sends to TLS.
fn leads_to_tls(head: &str) -> bool {
    let moved = [" 301 ", " 302 ", " 303 ", " 307 ", " 308 "];
    let mut headers = head.lines().filter_map(|line| line.split_once(':'));
    let to = headers.find(|(name, _)| name.eq_ignore_ascii_case("location"));
    let to_tls = to.is_some_and(|(_, place)| place.trim_start().starts_with("https://"));
    to_tls && moved.iter().any(|status| first_line(head).contains(status))
}

fn connect(place: &str) -> Result<TcpStream> {
    let unknown = || Error::other("no such address");
    let place = place.to_socket_addrs()?.next().ok_or_else(unknown)?;
    TcpStream::connect_timeout(&place, PATIENCE)
}

/// What is answered to a request, as far as its head goes.
fn head(place: &str, path: &str, host: &str) -> Result<String> {
    let answer = answer(place, path, host, MOST)?;
    let head = answer.split("\r\n\r\n").next();
    Ok(head.unwrap_or_default().to_owned())
}

/// What is answered to a request, head and body, up to so many bytes.
fn answer(place: &str, path: &str, host: &str, most: u64) -> Result<String> {
    let mut line = connect(place)?;
    line.set_read_timeout(Some(PATIENCE))?;
    line.set_write_timeout(Some(PATIENCE))?;
    let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    line.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    line.take(most).read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::net::TcpListener;

    use super::*;

    /// Answers one request; where it does so.
    fn answering(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let place = listener.local_addr().unwrap().to_string();
        std::thread::spawn(move || {
            let (mut line, _) = listener.accept().unwrap();
            let request = BufReader::new(line.try_clone().unwrap()).lines();
            let asked = request.map_while(Result::ok);
            asked.take_while(|one| !one.is_empty()).for_each(drop);
            line.write_all(answer.as_bytes()).unwrap();
        });
        place
    }

    #[test]
    fn a_program_that_knows_nothing_of_tls_is_told() {
        let plain = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nready";
        let bound = "HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=1\r\n\r\nready";
        assert_eq!(answers(&answering(plain), false), None);
        assert_eq!(answers(&answering(bound), true), None);
        for (answer, https) in [(plain, true), (bound, false)] {
            let told = answers(&answering(answer), https).unwrap();
            assert!(told.contains("start it again"), "{told}");
        }
        let away = answering("HTTP/1.1 503 Service Unavailable\r\n\r\nstrict-transport-security:");
        let told = answers(&away, false).unwrap();
        assert!(told.contains("not ready (HTTP/1.1 503 "), "{told}");
    }

    #[test]
    fn what_leads_to_tls_is_told_from_what_does_not() {
        let moved = "HTTP/1.1 308 Permanent Redirect\r\nLocation: https://grants.example/";
        assert!(leads_to_tls(moved));
        for other in [
            "HTTP/1.1 200 OK\r\nLocation: https://grants.example/",
            "HTTP/1.1 302 Found\r\nlocation: http://grants.example/home",
            "HTTP/1.1 302 Found",
            "",
        ] {
            assert!(!leads_to_tls(other), "{other}");
        }
    }

    #[test]
    fn a_place_of_tls_is_read_out_of_an_address() {
        let of = |address| tls_place(address);
        assert_eq!(of("https://grants.example"), Some(("grants.example", 443)));
        assert_eq!(
            of("https://grants.example:8443/x"),
            Some(("grants.example", 8443))
        );
        assert_eq!(of("https://[2001:db8::1]/"), Some(("[2001:db8::1]", 443)));
        assert_eq!(of("http://grants.example"), None);
        assert_eq!(people_come(""), [""; 0]);
    }
}
