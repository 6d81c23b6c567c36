//! `evenhand user add|list|disable|sign-out-everybody|rescue`.

use std::io::BufRead;

use super::import::site;
use super::serve::stamp;
use super::{Failure, UserCommand, open};
use crate::actions::{Refusal, password::Hasher, people};
use crate::config::Config;
use crate::domain::account::{Email, Role, check_name};
use crate::domain::password::check_password;
use crate::domain::{Language, Message};
use crate::i18n::Locale;
use crate::policy::account::MayManagePeople;
use crate::store::account;

/// Runs one of the commands.
pub fn run(config: &Config, command: UserCommand) -> Result<(), Failure> {
    match command {
        UserCommand::Add { email, name, role } => add(config, &email, name.as_deref(), role),
        UserCommand::List => list(config),
        UserCommand::Disable { email } => disable(config, &email),
        UserCommand::SignOutEverybody => sign_out_everybody(config),
        UserCommand::Rescue { email, admin } => rescue(config, &email, admin),
    }
}

fn wrong(message: &Message) -> Failure {
    Failure::Usage(Locale::of(Language::English).tell(message))
}

fn refused(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::Denied(message) | Refusal::Stale(message) => wrong(&message),
        Refusal::Invalid(problems) => problems
            .0
            .first()
            .map_or(Failure::Failed(String::new()), |p| wrong(&p.message)),
        Refusal::NotFound => Failure::Failed("no such account".to_owned()),
        Refusal::Store(error) => Failure::Failed(error.to_string()),
    }
}

fn add(config: &Config, email: &str, name: Option<&str>, role: Role) -> Result<(), Failure> {
    let email = Email::parse(email).map_err(|m| wrong(&m))?;
    let name = check_name(name.unwrap_or(email.as_str())).map_err(|m| wrong(&m))?;
    let database = open::current(config)?;
    eprintln!("Password (one line on standard input):");
    let mut password = String::new();
    let read = std::io::stdin().lock().read_line(&mut password);
    read.map_err(|e| Failure::Usage(e.to_string()))?;
    let password = password.trim_end_matches(['\r', '\n']);
    check_password(password, [email.as_str(), name.as_str()]).map_err(|m| wrong(&m))?;
    let hasher = Hasher::new(config.argon2_memory_kib, config.argon2_passes);
    let hash = hasher
        .hash(password)
        .ok_or_else(|| Failure::Failed("no randomness".to_owned()))?;
    let (may, place) = (
        MayManagePeople::operator(),
        (Language::English, config.time_zone.as_str()),
    );
    let asked_of = config.second_factor_roles().map_err(Failure::Usage)?;
    database
        .write(stamp("user add"), |tx| -> Result<(), Refusal> {
            let id = people::add_person(tx, &may, (&name, &email), &hash, place, role)?;
            Ok(people::owe_second_step(tx, id, &asked_of)?)
        })
        .map_err(refused)?;
    println!("{} is {}.", email.as_str(), role.code());
    Ok(())
}

/// Accounts read at once while listing.
const CHUNK: i64 = 500;

fn list(config: &Config) -> Result<(), Failure> {
    let database = open::current(config)?;
    let mut after = String::new();
    loop {
        let people = database.read(|reader| account::people(reader, &after, CHUNK))?;
        let Some(last) = people.last() else {
            return Ok(());
        };
        for person in &people {
            let roles: Vec<&str> = person.roles.iter().map(|role| role.code()).collect();
            let state = if person.account.disabled_at.is_some() {
                "disabled"
            } else {
                "active"
            };
            println!("{}\t{}\t{state}", person.account.email, roles.join(","));
        }
        after = last.account.email.clone();
    }
}

fn disable(config: &Config, email: &str) -> Result<(), Failure> {
    let email = Email::parse(email).map_err(|m| wrong(&m))?;
    let database = open::current(config)?;
    let may = MayManagePeople::operator();
    database
        .write(stamp("user disable"), |tx| {
            let row = account::by_email(tx, &email)?.ok_or(Refusal::NotFound)?;
            people::set_disabled(tx, &may, row.id, true)
        })
        .map_err(refused)?;
    println!("{} is disabled.", email.as_str());
    Ok(())
}

fn sign_out_everybody(config: &Config) -> Result<(), Failure> {
    let database = open::current(config)?;
    let may = MayManagePeople::operator();
    let ended = database
        .write(stamp("user sign-out-everybody"), |tx| {
            people::sign_everybody_out(tx, &may)
        })
        .map_err(refused)?;
    println!("Sessions ended: {ended}.");
    Ok(())
}

fn rescue(config: &Config, email: &str, as_admin: bool) -> Result<(), Failure> {
    let email = Email::parse(email).map_err(|m| wrong(&m))?;
    let database = open::current(config)?;
    let (may, site) = (MayManagePeople::operator(), site(config));
    let secret = database
        .write(stamp("user rescue"), |tx| {
            people::rescue(tx, &may, &email, as_admin, &site)
        })
        .map_err(refused)?;
    println!(
        "{} chooses a new password here (once, within an hour):",
        email.as_str()
    );
    println!("  {site}/password-reset/{secret}");
    Ok(())
}
