//! A small provider of OpenID Connect on this machine, whose people say what a story
//! lets them say. It checks what sites have to send, and signs what it is told.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use data_encoding::{BASE64, BASE64URL_NOPAD};
use evenhand::config::Config;
use evenhand::domain::Moment;
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::page::Page;
use super::server::PUBLIC;

/// Its keys, of which it signs with one at a time, and their names.
const KEYS: [(&str, &str); 2] = [
    ("first", include_str!("../../data/provider-key.pem")),
    ("next", include_str!("../../data/provider-key-next.pem")),
];
const CLIENT: &str = "evenhand";
const SECRET: &str = "secret-of-the-story";

/// What a site asked when it sent somebody.
pub type Asked = BTreeMap<String, String>;

/// A provider that answers until it is dropped.
pub struct Provider {
    /// Its address.
    pub issuer: String,
    desk: Arc<Desk>,
    thread: Option<JoinHandle<()>>,
}

struct Desk {
    issuer: String,
    keys: [CoreRsaPrivateSigningKey; 2],
    /// It signs with the second key, and names that one alone.
    is_renewed: AtomicBool,
    /// What it gives for a code, and the challenge that came with the person.
    codes: Mutex<BTreeMap<String, (String, String)>>,
    /// What it says of people apart from their tokens, by what opens it.
    people: Mutex<BTreeMap<String, Value>>,
    /// It tells where people sign out.
    has_way_out: AtomicBool,
    closed: AtomicBool,
}

impl Provider {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("the port is known");
        let issuer = format!("http://{address}");
        let keys = KEYS.map(|(name, pem)| {
            let id = JsonWebKeyId::new(name.to_owned());
            CoreRsaPrivateSigningKey::from_pem(pem, Some(id)).expect("a key")
        });
        let desk = Arc::new(Desk {
            issuer: issuer.clone(),
            keys,
            is_renewed: AtomicBool::new(false),
            codes: Mutex::default(),
            people: Mutex::default(),
            has_way_out: AtomicBool::new(true),
            closed: AtomicBool::new(false),
        });
        let own = desk.clone();
        let thread = std::thread::spawn(move || own.serve(&listener));
        Self {
            issuer,
            desk,
            thread: Some(thread),
        }
    }

    /// Lets a site send its people here.
    pub fn set_up(&self, config: &mut Config) {
        config.openid_issuer.clone_from(&self.issuer);
        CLIENT.clone_into(&mut config.openid_client_id);
        let secret = config.data.join("provider-secret");
        std::fs::write(&secret, format!("{SECRET}\n")).expect("the secret is written");
        config.openid_client_secret_file = secret.display().to_string();
        "Olive ID".clone_into(&mut config.openid_label);
    }

    /// What the site asks that sends somebody here.
    pub fn asked(&self, sent: &Page) -> Asked {
        let page = format!("{}/authorize?", self.issuer);
        let asked = sent.location().strip_prefix(&page);
        let asked = asked.unwrap_or_else(|| panic!("sent to {:?}", sent.location()));
        let asked = pairs(asked);
        let said = |name: &str| asked.get(name).map(String::as_str);
        assert_eq!(said("response_type"), Some("code"));
        assert_eq!(said("client_id"), Some(CLIENT));
        assert_eq!(said("scope"), Some("openid email"));
        assert_eq!(said("code_challenge_method"), Some("S256"));
        let back = format!("{PUBLIC}/sign-in/openid/return");
        assert_eq!(said("redirect_uri"), Some(back.as_str()));
        asked
    }

    /// Tells from now on of no place where people sign out.
    pub fn forgets_the_way_out(&self) {
        self.desk.has_way_out.store(false, Ordering::SeqCst);
    }

    /// Where somebody is led back to, whom a site sent to this place to sign out.
    pub fn signs_out(&self, place: &str) -> String {
        let page = format!("{}/out?", self.issuer);
        let asked = pairs(place.strip_prefix(&page).expect("its own place"));
        let names: Vec<&str> = asked.keys().map(String::as_str).collect();
        assert_eq!(names, ["client_id", "post_logout_redirect_uri", "state"]);
        assert_eq!(asked["client_id"], CLIENT);
        let back = asked["post_logout_redirect_uri"].strip_prefix(PUBLIC);
        let back = back.expect("a place of the site");
        format!("{back}?state={}", asked["state"])
    }

    /// What it says of somebody with an address, unless a story makes it say something else.
    pub fn says(&self, asked: &Asked, email: &str, now: Moment) -> Value {
        let seconds = now.micros() / 1_000_000;
        json!({
            "iss": self.issuer,
            "sub": format!("person-{email}"),
            "aud": CLIENT,
            "iat": seconds,
            "exp": seconds + 300,
            "auth_time": seconds,
            "nonce": asked["nonce"],
            "email": email,
            "email_verified": true,
        })
    }

    /// Where somebody is led back to, of whom it says this.
    pub fn back(&self, asked: &Asked, says: &Value) -> String {
        self.back_with(asked, self.token("JWT", says))
    }

    /// What it says under its signature, as a token of this kind.
    pub fn token(&self, kind: &str, says: &Value) -> String {
        let (name, _) = KEYS[self.desk.at()];
        let head = json!({ "alg": "RS256", "kid": name, "typ": kind });
        self.token_under(&head, says)
    }

    /// The same under a head that says what a story lets it say.
    pub fn token_under(&self, head: &Value, says: &Value) -> String {
        self.desk.signed(head, says)
    }

    /// The same with a token that does not name the key that signed it.
    pub fn back_by_no_name(&self, asked: &Asked, says: &Value) -> String {
        let token = self.desk.signed(&json!({ "alg": "RS256" }), says);
        self.back_with(asked, token)
    }

    /// Signs with the other key from now on, and names the former no more.
    pub fn changes_its_key(&self) {
        self.desk.is_renewed.fetch_xor(true, Ordering::SeqCst);
    }

    /// The same with a token that nobody signed.
    pub fn back_unsigned(&self, asked: &Asked, says: &Value) -> String {
        let said = unsigned(&json!({ "alg": "none" }), says);
        self.back_with(asked, format!("{said}."))
    }

    /// The same with a token that names no address; that is told apart, of `person`.
    pub fn back_apart(&self, asked: &Asked, says: &Value, person: &str) -> String {
        let mut token = says.clone();
        for name in ["email", "email_verified"] {
            token[name] = Value::Null;
        }
        let place = self.back(asked, &token);
        let code = pairs(place.split_once('?').expect("a query").1)["code"].clone();
        let told = json!({
            "sub": person,
            "email": says["email"],
            "email_verified": says["email_verified"],
        });
        let mut people = self.desk.people.lock().expect("nobody panicked");
        people.insert(code, told);
        place
    }

    fn back_with(&self, asked: &Asked, token: String) -> String {
        let mut codes = self.desk.codes.lock().expect("nobody panicked");
        let code = format!("code-{}", codes.len());
        let held = (token, asked["code_challenge"].clone());
        codes.insert(code.clone(), held);
        format!(
            "/sign-in/openid/return?code={code}&state={}",
            asked["state"]
        )
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.desk.closed.store(true, Ordering::SeqCst);
        // Whoever waits for the next call gets one.
        let address = self.issuer.trim_start_matches("http://");
        drop(TcpStream::connect(address));
        drop(self.thread.take().map(JoinHandle::join));
    }
}

impl Desk {
    /// Which key it signs with.
    fn at(&self) -> usize {
        usize::from(self.is_renewed.load(Ordering::SeqCst))
    }

    fn key(&self) -> &CoreRsaPrivateSigningKey {
        &self.keys[self.at()]
    }

    fn serve(&self, listener: &TcpListener) {
        for stream in listener.incoming() {
            if self.closed.load(Ordering::SeqCst) {
                return;
            }
            let Ok(mut stream) = stream else { continue };
            if let Some(request) = read(&mut stream) {
                let (status, body) = self.answer(&request);
                let length = body.len();
                let answer = format!(
                    "HTTP/1.1 {status}\r\ncontent-type: application/json\r\n\
                     content-length: {length}\r\nconnection: close\r\n\r\n{body}"
                );
                // Whoever went away needs no answer.
                let _ = stream.write_all(answer.as_bytes());
            }
        }
    }

    fn answer(&self, request: &str) -> (&'static str, String) {
        let mut words = request.split_whitespace();
        let body = match (words.next(), words.next()) {
            (Some("GET"), Some("/.well-known/openid-configuration")) => json!({
                "end_session_endpoint": self.has_way_out.load(Ordering::SeqCst)
                    .then(|| format!("{}/out", self.issuer)),
                "issuer": self.issuer,
                "authorization_endpoint": format!("{}/authorize", self.issuer),
                "token_endpoint": format!("{}/token", self.issuer),
                "userinfo_endpoint": format!("{}/person", self.issuer),
                "jwks_uri": format!("{}/keys", self.issuer),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            }),
            (Some("GET"), Some("/keys")) => json!({ "keys": [self.key().as_verification_key()] }),
            (Some("GET"), Some("/person")) => match self.person(request) {
                Some(told) => told,
                None => return ("401 Unauthorized", "{}".to_owned()),
            },
            (Some("POST"), Some("/token")) => match self.token(request) {
                Some((code, token)) => json!({
                    "access_token": code,
                    "token_type": "Bearer",
                    "id_token": token,
                }),
                None => {
                    let refused = json!({ "error": "invalid_grant" });
                    return ("400 Bad Request", refused.to_string());
                }
            },
            _ => return ("404 Not Found", "{}".to_owned()),
        };
        ("200 OK", body.to_string())
    }

    fn person(&self, request: &str) -> Option<Value> {
        let (_, opens) = request.split_once("Bearer ")?;
        let people = self.people.lock().expect("nobody panicked");
        people.get(opens.lines().next()?.trim()).cloned()
    }

    /// What a code is worth, once, to who sent the person with the challenge.
    fn token(&self, request: &str) -> Option<(String, String)> {
        let (head, body) = request.split_once("\r\n\r\n")?;
        let brought = pairs(body);
        let mut codes = self.codes.lock().expect("nobody panicked");
        // Spent, it stays in the count of codes.
        let held = codes.get_mut(brought.get("code")?)?;
        let (token, challenge) = std::mem::take(held);
        let verifier = brought.get("code_verifier")?;
        let digest = Sha256::digest(verifier.as_bytes());
        let proved = BASE64URL_NOPAD.encode(&digest) == challenge;
        let secret = BASE64.encode(format!("{CLIENT}:{SECRET}").as_bytes());
        let known = head.contains(&format!("Basic {secret}"));
        if !proved || !known {
            return None;
        }
        Some((brought.get("code")?.clone(), token))
    }

    fn signed(&self, header: &Value, says: &Value) -> String {
        let said = unsigned(header, says);
        let algorithm = CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256;
        let signature = self.key().sign(&algorithm, said.as_bytes());
        let signature = signature.expect("a signature");
        format!("{said}.{}", BASE64URL_NOPAD.encode(&signature))
    }
}

fn unsigned(header: &Value, says: &Value) -> String {
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    format!("{}.{}", part(header), part(says))
}

fn pairs(text: &str) -> Asked {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(text).expect("pairs");
    pairs.into_iter().collect()
}

/// A request whole; nothing from who says none.
fn read(stream: &mut TcpStream) -> Option<String> {
    let (mut text, mut part) = (String::new(), [0_u8; 4096]);
    loop {
        let length = stream.read(&mut part).ok().filter(|length| *length > 0)?;
        text.push_str(&String::from_utf8_lossy(&part[..length]));
        if text
            .split_once("\r\n\r\n")
            .is_some_and(|(head, body)| body.len() >= announced(head))
        {
            return Some(text);
        }
    }
}

fn announced(head: &str) -> usize {
    let headers = head.lines().filter_map(|line| line.split_once(':'));
    let mut lengths = headers.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length = lengths
        .next()
        .and_then(|(_, value)| value.trim().parse().ok());
    length.unwrap_or(0)
}
