//! Asking for the present password again, where an open browser is not proof enough.

use actix_web::web::block;

use crate::actions::{Refusal, account, sign_in};
use crate::domain::AccountId;
use crate::store::{self, Tx};
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::ui::{Control, Field};
use crate::web::visit::Visit;

/// The field in which it is typed.
pub fn present_field(ask: &Fields) -> Field {
    Field {
        autocomplete: "current-password",
        ..ask.field("present", "field-present-password", "", Control::Password)
    }
}

/// Whether it is right; after too many tries nothing is, for a while.
pub async fn check_present(
    visit: &Visit,
    id: AccountId,
    present: String,
) -> Result<Result<(), Refusal>, Fault> {
    let tries = visit.site.config.sign_in_tries;
    let count = move |tx: &mut Tx| Ok(account::count_present(tx, id, tries)?);
    if visit.act_or_fault(count).await? {
        return Ok(Err(sign_in::too_many("present")));
    }
    let _turn = visit
        .site
        .hashing
        .acquire()
        .await
        .map_err(|_| Fault::Lost)?;
    let site = visit.site.clone();
    let row = visit
        .read(move |reader| store::account::by_id(reader, id))
        .await?;
    let row = row.ok_or(Fault::SignInFirst)?;
    let compare = move || account::check_present(&site.hasher, &row, &present);
    block(compare).await.map_err(|_| Fault::Lost)
}
