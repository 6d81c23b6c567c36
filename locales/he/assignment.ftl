# שיבוץ בקשות לצוות המעריך.
assignment-title = הצוות המעריך
assignment-given = למי הבקשה שובצה
assignment-reviewer = שם
assignment-email = כתובת דוא״ל
assignment-since = מאז
assignment-state = הערכה
assignment-end = ביטול השיבוץ
assignment-not-begun = טרם התחילה
assignment-begun = בעבודה
assignment-submitted = נשלחה
assignment-recused = פרישה: ניגוד עניינים
assignment-free = למי אפשר לשבץ
assignment-barred = למי אי אפשר לשבץ
assignment-choose = בחירה
assignment-owes = הערכות שעוד לא נשלחו
assignment-submit = שיבוץ
assignment-nobody = אין אנשים נוספים שיכולים להעריך את הבקשה
assignment-nobody-lead = צריך להזמין תחילה מישהו בתפקיד הערכה.
assignment-none = אין
assignment-bulk-title = שיבוץ הצוות המעריך
assignment-bulk-lead = כל בקשה שסומנה תשובץ לכל מי שסומנו. שיבוצים שכבר קיימים נשארים כפי שהם.
assignment-applications = בקשות בהערכה
assignment-reviewers = הצוות המעריך
assignment-none-in-review = אין בקשות בהערכה
assignment-none-in-review-lead = בקשות יופיעו כאן לאחר שנמצא בבדיקת הסף שהן עומדות בתנאים.
notice-assigned = השיבוץ נשמר. נשלחו הודעות לצוות המעריך.
notice-unassigned = השיבוץ בוטל.

bar-not-reviewer = ללא תפקיד הערכה, או שהחשבון מושבת
bar-member = שייכות לארגון
bar-conflict = ניגוד עניינים
bar-assigned = הבקשה כבר שובצה

mail-assigned-subject = יש בקשות שממתינות להערכה שלך
mail-assigned-body =
    { $n ->
        [one] שובצה לך בקשה להערכה.
        [two] שובצו לך שתי בקשות להערכה.
       *[other] שובצו לך { $n } בקשות להערכה.
    } לפני שבקשה נפתחת, תופיע שאלה אם יש לך קשר כלשהו לארגון. הרשימה שלך נמצאת כאן:

    { $link }
assignment-declined = ויתרו
assignment-declined-lead = המעריכים האלה עזבו מחוסר זמן או תחום. זו הימנעות ולא ניגוד עניינים, ואפשר לפנות אליהם שוב.
assignment-abstained = הימנעות
assignment-uncounted = הערכה נשלחה ב־{ $when }. היא נשארת חתומה ושמורה, ואינה נספרת אלא אם הבקשה תוקצה שוב לאותו אדם.

# מה מביאים לצוות המעריך.
reviewing-title = על עבודת ההערכה שלך
reviewing-of = הערכה: { $name }
reviewing-lead = מה שנכתב כאן עוזר לשבץ לך בקשות שאפשר לך לשפוט.
reviewing-lead-staff = הפרטים משמשים בשיבוץ בקשות. גם מי שמעריכים יכולים לשנות אותם.
reviewing-languages = באילו שפות נוח לך לקרוא ולהעריך בקשה?
reviewing-places = אילו מקומות מוכרים לך?
reviewing-expertise = באילו סוגי תמיכה יש לך ניסיון?
reviewing-cap = כמה הערכות לכל היותר בסבב אחד?
reviewing-cap-hint = מספר. אפשר להשאיר ריק אם אין גבול.
reviewing-submit = שמירה
reviewing-change = שפות, מקומות, ניסיון, מספר ההערכות
reviewing-link = הערכה
error-review-bound = יש להזין מספר מ־1 עד { $most }.

# שיבוץ סבב שלם.
allocation-title = שיבוץ הסבב
allocation-lead = אפשר לקבל הצעה מהתוכנה, להביא קובץ או לבחור ידנית. שום דבר לא ישובץ לפני שראיתם אותו.
allocation-waiting = תוכנית מ־{ $when } ממתינה לכם
allocation-propose-title = הצעה
allocation-number = כמה הערכות צריכות להיות לכל בקשה?
allocation-number-hint = הערכות שכבר שובצו נספרות.
allocation-cap = כמה הערכות לאדם לכל היותר בסבב הזה?
allocation-cap-hint = כולל אלה שכבר שובצו. גם הגבול האישי של כל אחת ואחד נשמר.
allocation-first = מה חשוב יותר?
allocation-first-even = עומס שווה, ואחר כך התאמה
allocation-first-fit = התאמה, ואחר כך עומס שווה
allocation-prefer = מה נחשב התאמה?
allocation-prefer-language = קריאה בשפת הבקשה
allocation-only-readers = רק מי שקוראים את שפת הבקשה, ואף אחד אחר
allocation-prefer-place = היכרות עם המקום
allocation-prefer-expertise = ניסיון בסוג התמיכה
allocation-propose = הכנת הצעה
allocation-others = דרכים אחרות
allocation-plan-title = שיבוצים מתוכננים
allocation-pairs =
    { $n ->
        [one] ייעשה שיבוץ אחד.
        [two] ייעשו שני שיבוצים.
       *[other] ייעשו { $n } שיבוצים.
    }
allocation-already =
    { $n ->
        [one] שורה אחת בקובץ מתארת שיבוץ קיים.
        [two] שתי שורות בקובץ מתארות שיבוצים קיימים.
       *[other] { $n } שורות בקובץ מתארות שיבוצים קיימים.
    }
allocation-proved = הוכח: לפי הסדר שבחרתם, אין תוכנית טובה יותר.
allocation-unproved = לא ניתן היה להוכיח שזו התוכנית הטובה ביותר.
allocation-missing =
    { $n ->
        [one] הערכה אחת אי אפשר לשבץ לאיש.
        [two] שתי הערכות אי אפשר לשבץ לאיש.
       *[other] { $n } הערכות אי אפשר לשבץ לאיש.
    }
allocation-assigned =
    { $n ->
        [0] לא נעשה שום שיבוץ.
        [one] נעשה שיבוץ אחד, ונשלחה הודעה.
        [two] נעשו שני שיבוצים. לכל אחת ואחד נשלחה הודעה אחת.
       *[other] נעשו { $n } שיבוצים. לכל אחת ואחד נשלחה הודעה אחת.
    }
allocation-lacks = זה לא אפשרי
allocation-lack =
    { $n ->
        [one] { $short }: חסרות { $wanted }. מעבר ל־{ $elsewhere } מאחרים, רק אלה יכולים לקרוא אותה, ויש להם יחד מקום ל־{ $room }: { $people }.
        [two] חסר אצל { $short }. לשתי הבקשות האלה חסרות יחד { $wanted }. מעבר ל־{ $elsewhere } מאחרים, רק אלה יכולים לקרוא אותן, ויש להם יחד מקום ל־{ $room }: { $people }.
       *[other] חסר אצל { $short }. ל־{ $n } הבקשות האלה חסרות יחד { $wanted }. מעבר ל־{ $elsewhere } מאחרים, רק אלה יכולים לקרוא אותן, ויש להם יחד מקום ל־{ $room }: { $people }.
    }
allocation-lack-alone =
    { $n ->
        [one] { $short }: חסרות { $wanted }. רק אלה יכולים לקרוא אותה, ויש להם יחד מקום ל־{ $room }: { $people }.
        [two] חסר אצל { $short }. לשתי הבקשות האלה חסרות יחד { $wanted }. רק אלה יכולים לקרוא אותן, ויש להם יחד מקום ל־{ $room }: { $people }.
       *[other] חסר אצל { $short }. ל־{ $n } הבקשות האלה חסרות יחד { $wanted }. רק אלה יכולים לקרוא אותן, ויש להם יחד מקום ל־{ $room }: { $people }.
    }
allocation-lack-nobody = { $short }: חסרות { $wanted }, ורק { $elsewhere } אפשריות. לכל השאר אי אפשר לשבץ, או שהבקשה כבר אצלם.
allocation-left = לא שובצו, כי משהו השתנה בינתיים
allocation-left-pair = { $reviewer }, { $reference }: { $why }
allocation-left-status = הבקשה כבר אינה בהערכה
allocation-nothing = אין מה לשבץ
allocation-nothing-text = לכל בקשה יש הערכות, או שלא נשאר מי שיכולים להעריך.
allocation-apply = שיבוץ
allocation-apply-hint = כל שיבוץ נבדק שוב. לכל אחת ואחד נשלחת הודעה אחת.
allocation-again = הצעה חדשה
allocation-file-again = קובץ אחר
allocation-by-application = לפי בקשה
allocation-pairs-why = צוות מעריך ונימוקים
allocation-leave-out = השמטה
allocation-loads = כמה משובץ לכל אחת ואחד
allocation-load-new = הערכות חדשות
notice-left-out = הושמט.
notice-plan-applied = בוצע.
stale-plan-applied = התוכנית הזו כבר בוצעה.
reason-language = קריאה ב{ $language }
reason-unread = ללא קריאה ב{ $language }
reason-place = היכרות עם { $place }
reason-topic = ניסיון ב{ $topic }
reason-domain = כתובת הדוא״ל באותו שם מתחם כמו של הארגון: כדאי לבדוק שוב
reason-website = הכתובת או השיוך באותו שם מתחם כמו אתר הארגון: כדאי לבדוק שוב
reason-namesake = שם זהה למישהו מהנהלת הארגון או מחבריו: כדאי לבדוק שוב
reason-affiliation = הארגון הזה רשום בין השיוכים: כדאי לבדוק שוב
reason-load = מהעומסים הקלים
reason-room = מי שמתאימים יותר מנועים או שיש להם די

# שיבוץ מקובץ.
allocation-file-title = שיבוץ מקובץ
allocation-file-lead = טבלה עם שורה לכל שיבוץ. קודם היא נבדקת; שום דבר לא ישובץ לפני שראיתם אותו.
allocation-file = טבלה (CSV)
allocation-file-hint = העמודות: מספר הבקשה וכתובת הדוא״ל של מי שמעריכים. מופרדות בפסיק, בנקודה ופסיק או בטאב.
allocation-file-check = בדיקת הקובץ
allocation-wrong = מה צריך תיקון
allocation-wrong-row = שורה
allocation-wrong-column = עמודה
allocation-wrong-why = הבעיה
allocation-wrong-more =
    { $n ->
        [one] ועוד אחת.
        [two] ועוד שתיים.
       *[other] ועוד { $n }.
    }
error-file-cells = יש לתקן את מה שמופיע למטה ולהביא את הקובץ שוב. שום דבר לא שובץ.
error-file-none = יש לבחור קובץ.
error-file-table = זו אינה טבלה בטקסט UTF-8, או שהיא גדולה מדי.
error-file-application = אין בקשה כזו בהערכה בסבב הזה.
error-file-reviewer = אין בצוות המעריך מי שזו כתובתו.
error-table-empty = הקובץ ריק.
error-table-row = אי אפשר לקרוא את השורה הזו.
error-table-rows = בטבלה יכולות להיות { $most } שורות.
error-table-column = העמודה ”{ $column }“ חסרה.
error-table-twice = יש שתי עמודות ”{ $column }“.
error-table-more = בשורה הזו יש יותר תאים משמות בשורה הראשונה. פסיק בתוך תא, כמו ב־3,5, דורש מירכאות סביב התא.

# ביטול שיבוצים.
allocation-end-title = ביטול מה שטרם התחיל
allocation-end-lead = ממי שסומנו יילקחו כל הבקשות בסבב הזה שטרם התחילו להעריך. הערכות שכבר התחילו נשארות.
allocation-end-none = אין מה לבטל
allocation-end-none-text = כל מה ששובץ בסבב הזה כבר בעבודה, או שלא שובץ דבר.
allocation-end-submit = ביטול השיבוצים
