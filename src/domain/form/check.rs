//! Whether a form can be filled in: codes, labels, limits.

use std::collections::BTreeSet;

use super::{
    Condition, Form, Opt, POSTED, Question, QuestionKind, QuizQuestion, Stage, TextLimit, is_code,
};
use crate::domain::{Message, Problems, Translated};

impl Form {
    /// What keeps this from being a form that people can fill in. The field of a
    /// problem is the path of codes: `section`, `section.question` or
    /// `section.question.column`.
    pub fn check(&self) -> Problems {
        let mut problems = Problems::default();
        if self.sections.is_empty() {
            problems.add("", Message::new("error-form-empty"));
        }
        check_quiz(&mut problems, &self.quiz);
        let (mut sections, mut questions) = (BTreeSet::new(), BTreeSet::new());
        let (mut earlier, mut stage) = (Vec::new(), Stage::Short);
        for section in &self.sections {
            if section.stage < stage {
                problems.add(&section.code, Message::new("error-form-stage"));
            }
            stage = section.stage;
            if section.code == super::spot::QUIZ {
                let message = Message::new("error-code").with("code", &*section.code);
                problems.add(&section.code, message);
            }
            check_name(
                &mut problems,
                "",
                &section.code,
                &section.title,
                &mut sections,
            );
            if section.questions.is_empty() {
                problems.add(&section.code, Message::new("error-form-empty"));
            }
            for question in &section.questions {
                check_question(&mut problems, &section.code, question, &mut questions);
                if POSTED.contains(&question.code.as_str()) {
                    let path = join(&section.code, &question.code);
                    problems.add(
                        path,
                        Message::new("error-code").with("code", &*question.code),
                    );
                }
                if let Some(condition) = &question.shown_if {
                    let path = join(&section.code, &question.code);
                    problems.take(&path, check_condition(condition, &earlier));
                }
                earlier.push(question);
            }
        }
        problems
    }
}

/// The question stands earlier, and what it must be answered with can be answered.
fn check_condition(condition: &Condition, earlier: &[&Question]) -> Result<(), Message> {
    let code = condition.question.as_str();
    let told = |key| Message::new(key).with("code", code);
    let found = earlier.iter().find(|question| question.code == code);
    let question = found.ok_or_else(|| told("error-form-condition-later"))?;
    if !question.kind.decides() {
        return Err(told("error-form-condition-kind"));
    }
    let answers = question.deciding_answers();
    let known = |wanted: &String| answers.contains(wanted);
    if condition.any_of.is_empty() || !condition.any_of.iter().all(known) {
        return Err(told("error-form-condition-answer"));
    }
    Ok(())
}

/// Codes and labels, and for each question a way on.
fn check_quiz(problems: &mut Problems, quiz: &[QuizQuestion]) {
    let mut questions = BTreeSet::new();
    for question in quiz {
        let path = join("quiz", &question.code);
        check_name(
            problems,
            "quiz",
            &question.code,
            &question.label,
            &mut questions,
        );
        let mut options = BTreeSet::new();
        for option in &question.options {
            check_name(problems, &path, &option.code, &option.label, &mut options);
        }
        if !question
            .options
            .iter()
            .any(|option| option.refusal.is_empty())
        {
            problems.add(&path, Message::new("error-form-quiz"));
        }
    }
}

fn check_question<'a>(
    problems: &mut Problems,
    parent: &str,
    question: &'a Question,
    seen: &mut BTreeSet<&'a str>,
) {
    check_name(problems, parent, &question.code, &question.label, seen);
    let path = join(parent, &question.code);
    if let Err(message) = check_kind(&question.kind) {
        problems.add(&path, message);
    }
    let mut columns = BTreeSet::new();
    for column in question.columns() {
        check_question(problems, &path, column, &mut columns);
        if matches!(
            column.kind,
            QuestionKind::Rows { .. } | QuestionKind::Files { .. } | QuestionKind::Declaration
        ) || column.shown_if.is_some()
        {
            problems.add(join(&path, &column.code), Message::new("error-form-column"));
        }
    }
}

/// Code well formed and new, label there in at least one language.
fn check_name<'a>(
    problems: &mut Problems,
    parent: &str,
    code: &'a str,
    label: &Translated,
    seen: &mut BTreeSet<&'a str>,
) {
    let path = join(parent, code);
    if !is_code(code) {
        problems.add(&path, Message::new("error-code").with("code", code));
    }
    if !seen.insert(code) {
        problems.add(&path, Message::new("error-code-taken").with("code", code));
    }
    if label.is_empty() {
        problems.add(&path, Message::new("error-form-label"));
    }
}

fn check_kind(kind: &QuestionKind) -> Result<(), Message> {
    let limit = |good: bool| good.then_some(()).ok_or(Message::new("error-form-limit"));
    match kind {
        QuestionKind::ShortText { max_chars: most }
        | QuestionKind::LongText {
            limit: TextLimit::Words(most) | TextLimit::Characters(most),
        }
        | QuestionKind::Files { max_files: most }
        | QuestionKind::Rows {
            max_rows: most,
            columns: _,
        } if *most == 0 => limit(false),
        QuestionKind::Rows { columns, .. } if columns.is_empty() => {
            Err(Message::new("error-form-empty"))
        }
        QuestionKind::Number { min, max } => limit(min <= max),
        QuestionKind::Choice(options) | QuestionKind::Choices(options) => check_options(options),
        _ => Ok(()),
    }
}

fn check_options(options: &[Opt]) -> Result<(), Message> {
    if options.is_empty() {
        return Err(Message::new("error-form-options"));
    }
    let (mut problems, mut seen) = (Problems::default(), BTreeSet::new());
    for option in options {
        check_name(&mut problems, "", &option.code, &option.label, &mut seen);
    }
    match problems.0.into_iter().next() {
        Some(problem) => Err(problem.message),
        None => Ok(()),
    }
}

fn join(parent: &str, code: &str) -> String {
    if parent.is_empty() {
        code.to_owned()
    } else {
        format!("{parent}.{code}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::Section;
    use super::*;

    fn text(en: &str) -> Translated {
        Translated {
            en: en.to_owned(),
            ..Translated::default()
        }
    }

    fn question(code: &str, kind: QuestionKind) -> Question {
        Question {
            code: code.to_owned(),
            label: text("Label"),
            hint: Translated::default(),
            required: false,
            reviewers: true,
            sensitive: false,
            shown_if: None,
            kind,
        }
    }

    fn told(questions: Vec<Question>) -> Vec<String> {
        let section = Section {
            code: "s".to_owned(),
            title: text("S"),
            intro: Translated::default(),
            stage: Stage::Short,
            profile: false,
            questions,
        };
        let sections = vec![section];
        let problems = Form {
            quiz: Vec::new(),
            sections,
        }
        .check()
        .0
        .into_iter();
        problems
            .map(|p| format!("{} {}", p.field, p.message.key))
            .collect()
    }

    #[test]
    fn codes_are_plain_and_unique() {
        let date = |code| question(code, QuestionKind::Date);
        assert_eq!(told(vec![date("a"), date("b_2")]), [""; 0]);
        assert_eq!(told(vec![date("a"), date("a")]), ["s.a error-code-taken"]);
        assert_eq!(told(vec![date("a.b")]), ["s.a.b error-code"]);
        assert_eq!(told(vec![]), ["s error-form-empty"]);
    }

    #[test]
    fn rows_hold_plain_questions() {
        let rows = |columns| QuestionKind::Rows {
            max_rows: 3,
            columns,
        };
        let inner = rows(vec![question("a", QuestionKind::Date)]);
        // A column may be called like a question outside of its rows.
        let sound = vec![
            question("a", inner.clone()),
            question("b", QuestionKind::YesNo),
        ];
        assert_eq!(told(sound), [""; 0]);
        let nested = question("r", rows(vec![question("c", inner)]));
        assert_eq!(told(vec![nested]), ["s.r.c error-form-column"]);
        let declared = vec![question("c", QuestionKind::Declaration)];
        assert_eq!(
            told(vec![question("r", rows(declared))]),
            ["s.r.c error-form-column"]
        );
        assert_eq!(
            told(vec![question("r", rows(vec![]))]),
            ["s.r error-form-empty"]
        );
    }

    #[test]
    fn conditions_ask_for_earlier_answers() {
        let on = |code: &str, wanted: &[&str]| Question {
            shown_if: Some(Condition {
                question: code.to_owned(),
                any_of: wanted.iter().map(|code| (*code).to_owned()).collect(),
            }),
            ..question("q", QuestionKind::Date)
        };
        let yes = || question("a", QuestionKind::YesNo);
        assert_eq!(told(vec![yes(), on("a", &["yes"])]), [""; 0]);
        assert_eq!(
            told(vec![on("a", &["yes"]), yes()]),
            ["s.q error-form-condition-later"]
        );
        assert_eq!(
            told(vec![yes(), on("a", &["maybe"])]),
            ["s.q error-form-condition-answer"]
        );
        assert_eq!(
            told(vec![yes(), on("a", &[])]),
            ["s.q error-form-condition-answer"]
        );
        let dated = question("a", QuestionKind::Date);
        assert_eq!(
            told(vec![dated, on("a", &["yes"])]),
            ["s.q error-form-condition-kind"]
        );
    }

    #[test]
    fn limits_leave_room_for_an_answer() {
        let limit = |kind| told(vec![question("q", kind)]);
        let expected = ["s.q error-form-limit"];
        assert_eq!(limit(QuestionKind::ShortText { max_chars: 0 }), expected);
        assert_eq!(
            limit(QuestionKind::LongText {
                limit: TextLimit::Words(0)
            }),
            expected
        );
        assert_eq!(limit(QuestionKind::Number { min: 2, max: 1 }), expected);
        assert_eq!(
            limit(QuestionKind::Choice(vec![])),
            ["s.q error-form-options"]
        );
    }
}
