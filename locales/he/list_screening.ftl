# שמות מול רשימות מעקב: הרשימות שנטענו, אילו נחשבות, בדיקות, התאמות ותשובות.
lists-title = רשימות מעקב
lists-lead = כל גרסה שנטענה. מכל רשימה גרסה אחת בתוקף; ארגונים נבדקים מול הרשימות שנחשבות לתוכנית שלהם.
lists-open-link =
    { $n ->
        [0] אין התאמות שממתינות לתשובה
        [one] התאמה אחת ממתינה לתשובה
        [two] שתי התאמות ממתינות לתשובה
       *[other] { $n } התאמות ממתינות לתשובה
    }
lists-missing = הרשימות האלה נחשבות לתוכנית כלשהי ולא נטענו:
lists-none = לא נטענה רשימה
lists-none-lead = אי אפשר לבדוק איש לפני שנטענת רשימה והיא נחשבת לתוכנית.
lists-in-force = רשימות בתוקף
lists-load = טעינת רשימה
lists-load-lead = הרשימות גדולות ממה שטופס יכול לקבל, ולכן מי שמפעיל את השרת טוען אותן בפקודה הזאת. סוג הקובץ מזוהה לפי תוכנו; שלושת הקבצים של OFAC ניתנים יחד.
lists-load-rules = אותם קבצים אינם משנים דבר. רשימה ישנה מזו שבתוקף נדחית, וכך גם רשימה שנקטעת, שיש בה יותר מדי שורות לא קריאות או שחסרה בה יותר מעשירית הרשומות. מה שנדחה משאיר את הגרסה הקודמת בתוקף.
lists-history = כל מה שנטען
lists-list = רשימה
lists-source = פורמט
lists-dated = התאריך שלה
lists-entries = רשומות
lists-passed-over =
    { $n ->
        [one] שורה אחת דולגה
        [two] שתי שורות דולגו
       *[other] { $n } שורות דולגו
    }
lists-loaded = נטענה
lists-digest = טביעת SHA-256
lists-digest-show = להציג
lists-is-in-force = בתוקף
lists-is-former = קודמת
lists-version-title = { $list } מיום { $day }
lists-version-names = שמות
lists-version-passed-over = שורות שדולגו
lists-version-files = הקבצים של הגרסה הזאת
lists-version-files-lead = כפי שנטענו, בית אחר בית. טביעת ה־SHA-256 של כל קובץ נבדקת לפני שהוא נמסר.
lists-version-no-files = הקבצים שלה לא נשמרו: היא נטענה בגרסה קודמת של התוכנה.
lists-version-file = קובץ
lists-version-size = גודל

setting-title = רשימות שנחשבות
setting-lead = אילו רשימות נחשבות לכסף מאין, ולמה. יש הכרזות שנויות במחלוקת: אפשר לציין כאן רשימה כרשימה שאינה נחשבת. כולם יכולים לקרוא זאת בדפי המחזורים.
setting-none = עדיין אין רשימה שנחשבת
setting-none-lead = עד שתהיה כזאת, איש בתוכנית הזאת אינו נבדק.
setting-add = להוסיף שורה
setting-submit = לפרסם את השורה
setting-jurisdiction = כסף מ־
setting-counts = נחשבת
setting-does-count = נחשבת
setting-does-not-count = אינה נחשבת
setting-threshold = התאמה החל מ־
setting-note = למה
setting-version = הגרסה שבתוקף
setting-not-loaded = לא נטענה
setting-list-hint = השם שבו נטענה, כגון ofac, un או eu.
setting-threshold-hint = 53 עד 100. מתחת ל־53 שמות אינם דומים; מספר גבוה יותר מוצא פחות בעלי אותו שם ומחמיץ יותר כתיבים.
setting-note-hint = איזה חוק או הסכם דורש זאת, או למה הרשימה הזאת אינה בשימוש. כולם יכולים לקרוא.
setting-money = מהיכן מגיע הכסף של התוכנית
setting-money-hint = שורות על כסף ממקום אחר אינן נחשבות אז. אם לא סומן דבר, הכוונה לכל מקום.
setting-money-submit = שמירת מקור הכסף
setting-not-ours = אין כסף משם
setting-history = כל שורה שנקבעה
setting-past-counts = { $list } נחשבת: { $jurisdiction }, החל מ־{ $threshold }
setting-past-not = { $list } אינה נחשבת: { $jurisdiction }
setting-open = לפתוח את הרשימות
setting-public-title = רשימות המעקב שנחשבות
setting-public-lead = שמות הארגונים, של העומדים בראשם ושל מורשי החתימה מושווים לרשימות האלה. אנשים עונים על כל דמיון בצירוף נימוק; שום רשימה אינה דוחה בקשה מעצמה.
setting-public-none = אין רשימה שנחשבת למחזור הזה.
setting-public-note = התאמה היא דמיון בין שמות, החל מהציון שכתוב כאן. היא אינה אומרת דבר על איש עד שמישהו השווה מה עוד ידוע.
setting-round-label = רשימות מעקב
setting-round-link = אילו רשימות נחשבות
notice-list-money-set = נשמר מהיכן מגיע הכסף.
notice-list-rule-set = השורה פורסמה.
error-list-code = אותיות לטיניות קטנות, ספרות, מקפים וקווים תחתונים, לפחות שניים; הראשון הוא אות.
error-list-threshold = מספר שלם מ־{ $least } עד 100.

jurisdiction-un = האומות המאוחדות
jurisdiction-eu = האיחוד האירופי
jurisdiction-us = ארצות הברית
jurisdiction-uk = בריטניה
jurisdiction-ch = שווייץ
jurisdiction-il = ישראל
jurisdiction-ca = קנדה
jurisdiction-no = נורווגיה
jurisdiction-au = אוסטרליה

lists-screening-title = בדיקה מול רשימות
lists-screening-lead = שמות הארגון הזה ואנשיו מול הרשימות שנחשבות. רק הצוות רואה זאת; זה אינו דוחה איש מעצמו.
lists-round-lead = ארגונים שיש להם בקשה במחזור הזה, תחילה אלה שיש לבדוק.
lists-round-none = לא נשלחה בקשה
lists-standing = מצב
lists-standing-kept = מוסתר ממך עד שליחת חוות הדעת שלך
stale-hits-kept = עדיין לא שלחת חוות דעת על בקשה של הארגון הזה, ועד אז ממצאי בדיקת הרשימות מוסתרים ממך. אדם אחר מחליט, או את או אתה אחרי חוות הדעת.
lists-standing-none = אין רשימה טעונה שנחשבת
lists-standing-never = לא נבדק
lists-standing-stale = יש לבדוק שוב
lists-standing-no-hits = אין התאמות
lists-standing-open =
    { $n ->
        [one] התאמה פתוחה אחת
        [two] שתי התאמות פתוחות
       *[other] { $n } התאמות פתוחות
    }
lists-standing-confirmed =
    { $n ->
        [one] נענה: התאמה מאושרת אחת
        [two] נענה: שתי התאמות מאושרות
       *[other] נענה: { $n } התאמות מאושרות
    }
lists-standing-cleared =
    { $n ->
        [one] נענה: התאמה אחת, נשללה
        [two] נענה: שתי התאמות, שתיהן נשללו
       *[other] נענה: { $n } התאמות, כולן נשללו
    }
lists-last = נבדק לאחרונה
lists-due =
    { $n ->
        [one] ארגון אחד לבדיקה
        [two] שני ארגונים לבדיקה
       *[other] { $n } ארגונים לבדיקה
    }
lists-screen-now = לבדוק עכשיו
lists-screen-all = לבדוק את כולם
lists-run-by = { $purpose }, { $when }, בידי { $name }
lists-run-itself = { $purpose }, { $when }, מעצמה כשמשהו נשלח
lists-itself = מעצמה
lists-purpose-screening = בדיקה
lists-purpose-sign-off = לפני חתימה
lists-purpose-payment = לפני תשלום
lists-measure = { $list } מיום { $day }, החל מ־{ $threshold }
lists-score = { $score } מתוך 100
lists-names =
    { $n ->
        [one] שם אחד הושווה
        [two] שני שמות הושוו
       *[other] { $n } שמות הושוו
    }
lists-hits =
    { $n ->
        [0] אין התאמות
        [one] התאמה אחת
        [two] שתי התאמות
       *[other] { $n } התאמות
    }
lists-hits-title = התאמות של הבדיקה האחרונה
lists-hits-cut = מוצגות רק { $most } ההתאמות בעלות הציון הגבוה ביותר. כמות כזו מעידה שאחת הרשימות מתאימה החל מציון נמוך מדי.
lists-gone = התאמות קודמות שאינן עוד
lists-gone-lead = שם או רשומה השתנו, נעלמו או אינם נחשבים עוד. מה שנענה נשאר כאן.
lists-compared = שמות שמושווים
lists-compared-lead = מהפרופיל וממה שנשלח לאחרונה.
lists-runs = בדיקות
lists-no-runs = איש עדיין לא בדק.
notice-list-screened = נבדק.
notice-list-no-lists = לא היה למה להשוות: אין רשימה טעונה שנחשבת לתוכניות שלו.
notice-list-round-screened = נבדק. אם נשארו עוד, לחצו שוב.

bearer-organisation = הארגון
bearer-former-name = שם קודם
bearer-sponsor = ארגון נותן חסות
bearer-sponsor-people = עומד בראש הארגון נותן החסות או חותם בשמו
bearer-board = עומד בראש הארגון
bearer-signatory = מורשה חתימה
bearer-holder = בעל חשבון הבנק
bearer-bank = הבנק שבו מתנהל החשבון
listed-person = אדם
listed-organisation = ארגון
listed-other = דבר אחר, או לא נאמר

hits-open-title = התאמות פתוחות
hits-open-lead = התאמות של כל הארגונים שממתינות לתשובה או לאדם שני, תחילה אלה שממתינות זמן רב יותר.
hits-open-none = אין דבר פתוח
hits-open-none-lead = כל ההתאמות של הבדיקות האחרונות נענו.
hit-title = התאמה
hit-lead = דמיון בין שמות. השוו תאריכים, מקומות ומה עוד ידוע לפני שתענו.
hit-gone = הבדיקה האחרונה לא מצאה עוד את ההתאמה הזאת. אי אפשר לענות עליה.
hit-ours = השם כאן
hit-listed = השם ברשימה
hit-organisation = ארגון
hit-score = דמיון
hit-state = מצב
hit-open = פתוחה
hit-proposed = הוצע לאשר
hit-cleared = נשללה
hit-confirmed = מאושרת
hit-names = שמות
hit-roles = תפקיד
hit-kind = רשום כ־
hit-born = לידה
hit-countries = ארצות
hit-programmes = רשום לפי
hit-weak = { $name } (כינוי חלש)
hit-parts = על מה הציון נשען
lists-part-same = „{ $ours }” ו„{ $listed }” נשמעים אותו דבר
lists-part-near = „{ $ours }” ו„{ $listed }” נשמעים כמעט אותו דבר
lists-part-like = „{ $ours }” ו„{ $listed }” נשמעים דומה
lists-part-only-ours = רק בשם כאן: { $words }
lists-part-only-listed = רק בשם הרשום: { $words }
hit-former = נענה לפני שרשומה השתנתה
hit-former-lead = אחת משתי הרשומות שונה עכשיו, ולכן זה פתוח שוב. זה היה על:
hit-answers = תשובות
hit-answer = תשובה
hit-verdict = מי זה?
hit-answer-clear = מישהו אחר: לשלול
hit-answer-clear-hint = נשאר עד שהרשומה או השם כאן משתנים.
hit-answer-reopen = בכל זאת מישהו אחר: לפתוח מחדש
hit-answer-reopen-hint = מנהל אחר צריך לשלול אותה.
hit-answer-confirm = זה הרשום: להציע לאשר
hit-answer-confirm-hint = גם מנהל שני צריך לומר זאת.
hit-answer-second = זה הרשום: לאשר כאדם השני
hit-answer-second-hint = מישהו אחר הציע זאת.
hit-reason = למה
hit-reason-hint = מה השוויתם: שנת לידה, מקום, עבודה, מסמכים.
hit-answer-submit = לענות
notice-hit-cleared = ההתאמה נשללה.
notice-hit-reopened = ההתאמה נפתחה מחדש. מנהל אחר יכול לשלול אותה.
notice-hit-proposed = האישור הוצע. גם אדם שני צריך לומר זאת.
notice-hit-confirmed = ההתאמה אושרה בידי שני אנשים.
stale-hit-gone = הבדיקה האחרונה לא מצאה עוד את ההתאמה הזאת.
stale-hit-changed = מישהו ענה בינתיים על ההתאמה הזאת. קראו אותה שוב.
stale-hit-answered = ההתאמה הזאת כבר נענתה כך.
denied-own-reopening = אתם פתחתם את ההתאמה הזאת מחדש; מישהו אחר צריך לשלול אותה.
denied-own-confirmation = אתם הצעתם את האישור הזה; מישהו אחר צריך לתמוך בו.

dossier-lists = בדיקה מול רשימות: { $standing }
lists-award-due = שמות הארגון הזה לא נבדקו מול כל הרשימות שנחשבות עכשיו.
lists-award-unsettled =
    { $n ->
        [one] התאמה אחת לרשימת מעקב פתוחה או מאושרת.
        [two] שתי התאמות לרשימות מעקב פתוחות או מאושרות.
       *[other] { $n } התאמות לרשימות מעקב פתוחות או מאושרות.
    }
lists-award-link = לפתוח את הבדיקה מול הרשימות
lists-award-reason = למה המענק ממשיך
lists-award-reason-hint = נשמר עם ההחלטה. נשאל כי התאמה לרשימה פתוחה או מאושרת, או כי שמות לא נבדקו.
lists-award-go-on = לשמור את הנימוק
lists-award-acknowledged = { $name } נימקו למה המענק ממשיך, { $when }:
notice-list-acknowledged = הנימוק נשמר עם ההחלטה.
stale-list-hits = התאמות לרשימות מעקב פתוחות או מאושרות לגבי { $reference }. נמקו בדף ההחלטה למה המענק ממשיך, ואז שחררו אותה.
