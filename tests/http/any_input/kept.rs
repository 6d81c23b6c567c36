//! What this program wrote itself, as it may come back: backups, logs, keys, sealed values.

use std::io::{self, Cursor};

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use evenhand::exchange::audit_log::{self, EventLine, HeadLine};
use evenhand::exchange::backup::{Identities, MANIFEST, Manifest, Pack, Recipients, Unpack};
use evenhand::exchange::table;
use evenhand::store::vault::{MasterKeys, Place, Vault};

use super::{Reader, bytes, is_there, text, whatever};

const EVENT: &str = r#"{"seq":1,"at":1,"actor_id":null,"action":"sign_in","object_kind":"account",
    "object_id":"a","before_state":"","after_state":"","request_id":"r","previous_hash":"","hash":"h"}"#;
const HEAD: &str = r#"{"day":"2026-11-30","seq":7,"hash":"ab"}"#;
const ASSIGNED: &str = "application,reviewer\nEH-1,a@b.org\n\"EH,2\",c\n";
const SAID: &str = r#"{"layout":1,"release":"0","migration":"1","written_at":"2026-11-30T00:00:00Z",
    "database":{"size":4,"sha256":"ab"},"audit_end":{"seq":7,"hash":"ab"},"files":{"count":0,"size":0,"sha256":""},"unsound":[]}"#;

const ROW: Place = Place {
    table: "organisation_keys",
    ids: &["organisation", "key"],
};

/// A backup for these.
fn backup(to: &Recipients) -> Vec<u8> {
    let mut pack = Pack::new(Vec::new(), to, 0).expect("it is begun");
    for (name, content) in [("files/ab", "content"), (MANIFEST, SAID)] {
        let size = u64::try_from(content.len()).expect("a size");
        let added = pack.add(name, size, content.as_bytes());
        added.expect("a part is added");
    }
    pack.finish().expect("it is ended")
}

/// Reads one to its end.
fn unpack(backup: &[u8], with: &Identities) {
    let Ok(unpack) = Unpack::open(Cursor::new(backup.to_vec()), with) else {
        return;
    };
    let read = unpack.each(|name, part| -> io::Result<()> {
        match name {
            MANIFEST => whatever(Manifest::read(part)),
            _ => whatever(io::copy(part, &mut io::sink())?),
        }
        Ok(())
    });
    whatever(read);
}

/// Whatever reads one.
pub fn readers() -> Vec<Reader> {
    let secret = Identity::generate();
    let public = secret.to_public().to_string();
    let to = Recipients::parse([public.as_str()]).expect("a public key");
    let secret = secret.to_string();
    let with = Identities::parse(secret.expose_secret()).expect("a secret key");
    let vault = Vault::of_keys(MasterKeys::parse(&"0f".repeat(32)).expect("a master key"));
    let sealed = vault.seal(&ROW, &[7; 32]).expect("it is sealed");
    vec![
        bytes(
            "backups",
            &[&backup(&Recipients::default()), &backup(&to)],
            move |b| unpack(b, &with),
        ),
        text("manifests of backups", &[SAID], |t| {
            whatever(Manifest::read(t.as_bytes()))
        }),
        text("keys of backups", &[&public, secret.expose_secret()], |t| {
            whatever(Recipients::parse(t.split_whitespace()));
            whatever(Identities::parse(t));
        }),
        text("lines of an audit log", &[EVENT, HEAD], |t| {
            whatever(audit_log::read::<EventLine>(t));
            whatever(audit_log::read::<HeadLine>(t));
        }),
        text("tables that are read whole", &[ASSIGNED], |t| {
            let read = table::read(t, &["application", "reviewer"]);
            for wrong in read.err().unwrap_or_default() {
                is_there(wrong.row, t.as_bytes());
            }
        }),
        text("sealed values", &[&sealed], move |t| {
            whatever(vault.open(&ROW, t));
            whatever(vault.open_key(&ROW, t));
        }),
    ]
}
