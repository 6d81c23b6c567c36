//! What runs beside the server: letters, tidying, sweeping, the schedules of the day.

mod by_and_by;

use std::collections::HashSet;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::task::JoinHandle;

use super::stamp;
use crate::actions::backup::Daily;
use crate::actions::{
    audit_log, award, code_name, complete_reviews, housekeeping, import_ledger, kept_ranking,
    legal_status, notices, purge, reminders, retention, seal,
};
use crate::cli::backup;
use crate::cli::doctor::MOST_SECONDS_APART;
use crate::domain::AccountId;
use crate::mail;
use crate::store::{LEAD, Stamp, StoreError, Tx, attachment, seconds_apart, upload};
use crate::web::Site;

const HOUR: Duration = Duration::from_secs(3600);
const MINUTE: Duration = Duration::from_secs(60);
/// Between two looks for whose morning has come, and whether a backup is due.
const PAUSE: Duration = Duration::from_secs(5 * 60);
/// Between two looks whether the lead is free.
const FOLLOWING: Duration = Duration::from_secs(15);
/// Minutes before each hour's work of which it sees to what happened: twice the hour, so
/// that a slow hour misses nothing.
const LATELY: i64 = 120;
/// The same where the last time failed or is not known, as nobody may have served meanwhile.
const WEEK: i64 = 7 * 24 * 60;

/// Between two looks whether people are let in.
const AT_THE_DOOR: Duration = Duration::from_secs(1);

/// Starts all of it, inside a runtime; each begins once people are let in.
pub fn start(site: &Site, daily: Option<Daily>) -> [JoinHandle<()>; 6] {
    [
        once_let_in(site, mail::run(site.clone())),
        once_let_in(site, tidy_hourly(site.clone())),
        once_let_in(site, post_digests(site.clone())),
        once_let_in(site, sweep_hourly(site.clone())),
        once_let_in(site, let_rankings_go(site.clone())),
        once_let_in(site, back_up_daily(site.clone(), daily)),
    ]
}

fn once_let_in(site: &Site, work: impl Future<Output = ()> + 'static) -> JoinHandle<()> {
    let database = site.database.clone();
    actix_web::rt::spawn(async move {
        while database.waits_for().is_some() {
            tokio::time::sleep(AT_THE_DOOR).await;
        }
        work.await;
    })
}

/// Whether the schedules are this process's to run: of several on one database one has
/// the lead, and another takes it over when that one ends.
async fn leads(site: &Site) -> bool {
    let database = site.database.clone();
    let asked = actix_web::web::block(move || database.locks().hold(LEAD)).await;
    match asked {
        Ok(Ok(leads)) => leads,
        Ok(Err(problem)) => {
            tracing::warn!(%problem, "who runs the schedules can't be told");
            false
        }
        Err(problem) => {
            tracing::warn!(%problem, "asking who runs the schedules was interrupted");
            false
        }
    }
}

/// Waits until the schedules are this process's to run.
async fn once_leading(site: &Site) {
    while !leads(site).await {
        tokio::time::sleep(FOLLOWING).await;
    }
}

/// Keeps tables of passing things small; a failure is logged and tried again.
async fn tidy_hourly(site: Site) {
    let mut written_over = false;
    loop {
        once_leading(&site).await;
        let (database, hours) = (site.database.clone(), site.config.session_hours);
        let work = move || {
            database.write(stamp("tidy"), |tx| housekeeping::tidy(tx, hours))?;
            database.write(stamp("phase"), |tx| {
                let since = tx.now().plus_minutes(-LATELY);
                complete_reviews::advance_opened(tx, since)
            })
        };
        aside("housekeeping failed", work).await;
        by_and_by::call_late(&site).await;
        erase_daily(&site).await;
        // Before names are written over: grams of them may be left.
        by_and_by::fill_grams(&site).await;
        written_over = write_over_names(&site, if written_over { LATELY } else { WEEK }).await;
        look_for_clear(&site).await;
        finish_purges(&site).await;
        sweep_ledger(&site).await;
        note_head(&site).await;
        tokio::time::sleep(HOUR).await;
    }
}

/// What each process does whoever has the lead: it may have a disk, and has a clock, of
/// its own.
async fn sweep_hourly(site: Site) {
    loop {
        compare_clocks(&site).await;
        sweep_files(&site).await;
        tokio::time::sleep(HOUR).await;
    }
}

/// Lets go of rankings in this process's memory that are out of date, so that what was
/// erased stays there for no longer than a minute.
async fn let_rankings_go(site: Site) {
    loop {
        tokio::time::sleep(MINUTE).await;
        let database = site.database.clone();
        let work = move || kept_ranking::let_go(&database);
        match actix_web::web::block(work).await {
            Ok(Ok(())) => {}
            Ok(Err(problem)) => tracing::warn!(%problem, "rankings in memory were not let go"),
            Err(problem) => tracing::warn!(%problem, "letting rankings go was interrupted"),
        }
    }
}

/// Warns when this machine's clock and the database's differ: deadlines and sessions go by
/// the one here, and by another one at the next process.
async fn compare_clocks(site: &Site) {
    let (database, clock) = (site.database.clone(), site.clock.clone());
    let work = move || seconds_apart(&database, || clock.now());
    match actix_web::web::block(work).await {
        Ok(Ok(Some(seconds))) if seconds > MOST_SECONDS_APART => {
            tracing::warn!(seconds, "this machine's clock and the database's differ");
        }
        Ok(Ok(_)) => {}
        Ok(Err(problem)) => tracing::warn!(%problem, "clocks were not compared"),
        Err(problem) => tracing::warn!(%problem, "comparing clocks was interrupted"),
    }
}

/// Runs some of it off the event loop; what fails is logged and tried again later.
async fn aside<T: Send + 'static>(
    failed: &'static str,
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Option<T> {
    match actix_web::web::block(work).await {
        Ok(Ok(done)) => return Some(done),
        Ok(Err(problem)) => tracing::warn!(%problem, "{failed}"),
        Err(problem) => tracing::warn!(%problem, "{failed}: interrupted"),
    }
    None
}

/// Erases what has had its time.
async fn erase_daily(site: &Site) {
    let worker = site.clone();
    let work = move || {
        let stamp = Stamp {
            now: worker.clock.now(),
            ..stamp("retention")
        };
        retention::erase_daily(&worker.database, &stamp)
    };
    if aside("what had its time was not erased", work).await == Some(true) {
        tracing::info!("what had had its time was erased");
    }
}

/// Writes over names of organisations that got a code name in these minutes; empties SQLite's
/// log. Answers whether that was done.
async fn write_over_names(site: &Site, minutes: i64) -> bool {
    let database = site.database.clone();
    let since = site.clock.now().plus_minutes(-minutes);
    let work = move || code_name::write_over_names(&database, since);
    let done = aside("sealed names are not written over", work).await;
    done.is_some()
}

/// Seals what a former release wrote in clear that served beside this one.
async fn look_for_clear(site: &Site) {
    let database = site.database.clone();
    let work = move || seal::look_daily(&database, &stamp("seal"));
    match aside("whether texts lie in clear is not known", work).await {
        None | Some(0) => {}
        Some(cleared) => tracing::info!(cleared, "texts of a former release were sealed"),
    }
}

/// Removes from the disk what purges left there that were broken off.
async fn finish_purges(site: &Site) {
    let (database, storage) = (site.database.clone(), site.storage.clone());
    let work = move || purge::finish(&database, &storage, &stamp("purge"));
    match actix_web::web::block(work).await {
        Ok(Ok(_)) => {}
        Ok(Err(problem)) => tracing::warn!(%problem, "a purge is not finished"),
        Err(problem) => tracing::warn!(%problem, "finishing a purge was interrupted"),
    }
}

/// Takes away files that no row knows any more.
async fn sweep_files(site: &Site) {
    let (database, storage) = (site.database.clone(), site.storage.clone());
    let work = move || {
        let ids = database.read(upload::ids);
        let ids = ids.map_err(|problem: StoreError| problem.to_string())?;
        let uploads: HashSet<String> = ids.iter().map(ToString::to_string).collect();
        let named = |keys: &[String]| {
            let found = database.read(|reader| attachment::kept_keys(reader, keys));
            found.map_err(|problem: StoreError| io::Error::other(problem.to_string()))
        };
        let swept = storage.sweep(&named, &uploads);
        swept.map_err(|problem| problem.to_string())
    };
    match actix_web::web::block(work).await {
        Ok(Ok(0)) => {}
        Ok(Ok(files)) => tracing::info!(files, "files that nobody knew were taken away"),
        Ok(Err(problem)) => tracing::warn!(problem, "files were not swept"),
        Err(problem) => tracing::warn!(%problem, "sweeping files was interrupted"),
    }
}

/// Takes away what files of grants left behind that broke off, some at a time, so that
/// others can write in between.
async fn sweep_ledger(site: &Site) {
    let database = site.database.clone();
    let work = move || {
        while database.write(stamp("ledger"), import_ledger::sweep)? {}
        Ok::<(), StoreError>(())
    };
    match actix_web::web::block(work).await {
        Ok(Ok(())) => {}
        Ok(Err(problem)) => tracing::warn!(%problem, "the ledger was not swept"),
        Err(problem) => tracing::warn!(%problem, "sweeping the ledger was interrupted"),
    }
}

/// Writes down the end of the audit log where it grew, and sends it out once a day.
async fn note_head(site: &Site) {
    let worker = site.clone();
    let work = move || {
        let config = &worker.config;
        let stamp = Stamp {
            now: worker.clock.now(),
            ..stamp("audit_head")
        };
        let place = (config.data.as_path(), config.audit_head_to.as_str());
        audit_log::note_head(&worker.database, place, (&config.time_zone, stamp))
    };
    match actix_web::web::block(work).await {
        Ok(Ok(true)) => site.mail.notify_one(),
        Ok(Ok(false)) => {}
        Ok(Err(problem)) => tracing::error!(%problem, "the end of the audit log was not noted"),
        Err(problem) => tracing::warn!(%problem, "noting the audit log was interrupted"),
    }
}

/// Writes the morning's letters to those whose morning has come: what is new, and
/// what waits for their review.
async fn post_digests(site: Site) {
    loop {
        once_leading(&site).await;
        let worker = site.clone();
        let work = move || write_digests(&worker);
        match actix_web::web::block(work).await {
            Ok(Ok(())) => site.mail.notify_one(),
            Ok(Err(problem)) => tracing::warn!(%problem, "morning letters could not be written"),
            Err(problem) => tracing::warn!(%problem, "morning letters were interrupted"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Writes the backup of each day once its hour has come.
async fn back_up_daily(site: Site, daily: Option<Daily>) {
    let Some(daily) = daily.map(Arc::new) else {
        return;
    };
    loop {
        once_leading(&site).await;
        let (worker, daily) = (site.clone(), daily.clone());
        let work = move || {
            let from = (&worker.config, &worker.database);
            backup::write_due(&daily, from, worker.clock.now())
        };
        match actix_web::web::block(work).await {
            Ok(Ok(())) => {}
            Ok(Err(problem)) => tracing::error!(problem, "the backup of the day failed"),
            Err(problem) => tracing::error!(%problem, "the backup of the day was interrupted"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

fn write_digests(site: &Site) -> Result<(), StoreError> {
    in_batches(site, "digest", notices::post_digests)?;
    let reminding = Stamp {
        now: site.clock.now(),
        ..stamp("remind")
    };
    reminders::remind_due(&site.database, &reminding, &site.address)?;
    in_batches(site, "reports", award::remind_owed)?;
    in_batches(site, "expiring", legal_status::remind_expiring)
}

/// Writes letters to one batch of people after the other; gets the last person and
/// the address of the site.
type Batch = fn(&mut Tx, Option<AccountId>, &str) -> Result<Option<AccountId>, StoreError>;

fn in_batches(site: &Site, command: &str, batch: Batch) -> Result<(), StoreError> {
    let mut after = None;
    loop {
        let stamp = Stamp {
            now: site.clock.now(),
            ..stamp(command)
        };
        let work = |tx: &mut Tx| batch(tx, after, &site.address);
        after = site.database.write(stamp, work)?;
        if after.is_none() {
            return Ok(());
        }
    }
}
