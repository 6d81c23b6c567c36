//! What staff post about a programme, and the fields that ask for it.

use serde::Deserialize;

use crate::actions::programme::ProgrammeText;
use crate::domain::wording::Typed;
use crate::web::forms::Fields;
use crate::web::round::{Group, slug_field, three_areas, three_lines};

/// A programme.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ProgrammeForm {
    name_en: String,
    name_ar: String,
    name_he: String,
    purpose_en: String,
    purpose_ar: String,
    purpose_he: String,
    who_en: String,
    who_ar: String,
    who_he: String,
    slug: String,
}

impl ProgrammeForm {
    /// The texts as the action reads them.
    pub fn into_text(self) -> ProgrammeText {
        ProgrammeText {
            name: Typed {
                en: self.name_en,
                ar: self.name_ar,
                he: self.name_he,
            },
            purpose: Typed {
                en: self.purpose_en,
                ar: self.purpose_ar,
                he: self.purpose_he,
            },
            who: Typed {
                en: self.who_en,
                ar: self.who_ar,
                he: self.who_he,
            },
            slug: self.slug,
        }
    }
}

/// The fields of a programme.
pub fn groups(ask: &Fields, text: &ProgrammeText) -> Vec<Group> {
    let names = [
        "field-programme-name-en",
        "field-programme-name-ar",
        "field-programme-name-he",
    ];
    let purposes = ["field-purpose-en", "field-purpose-ar", "field-purpose-he"];
    let who = ["field-who-en", "field-who-ar", "field-who-he"];
    let mut what = three_lines(ask, "name", names, &text.name);
    what.push(vec![slug_field(ask, &text.slug)]);
    what.extend(three_areas(ask, "purpose", purposes, &text.purpose));
    vec![
        Group {
            title: ask.t.say("programme-group-what"),
            rows: what,
        },
        Group {
            title: ask.t.say("programme-group-who"),
            rows: three_areas(ask, "who", who, &text.who),
        },
    ]
}
