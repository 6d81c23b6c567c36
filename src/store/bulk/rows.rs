//! What stands in the rows: domain values, as they are kept elsewhere one by one.

use super::{Cell, Filling};
use crate::domain::account::Role;
use crate::domain::award::AwardState;
use crate::domain::check::CheckOutcome;
use crate::domain::decision::Outcome;
use crate::domain::grams;
use crate::domain::legal_status::{DocumentKind, Seen};
use crate::domain::member::MemberRole;
use crate::domain::organisation::Organisation;
use crate::domain::review::{ConflictKind, ReviewDraft};
use crate::domain::rubric::Rubric;
use crate::domain::screening::Verdict;
use crate::domain::{
    AccountId, ApplicationId, Currency, DecisionId, Language, LedgerFileId, LegalDocumentId,
    Moment, OrganisationId, ReviewId,
};
use crate::store::account::AccountRow;
use crate::store::application::ApplicationRow;
use crate::store::{review_version, total};

/// What was written into a form, as it is kept.
#[derive(Debug, Clone, Copy)]
pub struct Filed<'a> {
    /// The JSON of the answers.
    pub answers: &'a str,
    pub at: Moment,
    pub by: AccountId,
}

/// A reviewer's part in an application.
#[derive(Debug)]
pub struct Reviewed<'a> {
    pub id: ReviewId,
    pub application: ApplicationId,
    pub reviewer: AccountId,
    pub rubric: &'a Rubric,
    pub draft: &'a ReviewDraft,
    /// When it was written last, and whether it was sent then.
    pub at: Moment,
    pub sent: bool,
}

/// A decision as far as it has come.
#[derive(Debug)]
pub struct Decided<'a> {
    pub id: DecisionId,
    pub application: ApplicationId,
    pub outcome: Outcome,
    /// Of an award, in minor units of the round's currency.
    pub amount_minor: Option<i64>,
    /// Of an award: code of the list `funding_type`.
    pub funding_type: Option<&'a str>,
    /// Of a decline: code of the list `decline_reason`.
    pub reason: Option<&'a str>,
    pub rationale: &'a str,
    pub feedback: &'a str,
    pub proposed: (AccountId, Moment),
    pub signed: Option<(AccountId, Moment)>,
    pub released: Option<(AccountId, Moment)>,
}

/// The text of an id, or nothing.
fn id(id: impl std::fmt::Display) -> Cell<'static> {
    id.to_string().into()
}

fn when(at: Moment) -> Cell<'static> {
    at.micros().into()
}

fn words(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::NoText, Cell::from)
}

impl<'a> Filling<'a> {
    /// A person with one role.
    pub fn account(&mut self, row: AccountRow, role: Role) {
        let own = row.id;
        self.accounts.add([
            id(own),
            row.email.into(),
            row.name.into(),
            row.password_hash.into(),
            row.language.code().into(),
            row.time_zone.into(),
            when(row.created_at),
            row.confirmed_at.map(Moment::micros).into(),
            row.disabled_at.map(Moment::micros).into(),
        ]);
        let granted = row.created_at;
        self.roles.add([id(own), role.code().into(), when(granted)]);
    }

    /// An organisation with its founder, who owns it.
    pub fn organisation(&mut self, row: Organisation, founder: AccountId, at: Moment) {
        let names = [&*row.name_latin, &*row.name_arabic, &*row.name_hebrew];
        let names = grams::searched(names);
        self.grams(row.id, &names);
        self.organisations.add([
            id(row.id),
            row.name_latin.into(),
            row.name_arabic.into(),
            row.name_hebrew.into(),
            row.base.into(),
            row.community.into(),
            row.legal_form.into(),
            row.website.into(),
            when(at),
            id(founder),
            names.into(),
        ]);
        for (position, registration) in (0_i32..).zip(row.registrations) {
            self.registrations.add([
                id(row.id),
                position.into(),
                registration.register.into(),
                registration.number.into(),
            ]);
        }
        let owner = MemberRole::Owner.code();
        self.memberships
            .add([id(founder), id(row.id), when(at), owner.into()]);
    }

    /// The grams of what an organisation is searched by.
    pub(in crate::store) fn grams(&mut self, organisation: OrganisationId, names: &str) {
        for gram in grams::grams(names) {
            self.grams.add([gram.into(), id(organisation)]);
        }
    }

    /// What an organisation says about itself in one section.
    pub fn profile(&mut self, organisation: OrganisationId, section: &'a str, filed: Filed<'a>) {
        self.profiles.add([
            id(organisation),
            section.into(),
            filed.answers.into(),
            when(filed.at),
            id(filed.by),
        ]);
    }

    /// A registration certificate that was seen and found right.
    pub fn certificate(
        &mut self,
        (own, organisation): (LegalDocumentId, OrganisationId),
        (by, at): (AccountId, Moment),
    ) {
        self.papers.add([
            id(own),
            id(organisation),
            DocumentKind::Registration.code().into(),
            CheckOutcome::Verified.code().into(),
            Seen::Paper.kept().into(),
            "".into(),
            id(by),
            when(at),
        ]);
    }

    /// An application; what it is written in, and what it asks for.
    pub fn application(&mut self, row: ApplicationRow, written_in: Language, topic: &'a str) {
        self.applications.add([
            id(row.id),
            row.reference.into(),
            id(row.round_id),
            id(row.organisation_id),
            row.status.code().into(),
            row.title.into(),
            row.requested_minor.into(),
            when(row.created_at),
            id(row.created_by),
            row.submitted_at.map(Moment::micros).into(),
            row.late.into(),
            id(row.form_id),
            row.stage.code().into(),
            written_in.code().into(),
            topic.into(),
        ]);
    }

    /// A section of an application, saved once.
    pub fn section(&mut self, application: ApplicationId, section: &'a str, filed: Filed<'a>) {
        self.sections.add([
            id(application),
            section.into(),
            filed.answers.into(),
            1_i32.into(),
            when(filed.at),
            id(filed.by),
            true.into(),
        ]);
    }

    /// What was sent, with the digest of its answers.
    pub fn submission(&mut self, application: ApplicationId, filed: Filed<'a>, digest: &'a str) {
        self.submissions.add([
            id(application),
            1_i32.into(),
            when(filed.at),
            id(filed.by),
            false.into(),
            filed.answers.into(),
            digest.into(),
        ]);
    }

    /// A screening; any id serves, nothing refers to it.
    pub fn screening(
        &mut self,
        (own, application): (ApplicationId, ApplicationId),
        verdict: &Verdict,
        (by, at): (AccountId, Moment),
    ) {
        self.screenings.add([
            id(own),
            id(application),
            verdict.code().to_owned().into(),
            verdict.reason().map(str::to_owned).into(),
            "".into(),
            id(by),
            when(at),
        ]);
    }

    /// An assignment.
    pub fn assignment(
        &mut self,
        (application, reviewer): (ApplicationId, AccountId),
        (by, at): (AccountId, Moment),
    ) {
        self.assignments
            .add([id(application), id(reviewer), id(by), when(at)]);
    }

    /// A reviewer says that they have no conflict of interest.
    pub fn declaration(&mut self, application: ApplicationId, reviewer: AccountId, at: Moment) {
        let kind = ConflictKind::None.code();
        self.declarations.add([
            id(application),
            id(reviewer),
            kind.into(),
            "".into(),
            when(at),
        ]);
    }

    /// Somebody who was told that an application is to be discussed.
    pub fn call(&mut self, application: ApplicationId, person: AccountId, at: Moment) {
        self.calls.add([id(application), id(person), when(at)]);
    }

    /// A review with its scores, and its sealed version where it was sent.
    pub fn review(&mut self, one: &Reviewed<'_>) {
        let (draft, sent) = (one.draft, one.sent);
        let total = total::total(one.rubric, &draft.judgements());
        self.reviews.add([
            id(one.id),
            id(one.application),
            id(one.reviewer),
            id(one.rubric.id),
            draft.comment.clone().into(),
            1_i32.into(),
            when(one.at),
            sent.then_some(one.at.micros()).into(),
            sent.then_some(1_i32).into(),
            draft.confidence.map(|one| one.code().to_owned()).into(),
            draft.recommendation.map(|one| one.code().to_owned()).into(),
            total.filter(|_| sent).into(),
        ]);
        for mark in &draft.marks {
            self.scores.add([
                id(one.id),
                id(mark.criterion),
                mark.judgement.code().into(),
                mark.justification.clone().into(),
            ]);
        }
        if sent {
            self.versions.add([
                id(one.id),
                1_i32.into(),
                when(one.at),
                review_version::body(draft).into(),
                "".into(),
                id(one.rubric.id),
            ]);
        }
    }

    /// A decision; a released award is opened too, in this currency and language.
    pub fn decision(&mut self, one: &Decided<'a>, (currency, tongue): (Currency, Language)) {
        let by = |step: Option<(AccountId, Moment)>| match step {
            Some((by, at)) => [id(by), when(at)],
            None => [Cell::NoText, Cell::NoBig],
        };
        let [signed_by, signed_at] = by(one.signed);
        let [released_by, released_at] = by(one.released);
        self.decisions.add([
            id(one.id),
            id(one.application),
            1_i32.into(),
            one.outcome.code().into(),
            one.amount_minor.into(),
            words(one.funding_type),
            one.rationale.into(),
            one.feedback.into(),
            id(one.proposed.0),
            when(one.proposed.1),
            signed_by,
            signed_at,
            released_by,
            released_at,
            words(one.reason),
        ]);
        if let (Some(amount), Some((_, at))) = (one.amount_minor, one.released) {
            self.awards.add([
                id(one.id),
                id(one.application),
                AwardState::Agreement.code().into(),
                amount.into(),
                currency.code().to_owned().into(),
                tongue.code().into(),
                when(at),
                "".into(),
                "".into(),
                0_i64.into(),
                "".into(),
            ]);
        }
    }

    /// A file of grants that is being read; its entries count from its finishing on.
    pub fn ledger_file(&mut self, own: LedgerFileId, name: &'a str, at: Moment) {
        self.files
            .add([id(own), name.into(), "".into(), 0_i64.into(), when(at)]);
    }
}
