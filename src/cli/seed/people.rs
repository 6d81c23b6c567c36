//! Staff, organisations and those who act for them.

use super::answers::Prepared;
use super::draw::Kind;
use super::plan::{ADMINS, Plan};
use super::words;
use crate::config::DemoAccount;
use crate::domain::account::Role;
use crate::domain::organisation::{Organisation, Registration};
use crate::domain::{AccountId, Language, Moment};
use crate::store::account::AccountRow;
use crate::store::bulk::{Filed, Filling};

/// The password of everybody.
pub const PASSWORD: &str = "demonstration only";

/// What is the same for everybody.
#[derive(Debug, Clone)]
pub struct Everybody {
    pub hash: String,
    pub zone: String,
}

impl Everybody {
    fn row(&self, id: AccountId, (name, email): (String, String), at: Moment) -> AccountRow {
        AccountRow {
            id,
            email,
            name,
            password_hash: Some(self.hash.clone()),
            language: Language::English,
            time_zone: self.zone.clone(),
            created_at: at,
            confirmed_at: Some(at),
            disabled_at: None,
        }
    }
}

/// How many people work for the programme, or review for it.
pub fn staff(plan: &Plan) -> u64 {
    ADMINS + 1 + plan.reviewers
}

/// Role, id and sign-in of one of them.
fn member(plan: &Plan, number: u64) -> (Role, AccountId, String) {
    let (role, id, own) = match number {
        0..ADMINS => (Role::Admin, plan.admin(number), number),
        ADMINS => (Role::Auditor, plan.auditor(), 0),
        further => {
            let own = further - ADMINS - 1;
            (Role::Reviewer, plan.reviewer(own), own)
        }
    };
    (role, id, email(role, own))
}

/// An address that no mail reaches.
fn email(role: Role, number: u64) -> String {
    format!("{}.{}@seed.example", role.code(), number + 1)
}

fn name(plan: &Plan, kind: Kind, number: u64, language: Language) -> String {
    words::person(&mut plan.seed.about(kind, number), language)
}

/// Adds one of the staff.
pub fn add_staff(filling: &mut Filling<'_>, plan: &Plan, of: &Everybody, number: u64) {
    let (role, id, email) = member(plan, number);
    let name = name(plan, Kind::Staff, number, Language::English);
    filling.account(of.row(id, (name, email), plan.begin()), role);
}

/// Adds an organisation with who acts for it, what it said of itself and its
/// registration certificate.
pub fn add_organisation<'a>(
    filling: &mut Filling<'a>,
    plan: &Plan,
    of: &Everybody,
    (number, prepared): (u64, &'a [Vec<Prepared>]),
) {
    let (at, founder) = (plan.joined(number), plan.applicant(number));
    let answers = &amounts(prepared, number)[0];
    let language = answers.language;
    let name = name(plan, Kind::Applicant, number, language);
    let mut row = of.row(founder, (name, email(Role::Applicant, number)), at);
    row.language = language;
    filling.account(row, Role::Applicant);
    let organisation = organisation(plan, number, language);
    let id = organisation.id;
    filling.organisation(organisation, founder, at);
    for section in answers.sections.iter().filter(|section| section.profile) {
        let filed = Filed {
            answers: &section.answers,
            at,
            by: founder,
        };
        filling.profile(id, &section.code, filed);
    }
    let own = plan.seed.id(Kind::Paper, number, at);
    filling.certificate((own, id), (plan.admin(number), at));
}

/// What an organisation writes whenever it applies, asking for one amount or another.
pub fn amounts(prepared: &[Vec<Prepared>], organisation: u64) -> &[Prepared] {
    let at = organisation % (prepared.len() as u64).max(1);
    &prepared[usize::try_from(at).unwrap_or(0)]
}

fn organisation(plan: &Plan, number: u64, language: Language) -> Organisation {
    let mut draws = plan.seed.about(Kind::Organisation, number);
    let [name_latin, arabic, hebrew] = words::organisation(number);
    let of = |spoken: Language, name: String| match language == spoken {
        true => name,
        false => String::new(),
    };
    let (bases, communities, form, register): (&[&str], &[&str], &str, &str) = match language {
        Language::Arabic => (
            &["west_bank", "gaza", "east_jerusalem"],
            &["palestinian", "palestinian", "bedouin"],
            "ps_association",
            "PS-MOI",
        ),
        Language::Hebrew => (
            &["israel"],
            &["israeli", "israeli", "joint", "palestinian_citizens"],
            "amuta",
            "IL-RA",
        ),
        Language::English => (
            &["israel", "west_bank", "joint", "undisclosed"],
            &["joint", "palestinian", "israeli", "undisclosed"],
            "foreign",
            "OTHER",
        ),
    };
    Organisation {
        id: plan.organisation(number),
        name_latin,
        name_arabic: of(Language::Arabic, arabic),
        name_hebrew: of(Language::Hebrew, hebrew),
        base: (*draws.of(bases)).to_owned(),
        community: (*draws.of(communities)).to_owned(),
        legal_form: form.to_owned(),
        website: format!("https://o{number}.seed.example"),
        registrations: vec![Registration {
            register: register.to_owned(),
            number: number_in(register, number),
        }],
        code_name: None,
    }
}

/// A number as the register writes them, with the check digit of those that have one.
fn number_in(register: &str, number: u64) -> String {
    match register {
        "IL-RA" => {
            let own = 58_000_000 + number % 1_000_000;
            (0..10)
                .map(|check| format!("{own}{check}"))
                .find(|text| {
                    let registration = Registration {
                        register: register.to_owned(),
                        number: text.clone(),
                    };
                    registration.doubt().is_none()
                })
                .unwrap_or_default()
        }
        "PS-MOI" => {
            let letter = |at: u64| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
            let (one, other) = (letter(number / 10_000), letter(number / 260_000));
            format!("{other}{one}-{:04}-S", number % 10_000)
        }
        _ => format!("S{number:07}"),
    }
}

/// Some sign-ins: all admins, the auditor, the first reviewers, and who acts for these
/// organisations.
pub fn sign_ins(
    plan: &Plan,
    reviewers: u64,
    organisations: &[(u64, Language)],
) -> Vec<DemoAccount> {
    let account = |name, role, email| DemoAccount {
        name,
        role,
        email,
        password: PASSWORD.to_owned(),
    };
    let shown = staff(plan).min(ADMINS + 1 + reviewers);
    let staff = (0..shown).map(|number| {
        let (role, _, email) = member(plan, number);
        let name = name(plan, Kind::Staff, number, Language::English);
        account(name, role, email)
    });
    let applicants = organisations.iter().map(|(number, language)| {
        let name = name(plan, Kind::Applicant, *number, *language);
        account(name, Role::Applicant, email(Role::Applicant, *number))
    });
    staff.chain(applicants).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_registers_write_them() {
        for number in [0, 1, 77, 9_999, 10_000, 260_001, 999_999] {
            for register in ["IL-RA", "PS-MOI", "OTHER"] {
                let registration = Registration {
                    register: register.to_owned(),
                    number: number_in(register, number),
                };
                assert_eq!(registration.doubt(), None, "{}", registration.number);
            }
        }
    }
}
