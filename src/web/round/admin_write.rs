//! Making and changing rounds.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::admin::load;
use super::admin_form::{Choosing, RoundForm, groups};
use super::admin_pages::FormPage;
use crate::actions::{Refusal, round};
use crate::domain::programme::Programme;
use crate::domain::round::{Round, RoundState};
use crate::domain::round_draft::RoundText;
use crate::domain::{Message, Problems, ProgrammeId};
use crate::policy::Actor;
use crate::policy::round::MayRunRounds;
use crate::store::{Tx, programme};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// Programmes offered; an installation has a handful.
const PROGRAMMES: i64 = 200;

async fn programmes(visit: &Visit) -> Result<Vec<Programme>, Fault> {
    let all = |reader: &mut _| programme::list(reader, None, PROGRAMMES);
    visit.read(all).await
}

fn new_page(visit: &Visit, of: &Choosing, text: &RoundText, problems: &Problems) -> FormPage {
    let t = visit.t;
    let heading = t.say("round-admin-new");
    let back = Link::new(url::ADMIN_ROUNDS, t.say("round-admin-title"));
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .wide()
            .back(back)
            .problems(t, problems),
        heading,
        lead: t.say("round-admin-new-lead"),
        action: "/admin/rounds/new".to_owned(),
        groups: groups(&Fields { t, problems }, text, Some(of), false),
        submit: t.say("round-admin-create"),
        cancel: Link::new(url::ADMIN_ROUNDS, t.say("admin-cancel")),
    }
}

/// The form of a new round.
pub async fn show_new(visit: Admin) -> Result<HttpResponse, Fault> {
    let programmes = programmes(&visit).await?;
    let text = RoundText {
        currency: "USD".to_owned(),
        time_zone: visit.zone().to_owned(),
        grace_minutes: "15".to_owned(),
        turnaround_days: "30".to_owned(),
        sign_off: true,
        ..RoundText::default()
    };
    let of = Choosing {
        programmes: &programmes,
        chosen: "",
    };
    visit.page(&new_page(&visit, &of, &text, &Problems::default()))
}

/// Makes a round.
pub async fn create(visit: Admin, Form(form): Form<RoundForm>) -> Result<HttpResponse, Fault> {
    let (chosen, actor) = (form.programme.clone(), visit.actor().clone());
    let (of, text) = (ProgrammeId::parse(&chosen).ok(), form.into_text());
    let typed = text.clone();
    let create = move |tx: &mut Tx| {
        let may = MayRunRounds::by(&actor).map_err(Refusal::Denied)?;
        round::create_round(tx, &may, of, &typed)
    };
    match visit.act(create).await? {
        Ok(made) => Ok(visit.see_with(&url::admin_round(&made.slug), "notice-round-created")),
        Err(Refusal::Invalid(problems)) => {
            let programmes = programmes(&visit).await?;
            let of = Choosing {
                programmes: &programmes,
                chosen: &chosen,
            };
            visit.refused(&new_page(&visit, &of, &text, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

fn edit_page(visit: &Visit, round: &Round, text: &RoundText, problems: &Problems) -> FormPage {
    let (t, bound) = (visit.t, round.state != RoundState::Draft);
    let hub = url::admin_round(&round.slug);
    let title = round.title.get(t.language());
    let heading = t.with("round-admin-edit-title", "title", title);
    let lead = if bound {
        "round-admin-edit-bound"
    } else {
        "round-admin-edit-lead"
    };
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .wide()
            .back(Link::new(hub.clone(), title))
            .problems(t, problems),
        heading,
        lead: t.say(lead),
        action: url::admin_round_part(&round.slug, "edit"),
        groups: groups(&Fields { t, problems }, text, None, bound),
        submit: t.say("admin-save"),
        cancel: Link::new(hub, t.say("admin-cancel")),
    }
}

/// A round that can be changed.
async fn load_editable(visit: &Visit, slug: &str) -> Result<Round, Fault> {
    let round = load(visit, slug).await?;
    match round.state {
        RoundState::Closed => Err(Fault::Stale(Message::new("stale-round-ended"))),
        RoundState::Draft | RoundState::Open => Ok(round),
    }
}

/// The form of a round that exists.
pub async fn show_edit(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = load_editable(&visit, &slug).await?;
    let text = RoundText::of(&round);
    visit.page(&edit_page(&visit, &round, &text, &Problems::default()))
}

/// Changes a round.
pub async fn change(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<RoundForm>,
) -> Result<HttpResponse, Fault> {
    let text = form.into_text();
    match visit.act(update(visit.actor(), &slug, &text)).await? {
        Ok(kept) => Ok(visit.see_with(&url::admin_round(&kept.slug), "notice-saved")),
        Err(Refusal::Invalid(problems)) => {
            let round = load_editable(&visit, &slug).await?;
            let text = text.bound_by(&round);
            visit.refused(&edit_page(&visit, &round, &text, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

fn update(
    actor: &Actor,
    slug: &str,
    text: &RoundText,
) -> impl FnMut(&mut Tx) -> Result<Round, Refusal> + Send + use<> {
    let (actor, slug, text) = (actor.clone(), slug.to_owned(), text.clone());
    move |tx| {
        let may = MayRunRounds::by(&actor).map_err(Refusal::Denied)?;
        round::update_round(tx, &may, &slug, &text)
    }
}
