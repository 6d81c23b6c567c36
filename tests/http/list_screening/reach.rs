//! Whoever scores, applies or is kept away finds nothing of it.

use super::hit;
use super::hits::with_hit;

#[test]
fn reviewers_and_applicants_find_no_trace() {
    let (round, place) = with_hit();
    let (ada, noor, rana) = (&round.ada, &round.noor, &round.rana);
    let hit = hit(&ada.get(&place));
    for path in [
        &*place,
        &*hit,
        "/admin/list-hits",
        "/admin/watch-lists",
        "/admin/rounds/autumn/lists",
    ] {
        assert_eq!(noor.get(path).status, 403, "{path}");
        assert_eq!(rana.get(path).status, 403, "{path}");
    }
    let id = round.applications[0];
    for path in [
        "/reviews".to_owned(),
        format!("/reviews/{id}"),
        "/home".to_owned(),
    ] {
        let page = noor.get(&path).source().to_lowercase();
        for trace in ["list screening", "watch list", "open hit", "o-1", "/lists"] {
            assert!(!page.contains(trace), "{path}: {trace}");
        }
    }
    for page in round.applicant_pages() {
        let page = page.to_lowercase();
        assert!(!page.contains("list screening") && !page.contains("open hit"));
    }
}

#[test]
fn who_is_kept_away_finds_neither_the_organisation_nor_its_hits() {
    let (round, place) = with_hit();
    let (ada, ben) = (&round.ada, &round.ben);
    let hit = hit(&ada.get(&place));
    assert_eq!(ben.get(&hit).status, 200);
    let before = ben.get("/admin/list-hits");
    assert_eq!(before.column("Open hits", 1).len(), 1);
    let aside = format!("/admin/applications/{}/conflict", round.applications[0]);
    ben.submit(&ben.get(&aside), &aside, &[("kind", "collaborator")]);
    for path in [&place, &hit] {
        assert_eq!(ben.get(path).status, 404, "{path}");
    }
    let given = [("verdict", "cleared"), ("reason", "x"), ("seen", "open")];
    assert_eq!(ben.post_with_token(&hit, &given).status, 404);
    assert_eq!(ben.post_with_token(&place, &[]).status, 404);
    assert!(
        ben.get("/admin/list-hits")
            .text()
            .contains("Nothing is open")
    );
    let lists = ben.get("/admin/watch-lists");
    assert!(lists.text().contains("No hits wait for an answer"));
    let list = ben.get("/admin/rounds/autumn/lists");
    assert!(!list.text().contains("Olive"));
    assert_eq!(list.column("List screening", 0).len(), 3);
    assert!(!ben.get("/admin/audit").source().contains("screen_names"));
    assert!(ada.get("/admin/list-hits").text().contains("Olive"));
}
