# בדיקת הסף, בדיקות נוספות ותיק הבקשה.
screening-title = בדיקת סף
screening-lead = כאן נבחן רק מה שהתוכנית מצהירה שהיא מממנת. הציונים יבואו אחר כך.
screening-read = קריאת הבקשה
screening-outcome = האם הבקשה בתחום התוכנית?
screening-eligible = עומדת בתנאי הסף
screening-eligible-hint = הבקשה עוברת להערכה.
screening-not-eligible = אינה עומדת בתנאי הסף
screening-not-eligible-hint = הטיפול בבקשה מסתיים כאן. הארגון יקבל הודעה שיש תשובה, ויראה את הסיבה.
screening-reason = הסיבה
screening-reason-hint = רק אם הבקשה אינה עומדת בתנאי הסף. הארגון יוכל לקרוא את הסיבה.
screening-no-reason = אין צורך בסיבה
screening-note = הערה לעמיתים
screening-note-hint = לעולם אינה מוצגת לארגון. נדרשת כשהבקשה אינה עומדת בתנאי הסף.
screening-save = שמירת בדיקת הסף
notice-screened = בדיקת הסף נשמרה, ונשלחה הודעה לארגון.

mail-screened-in-subject = הבקשה שלכם עוברת להערכה
mail-screened-in-body =
    נמצא שהבקשה שלכם בתחום התוכנית. כאן אפשר לראות היכן היא עומדת:

    { $link }
mail-screened-out-subject = יש תשובה לבקשה שלכם
mail-screened-out-body =
    בדקנו את הבקשה שלכם, ויש תשובה. כדי לקרוא אותה, יש להיכנס לחשבון:

    { $link }

check-outcome = מה נמצא בבדיקה?
check-received = הגיע, טרם נבדק
check-verified = אומת
check-not-verified = לא אומת
check-note = מה נבדק
check-note-hint = למשל באיזה מרשם ובאיזה יום. לעולם אינו מוצג לארגון.
check-record = רישום בדיקה
check-save = שמירת הבדיקה
notice-checked = הבדיקה נשמרה.

dossier-screen = בדיקת סף לבקשה
dossier-assign = שיבוץ הצוות המעריך
dossier-decide = קבלת החלטה
dossier-legal-form = צורת ההתאגדות
dossier-registered = רישומים
dossier-answer-due = מועד התשובה שהובטח
dossier-by = { $who }, { $when }
dossier-screening = בדיקת סף
dossier-not-screened = בדיקת הסף טרם נעשתה.
dossier-reviewers = הצוות המעריך
dossier-no-reviewers = הבקשה טרם שובצה.
dossier-evidence = ראיות
dossier-organisation = על הארגון
dossier-decision = החלטה
dossier-decision-open = ההחלטה וההיסטוריה שלה
dossier-no-decision = ההחלטה תתקבל לאחר שיגיעו כל ההערכות.
dossier-legal = המעמד המשפטי
dossier-not-checked = לא נבדק
dossier-nothing-sent = עדיין לא נשלח דבר
dossier-nothing-sent-lead = התשובות יופיעו כאן כשהארגון ישלח את הבקשה.
dossier-contents = חלקי הבקשה
dossier-timeline = מה קרה
dossier-started = נפתחה
dossier-sent = נשלחה
dossier-late = בתוך הארכה שלאחר המועד האחרון
dossier-admitted = נמצא שהבקשה עומדת בתנאי הסף
dossier-excluded = נמצא שהבקשה אינה עומדת בתנאי הסף
dossier-assigned = שובצה לצוות המעריך
dossier-last-review = ההערכה האחרונה
dossier-log = כל השינויים ביומן הביקורת
