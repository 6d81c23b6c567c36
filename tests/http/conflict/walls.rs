//! The walls around an application that a person is kept away from: databases that
//! differ only behind them give that person the same bytes at every address that
//! the program has, whichever door it is behind.

use super::bytes::assert_same;
use super::world::{Behind, World};
use crate::support::Person;

/// Picks one person of a world.
type Chosen = fn(&World) -> &Person;

#[test]
fn whoever_is_kept_away_gets_the_same_bytes_everywhere() {
    let nothing = World::new(Behind::Nothing);
    let little = World::new(Behind::Little);
    let much = World::new(Behind::Much);
    let worlds = [&nothing, &little, &much];
    let people: [(&str, Chosen); 3] = [
        ("the admin", |world| &world.round.ben),
        ("the auditor", |world| &world.omar),
        ("the reviewer", |world| &world.round.noor),
    ];
    for (who, person) in people {
        let [nothing, little, much] = worlds.map(|world| world.walk(person(world)));
        assert_same(who, &little, &much);
        assert_same(who, &nothing, &much);
        assert!(much.iter().filter(|(_, status, _)| *status == 200).count() > 15);
        let told = much.iter().any(|(_, _, page)| {
            ["behind walls", "Orchard", "EH-KKKK", "Any news"]
                .iter()
                .any(|word| page.contains(word))
        });
        assert!(!told, "{who} is told of it");
    }
    for what in [
        "decisions",
        "scores",
        "reviews",
        "applications",
        "awards",
        "payments",
    ] {
        let [nothing, little, much] = worlds.map(|world| {
            world
                .round
                .export(&world.round.ben, what, "")
                .source()
                .to_owned()
        });
        assert_eq!(nothing, much, "{what}");
        assert_eq!(little, much, "{what}");
    }
    // In front of everybody: they have to leave, whatever it is and is said of it.
    for (world, note) in [(&little, "No."), (&much, "The best of all. Fund it.")] {
        world.call_hidden(note);
    }
    for (who, person) in people {
        let [little, much] = [&little, &much].map(|world| world.meeting_pages(person(world)));
        assert_same(who, &little, &much);
        let left = "Please leave the room for this item";
        assert!(much.iter().any(|(_, _, page)| page.contains(left)), "{who}");
    }
    // The same walk tells whoever may see it a great deal.
    let [little, much] = [&little, &much].map(|world| world.walk(&world.round.ada));
    let differing = little.iter().zip(&much).filter(|(one, other)| one != other);
    assert!(differing.count() > 15);
}
