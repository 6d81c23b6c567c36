# מה שנשלח, גרסה אחר גרסה: עותקים, היסטוריה, הבדלים.
record-copy = הבקשה כפי שנשלחה, גרסה { $n }
record-version = גרסה
record-nth = גרסה { $n }
record-when = { $here }; לפי שעון מקום ניהול המחזור: { $there }
record-late = מועד ההגשה
record-officer = נשלחה על ידי
record-digest = טביעת אצבע דיגיטלית ({ "\u2066" }SHA-256{ "\u2069" })
record-pdf = הורדה כקובץ { "\u2066" }PDF{ "\u2069" }
record-dossier = תיק הבקשה
record-page-of = עמוד { $n } מתוך { $of }
record-sent-at = נשלחה { $when }

record-versions = הגרסאות שנשלחו
record-versions-lead = כל גרסה נשמרת כפי שנשלחה. איש אינו יכול לשנות אותה, ואילו שונתה, טביעת האצבע שלה הייתה מגלה זאת.
record-none = עדיין לא נשלח דבר
record-none-lead = אחרי שליחת הבקשה אפשר לקרוא כאן מה נשלח ומתי.
record-see = לעיון
record-read = קריאה
record-changes = מה השתנה
record-compare = השוואה בין שתי גרסאות
record-from = הגרסה המוקדמת
record-to = הגרסה המאוחרת
record-compare-show = הצגת השינויים

record-comparison = מה השתנה מגרסה { $from } לגרסה { $to }
record-version-sent = גרסה { $n }: נשלחה { $when } על ידי { $who }
record-no-change = אף תשובה לא השתנתה
record-no-change-lead = שתי הגרסאות זהות.
record-key-before = כך קוראים:
record-key-del = הוסר
record-key-ins = נוסף
record-added = נענתה לראשונה
record-removed = התשובה הוסרה
record-changed = השתנתה
record-row-added = שורה נוספה
record-row-removed = שורה הוסרה
record-row-changed = שורה השתנתה
record-del = [הוסר:
record-del-end = סוף ההסרה]
record-ins = [נוסף:
record-ins-end = סוף ההוספה]
record-same =
    { $n ->
        [one] תשובה אחת זהה בשתי הגרסאות
        [two] שתי תשובות זהות בשתי הגרסאות
       *[other] { $n } תשובות זהות בשתי הגרסאות
    }
record-rows-same =
    { $n ->
        [one] שורה אחת זהה בשתי הגרסאות.
        [two] שתי שורות זהות בשתי הגרסאות.
       *[other] { $n } שורות זהות בשתי הגרסאות.
    }
record-elsewhere = תשובות לשאלות שהטופס כבר אינו שואל
