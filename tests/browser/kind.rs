//! What kind of browser a story is read in.

use serde_json::{Map, Value, json};

/// Size of a window on a desk and of a small telephone.
const WIDE: (u32, u32) = (1280, 900);
const NARROW: (u32, u32) = (360, 740);

/// What kind of browser.
pub struct Kind {
    size: (u32, u32),
    script: bool,
}

impl Kind {
    /// A window on a desk.
    pub fn wide() -> Self {
        Self {
            size: WIDE,
            script: true,
        }
    }

    /// A small telephone.
    pub fn narrow() -> Self {
        Self {
            size: NARROW,
            ..Self::wide()
        }
    }

    /// The same without JavaScript.
    #[must_use]
    pub fn without_script(self) -> Self {
        Self {
            script: false,
            ..self
        }
    }

    pub fn capabilities(&self) -> Map<String, Value> {
        let (width, height) = self.size;
        let mut switches: Vec<Value> = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-quic",
            "--no-proxy-server",
            // Nothing but the site itself can be reached: pages ask no other site.
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
        ]
        .into_iter()
        .map(Value::from)
        .collect();
        switches.push(format!("--window-size={width},{height}").into());
        let mut options = json!({ "args": switches, "prefs": {
            "credentials_enable_service": false,
            "profile.password_manager_enabled": false,
        }});
        if !self.script {
            options["prefs"]["profile.managed_default_content_settings.javascript"] = json!(2);
        }
        if self.size == NARROW {
            // A window can't be made this narrow; an emulated telephone can.
            let metrics = json!({ "width": width, "height": height, "pixelRatio": 1, "touch": false, "mobile": false });
            options["mobileEmulation"] = json!({ "deviceMetrics": metrics });
        }
        let Value::Object(map) = json!({
            "goog:chromeOptions": options,
            // A command that hangs would hold up closing the browser.
            "timeouts": { "script": 5_000, "pageLoad": 10_000, "implicit": 0 },
        }) else {
            unreachable!()
        };
        map
    }
}
