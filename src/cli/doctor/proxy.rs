//! Whether the proxy in front is believed when it names a client. Where it is not, everybody
//! counts as one network, and who guesses passwords keeps everybody from signing in.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::around::Told;
use super::lines::{host, is_here};
use super::running;
use crate::config::Config;
use crate::web::Proxies;

/// What the settings alone tell.
pub(super) fn settings(config: &Config) -> [Told; 2] {
    let proxies = Proxies::parse(&config.trusted_proxies).unwrap_or_default();
    let is_set = !config.proxy_header.is_empty();
    let listen = host(&config.listen);
    let trusts_here = from_here(listen).iter().any(|own| proxies.trusts(*own));
    [
        (
            is_set && is_here(listen) && !trusts_here,
            "trusted_proxies leaves out this machine, which alone reaches the program: \
             proxy_header counts for nobody, and everybody is one network; add 127.0.0.0/8, ::1",
        ),
        (
            is_set && !is_here(listen) && proxies.are_here(),
            "trusted_proxies names this machine at most, but listen is open to the network: of a \
             proxy elsewhere proxy_header counts for nobody; name the network of the proxy, or \
             listen on 127.0.0.1",
        ),
    ]
}

/// Where requests to this address of the machine itself come from.
fn from_here(listen: &str) -> Vec<IpAddr> {
    match listen.parse() {
        Ok(address) => vec![address],
        Err(_) => vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
    }
}

/// What the program counted since its start, where it serves that.
pub(super) fn passed_over(config: &Config) -> Option<String> {
    if config.proxy_header.is_empty() || config.metrics_listen.is_empty() {
        return None;
    }
    told(&running::measured(&config.metrics_listen).ok()?)
}

fn told(measured: &str) -> Option<String> {
    let passed_over = counted(measured, "passed_over");
    (passed_over > 0).then(|| {
        let believed = counted(measured, "believed");
        format!(
            "since the program started, proxy_header came {passed_over} times from an address \
             that is not in trusted_proxies, and {believed} times from one that is: if the proxy \
             sent it, everybody is one network; name the network of the proxy there"
        )
    })
}

/// How many requests of this kind were counted.
fn counted(measured: &str, kind: &str) -> u64 {
    let name = format!("evenhand_proxy_headers_total{{kind=\"{kind}\"}} ");
    let mut values = measured.lines().filter_map(|line| line.strip_prefix(&name));
    values
        .find_map(|value| value.trim().parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How what is said begins.
    fn said(listen: &str, trusted: &str, header: &str) -> String {
        let config = Config {
            listen: listen.to_owned(),
            trusted_proxies: trusted.to_owned(),
            proxy_header: header.to_owned(),
            ..Config::default()
        };
        let told = settings(&config).into_iter().filter(|(is_so, _)| *is_so);
        let begin = told.map(|(_, words)| words.split([',', ':']).next().unwrap_or_default());
        begin.collect()
    }

    #[test]
    fn a_proxy_that_can_not_be_believed_is_told_by_the_settings() {
        let (here, all) = ("127.0.0.1:8080", "0.0.0.0:8080");
        let (own, network) = ("127.0.0.0/8, ::1", "10.1.0.0/16");
        let left_out = "trusted_proxies leaves out this machine";
        let elsewhere = "trusted_proxies names this machine at most";
        for (listen, trusted, begins) in [
            (here, own, ""),
            (here, network, left_out),
            ("localhost:8080", "::1", ""),
            ("localhost:8080", network, left_out),
            ("[::1]:8080", "127.0.0.0/8", left_out),
            (all, own, elsewhere),
            (all, "", elsewhere),
            (all, network, ""),
        ] {
            let told = said(listen, trusted, "x-forwarded-for");
            assert_eq!(told, begins, "{listen} {trusted}");
            assert_eq!(said(listen, trusted, ""), "");
        }
    }

    #[test]
    fn what_was_counted_is_read_out_of_what_is_measured() {
        let believed = "evenhand_proxy_headers_total{kind=\"believed\"} 7\n";
        let passed_over = "evenhand_proxy_headers_total{kind=\"passed_over\"} 12\n# EOF\n";
        assert_eq!(told(""), None);
        assert_eq!(told(believed), None);
        let told = told(&format!("{believed}{passed_over}")).unwrap();
        assert!(told.contains("came 12 times from"), "{told}");
        assert!(told.contains("and 7 times from one that is"), "{told}");
    }
}
