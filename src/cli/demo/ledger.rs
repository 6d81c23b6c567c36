//! A file of fictional grants in the support ledger, of which some may pay for what the
//! demonstration's organisations ask for.

use std::fmt::Write;

use super::seed::Seeder;
use crate::actions::import_ledger;
use crate::cli::Failure;
use crate::policy::ledger::MayKeepLedger;
use crate::store::Stamp;

/// A grant: its funder, for whom with which number, what for, how long ago it began in
/// days, for how many months, how much in dollars.
struct Given(
    &'static str,
    [&'static str; 2],
    [&'static str; 2],
    i64,
    u8,
    u32,
);

const GRANTS: [Given; 12] = [
    Given(
        "Lantern Street Fund",
        ["Babayn Residency Clinic", "IL-RA-589623180"],
        [
            "Residency clinic: lawyer and court costs",
            "A walk-in legal clinic in East Jerusalem for families at risk of losing residency.",
        ],
        200,
        12,
        38_000,
    ),
    Given(
        "Lantern Street Fund",
        ["Harf Press Freedom", "PS-CR-569120774"],
        [
            "Lawyers for arrested reporters",
            "Legal costs of journalists who are arrested in the West Bank, and an alert line.",
        ],
        120,
        12,
        25_000,
    ),
    Given(
        "Harbour Trust",
        ["مكتب الدالية للدفاع عن المحتجزين", ""],
        [
            "دفاع قانوني عن محتجزين",
            "أتعاب محاميتين ورسوم المحاكم العسكرية لستة أشهر.",
        ],
        60,
        6,
        18_000,
    ),
    Given(
        "Harbour Trust",
        ["קו בניין", "IL-RA-589412071"],
        [
            "ליווי תכנוני לשכונות",
            "ליווי תושבים מול ועדות התכנון והכנת תוכניות חלופיות.",
        ],
        400,
        12,
        30_000,
    ),
    Given(
        "Quiet River Foundation",
        ["Side Gate", ""],
        [
            "Prison visits for conscientious objectors",
            "Advice before the committee and visits in prison.",
        ],
        90,
        12,
        15_000,
    ),
    Given(
        "Quiet River Foundation",
        ["Tal al Reeh Assoc. of Unrecognized Villages", ""],
        [
            "Planning and eviction cases in five villages",
            "Representation of Bedouin families before courts and planning committees.",
        ],
        150,
        18,
        42_000,
    ),
    Given(
        "Quiet River Foundation",
        ["Upland Choir", ""],
        ["Summer concerts", "Four concerts in the hills."],
        300,
        4,
        3_000,
    ),
    Given(
        "Harbour Trust",
        ["Coastal Cooks", ""],
        ["A community kitchen", "Meals for older people."],
        30,
        12,
        9_000,
    ),
    Given(
        "Harbour Trust",
        ["Delta Bicycle Club", ""],
        ["Bicycles for nurses", "Twenty bicycles and repairs."],
        45,
        6,
        4_500,
    ),
    Given(
        "Lantern Street Fund",
        ["Three Wells Library", ""],
        ["A mobile library", "A van with books for villages."],
        500,
        24,
        21_000,
    ),
    Given(
        "Lantern Street Fund",
        ["Sakan Camp Residents Forum", "PS-MOI-RA-9631-K"],
        [
            "Documentation of damaged homes",
            "Records of damage to homes in three camps in the north.",
        ],
        80,
        9,
        12_000,
    ),
    Given(
        "Quiet River Foundation",
        ["Northern Beekeepers", ""],
        ["Hives after the fire", "New hives for twelve families."],
        20,
        6,
        6_000,
    ),
];

const HEAD: &str = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,\
    Recipient Org:Identifier,Recipient Org:Name,Funding Org:Name,Planned Dates:Start Date,\
    Planned Dates:Duration (months)\n";

/// Loads them as an operator loads a file.
pub fn load(seeder: &Seeder) -> Result<(), Failure> {
    let mut table = HEAD.to_owned();
    for (number, given) in (1..).zip(GRANTS) {
        let Given(funder, [recipient, identifier], [title, about], days, months, amount) = given;
        let begin = seeder.now.plus_days(-days).day(seeder.zone()).iso();
        let _ = writeln!(
            table,
            "360G-demo-{number},\"{title}\",\"{about}\",USD,{amount},{begin},{identifier},\
             {recipient},{funder},{begin},{months}"
        );
    }
    let failed =
        |problem: String| Failure::Failed(format!("the demonstration's grants: {problem}"));
    let incoming = seeder.storage.receive(1 << 20);
    let mut incoming = incoming.map_err(|problem| failed(problem.to_string()))?;
    let written = incoming.write(table.as_bytes());
    written.map_err(|problem| failed(problem.to_string()))?;
    let stamp = Stamp {
        now: seeder.now.plus_days(-22),
        actor: None,
        request: "cli:demo".to_owned(),
    };
    let file = (incoming.path(), "demonstration-grants.csv");
    let may = MayKeepLedger::program();
    let loaded = import_ledger::load(seeder.database, (&stamp, &may), file, |_| {});
    loaded
        .map(|_| ())
        .map_err(|problem| failed(format!("{problem:?}")))
}
