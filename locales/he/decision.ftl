# ההחלטה בבקשה אחת: עובדות, הצעה, אישור סופי, מסירת התוצאה.
decision-title = החלטה
decision-dossier = קריאת הבקשה
decision-scores = ציונים
decision-reviewer = הצוות המעריך
decision-total = סך הכול
decision-mean = ממוצע
decision-cannot-judge = אין אפשרות להעריך
decision-incomplete = חלקית, אינה נספרת
decision-no-reviews = עדיין לא נשלחה אף הערכה.
decision-facts = במבט אחד
decision-legal = המעמד המשפטי
decision-by = { $name }, { $when }
decision-history = החלטות קודמות
decision-past = { $n }. { $decision }
decision-closed = עדיין אין החלטה
decision-closed-in-review = ההערכות עדיין מגיעות. כשכולן יתקבלו, אפשר יהיה להציע החלטה.

outcome-award = מענק
outcome-award-hint = המענק ניתן.
outcome-reserve = רשימת המתנה
outcome-reserve-hint = ראוי למימון אם יישאר כסף.
outcome-decline = תשובה שלילית
outcome-decline-hint = אין מענק במחזור הזה.
outcome-refer-back = החזרה להשלמה
outcome-refer-back-hint = חזרה להערכה; לא נמסרת הודעה למגישי הבקשה.
stage-proposed = הצעה
stage-signed = ניתן אישור סופי
stage-released = התוצאה נמסרה
stage-dropped = ההחלטה בוטלה
decision-badge = { $outcome } · { $stage }

decision-current = החלטה
decision-conditions =
    { $n ->
        [one] תנאי אחד
        [two] שני תנאים
       *[other] { $n } תנאים
    }
decision-sign = אישור סופי
decision-release = מסירת התוצאות
decision-revise = עדכון ההצעה
decision-drop = ביטול ההחלטה
decision-keep = להשאיר את ההחלטה
decision-drop-title = לבטל את ההחלטה?
decision-drop-lead = ההחלטה תישאר בהיסטוריה, אבל לא תהיה עוד בתוקף, ואפשר יהיה להציע החלטה אחרת. לא תימסר הודעה למגישי הבקשה.
step-proposed = הצעת ההחלטה
step-signed = אישור סופי מאדם נוסף בצוות הניהול
step-released = מסירת התוצאה למגישי הבקשה
step-dropped = ביטול ההחלטה

decision-propose-title = הצעת החלטה
decision-revise-title = עדכון ההצעה שלך
decision-propose = הצעת ההחלטה
decision-outcome = תוצאה
decision-award-only = למענק בלבד
decision-amount = סכום
decision-amount-hint = הסכום המבוקש הוא { $most }; המענק לא יכול להיות גדול ממנו.
decision-least-hint = לפי דבריו, הוא מועיל החל ב־{ $least }.
decision-funding = סוג המימון
decision-funding-none = נא לבחור
decision-waiver = פטור: מדוע נכון לתת מענק בלי אימות המעמד המשפטי
decision-waiver-hint = אי אפשר לתת מענק בלי פטור או אימות של המעמד המשפטי.
decision-conditions-title = תנאים
decision-conditions-hint = כסף גמיש מועיל יותר מכול: נא להוסיף תנאי רק כשהוא נחוץ. שורות ריקות לא יישמרו.
decision-condition = תנאי { $n }
decision-condition-reason = מדוע תנאי { $n } נחוץ (לשימוש פנימי)
decision-more = הוספת שורות
decision-rationale = נימוקים
decision-rationale-hint = מדוע זו ההחלטה הנכונה. לשימוש פנימי.
decision-deviation = מדוע ההחלטה חורגת מהדירוג
decision-deviation-above = הבקשה הזאת מעל קו המימון: רשימת המתנה או דחייה חורגות מהדירוג ודורשות כאן סיבה.
decision-deviation-below = הבקשה הזאת מתחת לקו המימון: מענק חורג מהדירוג ודורש כאן סיבה.
decision-deviation-neither = שום דבר אינו חורג כאן מהדירוג: הבקשה אינה מעל קו המימון ואינה מתחתיו.
decision-deviation-many = נדרש אם אחת מהן חורגת: מענק מתחת לקו המימון, או רשימת המתנה או דחייה מעליו.
error-deviation = זה חורג מהדירוג. כתבו מדוע.
many-above = מעל קו המימון
many-below = מתחת לקו המימון
decision-feedback = משוב למגישי הבקשה
decision-feedback-hint = המשוב יוצג למגישי הבקשה לאחר מסירת התוצאה, בדיוק כפי שנכתב כאן.
decision-limit =
    { $most ->
        [one] תו אחד לכל היותר
        [two] שני תווים לכל היותר
       *[other] { $most } תווים לכל היותר
    }

release-title = מסירת התוצאות
release-lead = נא לקרוא מה יוצג למגישי כל בקשה. תוצאה שנמסרה אי אפשר לבטל.
release-tick-all = סימון הכול
release-tick = מסירה:
release-will-read = מגישי הבקשה יקראו:
release-refer-back = הבקשה חוזרת להערכה. לא נמסרת הודעה למגישי הבקשה.
release-send = מסירת התוצאות שסומנו
release-once = על כל בקשה נשלחת הודעה אחת עם קישור, בלי התוצאה עצמה.
release-empty = אין תוצאות שמוכנות למסירה
release-empty-lead = החלטות יופיעו כאן לאחר שאדם נוסף בצוות הניהול ייתן להן אישור סופי.

told-award = הוחלט להעניק לכם מענק
told-award-lead = אנו שמחים לתמוך בעבודה שלכם. נכתוב לכם על השלבים הבאים.
told-reserve = הבקשה שלכם ברשימת ההמתנה
told-reserve-lead = נשמח לממן אותה אם יתפנה כסף במחזור הזה. נכתוב לכם ברגע שנדע.
told-decline = לא נוכל לממן את הבקשה שלכם הפעם
told-decline-lead = היו יותר בקשות טובות מכסף. אין בכך שום קביעה על ערך העבודה שלכם, ונשמח אם תגישו בקשה שוב.

mail-decided-subject = יש חדש בבקשה שלכם
mail-decided-body =
    התקבלה החלטה בבקשה שלכם. כדי לקרוא את התוצאה, יש להיכנס לחשבון ולפתוח את הקישור:

    { $link }

notice-proposed = ההחלטה הוצעה. עכשיו אדם אחר בצוות הניהול יכול לתת לה אישור סופי.
notice-signed-off = האישור הסופי ניתן. עכשיו אפשר למסור את התוצאה.
notice-dropped = ההחלטה בוטלה. אפשר להציע החלטה אחרת.
notice-released = התוצאות נמסרו. מגישי הבקשות יכולים לקרוא אותן עכשיו.

denied-own-proposal = ההחלטה הזו היא הצעה שלך, ולכן אדם אחר בצוות הניהול צריך לתת לה אישור סופי.
stale-proposed = כבר הוצעה כאן החלטה על ידי אדם אחר בצוות הניהול. נא לקרוא אותה, ואז לאשר אותה סופית או לבטל אותה.
stale-proposed-twice = בינתיים כבר הצעת החלטה אחרת. נא לקרוא אותה לפני שמחליפים אותה.
stale-signed = להחלטה הזו כבר ניתן אישור סופי.
stale-not-signed = אדם נוסף בצוות הניהול צריך לתת תחילה אישור סופי להחלטה הזו.
stale-no-sign-off = החלטות במחזור הזה אינן דורשות אישור סופי: אפשר למסור את התוצאה.
stale-dropped = ההחלטה הזו בוטלה בינתיים.
stale-replaced = ההחלטה הזו הוחלפה באחרת. נא לקרוא תחילה את החדשה.
stale-legal-undone = המעמד המשפטי אינו מאומת עוד, ואין פטור. יש לבטל את ההחלטה ולהציע אותה שוב עם פטור.
