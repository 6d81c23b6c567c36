//! Names that nobody bears, in the three scripts.

use super::draw::Draws;
use crate::domain::Language;

/// A word in Latin, Arabic and Hebrew letters.
type Word = [&'static str; 3];

const OWN: [Word; 24] = [
    ["Olive", "الزيتون", "הזית"],
    ["Almond", "اللوز", "השקד"],
    ["Lantern", "القنديل", "הפנס"],
    ["Bridge", "الجسر", "הגשר"],
    ["Cistern", "البئر", "הבאר"],
    ["Threshold", "العتبة", "הסף"],
    ["Terrace", "المدرّج", "הטרסה"],
    ["Fig Tree", "التينة", "התאנה"],
    ["Open Window", "النافذة", "החלון"],
    ["Carob", "الخرّوب", "החרוב"],
    ["Loom", "النول", "הנול"],
    ["Lighthouse", "المنارة", "המגדלור"],
    ["Pomegranate", "الرمّان", "הרימון"],
    ["Stone Wall", "السنسلة", "הגדר"],
    ["Swallow", "السنونو", "הסנונית"],
    ["Well-Rope", "الحبل", "החבל"],
    ["Hyssop", "الزعتر", "האזוב"],
    ["Footpath", "الدرب", "השביל"],
    ["Plumb Line", "الشاقول", "האנך"],
    ["Daybreak", "الفجر", "השחר"],
    ["Anemone", "الشقيق", "הכלנית"],
    ["Mulberry", "التوت", "התות"],
    ["Signpost", "العلامة", "התמרור"],
    ["Harbour", "المرسى", "המעגן"],
];
const BODY: [Word; 12] = [
    ["Legal Centre", "المركز القانوني", "המרכז המשפטי"],
    ["Documentation Group", "مجموعة التوثيق", "קבוצת התיעוד"],
    ["Women’s Association", "جمعية النساء", "עמותת הנשים"],
    ["Youth Forum", "منتدى الشباب", "פורום הצעירים"],
    ["Land Committee", "لجنة الأرض", "ועד הקרקע"],
    ["Hotline", "الخط الساخن", "הקו החם"],
    ["Observers", "المراقبون", "המשקיפים"],
    ["Rights Institute", "معهد الحقوق", "מכון הזכויות"],
    ["Tenants’ Union", "اتحاد المستأجرين", "איגוד הדיירים"],
    ["Press House", "بيت الصحافة", "בית העיתונות"],
    ["Care Fund", "صندوق الرعاية", "קרן הסיוע"],
    ["Defenders", "المدافعون", "המגינים"],
];
const PLACE: [Word; 20] = [
    ["Hebron", "الخليل", "חברון"],
    ["Nablus", "نابلس", "שכם"],
    ["Jenin", "جنين", "ג׳נין"],
    ["Haifa", "حيفا", "חיפה"],
    ["Jaffa", "يافا", "יפו"],
    ["Ramallah", "رام الله", "רמאללה"],
    ["Gaza", "غزة", "עזה"],
    ["Beersheba", "بئر السبع", "באר שבע"],
    ["Jerusalem", "القدس", "ירושלים"],
    ["Lydda", "اللد", "לוד"],
    ["Nazareth", "الناصرة", "נצרת"],
    ["Tulkarm", "طولكرم", "טול כרם"],
    ["Acre", "عكا", "עכו"],
    ["Jericho", "أريحا", "יריחו"],
    ["Bethlehem", "بيت لحم", "בית לחם"],
    ["Qalqilya", "قلقيلية", "קלקיליה"],
    ["Rafah", "رفح", "רפיח"],
    ["Tel Aviv", "تل أبيب", "תל אביב"],
    ["Rahat", "رهط", "רהט"],
    ["Umm al-Fahm", "أم الفحم", "אום אל־פחם"],
];
const GIVEN: [Word; 24] = [
    ["Rana", "رنا", "רנא"],
    ["Dov", "دوف", "דב"],
    ["Samir", "سمير", "סמיר"],
    ["Noa", "نوعا", "נועה"],
    ["Hala", "هالة", "האלה"],
    ["Eitan", "إيتان", "איתן"],
    ["Layla", "ليلى", "לילא"],
    ["Amir", "أمير", "אמיר"],
    ["Tamar", "تمار", "תמר"],
    ["Yusuf", "يوسف", "יוסוף"],
    ["Ruth", "روت", "רות"],
    ["Nadia", "نادية", "נאדיה"],
    ["Gil", "غيل", "גיל"],
    ["Mona", "منى", "מונא"],
    ["Ilan", "إيلان", "אילן"],
    ["Huda", "هدى", "הודא"],
    ["Michal", "ميخال", "מיכל"],
    ["Khaled", "خالد", "ח׳אלד"],
    ["Yael", "ياعيل", "יעל"],
    ["Basel", "باسل", "באסל"],
    ["Orna", "أورنا", "אורנה"],
    ["Fares", "فارس", "פארס"],
    ["Shira", "شيرا", "שירה"],
    ["Dalia", "داليا", "דליה"],
];
const FAMILY: [Word; 24] = [
    ["Haddad", "حدّاد", "חדאד"],
    ["Levi", "ليفي", "לוי"],
    ["Mansour", "منصور", "מנסור"],
    ["Barak", "براك", "ברק"],
    ["Khoury", "خوري", "ח׳ורי"],
    ["Shapira", "شبيرا", "שפירא"],
    ["Nassar", "نصّار", "נסאר"],
    ["Friedman", "فريدمان", "פרידמן"],
    ["Saleh", "صالح", "סאלח"],
    ["Golan", "غولان", "גולן"],
    ["Odeh", "عودة", "עודה"],
    ["Peretz", "بيرتس", "פרץ"],
    ["Zidan", "زيدان", "זידאן"],
    ["Carmel", "كرمل", "כרמל"],
    ["Hijazi", "حجازي", "חיג׳אזי"],
    ["Tal", "تال", "טל"],
    ["Barghash", "برغش", "ברגש"],
    ["Amit", "عميت", "עמית"],
    ["Shahin", "شاهين", "שאהין"],
    ["Dror", "درور", "דרור"],
    ["Issa", "عيسى", "עיסא"],
    ["Yarden", "يردين", "ירדן"],
    ["Tamimi", "تميمي", "תמימי"],
    ["Oren", "أورن", "אורן"],
];

/// The letters of a language.
fn script(language: Language) -> usize {
    match language {
        Language::English => 0,
        Language::Arabic => 1,
        Language::Hebrew => 2,
    }
}

/// The name of a person in the letters of their language.
pub fn person(draws: &mut Draws, language: Language) -> String {
    let at = script(language);
    format!("{} {}", draws.of(&GIVEN)[at], draws.of(&FAMILY)[at])
}

/// The names of an organisation in Latin, Arabic and Hebrew letters. Those of the first
/// few thousand differ; further ones bear a number.
pub fn organisation(number: u64) -> [String; 3] {
    let all = (OWN.len() * BODY.len() * PLACE.len()) as u64;
    // No multiple of 2, 3 or 5: neighbours differ in every word, and all are met.
    let at = usize::try_from(number % all * 2_741 % all).unwrap_or(0);
    let own = OWN[at % OWN.len()];
    let body = BODY[at / OWN.len() % BODY.len()];
    let place = PLACE[at / OWN.len() / BODY.len() % PLACE.len()];
    let turn = match number / all {
        0 => String::new(),
        turns => format!(" {}", turns + 1),
    };
    [
        format!("{} {} of {}{turn}", own[0], body[0], place[0]),
        format!("{} {} – {}{turn}", body[1], own[1], place[1]),
        format!("{} {} – {}{turn}", body[2], own[2], place[2]),
    ]
}

/// Who gave a grant that others published.
pub const FUNDERS: [&str; 10] = [
    "Harrowmere Trust",
    "Stiftung Wegwartenfeld",
    "Nordvika Foundation",
    "Fondation Clairmarais",
    "The Ashgrove Endowment",
    "Fundación Valdesauce",
    "Lindhaven Fund",
    "Querétal Solidarity",
    "Brackenfold Charities",
    "Stichting Rietdorp",
];

/// What such a grant was for: the work, and for whom.
const WORK: [&str; 16] = [
    "Legal aid",
    "Court monitoring",
    "Trauma care",
    "Digital security",
    "Field documentation",
    "Press training",
    "Prison visits",
    "Land surveys",
    "Safe houses",
    "Oral history",
    "A hotline",
    "Expert opinions",
    "Planning objections",
    "Rent relief",
    "Observer teams",
    "Core costs",
];
const FOR: [&str; 16] = [
    "detainees",
    "herders",
    "minors",
    "displaced families",
    "journalists",
    "nurses",
    "fishers",
    "bereaved parents",
    "students",
    "asylum seekers",
    "released prisoners",
    "olive growers",
    "people with disabilities",
    "market women",
    "tenants",
    "human rights defenders",
];

/// Title and description of a grant in some place.
pub fn grant(draws: &mut Draws) -> (String, String) {
    let (work, whom) = (draws.of(&WORK), draws.of(&FOR));
    let (place, other) = (draws.of(&PLACE)[0], draws.of(&WORK));
    let description = format!(
        "{work} for {whom} in and around {place}, with {} where it is needed. Salaries, rent \
         and travel of the team.",
        other.to_lowercase()
    );
    (format!("{work} for {whom} in {place}"), description)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_organisations_are_called_the_same() {
        let all: BTreeSet<[String; 3]> = (0..15_000).map(organisation).collect();
        assert_eq!(all.len(), 15_000);
    }
}
