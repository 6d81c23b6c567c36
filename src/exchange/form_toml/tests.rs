//! The default form, and what is refused in a file.

use proptest::prelude::*;

use super::super::toml_text::is_complete;
use super::*;
use crate::domain::form::generated::{form, sample};

#[test]
fn the_default_is_complete_in_three_languages() {
    let form = read(DEFAULT_FORM).unwrap();
    let codes: Vec<&str> = form.sections.iter().map(|s| s.code.as_str()).collect();
    assert_eq!(
        codes.join(" "),
        "request need support pressure values organisation contact capacity legal declarations \
         payment documents"
    );
    assert_eq!(form.quiz.len(), 5);
    for question in &form.quiz {
        assert!(is_complete(&question.label), "{}", question.code);
        assert!(is_complete(&question.hint), "{}", question.code);
        for option in &question.options {
            assert!(is_complete(&option.label), "{}", option.code);
            assert!(is_complete(&option.refusal), "{}", option.code);
        }
    }
    for section in &form.sections {
        assert!(is_complete(&section.title), "{}", section.code);
        assert!(is_complete(&section.intro), "{}", section.code);
        section.questions.iter().for_each(assert_complete);
    }
}

fn assert_complete(question: &Question) {
    assert!(is_complete(&question.label), "{}", question.code);
    assert!(is_complete(&question.hint), "{}", question.code);
    for option in question.options() {
        assert!(is_complete(&option.label), "{}", option.code);
    }
    question.columns().iter().for_each(assert_complete);
}

#[test]
fn what_is_asked_for_is_in_the_round_s_currency() {
    fn collect(parent: &str, question: &Question, paths: &mut Vec<String>) {
        let path = format!("{parent}{}", question.code);
        if question.kind
            == (QuestionKind::Money {
                own_currency: false,
            })
        {
            paths.push(path.clone());
        }
        for column in question.columns() {
            collect(&format!("{path}."), column, paths);
        }
    }
    let mut paths = Vec::new();
    for question in read(DEFAULT_FORM).unwrap().questions() {
        collect("", question, &mut paths);
    }
    let budget = ["budget.unit_cost", "budget.amount", "budget.others"];
    assert_eq!(
        paths,
        [&["amount", "smallest_useful"][..], &budget].concat()
    );
}

#[test]
fn reviewers_are_kept_from_names_and_risks() {
    let form = read(DEFAULT_FORM).unwrap();
    let hidden: Vec<&str> = form
        .questions()
        .filter(|question| !question.reviewers)
        .map(|question| question.code.as_str())
        .collect();
    let short = "risks referees contact_channel may_call contact_phone contact_name \
                 contact_role contact_language publish board";
    let full = "signatories bank_place bank_own_name bank_holder doc_registration \
                doc_standing doc_statutes doc_accounts doc_board doc_budget documents_note";
    assert_eq!(hidden.join(" "), format!("{short} {full}"));
}

/// Short enough to be finished under pressure; the rest is asked of few.
#[test]
fn the_short_form_must_have_few_answers() {
    let form = read(DEFAULT_FORM).unwrap();
    let must = |form: &Form| {
        let questions = form.questions();
        questions
            .filter(|q| q.required && q.shown_if.is_none() && q.kind != QuestionKind::Declaration)
            .count()
    };
    let codes = |stage| -> Vec<&str> {
        let sections = form.sections.iter();
        let kept = sections.filter(|s| s.stage == stage && s.profile);
        kept.map(|s| s.code.as_str()).collect()
    };
    assert_eq!(must(&form.clone().at(Stage::Short)), 17);
    assert_eq!(must(&form), 20);
    assert_eq!(
        codes(Stage::Short),
        ["organisation", "contact", "capacity", "legal"]
    );
    assert_eq!(codes(Stage::Full), ["payment"]);
    assert!(form.is_staged());
}

fn first(file: &str) -> TomlProblem {
    read(file).unwrap_err().remove(0)
}

fn problem(question: &str) -> (usize, &'static str) {
    let head = "[[section]]\ncode = \"s\"\ntitle.en = \"S\"\n[[section.question]]\n";
    let problem = first(&format!("{head}{question}"));
    (problem.line, problem.reason.key)
}

#[test]
fn problems_name_their_line() {
    let rest = "label.en = \"Q\"\nrequired = true\n";
    assert_eq!(
        problem(&format!("code = \"q\"\nkind = \"text\"\n{rest}")),
        (5, "error-form-kind")
    );
    assert_eq!(
        problem(&format!("code = \"q\"\nkind = \"long_text\"\n{rest}")),
        (5, "error-form-key-missing")
    );
    assert_eq!(
        problem(&format!("{rest}code = \"q\"\nkind = \"date\"\nmax = 3\n")),
        (7, "error-form-key-unused")
    );
    assert_eq!(
        problem(&format!("{rest}kind = \"date\"\ncode = \"Q\"\n")),
        (8, "error-code")
    );
    assert_eq!(
        problem(&format!("code = \"q\"\nkind = \"date\"\ntypo = 1\n{rest}")),
        (7, "error-toml")
    );
    assert_eq!(problem("code = \n").0, 5);
    assert_eq!(first("").reason.key, "error-form-empty");
}

#[test]
fn the_default_is_written_as_it_is_read() {
    let form = read(DEFAULT_FORM).unwrap();
    let file = write(&form, &["One.".to_owned(), "Two\n[[section]]".to_owned()]);
    assert!(
        file.starts_with("# One.\n# Two [[section]]\n\n[["),
        "{file}"
    );
    assert_eq!(read(&file), Ok(form));
}

#[test]
fn an_empty_choice_is_told_by_its_line() {
    let mut form = sample();
    form.sections[0].questions[0].kind = QuestionKind::Choice(Vec::new());
    form.sections[1].questions[0].kind = QuestionKind::Rows {
        max_rows: 2,
        columns: Vec::new(),
    };
    let problem = first(&write(&form, &[]));
    assert_eq!(problem.reason.key, "error-form-options");
}

#[test]
fn a_form_as_a_file_is_readable() {
    let file = write(&sample(), &["Sample, version 1".to_owned()]);
    let begin = "# Sample, version 1

[[quiz]]
code = \"where\"
label = { en = \"Where?\" }

  [[quiz.option]]
  code = \"here\"
";
    assert!(file.starts_with(begin), "{file}");
    let question = "
  [[section.question]]
  code = \"why\"
  kind = \"short_text\"
  label = { en = \"why\" }
  required = true
  shown_if = { question = \"registered\", is = [\"no\"] }
  max_chars = 90
";
    assert!(file.contains(question), "{file}");
}

#[test]
fn what_cannot_be_a_form_is_refused_with_its_line() {
    let file = write(&sample(), &[]);
    let refused = |from: &str, to: &str| {
        let changed = file.replacen(from, to, 1);
        let problem = first(&changed);
        let line = changed.lines().nth(problem.line - 1).unwrap().trim();
        (line.to_owned(), problem.reason.key)
    };
    assert_eq!(
        refused("code = \"registered\"", "code = \"name\""),
        ("code = \"name\"".to_owned(), "error-code-taken")
    );
    assert_eq!(
        refused("kind = \"yes_no\"", "kind = \"perhaps\""),
        ("code = \"registered\"".to_owned(), "error-form-kind")
    );
    assert_eq!(
        refused("question = \"registered\"", "question = \"costs\""),
        ("code = \"why\"".to_owned(), "error-form-condition-later")
    );
}

#[test]
fn one_reading_names_every_mistake() {
    let question = |rest: &str| format!("[[section.question]]\nrequired = true\n{rest}");
    let file = [
        "[[section]]\ncode = \"s\"\ntitle.en = \"S\"\n".to_owned(),
        question("code = \"A\"\nkind = \"poem\"\nlabel.en = \"Q\"\n"),
        question("code = \"b\"\nkind = \"number\"\nmax_rows = 3\n[section.question.label]\n"),
        question(
            "code = \"c\"\nkind = \"date\"\nlabel.en = \"Q\"\nshown_if = { question = \"A\", is = [\"x\"] }\n",
        ),
        question("code = \"c\"\nkind = \"choice\"\nlabel.en = \"Q\"\noption = []\n"),
    ];
    let problems = read(&file.concat()).unwrap_err();
    let told: Vec<_> = problems.iter().map(|p| (p.line, p.reason.key)).collect();
    assert_eq!(
        told,
        [
            // No kind, and a code in capitals; what it decides is not asked then.
            (6, "error-form-kind"),
            (6, "error-code"),
            (11, "error-form-key-missing"),
            (11, "error-form-key-missing"),
            (11, "error-form-key-unused"),
            (11, "error-form-label"),
            (23, "error-code-taken"),
            (23, "error-form-options"),
        ]
    );
}

proptest! {
    #[test]
    fn every_form_is_written_as_it_is_read(form in form()) {
        let file = write(&form, &[]);
        prop_assert_eq!(read(&file), Ok(form), "{}", file);
    }
}
