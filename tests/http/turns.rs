//! Pages of whole rounds, of which few are read at once: each is answered in its turn.

use std::thread;

use crate::deliberation::Deliberation;

const PAGES: [&str; 6] = [
    "/ranking",
    "/ranking/certainty",
    "/board",
    "/shortlist",
    "/decisions",
    "/applications",
];

#[test]
fn many_pages_of_a_round_are_answered_in_turn() {
    let round = Deliberation::new();
    let answers = thread::scope(|scope| {
        let mut loading = Vec::new();
        for person in [&round.ada, &round.ben] {
            for page in PAGES {
                let place = format!("/admin/rounds/autumn{page}");
                loading.push(scope.spawn(move || (page, person.get(&place).status)));
            }
        }
        let answers = loading.into_iter();
        let answers = answers.map(|one| one.join().expect("a page"));
        answers.collect::<Vec<_>>()
    });
    for (page, status) in answers {
        assert_eq!(status, 200, "{page}");
    }
}
