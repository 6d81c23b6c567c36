//! What kind of device somebody uses, as far as their browser says so. No more of it is
//! told than its maker and system: people look for one that is not theirs.

use super::Message;

/// What stands in the words of a browser, and its name. The first that is found counts:
/// each claims to be most of those behind it.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// The same of systems.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The kind of device in words; nothing where its browser says nothing that is known.
pub fn kind(agent: &str) -> Option<Message> {
    let find = |all: &[(&str, &'static str)]| {
        let found = all.iter().find(|(sign, _)| agent.contains(sign));
        found.map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => Some(
            Message::new("device-on")
                .with("browser", browser)
                .with("system", system),
        ),
        (Some(name), None) | (None, Some(name)) => {
            Some(Message::new("device-other").with("name", name))
        }
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_browsers_are_told() {
        let on = |browser, system| {
            Some(
                Message::new("device-on")
                    .with("browser", browser)
                    .with("system", system),
            )
        };
        for (agent, told) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
                on("Firefox", "Windows"),
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
                on("Edge", "Linux"),
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) \
                 SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
                on("Samsung Internet", "Android"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 \
                 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                on("Safari", "iPhone"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 \
                 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
                on("Chrome", "macOS"),
            ),
            ("curl/8.5.0", None),
            ("", None),
        ] {
            assert_eq!(kind(agent), told, "{agent}");
        }
        let android = Message::new("device-other").with("name", "Android");
        assert_eq!(kind("An app on Android"), Some(android));
    }
}
