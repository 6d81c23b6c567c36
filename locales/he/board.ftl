# לוח ההחלטות, יעדי האיזון, הצעת הרשימה הקצרה והגרלות.
board-title = לוח ההחלטות
board-page-title = לוח ההחלטות - { $round }
board-caption = הבקשות לפי סדר הציונים, עם מה שהוצע
board-marks = לתשומת לב
board-band = קבוצה { $n }
board-band-hint = בתוך קבוצה הציונים אינם מבדילים בין הבקשות.
board-band-panel = צוות { $panel }, קבוצה { $n }
board-band-panels = איש לא העריך עבור שני צוותים, ולכן לכל צוות קבוצות משלו; בתוך קבוצה הציונים אינם מבדילים בין הבקשות.
board-drawn = הגרלה: מקום { $n }
board-no-bands = הקבוצות אינן מוצגות: במחזור הזה יש מעט מדי הערכות.
board-deviates = חורג מהדירוג
board-deviates-hint = מענק מתחת לקו המימון, או תוצאה אחרת מעליו, חורגים מהדירוג; הסיבה שניתנה מוצגת כאן.
board-line = קו המימון: הבקשות שמעליו מסתכמות ב־{ $amount }. הבקשה הבאה אינה נכנסת לתקציב.
board-line-cut = קו המימון: הבקשות שמעליו מסתכמות ב־{ $amount }. הוא עובר בתוך שוויון, שרק חלק ממנו נכנס לתקציב.
board-mark-gate = המסמכים לא אומתו
board-mark-hits =
    { $n ->
        [one] התאמה אחת לרשימות
        [two] שתי התאמות לרשימות
       *[other] { $n } התאמות לרשימות
    }
board-mark-hold = בהשהיה
board-mark-conflicts =
    { $n ->
        [one] אדם אחד בניגוד עניינים
        [two] שני אנשים בניגוד עניינים
       *[other] { $n } אנשים בניגוד עניינים
    }
board-mark-late = מועד ההחלטה היה { $day }
board-propose = הצעת החלטה
board-propose-here = הצעת החלטה על { $title }
board-change = שינוי או ביטול
board-take-back = ביטול
board-change-here = שינוי ההצעה שלכם על { $title }
board-take-back-here = ביטול ההחלטה על { $title }
board-whole = התנאים, המשוב וכל העובדות נמצאים בדף ההחלטה.

balance-title = יעדי איזון
balance-lead = איזה חלק מכלל המענקים מיועד למי. היעדים נוגעים לכלל המענקים; הם אינם מדרגים אף בקשה.
balance-none = לא נקבעו יעדי איזון.
balance-edit = צפייה ביעדים וקביעתם
balance-target = יעד
balance-now = כעת
balance-share = חלק
balance-distance = מרחק
balance-change = שינוי
balance-remove = הסרה
balance-add = קביעת יעד
balance-add-lead = יעד על אותה קבוצה באותו אופן מחליף את הקודם. הגודל נקבע לפי שלישים של הבקשה הגדולה ביותר במחזור; מוכר הוא מי שקיבל מענק במחזור קודם.
balance-save = קביעת היעד
balance-group = קבוצה
balance-choose = נא לבחור
balance-edge = לפחות או לכל היותר
balance-edge-least = לפחות
balance-edge-most = לכל היותר
balance-percent = אחוזים
balance-measure = נמדד לפי
balance-measure-number = מספר המענקים
balance-measure-amount = כסף
balance-size-small = בקשות קטנות
balance-size-medium = בקשות בינוניות
balance-size-large = בקשות גדולות
balance-standing-new = חדשים אצלנו
balance-standing-known = מוכרים לנו
balance-least-number = לפחות { "\u2066" }{ $percent }%{ "\u2069" } מהמענקים: { $group }
balance-least-amount = לפחות { "\u2066" }{ $percent }%{ "\u2069" } מהכסף: { $group }
balance-most-number = לכל היותר { "\u2066" }{ $percent }%{ "\u2069" } מהמענקים: { $group }
balance-most-amount = לכל היותר { "\u2066" }{ $percent }%{ "\u2069" } מהכסף: { $group }
balance-now-number =
    { $n ->
        [one] { $part } מתוך מענק אחד
        [two] { $part } מתוך שני מענקים
       *[other] { $part } מתוך { $n } מענקים
    }
balance-now-amount = { $part } מתוך { $whole }
balance-met = הושג
balance-short-number =
    { $n ->
        [one] חסר מענק אחד
        [two] חסרים שני מענקים
       *[other] חסרים { $n } מענקים
    }
balance-over-number =
    { $n ->
        [one] מענק אחד יותר מדי
        [two] שני מענקים יותר מדי
       *[other] { $n } מענקים יותר מדי
    }
balance-short-amount = חסרים { $amount }
balance-over-amount = { $amount } יותר מדי
notice-balance-set = היעד נקבע.
notice-balance-removed = היעד הוסר.
stale-no-target = היעד כבר אינו קיים.
error-percent = נא להקליד מספר שלם בין 1 ל־100.

shortlist-title = הצעת רשימה קצרה
shortlist-page-title = הצעת רשימה קצרה - { $round }
shortlist-lead = קבוצת המענקים שסכום ציוניה הגבוה ביותר מבין אלה שעומדות בתקציב, במגבלות שלמטה וביעדי האיזון. זו עצה בלבד ואינה מחליטה דבר; מה שכבר הוחלט נשאר בה.
shortlist-awards = מענקים לארגון אחד, לכל היותר
shortlist-most = כסף לארגון אחד, לכל היותר
shortlist-part = מימון חלקי
shortlist-part-hint = בקשה שציינה את הסכום הקטן ביותר שיועיל לה לא תקבל פחות ממנו, ועשויה לקבל רק אותו.
shortlist-least = מועיל החל מ־{ $amount }
shortlist-part-whole = בקשות שלמות בלבד
shortlist-part-from = עד { "\u2066" }{ $n }%{ "\u2069" } מהבקשה
shortlist-compute = חישוב
shortlist-proven = הוכח: אין קבוצה אחרת שעומדת במגבלות האלה וסכומה גבוה יותר.
shortlist-not-proven = החיפוש הופסק לפני שהוכח שזו הקבוצה הטובה ביותר. סכומה { $total } נקודות; אין קבוצה שסכומה יכול לעלות על { $bound }.
shortlist-unknown = החיפוש הופסק לפני שנמצאה קבוצה שעומדת בכל המגבלות. ייתכן שיש כזו.
shortlist-clash = אין מענק שעומד ביעדים האלה יחד. בלי אחד מהם יש:
shortlist-no-money = אין מענק שעומד במגבלות, גם בלי יעדים: התקציב נוצל או קטן מדי.
shortlist-nobody = אין מה להציע: לאף בקשה אין גם ציון וגם סכום מבוקש.
shortlist-total = סכום הציונים
shortlist-caption = המענקים המוצעים
shortlist-decided = כבר הוחלט
shortlist-part-of = { "\u2066" }{ $n }%{ "\u2069" } מהבקשה
shortlist-more =
    { $n ->
        [one] ועוד אחת
        [two] ועוד שתיים
       *[other] ועוד { $n }
    }
shortlist-costs = כמה עולה כל יעד
shortlist-costs-lead = סכום הקבוצה הטובה ביותר אם מוותרים על היעד, וכמה היעד עולה בנקודות. ההחלפה הקרובה מחליפה כמה שפחות בקשות בקבוצה הזאת כך שהיעד יתקיים שוב; הקבוצה המוצעת למעלה עשויה להחליף יותר ולהגיע לסכום גבוה יותר.
shortlist-without = הסכום בלעדיו
shortlist-cost = העלות בנקודות
shortlist-goes = יוצאות בהחלפה הקרובה
shortlist-comes = נכנסות
shortlist-changes = מקבלות סכום אחר
shortlist-after = הסכום אחרי ההחלפה
shortlist-instead = { $after } במקום { $before }
shortlist-perhaps = ייתכן שיש החלפה קטנה יותר
shortlist-free = כלום
shortlist-at-least = לפחות { $total }
shortlist-not-known = לא ידוע

lots-title = הגרלה
lots-lead = בין בקשות שאי אפשר להבדיל ביניהן, הגרלה יכולה לקבוע את הסדר. תחילה נוצר גרעין סודי, וערך ה־SHA-256 שלו מתפרסם כאן וביומן הביקורת; ההגרלה חושפת את הגרעין, וכל אחד יכול להגריל שוב את אותו הסדר.
lots-allowed = מותר להגריל במחזור הזה.
lots-not-allowed = הגרלה אינה אפשרית במחזור הזה.
lots-allow = לאפשר הגרלה
lots-forbid = לבטל את האפשרות
lots-groups = בין מי אי אפשר להבדיל
lots-none = לא נותר בין מי להגריל: אין שתי בקשות שוות הממתינות להחלטה שטרם הוגרלו.
lots-group-tie = ציונים שווים, דירוג { $n }
lots-group-band = קבוצה { $n }
lots-commit = התחייבות להגרלה
lots-draws = הגרלות
lots-commitment = התחייבות: ערך ה־SHA-256 של הגרעין
lots-committed = { $who }, { $when }
lots-seed = גרעין
lots-drawn = הוגרל בידי { $who }, { $when }
lots-among = מי משתתף
lots-order = הסדר שהוגרל
lots-check = כל מי שבידו המספרים האלה יכול להגריל שוב:
lots-draw = הגרלה עכשיו
notice-lots-allowed = מותר להגריל במחזור הזה.
notice-lots-forbidden = הגרלה אינה אפשרית עוד במחזור הזה.
notice-lots-committed = ההתחייבות פורסמה. אפשר להגריל.
notice-lots-drawn = ההגרלה נערכה.
stale-no-lots = הגרלה אינה אפשרית במחזור הזה.
stale-no-lot-group = הבקשות האלה כבר אינן שוות. נא להביט שוב בקבוצות.
stale-lots-settled = כבר יש הגרלה לבקשות האלה. הגרלה שנייה תהיה בחירה.
