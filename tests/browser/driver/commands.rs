//! What the client has no words for.

use serde_json::{Value, json};
use ureq::Agent;

use super::Browser;

impl Browser {
    /// Shows pages as on a `screen` or in `print`, in `light` or `dark` colours, from now
    /// on. The standard has no command for it; Chromium's driver has.
    pub fn show_as(&self, medium: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let asked = json!({
            "cmd": "Emulation.setEmulatedMedia",
            "params": { "media": medium, "features": features },
        });
        self.command("goog/cdp/execute", &asked);
    }

    /// Puts a device beside it that keeps passkeys and unlocks itself, by the command of the
    /// standard (Web Authentication, level 3, 11.3).
    pub fn has_device(&self) {
        let device = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserConsenting": true,
            "isUserVerified": true,
        });
        self.command("webauthn/authenticator", &device);
    }

    /// A command that the client has no words for.
    fn command(&self, name: &str, asked: &Value) {
        let session = self.wait("session", self.client().session_id());
        let session = session.expect("a session");
        let place = format!("{}/session/{session}/{name}", self.driver);
        let agent = Agent::config_builder().proxy(None).build().new_agent();
        let answer = agent.post(&place).send(asked.to_string());
        answer.unwrap_or_else(|problem| panic!("{name}: {problem}"));
    }
}
