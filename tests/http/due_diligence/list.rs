use evenhand::domain::account::Role;

use super::sent;

const LIST: &str = "What the amount asks for";

#[test]
fn the_amount_says_what_is_asked_for_and_the_list_what_is_open() {
    let (story, ben, ..) = sent();
    let (_, place) = story.sent("Noa Levi", "Open Ledger");
    let (ada, diligence) = (&story.ada, format!("/admin{place}/due-diligence"));
    let fresh = ada.get(&diligence);
    assert_eq!(fresh.the("#tier strong"), "Up to USD 50,000");
    let asked = [
        "Papers that the gate needs are verified",
        "Names held against watch lists",
        "Bank account confirmed",
        "One referee has answered",
    ];
    assert_eq!(fresh.column(LIST, 0), asked);
    assert!(fresh.text().contains("4 things are open."));
    let step = format!("{diligence}/steps/bank");
    let refused = ada.submit(&ada.get(&step), &step, &[("note", "The letter.")]);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("outcome"), "Choose one of the options.");
    assert_eq!(refused.value("note"), "The letter.");
    let given = [("outcome", "verified"), ("note", "Letter of the bank.")];
    let done = ada.submit(&ada.get(&step), &step, &given);
    assert_eq!(done.column(LIST, 1)[2], "Done");
    assert!(done.column(LIST, 2)[2].contains("Letter of the bank."));
    // Nobody looks again at their own step; another admin does, once.
    let again = format!("{step}/second");
    assert!(
        !done
            .buttons()
            .contains(&"I looked at it too, and agree".to_owned())
    );
    assert_eq!(ada.post_with_token(&again, &[]).status, 403);
    let looked = ben.submit(&ben.get(&diligence), &again, &[]);
    assert_eq!(looked.notice(), "Your look is on record.");
    assert!(looked.column(LIST, 2)[2].contains("Looked at again by Ben Carmi"));
    assert_eq!(ben.post_with_token(&again, &[]).status, 409);
    let dossier = ada.get(&format!("/admin{place}"));
    assert_eq!(dossier.link("Due diligence"), diligence);
    assert!(
        dossier
            .the("#evidence")
            .ends_with("Up to USD 50,000. 3 things are open.")
    );
}

#[test]
fn a_concern_lifts_by_one_tier_until_it_is_resolved() {
    let (story, ben, _, place) = sent();
    let (ada, diligence) = (&story.ada, format!("/admin{place}/due-diligence"));
    let raise = format!("{diligence}/concerns");
    let form = ada.get(&diligence);
    let to = form.form(&raise, &[]).offered("to");
    assert_eq!(to.len(), 3, "each admin may be asked, and all of them");
    let wrong = ada.submit(&form, &raise, &[("words", "The board changed twice.")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.error("to"), "Choose one of the options.");
    assert_eq!(wrong.value("words"), "The board changed twice.");
    let named = form.texts(".choice label");
    let ben_at = named.iter().position(|name| name == "Ben Carmi");
    let other = to[ben_at.expect("Ben is offered")].clone();
    let given = [
        ("words", "The board changed twice."),
        ("to", other.as_str()),
        ("lifts", "yes"),
    ];
    let raised = ada.submit(&form, &raise, &given);
    assert_eq!(raised.the("#tier strong"), "Above USD 50,000");
    let letter = ben.letter();
    assert_eq!(letter.subject, "A concern is raised to you");
    assert!(!letter.body.contains("board") && !letter.body.contains("Olive"));
    let asked = ben.get(&ben.link_in_letter());
    assert_eq!(asked.the(".concern .answer"), "The board changed twice.");
    let form = asked.forms(".concern form")[0].clone();
    let empty = ben.submit(&asked, &form.action, &[]);
    assert_eq!(empty.status, 422);
    let name = &form
        .filled
        .iter()
        .find(|(name, _)| name.starts_with("resolution"))
        .expect("a field")
        .0;
    let given = [(name.as_str(), "The minutes explain it.")];
    let resolved = ben.submit(&asked, &form.action, &given);
    assert_eq!(resolved.notice(), "The concern is resolved.");
    assert_eq!(resolved.the("#tier strong"), "Up to USD 50,000");
    assert_eq!(ben.post_with_token(&form.action, &given).status, 409);

    // To all: the letter goes to everybody but who raised it.
    let given = [("words", "Two accounts."), ("to", "team")];
    let letters = || {
        let of = |email: &str| story.site.letters_to(email).len();
        (of(&ada.email), of(&ben.email))
    };
    let (ours, theirs) = letters();
    let all = ada.submit(&ada.get(&diligence), &raise, &given);
    let told = format!("{} to all admins who may see it", ada.name);
    assert!(all.text().contains(&told), "{}", all.text());
    assert_eq!(letters(), (ours, theirs + 1));
}

#[test]
fn tiers_are_the_programmes_own() {
    let (story, _, _, place) = sent();
    let ada = &story.ada;
    let tiers = ada
        .get("/admin/programmes")
        .link("See tiers: Human Rights Fund");
    let form = ada.get(&tiers);
    assert_eq!(form.value("tier.0.upper"), "10000");
    let wrong = [("tier.0.upper", "60000"), ("tier.1.referees", "many")];
    let refused = ada.submit(&form, &tiers, &wrong);
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.error("tier.1.referees"),
        "Give a whole number up to 9."
    );
    assert!(!refused.error("tier.1.upper").is_empty(), "limits rise");
    assert_eq!(refused.value("tier.0.upper"), "60000");
    let saved = ada.submit(&form, &tiers, &[("tier.0.upper", "15,000")]);
    assert_eq!(saved.notice(), "The tiers are saved.");
    let now = ada.get(&format!("/admin{place}/due-diligence"));
    assert_eq!(now.the("#tier strong"), "Up to USD 15,000");
}

#[test]
fn whoever_is_kept_away_finds_none_of_it() {
    let (story, ben, rana, place) = sent();
    let noor = story.ada.invites("Noor Amsalem", Role::Reviewer);
    let own = format!("/admin{place}/conflict");
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    for part in [
        "due-diligence",
        "due-diligence/steps/bank",
        "referees",
        "hold",
    ] {
        let page = format!("/admin{place}/{part}");
        assert_eq!(ben.get(&page).status, 404, "{part}");
        for person in [&rana, &noor] {
            assert_eq!(person.get(&page).status, 403, "{part}");
        }
    }
    let form = story.ada.get(&format!("/admin{place}/due-diligence"));
    let raise = format!("/admin{place}/due-diligence/concerns");
    let to = form.form(&raise, &[]).offered("to");
    assert_eq!(to.len(), 2, "the team and Ada; nobody in conflict is asked");
}
