//! Which lists count for a round, for everybody: that names are screened is no secret,
//! and neither is by what.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::setting::{ShownRule, days, shown_rules};
use crate::domain::list_screening::{Jurisdiction, Rule};
use crate::domain::moment::Day;
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::store::{Reader, StoreError, list_screening};
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::round::public_round;
use crate::web::ui::Link;
use crate::web::url;

#[derive(Template)]
#[template(path = "list_screening/public.html")]
struct PublicPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    rules: Vec<ShownRule>,
}

/// The rules that hold for a round.
pub fn rules_of(reader: &mut Reader, round: &Round) -> Result<Vec<Rule>, StoreError> {
    let setting = list_screening::setting(reader)?;
    let rules = setting.rules().iter();
    let own = rules.filter(|rule| rule.programme == round.programme_id);
    Ok(own.cloned().collect())
}

type Found = (
    Round,
    Vec<Rule>,
    BTreeSet<Jurisdiction>,
    BTreeMap<String, Day>,
);

fn load(reader: &mut Reader, slug: &str) -> Result<Option<Found>, StoreError> {
    let Some(round) = public_round(reader, slug)? else {
        return Ok(None);
    };
    let rules = rules_of(reader, &round)?;
    let sources = list_screening::sources(reader, round.programme_id)?;
    Ok(Some((round, rules, sources, days(reader)?)))
}

/// The setting of a round that is no draft.
pub async fn show(visit: Anyone, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let slug = slug.into_inner();
    let found = visit.read(move |reader| load(reader, &slug)).await?;
    let (round, rules, sources, days) = found.ok_or(Fault::NotFound)?;
    let t = visit.t;
    let title = round.title.get(t.language()).to_owned();
    visit.page(&PublicPage {
        chrome: Chrome::new(&visit, &t.say("setting-public-title"))
            .back(Link::new(url::round(&round.slug), title.clone())),
        t,
        round: title,
        rules: shown_rules(t, &rules, (&sources, &days)),
    })
}
