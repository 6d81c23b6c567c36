//! Grants that nobody gave, and applications for the same work in other words: the name
//! mistyped or in another script, the text shortened, the period shifted.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::Rng;

use evenhand::domain::ledger::Period;
use evenhand::domain::moment::Day;
use evenhand::domain::overlap::Work;

/// A name in Latin, Arabic and Hebrew letters.
type Word = [&'static str; 3];

const OWN: [Word; 32] = [
    ["Amal", "أمل", "אמל"],
    ["Karama", "كرامة", "כראמה"],
    ["Nour", "نور", "נור"],
    ["Zaytoun", "زيتون", "זייתון"],
    ["Sumoud", "صمود", "סומוד"],
    ["Hurriya", "حرية", "חורייה"],
    ["Adala", "عدالة", "עדאלה"],
    ["Wafa", "وفاء", "ופאא"],
    ["Basma", "بسمة", "בסמה"],
    ["Mada", "مدى", "מדא"],
    ["Tawasul", "تواصل", "תואסול"],
    ["Ruwwad", "رواد", "רוואד"],
    ["Shams", "شمس", "שמס"],
    ["Qamar", "قمر", "קמר"],
    ["Jisr", "جسر", "ג'סר"],
    ["Nabd", "نبض", "נבד"],
    ["Yasmin", "ياسمين", "יסמין"],
    ["Marsa", "مرسى", "מרסא"],
    ["Bustan", "بستان", "בוסתן"],
    ["Darb", "درب", "דרב"],
    ["Kesher", "كيشر", "קשר"],
    ["Tikva", "تكفا", "תקווה"],
    ["Gesher", "جيشر", "גשר"],
    ["Shahar", "شاحر", "שחר"],
    ["Rimon", "ريمون", "רימון"],
    ["Yedidut", "يديدوت", "ידידות"],
    ["Mishpat", "مشباط", "משפט"],
    ["Kolot", "كولوت", "קולות"],
    ["Erez", "إيرز", "ארז"],
    ["Netivot", "نتيفوت", "נתיבות"],
    ["Sanad", "سند", "סנד"],
    ["Manara", "منارة", "מנארה"],
];
const BODY: [Word; 6] = [
    ["Association", "جمعية", "עמותת"],
    ["Centre", "مركز", "מרכז"],
    ["Foundation", "مؤسسة", "קרן"],
    ["Institute", "معهد", "מכון"],
    ["Union", "اتحاد", "איגוד"],
    ["Organization", "منظمة", "ארגון"],
];
const PLACE: [Word; 12] = [
    ["Hebron", "الخليل", "חברון"],
    ["Nablus", "نابلس", "שכם"],
    ["Jenin", "جنين", "ג'נין"],
    ["Haifa", "حيفا", "חיפה"],
    ["Jaffa", "يافا", "יפו"],
    ["Ramallah", "رام الله", "רמאללה"],
    ["Gaza", "غزة", "עזה"],
    ["Beersheba", "بئر السبع", "באר שבע"],
    ["Jerusalem", "القدس", "ירושלים"],
    ["Lydda", "اللد", "לוד"],
    ["Nazareth", "الناصرة", "נצרת"],
    ["Tulkarm", "طولكرم", "טול כרם"],
];
const WORK: [&str; 24] = [
    "legal aid",
    "court monitoring",
    "trauma care",
    "digital security",
    "field documentation",
    "school buses",
    "water tanks",
    "press training",
    "women leaders",
    "youth debate",
    "farm roads",
    "clinic visits",
    "prison visits",
    "appeals",
    "land surveys",
    "safe houses",
    "oral history",
    "mobile libraries",
    "hotline staff",
    "expert opinions",
    "planning objections",
    "rent relief",
    "translation",
    "observer teams",
];
const FOR: [&str; 20] = [
    "detainees",
    "herders",
    "minors",
    "displaced families",
    "journalists",
    "nurses",
    "fishers",
    "bereaved parents",
    "students",
    "Bedouin villages",
    "asylum seekers",
    "released prisoners",
    "olive growers",
    "people with disabilities",
    "refuseniks",
    "market women",
    "tenants",
    "human rights defenders",
    "teachers",
    "stone workers",
];
const HOW: [&str; 16] = [
    "through weekly visits",
    "with volunteer lawyers",
    "by phone and on site",
    "in three languages",
    "together with neighbours",
    "before military courts",
    "after demolitions",
    "during closures",
    "along the barrier",
    "in unrecognised villages",
    "with a mobile team",
    "by strategic litigation",
    "with public hearings",
    "in cooperation with clinics",
    "through small stipends",
    "with open archives",
];

/// A grant that is made up.
#[derive(Clone)]
pub struct Made {
    pub id: String,
    pub name: [String; 3],
    pub title: String,
    pub description: String,
    pub start: Day,
    pub months: i32,
}

pub fn below(random: &mut ChaCha8Rng, most: usize) -> usize {
    (random.next_u64() % most.max(1) as u64) as usize
}

fn pick<T: Copy>(random: &mut ChaCha8Rng, list: &[T]) -> T {
    list[below(random, list.len())]
}

/// The grant of a number.
pub fn grant(random: &mut ChaCha8Rng, number: usize) -> Made {
    let (own, second) = (pick(random, &OWN), pick(random, &OWN));
    let (body, place) = (pick(random, &BODY), pick(random, &PLACE));
    let name = [0, 1, 2].map(|script| match script {
        0 => format!("{} {} {} of {}", own[0], second[0], body[0], place[0]),
        _ => format!(
            "{} {} {} {}",
            body[script], own[script], second[script], place[script]
        ),
    });
    let (work, also) = (pick(random, &WORK), pick(random, &WORK));
    let (whom, how, after) = (pick(random, &FOR), pick(random, &HOW), pick(random, &HOW));
    let year = 2015 + below(random, 11);
    let start = format!("{year}-{:02}-01", 1 + below(random, 12));
    Made {
        id: format!("360G-made-{number}"),
        name,
        title: format!("{work} for {whom}"),
        description: format!(
            "The team offers {work} and {also} to {whom} {how}, and reports on it {after}."
        ),
        start: Day::parse(&start).expect("a day"),
        months: [6, 12, 18, 24][below(random, 4)],
    }
}

/// The same work as somebody else would put it.
pub fn paraphrased(random: &mut ChaCha8Rng, made: &Made) -> Work {
    let script = below(random, 3);
    let name = mistyped(random, &made.name[script]);
    let shift = below(random, 4) as i32;
    let from = made.start.plus_months(shift).expect("a day");
    Work {
        names: vec![name],
        title: shortened(random, &made.title, 80),
        description: shortened(random, &made.description, 60),
        period: Period::months_from(from, made.months),
        ..Work::default()
    }
}

/// Two letters in each other's place, or one left out, in one word in two.
fn mistyped(random: &mut ChaCha8Rng, text: &str) -> String {
    let word = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        if letters.len() > 3 && below(random, 2) == 0 {
            let at = 1 + below(random, letters.len() - 2);
            match below(random, 2) {
                0 => letters.swap(at, at - 1),
                _ => {
                    letters.remove(at);
                }
            }
        }
        letters.into_iter().collect::<String>()
    };
    let words: Vec<String> = text.split(' ').map(word).collect();
    words.join(" ")
}

/// So many percent of the words, at least one.
fn shortened(random: &mut ChaCha8Rng, text: &str, percent: usize) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let kept = words.iter().filter(|_| below(random, 100) < percent);
    let kept: Vec<&str> = kept.copied().collect();
    if kept.is_empty() {
        text.to_owned()
    } else {
        kept.join(" ")
    }
}
