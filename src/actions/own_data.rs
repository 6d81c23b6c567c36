//! The copy of what is kept about a person or an organisation, for themselves.

use std::io::{Seek, Write};

use super::Refusal;
use super::export_round::Unfinished;
use crate::domain::erasure_request::Whose;
use crate::files::{Storage, Zipped};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::policy::erasure_request::MayAskErasure;
use crate::store::own_data::{self, ORGANISATION, PERSON, Section};
use crate::store::{Reader, Tx, audit, member};

/// Notes that somebody takes a copy; whoever may ask for the erasure of it may.
pub fn take(tx: &mut Tx, actor: &Actor, whose: Whose) -> Result<(), Refusal> {
    if let Whose::Organisation(id) = whose {
        let role = member::role(tx, actor.id, id)?;
        MayAskErasure::of_organisation(actor, id, role, false)?;
    }
    audit(tx, "take_own_data", (whose.code(), whose.id()), "", "")?;
    Ok(())
}

/// Writes it as an archive: a page that says what is in it in the reader's language, a file
/// of JSON for each part, and the uploaded files.
pub fn write(
    reader: &mut Reader,
    storage: &Storage,
    (whose, t): (Whose, Locale),
    out: impl Write + Seek,
) -> Result<(), Unfinished> {
    let mut zipped = Zipped::begin(out);
    let sections: &[Section] = match whose {
        Whose::Person(_) => PERSON,
        Whose::Organisation(_) => ORGANISATION,
    };
    zipped.text("README.txt", &page(t, sections))?;
    for section in sections {
        let text = own_data::section(reader, section, whose.id())?;
        zipped.text(&format!("{}.json", section.name), &text)?;
    }
    if let Whose::Organisation(id) = whose {
        let files = own_data::files(reader, id)?;
        reader.rest();
        for file in files {
            let name = file.name.replace(['/', '\\'], "_");
            let name = format!("files/{}-{name}", file.id);
            zipped.kept(&name, storage, (&file.key, &file.content))?;
        }
    }
    Ok(zipped.end()?)
}

fn page(t: Locale, sections: &[Section]) -> String {
    let line = |section: &Section| format!("{}.json: {}", section.name, t.say(section.label));
    let lines: Vec<String> = sections.iter().map(line).collect();
    let (lead, withheld) = (t.say("own-data-readme"), t.say("own-data-withheld"));
    format!("{lead}\n\n{}\n\n{withheld}\n", lines.join("\n"))
}
