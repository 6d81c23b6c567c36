//! Importing reviews: what is asked before a file is read. What files hold is told of
//! in the stories of the pages, which run the command too.

use crate::place::{PASSWORD, Place, refusal, text};

#[test]
fn the_round_is_asked_for_before_the_file() {
    let place = Place::migrated();
    let add = ["user", "add", "ada@example.org", "--role", "admin"];
    place.run_typing(&add, PASSWORD);
    let arguments = [
        "import",
        "reviews",
        "nowhere.csv",
        "--round",
        "winter",
        "--by",
        "ada@example.org",
        "--dry-run",
    ];
    let line = refusal(&place.run(&arguments), 2);
    assert_eq!(line, "evenhand: there is no round \"winter\"");
    let nobody = place.run(&arguments[..5]);
    assert_eq!(nobody.status.code(), Some(2));
    assert!(text(&nobody.stderr).contains("--by <EMAIL>"));
}
