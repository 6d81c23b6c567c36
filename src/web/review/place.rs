//! Addresses within reviewing that no other page links to.

use crate::domain::ApplicationId;
use crate::domain::review::Order;
use crate::web::url;

/// The review page, with the order of the queue that leads there.
pub fn review(id: ApplicationId, order: Order) -> String {
    match order {
        Order::Due => url::review(id),
        order => format!("{}?order={}", url::review(id), order.code()),
    }
}

/// Where a review saves itself.
pub fn autosave(id: ApplicationId) -> String {
    format!("{}/autosave", url::review(id))
}

/// Where an assignment is declined.
pub fn decline(id: ApplicationId) -> String {
    format!("{}/decline", url::review(id))
}
