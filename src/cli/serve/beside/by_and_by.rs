//! What is done a little at a time, so that others write in between.

use std::time::{Duration, Instant};

use super::{aside, stamp};
use crate::actions::disagreement;
use crate::store::{Stamp, Tx, organisation};
use crate::web::Site;

/// Applications in one transaction.
const CALLED: usize = 8;
/// How many times as long as such a transaction took others may write before the next.
const REST: u32 = 3;
/// So long grams are made each hour at most: what comes behind them looks two hours back.
const FILLING: Duration = Duration::from_secs(30 * 60);

/// Calls people to discussions that no review which was just sent has opened.
pub(super) async fn call_late(site: &Site) {
    let failed = "nobody could be called to discuss";
    let database = site.database.clone();
    let late = aside(failed, move || database.read(disagreement::late)).await;
    for some in late.unwrap_or_default().chunks(CALLED) {
        let (worker, some, begun) = (site.clone(), some.to_vec(), Instant::now());
        let call = move || {
            let stamp = Stamp {
                now: worker.clock.now(),
                ..stamp("discussion")
            };
            let call = |tx: &mut Tx| disagreement::call_late(tx, &some, &worker.address);
            worker.database.write(stamp, call)
        };
        if aside(failed, call).await.is_none() {
            return;
        }
        site.mail.notify_one();
        tokio::time::sleep(begun.elapsed() * REST).await;
    }
}

/// Gives organisations grams whose names a former release wrote; where they are very many,
/// the rest of them in the next hour.
pub(super) async fn fill_grams(site: &Site) {
    let all_begun = Instant::now();
    while all_begun.elapsed() < FILLING {
        let (database, begun) = (site.database.clone(), Instant::now());
        let fill = move || database.write(stamp("grams"), organisation::fill_grams);
        match aside("organisations have no grams", fill).await {
            None | Some(0) => return,
            Some(_) => tokio::time::sleep(begun.elapsed() * REST).await,
        }
    }
}
