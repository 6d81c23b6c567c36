//! Which address a request comes from. What a header says of it counts as far as it was
//! written by a proxy that the operator trusts; anybody can send the rest.

use std::net::{IpAddr, SocketAddr};

/// Networks of proxies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<Network>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    base: IpAddr,
    /// Leading bits that an address has in common with it.
    length: u32,
}

impl Network {
    /// `10.0.0.0/8`, or one address.
    fn parse(text: &str) -> Option<Self> {
        let (base, length) = match text.split_once('/') {
            Some((base, length)) => (base, Some(length.parse::<u32>().ok()?)),
            None => (text, None),
        };
        let base: IpAddr = base.parse().ok()?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let length = length.unwrap_or(most);
        (length <= most).then_some(Self { base, length })
    }

    /// Whether no other machine is in it.
    fn is_here(self) -> bool {
        let least = if self.base.is_ipv4() { 8 } else { 128 };
        self.base.is_loopback() && self.length >= least
    }

    fn has(self, address: IpAddr) -> bool {
        let common = match (self.base, address) {
            (IpAddr::V4(one), IpAddr::V4(other)) => {
                (one.to_bits() ^ other.to_bits()).leading_zeros()
            }
            (IpAddr::V6(one), IpAddr::V6(other)) => {
                (one.to_bits() ^ other.to_bits()).leading_zeros()
            }
            _ => return false,
        };
        common >= self.length
    }
}

impl Proxies {
    /// Reads addresses and networks with commas between; the error is a sentence for
    /// the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = text.split(',').map(str::trim).filter(|one| !one.is_empty());
        let network = |word: &str| {
            Network::parse(word).ok_or_else(|| {
                format!("trusted_proxies: {word:?} is no network such as 10.1.0.0/16")
            })
        };
        words.map(network).collect::<Result<_, _>>().map(Self)
    }

    /// Whether an address is one of theirs.
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.has(address))
    }

    /// Whether no other machine is one of theirs.
    pub fn are_here(&self) -> bool {
        self.0.iter().all(|network| network.is_here())
    }

    /// Who asked: the nearest that no trusted proxy is. `told` are the values of the
    /// header in the order in which they came; each proxy adds whom it was asked by
    /// behind the others.
    pub fn client<'a>(
        &self,
        peer: IpAddr,
        told: impl DoubleEndedIterator<Item = &'a str>,
    ) -> IpAddr {
        let mut nearest = peer.to_canonical();
        for word in told.flat_map(|value| value.split(',')).rev() {
            match address(word.trim()).filter(|_| self.trusts(nearest)) {
                Some(further) => nearest = further,
                None => break,
            }
        }
        nearest
    }
}

/// An address as proxies write it: with a port or without.
fn address(word: &str) -> Option<IpAddr> {
    let bare = word.trim_start_matches('[').trim_end_matches(']');
    let parsed = bare.parse::<IpAddr>().ok();
    let parsed = parsed.or_else(|| word.parse::<SocketAddr>().ok().map(|one| one.ip()));
    parsed.map(|one| one.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &str, peer: &str, told: &[&str]) -> String {
        let proxies = Proxies::parse(trusted).unwrap();
        let peer = peer.parse().unwrap();
        proxies.client(peer, told.iter().copied()).to_string()
    }

    #[test]
    fn nobody_but_a_trusted_proxy_is_believed() {
        let forged = ["6.6.6.6"];
        assert_eq!(client("127.0.0.0/8", "203.0.113.9", &forged), "203.0.113.9");
        assert_eq!(client("", "127.0.0.1", &forged), "127.0.0.1");
        assert_eq!(
            client("127.0.0.0/8", "127.0.0.1", &["203.0.113.9"]),
            "203.0.113.9"
        );
    }

    #[test]
    fn what_stands_before_the_first_stranger_was_written_by_them() {
        let told = ["6.6.6.6, 203.0.113.9", "10.1.2.3"];
        assert_eq!(client("10.1.0.0/16,::1", "::1", &told), "203.0.113.9");
        // The last of these is no proxy of ours.
        assert_eq!(client("::1", "::1", &told), "10.1.2.3");
        let inside = ["10.1.2.3", "10.1.2.4"];
        assert_eq!(client("10.1.0.0/16", "10.1.9.9", &inside), "10.1.2.3");
    }

    #[test]
    fn addresses_are_read_as_proxies_write_them() {
        for (told, read) in [
            ("203.0.113.9:4711", "203.0.113.9"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("unknown", "127.0.0.1"),
            ("", "127.0.0.1"),
        ] {
            assert_eq!(client("127.0.0.1", "127.0.0.1", &[told]), read, "{told}");
        }
        let mapped = client("10.0.0.0/8", "::ffff:10.0.0.7", &["203.0.113.9"]);
        assert_eq!(mapped, "203.0.113.9");
    }

    #[test]
    fn proxies_of_this_machine_are_told_from_others() {
        let here = |networks: &str| Proxies::parse(networks).unwrap().are_here();
        assert!(here("127.0.0.0/8, ::1") && here("127.0.0.1") && here(""));
        assert!(!here("127.0.0.0/8, 10.1.0.0/16") && !here("127.0.0.0/7") && !here("::1/64"));
    }

    #[test]
    fn a_network_has_what_begins_like_it() {
        let has = |network: &str, address: &str| {
            Network::parse(network)
                .unwrap()
                .has(address.parse().unwrap())
        };
        assert!(has("10.1.2.3/16", "10.1.255.255") && !has("10.1.2.3/16", "10.2.0.0"));
        assert!(has("0.0.0.0/0", "255.255.255.255") && !has("0.0.0.0/0", "::1"));
        assert!(has("fd00::/8", "fdff::1") && !has("fd00::/8", "fe00::1"));
        assert!(has("10.1.2.3", "10.1.2.3") && !has("10.1.2.3", "10.1.2.2"));
        for wrong in [
            "10.1.2",
            "10.1.2.3/33",
            "::1/129",
            "10.1.2.3/",
            "proxy",
            "/8",
            "::1/-1",
        ] {
            assert_eq!(Network::parse(wrong), None, "{wrong}");
        }
        assert!(
            Proxies::parse("10.0.0.0/8, proxy")
                .unwrap_err()
                .contains("\"proxy\"")
        );
    }
}
