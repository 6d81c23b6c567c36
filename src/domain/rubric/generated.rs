//! Rubrics for tests: any that [`RubricDraft::check`] finds nothing wrong with.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

fn text() -> impl Strategy<Value = Translated> {
    let one = || "[ a-zא-תا-ي\"'\\\\\n\t\r#={}\u{0}-\u{1f}\u{7f}\u{2028}]{0,12}";
    (one(), one(), one()).prop_map(|(en, ar, he)| Translated { en, ar, he })
}

fn label() -> impl Strategy<Value = Translated> {
    text().prop_map(|text| Translated {
        ar: format!("س{}", text.ar),
        ..text
    })
}

fn criterion() -> impl Strategy<Value = CriterionDraft> {
    let traits = (any::<bool>(), any::<bool>(), any::<bool>(), 0..4_u8);
    let evidence = vec("[a-z]{1,6}", 0..3);
    (traits, label(), text(), vec(label(), 2..=11), evidence).prop_map(
        |((merit, gate, justified, mere), name, guidance, anchors, evidence)| {
            let kind = match (mere, merit) {
                (0, _) => CriterionKind::Gate,
                (_, true) => CriterionKind::Merit,
                (_, false) => CriterionKind::Priority,
            };
            CriterionDraft {
                code: String::new(),
                kind,
                gate: gate || kind == CriterionKind::Gate,
                weight: 0,
                justified,
                name,
                guidance,
                anchors,
                evidence,
            }
        },
    )
}

/// Any rubric that is fit to be published.
pub fn rubric() -> impl Strategy<Value = RubricDraft> {
    vec((criterion(), 1..9_u32), 1..7).prop_map(|mut parts| {
        // At least one counts, and they count a hundred together.
        parts[0].0.kind = CriterionKind::Merit;
        let (mut left, mut criteria) = (WEIGHTS_SUM, Vec::new());
        for (n, (mut criterion, share)) in parts.into_iter().enumerate().rev() {
            criterion.code = format!("c{n}");
            if criterion.kind != CriterionKind::Gate {
                criterion.weight = if n == 0 { left } else { share };
                left -= criterion.weight;
            }
            criteria.push(criterion);
        }
        criteria.reverse();
        RubricDraft { criteria }
    })
}
