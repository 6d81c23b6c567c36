use super::sent;
use crate::story::{Story, fill, send};
use crate::support::Person;

/// Asks somebody about an application.
fn ask(ada: &Person, desk: &str, referee: &Person) {
    let fields = [
        ("name", referee.name.as_str()),
        ("email", referee.email.as_str()),
        ("language", "en"),
    ];
    let asked = ada.submit(&ada.get(desk), desk, &fields);
    assert_eq!(asked.notice(), "The letter is on its way.");
}

#[test]
fn a_referee_answers_once_and_only_staff_read_it() {
    let (story, _, rana, place) = sent();
    let (ada, desk) = (&story.ada, format!("/admin{place}/referees"));
    let salma = story.site.visitor().named("Salma Aker");
    let wrong = ada.submit(&ada.get(&desk), &desk, &[("name", "Salma"), ("email", "x")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.value("name"), "Salma");
    ask(ada, &desk, &salma);
    let letter = salma.letter();
    assert_eq!(letter.subject, "A confidential question");
    assert!(!letter.body.contains("Olive Press"), "a link, no names");
    let link = salma.link_in_letter();
    let door = salma.get(&link);
    assert_eq!(door.heading(), "A confidential question about Olive Press");
    for hidden in ["Legal help", "12,000", "Rana", "EH-"] {
        assert!(!door.text().contains(hidden), "{hidden}");
    }
    let refused = salma.submit(&door, &link, &[("answer", "I know them.")]);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("answer"), "I know them.");
    let given = [
        ("answer", "I know them since 2015."),
        ("advice", "recommends"),
    ];
    let thanks = salma.submit(&salma.get(&link), &link, &given);
    assert!(thanks.notice().starts_with("Thank you."));
    assert_eq!(salma.get(&link).status, 409, "answered once");
    assert_eq!(salma.post_with_token(&link, &given).status, 409);
    let read = ada.get(&desk);
    assert_eq!(read.the(".referee .answer"), "I know them since 2015.");
    assert_eq!(
        read.texts(".referee .badge"),
        ["Answered", "Recommends a grant"]
    );
    assert!(!rana.get(&place).text().contains("2015"));
    let list = ada.get(&format!("/admin{place}/due-diligence"));
    assert_eq!(list.column("What the amount asks for", 1)[3], "Done");
}

/// Names one referee in an application.
fn name(rana: &Person, place: &str, consent: &str) {
    let section = format!("{place}/sections/values");
    let then = [("then", "list")];
    let mut pairs = rana.get(&section).form(&section, &then).filled(&then);
    pairs.retain(|(name, _)| !name.starts_with("referees."));
    let row = [
        ("name", "Salma Aker"),
        ("organisation", "The university"),
        ("email", "salma@uni.example"),
        ("consent", consent),
    ];
    pairs.extend(row.map(|(code, cell)| (format!("referees.0.{code}"), cell.to_owned())));
    assert_eq!(rana.post(&section, &pairs).status, 303);
}

#[test]
fn whom_the_application_names_is_asked_by_a_form_that_is_filled_in() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    name(&rana, &place, "yes");
    send(&rana, &place);
    let (ada, desk) = (&story.ada, format!("/admin{place}/referees"));
    let page = ada.get(&desk);
    assert_eq!(page.texts("#named .badge"), ["Agreed to be asked"]);
    assert!(page.the("#named").contains("The university"));
    let href = page.attributes("#named a", "href").remove(0);
    let form = ada.get(href.split('#').next().unwrap_or_default());
    assert_eq!(form.value("name"), "Salma Aker");
    assert_eq!(form.value("email"), "salma@uni.example");
    let asked = ada.submit(&form, &desk, &[("language", "en")]);
    assert_eq!(asked.notice(), "The letter is on its way.");
    assert!(!asked.has("#named a"), "once");
}

#[test]
fn nobody_is_asked_who_has_not_agreed() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    name(&rana, &place, "no");
    send(&rana, &place);
    let page = story.ada.get(&format!("/admin{place}/referees"));
    assert_eq!(page.texts("#named .badge"), ["Has not agreed to be asked"]);
    assert!(!page.has("#named a"));
}

#[test]
fn another_link_kills_the_former_and_a_question_can_be_taken_back() {
    let (story, _, _, place) = sent();
    let (ada, desk) = (&story.ada, format!("/admin{place}/referees"));
    let salma = story.site.visitor().named("Salma Aker");
    ask(ada, &desk, &salma);
    let first = salma.link_in_letter();
    let action = |words: &str| {
        let all = ada.get(&desk).attributes(".referee form", "action");
        all.into_iter()
            .find(|one| one.ends_with(words))
            .expect("a form")
    };
    ada.submit(&ada.get(&desk), &action("resending"), &[]);
    let second = salma.link_in_letter();
    assert_ne!(first, second);
    assert_eq!(
        (salma.get(&first).status, salma.get(&second).status),
        (409, 200)
    );
    story.site.pass_days(21);
    assert_eq!(salma.get(&second).status, 409, "its time is over");
    ada.sign_in();
    assert_eq!(
        ada.get(&desk).the(".referee .badge"),
        "The link has expired"
    );
    ada.submit(&ada.get(&desk), &action("resending"), &[]);
    let third = salma.link_in_letter();
    let taken = ada.submit(&ada.get(&desk), &action("withdrawal"), &[]);
    assert_eq!(taken.the(".referee .badge"), "Taken back");
    assert_eq!(salma.get(&third).status, 409);
    let late = [("answer", "Late."), ("advice", "recommends")];
    assert_eq!(salma.post_with_token(&third, &late).status, 409);
}
