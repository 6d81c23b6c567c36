//! Signing everybody out at once: for when nobody knows whose browser is in wrong hands.

use actix_web::HttpResponse;

use super::form::fresh;
use super::pages::FormPage;
use crate::actions::{Refusal, people};
use crate::policy::account::MayManagePeople;
use crate::store::Tx;
use crate::web::access::{Admin, Fresh};
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;

/// Says what it does, before it is done.
pub async fn show(visit: Admin) -> Result<HttpResponse, Fault> {
    let words = ("everybody-title", "everybody-lead", "everybody-submit");
    let action = url::ALL_SESSIONS.to_owned();
    let mut page = FormPage::new(&visit, words, action, Vec::new(), &fresh());
    let back = Link::new(url::PEOPLE, visit.t.say("people-title"));
    page.chrome = page.chrome.back(back);
    visit.page(&page)
}

/// Ends every session there is, the own one too.
pub async fn sign_out(visit: Fresh<Admin>, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let actor = visit.actor().clone();
    let end = move |tx: &mut Tx| {
        let may = MayManagePeople::on(&actor, None).map_err(Refusal::Denied)?;
        people::sign_everybody_out(tx, &may)
    };
    visit.act_or_fault(end).await?;
    Ok(visit.see_with(url::SIGN_IN, "notice-everybody-signed-out"))
}
