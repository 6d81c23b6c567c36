//! What is wrong, said without knowing the reader's language: a key into the
//! Fluent messages and its arguments.

use super::Money;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
    /// Printed with its currency, as the reader's language writes amounts.
    Money(Money),
}

impl From<Money> for Value {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A sentence to be said in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Key of a Fluent message.
    pub key: &'static str,
    pub args: Vec<(&'static str, Value)>,
}

impl Message {
    /// A sentence without arguments.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// A message that belongs to a field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Posted name of the field; empty when it concerns the whole form.
    pub field: String,
    pub message: Message,
}

/// Everything wrong with a form, in the order of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// A single problem.
    pub fn one(field: impl Into<String>, message: Message) -> Self {
        let mut problems = Self::default();
        problems.add(field, message);
        problems
    }

    /// Notes a problem.
    pub fn add(&mut self, field: impl Into<String>, message: Message) {
        self.0.push(Problem {
            field: field.into(),
            message,
        });
    }

    /// Keeps the value of a good result; notes the problem of a bad one.
    pub fn take<T>(&mut self, field: &str, result: Result<T, Message>) -> Option<T> {
        result.map_err(|message| self.add(field, message)).ok()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The message of a field, if it has one.
    pub fn of(&self, field: &str) -> Option<&Message> {
        self.0
            .iter()
            .find(|problem| problem.field == field)
            .map(|problem| &problem.message)
    }
}
