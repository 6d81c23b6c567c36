//! The life of an award, plans, payments, accounts and reports.

use proptest::prelude::*;

use super::*;
use crate::domain::rate::Rate;
use crate::domain::{AccountId, Currency};

fn usd(minor: i64) -> Money {
    Money::new(minor, Currency::USD)
}

fn draft(amounts: &[&str]) -> PlanDraft {
    let tranche = |amount: &&str| TrancheText {
        amount: (*amount).to_owned(),
        due: "2027-02-01".to_owned(),
        after: String::new(),
    };
    PlanDraft {
        tongue: "ar".to_owned(),
        starts: "2027-01-01".to_owned(),
        ends: "2027-12-31".to_owned(),
        tranches: amounts.iter().map(tranche).collect(),
        reports: vec![ReportText {
            kind: "final".to_owned(),
            due: "2028-01-31".to_owned(),
        }],
    }
}

#[test]
fn an_award_goes_one_way() {
    use AwardEvent::{Agree, Cancel, Close, PayOut};
    let way = [Agree, PayOut, Close];
    let end = way.iter().try_fold(AwardState::Agreement, |state, event| {
        transition(state, *event)
    });
    assert_eq!(end, Ok(AwardState::Closed));
    for state in [AwardState::Closed, AwardState::Cancelled] {
        for event in AwardEvent::ALL {
            assert_eq!(transition(state, event), Err(NotAllowed));
        }
    }
    let paid_first = transition(AwardState::Agreement, PayOut);
    assert_eq!(paid_first, Err(NotAllowed));
    let early = transition(AwardState::Disbursements, Close);
    assert_eq!(early, Err(NotAllowed));
    assert_eq!(
        transition(AwardState::Reports, Cancel),
        Ok(AwardState::Cancelled)
    );
    for state in AwardState::ALL {
        assert_eq!(AwardState::from_code(state.code()), Some(state));
    }
}

#[test]
fn tranches_are_the_whole_award() {
    let plan = read_plan(&draft(&["12,000", "8000.50"]), usd(2_000_050)).unwrap();
    assert_eq!(plan.tranches.len(), 2);
    let short = read_plan(&draft(&["12,000"]), usd(2_000_050)).unwrap_err();
    assert_eq!(short.0[0].message.key, "error-award-sum");
    let mut late = draft(&["1"]);
    late.ends = "2027-01-01".to_owned();
    late.tranches[0].after = "2".to_owned();
    late.reports[0].kind = "weekly".to_owned();
    let wrong = read_plan(&late, usd(100)).unwrap_err();
    let fields: Vec<&str> = wrong.0.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["ends", "report.0.kind", "tranche.0.after"]);
}

#[test]
fn a_close_out_says_what_is_missing() {
    let balance = Balance {
        awarded: 100,
        disbursed: 60,
        freed: 10,
    };
    let reports = [(1, ReportState::Accepted), (2, ReportState::Sent)];
    assert_eq!(
        lacks(balance, (1, 2), reports.into_iter()),
        [
            Lack::Open(30),
            Lack::UnderWay(1),
            Lack::Amendments(2),
            Lack::Report(2)
        ]
    );
    let even = Balance {
        freed: 40,
        ..balance
    };
    let done = [(1, ReportState::Accepted)];
    assert_eq!(lacks(even, (0, 0), done.into_iter()), []);
    assert!(read_freed("30", usd(3_000)).is_ok());
    assert!(read_freed("30.01", usd(3_000)).is_err());
    assert!(read_freed("0", usd(3_000)).is_err());
}

#[test]
fn money_goes_back_from_the_last_tranche_that_is_not_paid() {
    let tranches = [(50, Some(50)), (30, None), (20, None)];
    assert_eq!(given_back(&tranches, 0), [0, 0, 0]);
    assert_eq!(given_back(&tranches, 25), [0, 5, 20]);
    assert_eq!(given_back(&tranches, 50), [0, 30, 20]);
    // The second was paid as far as it was left.
    let paid = [(50, Some(50)), (30, Some(25)), (20, None)];
    assert_eq!(given_back(&paid, 25), [0, 5, 20]);
    assert_eq!(given_back(&paid, 5), [0, 5, 0]);
}

#[test]
fn two_people_approve_in_turn() {
    let id = |n: u8| AccountId::parse(&format!("0193a1b2-0000-7000-8000-00000000000{n}")).unwrap();
    let prepared = PayStage::of(false, false, false, false, false);
    assert_eq!(may_approve(prepared, None, id(1)), Ok(Side::Programme));
    let half = PayStage::of(true, false, false, false, false);
    let same = may_approve(half, Some(id(1)), id(1));
    assert_eq!(same, Err(ApproveRefusal::SamePerson));
    assert_eq!(may_approve(half, Some(id(1)), id(2)), Ok(Side::Finance));
    let gone = PayStage::of(true, true, false, false, true);
    let refused = ApproveRefusal::Stage(PayStage::Dropped);
    assert_eq!(may_approve(gone, None, id(2)), Err(refused));
}

#[test]
fn what_is_paid_follows_the_rate_and_both_currencies() {
    let jod = Currency::parse("JOD").unwrap();
    let ils = Currency::parse("ILS").unwrap();
    let rate = |text: &str| Rate::parse(text).unwrap();
    assert_eq!(
        worth(usd(10_000), rate("3.6512"), ils),
        Some(Money::new(36_512, ils))
    );
    assert_eq!(
        worth(usd(10_000), rate("0.709"), jod),
        Some(Money::new(70_900, jod))
    );
    let today = Day::parse("2027-03-01").unwrap();
    let own = PayText {
        currency: "USD".to_owned(),
        ..PayText::default()
    };
    assert_eq!(own.read(usd(5), today).unwrap().rate, None);
    let other = PayText {
        currency: "ILS".to_owned(),
        rate: "3.6512".to_owned(),
        day: "2027-03-02".to_owned(),
        source: "Bank of Israel".to_owned(),
    };
    let wrong = other.read(usd(5), today).unwrap_err();
    assert_eq!(wrong.0[0].field, "day");
}

#[test]
fn accounts_are_proven_and_masked() {
    let text = BankText {
        holder: " Olive  Press ".to_owned(),
        bank: "Bank of Palestine".to_owned(),
        iban: "ps92 pals 0000 0000 0400 1234 5670 2".to_owned(),
        bic: "palsps22".to_owned(),
    };
    let bank = text.read().unwrap();
    assert_eq!(bank.iban, "PS92PALS000000000400123456702");
    assert_eq!(bank.bic, "PALSPS22");
    assert_eq!(format!("{bank:?}"), "PS •••• 6702");
    for wrong in ["", "PS93PALS000000000400123456702", "PS92", "580000008"] {
        assert_eq!(read_iban(wrong).unwrap_err().key, "error-iban", "{wrong}");
    }
    for wrong in ["PALS", "PALS1222", "PALSPS2", "PALSPS22XX"] {
        assert!(read_bic(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn reports_go_back_and_forth_until_accepted() {
    let sent = ReportState::Due.sent().unwrap();
    let back = sent.judged(false).unwrap();
    assert_eq!(back, ReportState::Returned);
    let done = back.sent().and_then(|sent| sent.judged(true)).unwrap();
    assert_eq!(
        (done.sent(), done.judged(false)),
        (Err(NotAllowed), Err(NotAllowed))
    );
    assert!(read_report(("", ""), Currency::USD, false).is_ok());
    assert_eq!(
        read_report(("", ""), Currency::USD, true)
            .unwrap_err()
            .0
            .len(),
        2
    );
    let ends = Day::parse("2027-12-31").unwrap();
    assert!(read_extension("2027-12-31", ends).is_err());
    assert!(read_extension("2028-03-31", ends).is_ok());
}

proptest! {
    #[test]
    fn any_split_of_the_award_is_a_plan(parts in prop::collection::vec(1_i64..1_000_000, 1..8)) {
        let amounts: Vec<String> = parts.iter().map(|part| usd(*part).decimal()).collect();
        let amounts: Vec<&str> = amounts.iter().map(String::as_str).collect();
        let sum = parts.iter().sum();
        prop_assert!(read_plan(&draft(&amounts), usd(sum)).is_ok());
        prop_assert!(read_plan(&draft(&amounts), usd(sum + 1)).is_err());
    }

    #[test]
    fn paying_changes_by_less_than_a_minor_unit(minor in 1_i64..1_000_000_000, digits in 1_i64..99_999) {
        let rate = Rate::parse(&format!("{}.{:04}", digits / 10_000, digits % 10_000)).unwrap();
        let ils = Currency::parse("ILS").unwrap();
        let paid = worth(usd(minor), rate, ils).unwrap();
        let exact = i128::from(minor) * i128::from(digits);
        prop_assert!((i128::from(paid.minor) * 10_000 - exact).abs() <= 5_000);
    }
}
