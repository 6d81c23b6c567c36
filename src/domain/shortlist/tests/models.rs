//! Models of any shape: groups of several choices, limits that are used below 0.

use super::super::corner::settle;
use super::super::model::STEP;
use super::super::part::Part;
use super::super::table::{ONE, Table};
use super::*;
use microlp::{ComparisonOp, OptimizationDirection, Problem};
use proptest::prelude::*;

/// Up to 3 awards a group; the second limit is one by number.
fn choice() -> impl Strategy<Value = (i64, i64, i64, Vec<i64>)> {
    let uses = prop::collection::vec(-60_i64..100, 2);
    (0_i64..400, 0_i64..4, -1_i64..3, uses)
}

fn model() -> impl Strategy<Value = Model> {
    let group = prop::collection::vec(choice(), 1..5);
    let groups = prop::collection::vec(group, 1..7);
    (groups, prop::collection::vec(-80_i64..200, 2), 1_i64..99).prop_map(|(groups, most, each)| {
        let made = |(value, awards, part, own): (i64, i64, i64, Vec<i64>)| Choice {
            value,
            awards,
            uses: vec![own[0], each * awards - STEP * part, own[1]],
        };
        let limit = |most, each| Limit { most, each };
        Model {
            groups: groups
                .into_iter()
                .map(|group| group.into_iter().map(made).collect())
                .collect(),
            limits: vec![
                limit(most[0], None),
                limit(0, Some(each)),
                limit(most[1], None),
            ],
        }
    })
}

/// Whether choices keep every limit.
fn holds(model: &Model, picks: &[usize]) -> bool {
    let chosen = || {
        model
            .groups
            .iter()
            .zip(picks)
            .map(|(group, pick)| &group[*pick])
    };
    let mut limits = model.limits.iter().enumerate();
    limits.all(|(at, limit)| chosen().map(|choice| choice.uses[at]).sum::<i64>() <= limit.most)
}

/// The highest value of all sets; nothing where none keeps the limits.
fn tried(model: &Model) -> Option<i64> {
    let mut picks = vec![0; model.groups.len()];
    let mut best = None;
    loop {
        if holds(model, &picks) {
            best = best.max(Some(model.value(&picks)));
        }
        let more = (0..picks.len()).find(|at| picks[*at] + 1 < model.groups[*at].len());
        let Some(at) = more else { return best };
        picks[at] += 1;
        picks[..at].fill(0);
    }
}

/// The value where lines are divisible, by the linear program; nothing where even so no
/// set keeps the limits.
fn divided(model: &Model) -> Option<f64> {
    let mut program = Problem::new(OptimizationDirection::Maximize);
    let mut rows = vec![Vec::new(); model.limits.len()];
    for group in &model.groups {
        let mut one = Vec::new();
        for choice in group {
            let share = program.add_var(choice.value as f64, (0.0, 1.0));
            one.push((share, 1.0));
            for (row, used) in rows.iter_mut().zip(&choice.uses) {
                row.push((share, *used as f64));
            }
        }
        program.add_constraint(&one, ComparisonOp::Eq, 1.0);
    }
    for (row, limit) in rows.iter().zip(&model.limits) {
        program.add_constraint(row, ComparisonOp::Le, limit.most as f64);
    }
    Some(program.solve().ok()?.into_solution().ok()?.objective())
}

proptest! {
    #[test]
    fn the_search_finds_what_trying_every_set_finds(model in model()) {
        let found = search(&model, 1_000_000);
        let best = tried(&model);
        prop_assert!(found.proven);
        prop_assert_eq!(found.bound, best.unwrap_or(-1));
        prop_assert_eq!(found.picks.is_some(), best.is_some());
        if let Some(picks) = found.picks {
            prop_assert!(holds(&model, &picks));
            prop_assert_eq!(Some(model.value(&picks)), best);
        }
    }

    #[test]
    fn without_time_the_bound_still_holds(model in model(), effort in 0_u64..200) {
        let found = search(&model, effort);
        let best = tried(&model).unwrap_or(-1);
        prop_assert!(found.bound >= best);
        if let Some(picks) = found.picks {
            prop_assert!(holds(&model, &picks));
            prop_assert_eq!(found.proven, found.bound == model.value(&picks));
        }
    }

    #[test]
    fn prices_are_those_of_the_linear_program(model in model()) {
        let table = Table::new(&model);
        let mut part = Part::whole(&model, &table);
        let (bound, _) = settle(&table, &mut part, f64::NEG_INFINITY);
        let holds = part.prove(&table, 0);
        match divided(&model) {
            Some(most) => {
                prop_assert!((bound - most).abs() < 1e-4, "{} {}", bound, most);
                let whole = part.bound as f64 / ONE as f64;
                prop_assert!((whole - most).abs() < 1e-4, "{} {}", whole, most);
            }
            None => prop_assert!(!holds),
        }
    }
}
