//! What the doctor says must never be of rounds and awards.

use evenhand::store::doctor;

use super::Awarded;
use super::sealed::tamper;

/// What breaks it, what that is called, and what mends it.
const BROKEN: [[&str; 3]; 9] = [
    [
        "UPDATE bank_accounts SET bank = 'Bank of the Quay'",
        "account details lie in the database in clear (run evenhand seal)",
        "UPDATE bank_accounts SET bank = ''",
    ],
    [
        "UPDATE applications SET status = 'withdrawn' \
         WHERE id IN (SELECT application_id FROM awards)",
        "an application was withdrawn that an award was made on",
        "UPDATE applications SET status = 'decided' \
         WHERE id IN (SELECT application_id FROM awards)",
    ],
    [
        "UPDATE awards SET freed_minor = freed_minor + 500051",
        "of an award more was paid and given back than was awarded",
        "UPDATE awards SET freed_minor = freed_minor - 500051",
    ],
    [
        "UPDATE disbursements SET finance_by = programme_by",
        "one person approved a transfer for both sides",
        "UPDATE disbursements SET finance_by = \
         (SELECT MIN(id) FROM accounts WHERE id <> programme_by)",
    ],
    [
        "UPDATE rounds SET review_days = 5",
        "a round has a closing day and none at once, or neither",
        "UPDATE rounds SET review_days = NULL",
    ],
    [
        "UPDATE review_phases SET needed = needed + 20",
        "a review phase needs no review or more than twenty",
        "UPDATE review_phases SET needed = needed - 20",
    ],
    [
        "UPDATE review_phases SET needed = -needed",
        "a review phase needs no review or more than twenty",
        "UPDATE review_phases SET needed = -needed",
    ],
    [
        "UPDATE review_phases SET closes_at = opens_at",
        "a review phase closes before it opens",
        "UPDATE review_phases SET closes_at = NULL",
    ],
    [
        "INSERT INTO review_phases (id, round_id, name, scope, needed, others, reviewer_names, \
         applicant_names, discussion, revision, opens_at, closes_at) \
         SELECT '00000000-0000-7000-8000-000000000001', round_id, name, scope, needed, others, \
         reviewer_names, applicant_names, discussion, revision, opens_at, closes_at \
         FROM review_phases",
        "two review phases of a round overlap",
        "DELETE FROM review_phases WHERE id = '00000000-0000-7000-8000-000000000001'",
    ],
];

#[test]
fn the_doctor_finds_what_must_never_be_of_rounds_and_awards() {
    let award = Awarded::running();
    award.pay(1);
    let site = &award.round.site;
    let found = || -> Vec<&'static str> {
        let all = site.read(doctor::examine).into_iter();
        all.map(|one| one.problem).collect()
    };
    assert_eq!(found(), [""; 0]);
    for [broken, problem, mended] in BROKEN {
        tamper(site, broken);
        let all = found();
        assert!(all.contains(&problem), "{broken}: {all:?}");
        tamper(site, mended);
        assert_eq!(found(), [""; 0], "{mended}");
    }
}
