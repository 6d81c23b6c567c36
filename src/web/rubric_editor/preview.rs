//! A rubric as reviewers will see it, in every language, with real controls that
//! save nothing.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;

use super::load::{Asked, Chosen, back, chosen, programme};
use super::{evidence, place};
use crate::actions::save_review::PostedReview;
use crate::domain::rubric::Criterion;
use crate::domain::{Language, Problems};
use crate::i18n::Locale;
use crate::store::mint;
use crate::web::access::Staff;
use crate::web::application::answers::ShownSection;
use crate::web::chrome::{Chrome, Words};
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::review::{CriterionFields, criteria};
use crate::web::ui::Link;

/// A criterion with the questions whose answers stand beside it.
struct Sample {
    fields: CriterionFields,
    evidence: Vec<String>,
}

#[derive(Template)]
#[template(path = "rubric_editor/preview.html")]
struct PreviewPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    version: String,
    languages: Vec<Link>,
    /// Speaks the language of the preview.
    theirs: Locale,
    words: Words,
    criteria: Vec<Sample>,
}

impl PreviewPage {
    fn lang(&self) -> &'static str {
        self.theirs.language().code()
    }

    fn dir(&self) -> &'static str {
        self.theirs.language().direction()
    }
}

fn languages(slug: &str, wanted: &Asked, shown: Locale) -> Vec<Link> {
    let version = match wanted.version.as_str() {
        "" => String::new(),
        version => format!("&version={}", crate::web::url::encode(version)),
    };
    let link = |language: Language| {
        let page = format!("preview?language={}{version}", language.code());
        Link {
            current: language == shown.language(),
            ..Link::new(place::page(slug, &page), language.own_name())
        }
    };
    Language::ALL.into_iter().map(link).collect()
}

/// Every criterion with its controls.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    wanted: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let (t, chosen) = (visit.t, chosen(&visit, &slug, &wanted).await?);
    let theirs = wanted.locale(t);
    visit.page(&PreviewPage {
        chrome: Chrome::new(&visit, &t.say("form-preview")).back(back(t, &slug)),
        t,
        over: programme(t, &chosen.desk),
        version: chosen.name(t),
        languages: languages(&slug, &wanted, theirs),
        theirs,
        words: Words::in_language(theirs),
        criteria: samples(theirs, &chosen),
    })
}

fn samples(t: Locale, chosen: &Chosen) -> Vec<Sample> {
    let problems = Problems::default();
    let ask = Fields {
        t,
        problems: &problems,
    };
    let rubric = chosen.rubric.clone().into_rubric(mint(), 0, &[], mint);
    let none = |_: &Criterion| {
        let nothing = ShownSection {
            title: String::new(),
            anchor: String::new(),
            parts: Vec::new(),
        };
        (nothing, Vec::new())
    };
    let fields = criteria(&ask, &rubric, &PostedReview::default(), None, &none);
    let samples = fields.into_iter().zip(&rubric.criteria);
    samples
        .map(|(fields, criterion)| Sample {
            fields,
            evidence: evidence::labels(t, &chosen.form, &criterion.evidence),
        })
        .collect()
}
