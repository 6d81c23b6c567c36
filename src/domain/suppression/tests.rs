//! What is published is held against an attacker who adds and subtracts as they like:
//! by elimination over the equations of the tables, and by looking at every boundary.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// Who, and which kind, place and month.
type Told = (u8, usize, usize, usize);

const SHAPE: (usize, usize, usize) = (2, 2, 2);

/// Every count with the organisations behind it, in the order of the fields.
fn behind(told: &[Told], shape: (usize, usize, usize)) -> Tables<Vec<u8>> {
    let (kinds, places, months) = shape;
    let of = |is: &dyn Fn(&Told) -> bool| -> Vec<u8> {
        told.iter().filter(|one| is(one)).map(|one| one.0).collect()
    };
    let cells = |kind: usize, length: usize, of_one: &dyn Fn(&Told) -> usize| {
        (0..length)
            .map(|at| of(&|one| one.1 == kind && of_one(one) == at))
            .collect()
    };
    Tables {
        total: of(&|_| true),
        kinds: (0..kinds).map(|at| of(&|one| one.1 == at)).collect(),
        places: (0..places).map(|at| of(&|one| one.2 == at)).collect(),
        months: (0..months).map(|at| of(&|one| one.3 == at)).collect(),
        by_place: (0..kinds)
            .map(|kind| cells(kind, places, &|one| one.2))
            .collect(),
        by_month: (0..kinds)
            .map(|kind| cells(kind, months, &|one| one.3))
            .collect(),
    }
}

fn flat<C: Clone>(tables: &Tables<C>) -> Vec<C> {
    let cells = tables.by_place.iter().chain(&tables.by_month).flatten();
    let lines = tables
        .kinds
        .iter()
        .chain(&tables.places)
        .chain(&tables.months);
    std::iter::once(&tables.total)
        .chain(lines)
        .chain(cells)
        .cloned()
        .collect()
}

fn map<A, B>(tables: &Tables<A>, make: impl Fn(&A) -> B) -> Tables<B> {
    let list = |list: &[A]| list.iter().map(&make).collect::<Vec<B>>();
    let rows = |rows: &[Vec<A>]| rows.iter().map(|row| list(row)).collect();
    Tables {
        total: make(&tables.total),
        kinds: list(&tables.kinds),
        places: list(&tables.places),
        months: list(&tables.months),
        by_place: rows(&tables.by_place),
        by_month: rows(&tables.by_month),
    }
}

fn distinct(who: &[u8]) -> u64 {
    who.iter().collect::<BTreeSet<_>>().len() as u64
}

fn counted(tables: &Tables<Vec<u8>>) -> Tables<Counted> {
    map(tables, |who| Counted {
        incidents: who.len() as u64,
        organisations: distinct(who),
    })
}

/// Whether the equations determine the unknown at a place, by elimination modulo a prime.
fn determined(net: &Net, hidden: &[usize]) -> Vec<usize> {
    const P: i64 = 1_000_003;
    let mut rows: Vec<Vec<i64>> = (0..net.joints)
        .map(|joint| {
            let sign = |at: &usize| {
                let pipe = &net.pipes[*at];
                i64::from(pipe.to == joint) - i64::from(pipe.from == joint)
            };
            hidden.iter().map(sign).collect()
        })
        .collect();
    let inverse = |n: i64| {
        let (mut base, mut power, mut out) = (n.rem_euclid(P), P - 2, 1);
        while power > 0 {
            if power % 2 == 1 {
                out = out * base % P;
            }
            base = base * base % P;
            power /= 2;
        }
        out
    };
    let mut done = 0;
    for column in 0..hidden.len() {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row][column].rem_euclid(P) != 0)
        else {
            continue;
        };
        rows.swap(done, pivot);
        let factor = inverse(rows[done][column]);
        for cell in &mut rows[done] {
            *cell = (*cell * factor).rem_euclid(P);
        }
        for row in 0..rows.len() {
            let times = rows[row][column];
            if row != done && times.rem_euclid(P) != 0 {
                let pivot = rows[done].clone();
                for (cell, under) in rows[row].iter_mut().zip(&pivot) {
                    *cell = (*cell - times * under).rem_euclid(P);
                }
            }
        }
        done += 1;
    }
    let alone = |row: &Vec<i64>| {
        let mut filled = (0..row.len()).filter(|at| row[*at] != 0);
        filled.next().filter(|_| filled.next().is_none())
    };
    rows.iter().filter_map(alone).map(|at| hidden[at]).collect()
}

/// The smallest group, but for none hidden, whose sum some boundary tells.
fn smallest_told(net: &Net, who: &[Vec<u8>]) -> u64 {
    let mut smallest = u64::MAX;
    for chosen in 1_u32..(1 << net.joints) - 1 {
        let inside = |joint: usize| chosen >> joint & 1 == 1;
        let crossing = net
            .pipes
            .iter()
            .zip(who)
            .filter(|(pipe, _)| !pipe.published && inside(pipe.from) != inside(pipe.to));
        let (leaving, entering): (Vec<_>, Vec<_>) =
            crossing.partition(|(pipe, _)| inside(pipe.from));
        if !leaving.is_empty() && entering.is_empty() {
            let group: Vec<u8> = leaving.iter().flat_map(|(_, who)| (*who).clone()).collect();
            smallest = smallest.min(distinct(&group));
        }
    }
    smallest
}

fn some_incidents() -> impl Strategy<Value = Vec<Told>> {
    let (kinds, places, months) = SHAPE;
    prop::collection::vec((0_u8..9, 0..kinds, 0..places, 0..months), 0..40)
}

/// The net as it is published.
fn net_of(tables: &Tables<Counted>, least: u64) -> Net {
    let shown = flat(&publish(tables, least));
    let mut net = Net::of(tables, least);
    for (pipe, shown) in net.pipes.iter_mut().zip(shown) {
        pipe.published = shown.is_some();
    }
    net
}

proptest! {
    #[test]
    fn nothing_unpublished_is_determined(told in some_incidents(), least in 3_u64..6) {
        let net = net_of(&counted(&behind(&told, SHAPE)), least);
        let hidden: Vec<usize> =
            (0..net.pipes.len()).filter(|at| !net.pipes[*at].published).collect();
        prop_assert_eq!(determined(&net, &hidden), Vec::<usize>::new());
    }

    #[test]
    fn whatever_can_be_added_up_stands_for_enough(told in some_incidents(), least in 3_u64..6) {
        let tables = behind(&told, SHAPE);
        let net = net_of(&counted(&tables), least);
        let smallest = smallest_told(&net, &flat(&tables));
        prop_assert!(smallest >= least, "{smallest}");
    }

    #[test]
    fn what_is_published_is_true_and_stands_for_enough(
        told in prop::collection::vec((0_u8..30, 0_usize..4, 0_usize..3, 0_usize..5), 0..120),
        least in 3_u64..8,
    ) {
        let counted = counted(&behind(&told, (4, 3, 5)));
        let shown = flat(&publish(&counted, least));
        let counts = flat(&counted);
        for (shown, counted) in shown.iter().zip(&counts) {
            if let Some(shown) = shown {
                prop_assert_eq!(*shown, counted.incidents);
                prop_assert!(counted.organisations >= least);
            }
        }
        // In every line where something is kept back, something else is too.
        let net = net_of(&counted, least);
        for joint in 0..net.joints {
            let at = |pipe: &&Pipe| pipe.from == joint || pipe.to == joint;
            prop_assert!(net.unpublished().filter(at).count() != 1);
        }
    }
}

#[test]
fn by_hand() {
    // Six organisations raided in one place and month; one was raided elsewhere as well.
    let mut told: Vec<Told> = (0..6).map(|who| (who, 0, 0, 0)).collect();
    told.extend((0..6).map(|who| (who, 1, 1, 1)));
    told.push((0, 0, 1, 0));
    let shown = publish(&counted(&behind(&told, SHAPE)), 5);
    assert_eq!(shown.total, Some(13));
    // Its raid is hidden, and with it what would give it away.
    assert_eq!(shown.by_place[0], [None, None]);
    assert_eq!(shown.by_place[1], [None, None]);
    assert_eq!(shown.by_month[0], [None, None]);
    assert_eq!(publish(&Tables::<Counted>::default(), 5).total, None);
}
