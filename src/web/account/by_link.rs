//! The account that a link in a letter asks for first, whatever the letter is
//! about. What it asks, its own pages tell once somebody signed in.

use actix_web::HttpResponse;

use super::form::{JoinForm, fresh, join_fields};
use super::joining::{check, hash, place_of, told_of};
use super::pages::FormPage;
use crate::actions::Refusal;
use crate::actions::join_by_link::{Letter, join_by_link};
use crate::domain::Problems;
use crate::store::Tx;
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

fn place(letter: Letter, secret: &str) -> String {
    match letter {
        Letter::Membership => url::membership(secret),
        Letter::Sponsorship => url::sponsor_question(secret),
    }
}

fn page(
    visit: &Visit,
    (letter, secret): (Letter, &str),
    form: &JoinForm,
    problems: &Problems,
) -> FormPage {
    let (t, place) = (visit.t, place(letter, secret));
    let fields = join_fields(&Fields { t, problems }, form);
    let (title, lead) = match letter {
        Letter::Membership => ("membership-account", "membership-account-lead"),
        Letter::Sponsorship => ("sponsor-account", "sponsor-account-lead"),
    };
    let words = (title, lead, "sign-up-submit");
    let mut page = FormPage::new(visit, words, place.clone(), fields, problems);
    let sign_in = Link::new(url::sign_in_to(&place), t.say("sign-up-have-account"));
    page.links = vec![sign_in];
    page
}

/// Asks whoever opened the letter for an account, or to sign in.
pub fn show(visit: &Visit, link: (Letter, &str), addressee: String) -> Result<HttpResponse, Fault> {
    let form = JoinForm {
        email: addressee,
        ..JoinForm::default()
    };
    visit.page(&page(visit, link, &form, &fresh()))
}

/// Makes an account and leads to signing in, and back to the link.
pub async fn sign_up(
    visit: &Visit,
    (letter, secret): (Letter, &str),
    form: &JoinForm,
) -> Result<HttpResponse, Fault> {
    let refused = |problems| visit.refused(&page(visit, (letter, secret), form, &problems));
    let checked = match check(form, &told_of(visit, None).await?) {
        Ok(checked) => checked,
        Err(problems) => return refused(problems),
    };
    let hash = hash(visit, &form.password).await?;
    let (own, wanted) = (place_of(visit), secret.to_owned());
    let join = move |tx: &mut Tx| {
        let who = (checked.name.as_str(), &checked.email);
        join_by_link(tx, (letter, &wanted), who, &hash, (own.0, &own.1))
    };
    match visit.act(join).await? {
        Ok(()) => {
            let place = url::sign_in_to(&place(letter, secret));
            Ok(visit.see_with(&place, "notice-joined"))
        }
        Err(Refusal::Invalid(problems)) => refused(problems),
        Err(other) => Err(other.into()),
    }
}
