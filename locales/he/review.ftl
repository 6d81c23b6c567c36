# הערכות מצד הצוות המעריך: הרשימה, ההצהרה, עמוד ההערכה.
reviews-title = ההערכות שלך
reviews-lead = הבקשות ששובצו לך להערכה. מה שהמועד שלו קרוב יותר מופיע תחילה.
reviews-progress-label = הערכות שנשלחו
reviews-progress = הערכות שנשלחו: { $done } מתוך { $total }
reviews-tabs = הערכות לפי מצב
reviews-to-do = לביצוע
reviews-sent = נשלחו
reviews-to-do-caption = הערכות שיש לכתוב
reviews-sent-caption = הערכות ששלחת
reviews-application = בקשה
reviews-round = מחזור
reviews-due = עד מתי
reviews-when-sent = נשלחה
reviews-state = מצב
reviews-none = עדיין אין מה להעריך
reviews-none-lead = כשצוות התוכנית ישבץ לך בקשה, תישלח אליך הודעה והבקשה תופיע כאן.
reviews-all-sent = הכול הושלם
reviews-all-sent-lead = כל ההערכות שהתבקשת לכתוב נשלחו. תודה. אפשר לשנות אותן עד לסגירת המחזור.
reviews-none-sent = עדיין לא נשלח דבר
reviews-none-sent-lead = הערכות יופיעו כאן לאחר שיישלחו.

review-state-declare = נדרשת הצהרה
review-state-new = טרם התחילה
review-state-draft = טיוטה
review-state-sent = נשלחה

review-left-days =
    { $n ->
        [one] נותר יום אחד
        [two] נותרו יומיים
       *[other] נותרו { $n } ימים
    }
review-left-hours =
    { $n ->
        [one] נותרה שעה אחת
        [two] נותרו שעתיים
       *[other] נותרו { $n } שעות
    }
review-left-within-hour = נותרה פחות משעה
review-overdue = באיחור
review-overdue-days =
    { $n ->
        [one] באיחור של יום אחד
        [two] באיחור של יומיים
       *[other] באיחור של { $n } ימים
    }

declare-title = האם יש לך ניגוד עניינים?
declare-lead = לפני קריאת הבקשה, נא לומר לנו אם משהו עלול להטות את שיקול הדעת שלך, או להיראות כך.
declare-again-lead = הצהרת בעבר שאין לך ניגוד עניינים. אם התגלה מאז ניגוד עניינים, נא לספר לנו כאן.
declare-subject = של מי הבקשה
declare-organisation = ארגון
declare-base = מקום הפעילות
declare-website = אתר
declare-registered = רישום
declare-question = מה הקשר שלך לארגון הזה?
declare-note = משהו נוסף שכדאי שנדע
declare-note-hint = די במשפט אחד. צוות התוכנית יכול לקרוא אותו; מגישי הבקשה לא. אם בחרת ״קשר אחר״, נא לכתוב כאן.
declare-consequence = אם יש ניגוד עניינים, הבקשה תועבר להערכה של מישהו אחר ולא תוצג לך עוד. אין בכך שום אשמה, ואיש לא יבקש ממך להוכיח זאת.
declare-submit = מסירת ההצהרה והמשך
declare-back-to-review = חזרה להערכה
declare-thanks-title = תודה שסיפרת לנו
declare-thanks-lead = הבקשה הזו לא תוצג לך עוד, ומה שאולי כבר כתבת עליה אינו נספר.
declare-thanks-next = מה יקרה עכשיו
declare-thanks-next-text = צוות התוכנית רואה שפרשת מהטיפול בבקשה ויכול לפנות למישהו אחר. אין צורך לעשות דבר נוסף.
declare-thanks-back = להערכות שלך

conflict-none = אין לי ניגוד עניינים
conflict-none-hint = שום דבר מהרשימה שלמטה אינו נכון לגביי, לא כיום ולא בשלוש השנים האחרונות.
conflict-staff = עבודה בארגון או חברות בוועד המנהל שלו
conflict-staff-hint = גם בהתנדבות, בייעוץ או במועמדות, כיום או בשלוש השנים האחרונות.
conflict-family = קרבה אישית למישהו שם, או סכסוך אישי
conflict-family-hint = קרבת משפחה, זוגיות, חברות קרובה או מחלוקת אישית.
conflict-funder = מימון של הארגון, או עבודה בגוף שמממן אותו
conflict-funder-hint = גם אם ההחלטה על התמיכה מתקבלת בימים אלה.
conflict-collaborator = עבודה משותפת עם הארגון
conflict-collaborator-hint = פרויקט, פרסום או בקשה משותפים, כיום או בשלוש השנים האחרונות.
conflict-litigation = עמדה לצד הארגון או נגדו בבית משפט או במאבק ציבורי
conflict-litigation-hint = כצד בהליך, בייצוג משפטי, בעדות או בהתבטאות פומבית.
conflict-same = שייכות לאותו ארגון או לאותה רשת
conflict-same-hint = גם סניף, ארגון חבר או גוף קשור.
conflict-other = קשר אחר
conflict-other-hint = נא לפרט בהערה שלמטה.

review-title = הערכה של { $reference }
review-application = הבקשה
review-contents = חלקי הבקשה
review-requested = הסכום המבוקש
review-community = קהילה
review-due = מועד ההערכה
review-yours = ההערכה שלך
review-to-yours = להערכה שלך
review-guidance = נא לבחור את הציון שהתיאור שלו מתאים ביותר ולנמק בכמה משפטים, עד 4,000 תווים לכל קריטריון. אם אין בבקשה די מידע, נא לבחור ״אין אפשרות להעריך״: זה נחשב כציון חסר, לעולם לא כאפס.
review-note-merit = { "\u2066" }{ $weight }%{ "\u2069" } מהציון, איכות
review-note-priority = { "\u2066" }{ $weight }%{ "\u2069" } מהציון, קדימות
review-note-gate = { "\u2066" }{ $weight }%{ "\u2069" } מהציון, נדרש אימות לפני מתן מענק
review-cannot-judge = אין אפשרות להעריך
review-points = { $points } מתוך { $most }
review-why = הנימוקים שלך: { $criterion }
review-comment = הערות לוועדה
review-comment-hint = על הבקשה כולה: מה חשוב ביותר, מה לשאול, למה לשים לב.
review-elsewhere = מה שנשמר בחלון האחר:
review-save = שמירת הטיוטה
review-send = שליחת ההערכה
review-send-changes = שליחת השינויים
review-not-saved = עדיין לא נשמר
review-saved-at = נשמר: { $when }
review-sent-at = נשלח: { $when }
review-score-so-far = הציון שלך עד כה
review-score-sent = הציון שלך
review-total = סך הכול
review-of-hundred = מתוך 100
review-merit = איכות
review-priority = קדימות
review-totals = סך הכול { $total }, איכות { $merit }, קדימות { $priority }
review-incomplete = הערכת { "\u2066" }{ $weight }%{ "\u2069" } מהמשקל. הערכה שבה יותר משליש מהמשקל נותר ללא ציון נשמרת ומוצגת, אך אינה נכללת בחישוב הציון.
review-history =
    { $n ->
        [one] נשלחה פעם אחת
        [two] נשלחה פעמיים
       *[other] נשלחה { $n } פעמים
    }
review-version = גרסה { $number }
review-none-written = לא כתבת הערכה לבקשה הזו.
review-conflict-late = התגלה ניגוד עניינים?
review-conflict-late-link = פרישה מהטיפול בבקשה
review-others = מה כתבו אחרים בצוות המעריך
review-others-none = עדיין לא התקבלה הערכה נוספת.
review-others-caption = הציונים זה לצד זה
review-others-blind = שמות הצוות המעריך אינם גלויים בתוך הצוות. קו במקום ציון פירושו ״אין אפשרות להעריך״.
review-others-sent = נשלח
review-criterion = קריטריון
review-you = שלך
review-other = הערכה { $letter }
notice-review-saved = הטיוטה נשמרה. איש לא יראה אותה עד שתישלח.
notice-review-sent = ההערכה נשלחה. אפשר לשנות אותה עד לסגירת המחזור.

stale-declare-first = נא להצהיר תחילה אם יש לך ניגוד עניינים.
stale-reviews-closed = המחזור הזה סגור, ולכן אפשר לקרוא הערכות אך אי אפשר עוד לשנות אותן.
stale-own-review-first = יש לשלוח תחילה את ההערכה שלך.
stale-review-sent = ההערכה הזו כבר נשלחה. נא לטעון את העמוד מחדש; עדיין אפשר לשלוח שינויים.
stale-review-elsewhere = בינתיים שמרת את ההערכה הזו בחלון אחר. מה שכתבת כאן עדיין לא נשמר. נא להשוות למה שנשמר, ואז לשמור או לשלוח שוב.

# מה ממליצים ועד כמה בטוחים, הציון הראשון החתום, וסדר הרשימה.
reviews-order = סדר:
reviews-order-due = לפי מועד
reviews-order-least = מעט הערכות תחילה
reviews-order-shuffled = סדר אקראי משלך
review-recommendation = המלצה
review-recommendation-hint = מה היית מחליט או מחליטה. מוצגת לוועדה ואינה חלק מהציון.
recommend-fund = לממן
recommend-fund-if = לממן בתנאים
recommend-fund-if-hint = נא לציין את התנאים בהערות.
recommend-do-not-fund = לא לממן
review-confidence = מידת הביטחון
review-confidence-hint = עד כמה יש ביטחון בהערכה הזאת בכללותה. אינה חלק מהציון.
confidence-low = נמוכה
confidence-medium = בינונית
confidence-high = גבוהה
review-verdict = { $recommendation } · ביטחון: { $confidence }
review-reason = הסיבה לשינוי ההערכה
review-reason-hint = נדרשת כשציון או המלצה משתנים. הציונים הראשונים נשמרים לצד החדשים, עם הסיבה הזאת.
review-first-total = בשליחה הראשונה: { $total }. הציון הראשון חתום ונשאר עם ההערכה.
review-version-first = גרסה ראשונה, חתומה
review-version-reason = הסיבה: { $reason }
review-moved = { $now } (בתחילה { $first })
review-mean-moved = ממוצע הציונים הראשונים { $first }, עכשיו { $now }
review-mean-moved-criteria = ממוצע הציונים הראשונים { $first } לפי הקריטריונים של אז, עכשיו { $now } לפי הקריטריונים הנוכחיים
review-evidence = מתוך הבקשה
review-keys = על קריטריון, מקשי הספרות בוחרים ציון (1 ואז 0 עבור עשר), והמקש n בוחר ״אין אפשרות להעריך״.
review-send-next = שליחה ומעבר לבאה
review-save-next = שמירה ומעבר לבאה
review-decline = אין זמן, או שזה לא התחום שלך?
decline-title = ויתור על ההערכה הזאת
decline-lead = הבקשה תעבור ממך ומישהו אחר יוכל להעריך אותה. זו הימנעות, והיא אינה אומרת דבר על המבקשים.
decline-conflict = הסיבה היא קשר למבקשים? נא לספר לנו על כך במקום זה:
decline-conflict-link = הצהרה על ניגוד עניינים
decline-reason = סיבת הוויתור
decline-reason-hint = מספיק משפט אחד, כגון ״לא התחום שלי״ או ״אין זמן עד המועד״. צוות התוכנית קורא אותו.
decline-submit = ויתור על ההערכה
notice-assignment-declined = ויתרת על ההערכה. צוות התוכנית רואה זאת ויכול לפנות לאחרים.
abstain-ask = אינך עומד עוד מאחורי הציונים, או שבכל זאת זה לא התחום שלך?
abstain-title = הימנעות מהערכת הבקשה הזאת
abstain-lead = הבקשה תעבור ממך, וההערכה שלך לא תיספר עוד: לא בסכומים, לא בממוצעים, לא בדירוג ולא במדד ההסכמה. מה ששלחת לראשונה נשאר חתום ושמור. צוות התוכנית רואה שנמנעת ומדוע, ויכול להקצות לך את הבקשה שוב; אז ההערכה שלך תיספר שוב.
abstain-reason = סיבת ההימנעות
abstain-submit = הימנעות
stale-abstain-unassigned = הבקשה הזאת לא הוקצתה לך, ולכן אין על מה לוותר.
