//! Public rounds as opportunities of the CommonGrants protocol, 0.4.0
//! (<https://commongrants.org/>): the schemas that its two required routes answer with.

use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::round::{Round, Window};
use crate::domain::{Language, Moment, Money};

/// One round as it is told.
pub struct Opportunity<'a> {
    pub round: &'a Round,
    pub now: Moment,
    pub changed_at: Moment,
    /// Address of the round's public page.
    pub source: &'a str,
    pub language: Language,
    /// What opening and closing are called.
    pub names: [&'a str; 2],
}

impl Opportunity<'_> {
    /// The schema `OpportunityBase`.
    pub fn value(&self) -> Value {
        let round = self.round;
        let mut dates = json!({ "postDate": self.event(0, round.opens_at) });
        // The schema knows no empty date: what has no closing day tells none.
        if let Some(close) = round.closing.closes_at() {
            dates["closeDate"] = self.event(1, close);
        }
        json!({
            "id": round.id.as_str(),
            "title": round.title.get(self.language),
            "description": round.purpose.get(self.language),
            "status": { "value": self.status() },
            "funding": {
                "totalAmountAvailable": money(round.budget()),
                "minAwardAmount": money(round.least()),
                "maxAwardAmount": money(round.most()),
            },
            "keyDates": dates,
            "source": self.source,
            "createdAt": round.created_at.rfc3339(),
            "lastModifiedAt": self.changed_at.rfc3339(),
        })
    }

    fn status(&self) -> &'static str {
        match self.round.window(self.now) {
            Window::NotYet => "forecasted",
            Window::Open | Window::Late => "open",
            Window::Over => "closed",
        }
    }

    /// A day in the round's zone; the exact instant stands in words.
    fn event(&self, name: usize, at: Moment) -> Value {
        let zone = self.round.time_zone.as_str();
        json!({
            "eventType": "singleDate",
            "name": self.names[name],
            "date": at.day(zone).iso(),
            "description": format!("{} {zone}", at.local_text(zone)),
        })
    }
}

fn money(money: Money) -> Value {
    json!({ "amount": money.decimal(), "currency": money.currency.code() })
}

/// Which page of how many.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Paging {
    /// 1 for the first.
    pub page: usize,
    /// Items on a page at most.
    pub page_size: usize,
    pub total_items: usize,
    pub total_pages: usize,
}

/// The answer that lists a page of items.
pub fn list(items: &[Value], paging: Paging) -> Value {
    json!({
        "status": 200,
        "message": "Success",
        "items": items,
        "paginationInfo": paging,
    })
}

/// The answer that holds one item.
pub fn item(data: &Value) -> Value {
    json!({ "status": 200, "message": "Success", "data": data })
}

/// The answer that says what is wrong.
pub fn error(status: u16, message: &str) -> Value {
    json!({ "status": status, "message": message, "errors": [] })
}
