//! The daily backups of before a purge: which they are, and a new one in their place.

use std::io;

use actix_web::HttpResponse;

use super::{PurgeForm, Target};
use crate::actions::backup::{Daily, NotDone, Source};
use crate::actions::purge::{self as actions, Unreplaced};
use crate::config::Config;
use crate::domain::{Moment, PurgeId};
use crate::store::Database;
use crate::web::access::Admin;
use crate::web::errors::Fault;
use crate::web::waiting::{ROUND, wait};

/// How the program writes them; nothing where it writes none. Settings that are wrong let
/// no program begin to serve.
pub(super) fn daily(config: &Config) -> Option<Daily> {
    let daily = Daily::set_up(
        &config.backup_folder,
        (config.backup_hour, config.backup_keep),
        &config.time_zone,
        &config.backup_to,
    );
    daily.ok().flatten()
}

/// The names of those in which something of before an instant may lie.
pub(super) fn until(daily: &Daily, before: Moment) -> Vec<String> {
    let named = |days: Vec<_>| {
        let files = days.into_iter().map(|day| daily.file(day));
        let names = files.filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()));
        names.collect()
    };
    daily.until(before).map_or_else(unread, named)
}

fn unread(problem: io::Error) -> Vec<String> {
    tracing::warn!(%problem, "the folder of daily backups can’t be read");
    Vec::new()
}

/// Puts a new one in their place.
pub(super) async fn replace(
    visit: &Admin,
    target: &Target,
    form: &PurgeForm,
) -> Result<HttpResponse, Fault> {
    let id = PurgeId::parse(&form.purge).map_err(|_| Fault::NotFound)?;
    let daily = daily(&visit.site.config).ok_or(Fault::NotFound)?;
    let (site, actor, stamp) = (visit.site.clone(), visit.actor().clone(), visit.stamp());
    let work = move |database: &Database| {
        let config = &site.config;
        let url = config.database();
        let url = url.map_err(|problem| Unreplaced::Kept(NotDone::Unasked(problem)))?;
        let from = Source {
            database,
            url: &url,
            data: &config.data,
            storage: &site.storage,
        };
        actions::replace_backups((&daily, &from), &actor, id, &stamp)
    };
    let notice = match wait(&visit.site.database, (ROUND, Fault::Uncertain), work).await? {
        Ok(_) => "notice-backups-replaced",
        Err(Unreplaced::Refused(refusal)) => return Err(refusal.into()),
        Err(Unreplaced::Kept(problem)) => {
            tracing::error!(%problem, "backups of before a purge are there still");
            "notice-backups-kept"
        }
    };
    Ok(visit.see_with(&target.place, notice))
}
