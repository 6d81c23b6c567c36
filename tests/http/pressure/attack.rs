//! What a reader of a briefing can work out by adding and subtracting all that it says.

use std::collections::{BTreeMap, BTreeSet};

use super::{record, record_of};
use crate::deliberation::Deliberation;

/// Organisations for which a count must stand.
const LEAST: usize = 3;
/// The first month of a briefing of 24 whole months and the one under way.
const FIRST: &str = "2024-11";

/// An incident: organisation, kind, country, month.
type Told = (usize, &'static str, &'static str, &'static str);

fn told() -> Vec<Told> {
    let mut told = Vec::new();
    for month in ["2026-10", "2025-06", "2024-12"] {
        told.extend((0..4).map(|own| (own, "raid", "PS", month)));
    }
    for month in ["2026-10", "2025-06"] {
        told.extend((0..3).map(|own| (own, "smear", "IL", month)));
    }
    told.push((3, "threat", "PS", "2025-06"));
    told.push((0, "threat", "IL", "2024-12"));
    // Longer ago than is briefed.
    told.push((0, "raid", "PS", "2024-03"));
    told.push((1, "smear", "IL", "2023-05"));
    told
}

/// A count: table, kind, column. A total that stands in both tables is of none.
type Place = (String, String, String);

fn place(table: &str, kind: &str, column: &str) -> Place {
    let table = if column == "total" { "" } else { table };
    [table, kind, column].map(str::to_owned).into()
}

/// What a file says: every count, and the columns of each table.
struct Said {
    counts: BTreeMap<Place, Option<u64>>,
    kinds: BTreeSet<String>,
    columns: BTreeMap<String, BTreeSet<String>>,
}

impl Said {
    fn read(csv: &str) -> Self {
        let (mut counts, mut kinds) = (BTreeMap::new(), BTreeSet::new());
        let mut columns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for line in csv.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let [table, kind, column, count, kept] = cells[..] else {
                panic!("{line}")
            };
            assert_eq!(count.is_empty(), kept == "yes", "{line}");
            if kind != "total" {
                kinds.insert(kind.to_owned());
            }
            let own = columns.entry(table.to_owned()).or_default();
            if column != "total" {
                own.insert(column.to_owned());
            }
            counts.insert(place(table, kind, column), count.parse().ok());
        }
        Self {
            counts,
            kinds,
            columns,
        }
    }

    /// Every line of the tables: the counts of its cells, and the one of their sum.
    fn lines(&self) -> Vec<(Vec<Place>, Place)> {
        let kinds = || self.kinds.iter().map(String::as_str);
        let all = place("", "total", "total");
        let sums = kinds().map(|kind| place("", kind, "total"));
        let mut lines = vec![(sums.collect(), all.clone())];
        for (table, columns) in &self.columns {
            let columns = || columns.iter().map(String::as_str);
            let of = |kind: &str| columns().map(|one| place(table, kind, one)).collect();
            lines.extend(kinds().map(|kind| (of(kind), place("", kind, "total"))));
            lines.push((of("total"), all.clone()));
            for column in columns() {
                let cells = kinds().map(|kind| place(table, kind, column));
                lines.push((cells.collect(), place(table, "total", column)));
            }
        }
        lines
    }

    /// What a count stands for: incidents, and whose they are.
    fn behind(&self, (table, kind, column): &Place) -> (u64, BTreeSet<usize>) {
        let told = told().into_iter().filter(|(_, own, country, month)| {
            let code = match table.as_str() {
                "kind_by_place" => country,
                _ => month,
            };
            let columns = self.columns.get(table);
            let apart = columns.is_some_and(|columns| columns.contains(*code));
            let here = match column.as_str() {
                "total" => true,
                "rest" => !apart,
                column => column == *code,
            };
            *month >= FIRST && here && (kind == "total" || kind == own)
        });
        let owners: Vec<usize> = told.map(|(owner, ..)| owner).collect();
        (owners.len() as u64, owners.into_iter().collect())
    }
}

/// Which of the `unknown` counts follow from the others, by solving all lines at once.
fn determined(lines: &[(Vec<Place>, Place)], unknown: &[Place]) -> Vec<Place> {
    let at: BTreeMap<&Place, usize> = unknown.iter().zip(0..).collect();
    let row = |(cells, sum): &(Vec<Place>, Place)| {
        let mut row = vec![0_i64; unknown.len()];
        let cells = cells.iter().map(|cell| (cell, 1));
        for (one, sign) in cells.chain([(sum, -1)]) {
            if let Some(column) = at.get(one) {
                row[*column] += sign;
            }
        }
        row
    };
    let mut rows: Vec<Vec<i64>> = lines.iter().map(row).collect();
    let mut done = 0;
    for column in 0..unknown.len() {
        let Some(found) = (done..rows.len()).find(|row| rows[*row][column] != 0) else {
            continue;
        };
        rows.swap(done, found);
        let lead = rows[done].clone();
        assert_eq!(
            lead[column].abs(),
            1,
            "lines of tables never need fractions"
        );
        let others = rows.iter_mut().enumerate().filter(|(at, _)| *at != done);
        for (_, row) in others {
            let times = row[column] * lead[column];
            row.iter_mut()
                .zip(&lead)
                .for_each(|(cell, own)| *cell -= times * own);
        }
        done += 1;
    }
    let alone = rows.iter().filter_map(|row| {
        let mut full = (0..row.len()).filter(|column| row[*column] != 0);
        full.next().filter(|_| full.next().is_none())
    });
    alone.map(|column| unknown[column].clone()).collect()
}

#[test]
fn nothing_of_few_can_be_worked_out_of_a_briefing_of_two_years() {
    let round = Deliberation::unscored();
    let ada = &round.ada;
    let records = round.applications.iter().map(|id| {
        let dossier = format!("/admin/applications/{id}");
        record_of(ada, &dossier)
    });
    let records: Vec<String> = records.collect();
    for (owner, kind, country, month) in told() {
        let given = [("kind", kind), ("country", country), ("day", month)];
        let done = record(ada, &records[owner], &given);
        assert_eq!(done.notice(), "The incident is on record.");
    }
    let asked = [("period", "24"), ("least", "3"), ("format", "csv")];
    let briefing = "/admin/pressure/briefing";
    let csv = ada.submit(&ada.get("/admin/pressure"), briefing, &asked);
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    let said = Said::read(csv.source());
    let months = &said.columns["kind_by_month"];
    assert_eq!(months.len(), 26, "25 months and what has none: {months:?}");
    assert!(months.contains(FIRST) && !months.contains("2024-10"));
    assert_eq!(said.counts[&place("", "total", "total")], Some(20));

    let (mut unknown, mut published) = (Vec::new(), 0);
    for (place, count) in &said.counts {
        let (incidents, owners) = said.behind(place);
        match count {
            Some(count) => {
                published += 1;
                assert_eq!(*count, incidents, "{place:?}");
                assert!(owners.len() >= LEAST, "{place:?} is of {owners:?}");
            }
            None => unknown.push(place.clone()),
        }
    }
    assert!(published > 5 && !unknown.is_empty(), "{published}");
    let lines = said.lines();
    assert_eq!(determined(&lines, &unknown), Vec::<Place>::new());
    // The attack does find what stands alone.
    assert_eq!(determined(&lines, &unknown[..1]), unknown[..1]);
    // What is left of a published sum is of as many organisations too.
    for (cells, sum) in lines.iter().filter(|(_, sum)| said.counts[sum].is_some()) {
        let hidden = cells.iter().filter(|cell| said.counts[*cell].is_none());
        let owners = hidden.clone().flat_map(|cell| said.behind(cell).1);
        let owners: BTreeSet<usize> = owners.collect();
        assert!(
            hidden.count() == 0 || owners.len() >= LEAST,
            "the rest of {sum:?} is of {owners:?}"
        );
    }
}
