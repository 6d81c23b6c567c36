//! Versions, the rounds that take them before reviewing begins, and files.

use super::{RUBRIC, change, publish};
use crate::story::{Story, make_round};

const ROUND: &str = "/admin/rounds/winter/rubric";

#[test]
fn a_round_takes_a_version_until_somebody_reviews() {
    let story = Story::new();
    let ada = &story.ada;
    change(
        ada,
        "values",
        &[("weight", "35"), ("name_en", "Shared values")],
    );
    let page = ada.get(&format!("{RUBRIC}/publication"));
    assert!(
        page.the(".form-unfit h2").contains("One thing keeps it"),
        "{}",
        page.text()
    );
    change(ada, "nondup", &[("weight", "5")]);
    let page = ada.get(&format!("{RUBRIC}/publication"));
    assert_eq!(page.texts(".change .badge"), ["Weight", "Weight"]);
    let first = page.texts(".change").remove(0);
    assert!(first.contains("Weight: 25 becomes 35"), "{first}");
    let texts = page.source();
    assert!(texts.contains("<ins>") && texts.contains("<del>"));

    let done = publish(ada, &["winter"]);
    assert_eq!(done.the(".page-head-row .badge"), "Published as version 2");
    let round = ada.get(ROUND);
    assert!(round.the(".lead").contains("Version 2"), "{}", round.text());
    assert!(round.text().contains("Shared values"));
    let public = story.site.visitor().get("/rounds/winter");
    assert!(public.text().contains("Shared values"));
    let back = ada.submit(&round, ROUND, &[("version", "1")]);
    assert!(back.the(".lead").contains("Version 1"), "{}", back.text());
    let wrong = ada.post_with_token(ROUND, &[("version", "7")]);
    assert_eq!(wrong.status, 422);

    // A new round takes the latest, and nobody has begun anywhere.
    make_round(ada, &[("slug", "spring")]);
    let spring = ada.get("/admin/rounds/spring/rubric");
    assert!(spring.the(".lead").contains("Version 2"));
    let early = ada.get_once("/admin/rounds/spring/rubric/replacement?version=1");
    assert_eq!(early.location(), "/admin/rounds/spring/rubric");
    // A round that is changed while it is prepared keeps what was chosen for it.
    let spring = "/admin/rounds/spring/rubric";
    ada.submit(&ada.get(spring), spring, &[("version", "1")]);
    let edit = "/admin/rounds/spring/edit";
    ada.submit(&ada.get(edit), edit, &[("title_en", "Spring round")]);
    assert!(ada.get(spring).the(".lead").contains("Version 1"));
}

#[test]
fn only_what_was_seen_is_published() {
    let story = Story::new();
    let ada = &story.ada;
    let place = format!("{RUBRIC}/publication");
    let same = ada.get(&place);
    assert_eq!(same.the(".empty h2"), "Nothing to publish");
    change(ada, "values", &[("guidance_en", "Look closely.")]);
    let seen = ada.get(&place);
    change(ada, "values", &[("guidance_en", "Look twice.")]);
    let refused = ada.submit(&seen, &place, &[]);
    assert_eq!(refused.status, 409);
    assert_eq!(ada.get(RUBRIC).texts(".form-version h3"), ["Version 1"]);
}

#[test]
fn a_rubric_goes_out_as_a_file_and_comes_back() {
    let story = Story::new();
    let ada = &story.ada;
    let file = ada.get_once(&format!("{RUBRIC}/file?version=1"));
    let name = file.header("content-disposition").unwrap_or("");
    assert!(name.starts_with("attachment; filename=\"rubric-"), "{name}");
    assert!(name.ends_with("-v1.toml\""), "{name}");
    let text = file.source().to_owned();
    let place = format!("{RUBRIC}/import");
    let import = |text: &str| ada.submit(&ada.get(&place), &place, &[("text", text)]);
    assert_eq!(import(&text).the(".empty h2"), "Nothing would change");

    // Every mistake at once, each with its line.
    let wrong = text
        .replacen("kind = \"merit\"", "kind = \"luck\"", 1)
        .replacen("code = \"nondup\"", "code = \"values\"", 1)
        .replacen("weight = 25", "weight = 20", 1);
    let line = |wanted: &str| wrong.lines().position(|l| l == wanted).unwrap_or(0) + 1;
    let refused = import(&wrong);
    assert_eq!(refused.status, 422);
    let told = refused.the(".problems");
    for expected in [
        format!(
            "Line {}: A kind is merit, priority or gate.",
            line("kind = \"luck\"")
        ),
        "This code is used twice.".to_owned(),
        format!(
            "Line {}: The weights must add up to 100; they add up to 95.",
            line("weight = 20")
        ),
    ] {
        assert!(told.contains(&expected), "{expected}: {told}");
    }

    let new = text.replacen("gate = true", "gate = false", 1);
    let seen = import(&new);
    assert_eq!(
        seen.the("main h2"),
        "One criterion of the draft would change"
    );
    assert!(
        seen.the(".change")
            .contains("Not needed for an award any more")
    );
    let done = ada.submit(&seen, &place, &[("use", "yes")]);
    assert!(done.notice().starts_with("The file is the draft now."));
    let again = ada.submit(&seen, &place, &[("use", "yes")]);
    assert_eq!(again.status, 409, "the draft is another one by now");
}
