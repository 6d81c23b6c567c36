//! Filling a database, transaction by transaction.

use super::applications::{self, Material};
use super::bar::Bar;
use super::draw::Kind;
use super::people::{self, Everybody};
use super::plan::Plan;
use super::{answers, grants};
use crate::actions::password::Hasher;
use crate::actions::{import_ledger, install};
use crate::cli::Failure;
use crate::cli::demo::content;
use crate::config::{Config, DemoAccount};
use crate::domain::round::{Closing, Round, RoundState};
use crate::domain::rubric::Rubric;
use crate::domain::{Currency, Moment, ProgrammeId, Translated};
use crate::store::bulk::Filling;
use crate::store::{
    Database, Reader, Stamp, StoreError, Tx, audit, form, ledger, programme, round, rubric, whole,
};

/// Things whose rows are gathered before they are written …
const SOME: u64 = 250;
/// … and things of one transaction.
const MANY: u64 = 10_000;
/// Sign-ins of reviewers, and of those who have a draft, in the list.
const LISTED: u64 = 60;

/// A database while it is filled.
pub struct Seeding<'d> {
    database: &'d Database,
    plan: Plan,
    material: Material,
    everybody: Everybody,
    /// Rows that the first transaction wrote.
    installed: u64,
}

impl<'d> Seeding<'d> {
    /// Installs the default programme and opens the rounds; the event that says where
    /// all this comes from is in the same transaction.
    pub fn begin(database: &'d Database, config: &Config, plan: Plan) -> Result<Self, Failure> {
        let hasher = Hasher::new(config.argon2_memory_kib, config.argon2_passes);
        let hash = hasher.hash_with(people::PASSWORD, &plan.seed.salt());
        let everybody = Everybody {
            hash: hash.ok_or_else(|| Failure::Failed("the password can’t be hashed".to_owned()))?,
            zone: config.time_zone.clone(),
        };
        let at = plan.begin();
        let (form, rubric) = database.write(stamp(at), |tx: &mut Tx| {
            let mut minted = 0;
            let mut ids = || {
                minted += 1;
                let id: ProgrammeId = plan.seed.id(Kind::Programme, minted, at);
                id.to_string()
            };
            install::install_as(tx, &mut ids)?;
            let found = installed(tx)?;
            audit(
                tx,
                "seed_database",
                ("installation", "seed"),
                "",
                &told(&plan),
            )?;
            Ok::<_, StoreError>(found)
        })?;
        let prepared = answers::prepare(&form.form).map_err(Failure::Failed)?;
        let people = content::people().map_err(Failure::Failed)?;
        let material = Material {
            form: form.id,
            stage: form.form.first_stage(),
            rubric,
            prepared,
            sentences: people.justifications,
        };
        let mut seeding = Self {
            database,
            plan,
            material,
            everybody,
            installed: 0,
        };
        database.write(stamp(at), |tx: &mut Tx| seeding.open_rounds(tx))?;
        let counted = |reader: &mut Reader| {
            let mut rows = 0;
            for table in whole::tables(reader)? {
                rows += whole::count(reader, &table)?;
            }
            Ok::<_, StoreError>(rows)
        };
        seeding.installed = u64::try_from(database.read(counted)?).unwrap_or(0);
        Ok(seeding)
    }

    fn open_rounds(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let known = programme::list(tx, None, 1)?;
        let known = known.first().map(|programme| programme.id);
        let known = known.ok_or_else(|| StoreError::Damaged("no programme".to_owned()))?;
        for number in 0..self.plan.rounds {
            let made = self.round(number, known);
            let phase = self.plan.seed.id(Kind::Phase, number, made.opens_at);
            round::insert_with(tx, &made, phase)?;
        }
        Ok(())
    }

    fn round(&self, number: u64, of: ProgrammeId) -> Round {
        let plan = &self.plan;
        let held = plan.first_of(number + 1) - plan.first_of(number);
        // Enough for a fifth of an average request each.
        let budget = i64::try_from(held.max(5)).unwrap_or(5) * 520_000;
        let name = |words: &str| format!("{words} {}", number + 1);
        Round {
            id: applications::round(plan, number),
            programme_id: of,
            rubric_id: self.material.rubric.id,
            form_id: self.material.form,
            slug: format!("call-{}", number + 1),
            title: Translated {
                en: name("Call"),
                ar: name("النداء"),
                he: name("קול קורא"),
            },
            purpose: Translated::default(),
            currency: Currency::USD,
            budget_minor: budget,
            least_minor: answers::LEAST,
            most_minor: answers::MOST,
            opens_at: plan.opens(number),
            closing: Closing::On {
                closes_at: plan.closes(number),
                reviews_due_at: plan.closes(number).plus_days(21),
            },
            grace_minutes: 15,
            time_zone: self.everybody.zone.clone(),
            turnaround_days: 60,
            sign_off: true,
            emergency: false,
            state: match plan.age(number) {
                0..3 => RoundState::Open,
                _ => RoundState::Closed,
            },
            created_at: plan.opens(number).plus_days(-7),
        }
    }

    /// Writes everything else; how many rows there are then.
    pub fn fill(&self) -> Result<u64, Failure> {
        let (plan, of, from) = (&self.plan, &self.everybody, &self.material);
        let sizes = plan.sizes;
        let all = people::staff(plan) + sizes.organisations + sizes.applications + sizes.grants;
        let bar = Bar::begin(all, self.installed);
        self.each(&bar, people::staff(plan), |filling, number| {
            people::add_staff(filling, plan, of, number);
        })?;
        self.each(&bar, sizes.organisations, |filling, number| {
            people::add_organisation(filling, plan, of, (number, &from.prepared));
        })?;
        self.each(&bar, sizes.applications, |filling, number| {
            applications::add(filling, plan, from, number);
        })?;
        self.add_grants(&bar)?;
        Ok(bar.end())
    }

    /// Adds the rows about each of so many things, some in a statement, many in a
    /// transaction.
    fn each<'s>(
        &'s self,
        bar: &Bar,
        all: u64,
        add: impl Fn(&mut Filling<'s>, u64),
    ) -> Result<(), Failure> {
        for from in (0..all).step_by(MANY as usize) {
            let to = (from + MANY).min(all);
            let rows = self.database.write(stamp(self.plan.now), |tx: &mut Tx| {
                let (mut filling, mut rows) = (Filling::default(), 0);
                for some in (from..to).step_by(SOME as usize) {
                    let end = (some + SOME).min(to);
                    (some..end).for_each(|number| add(&mut filling, number));
                    rows += filling.write(tx)?;
                    bar.show(end - from, rows);
                }
                Ok::<_, StoreError>(rows)
            })?;
            bar.keep(to - from, rows);
        }
        Ok(())
    }

    /// Reads grants into the ledger as a file would bring them: its index is made of
    /// their words.
    fn add_grants(&self, bar: &Bar) -> Result<(), Failure> {
        let (plan, file) = (&self.plan, grants::file(&self.plan));
        let all = plan.sizes.grants;
        if all == 0 {
            return Ok(());
        }
        self.database.write(stamp(plan.now), |tx: &mut Tx| {
            let mut filling = Filling::default();
            filling.ledger_file(file, grants::FILE, plan.now);
            filling.write(tx)
        })?;
        for from in (0..all).step_by(MANY as usize) {
            let to = (from + MANY).min(all);
            self.database.write(stamp(plan.now), |tx: &mut Tx| {
                for some in (from..to).step_by(SOME as usize) {
                    let end = (some + SOME).min(to);
                    let batch: Vec<_> = (some..end).map(|at| grants::grant(plan, at)).collect();
                    import_ledger::keep(tx, file, &batch)?;
                    bar.show(end - from, end - from);
                }
                Ok::<_, StoreError>(())
            })?;
            bar.keep(to - from, to - from);
        }
        let entries = i64::try_from(all).unwrap_or(i64::MAX);
        let finish = |tx: &mut Tx| ledger::finish(tx, file, "", entries);
        Ok(self.database.write(stamp(plan.now), finish)?)
    }

    pub fn sign_ins(&self) -> Vec<DemoAccount> {
        let most = usize::try_from(LISTED).unwrap_or(0);
        let drafting = applications::drafting(&self.plan, &self.material.prepared, most);
        people::sign_ins(&self.plan, LISTED, &drafting)
    }
}

/// What was installed for the only programme.
fn installed(reader: &mut Reader) -> Result<(form::FormVersion, Rubric), StoreError> {
    let missing = || StoreError::Damaged("nothing was installed".to_owned());
    let known = programme::list(reader, None, 1)?;
    let id = known.first().map(|one| one.id).ok_or_else(missing)?;
    let form = form::latest(reader, id)?.ok_or_else(missing)?;
    let rubric = rubric::latest(reader, id)?.ok_or_else(missing)?;
    Ok((form, rubric))
}

fn stamp(now: Moment) -> Stamp {
    Stamp {
        now,
        actor: None,
        request: "cli:seed".to_owned(),
    }
}

/// What the log says of it.
fn told(plan: &Plan) -> String {
    let sizes = plan.sizes;
    format!(
        "seed {}: {} applications, {} reviews each, {} organisations, {} prior grants, as of {}",
        plan.seed.0,
        sizes.applications,
        sizes.reviews,
        sizes.organisations,
        sizes.grants,
        plan.now.rfc3339()
    )
}
