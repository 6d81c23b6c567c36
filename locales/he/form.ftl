# הטופס של תוכנית, מצד מי שכותבים אותו.
form-title = טופס
form-of = הטופס של { $programme }
form-of-round = טופס
form-open = לטופס
form-state = מצב
form-draft = טיוטה
form-version = גרסה { $version }
form-version-of = גרסה { $version }, פורסמה ב־{ $when }
form-published = פורסם כגרסה { $version }
form-unpublished =
    { $n ->
        [one] עוד לא פורסם: שינוי אחד מאז גרסה { $version }
        [two] עוד לא פורסם: שני שינויים מאז גרסה { $version }
       *[other] עוד לא פורסם: { $n } שינויים מאז גרסה { $version }
    }
form-facts = במבט אחד
form-fact-questions = שאלות
form-fact-required = חובה
form-fact-hidden = לא מוצגות לצוות המעריך
form-fact-sensitive = רגישות
form-fact-saved = שמירות של הטיוטה
form-versions = גרסאות שפורסמו
form-version-used = בשימוש של
form-version-unused = אין מחזור שמשתמש בה.
form-all-versions = כל גרסאות הטופס
form-unfit = מה מונע את הפרסום
form-none = עדיין אין כאן דבר
form-questions =
    { $n ->
        [0] אין שאלות
        [one] שאלה אחת
        [two] שתי שאלות
       *[other] { $n } שאלות
    }
form-back-to-work = חזרה לטופס

# רכיבים.
form-part = רכיב
form-part-words = במילים
form-part-section = חלק
form-part-question = שאלה
form-part-column = עמודה
form-part-quiz = שאלת זכאות
form-quiz = בדיקת זכאות
form-quiz-lead = נשאלת לפני שפותחים חשבון. תשובה יכולה להסביר מדוע בקשה לא תצליח, ומה אפשר לעשות במקום. דבר מזה לא נשמר.
form-edit = עריכת { $part }
form-new = הוספת { $part }
form-removal = הסרת { $part }?
form-add = הוספה
form-add-next = הוספה, ואז עוד אחת
form-add-question = הוספת שאלה
form-add-section = הוספת חלק
form-add-column = הוספת עמודה
form-add-quiz = הוספת שאלת זכאות
form-add-option = הוספת אפשרות
form-up = הזזה למעלה
form-down = הזזה למטה
form-copy = העתקה
form-remove = הסרה
form-keep-mine = לשמור את שלי במקומו
form-theirs = מה ששמור עכשיו

# סוגי שאלות.
form-kind-short-text = שורת טקסט אחת
form-kind-long-text = טקסט ארוך יותר
form-kind-number = מספר שלם
form-kind-money = סכום כסף
form-kind-date = תאריך
form-kind-place = מדינה ומקום
form-kind-yes-no = כן או לא
form-kind-choice = בחירה של אפשרות אחת
form-kind-choices = בחירה של כמה אפשרויות
form-kind-rows = שורות עם עמודות
form-kind-files = קבצים
form-kind-declaration = הצהרה לאישור

# תכונות.
form-badge-required = חובה
form-badge-hidden = לא לצוות המעריך
form-badge-sensitive = רגישה
form-badge-profile = על הארגון
form-badge-untranslated = חסר: { $languages }
form-stage-short = הטופס הקצר
form-stage-full = הטופס המלא
form-stage-short-long = בטופס הקצר, שכולם ממלאים
form-stage-full-long = בטופס המלא, רק אצל מי שהוזמנו אליו

# שדות של רכיב.
form-in-language = { $what } ({ $language })
form-group-words = ניסוח
form-words-lead = בזמן העבודה די בשפה אחת. כשחסרה שפה, מוצגת הראשונה שקיימת.
form-group-answer = איך עונים
form-group-options = תשובות
form-group-condition = מתי שואלים
form-group-traits = כללים
form-group-section = לאן זה שייך
form-group-code = קוד
form-field-title = כותרת
form-field-intro = פתיחה
form-field-label = שאלה
form-field-hint = הסבר
form-field-option = אפשרות
form-field-refusal = מדוע לא, ומה במקום
form-quiz-options-lead = יש להשאיר את ״מדוע לא״ ריק בכל תשובה שאיתה אפשר להמשיך.
form-field-kind = סוג התשובה
form-show-kind = הצגת השדות של סוג זה
form-kind-kept = { $kind }. זה נשאר, כי השאלה פורסמה והתשובות נקראות לפי זה. כדי לשאול אחרת, יש להוסיף שאלה חדשה ולהסיר את זו.
form-field-characters = מספר התווים המרבי
form-field-length = לכל היותר
form-field-unit = נספר לפי
form-unit-words = מילים
form-unit-characters = תווים
form-field-min = המספר הקטן ביותר
form-field-max = המספר הגדול ביותר
form-field-rows = מספר השורות המרבי
form-field-files = מספר הקבצים המרבי
form-field-own-currency = המטבע לבחירת מי שמגישים; אחרת זה המטבע של המחזור
form-option-number = אפשרות { $n }
form-condition-lead = שאלה יכולה לחכות לתשובה על שאלה קודמת: כן או לא, בחירה או הצהרה. תשובות שהוסתרו אחר כך נשמרות, ואינן נשקלות.
form-always = תמיד
form-field-decider = נשאלת
form-decider-gone = { $code } (כבר אינה שאלה קודמת)
form-show-answers = הצגת התשובות של שאלה זו
form-field-any-of = רק אם נבחרה אחת מהתשובות האלה
form-field-required = חובה
form-field-required-hint = אי אפשר להגיש בקשה בלעדיה.
form-field-hidden = לא להציג לצוות המעריך
form-field-hidden-hint = רק הצוות המנהל רואה את התשובה. נאמר זאת למי שמגישים.
form-field-sensitive = רגישה
form-field-sensitive-hint = התשובה עלולה לסכן מישהו. נאמר זאת ליד השאלה.
form-field-stage = שלב
form-field-profile = על הארגון עצמו
form-field-profile-hint = התשובות נשמרות אצל הארגון, ובבקשה הבאה די לאשר אותן במקום להקליד שוב.
form-field-code = קוד
form-code-lead = התשובות נשמרות לפי הקוד הזה. אם משאירים ריק, הוא נוצר מהמילים באנגלית. אחרי הפרסום הוא נשאר.
form-code-kept = הקוד הוא { $code }. הוא נשאר, כי הרכיב פורסם והתשובות נשמרות לפיו.

# הסרה.
form-removal-inside =
    { $n ->
        [one] יוסר יחד איתו
        [two] שני אלה יוסרו יחד איתו
       *[other] { $n } אלה יוסרו יחד איתו
    }
form-removal-hanging =
    { $n ->
        [one] שאלה זו מחכה לתשובה עליו: יש לשנות מתי היא נשאלת לפני הפרסום
        [two] שתי השאלות האלה מחכות לתשובה עליו: יש לשנות מתי הן נשאלות לפני הפרסום
       *[other] { $n } השאלות האלה מחכות לתשובה עליו: יש לשנות מתי הן נשאלות לפני הפרסום
    }
form-removal-public = ההסרה היא מהטיוטה בלבד. הגרסאות שפורסמו שומרות עליו, וכך גם כל התשובות שניתנו.
form-removal-draft = הוא מעולם לא פורסם, ואיש לא ענה עליו. מה שכתוב כאן יאבד.

# כמו שאחרים רואים.
form-preview = תצוגה מקדימה
form-preview-lead = כך זה נראה למי שמגישים. אפשר לנסות כל שדה; דבר לא נשמר.
form-preview-languages = שפה
form-preview-stages = שלב
form-preview-all = הכול
form-questions-title = כל השאלות, להדפסה
form-questions-lead = כפי שהן מופיעות בעמוד המחזור, לפני שפותחים חשבון.

# הבדלים.
form-change = שינוי
form-change-added = נוסף
form-change-removed = הוסר
form-change-changed = השתנה
form-aspects = מה בו
form-aspect-label = ניסוח
form-aspect-hint = הסבר
form-aspect-kind = סוג
form-aspect-limit = מגבלה
form-aspect-options = אפשרויות
form-aspect-required = חובה או לא
form-aspect-reviewers = מוצג לצוות המעריך או לא
form-aspect-sensitive = רגיש או לא
form-aspect-condition = מתי נשאל
form-aspect-stage = שלב
form-aspect-profile = על הארגון או לא
form-aspect-place = מקום

# פרסום.
form-publish = פרסום…
form-publish-version = פרסום גרסה { $version }
form-publish-do = פרסום הגרסה
form-publish-differences = מה משתנה
form-publish-same = אין מה לפרסם
form-publish-same-lead = הטיוטה זהה לגרסה שפורסמה.
form-publish-unfit =
    { $n ->
        [one] דבר אחד מונע את הפרסום
        [two] שני דברים מונעים את הפרסום
       *[other] { $n } דברים מונעים את הפרסום
    }
form-publish-no-rounds = אין כעת מחזור שיכול להשתמש בה. מחזורים חדשים ישתמשו בה.
form-publish-keeps = בקשות שכבר התחילו נשארות בגרסה שבה התחילו: שום תשובה לא אובדת ולא נדרשת שוב.
form-field-rounds = מחזורים שישתמשו בה מעכשיו
form-field-rounds-hint = מחזורים חדשים משתמשים בגרסה האחרונה. בקשות שכבר התחילו במחזורים אלה נשארות בגרסתן.
form-round-sent = כבר הוגשה בקשה, ולכן המחזור נשאר בגרסתו: כל מי שמשווים ביניהם עונים על אותן שאלות.
form-round-uses = הטופס של המחזור הזה: { $version }.
round-admin-form-version = גרסת הטופס
form-round-choose = שימוש בגרסה זו
form-field-version = גרסה אחרת
form-reset = ויתור על הטיוטה
form-reset-effect = הטיוטה תחזור להיות כמו גרסה { $version }.
form-reset-keeps = מה שהשתנה מאז יאבד. כדאי להוריד קודם את הטיוטה אם היא עשויה להידרש שוב.
form-reset-do = ויתור

# קבצים.
form-file = קובץ
form-download = הורדת הטופס כקובץ
form-file-remark = אפשר לשנות בכל עורך טקסט, ולייבא בעמוד הטופס.
form-import = ייבוא קובץ
form-import-lead = יש לבחור קובץ של טופס, או להדביק את תוכנו. קודם רואים מה ישתנה בטיוטה; דבר לא מתפרסם.
form-field-file = או הדבקת הקובץ (TOML)
form-field-file-hint = כמו שהורד מכאן, עד מגה־בייט אחד.
form-choose-file = קובץ של טופס (TOML)
form-import-look = הצגת מה שהטקסט שהודבק ישנה
form-import-look-file = הצגת מה שהקובץ ישנה
form-file-unread = נא לבחור קובץ טקסט של מגה־בייט אחד לכל היותר.
form-import-changes =
    { $n ->
        [one] רכיב אחד בטיוטה ישתנה
        [two] שני רכיבים בטיוטה ישתנו
       *[other] { $n } רכיבים בטיוטה ישתנו
    }
form-import-replaces = הקובץ יבוא במקום הטיוטה כולה.
form-import-do = שימוש בו כטיוטה
form-import-same = דבר לא ישתנה
form-import-same-lead = הקובץ זהה לטיוטה.
form-file-line = שורה { $line }: { $reason }
form-file-more =
    { $n ->
        [one] יש עוד שגיאה אחת.
        [two] יש עוד שתי שגיאות.
       *[other] יש עוד { $n } שגיאות.
    }

notice-form-added = נוסף לטיוטה.
notice-form-copied = הועתק. העותק נמצא אחריו.
notice-form-moved = הוזז.
notice-form-removed = הוסר מהטיוטה.
notice-form-published = פורסם.
notice-form-reset = הטיוטה בוטלה.
notice-form-imported = הקובץ הוא כעת הטיוטה. כדאי לעבור עליה, ואז לפרסם.

stale-form-part = מישהו אחר שינה את זה בינתיים. מה שהוקלד מופיע למטה; מה ששמור עכשיו מופיע מעליו.
stale-form-gone = מישהו אחר הסיר את זה בינתיים. מה שהוקלד מופיע למטה, כדי שיהיה אפשר להעתיק.
stale-form-draft = מישהו אחר שינה את הטיוטה בינתיים. דבר לא נעשה: יש לעיין בה שוב תחילה.
stale-form-same = הטיוטה זהה לגרסה שפורסמה. דבר לא נעשה.
stale-form-unfit = עדיין אי אפשר לפרסם את הטופס. בעמוד שלו רשום מה חסר.

error-form-words = נא לכתוב לפחות בשפה אחת.
error-form-answer = נא לסמן תשובה אחת לפחות.
error-form-code-kept = זה פורסם: הקוד נשאר, כי התשובות נשמרות לפיו.
error-form-code-other = הקוד הזה פורסם לסוג אחר של שאלה. יש לבחור קוד אחר, או את הסוג הקודם.
error-form-kind-kept = זה פורסם: הסוג נשאר, כי התשובות נקראות לפיו.
error-form-rows-kept = יש להסיר תחילה את העמודות.

# רשימת השאלות בעמוד של מחזור.
asked-stage-short = חלק מהטופס הקצר, שכולם ממלאים.
asked-stage-full = נשאל רק אצל מי שהוזמנו לטופס המלא.
asked-profile = נשמר אצל הארגון: בפעם הבאה די לאשר במקום להקליד שוב.

# הבדיקה.
quiz-title = האם אפשר להגיש בקשה?
quiz-link = בדיקה בשתי דקות: האם אפשר להגיש בקשה
quiz-lead = כמה שאלות, בלי חשבון. הן אומרות אם יש טעם בבקשה, ואם לא, מה עשוי לעזור במקום.
quiz-check = מה זה אומר
quiz-nothing-kept = התשובות לא נשמרות, לא כאן ולא בהיסטוריה של הדפדפן.
quiz-yes = אפשר להגיש בקשה
quiz-yes-lead = שום דבר בתשובות אינו מונע זאת. אם יינתן מענק, מחליטים אנשים שקוראים את הבקשה.
quiz-no = כנראה שזו אינה התוכנית המתאימה
quiz-no-lead = עדיף לומר זאת עכשיו ולא אחרי שעות של כתיבה. הנה הסיבה, ומה עשוי לעזור במקום.
quiz-round = כל מה שכדאי לדעת על המחזור
quiz-again = לענות שוב
