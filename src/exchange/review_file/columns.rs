//! Which column means what, and which of the two layouts it is.

use super::Says;
use crate::domain::Message;
use crate::domain::rubric::Rubric;
use crate::exchange::table::{Table, Wrong};

pub const APPLICATION: &str = "application";
pub const REVIEWER: &str = "reviewer";
pub const RECOMMENDATION: &str = "recommendation";
pub const CONFIDENCE: &str = "confidence";
pub const COMMENT: &str = "comment";
pub const CRITERION: &str = "criterion";
pub const SCORE: &str = "score";
pub const JUSTIFICATION: &str = "justification";
/// Behind a criterion's code: the column of the reasons.
pub const REASON: &str = "_reason";

/// A column that may be missing.
type Place = Option<usize>;

/// Where application and reviewer stand.
pub type Pair = (Place, Place);

/// Columns of the wide layout.
pub struct WideColumns {
    pub pair: Pair,
    /// Score and reason of each criterion, in the order of the rubric.
    pub criteria: Vec<(Place, Place)>,
    pub recommendation: Place,
    pub confidence: Place,
    pub comment: Place,
}

/// Columns of the long layout.
pub struct LongColumns {
    pub pair: Pair,
    pub criterion: Place,
    pub score: Place,
    pub justification: Place,
    /// How many criteria there are.
    criteria: usize,
}

/// One of the layouts.
pub enum Layout {
    Wide(WideColumns),
    Long(LongColumns),
}

impl Layout {
    /// What a file of this layout says beside the scores.
    pub fn says(&self) -> Says {
        match self {
            Self::Wide(columns) => Says {
                reasons: columns
                    .criteria
                    .iter()
                    .map(|(_, reason)| reason.is_some())
                    .collect(),
                comment: columns.comment.is_some(),
                recommendation: columns.recommendation.is_some(),
                confidence: columns.confidence.is_some(),
            },
            Self::Long(columns) => Says {
                reasons: vec![columns.justification.is_some(); columns.criteria],
                comment: false,
                recommendation: false,
                confidence: false,
            },
        }
    }
}

/// What a header says.
pub struct Columns {
    pub layout: Layout,
    pub pair: Pair,
    /// Names that mean nothing here.
    pub passed_over: Vec<String>,
}

impl Columns {
    /// Reads the header. Long is what has the columns `criterion` and `score` and
    /// not one for every criterion.
    pub fn of(table: &Table, rubric: &Rubric) -> Result<Self, Wrong> {
        let has = |name: &str| table.names().iter().any(|one| one == name);
        let codes = || rubric.criteria.iter().map(|one| one.code.as_str());
        let wide = codes().all(has);
        let long = has(CRITERION) && has(SCORE);
        if !wide && !long && !codes().any(has) {
            let all: Vec<&str> = codes().collect();
            let message = Message::new("error-reviews-layout").with("codes", all.join(", "));
            return Err(Wrong::at(1, "", message));
        }
        let pair = (table.needed(APPLICATION)?, table.needed(REVIEWER)?);
        let (layout, known) = if long && !wide {
            (long_layout(table, rubric, pair)?, long_names())
        } else {
            (wide_layout(table, rubric, pair)?, all_wide_names(rubric))
        };
        let unknown = table.names().iter().filter(|name| !known.contains(name));
        let unknown: Vec<String> = unknown.filter(|name| !name.is_empty()).cloned().collect();
        if let Some(name) = unknown.iter().find(|name| name.ends_with(REASON)) {
            let message = Message::new("error-reviews-reason-column").with("column", &**name);
            return Err(Wrong::at(1, name.clone(), message));
        }
        Ok(Self {
            layout,
            pair,
            passed_over: unknown,
        })
    }
}

fn long_names() -> Vec<String> {
    let names = [APPLICATION, REVIEWER, CRITERION, SCORE, JUSTIFICATION];
    names.map(str::to_owned).into()
}

/// The columns of the wide layout that every rubric has.
pub fn wide_names() -> [&'static str; 5] {
    [APPLICATION, REVIEWER, RECOMMENDATION, CONFIDENCE, COMMENT]
}

fn all_wide_names(rubric: &Rubric) -> Vec<String> {
    let fixed = wide_names();
    let codes = rubric.criteria.iter().map(|one| one.code.clone());
    let reasons = rubric.criteria.iter().map(|one| reason_column(&one.code));
    let fixed = fixed.map(str::to_owned).into_iter();
    fixed.chain(codes).chain(reasons).collect()
}

/// The column of the reasons for a criterion's score.
pub fn reason_column(code: &str) -> String {
    format!("{code}{REASON}")
}

fn long_layout(table: &Table, rubric: &Rubric, pair: Pair) -> Result<Layout, Wrong> {
    Ok(Layout::Long(LongColumns {
        pair,
        criterion: table.needed(CRITERION)?,
        score: table.needed(SCORE)?,
        justification: table.place(JUSTIFICATION)?,
        criteria: rubric.criteria.len(),
    }))
}

fn wide_layout(table: &Table, rubric: &Rubric, pair: Pair) -> Result<Layout, Wrong> {
    let mut criteria = Vec::new();
    for criterion in &rubric.criteria {
        let reason = table.place(&reason_column(&criterion.code))?;
        criteria.push((table.needed(&criterion.code)?, reason));
    }
    Ok(Layout::Wide(WideColumns {
        pair,
        criteria,
        recommendation: table.place(RECOMMENDATION)?,
        confidence: table.place(CONFIDENCE)?,
        comment: table.place(COMMENT)?,
    }))
}
