//! Which lines stay on this machine, and which leave it in clear.

use std::net::IpAddr;

use crate::store::DatabaseUrl;

/// The host of `host:port`.
pub fn host(listen: &str) -> &str {
    let host = listen.rsplit_once(':').map_or(listen, |(host, _)| host);
    host.trim_start_matches('[').trim_end_matches(']')
}

/// Whether a host is this machine and no other.
pub fn is_here(host: &str) -> bool {
    let address: Result<IpAddr, _> = host.parse();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// The host of a URL such as `smtp://user:password@host:587/path`.
fn host_of_url(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let place = rest.split(['/', '?']).next().unwrap_or_default();
    let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
    match place.starts_with('[') {
        true => host(place),
        false => place.split(':').next().unwrap_or_default(),
    }
}

/// Whether letters and their password may leave this machine in clear.
pub fn is_plain_mail(url: &str) -> bool {
    url.starts_with("smtp://") && !url.contains("tls=required") && !is_here(host_of_url(url))
}

/// Whether what a database is asked and answers may leave this machine in clear.
pub fn is_plain_database(url: &str) -> bool {
    DatabaseUrl::parse(url).is_ok_and(|place| {
        let elsewhere = place
            .hosts()
            .into_iter()
            .any(|host| !is_socket(host) && !is_here(host));
        elsewhere && !place.insists_on_tls()
    })
}

/// Whether what stands for a host is a folder with a socket, or the name of one.
fn is_socket(host: &str) -> bool {
    let begins = ["/", "%2f", "%2F", "@"];
    begins.iter().any(|begin| host.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_clear_are_told_from_those_on_this_machine() {
        for (url, plain) in [
            ("smtp://mail.example:587", true),
            ("smtp://u:p@mail.example:587?tls=required", false),
            ("smtp://127.0.0.1:25", false),
            ("smtp://[::1]:25", false),
            ("smtps://mail.example", false),
        ] {
            assert_eq!(is_plain_mail(url), plain, "{url}");
        }
        for (url, plain) in [
            ("postgres://u:p@db.example/grants", true),
            ("postgres://db.example/grants?sslmode=disable", true),
            ("postgres://db.example/grants?sslmode=prefer", true),
            (
                "postgres://db.example:5432/grants?sslmode=verify-full",
                false,
            ),
            ("postgres:///grants?host=far.example", true),
            ("postgres:///grants?host=far.example&sslmode=require", false),
            ("postgres://localhost,db.example/grants", true),
            ("postgres://u:p@localhost/grants", false),
            ("postgres://[::1]:5432/grants", false),
            ("postgres:///grants?host=/run/postgresql", false),
            ("postgres://%2Frun%2Fpostgresql/grants", false),
            ("sqlite:var/evenhand.sqlite", false),
            ("", false),
        ] {
            assert_eq!(is_plain_database(url), plain, "{url}");
        }
    }
}
