//! What staff and applicants of the demonstration said to each other: a question
//! that waits, one that was answered with a new version, messages both ways.

use super::story::{SITE, Story};
use super::{content, hands};
use crate::actions::section::TypedSection;
use crate::actions::thread::{self, TypedMessage};
use crate::actions::{answer_clarification, clarification, section};
use crate::cli::Failure;
use crate::domain::clarification::TypedAsk;
use crate::domain::{ApplicationId, MessageId};
use crate::store::mint;

/// Who is asked and has not answered; who answered; who waits for an answer.
const ASKED: &str = "hadeel.mamarr@apply.example";
const ANSWERED: &str = "bashar.harf@apply.example";
const WROTE: &str = "nidal.qistas@apply.example";

impl Story<'_> {
    /// Tells what was asked, answered and written about an application.
    pub fn talk(&self, id: ApplicationId) -> Result<(), Failure> {
        match self.organisation.email.as_str() {
            ASKED => self.ask_and_wait(id),
            ANSWERED => self.ask_and_answer(id),
            WROTE => self.applicant_writes(
                id,
                20,
                "Our accountant is away until Sunday. May the accounts come a day later?",
            ),
            _ => Ok(()),
        }
    }

    fn ask_and_wait(&self, id: ApplicationId) -> Result<(), Failure> {
        let question = "Your budget names rent for six months. Until when does the present \
                        lease run, and who else pays a part of it?";
        self.ask(id, (40, 3), question, &["need", "support"])?;
        self.applicant_writes(
            id,
            30,
            "Thank you, we are asking our landlord for the paper. Is a scan enough?",
        )?;
        self.staff_writes(id, 26, "A scan is enough, and so is a photograph.")?;
        self.applicant_writes(id, 5, "Good. You have it by tomorrow.")
    }

    fn ask_and_answer(&self, id: ApplicationId) -> Result<(), Failure> {
        let question = "You write that the bank closed your account. When was that, and can \
                        you receive a transfer today?";
        self.ask(id, (60, 4), question, &["need"])?;
        self.change(id, 50)?;
        let words = "It was closed in September. A second bank opened an account for us last \
                     week; we describe it under your question on the situation.";
        self.by_applicant(49, |tx, actor| {
            answer_clarification::save_answer(tx, actor, id, (0, words)).map(|_| ())
        })?;
        let statement = hands::statement(self.organisation);
        self.by_applicant(48, |tx, actor| {
            answer_clarification::send(tx, actor, id, &statement, SITE)
        })?;
        self.staff_writes(id, 44, "Thank you, that is clear now.")
    }

    /// A question of so many hours ago that is due in so many days from now.
    fn ask(
        &self,
        id: ApplicationId,
        (hours, days): (i64, i64),
        question: &str,
        sections: &[&str],
    ) -> Result<(), Failure> {
        let admin = self.admin(0);
        let due = self.seeder.now.plus_days(days);
        let typed = TypedAsk {
            question: question.to_owned(),
            due_at: due.local_text(self.seeder.zone()),
            sections: sections.iter().map(|code| (*code).to_owned()).collect(),
            words_only: false,
        };
        self.seeder.act(Some(admin), hours, |tx| {
            clarification::ask(tx, admin, id, &typed, SITE)
        })
    }

    /// The section of the need with one more sentence.
    fn change(&self, id: ApplicationId, hours: i64) -> Result<(), Failure> {
        let more = "Since last week a second bank holds an account for us, so that a transfer \
                    can arrive.";
        let Some(need) = self.sections()?.into_iter().find(|s| s.code == "need") else {
            return Ok(());
        };
        let pairs = content::posted(self.organisation).into_iter();
        let own = pairs.filter(|(name, _)| {
            let code = name.split('.').next().unwrap_or_default();
            need.question(code).is_some()
        });
        let changed = own.map(|(name, text)| match name.as_str() {
            "situation" => (name, format!("{text}\n\n{more}")),
            _ => (name, text),
        });
        let typed = TypedSection {
            section: need.code.clone(),
            over: 1,
            asked: need.questions.iter().map(|q| q.code.clone()).collect(),
            taken: Vec::new(),
            posted: changed.collect(),
        };
        self.by_applicant(hours, |tx, actor| {
            section::save_section(tx, actor, id, &typed).map(|_| ())
        })
    }

    fn applicant_writes(&self, id: ApplicationId, hours: i64, body: &str) -> Result<(), Failure> {
        let typed = message(body);
        self.by_applicant(hours, |tx, actor| {
            thread::write_as_member(tx, actor, id, &typed, SITE)
        })
    }

    fn staff_writes(&self, id: ApplicationId, hours: i64, body: &str) -> Result<(), Failure> {
        let (admin, typed) = (self.admin(0), message(body));
        self.seeder.act(Some(admin), hours, |tx| {
            thread::write_as_staff(tx, admin, id, &typed, SITE)
        })
    }
}

fn message(body: &str) -> TypedMessage {
    TypedMessage {
        body: body.to_owned(),
        press: mint::<MessageId>().to_string(),
    }
}
