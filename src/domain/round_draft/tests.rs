//! What staff type for a round.

use super::*;

fn typed() -> RoundText {
    RoundText {
        title: Typed {
            en: "Winter round".to_owned(),
            ..Typed::default()
        },
        purpose: Typed {
            en: "Quick help".to_owned(),
            ..Typed::default()
        },
        slug: String::new(),
        currency: "USD".to_owned(),
        budget: "500,000".to_owned(),
        least: "1 000".to_owned(),
        most: "٢٥٠٠٠".to_owned(),
        time_zone: "Asia/Hebron".to_owned(),
        opens_at: "2026-12-01 09:00".to_owned(),
        closes_at: "2026-12-31 17:00".to_owned(),
        grace_minutes: "15".to_owned(),
        reviews_due_at: "2027-01-15 17:00".to_owned(),
        turnaround_days: "30".to_owned(),
        sign_off: true,
        emergency: false,
    }
}

fn fields(change: impl FnOnce(&mut RoundText)) -> Vec<String> {
    let mut text = typed();
    change(&mut text);
    match text.read() {
        Ok(_) => Vec::new(),
        Err(problems) => problems.0.into_iter().map(|p| p.field).collect(),
    }
}

#[test]
fn a_round_is_read_as_typed() {
    let draft = typed().read().unwrap();
    assert_eq!(draft.slug, "winter-round");
    assert_eq!(draft.most_minor, 2_500_000);
    assert_eq!(draft.opens_at.rfc3339(), "2026-12-01T07:00:00Z");
    assert_eq!((draft.grace_minutes, draft.turnaround_days), (15, 30));
}

#[test]
fn an_empty_form_names_each_field_once() {
    let problems = RoundText::default().read().unwrap_err();
    let fields: Vec<String> = problems.0.into_iter().map(|p| p.field).collect();
    let expected = [
        "title_en",
        "purpose_en",
        "currency",
        "time_zone",
        "opens_at",
        "closes_at",
        "reviews_due_at",
        "grace_minutes",
        "turnaround_days",
    ];
    assert_eq!(fields, expected);
}

#[test]
fn related_fields_agree() {
    assert_eq!(fields(|t| t.most = "999".to_owned()), ["most"]);
    assert_eq!(fields(|t| t.budget = "20000".to_owned()), ["most"]);
    assert_eq!(fields(|t| t.least = "0".to_owned()), ["least"]);
    assert_eq!(fields(|t| t.closes_at = t.opens_at.clone()), ["closes_at"]);
    assert_eq!(
        fields(|t| t.reviews_due_at = t.opens_at.clone()),
        ["reviews_due_at"]
    );
    assert_eq!(
        fields(|t| t.grace_minutes = "1441".to_owned()),
        ["grace_minutes"]
    );
    assert_eq!(
        fields(|t| t.turnaround_days = "0".to_owned()),
        ["turnaround_days"]
    );
}

#[test]
fn what_is_public_stays() {
    let id = |last: u8| format!("0193a1b2-0000-7000-8000-0000000000{last:02}");
    let pinned = (
        ProgrammeId::parse(&id(1)).unwrap(),
        RubricId::parse(&id(2)).unwrap(),
        FormId::parse(&id(3)).unwrap(),
    );
    let now = Moment::from_micros(0);
    let draft = typed().read().unwrap();
    let mut round = draft.round(RoundId::parse(&id(4)).unwrap(), pinned, now);
    assert_eq!(RoundText::of(&round).read().unwrap().over(&round), round);
    let changed = RoundText {
        slug: "other-name".to_owned(),
        currency: "EUR".to_owned(),
        sign_off: false,
        emergency: true,
        budget: "600000".to_owned(),
        ..RoundText::of(&round)
    };
    let lane = |sign_off: bool| RoundText {
        emergency: true,
        sign_off,
        ..RoundText::of(&round)
    };
    assert!(lane(true).read().unwrap().emergency);
    let alone = lane(false).read().unwrap_err();
    assert_eq!(alone.0.len(), 1, "nobody decides alone in an emergency");
    assert_eq!(alone.0[0].field, "sign_off");
    let alone = RoundText {
        emergency: false,
        ..changed.clone()
    };
    let free = alone.bound_by(&round).read().unwrap();
    assert_eq!(free.slug, "other-name");
    round.state = RoundState::Open;
    let bound = changed.bound_by(&round).read().unwrap().over(&round);
    assert_eq!(bound.slug, "winter-round");
    assert_eq!(bound.budget(), Money::new(60_000_000, Currency::USD));
    assert!(bound.sign_off && !bound.emergency);
    assert_eq!(bound.state, RoundState::Open);
}
