# יומן הביקורת.
audit-title = יומן ביקורת
audit-lead = כל שינוי, מי עשה אותו ומתי, האחרון תחילה. אי אפשר לשנות או להסיר אירוע בלי שהדבר יתגלה.
audit-narrowed = מוצג רק: { $object }.
audit-all = הצגת כל האירועים
audit-empty = אין כאן אירועים
audit-number = מספר
audit-when = מתי
audit-who = מי
audit-what = הפעולה
audit-object = במה נעשתה
audit-change = השינוי
audit-before = לפני:
audit-after = אחרי:
audit-request = מזהה הפנייה
audit-system = המערכת עצמה
audit-account = חשבון
audit-application = בקשה
audit-round = מחזור
audit-programme = תוכנית
audit-organisation = ארגון
audit-review = הערכה
audit-decision = החלטה
audit-role = תפקיד
audit-head = סוף השרשרת
audit-head-lead = אירוע { $seq } נושא את ערך הגיבוב שלמטה, ודרכו את כל האירועים שקדמו לו. אם הערך רשום גם במקום אחר, איש לא יוכל לשכתב את העבר בלי שהדבר יתגלה.
audit-head-proof = בעזרתו מי שמפעיל את האתר מוכיח שהאירוע עדיין קיים ושדבר ממה שקדם לו לא שונה:
mail-head-subject = סוף יומן הביקורת ב־{ $day }
mail-head-body =
    אירוע { $seq } היה האחרון ביומן הביקורת. כדאי לשמור את ההודעה הזו בנפרד מהאתר: כל עוד יש ביומן אירוע עם ערך הגיבוב שלמטה, איש לא שינה את מה שקדם לו ולא קטע את סופו.

    { $hash }

    evenhand audit verify --head { $hash }
