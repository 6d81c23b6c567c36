//! What the review page shows, read for one reviewer: the application as the phase
//! lets it be seen, the review so far, what others said. Decides nothing that
//! `policy::review` doesn't.

use std::collections::BTreeMap;

use super::blind::covered;
use super::declaration::{Subject, compared, oneself, subject};
use super::talk::{Talk, talk};
use crate::actions::first_scores::{self, FirstScore};
use crate::actions::overlap::{Kept, kept};
use crate::domain::answers::{Answers, asked_form, for_reviewers};
use crate::domain::blind::{outside_profile, without_profile};
use crate::domain::check::CheckOutcome;
use crate::domain::engagement::Audience;
use crate::domain::form::{Form as Questions, Opt};
use crate::domain::legal_status::DocumentKind;
use crate::domain::moment::Day;
use crate::domain::overlap::{SUPPORTERS, Work};
use crate::domain::rubric::{Criterion, Rubric};
use crate::domain::{ApplicationId, CriterionId, Moment, ReviewId, RubricId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::review::MayCompare;
use crate::store::engagement::{self, QuoteRow};
use crate::store::incident::{self, IncidentRow};
use crate::store::own_review::OwnReview;
use crate::store::review::WrittenReview;
use crate::store::review_version::{self, ReviewVersion};
use crate::store::{
    Reader, StoreError, declaration, form, imported, legal_status, own_review, review, rubric,
    submission,
};
use crate::web::access::Reviewer;
use crate::web::errors::Fault;
use crate::web::pressure::summary;

/// What is on the desk once the declaration is made.
pub struct Content {
    pub rubric: Rubric,
    pub questions: Questions,
    pub answers: Answers,
    /// What of the support ledger overlaps with it.
    pub overlaps: Vec<Kept>,
    pub own: Option<OwnReview>,
    /// Number of the version of the application, and when it came.
    pub sent: Option<(i32, Moment)>,
    /// The answers that were scored, where newer ones came since.
    pub scored: Option<Answers>,
    pub versions: Vec<ReviewVersion>,
    /// Who brought the declaration out of a file, by name.
    pub declared_by: Option<String>,
    /// `None` while the phase hides them.
    pub others: Option<Vec<(usize, WrittenReview)>>,
    /// What was judged first, where the review or the rubric is another one by now.
    pub firsts: BTreeMap<ReviewId, FirstScore>,
    /// The rubrics that versions of the review were given on, the present one too.
    pub rubrics: BTreeMap<RubricId, Rubric>,
    /// Codes of the criteria whose scale is new to the review.
    pub renewed: Vec<String>,
    /// `None` while the reviewer may not discuss.
    pub talk: Option<Talk>,
    /// The organisation's papers that were verified, with the last day of each; none
    /// while the phase hides who applies, because some kinds tell where it is.
    pub papers: Vec<(DocumentKind, Option<Day>)>,
    /// What staff quote for reviewers.
    pub quotes: Vec<QuoteRow>,
    /// What this application states and staff recorded.
    pub incidents: Vec<IncidentRow>,
    /// The kinds of incidents that the form offers.
    pub kinds: Vec<Opt>,
}

/// The application within the reviewer's reach; its content where that is open to
/// them.
pub async fn load(
    visit: &Reviewer,
    application: ApplicationId,
) -> Result<(Subject, Option<Content>), Fault> {
    let reach = Reach::reviewer(visit.actor(), visit.now());
    let (t, me) = (visit.t, oneself(visit.actor()));
    let today = visit.now().day(visit.zone());
    let find = move |reader: &mut Reader| {
        let Some(assigned) = declaration::assigned(reader, reach, application)? else {
            return Ok(None);
        };
        let subject = subject(reader, t, assigned)?;
        if subject.assigned.case.may_read().is_err() {
            return Ok(Some((compared(reader, subject, (&me, today))?, None)));
        }
        let content = content(reader, (reach, t), &subject)?;
        Ok(Some((subject, Some(content))))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn content(
    reader: &mut Reader,
    (reach, t): (Reach, Locale),
    subject: &Subject,
) -> Result<Content, StoreError> {
    let missing = || StoreError::Damaged("a form or rubric is missing".to_owned());
    let (case, round) = (&subject.assigned.case, &subject.assigned.round);
    let rubric = rubric::by_id(reader, round.rubric_id)?.ok_or_else(missing)?;
    let whole = form::of_application(reader, &subject.assigned.application)?.ok_or_else(missing)?;
    let sent = submission::latest(reader, reach, case.application)?;
    let version = sent.as_ref().map(|sent| (sent.version, sent.submitted_at));
    let answers = sent.map(|sent| sent.answers).unwrap_or_default();
    let own = own_review::find(reader, case.application, case.reviewer)?;
    let (own, renewed) = present(reader, &rubric, own)?;
    let scored = own.as_ref().and_then(|own| own.scored);
    let older = scored.filter(|scored| version.is_some_and(|(latest, _)| *scored < latest));
    let scored = older_answers(reader, (reach, case.application), older)?;
    let versions = match &own {
        Some(own) => review_version::versions(reader, own.id)?,
        None => Vec::new(),
    };
    let others = match MayCompare::on(case) {
        Ok(may) => Some(review::others(reader, &may)?),
        Err(_) => None,
    };
    let firsts = first_scores::of_application(reader, case.application, &rubric)?;
    let rubrics = given_on(reader, &rubric, &versions)?;
    let seen = |answers: &Answers| match &subject.mask {
        Some(mask) => {
            let answers = outside_profile(&whole, for_reviewers(&whole, answers));
            covered(t, mask, &answers)
        }
        None => for_reviewers(&whole, answers),
    };
    let overlaps = overlaps(reader, reach, subject, (&rubric, &answers))?;
    let asked = asked_form(&whole, &answers).for_reviewers();
    Ok(Content {
        questions: match subject.mask {
            Some(_) => without_profile(asked),
            None => asked,
        },
        answers: seen(&answers),
        overlaps,
        scored: scored.map(|scored| seen(&scored)),
        sent: version,
        talk: talk(reader, reach, (case, round.id))?,
        papers: verified(reader, subject)?,
        quotes: engagement::quoted(reader, case.application, Audience::Reviewers)?,
        incidents: incident::summary(reader, subject.organisation.id, Some(case.application))?,
        kinds: summary::kinds(&whole),
        rubric,
        own,
        versions,
        declared_by: imported::declared_by(reader, (case.application, case.reviewer))?,
        others,
        firsts,
        rubrics,
        renewed,
    })
}

/// What overlaps with it, where some criterion asks for that.
fn overlaps(
    reader: &mut Reader,
    reach: Reach,
    subject: &Subject,
    (rubric, answers): (&Rubric, &Answers),
) -> Result<Vec<Kept>, StoreError> {
    if !rubric.criteria.iter().any(weighs_support) {
        return Ok(Vec::new());
    }
    let work = Work::asked(&subject.organisation, answers);
    kept(reader, reach, subject.assigned.case.application, &work)
}

/// Whether other supporters are evidence of a criterion, and overlaps with them.
pub fn weighs_support(criterion: &Criterion) -> bool {
    criterion.evidence.iter().any(|code| code == SUPPORTERS)
}

/// The answers of an older version, where one was scored.
fn older_answers(
    reader: &mut Reader,
    (reach, id): (Reach, ApplicationId),
    older: Option<i32>,
) -> Result<Option<Answers>, StoreError> {
    let Some(older) = older else {
        return Ok(None);
    };
    let sent = submission::of_version(reader, reach, id, older)?;
    Ok(sent.map(|sent| sent.answers))
}

fn verified(
    reader: &mut Reader,
    subject: &Subject,
) -> Result<Vec<(DocumentKind, Option<Day>)>, StoreError> {
    if subject.mask.is_some() {
        return Ok(Vec::new());
    }
    let organisation = subject.assigned.application.organisation_id;
    let all = legal_status::latest(reader, organisation)?.into_iter();
    let verified = all.filter(|row| row.outcome == CheckOutcome::Verified);
    Ok(verified.map(|row| (row.kind, row.expires_on)).collect())
}

/// One's review as it goes on under the present rubric, with the codes of what has
/// to be judged on a new scale.
fn present(
    reader: &mut Reader,
    rubric: &Rubric,
    own: Option<OwnReview>,
) -> Result<(Option<OwnReview>, Vec<String>), StoreError> {
    let Some(mut own) = own else {
        return Ok((None, Vec::new()));
    };
    let answered = own.draft.answered();
    let known = |id: &CriterionId| rubric.criteria.iter().any(|one| one.id == *id);
    let marked = own.draft.marks.iter().map(|mark| mark.criterion);
    let former: Vec<CriterionId> = marked.filter(|id| !known(id)).collect();
    let codes = match former.is_empty() {
        true => BTreeMap::new(),
        false => rubric::codes(reader, &former)?,
    };
    let sent = own.submitted_at.is_some();
    let lacking = rubric.lacking(&answered).into_iter();
    let renewed = lacking.filter(|one| sent || codes.values().any(|code| *code == one.code));
    let renewed = renewed.map(|one| one.code.clone()).collect();
    own.draft = own.draft.carried(rubric, &codes);
    Ok((Some(own), renewed))
}

fn given_on(
    reader: &mut Reader,
    rubric: &Rubric,
    versions: &[ReviewVersion],
) -> Result<BTreeMap<RubricId, Rubric>, StoreError> {
    let others = versions.iter().map(|version| version.rubric);
    let others: Vec<RubricId> = others.filter(|id| *id != rubric.id).collect();
    let mut rubrics = match others.is_empty() {
        true => BTreeMap::new(),
        false => rubric::by_ids(reader, &others)?,
    };
    rubrics.insert(rubric.id, rubric.clone());
    Ok(rubrics)
}
