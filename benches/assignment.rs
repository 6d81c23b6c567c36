//! Assigns made-up rounds of several sizes and prints how long it took, what it
//! came to, and whether the proof holds. `cargo bench --bench assignment`

use std::time::Instant;

use evenhand::domain::allocation::{BARRED, First, Seat, Task, Want, prove, shortages, spread};

/// Numbers that look drawn and are the same everywhere (xorshift).
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below
    }
}

/// Three languages, six places, five kinds of support; some pairs in conflict.
fn task(applications: usize, reviewers: usize, lacks: u32, cap: u32, first: First) -> Task {
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15);
    let mut one = || (draw.next(3), draw.next(6), draw.next(5));
    let wanted: Vec<_> = (0..applications).map(|_| one()).collect();
    let brought: Vec<_> = (0..reviewers).map(|_| (one(), one())).collect();
    let mut grid = Vec::with_capacity(applications * reviewers);
    for want in &wanted {
        for (main, other) in &brought {
            let mut misfit = 0;
            if want.0 != main.0 && want.0 != other.0 {
                misfit += 60;
            }
            if want.1 != main.1 && want.1 != other.1 {
                misfit += 20;
            }
            if want.2 != main.2 && want.2 != other.2 {
                misfit += 20;
            }
            let barred = draw.next(100) < 3;
            grid.push(if barred { BARRED } else { misfit });
        }
    }
    Task {
        wants: vec![Want { held: 0, lacks }; applications],
        seats: vec![Seat { load: 0, cap }; reviewers],
        grid,
        first,
    }
}

fn run(name: &str, task: &Task) {
    let begun = Instant::now();
    let plan = spread(task).expect("the weights hold");
    let took = begun.elapsed();
    let begun = Instant::now();
    let proof = prove(task, &plan);
    let proving = begun.elapsed();
    let given = plan.given.iter().enumerate();
    let misfit: i64 = given
        .flat_map(|(a, given)| given.iter().filter_map(move |r| task.misfit(a, *r)))
        .sum();
    let (least, most) = (plan.loads.iter().min(), plan.loads.iter().max());
    let missing: u32 = plan.missing.iter().sum();
    println!(
        "{name}: {took:.2?}, misfit {misfit}, loads {least:?} to {most:?}, missing {missing} \
         ({} shortages), proof {proof:?} in {proving:.2?}",
        shortages(task, &plan).len(),
    );
}

fn main() {
    run(
        "2,000 x 200 x 3, even loads first",
        &task(2000, 200, 3, 60, First::Even),
    );
    run(
        "2,000 x 200 x 3, fit first",
        &task(2000, 200, 3, 40, First::Fit),
    );
    run(
        "2,000 x 200 x 3, too few seats",
        &task(2000, 200, 3, 29, First::Even),
    );
    run(
        "10,000 x 200 x 2, even loads first",
        &task(10_000, 200, 2, 200, First::Even),
    );
}
