//! `evenhand seed`: an installation as large as one likes, for measuring and for trying
//! out what large is like. The same sizes, seed and day give the same rows to the byte.
//! Rows are written in bulk past the actions; the audit log says so in one event.

mod answers;
mod applications;
mod bar;
mod draw;
mod fate;
mod fill;
mod grants;
mod people;
mod plan;
mod words;

use std::time::Instant;

use self::draw::Seed;
use self::fill::Seeding;
use self::plan::{Plan, Sizes};
use super::demo::people as sign_ins;
use super::{Failure, open};
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::moment::Day;
use crate::domain::{Language, Moment};
use crate::i18n::Locale;
use crate::store::{Reader, migrate, settle, whole};

/// How large the installation is to be.
#[derive(clap::Args)]
pub struct SeedArguments {
    /// Applications, spread over rounds of at most 10,000.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    applications: u64,
    /// Reviews of an application.
    #[arg(long, value_name = "K", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=20))]
    reviews_per: u64,
    /// Organisations; without it a third of the applications, or as many as a round needs.
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    organisations: Option<u64>,
    /// Grants of other funders in the support ledger; without it as many as organisations.
    #[arg(long, value_name = "P", value_parser = clap::value_parser!(u64).range(0..=10_000_000))]
    prior_grants: Option<u64>,
    /// Another seed gives other rows.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The day on which everything stands as it does; today without it.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<String>,
}

impl SeedArguments {
    fn sizes(&self) -> Result<Sizes, Failure> {
        let least = plan::organisations_least(self.applications);
        let organisations = self
            .organisations
            .unwrap_or(least.max(self.applications / 3));
        if organisations < least {
            return Err(Failure::Usage(format!(
                "{} applications need at least {least} organisations: each applies once in a round",
                self.applications
            )));
        }
        Ok(Sizes {
            applications: self.applications,
            reviews: self.reviews_per,
            organisations,
            grants: self.prior_grants.unwrap_or(organisations),
        })
    }

    /// The beginning of the day: nothing that is told lies ahead of the clock.
    fn now(&self) -> Result<Moment, Failure> {
        let day = match &self.as_of {
            None => Clock::Machine.now().day("UTC"),
            Some(text) => Day::parse(text)
                .map_err(|_| Failure::Usage(format!("{text:?} is no day such as 2026-03-09")))?,
        };
        Moment::parse_local(&format!("{} 00:00", day.iso()), "UTC")
            .map_err(|_| Failure::Usage(format!("{} is too far away", day.iso())))
    }
}

/// Fills an empty database.
pub fn run(config: &Config, arguments: &SeedArguments) -> Result<(), Failure> {
    let plan = Plan::new(arguments.sizes()?, Seed(arguments.seed), arguments.now()?);
    let database = open::any(config)?;
    database.read(refuse_filled)?;
    migrate(&database)?;
    let begun = Instant::now();
    let seeding = Seeding::begin(&database, config, plan)?;
    let rows = seeding.fill()?;
    let list = config.data.join("demo-accounts.json");
    std::fs::create_dir_all(&config.data)
        .and_then(|()| sign_ins::write(&list, &seeding.sign_ins()))
        .map_err(|e| Failure::Failed(format!("{}: {e}", list.display())))?;
    settle(&database)?;
    report(&plan, rows, begun.elapsed().as_secs_f64());
    println!("Sign-ins are in {}.", list.display());
    Ok(())
}

/// Nothing of anybody's is mixed with what was made up.
fn refuse_filled(reader: &mut Reader) -> Result<(), Failure> {
    let mut filled = Vec::new();
    for table in whole::tables(reader)? {
        if whole::count(reader, &table)? > 0 {
            filled.push(table.name);
        }
    }
    let has = match filled.first() {
        None => return Ok(()),
        Some(_) if filled.iter().any(|name| name == "rounds") => "rounds".to_owned(),
        Some(first) => format!("rows in {first}"),
    };
    Err(Failure::Usage(format!(
        "the database has {has} already: seed fills an empty one, \
         so give it another --data or --database"
    )))
}

/// "1,234,567 rows in 12.3 s, 100,371 rows/s: 20,000 applications …".
fn report(plan: &Plan, rows: u64, seconds: f64) {
    let english = Locale::of(Language::English);
    let number = |number: u64| english.number(i64::try_from(number).unwrap_or(i64::MAX));
    let each_second = rows as f64 / seconds.max(0.001);
    println!(
        "{} rows in {seconds:.1} s, {} rows/s: {} applications in {} rounds, {} organisations, \
         {} reviewers, {} prior grants.",
        number(rows),
        number(each_second as u64),
        number(plan.sizes.applications),
        number(plan.rounds),
        number(plan.sizes.organisations),
        number(plan.reviewers),
        number(plan.sizes.grants)
    );
}
