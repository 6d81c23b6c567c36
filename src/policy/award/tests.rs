//! Who approves for which side, and who agrees to what.

use super::*;
use crate::domain::DisbursementId;
use crate::domain::account::Role;
use crate::domain::award::{PayStage, Side};
use crate::domain::member::MemberRole;
use crate::policy::trial::person;

fn award() -> AwardId {
    "00000000-0000-7000-8000-000000000009".parse().unwrap()
}

#[test]
fn nobody_approves_for_both_sides() {
    let (ada, ben) = (person(1, &[Role::Admin]), person(2, &[Role::Admin]));
    let running = (award(), AwardState::Disbursements);
    let about = (running, Status::Decided);
    let id: DisbursementId = "00000000-0000-7000-8000-000000000008".parse().unwrap();
    let first = (id, PayStage::Prepared);
    assert_eq!(
        MayApprove::on(&ada, about, first, None).unwrap().side(),
        Side::Programme
    );
    let half = (id, PayStage::ProgrammeApproved);
    assert!(MayApprove::on(&ada, about, half, Some(ada.id)).is_err());
    let second = MayApprove::on(&ben, about, half, Some(ada.id)).unwrap();
    assert_eq!(second.side(), Side::Finance);
    assert!(second.pays_to(ada.id).is_ok());
    assert!(second.pays_to(ben.id).is_err());
    let anew = (running, Status::Deliberation);
    assert!(MayApprove::on(&ben, anew, half, Some(ada.id)).is_err());
    let early = ((award(), AwardState::Agreement), Status::Decided);
    assert!(MayApprove::on(&ada, early, first, None).is_err());
    let auditor = person(3, &[Role::Auditor]);
    assert!(MayApprove::on(&auditor, about, first, None).is_err());
    assert!(MayReadBank::of(&auditor).is_err());
    assert!(MayExportPayments::of(&auditor).is_err());
}

#[test]
fn what_is_at_the_bank_is_taken_back_by_another_one() {
    let (ada, ben) = (person(1, &[Role::Admin]), person(2, &[Role::Admin]));
    let about = (award(), AwardState::Disbursements);
    let id: DisbursementId = "00000000-0000-7000-8000-000000000008".parse().unwrap();
    let take = |who: &Actor, stage: PayStage, senders: &[AccountId]| {
        MayTakeBack::on(who, about, (id, stage), senders).is_ok()
    };
    assert!(take(&ada, PayStage::Approved, &[]));
    assert!(!take(&ada, PayStage::Exported, &[ben.id, ada.id]));
    assert!(take(&ben, PayStage::Exported, &[ada.id]));
    assert!(!take(&ben, PayStage::Paid, &[ada.id]));
    let auditor = person(3, &[Role::Auditor]);
    assert!(!take(&auditor, PayStage::Approved, &[]));
}

#[test]
fn owners_agree_to_what_was_laid_before_them() {
    let rana = person(1, &[Role::Applicant]);
    let owner = (&rana, Standing::Member(MemberRole::Owner));
    let editor = (&rana, Standing::Member(MemberRole::Editor));
    let about = (award(), AwardState::Agreement);
    assert!(MayActOnAward::agree(owner, about, false).is_err());
    assert!(MayActOnAward::agree(editor, about, true).is_err());
    let (_, moves) = MayActOnAward::agree(owner, about, true).unwrap();
    assert_eq!(moves.to(), AwardState::Disbursements);
    let running = (award(), AwardState::Reports);
    let draft = (ReportState::Due, false);
    assert!(MayActOnAward::report(editor, running, draft).is_ok());
    assert!(MayActOnAward::report(editor, running, (ReportState::Due, true)).is_err());
    assert!(MayActOnAward::report(owner, running, (ReportState::Sent, true)).is_err());
    assert!(MayActOnAward::answer(owner, about).is_err());
}
