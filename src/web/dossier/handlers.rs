//! Showing a dossier, and recording checks on it.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::conflicts::{self, Known, conflicts};
use super::dialogue;
use super::pages::DossierPage;
use super::{hands, parts};
use crate::actions::Refusal;
use crate::actions::due_diligence::{Diligence, diligence};
use crate::actions::flags::flags;
use crate::actions::legal_status::check_beside;
use crate::actions::list_screening::{Standing, standings_for};
use crate::actions::reading::Protected;
use crate::domain::engagement::Audience;
use crate::domain::flag::Flag;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::rubric::Rubric;
use crate::domain::{ApplicationId, AwardId, OrganisationId, Problems, RoundId};
use crate::policy::{Actor, Reach};
use crate::store::abstention::{self, Abstention};
use crate::store::application::{self, ApplicationRow};
use crate::store::assignment::{self, AssignmentRow};
use crate::store::certification::{self, CertificationRow};
use crate::store::clarification::{self, Clarification};
use crate::store::engagement::{self, QuoteRow};
use crate::store::filing::{self, FilingRow};
use crate::store::form;
use crate::store::incident::{self, IncidentRow};
use crate::store::screening::{self, ScreeningRow};
use crate::store::sponsorship::{self, SponsorshipRow};
use crate::store::submission::{self, Submission};
use crate::store::term::{self, Term};
use crate::store::{
    Reader, StoreError, Tx, appeal, award, discussion, member, organisation, round, rubric, thread,
};
use crate::web::access::{Admin, Staff};
use crate::web::application::answers;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::shown::Door;
use crate::web::forms::{Fields, Form};
use crate::web::hold::{self, Held, held};
use crate::web::legal_status::{Card, PaperForm};
use crate::web::reading;
use crate::web::ui::Link;
use crate::web::visit::Visit;
use crate::web::{due_diligence, url, words};

/// An application with its round and organisation.
pub struct Subject {
    pub row: ApplicationRow,
    pub round: Round,
    pub organisation: Organisation,
}

/// The subject of an address; nothing when it is out of reach.
pub fn subject(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
) -> Result<Option<Subject>, StoreError> {
    let Some(row) = application::find(reader, reach, id)? else {
        return Ok(None);
    };
    let round = round::by_id(reader, row.round_id)?;
    let owner = organisation::by_ids(reader, &[row.organisation_id])?.pop();
    Ok(round.zip(owner).map(|(round, organisation)| Subject {
        row,
        round,
        organisation,
    }))
}

/// Everything that the page shows.
pub struct Dossier {
    pub subject: Subject,
    pub terms: Vec<Term>,
    pub form: Option<Arc<crate::domain::form::Form>>,
    pub sent: Option<Submission>,
    pub screening: Option<ScreeningRow>,
    pub legal: Card,
    /// The hold of the organisation.
    pub hold: Option<Held>,
    pub diligence: Diligence,
    pub assigned: Vec<AssignmentRow>,
    /// Who left for want of competence or time.
    pub declined: Vec<Abstention>,
    pub certified: Option<CertificationRow>,
    pub filed: Option<FilingRow>,
    pub sponsor: Option<Sponsor>,
    /// People of the organisation.
    pub members: usize,
    /// Everything that it was asked, the latest first.
    pub asked: Vec<Clarification>,
    /// Messages of the applicant that wait for an answer.
    pub waiting: i64,
    pub conflicts: Known,
    /// How the screening of the organisation stands.
    pub lists: Option<Standing>,
    /// Posts in the discussion, and whether the reviews differ widely.
    pub talk: (i64, Option<Flag>),
    /// What is quoted of the organisation's engagement log.
    pub quotes: Vec<QuoteRow>,
    /// What stands of what happened to the organisation.
    pub incidents: Vec<IncidentRow>,
    pub rubric: Option<Rubric>,
    /// What it was awarded, once that is followed.
    pub award: Option<AwardId>,
    /// Whether a request to look again waits for an answer.
    pub appealed: bool,
}

async fn load(visit: &Visit, actor: &Actor, id: &str) -> Result<Dossier, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let (reach, now) = (Reach::staff(actor), visit.now());
    let today = now.day(visit.zone());
    let find = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        Ok(Some(Dossier {
            terms: term::all(reader)?,
            form: form::of_application(reader, &subject.row)?,
            sent: submission::latest(reader, reach, id)?,
            screening: screening::latest(reader, id)?,
            legal: Card::read(reader, reach, &subject.row, now)?,
            hold: held(reader, &subject.row)?,
            diligence: diligence(reader, reach, &subject.row, now)?,
            assigned: assignment::of_application(reader, id)?,
            declined: abstention::of_application(reader, id)?,
            certified: certification::latest(reader, reach, id)?,
            filed: filing::of_application(reader, id)?,
            sponsor: sponsor(reader, reach, (id, subject.organisation.id))?,
            members: member::of_organisation(reader, subject.organisation.id)?.len(),
            asked: clarification::of_application(reader, reach, id)?,
            waiting: thread::count_waiting(reader, id)?,
            conflicts: conflicts::known(reader, (id, subject.organisation.id), today)?,
            lists: standings_for(reader, reach, &[subject.organisation.id])?
                .remove(&subject.organisation.id),
            talk: talk(reader, reach, (id, subject.round.id))?,
            quotes: engagement::quoted(reader, id, Audience::Staff)?,
            incidents: incidents(reader, reach, subject.organisation.id)?,
            rubric: rubric::by_id(reader, subject.round.rubric_id)?,
            award: award::of_application(reader, id)?,
            appealed: appeal::of_application(reader, id)?
                .iter()
                .any(|one| one.answer.is_none()),
            subject,
        }))
    };
    let read = Protected::Answers(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

/// Nothing where the organisation as a whole is out of reach: another application of it
/// may be.
fn incidents(
    reader: &mut Reader,
    reach: Reach,
    id: OrganisationId,
) -> Result<Vec<IncidentRow>, StoreError> {
    match organisation::find(reader, reach, id)? {
        Some(_) => incident::summary(reader, id, None),
        None => Ok(Vec::new()),
    }
}

fn talk(
    reader: &mut Reader,
    reach: Reach,
    (id, round): (ApplicationId, RoundId),
) -> Result<(i64, Option<Flag>), StoreError> {
    let flag = flags(reader, reach, &[round], &[id])?.remove(&id);
    Ok((discussion::count(reader, id)?, flag))
}

/// The fiscal sponsor: the latest question, the organisation that consented and
/// who answered for it.
pub struct Sponsor {
    pub row: SponsorshipRow,
    pub organisation: Option<Organisation>,
    pub answerer: String,
}

fn sponsor(
    reader: &mut Reader,
    reach: Reach,
    about: (ApplicationId, OrganisationId),
) -> Result<Option<Sponsor>, StoreError> {
    let Some(row) = sponsorship::seen(reader, reach, about)? else {
        return Ok(None);
    };
    let ids: Vec<_> = row.organisation_id.into_iter().collect();
    Ok(Some(Sponsor {
        organisation: organisation::by_ids(reader, &ids)?.pop(),
        answerer: sponsorship::answerer(reader, &row)?,
        row,
    }))
}

fn page(
    visit: &Visit,
    actor: &Actor,
    dossier: &Dossier,
    form: &PaperForm,
    problems: &Problems,
) -> DossierPage {
    let (t, row) = (visit.t, &dossier.subject.row);
    let (owner, round) = (&dossier.subject.organisation, &dossier.subject.round);
    let name = owner.name(t.language()).to_owned();
    let list = url::admin_round_part(&round.slug, "applications");
    let log = format!("{}?kind=application&id={}", url::AUDIT, row.id);
    DossierPage {
        chrome: Chrome::new(visit, &row.reference)
            .wide()
            .back(Link::new(list, t.say("round-admin-applications")))
            .problems(t, problems),
        t,
        reference: row.reference.clone(),
        round: Link::new(url::admin_round(&round.slug), round.title.get(t.language())),
        other_names: parts::other_names(owner, &name),
        organisation: name,
        title: row.title.clone(),
        status: words::status(t, row.status),
        late: row.late,
        next: parts::next(t, actor, row),
        facts: parts::facts(visit, dossier),
        screening: parts::screening(visit, dossier),
        filed: hands::filed(t, actor, dossier),
        certified: hands::certified(visit, dossier),
        sponsor: hands::sponsor(visit, dossier),
        legal: dossier.legal.badge(t),
        papers: dossier.legal.link(t),
        checks: parts::checks(visit, &dossier.legal),
        check: parts::check_form(&Fields { t, problems }, actor, dossier, form),
        reviewers: parts::reviewers(t, dossier),
        progress: parts::progress(t, &dossier.assigned),
        reviewing: parts::reviewing(t, round, dossier),
        assign: parts::assign(t, actor, row),
        hold: dossier
            .hold
            .as_ref()
            .map(|one| hold::warning(visit, actor, row.id, one)),
        diligence: due_diligence::summary(t, &dossier.diligence),
        evidence: parts::evidence(t, dossier),
        decision: parts::decision(t, row),
        award: parts::award(t, dossier),
        appeal: parts::appeal(t, dossier),
        conflicts: conflicts(t, row.id, &dossier.conflicts),
        dialogue: dialogue::dialogue(t, dossier),
        talk: dialogue::talk(t, dossier),
        answers: answered(visit, dossier),
        quotes: dialogue::quotes(visit, actor, dossier),
        pressure: dialogue::pressure(visit, dossier),
        record: parts::record(t, dossier),
        timeline: parts::timeline(visit, dossier),
        log: Link::new(log, t.say("dossier-log")),
    }
}

/// What was sent, with the way to its files.
fn answered(visit: &Visit, dossier: &Dossier) -> Vec<answers::ShownSection> {
    let (Some(form), Some(sent)) = (&dossier.form, &dossier.sent) else {
        return Vec::new();
    };
    let csrf = visit.token.csrf();
    let mut shown = answers::sections(visit.t, form, &sent.answers);
    answers::open_files(&mut shown, &Door::Staff(dossier.subject.row.id, &csrf));
    shown
}

/// Everything about one application.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let dossier = load(&visit, visit.actor(), &id).await?;
    let (form, problems) = (PaperForm::default(), Problems::default());
    visit.page(&page(&visit, visit.actor(), &dossier, &form, &problems))
}

/// Records a look at the certificate of who stands behind the application.
pub async fn check(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<PaperForm>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, draft) = (visit.actor().clone(), form.draft());
    let check = move |tx: &mut Tx| check_beside(tx, &actor, application, &draft);
    match visit.act(check).await? {
        Ok(()) => Ok(visit.see_with(&url::dossier(application), "notice-checked")),
        Err(Refusal::Invalid(problems)) => {
            let dossier = load(&visit, visit.actor(), &id).await?;
            visit.refused(&page(&visit, visit.actor(), &dossier, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
