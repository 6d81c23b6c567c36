//! The agreement: planned, laid before the organisation, read in its language, accepted.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use super::{Awarded, PLAN};
use crate::files::{PDF, add};

#[test]
fn a_release_opens_the_award_and_the_plan_is_the_whole_of_it() {
    let award = Awarded::new();
    let (ada, rana) = (&award.round.ada, &award.round.rana);
    let list = ada.get("/admin/awards");
    assert_eq!(list.column("Awards", 4), ["Agreement"]);
    assert_eq!(list.column("Awards", 2), ["USD 20,000.50"]);
    assert_eq!(
        ada.get("/admin/awards?state=closed").the(".empty h2"),
        "No award stands here"
    );
    let own = format!("/applications/{}", award.round.applications[0]);
    let followed = rana.click(&rana.get(&own), "The award: agreement, payments, reports");
    assert!(followed.text().contains("We are preparing the agreement"));
    assert_eq!(
        rana.get(&format!("{}/agreement.pdf", award.own)).status,
        404
    );
    let wrong = award.plan(&[
        ("starts", "2027-01-01"),
        ("ends", "2026-01-01"),
        ("tranche.0.amount", "15000"),
        ("tranche.0.due", "soon"),
        ("tranche.0.after", "3"),
    ]);
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.error("ends"),
        "The end has to be after the beginning."
    );
    assert!(!wrong.error("tranche.0.due").is_empty());
    assert!(!wrong.error("tranche.0.after").is_empty());
    assert_eq!(wrong.value("tranche.0.due"), "soon");
    let told = wrong.problems();
    let names = ["Ends on: ", "Tranche 1, Due: ", "Tranche 1, Only after"];
    assert_eq!(told.len(), names.len(), "{told:?}");
    for (one, name) in told.iter().zip(names) {
        assert!(one.starts_with(name), "{told:?}");
    }
    let mut short = PLAN;
    short[5].1 = "5000";
    let short = award.plan(&short);
    assert_eq!(
        short.error("tranche.0.amount"),
        "The tranches come to USD 20,000; the award is USD 20,000.50."
    );
    assert_eq!(award.plan(&PLAN).notice(), "The plan is kept.");
    let letters = award.round.site.letters_to(&rana.email).len();
    assert_eq!(
        award.offer().notice(),
        "The organisation can read the agreement now."
    );
    let news = award.round.site.letters_to(&rana.email);
    assert_eq!(news.len(), letters + 1);
    assert!(news[letters].body.contains(&award.own) && !news[letters].body.contains("20,000"));
}

#[test]
fn the_agreement_is_read_in_the_language_of_the_organisation() {
    let award = Awarded::offered();
    let rana = &award.round.rana;
    let page = rana.get(&award.own);
    assert_eq!(page.attributes("#agreement", "dir"), ["rtl"]);
    assert!(page.the("#agreement").contains("An audit within a year"));
    let pdf = rana.get(&format!("{}/agreement.pdf", award.own));
    assert_eq!(pdf.header("content-type"), Some("application/pdf"));
    let read = lopdf::Document::load_mem(&pdf.body).expect("a PDF");
    let pages: Vec<u32> = read.get_pages().into_keys().collect();
    let words = read.extract_text(&pages).expect("text");
    assert!(words.contains("EH-AAAA-2222"), "{words}");
    let letters = words.chars();
    let arabic = letters.filter(|c| ('\u{0621}'..='\u{064A}').contains(c));
    assert!(arabic.count() > 20, "{words}");
    let language = read.catalog().and_then(|root| root.get(b"Lang"));
    let language = language.and_then(|lang| lang.as_str()).expect("a language");
    assert_eq!(language, b"ar");
    // Staff get the same paper.
    let same = award
        .round
        .ada
        .get(&format!("{}/agreement.pdf", award.desk));
    assert_eq!(same.status, 200);
}

#[test]
fn an_officer_accepts_what_was_read_and_nothing_else() {
    let award = Awarded::offered();
    let rana = &award.round.rana;
    let place = format!("{}/acceptance", award.own);
    let read = rana.get(&place);
    let typed = [
        ("certifier_name", "Rana Haddad"),
        ("certifier_role", "Director"),
        ("certify", "yes"),
    ];
    let empty = rana.submit(&read, &place, &[("certifier_name", "")]);
    assert_eq!((empty.status, empty.problems().len()), (422, 3));
    let mut later = PLAN;
    later[2].1 = "2028-12-31";
    award.plan(&later);
    let early = rana.submit(&read, &place, &typed);
    assert_eq!(early.status, 409, "it was taken back");
    award.offer();
    let late = rana.submit(&read, &place, &typed);
    assert_eq!(late.status, 409);
    assert!(late.text().contains("has changed since you opened it"));
    let agreed = rana.submit(&rana.get(&place), &place, &typed);
    assert_eq!(agreed.notice(), "Thank you. The agreement stands.");
    assert_eq!(agreed.the(".page-head .badge"), "Disbursements");
    let seen = award.page(&award.round.ada);
    assert!(seen.text().contains("Rana Haddad, Director"));
    let plan = award.round.ada.get(&format!("{}/plan", award.desk));
    assert_eq!(plan.status, 409, "what was agreed is changed by amendments");
}

#[test]
fn a_viewer_reads_and_a_stranger_finds_nothing() {
    let award = Awarded::offered();
    let people = format!(
        "{}/people",
        award
            .round
            .rana
            .get("/organisations")
            .attributes(".card-link", "href")[0]
    );
    let hala = award.round.site.applicant("Hala Nasser");
    assert_eq!(hala.get(&award.own).status, 404);
    let rana = &award.round.rana;
    let fields = [("email", &*hala.email), ("role", "viewer")];
    rana.submit(&rana.get(&people), &people, &fields);
    let link = hala.link_in_letter();
    hala.submit(&hala.get(&link), &format!("{link}/acceptance"), &[]);
    let seen = hala.get(&award.own);
    assert_eq!(seen.status, 200);
    assert!(
        !seen
            .buttons()
            .contains(&"Send the signed agreement".to_owned())
    );
    let tried = hala.post_with_token(&format!("{}/acceptance", award.own), &[]);
    assert_eq!(tried.status, 403);
    let omar = award.round.ada.invites("Omar Said", Role::Auditor);
    let watched = award.page(&omar);
    assert_eq!((watched.status, watched.buttons()), (200, Vec::new()));
}

#[test]
fn a_paper_that_was_signed_is_taken_and_handed_to_staff() {
    let award = Awarded::offered();
    let (rana, ada) = (&award.round.rana, &award.round.ada);
    let page = rana.get(&award.own);
    let place = page.attributes("#paper form", "action").remove(0);
    let send =
        |name: &str, content: &[u8]| add(rana, &place, &[(name, "application/pdf", content)]);
    let wrong = send("signed.exe", b"MZ");
    assert_eq!(wrong.status, 422);
    assert!(!wrong.error("file").is_empty());
    assert_eq!(send("signed.pdf", PDF).status, 303);
    let agreed = rana.get(&award.own);
    assert_eq!(agreed.the(".page-head .badge"), "Disbursements");
    let form = format!("{}/signed", award.desk);
    let paper = ada.submit(&award.page(ada), &form, &[]);
    assert_eq!(paper.body, PDF);
    let events = award
        .round
        .site
        .read(|reader| latest_events(reader, None, 1));
    let id = award.round.applications[0].to_string();
    assert_eq!(
        (&*events[0].action, &events[0].object_id),
        ("download_file", &id)
    );
    assert_eq!(send("signed.pdf", PDF).status, 409, "once is enough");
}

#[test]
fn an_agreement_can_be_in_hebrew() {
    let award = Awarded::new();
    let mut plan = PLAN;
    plan[0].1 = "he";
    award.plan(&plan);
    award.offer();
    let rana = &award.round.rana;
    let page = rana.get(&award.own);
    assert_eq!(page.attributes("#agreement", "lang"), ["he"]);
    assert_eq!(page.attributes("#agreement", "dir"), ["rtl"]);
    let hebrew = |text: &str| {
        let letters = text.chars();
        letters
            .filter(|c| ('\u{05d0}'..='\u{05ea}').contains(c))
            .count()
    };
    assert!(hebrew(&page.the("#agreement")) > 20);
    let pdf = rana.get(&format!("{}/agreement.pdf", award.own));
    let read = lopdf::Document::load_mem(&pdf.body).expect("a PDF");
    let language = read.catalog().and_then(|root| root.get(b"Lang"));
    let language = language.and_then(|lang| lang.as_str()).expect("a language");
    assert_eq!(language, b"he");
    let pages: Vec<u32> = read.get_pages().into_keys().collect();
    let words = read.extract_text(&pages).expect("text");
    assert!(words.contains("EH-AAAA-2222"), "{words}");
    assert!(hebrew(&words) > 20, "{words}");
    award.accept();
    let badge = award.page(&award.round.ada).the(".page-head .badge");
    assert_eq!(badge, "Disbursements");
}
