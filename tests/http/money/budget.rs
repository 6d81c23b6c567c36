//! Budgets: added up line by line and by category.

use std::sync::Arc;

use evenhand::domain::Translated;
use evenhand::domain::form::{Question, QuestionKind};
use evenhand::store::form::FormVersion;
use evenhand::store::{form, mint, programme};

use super::{plain, section};
use crate::story::{ANSWERS, make_organisation, make_round, open_round, save, send, start};
use crate::support::{Page, Person, TestSite};

fn column(code: &str, label: &str, kind: QuestionKind) -> Question {
    Question {
        code: code.to_owned(),
        label: Translated {
            en: label.to_owned(),
            ..Translated::default()
        },
        hint: Translated::default(),
        required: false,
        reviewers: true,
        sensitive: false,
        shown_if: None,
        kind,
    }
}

/// A round whose budget asks for every column.
fn whole_budget() -> (TestSite, Person, String) {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let money = || QuestionKind::Money {
        own_currency: false,
    };
    let added = site.database.write(site.stamp(), |tx| {
        let programme = programme::list(tx, None, 1)?.remove(0).id;
        let latest = form::latest(tx, programme)?.expect("a form");
        let mut asked = Arc::unwrap_or_clone(latest.form);
        let questions = asked.sections.iter_mut().flat_map(|s| &mut s.questions);
        for question in questions.filter(|q| q.code == "budget") {
            if let QuestionKind::Rows { columns, .. } = &mut question.kind {
                columns.retain(|c| ["category", "description"].contains(&c.code.as_str()));
                let number = QuestionKind::Number {
                    min: 0,
                    max: 1_000_000,
                };
                columns.push(column(
                    "unit",
                    "Unit",
                    QuestionKind::ShortText { max_chars: 40 },
                ));
                columns.push(column("quantity", "Quantity", number));
                columns.push(column("unit_cost", "Unit cost", money()));
                columns.push(column("amount", "Amount", money()));
                columns.push(column("others", "Paid by others", money()));
            }
        }
        let version = FormVersion {
            id: mint(),
            version: latest.version + 1,
            form: Arc::new(asked),
        };
        form::insert(tx, programme, &version)
    });
    added.expect("the form is added");
    make_round(&ada, &[]);
    open_round(&ada, "winter");
    let rana = site.applicant("Rana Haddad");
    make_organisation(&rana, "Olive Press");
    let place = start(&rana);
    (site, rana, place)
}

#[test]
fn a_budget_is_added_up_line_by_line_and_by_category() {
    let (site, rana, place) = whole_budget();
    for (code, fields) in ANSWERS {
        let kept = fields
            .iter()
            .filter(|(name, _)| !name.starts_with("budget"));
        save(&rana, &place, code, &kept.copied().collect::<Vec<_>>());
    }
    let request = section(&place, "request");
    let lines = [
        ("budget.0.category", "staff"),
        ("budget.0.unit", "person-month"),
        ("budget.0.quantity", "6"),
        ("budget.0.unit_cost", "2,000"),
        ("budget.0.amount", "9000"),
        ("budget.0.others", "2999.99"),
        ("add", "budget"),
    ];
    let more = rana.submit(&rana.get(&request), &request, &lines);
    let second = [
        ("budget.1.category", "legal"),
        ("budget.1.amount", "2000.50"),
        ("add", "budget"),
    ];
    let more = rana.submit(&more, &request, &second);
    let third = [
        ("budget.2.category", "legal"),
        ("budget.2.amount", "500"),
        ("then", "list"),
    ];
    rana.submit(&more, &request, &third);
    let page = rana.get(&request);
    let sums: Vec<Vec<String>> = page
        .table("The budget so far")
        .iter()
        .map(|row| row.iter().map(|cell| plain(cell)).collect())
        .collect();
    assert_eq!(
        sums,
        [
            [
                "Salaries and fees",
                "USD 12,000",
                "USD 9,000",
                "USD 2,999.99"
            ],
            ["Legal costs", "USD 2,500.50", "USD 2,500.50", "USD 0"],
            ["Total", "USD 14,500.50", "USD 11,500.50", "USD 2,999.99"]
        ]
    );
    let sum = "The budget lines add up to USD 11,500.50, but you ask for USD 12,000. They must be \
               equal.";
    assert!(plain(&page.the(".budget-sums p")).contains(sum));
    let check = rana.get(&format!("{place}/check"));
    let gaps: Vec<String> = check
        .texts(".panel li")
        .iter()
        .map(|gap| plain(gap))
        .collect();
    assert!(
        gaps.iter().any(|gap| gap.contains(
            "This line costs USD 12,000, but USD 9,000 asked here and USD 2,999.99 from others \
             make USD 11,999.99. They must be equal."
        )),
        "{gaps:?}"
    );
    assert!(gaps.iter().any(|gap| gap.contains(sum)), "{gaps:?}");
    assert_eq!(gaps.len(), 2);
    let links = check.links();
    assert!(
        links
            .iter()
            .any(|link| link.1.ends_with("#f-budget-0-amount"))
    );

    let right = [
        ("budget.0.others", "3000"),
        ("budget.1.amount", "2500"),
        ("then", "list"),
    ];
    rana.submit(&page, &request, &right);
    assert_eq!(send(&rana, &place).heading(), "Your application is sent");
    let foot = |page: &Page| -> Vec<String> {
        let cells = page.texts("tfoot tr:last-child > *");
        cells.iter().map(|cell| plain(cell)).collect()
    };
    // Nobody said what is counted, so that column is left out.
    let expected = ["Total", "", "", "", "USD 15,000", "USD 12,000", "USD 3,000"];
    assert_eq!(foot(&rana.get(&format!("{place}/answers"))), expected);
    let ben = site.visitor().named("Ada Levi");
    ben.sign_in();
    assert_eq!(foot(&ben.get(&format!("/admin{place}"))), expected);
}
