# החלטות רבות בבת אחת, מניין, מסירה שנקטעה, רשימת ההמתנה.
decision-reason = סיבת התשובה השלילית
decision-reason-none = נא לבחור; רק לתשובה שלילית
decision-reason-hint = מגישי הבקשה קוראים אותה בשפה שלהם.
decision-present = מי השתתפו
decision-quorum =
    { $n ->
        [one] חייב להשתתף לפחות אדם אחד.
        [two] חייבים להשתתף לפחות שני אנשים.
       *[other] חייבים להשתתף לפחות { $n } אנשים.
    }
decision-corrects = מתקנת את
told-decline-reason-lead = אין בכך שום קביעה על ערך העבודה שלכם, ונשמח אם תגישו בקשה שוב.
error-decline-only = זה שייך רק לתשובה שלילית. יש לבחור “תשובה שלילית”, או לא לבחור סיבה.
error-award-over-budget = המענק לא יכול להיות גדול מתקציב המחזור: { $most }.
error-quorum = מספר המשתתפים מהצוות המעריך צריך להיות { $least } לפחות. נא לסמן מי השתתפו.
error-quorum-number = נא לכתוב מספר שלם מ־0 עד { $most }.
release-waiting =
    { $n ->
        [one] המסירה נקטעה: תוצאה אחת עוד ממתינה.
        [two] המסירה נקטעה: שתי תוצאות עוד ממתינות.
       *[other] המסירה נקטעה: { $n } תוצאות עוד ממתינות.
    }
release-go-on = המשך המסירה

many-title = החלטות רבות
many-lead = אישור סופי או הצעה לכמה בקשות בבת אחת. כל מה שסומן עובר, או ששום דבר לא עובר.
many-tick = סימון
many-sign = ממתינות לאישור שלך
many-sign-none = שום הצעה של אחרים אינה ממתינה לאישור.
many-sign-do = אישור סופי למה שסומן
many-propose = בלי הצעה
many-propose-none = לכל בקשה שבדיון יש הצעה.
many-propose-do = הצעה למה שסומן
many-same = אותו דבר לכל מה שסומן
many-award = מענק נותן לכל בקשה את הסכום שביקשה.
notice-proposed-many = ההחלטות הוצעו. עכשיו אדם אחר בצוות הניהול יכול לתת להן אישור סופי.
notice-signed-many = האישור הסופי ניתן. עכשיו אפשר למסור את התוצאות.
error-many-none = נא לסמן לפחות בקשה אחת.
error-many-at = דבר לא השתנה. זה נעצר בבקשה { $reference }.
error-many-alone = דבר לא השתנה. לבקשה { $reference } חסר משהו שאפשר לומר רק בדף שלה. יש להסיר את הסימון, או להחליט עליה שם.
error-many-stale = דבר לא השתנה. אי אפשר להחליט על { $reference } במצבה עכשיו. יש להסיר את הסימון ולבדוק אותה.
error-many-denied = דבר לא השתנה. בבקשה { $reference } זה תפקידו של אדם אחר בצוות הניהול. יש להסיר את הסימון.
quorum-title = מניין
quorum-least = כמה אנשים משתתפים בהחלטה
quorum-least-hint = מעריכים של הבקשה וצוות הניהול. 0 אינו דורש איש.
quorum-save = שמירת המניין
notice-quorum-set = המניין נשמר. הוא חל על הצעות מעכשיו.

reserve-title = רשימת המתנה
reserve-lead = מי שנמסר להם שהם ברשימת ההמתנה, לפי הסדר שבו ימומנו כשיתפנה כסף.
reserve-free = סכום של { $amount } מהתקציב פנוי.
reserve-nothing-free = שום סכום מהתקציב אינו פנוי.
reserve-empty = אין איש ברשימת ההמתנה
reserve-empty-lead = בקשות יופיעו כאן אחרי שתימסר החלטה להכניסן לרשימה.
reserve-place = מקום
reserve-turn = תור
reserve-next = הבאה בתור
reserve-move-up = העלאה למענק
reserve-move-up-lead = הבקשה חוזרת לדיון, ושם אפשר להציע מענק. למגישי הבקשה לא נמסר דבר עד שההחלטה תימסר.
reserve-arrange = שמירת הסדר הזה
notice-reserve-arranged = הסדר נשמר.
error-place = נא לכתוב מספר שלם מ־1 ליד כל בקשה.
