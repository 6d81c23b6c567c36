//! The agreement signed on paper: brought by the organisation, handed to staff.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::member::{load, refused};
use super::{award, own};
use crate::actions::award::{agree_on_paper, take_paper};
use crate::domain::{Message, Problems};
use crate::web::access::{Applicant, Fresh, Staff};
use crate::web::errors::Fault;
use crate::web::files::posted::{FileForm, next_file};
use crate::web::files::{Keep, Untaken, hand_out, receive, take_as};
use crate::web::forms::Form;
use crate::web::ops::NoFields;

/// Takes the paper, and with it the agreement to the terms of the digest in the address.
pub async fn bring(
    visit: Applicant,
    path: Path<(String, String)>,
    form: FileForm,
) -> Result<HttpResponse, Fault> {
    let (id, print) = (award(&path.0)?, path.1.clone());
    let before = load(&visit, id).await?;
    let wrong = |message: Message| refused(&visit, &before, &Problems::one("file", message));
    let FileForm::Files(mut form) = form else {
        return wrong(Message::new("error-award-paper"));
    };
    let Some(mut file) = next_file(&mut form).await? else {
        return wrong(Message::new("error-file-choose"));
    };
    let arrived = match receive(&visit, &mut file).await? {
        Ok(arrived) => arrived,
        Err(message) => return wrong(message),
    };
    let actor = visit.actor().clone();
    let keep: Keep =
        Box::new(move |tx, name, stored| agree_on_paper(tx, &actor, (id, &print), (name, stored)));
    match take_as(&visit, keep, arrived).await? {
        Ok(()) => Ok(visit.see_with(&own(id), "notice-award-agreed")),
        Err(Untaken::Refused(message) | Untaken::Later(message)) => wrong(message),
    }
}

/// The paper for staff; noted in the audit log.
pub async fn by_staff(
    visit: Fresh<Staff>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (award(&id)?, visit.actor().clone());
    let row = visit.act_or_fault(move |tx| take_paper(tx, &actor, id));
    hand_out(&visit, row.await?).await
}
