//! What devices answer that keep passkeys: every byte of it is theirs to choose.

use std::rc::Rc;

use data_encoding::BASE64URL_NOPAD;
use evenhand::actions::Refusal;
use evenhand::actions::passkey::{Place, add, ask_for_new, take};
use evenhand::domain::AccountId;
use evenhand::domain::account::Email;
use evenhand::domain::passkey::Purpose;
use evenhand::store::{Tx, account};
use serde_json::Value;

use super::{Reader, bytes, text};
use crate::support::{Device, TestSite};

const ORIGIN: &str = "http://localhost:8080";

/// Somebody whose device was asked to make a passkey.
struct Asked {
    site: TestSite,
    place: Place,
    owner: AccountId,
    state: String,
}

impl Asked {
    /// With the right answer.
    fn new() -> (Self, String) {
        let site = TestSite::start();
        let ada = site.first_admin("Ada Levi");
        let email = Email::parse(&ada.email).expect("an address");
        let owner = site.read(|reader| account::by_email(reader, &email));
        let owner = owner.expect("an account").id;
        let place = Place::of(ORIGIN).expect("a site");
        let ask = |tx: &mut Tx| -> Result<(Value, Option<String>), Refusal> {
            let (asked, _) = ask_for_new(tx, &place, owner, "Phone")?;
            let state = take(tx, (owner, Purpose::Add), &asked.secret)?;
            Ok((asked.options, state))
        };
        let asked = site.database.write(site.stamp(), ask);
        let (options, state) = asked.expect("a device is asked");
        let asked = Self {
            site,
            place,
            owner,
            state: state.expect("it was asked just now"),
        };
        (asked, Device::new(1, ORIGIN).makes(&options))
    }

    /// Takes an answer as if it were the first: nothing is kept. The right one is told as
    /// what is not found.
    fn told(&self, answer: &str) -> Result<(), Refusal> {
        let work = |tx: &mut Tx| -> Result<(), Refusal> {
            let made = ("Phone", self.state.as_str(), answer);
            add(tx, &self.place, self.owner, made, None, ORIGIN)?;
            Err(Refusal::NotFound)
        };
        self.site.database.write(self.site.stamp(), work)
    }

    fn reads(&self, answer: &str) {
        let told = self.told(answer);
        assert!(!matches!(told, Err(Refusal::Store(_))), "{answer}");
    }
}

/// Whatever reads one: the answer as it comes, and what is packed into it.
pub fn readers() -> Vec<Reader> {
    let (asked, answer) = Asked::new();
    let right = asked.told(&answer);
    assert!(matches!(right, Err(Refusal::NotFound)), "it is taken");
    let whole: Value = serde_json::from_str(&answer).expect("JSON");
    let asked = Rc::new(asked);
    let reader = asked.clone();
    let mut all = vec![text("answers of devices", &[&answer], move |t| {
        reader.reads(t);
    })];
    for part in ["attestationObject", "clientDataJSON"] {
        let packed = whole["response"][part].as_str().expect("a part");
        let packed = BASE64URL_NOPAD.decode(packed.as_bytes()).expect("bytes");
        let (reader, whole) = (asked.clone(), whole.clone());
        all.push(bytes(part, &[&packed], move |b| {
            let mut answer = whole.clone();
            answer["response"][part] = BASE64URL_NOPAD.encode(b).into();
            reader.reads(&answer.to_string());
        }));
    }
    all
}
