//! Differences of forms that people would make, and of all forms.

use proptest::prelude::*;

use super::super::generated::{form, sample};
use super::*;

fn told(before: &Form, after: &Form) -> Vec<String> {
    let one = |difference: &Difference| match &difference.change {
        Change::Added => format!("+ {}", difference.spot),
        Change::Removed => format!("- {}", difference.spot),
        Change::Changed(aspects) => format!("{} {aspects:?}", difference.spot),
    };
    differences(before, after).iter().map(one).collect()
}

#[test]
fn every_part_is_compared_with_itself() {
    let before = sample();
    assert_eq!(told(&before, &before), [""; 0]);

    let mut after = before.clone();
    after.sections[0].questions[0].label.he = "אחרת".to_owned();
    after.sections[0].questions[1].required ^= true;
    after.sections[1].title.en.push('!');
    assert_eq!(
        told(&before, &after),
        ["a.name [Label]", "a.registered [Required]", "b [Label]"]
    );
    let mut after = before.clone();
    after.remove(&Spot::parse("a.registered").unwrap());
    after.sections[1].questions[0].code = "other".to_owned();
    assert_eq!(
        told(&before, &after),
        [
            "+ b.other",
            "+ b.other.what",
            "- a.registered",
            "- b.costs",
            "- b.costs.what"
        ]
    );
    assert_eq!(told(&Form::default(), &before).len(), 8);
}

#[test]
fn only_what_moved_is_told_to_have_moved() {
    let before = sample();
    let mut after = before.clone();
    after.sections.reverse();
    assert_eq!(told(&before, &after), ["a [Place]"]);
    let mut after = before.clone();
    after.shift(&Spot::parse("b.costs").unwrap(), true);
    assert_eq!(told(&before, &after), ["a.costs [Place]"]);
    after.shift(&Spot::parse("a.costs").unwrap(), true);
    after.shift(&Spot::parse("a.costs").unwrap(), true);
    assert_eq!(told(&before, &after), ["a.costs [Place]"]);
}

proptest! {
    #[test]
    fn none_if_and_only_if_equal(before in form(), after in form()) {
        prop_assert_eq!(differences(&before, &before).len(), 0);
        prop_assert_eq!(differences(&before, &after).is_empty(), before == after);
        prop_assert_eq!(differences(&after, &before).is_empty(), before == after);
    }
}
