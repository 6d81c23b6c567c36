# שאלות למגישים, הודעות בשני הכיוונים, ותדירות המכתבים.
nav-threads = הודעות

clarifications-title = שאלות למגישים
clarifications-lead = לשאלה יש מועד אחרון והיא פותחת רק את הסעיפים שתבחרו. מצב הבקשה אינו משתנה.
clarifications-empty = עדיין לא נשאל דבר.
clarification-question = שאלה אליכם
clarification-staff-question = שאלה
clarification-full-form = הטופס המלא
clarification-open = ממתינה לתשובה
clarification-overdue = באיחור
clarification-answered = נענתה
clarification-closed = הסתיימה בלי תשובה
clarification-asked-by = נשאלה על ידי { $name } ב־{ $when }
clarification-asked-on = נשאלה ב־{ $when }
clarification-answered-by = נענתה על ידי { $name } ב־{ $when }
clarification-answered-on = נענתה ב־{ $when }
clarification-due = לענות עד
clarification-opened = סעיפים שנפתחו
clarification-changed = השתנה
clarification-no-words = אין תשובה במילים.
clarification-version = לראות מה השתנה בגרסה { $version }
clarification-ask = לשאול שאלה
clarification-ask-lead = המגישים יקבלו מכתב עם קישור ויקראו כאן את השאלה. עד המועד האחרון יוכלו לשנות את הסעיפים שתפתחו, ורק אותם.
clarification-ask-submit = לשאול את המגישים
clarification-question-label = השאלה שלכם
clarification-question-hint = כתבו מה צריך לדעת ולמה. המגישים יקראו אותה כפי שתכתבו.
clarification-due-hint = תאריך ושעה באזור הזמן של הסבב ({ $zone }), למשל { "\u2066" }2026-12-01 17:00{ "\u2069" }.
clarification-sections = סעיפים לפתיחה
clarification-sections-hint = פתחו רק את מה שנדרש לתשובה.
clarification-words-only = די בתשובה במילים; שום סעיף לא נפתח
clarification-extend = להזיז את המועד האחרון
clarification-end = לסיים את השאלה
clarification-end-lead = המגישים לא יוכלו עוד לענות, ויקבלו על כך הודעה. מה שטייטו נשאר אצלם ואינו מוצג לכם.
clarification-end-submit = לסיים את השאלה
clarification-end-keep = להשאיר פתוחה
notice-clarification-asked = השאלה נשאלה, ולארגון נשלח מכתב.
notice-clarification-extended = המועד האחרון הוזז, ולארגון נשלח מכתב.
notice-clarification-ended = השאלה הסתיימה.

clarification-lead = אנא ענו במילים, ושנו בסעיפים הפתוחים לכם את מה שהתשובה מצריכה. איש לא יקרא לפני שתשלחו.
clarification-full-form-lead = הבקשה הקצרה שלכם נקראה בעניין. אנא מלאו כעת את הטופס המלא. איש לא יקרא לפני שתשלחו.
clarification-what = מה מבקשים מכם
clarification-open-sections = סעיפים שתוכלו לשנות
clarification-rest = כל השאר נשאר כפי ששלחתם.
clarification-answer-label = תשובתכם במילים
clarification-answer-missing = תשובתכם במילים עדיין חסרה
clarification-theirs = מישהו מהארגון שלכם שמר בינתיים את הטקסט הזה. צרפו את מה שצריך להישאר ושמרו שוב.
clarification-save = לשמור
clarification-save-check = לשמור ולבדוק
clarification-write = לכתוב לתוכנית
clarification-back = חזרה לשאלה
clarification-check = לבדוק ולשלוח את התשובה
clarification-changes = שיניתם:
clarification-nothing-changed = לא שיניתם דבר בסעיפים הפתוחים; רק מילותיכם יישלחו.
clarification-final = אחרי השליחה אי אפשר לשנות את התשובה. מה ששיניתם יהיה לגרסה חדשה של הבקשה; הקודמת נשמרת.
clarification-send = לשלוח את התשובה
clarification-kept = כל מה שכתבתם נשמר.
clarification-overdue-lead = המועד האחרון עבר, ולכן אי אפשר לשלוח כעת. מה שכתבתם נשמר. כתבו לתוכנית אם דרוש לכם עוד זמן.
notice-clarification-sent = תשובתכם נשלחה. תודה.
deadline-due-over = המועד האחרון עבר

invite-title = לבקש את הטופס המלא
invite-lead = מי שתבחרו יקבלו מכתב עם קישור וימלאו את הטופס המלא עד המועד האחרון. האחרים לא יקבלו כעת הודעה.
invite-applications = בקשות בשלב הטופס הקצר
invite-note = מילים אליהם
invite-note-hint = כל מי שתבחרו יקראו זאת.
invite-with-short = מותר להם לשנות גם את הטופס הקצר
invite-submit = לבקש את הטופס המלא
invite-empty = אין ממי לבקש
invite-empty-lead = כל מי שאפשר לבקש מהם כבר התבקשו, או שהם ממתינים לענות על דבר אחר.
notice-full-form-asked = הם התבקשו למלא את הטופס המלא, ונשלח להם מכתב.
assignment-outstanding = הטופס המלא התבקש ועדיין לא הגיע. הסוקרים יקראו רק את הקצר.

thread-title = הודעות
thread-lead = כתבו לאנשי התוכנית. תשובתם תגיע לכאן, ותקבלו מכתב שמודיע על כך, בלי תוכנה.
thread-later = אחרי שהבקשה תישלח תוכלו לכתוב כאן לתוכנית.
thread-empty = אין עדיין הודעות.
thread-staff-lead = כל אנשי הארגון יקראו את מה שתכתבו. הם יראו ”צוות התוכנית“ ולא את שמכם.
thread-staff-empty = איש עדיין לא כתב.
thread-programme = צוות התוכנית
thread-new = חדשה
thread-waiting = ממתינה לתשובה
thread-earlier = הודעות קודמות
thread-dossier = חזרה לתיק
thread-body = ההודעה שלכם
thread-limit =
    { $most ->
        [one] עד תו אחד.
        [two] עד שני תווים.
       *[other] עד { $most } תווים.
    }
thread-send = לשלוח הודעה
thread-mark-read = לסמן כנקראו
thread-settle = אין צורך בתשובה
notice-message-sent = ההודעה נשלחה.
notice-messages-read = סומנו כנקראו.
notice-messages-settled = הונח בצד: אין צורך בתשובה.
threads-title = הודעות שממתינות לתשובה
threads-lead = מי שממתינים הכי הרבה זמן מופיעים ראשונים.
threads-empty = אין הודעות שממתינות לתשובה
threads-empty-lead = כשמגישים כותבים, תמצאו זאת כאן.
threads-application = בקשה
threads-waiting = ממתינות
threads-since = מאז
threads-count =
    { $n ->
        [one] הודעה אחת
        [two] שתי הודעות
       *[other] { $n } הודעות
    }

dossier-dialogue = שאלות והודעות
dossier-questions =
    { $n ->
        [0] עדיין לא נשאל דבר
        [one] שאלה אחת
        [two] שתי שאלות
       *[other] { $n } שאלות
    }
dossier-asked-pending = ממתינה לתשובה
dossier-waiting =
    { $n ->
        [one] אחת ממתינה לכם
        [two] שתיים ממתינות לכם
       *[other] { $n } ממתינות לכם
    }
dossier-asked = המגישים נשאלו
dossier-answered = המגישים ענו

applications-asked-text = מבקשים מכם משהו. אנא ענו עד
standing-answer = לקרוא ולענות
standing-questions = מה נשאלתם
standing-thread = לקרוא ולכתוב הודעות
standing-unread =
    { $n ->
        [one] הודעה חדשה אחת
        [two] שתי הודעות חדשות
       *[other] { $n } הודעות חדשות
    }
timeline-started = התחלה
timeline-sent-again = נשלחה שוב, עם שינויים
timeline-version = זו גרסה { $version }. הקודמות נשמרות.
timeline-asked = נשאלתם שאלה
timeline-asked-due = אנא ענו עד { $when }.
timeline-full-form = התבקשתם למלא את הטופס המלא
timeline-full-form-due = אנא שלחו אותו עד { $when }.
timeline-answered = עניתם
timeline-closed = השאלה הסתיימה בלי תשובה
timeline-promise-late = התכוונו לענות לכם עד { $day }. היום הזה עבר ואנחנו עדיין עובדים על כך. אנו מצטערים על ההמתנה.

review-newer = נתתם ציונים לגרסה { $old }. גרסה { $new } הגיעה ב־{ $when }, בעקבות שאלה למגישים.
review-newer-changed = הסעיפים האלה השתנו:
review-newer-none = דבר ממה שסוקרים רואים לא השתנה.
review-newer-revise = הציונים למטה הם אלה ששלחתם. שנו אותם אם הגרסה החדשה מצריכה זאת ושלחו שוב; שליחה בלי שינוי אומרת שהם תקפים גם לה.
ranking-overtaken = ציון לגרסה ישנה
decision-overtaken = לפחות סקירה אחת נוגעת לגרסה שלפני תשובתם האחרונה של המגישים.

field-notices = מכתבים על מה שקורה
field-notices-hint = אישורי קבלה, החלטות ושאלות עם מועד אחרון מגיעים תמיד מיד. במכתבים יש קישור, לעולם לא תוכן.
notices-at-once = מיד, על כל הודעה ותשובה
notices-daily = פעם ביום, בבוקר
notices-essential = רק מה שחייב להגיע

mail-asked-subject = נשאלתם שאלה
mail-asked-body =
    התוכנית שואלת אתכם משהו על בקשה, ויש מועד אחרון. קראו וענו כאן:

    { $link }
mail-full-form-subject = מבקשים מכם את הטופס המלא
mail-full-form-body =
    התוכנית מבקשת מכם את הטופס המלא של בקשה, ויש מועד אחרון. תמצאו אותו כאן:

    { $link }
mail-extended-subject = מועד אחרון הוזז
mail-extended-body =
    יש לכם מועד אחרון אחר לדבר שמבקשים מכם. תמצאו אותו כאן:

    { $link }
mail-closed-subject = שאלה הסתיימה
mail-closed-body =
    דבר שביקשו מכם אינו מצריך עוד תשובה. תמצאו אותו כאן:

    { $link }
mail-answered-subject = שאלה נענתה
mail-answered-body =
    מגישים ענו על מה ששאלתם. תמצאו את התשובה כאן:

    { $link }
mail-answer-receipt-subject = קיבלנו את תשובתכם
mail-answer-receipt-body =
    נשלחה תשובה לבקשה { $reference }. תמצאו אותה כאן:

    { $link }
mail-message-subject = יש לכם הודעה
mail-message-body =
    מישהו כתב לכם בעניין בקשה. קראו כאן:

    { $link }
mail-digest-subject = חדשות מאז אתמול
mail-digest-body =
    { $n ->
        [one] יש לכם חדשה אחת. תמצאו אותה כאן:
        [two] יש לכם שתי חדשות. תמצאו אותן כאן:
       *[other] יש לכם { $n } חדשות. תמצאו אותן כאן:
    }

    { $link }

stale-clarification-pending = המגישים כבר נשאלים משהו. המתינו לתשובה, או סיימו קודם את השאלה ההיא.
stale-clarification-answered = השאלה הזאת כבר נענתה.
stale-clarification-closed = השאלה הזאת הסתיימה; אין עוד צורך בתשובה.
stale-clarification-overdue = המועד האחרון עבר.
stale-section-shut = הסעיף הזה אינו פתוח; הוא נשאר כפי ששלחתם.
stale-thread-draft = אחרי שהבקשה תישלח תוכלו לכתוב לתוכנית.
stale-thread-page = הדף הזה ישן מדי. פתחו אותו שוב ושלחו משם את ההודעה.
error-clarification-sections = בחרו סעיפים לפתיחה, או ציינו שדי במילים.
error-clarification-both = פתחו סעיפים, או ציינו שדי במילים; לא שניהם.
error-due-past = ציינו תאריך ושעה שעוד לא עברו.
error-invite-none = בחרו לפחות בקשה אחת.
