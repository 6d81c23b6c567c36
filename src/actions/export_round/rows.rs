//! The tables that stand in the order of the ranking.

use std::collections::BTreeMap;
use std::io::Write;

use super::places::{Places, Ranked, places};
use super::{PAGE, Run, Unfinished};
use crate::actions::first_scores;
use crate::domain::application::Status;
use crate::domain::decision::Decision;
use crate::domain::score::score_review;
use crate::domain::{AccountId, ApplicationId, OrganisationId, ReviewId};
use crate::exchange::csv_export::{decisions, reviews, scores};
use crate::store::application::ApplicationRow;
use crate::store::review::SubmittedReview;
use crate::store::review_words::Words;
use crate::store::{StoreError, decision, organisation, review, review_version, review_words};

impl<W: Write + Send> Run<'_, W> {
    fn places(&mut self) -> Result<Places, StoreError> {
        let export = self.export;
        places(self.reader, export.reach, export.round.id, &self.rubric)
    }

    pub fn decisions(&mut self) -> Result<(), Unfinished> {
        let places = self.places()?;
        let mut ranked = places.ranked();
        loop {
            let page: Vec<Ranked> = ranked.by_ref().take(PAGE).collect();
            if page.is_empty() {
                return Ok(());
            }
            self.page_of_decisions(&page)?;
        }
    }

    pub fn page_of_decisions(&mut self, page: &[Ranked]) -> Result<(), Unfinished> {
        let ids: Vec<ApplicationId> = page.iter().map(|one| one.id).collect();
        let found = self.found(&ids)?;
        let owners: Vec<OrganisationId> = found.values().map(|row| row.organisation_id).collect();
        let owners = organisation::by_ids(self.reader, &owners)?;
        let owners: BTreeMap<_, _> = owners.into_iter().map(|one| (one.id, one)).collect();
        let decided = decision::of_applications(self.reader, self.export.reach, &ids)?;
        self.meet(decided.values().flat_map(deciders))?;
        let present = decided.values().flat_map(|one| &one.present);
        self.meet(present.copied())?;
        for one in page {
            let Some(row) = found.get(&one.id) else {
                continue;
            };
            let Some(owner) = owners.get(&row.organisation_id) else {
                continue;
            };
            // What was proposed before a withdrawal came to nothing.
            let stands = row.status != Status::Withdrawn;
            let line = decisions::Line {
                reference: &row.reference,
                organisation: owner,
                status: row.status,
                currency: self.export.round.currency,
                requested_minor: row.requested_minor,
                conversion: row.conversion(),
                figures: one.figures,
                rank: one.rank,
                tied: one.tied,
                decision: decided.get(&one.id).filter(|_| stands),
                names: &self.names,
            };
            self.sheet.row(&decisions::cells(&line))?;
        }
        Ok(())
    }

    /// Goes through the reviews in order, a page of applications at a time.
    fn each_page(
        &mut self,
        mut write: impl FnMut(&mut Self, &[Sent]) -> Result<(), Unfinished>,
    ) -> Result<(), Unfinished> {
        let places = self.places()?;
        let all: Vec<ApplicationId> = places.ranked().map(|one| one.id).collect();
        drop(places);
        for ids in all.chunks(PAGE) {
            let page = self.sent_of(ids)?;
            write(self, &page)?;
        }
        Ok(())
    }

    /// The reviews of these applications, in their order and then in that of their making.
    pub fn sent_of(&mut self, ids: &[ApplicationId]) -> Result<Vec<Sent>, StoreError> {
        let found = self.found(ids)?;
        let order = (0..).zip(ids).map(|(place, id)| (*id, place));
        let order: BTreeMap<ApplicationId, usize> = order.collect();
        let mut sent = review::of_applications(self.reader, self.export.reach, ids)?;
        sent.sort_by_key(|one| (order.get(&one.application).copied(), one.review));
        let with_reference = sent.into_iter();
        Ok(with_reference
            .filter_map(|review| Sent::of(&found, review))
            .collect())
    }

    pub fn scores(&mut self) -> Result<(), Unfinished> {
        self.each_page(Self::page_of_scores)
    }

    pub fn page_of_scores(&mut self, page: &[Sent]) -> Result<(), Unfinished> {
        let ids: Vec<ReviewId> = page.iter().map(|one| one.review.review).collect();
        let versions = review_version::latest_of(self.reader, &ids)?;
        let firsts = first_scores::of_reviews(self.reader, &ids, &self.rubric)?;
        self.meet(page.iter().map(|one| one.review.reviewer))?;
        for Sent { reference, review } in page {
            let first = firsts.get(&review.review).map(|first| first.score);
            let first = first.unwrap_or_else(|| score_review(&self.rubric, &review.judgements));
            let line = scores::Line {
                reference,
                reviewer: self.names.get(&review.reviewer).map_or("", |name| name),
                submitted_at: review.submitted_at,
                version: versions.get(&review.review).copied().unwrap_or(1),
                judgements: &review.judgements,
                first: first.total,
                recommendation: review.recommendation,
                confidence: review.confidence,
            };
            let cells = scores::cells(&self.rubric, &line);
            self.sheet.row(&cells)?;
        }
        Ok(())
    }

    pub fn reviews(&mut self) -> Result<(), Unfinished> {
        self.each_page(Self::page_of_reviews)
    }

    pub fn page_of_reviews(&mut self, page: &[Sent]) -> Result<(), Unfinished> {
        let ids: Vec<ReviewId> = page.iter().map(|one| one.review.review).collect();
        let (words, none) = (
            review_words::of_reviews(self.reader, &ids)?,
            Words::default(),
        );
        for Sent { reference, review } in page {
            let words = words.get(&review.review).unwrap_or(&none);
            let line = reviews::Line {
                reference,
                email: &words.email,
                judgements: &review.judgements,
                reasons: &words.reasons,
                recommendation: review.recommendation,
                confidence: review.confidence,
                comment: &words.comment,
            };
            let cells = reviews::cells(&self.rubric, &line);
            self.sheet.row(&cells)?;
        }
        Ok(())
    }
}

/// A review with the reference of its application.
pub(super) struct Sent {
    reference: String,
    review: SubmittedReview,
}

impl Sent {
    fn of(
        found: &BTreeMap<ApplicationId, ApplicationRow>,
        review: SubmittedReview,
    ) -> Option<Self> {
        let row = found.get(&review.application)?;
        Some(Self {
            reference: row.reference.clone(),
            review,
        })
    }
}

/// Who proposed, signed and released.
pub(super) fn deciders(one: &Decision) -> impl Iterator<Item = AccountId> + use<> {
    let acts = [one.signed, one.released].into_iter().flatten();
    acts.map(|(by, _)| by).chain([one.proposed_by])
}
