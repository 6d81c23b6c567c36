# מחזורים ותוכניות, מצד מי שמנהלים אותם.
admin-save = שמירה
admin-cancel = ביטול
admin-filter = הצגה

round-admin-title = מחזורים
round-admin-round = מחזור
round-admin-new = מחזור חדש
round-admin-empty = עדיין אין מחזורים
round-admin-empty-lead = מחזור הוא תקופה מוגדרת שבה התוכנית מקבלת בקשות. יוצרים אותו, עוברים עליו בנחת ואז פותחים אותו.
round-admin-state = מצב
round-admin-state-draft = בהכנה
round-admin-state-open = פתוח
round-admin-state-closed = סגור
round-admin-sent = בקשות
round-admin-drafts = טיוטות

round-admin-edit = שינוי המחזור
round-admin-open = פתיחת המחזור
round-admin-close = סגירת המחזור
round-admin-work = העבודה במחזור הזה
round-admin-task-screen = בדיקת סף לבקשות שהתקבלו
round-admin-task-screen-hint = האם כל בקשה נמצאת בתחום התוכנית?
round-admin-task-assign = שיבוץ הצוות המעריך
round-admin-task-assign-hint = לשבץ בקשות לאנשים שאין להם כל קשר אליהן.
round-admin-task-decide = השוואה והחלטה
round-admin-task-decide-hint = הבקשות שכל ההערכות שלהן התקבלו, לפי סדר הציונים.
round-admin-nothing-waits = שום דבר אינו ממתין
round-admin-waiting =
    { $n ->
        [one] אחת ממתינה
        [two] שתיים ממתינות
       *[other] { $n } ממתינות
    }
round-admin-reviews = הערכות
round-admin-reviews-in =
    { $total ->
        [0] עדיין אין שיבוצים
       *[other] הערכות שהתקבלו: { $done } מתוך { $total }
    }
round-admin-of = { $done } מתוך { $total }
round-admin-more = לעיון
round-admin-facts = תאריכים וכללים
round-admin-applications = בקשות
round-admin-rubric = קריטריונים
round-admin-exports = ייצוא
round-admin-public = העמוד הציבורי
round-admin-log = מה השתנה, ועל ידי מי
round-admin-opens = פתיחה
round-admin-closes = סגירה
round-admin-grace = ארכה
round-admin-minutes =
    { $n ->
        [one] דקה אחת
        [two] שתי דקות
       *[other] { $n } דקות
    }
round-admin-reviews-due = מועד ההערכות
round-admin-turnaround = תשובה מובטחת בתוך
round-admin-days =
    { $n ->
        [one] יום אחד
        [two] יומיים
       *[other] { $n } ימים
    }
round-admin-budget = תקציב
round-admin-least = הסכום הקטן ביותר לבקשה
round-admin-most = הסכום הגדול ביותר לבקשה
round-admin-sign-off-fact = אישור סופי
round-admin-sign-off-yes = מאדם נוסף בצוות הניהול
round-admin-sign-off-emergency = תמיד מאדם נוסף בצוות הניהול: מחזור חירום
round-admin-sign-off-no = לא נדרש
round-admin-rubric-version = גרסת הקריטריונים

round-admin-new-lead = המחזור מקבל את הקריטריונים והשאלות של התוכנית כפי שהם כעת. איש מבחוץ לא יראה אותו לפני שייפתח.
round-admin-create = יצירת המחזור
round-admin-edit-title = שינוי: { $title }
round-admin-edit-lead = איש מבחוץ עדיין לא רואה את המחזור הזה: אפשר לשנות הכול.
round-admin-edit-bound = המחזור הזה כבר פורסם. הכתובת, המטבע, הקריטריונים, השאלות והאישור הסופי נשארים כפי שהם.
round-admin-group-what = פרטי המחזור
round-admin-group-money = כסף
round-admin-group-dates = תאריכים
round-admin-group-deciding = החלטות
field-programme = תוכנית
field-programme-hint = הקריטריונים והשאלות שלה יועתקו כפי שהם היום.
field-title-en = הכותרת באנגלית
field-title-ar = הכותרת בערבית
field-title-he = הכותרת בעברית
field-purpose-en = המטרה באנגלית
field-purpose-ar = המטרה בערבית
field-purpose-he = המטרה בעברית
field-slug = השם בכתובת העמוד
field-slug-hint = אותיות לטיניות קטנות, ספרות ומקפים, למשל { "\u2066" }winter-2026{ "\u2069" }. אם השדה נשאר ריק, השם נוצר מהכותרת באנגלית.
field-budget = תקציב המחזור
field-least = הסכום הקטן ביותר לבקשה
field-most = הסכום הגדול ביותר לבקשה
field-round-zone = אזור זמן
field-round-zone-hint = התאריכים והשעות שלמטה הם לפי השעון באזור הזה.
field-opens = פתיחה
field-closes = סגירה
field-reviews-due = מועד ההערכות
field-date-time-hint = למשל { "\u2066" }2026-12-01 17:00{ "\u2069" }
field-grace = דקות ארכה
field-grace-hint = בקשה שמגיעה בתוך מספר הדקות הזה אחרי המועד האחרון מתקבלת ומסומנת כמאוחרת.
field-turnaround = ימים עד לתשובה
field-turnaround-hint = נספרים מהיום שבו הבקשה נשלחת.
field-sign-off = כל החלטה דורשת אישור סופי מאדם נוסף בצוות הניהול
field-sign-off-hint = מי שהציעו החלטה אינם יכולים לתת לה אישור סופי.
field-emergency = מחזור חירום
field-emergency-hint = ההחלטות מתקבלות בקשה אחר בקשה, בתוך ימים. בכל אחת מחליטים שני אנשים: אי אפשר לוותר על האישור הסופי.
error-emergency-sign-off = במחזור חירום מחליטים שני אנשים. נא לסמן כאן, או להסיר את הסימון של מחזור חירום.
notice-round-created = המחזור נוצר. כדאי לעבור עליו, ואז לפתוח אותו.

round-admin-opening-title = לפתוח את המחזור?
round-admin-opening-public = עמוד המחזור יתפרסם, עם התאריכים, הקריטריונים וכל השאלות.
round-admin-opening-bound = לא יהיה אפשר עוד לשנות את הכתובת, המטבע והאישור הסופי. השאלות נשארות ברגע שהוגשה בקשה, והקריטריונים ברגע שההערכה התחילה.
round-admin-opening-dates = בקשות יתקבלו ממועד הפתיחה ועד המועד האחרון להגשה. עדיין אפשר להזיז את שניהם.
notice-round-opened = המחזור פתוח.
round-admin-closing-title = לסגור את המחזור לצמיתות?
round-admin-closing-sending = לא יהיה אפשר עוד לשלוח בקשות, גם לא בתוך הארכה.
round-admin-closing-reviews = לא יהיה אפשר עוד לכתוב הערכות או לעדכן אותן.
round-admin-closing-final = עדיין יהיה אפשר להציע החלטות, לתת להן אישור סופי ולמסור את התוצאות. מחזור שנסגר אי אפשר לפתוח שוב.
notice-round-closed = המחזור נסגר.

round-admin-rubric-lead = גרסה { $version } של הקריטריונים של התוכנית. הצוות המעריך רואה כל משפט לצד הציון שהוא מתאר.
round-admin-merit = איכות
round-admin-priority = קדימות
round-admin-gate = נדרש למתן מענק
round-admin-weight = { "\u2066" }{ $percent }%{ "\u2069" } מהציון
round-admin-points = ציון

round-admin-status = מצב
round-admin-all-sent = כל הבקשות שנשלחו
round-admin-none-there = אין בקשות במצב הזה
round-admin-none-sent = עדיין אין בקשות
round-admin-none-sent-lead = בקשות יופיעו כאן ברגע שיישלחו.
round-admin-organisation = ארגון
round-admin-reference = מספר אסמכתה
round-admin-base = מקום הפעילות
round-admin-community = קהילה
round-admin-requested = הסכום המבוקש
round-admin-submitted = נשלחה
round-admin-late = מאוחרת

programme-title = תוכניות
programme-new = תוכנית חדשה
programme-new-lead = התוכנית מתחילה עם עותקים של הקריטריונים והשאלות הרגילים.
programme-create = יצירת התוכנית
programme-name = תוכנית
programme-purpose = מטרה
programme-slug = כתובת
programme-group-what = פרטי התוכנית
programme-group-who = מי יכולים להגיש
field-programme-name-en = השם באנגלית
field-programme-name-ar = השם בערבית
field-programme-name-he = השם בעברית
field-who-en = מי יכולים להגיש, באנגלית
field-who-ar = מי יכולים להגיש, בערבית
field-who-he = מי יכולים להגיש, בעברית
notice-programme-created = התוכנית נוצרה. יש לה הקריטריונים והשאלות הרגילים.
