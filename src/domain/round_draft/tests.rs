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
        rolling: false,
        grace_minutes: "15".to_owned(),
        reviews_due_at: "2027-01-15 17:00".to_owned(),
        review_days: String::new(),
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

fn rolling() -> RoundText {
    RoundText {
        closes_at: String::new(),
        rolling: true,
        reviews_due_at: String::new(),
        review_days: "5".to_owned(),
        ..typed()
    }
}

#[test]
fn a_closing_day_is_there_or_said_not_to_be() {
    let wrong = |text: RoundText| text.read().unwrap_err().0.remove(0);
    let neither = wrong(RoundText {
        rolling: false,
        ..rolling()
    });
    assert_eq!(neither.field, "closes_at");
    assert_eq!(neither.message, Message::new("error-closing-neither"));
    let both = wrong(RoundText {
        closes_at: typed().closes_at,
        ..rolling()
    });
    assert_eq!(both.field, "closes_at");
    assert_eq!(both.message, Message::new("error-closing-both"));
    let endless = wrong(RoundText {
        review_days: String::new(),
        ..rolling()
    });
    assert_eq!(endless.field, "review_days");
}

#[test]
fn without_a_closing_day_it_is_open_until_staff_close_it() {
    use super::super::round::Window;

    let id = "0193a1b2-0000-7000-8000-000000000001";
    let pinned = (
        ProgrammeId::parse(id).unwrap(),
        RubricId::parse(id).unwrap(),
        FormId::parse(id).unwrap(),
    );
    let draft = rolling().read().unwrap();
    let opens_at = draft.opens_at;
    let mut round = draft.round(RoundId::parse(id).unwrap(), pinned, opens_at);
    let kept = RoundText::of(&round);
    assert!(kept.rolling && kept.closes_at.is_empty() && kept.reviews_due_at.is_empty());
    assert_eq!(kept.read().unwrap().over(&round), round);
    round.state = RoundState::Open;
    let later = opens_at.plus_days(9_000);
    assert_eq!(round.window(opens_at.plus_minutes(-1)), Window::NotYet);
    assert_eq!(round.window(later), Window::Open);
    let due = round.closing.reviews_due(later);
    assert_eq!(due, later.plus_days(5));
    // A closing day makes it one as any other.
    let dated = RoundText {
        closes_at: "2026-12-31 17:00".to_owned(),
        rolling: false,
        reviews_due_at: "2027-01-15 17:00".to_owned(),
        ..RoundText::of(&round)
    };
    let closing = dated.read().unwrap().over(&round);
    let close = closing.closing.closes_at().unwrap();
    assert_eq!(closing.window(close), Window::Open);
    assert_eq!(closing.window(close.plus_minutes(15)), Window::Late);
    assert_eq!(closing.window(close.plus_minutes(16)), Window::Over);
    round.state = RoundState::Closed;
    assert_eq!(round.window(later), Window::Over);
}
