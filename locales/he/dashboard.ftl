# לוח המעקב.
nav-dashboard = לוח מעקב
dashboard-title = לוח מעקב
dashboard-lead = איך מתקדם סבב ואיך עברו הסבבים, ככל שמותר לך לראות. לכל תרשים טבלה.
dashboard-empty = עדיין לא נפתח סבב
dashboard-none = עדיין אין מה לספור.
dashboard-pipeline = היכן עומדות הבקשות
dashboard-sent =
    { $n ->
        [one] נשלחה בקשה אחת.
        [two] נשלחו שתי בקשות.
       *[other] נשלחו { $n } בקשות.
    }
dashboard-status = מצב
dashboard-applications = בקשות
dashboard-asked = סכום מבוקש
dashboard-clocks = ממתינות להחלטה
dashboard-promise =
    { $n ->
        [one] היעד הוא החלטה בתוך יום עבודה אחד מהשליחה.
        [two] היעד הוא החלטה בתוך שני ימי עבודה מהשליחה.
       *[other] היעד הוא החלטה בתוך { $n } ימי עבודה מהשליחה.
    }
dashboard-clock = ביחס ליעד
dashboard-late = באיחור
dashboard-soon = יגיע מועדן בתוך 5 ימי עבודה
dashboard-in-time = בזמן
dashboard-to-money = מהשליחה עד הכסף הראשון: { $took }.
dashboard-taken = ימי עבודה מהשליחה עד ההחלטה
dashboard-taken-lead = ימי עבודה עד שמחציתן הוכרעו: { $days }. בתוך היעד: { $share }%.
dashboard-days = ימי עבודה
dashboard-decisions = החלטות
dashboard-money = ביקוש ותקציב
dashboard-money-lead = מבוקשים { $share }% מהתקציב.
dashboard-sum = סעיף
dashboard-amount = סכום
dashboard-of-budget = % מהתקציב
dashboard-demand = מבוקש
dashboard-budget = תקציב
dashboard-released = מענקים שפורסמו
dashboard-signed = מענקים חתומים
dashboard-proposed = מענקים מוצעים
dashboard-left = נותר
dashboard-scores = ציונים
dashboard-scored =
    { $n ->
        [one] נחשבת הערכה מלאה אחת.
        [two] נחשבות שתי הערכות מלאות.
       *[other] נחשבות { $n } הערכות מלאות.
    }
dashboard-total = סך ההערכה
dashboard-reviews = הערכות
dashboard-reviewers = מעריכים
dashboard-alpha = הסכמה בין המעריכים, אלפא של קריפנדורף על הסכומים: { $alpha }. 1 הוא הסכמה מלאה, 0 הוא מקרה.
dashboard-no-alpha = אפשר לומר מהי ההסכמה רק כשיש לבקשות כמה הערכות שונות.
dashboard-reviewer = מעריך
dashboard-assigned = שובצו
dashboard-done = נשלחו
dashboard-open = פתוחות
dashboard-mean = סכום ממוצע
dashboard-bases = מאין פועלים הארגונים
dashboard-communities = קהילות
dashboard-awards = מענקים
dashboard-share = % מהכסף
dashboard-rounds = הסבבים זה לצד זה
dashboard-round = סבב
dashboard-closes = נסגר
dashboard-success = % זכו
dashboard-middle = ימי לוח למחציתן
dashboard-demand-rounds = ביקוש מול כסף
dashboard-demand-lead = המבוקש, באחוזים מהתקציב.
dashboard-given = הוענק
