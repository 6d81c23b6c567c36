//! What people post about an organisation, and the fields that ask for it.

use crate::domain::answers::Posted;
use crate::domain::organisation::{Profile, REGISTRATIONS_MOST, Registration};
use crate::store::term::Term;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field, Width};
use crate::web::words;

/// Prefix of the fields of registrations.
const ROWS: &str = "registrations";

/// The profile as posted.
pub fn profile(posted: &Posted) -> Profile {
    let text = |name: &str| posted.first(name).to_owned();
    let row = |number: usize| Registration {
        register: text(&format!("{ROWS}.{number}.register")),
        number: text(&format!("{ROWS}.{number}.number")),
    };
    let rows = posted.row_numbers(ROWS).len().min(REGISTRATIONS_MOST);
    Profile {
        name_latin: text("name_latin"),
        name_arabic: text("name_arabic"),
        name_hebrew: text("name_hebrew"),
        base: text("base"),
        community: text("community"),
        legal_form: text("legal_form"),
        website: text("website"),
        registrations: (0..rows).map(row).collect(),
    }
}

/// Whether the person asked for another row instead of saving.
pub fn asks_for_row(posted: &Posted) -> bool {
    posted.is_filled("add")
}

/// The profile with one more empty row, where there is room.
#[must_use]
pub fn with_row(mut profile: Profile) -> Profile {
    if profile.registrations.len() < REGISTRATIONS_MOST {
        profile.registrations.push(Registration::default());
    }
    profile
}

/// The fields in their groups.
pub struct ProfileFields {
    pub names: Vec<Field>,
    pub choices: Vec<Field>,
    pub website: Field,
    /// Register and number, row by row.
    pub registrations: Vec<RegistrationFields>,
    /// Whether there is room for another row.
    pub more: bool,
}

impl ProfileFields {
    /// Every field, in the order of the page.
    pub fn each(&self) -> impl Iterator<Item = &Field> {
        let rows = self.registrations.iter().flat_map(|row| &row.fields);
        let first = self.names.iter().chain(&self.choices);
        first.chain([&self.website]).chain(rows)
    }
}

/// The fields of one registration.
pub struct RegistrationFields {
    pub legend: String,
    pub fields: [Field; 2],
    /// What looks mistyped.
    pub doubt: Option<String>,
}

/// Asks for everything in a profile.
pub fn fields(ask: &Fields, terms: &[Term], profile: &Profile) -> ProfileFields {
    let rows = profile.registrations.clone();
    let rows = if rows.is_empty() {
        vec![Registration::default()]
    } else {
        rows
    };
    let numbered = rows.iter().enumerate();
    ProfileFields {
        names: names(ask, profile),
        choices: choices(ask, terms, profile),
        website: website(ask, profile),
        registrations: numbered
            .map(|(number, row)| registration(ask, terms, number, row))
            .collect(),
        more: rows.len() < REGISTRATIONS_MOST,
    }
}

fn names(ask: &Fields, profile: &Profile) -> Vec<Field> {
    let line = || Control::Line(Width::Full);
    let latin = Field {
        autocomplete: "organization",
        ..ask.field(
            "name_latin",
            "field-name-latin",
            &profile.name_latin,
            line(),
        )
    };
    let arabic = ask.field(
        "name_arabic",
        "field-name-arabic",
        &profile.name_arabic,
        line(),
    );
    let hebrew = ask.field(
        "name_hebrew",
        "field-name-hebrew",
        &profile.name_hebrew,
        line(),
    );
    vec![latin, arabic, hebrew]
}

fn choices(ask: &Fields, terms: &[Term], profile: &Profile) -> Vec<Field> {
    let t = ask.t;
    let base = Control::Radios(words::term_choices(t, terms, "base", &profile.base));
    let community = words::term_choices(t, terms, "community", &profile.community);
    let form = words::term_choices(t, terms, "legal_form", &profile.legal_form);
    vec![
        ask.hinted("base", "field-base", "field-base-hint", "", base),
        ask.hinted(
            "community",
            "field-community",
            "field-community-hint",
            "",
            Control::Radios(community),
        ),
        ask.field("legal_form", "field-legal-form", "", Control::Radios(form)),
    ]
}

fn website(ask: &Fields, profile: &Profile) -> Field {
    let control = Control::Latin {
        kind: "text",
        inputmode: "url",
        width: Width::Full,
    };
    Field {
        autocomplete: "url",
        optional: true,
        ..ask.hinted(
            "website",
            "field-website",
            "field-website-hint",
            &profile.website,
            control,
        )
    }
}

fn registration(
    ask: &Fields,
    terms: &[Term],
    number: usize,
    row: &Registration,
) -> RegistrationFields {
    let name = |column: &str| format!("{ROWS}.{number}.{column}");
    let mut registers = vec![Choice {
        value: String::new(),
        label: ask.t.say("choose-one"),
        hint: None,
        chosen: row.register.is_empty(),
    }];
    registers.extend(words::term_choices(ask.t, terms, "register", &row.register));
    let control = Control::Latin {
        kind: "text",
        inputmode: "",
        width: Width::Medium,
    };
    RegistrationFields {
        legend: ask.t.with("registration-row", "n", number + 1),
        fields: [
            ask.field(
                &name("register"),
                "field-register",
                "",
                Control::Select(registers),
            ),
            ask.field(
                &name("number"),
                "field-registration-number",
                &row.number,
                control,
            ),
        ],
        doubt: row.doubt().map(|message| ask.t.tell(&message)),
    }
}
