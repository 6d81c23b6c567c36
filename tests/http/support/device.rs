//! A device that keeps a passkey, in software: ES256 without attestation, as password
//! managers do, which says that it verified its user.

use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Flags of what a device says: somebody was there, and was verified.
const VERIFIED: u8 = 0b0000_0101;
/// With a new key.
const WITH_KEY: u8 = 0b0100_0000;

/// The device, which is copied with everything in it.
#[derive(Clone)]
pub struct Device {
    key: SigningKey,
    id: Vec<u8>,
    /// The site that it takes itself to be at, as browsers tell.
    origin: String,
    /// How many signatures it made; none is counted where this is nothing.
    counter: Option<u32>,
}

impl Device {
    /// A device at a site; another number is another device.
    pub fn new(number: u8, origin: &str) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).expect("a key"),
            id: vec![number; 24],
            origin: origin.to_owned(),
            counter: Some(0),
        }
    }

    /// The same device in a browser that is at another site.
    pub fn at(&self, origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            ..self.clone()
        }
    }

    /// One that counts no signatures, as those do that are kept in several places.
    #[must_use]
    pub fn without_counter(self) -> Self {
        Self {
            counter: None,
            ..self
        }
    }

    /// The answer to a question that asks for a new passkey.
    pub fn makes(&self, options: &Value) -> String {
        let site = options["rp"]["id"].as_str().expect("a site");
        let mut said = self.says(site, VERIFIED | WITH_KEY);
        // No model, then the number and the key.
        said.extend([0_u8; 16]);
        said.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        said.extend(&self.id);
        said.extend(self.public_key());
        let length = u8::try_from(said.len()).expect("short");
        let mut object = vec![0xa3];
        object.extend(b"\x63fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(length);
        object.extend(said);
        let response = json!({
            "attestationObject": BASE64URL_NOPAD.encode(&object),
            "clientDataJSON": BASE64URL_NOPAD.encode(&self.client_data("webauthn.create", options)),
        });
        self.answer(&response)
    }

    /// The answer to a question that asks for a proof.
    pub fn proves(&mut self, options: &Value) -> String {
        let site = options["rpId"].as_str().expect("a site");
        self.counter = self.counter.map(|counter| counter + 1);
        let said = self.says(site, VERIFIED);
        let client = self.client_data("webauthn.get", options);
        let signed = [said.as_slice(), &Sha256::digest(&client)].concat();
        let signature: DerSignature = self.key.sign(&signed);
        let response = json!({
            "authenticatorData": BASE64URL_NOPAD.encode(&said),
            "clientDataJSON": BASE64URL_NOPAD.encode(&client),
            "signature": BASE64URL_NOPAD.encode(signature.as_bytes()),
            "userHandle": null,
        });
        self.answer(&response)
    }

    fn says(&self, site: &str, flags: u8) -> Vec<u8> {
        let mut said = Sha256::digest(site).to_vec();
        said.push(flags);
        said.extend(self.counter.unwrap_or(0).to_be_bytes());
        said
    }

    /// COSE: a map of kind (2), algorithm (-7), curve (1) and both coordinates.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        let mut key = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".to_vec();
        key.extend(x);
        key.extend(b"\x22\x58\x20");
        key.extend(y);
        key
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let data = json!({
            "type": kind,
            "challenge": options["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        data.to_string().into_bytes()
    }

    fn answer(&self, response: &Value) -> String {
        let id = BASE64URL_NOPAD.encode(&self.id);
        let answer = json!({ "id": id, "rawId": id, "type": "public-key", "response": response });
        answer.to_string()
    }
}
