# יומן הקשר עם ארגון, ומה שמצוטט ממנו כראיה.
engagement-title = יומן קשר
engagement-lead = ביקורים, שיחות, מפגשים ומכתבים, האחרון ראשון. רשומות אינן נמחקות: תיקון הוא גרסה חדשה, והקודמות נשארות.
engagement-empty = עדיין אין דבר ביומן.
engagement-add = הוספת רשומה
engagement-save = הוספה ליומן
engagement-save-files = הוספה וצירוף קבצים
engagement-visit = ביקור
engagement-call = שיחה
engagement-convening = מפגש
engagement-letter = מכתב
engagement-head = { $kind }, { $day }
engagement-kind = מה זה היה?
engagement-day = יום
engagement-day-hint = למשל { "\u2066" }2026-03-09{ "\u2069" } או 9/3/2026.
engagement-place = מקום
engagement-theirs = אנשי הארגון
engagement-people-hint = די בתפקידים במקום ששמות עלולים לסכן מישהו.
engagement-ours = אנשי התוכנית
engagement-notes = רשימות
engagement-notes-hint = כתבו כך שאפשר יהיה לצטט: מה נראה, מה נאמר ועל ידי מי.
engagement-files = קבצים מבקשותיהם ששייכים לרשומה
engagement-files-hint = הפנו למה שהארגון שלח. צילומים, פרוטוקולים וקבצים אחרים שלכם מתווספים לאחר שהרשומה ביומן.
engagement-uploads = קבצים
engagement-uploads-lead = מה שהבאתם מהמפגש: צילומים, פרוטוקולים, מכתבים. רק הצוות קורא אותם; ציטוט הרשומה אינו מראה קובץ לאיש.
engagement-uploads-count = { $n ->
    [one] קובץ אחד משלה
    [two] שני קבצים משלה
   *[other] { $n } קבצים משלה
}
engagement-upload-gone = הוסר ב־{ $when }
engagement-upload-removal = התוכן נמחק לצמיתות. ביומן נשאר שהקובץ היה כאן ומי הוסיף אותו.
engagement-upload-remove = מחיקת הקובץ
error-engagement-file-twice = ״{ $name }״ כבר מצורף לרשומה הזאת.
engagement-by = { $who }, { $when }
engagement-corrected = תוקן
engagement-mistaken = רשומה שגויה
engagement-correct = תיקון הרשומה
engagement-correct-lead = הגרסה הנוכחית נשארת ומסומנת כקודמת, והנימוק שלכם מופיע לצד החדשה.
engagement-correct-save = שמירת התיקון
engagement-reason = מדוע מתקנים?
engagement-is-mistaken = הרשומה כולה טעות
engagement-mistaken-hint = היא נשארת ביומן ומסומנת כשגויה. הצוות המעריך לא יראה עוד מה שצוטט ממנה.
engagement-former = גרסאות קודמות
engagement-back = חזרה לרשומה
notice-engagement-logged = הרשומה ביומן.
notice-engagement-corrected = התיקון נשמר.
stale-engagement-page = הדף הזה ישן. פתחו אותו מחדש וכתבו ממנו.
stale-engagement-corrected = בינתיים מישהו תיקן את הרשומה. השוו למה שכתוב בה עכשיו, ושמרו שוב אם שלכם עדיין נכון.
stale-engagement-mistaken = הרשומה מסומנת כשגויה ואי אפשר לצטט אותה.

# ציטוטים.
quotes-title = מצוטט מיומן הקשר
quote-title = ציטוט מהרשומה
quote-lead = ציטוט הוא מעשה נפרד לכל בקשה. המילים נשארות כפי שצוטטו, גם אם הרשומה מתוקנת.
quote-application = על איזו בקשה?
quote-words = המילים לציטוט
quote-words-hint = העתיקו אותן מהרשימות, ברצף אחד.
quote-audience = למי?
quote-staff = לצוות התוכנית
quote-staff-hint = בתיק הבקשה ולצד ההחלטה.
quote-reviewers = לצוות המעריך של הבקשה הזאת
quote-reviewers-hint = צוות התוכנית והצוות המעריך רואים את המילים. במקום שהצוות המעריך אינו יודע מי המבקש, שמות ידועים מכוסים והיום מושמט.
quote-criterion = לצד איזה קריטריון?
quote-whole = הבקשה כולה
quote-save = ציטוט
quote-by = צוטט על ידי { $who }, { $when }
quote-corrected = הרשומה תוקנה מאז
quote-end = סיום הציטוט
quote-for-you = צוטט על ידי צוות התוכנית להערכה זו
quote-take = הכנסה לנימוק
quote-in-text = ״{ $words }״ ({ $head })
error-quote-words = המילים האלה אינן ברשימות ברצף אחד.
notice-quoted = המילים צוטטו.
notice-quote-ended = הציטוט הסתיים.
