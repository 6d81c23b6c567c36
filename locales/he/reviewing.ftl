# היכן עומדות ההערכות בסבב.
progress-title = התקדמות ההערכות
progress-hint = מי פתחו, מי התחילו ומי שלחו; אפשר להזכיר למי שמאחרים.
progress-by-reviewer = לפי צוות מעריך
progress-by-application = לפי בקשה
progress-show = הצגה
progress-all = הכול
progress-unopened = טרם נפתח
progress-late = באיחור
progress-reminders = תזכורות
progress-assigned = שובץ
progress-opened = נפתח
progress-begun = התחיל
progress-sent = נשלח
progress-imported = נשלח מקובץ
progress-not-opened = טרם נפתח
progress-last = פעילות אחרונה
progress-reminded = תזכורת אחרונה
progress-muted = ללא תזכורות
progress-late-count =
    { $n ->
        [one] אחת באיחור
        [two] שתיים באיחור
       *[other] { $n } באיחור
    }
progress-opened-means = בקשה נפתחת לאחר הצהרה שאין ניגוד עניינים: ”נפתח“ פירושו ההצהרה הזו. מה שהובא מקובץ לא נפתח כאן.
progress-nobody = לאיש אין עדיין מה להעריך
progress-none-late = שום דבר אינו באיחור
progress-none-unopened = הכול נפתח
progress-not-late-yet = מועד ההערכות טרם הגיע: שום דבר עוד אינו באיחור
progress-of-application = מי פתחו, מי התחילו ומי שלחו

# מתי נשלחות תזכורות.
schedule-title = תזכורות
schedule-lead = לכל אחת ואחד נשלחת לכל היותר הודעה אחת ביום, בבוקר לפי שעונם: כמה הערכות ממתינות, וקישור. ביום המועד נשלחת הודעה בכל מקרה, ואחריו אחת בשבוע כל עוד משהו באיחור.
schedule-active = לשלוח תזכורות לצוות המעריך בסבב הזה
schedule-days = כמה ימים לפני המועד?
schedule-days-hint = מספרים כגון 7 2. אם השדה ריק, התזכורת נשלחת רק ביום עצמו.
schedule-off = כבויות
schedule-bare = ביום עצמו, ואחר כך מדי שבוע
schedule-told = ימים לפני המועד: { $days }; ביום עצמו, ואחר כך מדי שבוע
error-reminder-days = יש להזין לכל היותר { $times } מספרים, מ־1 עד { $most }.
remind-choose = תזכורת למסומנים…
remind-title = תזכורת עכשיו
remind-lead = לכל אחת ואחד נשלחת מיד הודעה ובה כמה הערכות בסבב הזה ממתינות, וקישור לרשימה.
remind-bound = לאיש לא נשלחת יותר מתזכורת אחת ביום, ולמי שביקשו לא לקבל או שלא נשאר להם מה לשלוח לא נשלח דבר.
remind-nobody = לא סומן איש. יש לחזור ולסמן לפחות שם אחד.
remind-submit = שליחת תזכורת
notice-reminded = בוצע. נשלחה הודעה לכל מי שאפשר היה להזכיר להם היום.

# הודעות תזכורת.
mail-reminder-subject = הערכות ממתינות לכם
mail-reminder-open =
    { $n ->
        [one] הערכה אחת ממתינה לכם.
        [two] שתי הערכות ממתינות לכם.
       *[other] { $n } הערכות ממתינות לכם.
    }
mail-reminder-overdue =
    { $n ->
        [one] אחת מהן באיחור.
        [two] שתיים מהן באיחור.
       *[other] { $n } מהן באיחור.
    }
mail-reminder-today = מועד ההערכה הבאה היום.
mail-reminder-next =
    { $n ->
        [one] מועד ההערכה הבאה מחר.
        [two] מועד ההערכה הבאה בעוד יומיים.
       *[other] מועד ההערכה הבאה בעוד { $n } ימים.
    }
mail-reminder-link = הרשימה שלכם כאן:

    { $link }
mail-reminder-mute = אם אינכם רוצים תזכורות, אפשר לבחור זאת בחשבון שלכם:

    { $link }
field-reminders = תזכורות על הערכות
field-reminders-hint = לכל היותר הודעה אחת ביום, עם מספרים וקישור. הצוות רואה מי ביקשו לא לקבל.
reminders-on = להזכיר לי לפני המועד ואחריו
reminders-off = ללא תזכורות

# הערכות מקובץ.
import-title = ייבוא הערכות
import-lead = הערכות שנכתבו במקום אחר, כטבלה. קודם היא נבדקת; שום דבר לא נשמר לפני שראיתם מה יש בה.
import-file-hint = CSV עם פסיקים, נקודה ופסיק או טאבים, עד 8 מגה־בייט. קבצים גדולים יותר מייבאים משורת הפקודה.
import-layouts = שני מבנים
import-wide = שורה לכל הערכה
import-wide-hint = עמודה לקוד של כל קריטריון: נקודות שלמות או ”cannot judge“. נימוקים נכתבים בעמודות כגון values_reason. אפשר לוותר עליהן, וגם על recommendation‏ (fund,‏ fund_if,‏ do_not_fund), על confidence‏ (low,‏ medium,‏ high) ועל comment.
import-long = שורה לכל ציון
import-long-hint = אפשר לוותר על העמודה justification. לכל הערכה דרוש ציון בכל קריטריון.
import-ready-title = הערכות מוכנות לייבוא
import-new =
    { $n ->
        [0] אין הערכות חדשות.
        [one] הערכה חדשה אחת.
        [two] שתי הערכות חדשות.
       *[other] { $n } הערכות חדשות.
    }
import-people =
    { $n ->
        [one] של אדם אחד בצוות המעריך.
        [two] של שני אנשים בצוות המעריך.
       *[other] של { $n } אנשים בצוות המעריך.
    }
import-applications =
    { $n ->
        [one] על בקשה אחת.
        [two] על שתי בקשות.
       *[other] על { $n } בקשות.
    }
import-assigned =
    { $n ->
        [one] אחת מהן באה עם שיבוץ חדש.
        [two] שתיים מהן באות עם שיבוץ חדש.
       *[other] { $n } מהן באות עם שיבוץ חדש.
    }
import-same =
    { $n ->
        [one] הערכה אחת כבר קיימת.
        [two] שתי הערכות כבר קיימות.
       *[other] { $n } הערכות כבר קיימות.
    }
import-passed-over = עמודות שאינן נקראות: { $columns }
import-means = כל אחת נשמרת כהערכה שנשלחה בשם מי שכתבו אותה, עם ציון שאתם ייבאתם אותה. לכל אחת ואחד נשלחת הודעה, ואפשר לשנות מה שאינו נכון.
import-submit = ייבוא
notice-imported = הייבוא בוצע. לצוות המעריך נשלחו הודעות.
stale-import-gone = הקובץ הזה כבר יובא, או נמחק לאחר יום.
stale-import-changed = הקובץ השתנה בזמן הקריאה. שום דבר לא יובא.
mail-imported-subject = הערכות נרשמו בשמכם
mail-imported-body =
    { $n ->
        [one] הערכה אחת נרשמה בשמכם מקובץ.
        [two] שתי הערכות נרשמו בשמכם מקובץ.
       *[other] { $n } הערכות נרשמו בשמכם מקובץ.
    } נא לבדוק שזה אכן מה שאמרתם:

    { $link }
review-imported = ההערכה הזו יובאה מקובץ בידי { $who } ב־{ $when }. לא אתם שלחתם אותה כאן. אם זה לא מה שאמרתם, אפשר לשנות אותה או לפנות לצוות התוכנית.
review-imported-declaration = הצהרה שאין לכם ניגוד עניינים עם המבקשים יובאה מקובץ בידי { $who }. אם יש ניגוד עניינים, יש להצהיר עליו למטה.
review-version-imported = יובא מקובץ בידי { $who }

error-reviews-cells = יש לתקן את מה שמופיע למטה ולהביא את הקובץ שוב. שום דבר לא יובא.
error-reviews-layout = השורה הראשונה אינה מתאימה לאף אחד מהמבנים. דרושות העמודות application ו־reviewer, ובנוסף criterion ו־score או עמודה לכל אחד מאלה: { $codes }.
error-reviews-reason-column = העמודה ”{ $column }“ אינה שייכת לאף קריטריון בסבב הזה.
error-reviews-empty = אין הערכות בקובץ הזה.
error-reviews-twice = ההערכה הזו של הבקשה כבר מופיעה בשורה { $row }.
error-reviews-criterion = אין בסבב הזה קריטריון ”{ $cell }“.
error-reviews-criterion-twice = הקריטריון הזה כבר קיבל ציון בשורה { $row }.
error-reviews-criterion-lacks = לקריטריונים האלה אין ציון: { $criteria }.
error-reviews-score-missing = יש לתת ציון, או לכתוב ”cannot judge“.
error-reviews-text = ”{ $cell }“ אינו ציון. יש לכתוב נקודות שלמות או ”cannot judge“.
error-reviews-ambiguous = אפשר לקרוא את ”{ $cell }“ בשתי דרכים. יש לכתוב נקודות שלמות.
error-reviews-fraction = ”{ $cell }“ אינו מספר נקודות שלם.
error-reviews-outside = { $cell } מחוץ לסולם שבין 0 ל־{ $most }.
error-reviews-recommendation = ”{ $cell }“ אינה המלצה. יש לכתוב fund,‏ fund_if או do_not_fund, או להשאיר ריק.
error-reviews-confidence = ”{ $cell }“ אינה מידת ביטחון. יש לכתוב low,‏ medium או high, או להשאיר ריק.
error-reviews-not-found = אין בקשה כזו בסבב הזה.
error-reviews-not-in-review = הבקשה הזו אינה בהערכה.
error-reviews-left = המעריך או המעריכה עזבו את הבקשה הזו.
error-reviews-begun = הערכה של הבקשה כבר התחילה כאן, והיא הייתה הולכת לאיבוד.
error-reviews-sent = הערכה אחרת של הבקשה כבר נשלחה בשם זה.
