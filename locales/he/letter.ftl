# מכתבים על החלטות: מה כותבת התוכנית, מה יישלח, מה נשלח.
programme-decisions = החלטות
letters-title = מכתבים
letters-lead = מה נכתב למגישי הבקשות כשהתוצאה נמסרת, בשפה שלהם. כל מכתב שומר את המילים שבהן נשלח.
letters-way = מה נמצא בדואר
letters-way-hint = את המכתב עצמו קוראים תמיד אחרי כניסה לחשבון. דואר עלול להיקרא בידי אחרים בדרך.
letters-way-save = שמירת אופן המשלוח
letters-mail-link = בדואר נמצא קישור, בלי התוצאה.
letters-mail-whole = בדואר נמצא המכתב כולו.
letters-preview = לקרוא כל מכתב
letters-preview-lead = המכתבים האלה יישלחו כשהתוצאות יימסרו, כל אחד בשפה של מי שקורא אותו. עדיין לא נשלח דבר.
letters-nobody = אין למי לכתוב: החשבון כבר לא קיים.
letters-sent = מכתבים שנשלחו
letter-award = מכתב על מענק
letter-reserve = מכתב על רשימת ההמתנה
letter-decline = מכתב על תשובה שלילית
letter-standard = הנוסח הרגיל
letter-version = נוסח משלכם, גרסה { $n }
letter-edit = שינוי המכתב
letter-edit-lead = מה שכתוב בסוגריים מרובעים מתמלא לכל בקשה. פסקה שכל הסוגריים בה נשארים ריקים מושמטת.
letter-in = { $letter }: { $language }
letter-subject = נושא
letter-body = המכתב
letter-save = שמירה כגרסה הבאה
letter-sent-to = המכתב אל { $name }, { $when }
letter-goes-to = אל { $name }, בשפה: { $language }
notice-letters-way = נשמר. כך יישלחו המכתבים הבאים.
notice-letter-saved = המכתב נשמר. מה שנשלח קודם שומר את מילותיו.
error-placeholder = אין מה למלא במקום [{ $name }]. יש להשתמש באחד השמות שברשימה.

placeholder-organisation = שם הארגון
placeholder-title = כותרת הבקשה
placeholder-reference = מספר הבקשה
placeholder-round = כותרת המחזור
placeholder-programme = שם התוכנית
placeholder-amount = סכום המענק
placeholder-funding = סוג המימון
placeholder-conditions = התנאים, תנאי בכל שורה
placeholder-reason = למה התשובה שלילית
placeholder-feedback = משוב למגישי הבקשה
placeholder-link = היכן קוראים את הבקשה

letter-award-subject = הבקשה שלכם { "[" }reference]: הוחלט להעניק מענק
letter-award-body =
    אל { "[" }organisation],

    אנו שמחים להודיע שהבקשה “{ "[" }title]” קיבלה מענק של { "[" }amount] ({ "[" }funding_type]) מאת { "[" }programme].

    אלה התנאים שנלווים אליו:
    { "[" }conditions]

    הצוות המעריך מוסיף: { "[" }feedback]

    נכתוב לכם על השלבים הבאים. הכול נמצא כאן: { "[" }link]
letter-reserve-subject = הבקשה שלכם { "[" }reference] ברשימת ההמתנה
letter-reserve-body =
    אל { "[" }organisation],

    נשמח לממן את “{ "[" }title]” אם יתפנה כסף במסגרת { "[" }round], והכנסנו אותה לרשימת ההמתנה. נכתוב לכם ברגע שנדע.

    הצוות המעריך מוסיף: { "[" }feedback]

    הכול נמצא כאן: { "[" }link]
letter-decline-subject = הבקשה שלכם { "[" }reference]: לא נוכל לממן אותה הפעם
letter-decline-body =
    אל { "[" }organisation],

    אנו מצטערים שלא נוכל לממן את “{ "[" }title]” במסגרת { "[" }round].

    הסיבה: { "[" }reason].

    הצוות המעריך מוסיף: { "[" }feedback]

    אין בכך שום קביעה על ערך העבודה שלכם, ונשמח אם תגישו בקשה שוב. אפשר לבקש שנבחן את ההחלטה שוב כאן: { "[" }link]
