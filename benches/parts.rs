//! What the program is made of, piece by piece: scoring, ranking, statistics, matching of
//! reviewers and of names, templates. `cargo bench --bench parts`; `-- NAME` for one of them.

use askama::Template;
use divan::Bencher;
use evenhand::domain::allocation::{First, Seat, Task, Want, spread};
use evenhand::domain::names::{Kind, Name, compare};
use evenhand::domain::ranking::rank;
use evenhand::domain::rubric::{Criterion, CriterionKind, Rubric};
use evenhand::domain::score::{ApplicationScore, Judgement, Judgements, score_application};
use evenhand::domain::statistics::{Question, Rating, Table, analysis};
use evenhand::domain::{ApplicationId, CriterionId, RubricId, Translated};
use web::ui::{Choice, Control, Count, Field, Link, Pager};

/// Where templates look for what they print.
mod web {
    pub mod ui {
        pub use evenhand::web::ui::*;
    }
}

fn main() {
    divan::main();
}

/// Numbers that look drawn and are the same everywhere (xorshift).
struct Draw(u64);

impl Draw {
    fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }
}

fn number(n: usize) -> String {
    format!("0193a1b2-0000-7000-8000-{n:012x}")
}

/// One with the weights of the default rubric.
fn rubric() -> Rubric {
    let weights = [25, 15, 20, 20, 10, 10];
    let criterion = |(n, weight): (usize, u32)| Criterion {
        id: CriterionId::parse(&number(n)).expect("an id"),
        code: format!("criterion{n}"),
        kind: CriterionKind::Merit,
        gate: false,
        weight,
        name: Translated::default(),
        guidance: Translated::default(),
        justified: true,
        anchors: vec![Translated::default(); 6],
        evidence: Vec::new(),
    };
    Rubric {
        id: RubricId::parse(&number(99)).expect("an id"),
        version: 1,
        criteria: weights.into_iter().enumerate().map(criterion).collect(),
    }
}

fn reviews(rubric: &Rubric, count: usize, draw: &mut Draw) -> Vec<Judgements> {
    let mut judged = || {
        let judgement = |draw: &mut Draw| match draw.below(7) {
            6 => Judgement::CannotJudge,
            points => Judgement::Points(u8::try_from(points).unwrap_or(0)),
        };
        let criteria = rubric.criteria.iter();
        let pairs = criteria.map(|one| (one.id, judgement(draw)));
        pairs.collect::<Judgements>()
    };
    (0..count).map(|_| judged()).collect()
}

#[divan::bench(args = [3, 10, 100])]
fn scoring(bencher: Bencher, each: usize) {
    let rubric = rubric();
    let reviews = reviews(&rubric, each, &mut Draw::new());
    bencher.bench(|| score_application(&rubric, &reviews));
}

fn scored(applications: usize) -> Vec<(ApplicationId, ApplicationScore)> {
    let (rubric, mut draw) = (rubric(), Draw::new());
    let one = |n: usize| {
        let id = ApplicationId::parse(&number(n)).expect("an id");
        let reviews = reviews(&rubric, 3, &mut draw);
        (id, score_application(&rubric, &reviews))
    };
    (0..applications).map(one).collect()
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn ranking(bencher: Bencher, applications: usize) {
    let scored = scored(applications);
    bencher.with_inputs(|| scored.clone()).bench_values(rank);
}

#[divan::bench(args = [100, 1_000], sample_count = 10)]
fn statistics(bencher: Bencher, applications: usize) {
    let (reviewers, mut draw) = (applications / 10, Draw::new());
    let mut ratings = Vec::new();
    for application in 0..applications {
        let first = usize::try_from(draw.below(reviewers as u64)).unwrap_or(0);
        for next in 0..3 {
            ratings.push(Rating {
                application,
                reviewer: (first + next) % reviewers,
                score: draw.below(101) as f64,
            });
        }
    }
    let table = Table::new(applications, reviewers, &ratings);
    bencher.bench(|| analysis(&table, &Question::default()));
}

#[divan::bench(args = [100, 1_000], sample_count = 10)]
fn matching_reviewers(bencher: Bencher, applications: usize) {
    let (reviewers, mut draw) = (applications / 10, Draw::new());
    let pairs = 0..applications * reviewers;
    let fits = pairs.map(|_| u16::try_from(draw.below(100)).unwrap_or(0));
    let task = Task {
        wants: vec![Want { held: 0, lacks: 3 }; applications],
        seats: vec![Seat { load: 0, cap: 40 }; reviewers],
        grid: fits.collect(),
        first: First::Even,
    };
    bencher.bench(|| spread(&task).is_ok());
}

#[divan::bench]
fn matching_names(bencher: Bencher) {
    let kind = Some(Kind::Organisation);
    let one = Name::new("Al-Manara Documentation and Research Centre", kind);
    let other = Name::new("مركز المنارة للتوثيق والأبحاث", kind);
    bencher.bench(|| compare(&one, &other));
}

/// The words that the pieces of a page ask for.
struct Words {
    optional: String,
    show_password: String,
    hide_password: String,
    earlier: String,
    later: String,
}

impl Words {
    fn new() -> Self {
        Self {
            optional: "(optional)".to_owned(),
            show_password: "Show".to_owned(),
            hide_password: "Hide".to_owned(),
            earlier: "Earlier".to_owned(),
            later: "Later".to_owned(),
        }
    }
}

/// A form as pages draw it: a scale and a text for each criterion.
#[derive(Template)]
#[template(
    ext = "html",
    source = "{%- import \"ui/field.html\" as field -%}<form>\
        {% for one in fields %}{% call field::field(one, words) %}{% endcall %}{% endfor %}</form>"
)]
struct Form {
    fields: Vec<Field>,
    words: Words,
}

fn field(n: usize) -> Field {
    let choice = |point: u8| Choice {
        value: point.to_string(),
        label: format!("{point}: what this point means, in a sentence"),
        hint: None,
        chosen: point == 3,
    };
    let control = match n % 2 {
        0 => Control::Radios((0..6).map(choice).collect()),
        _ => Control::Area(4),
    };
    Field {
        name: format!("criterion.{n}"),
        label: format!("Criterion {n}"),
        hint: Some("What speaks for it & what <against> it.".to_owned()),
        value: "The evidence says so. ".repeat(8),
        control,
        limit: Some("Up to 300 words".to_owned()),
        count: Some(Count {
            most: 300,
            unit: "words",
        }),
        ..Field::default()
    }
}

#[divan::bench(args = [12, 120])]
fn rendering_a_form(bencher: Bencher, fields: usize) {
    let form = Form {
        fields: (0..fields).map(field).collect(),
        words: Words::new(),
    };
    bencher.bench(|| form.render().expect("it is drawn"));
}

/// A list as pages draw it.
#[derive(Template)]
#[template(
    ext = "html",
    source = "{%- import \"ui/pager.html\" as pager -%}\
        <table class=\"cards-small\"><thead><tr><th scope=\"col\">{{ head }}</th></tr></thead>\
        <tbody>{% for row in rows %}<tr><th scope=\"row\"><a href=\"{{ row.href }}\">\
        <bdi>{{ row.text }}</bdi></a></th><td class=\"num\">{{ loop.index }}</td></tr>{% endfor %}\
        </tbody></table>{% call pager::pager(pages, words) %}{% endcall %}"
)]
struct List {
    head: String,
    rows: Vec<Link>,
    pages: Pager,
    words: Words,
}

#[divan::bench(args = [50, 1_000, 10_000])]
fn rendering_a_list(bencher: Bencher, rows: usize) {
    let row = |n: usize| {
        let href = format!("/admin/applications/{}", number(n));
        Link::new(href, format!("Keeping the archive alive, {n}"))
    };
    let list = List {
        head: "Title".to_owned(),
        rows: (0..rows).map(row).collect(),
        pages: Pager::by_offset("/admin/applications", 50, rows),
        words: Words::new(),
    };
    bencher.bench(|| list.render().expect("it is drawn"));
}
