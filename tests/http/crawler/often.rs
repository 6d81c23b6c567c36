//! Walking once, or as often as somebody asks for.

use std::time::Duration;

/// How many hostile requests all send together, at least.
const REQUESTS: &str = "EVENHAND_TEST_HOSTILE";
/// People who walk.
const PEOPLE: usize = 5;
/// Longest answer of a program that was built for use.
const LONGEST: Duration = Duration::from_secs(1);

/// What walks came to.
#[derive(Default)]
pub struct Tally {
    /// Forms that were sent with hostile values, and bytes that are no text.
    pub hostile: usize,
    /// The longest answer, and to what: pages that were opened in between as well.
    pub slowest: (Duration, String),
}

/// Walks once, or as often as it takes for a part of the hostile requests; `walk` is told how
/// often that was done before.
pub fn walks(who: &str, walk: impl Fn(usize) -> Tally) {
    let asked = std::env::var(REQUESTS).ok();
    let least: usize = asked.map_or(0, |text| text.parse().expect("a number of requests"));
    let mut all = Tally::default();
    for before in 0.. {
        let one = walk(before);
        all.hostile += one.hostile;
        all.slowest = all.slowest.max(one.slowest);
        if all.hostile * PEOPLE >= least {
            break;
        }
    }
    if least > 0 {
        let (took, what) = &all.slowest;
        println!(
            "{who}: {} hostile requests, the longest {took:?}: {what}",
            all.hostile
        );
        assert!(
            cfg!(debug_assertions) || *took <= LONGEST,
            "{what}: {took:?}"
        );
    }
}
