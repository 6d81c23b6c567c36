# הקריטריונים של תוכנית כפי שהצוות המנהל כותב אותם, והגרסה שמחזור משתמש בה.
rubric-title = קריטריונים
rubric-of = הקריטריונים של { $programme }
rubric-open = לקריטריונים
rubric-add = הוספת קריטריון
rubric-edit = עריכת הקריטריון
rubric-new = קריטריון חדש
rubric-back-to-work = חזרה לקריטריונים
rubric-all-versions = כל גרסאות הקריטריונים
rubric-weights = משקלות
rubric-sum = { $sum } מתוך { $whole }
rubric-fact-criteria = קריטריונים
rubric-fact-gates = נדרשים למתן מענק
rubric-scale = { "\u2066" }0–{ $most }{ "\u2069" }
rubric-point = ציון { $n }
rubric-no-weight = אינו חלק מהציון
rubric-kind-gate = תנאי סף
rubric-reason-free = נימוקים אינם חובה
rubric-anchor-missing = טרם נכתב

# השדות של קריטריון.
rubric-field-name = שם
rubric-field-guidance = הנחיה
rubric-field-anchor = מה המשמעות
rubric-group-counts = איך הוא נספר
rubric-field-kind = סוג
rubric-merit-hint = עד כמה הארגון והבקשה טובים. נספר לפי המשקל.
rubric-priority-hint = עד כמה הלחץ על הארגון כבד. נספר לפי המשקל.
rubric-gate-hint = תנאי למתן מענק. מוערך ומוצג, אך אינו חלק מהציון ואין לו משקל.
rubric-field-weight = משקל באחוזים
rubric-field-weight-hint = משקל שאר הקריטריונים יחד הוא { $others }; נותרו { $left } מתוך 100. לתנאי סף אין משקל.
rubric-field-gate = נדרש למתן מענק
rubric-field-gate-hint = לפני מתן מענק נדרש אימות, או ויתור מתועד. תנאי סף נדרש תמיד.
rubric-group-scale = סולם
rubric-scale-lead = הצוות המעריך רואה את המשפטים האלה לצד הציונים. הם המשמעות של כל ציון: אחרי שגרסה פורסמה, משפט ששונה דורש הערכה מחדש.
rubric-field-scale = ציונים
rubric-show-scale = הצגת השדות של סולם זה
rubric-group-reviewers = מה כותבים ורואים בהערכה
rubric-field-reason = נימוקים הם חובה
rubric-field-reason-hint = אי אפשר לשלוח הערכה עם ציון כאן בלי כמה מילות נימוק. טיוטה אפשר לשמור בלעדיהן.
rubric-evidence = מתוך הבקשה
rubric-evidence-lead = התשובות לשאלות אלה מוצגות לצד הקריטריון. אפשר לבחור רק שאלות שהצוות המעריך רואה.
rubric-evidence-chosen =
    { $n ->
        [0] לא נבחרה שאלה
        [one] נבחרה שאלה אחת
        [two] נבחרו שתי שאלות
       *[other] נבחרו { $n } שאלות
    }
rubric-evidence-unasked = אינן בטופס שפורסם, או אינן מוצגות לצוות המעריך
rubric-code-hint = קובצי ייצוא מציינים את הקריטריון בקוד הזה. אם משאירים ריק, הוא נוצר מהשם באנגלית. אחרי הפרסום הוא נשאר.
rubric-code-kept = הקוד הוא { $code }. הוא נשאר, כי הקריטריון פורסם וקובצי ייצוא מציינים אותו כך.

# הסרה.
rubric-removal = להסיר את הקריטריון?
rubric-removal-public = ההסרה היא מהטיוטה בלבד. הגרסאות שפורסמו שומרות עליו, וכך גם כל הערכה שנתנה לו ציון.
rubric-removal-draft = הוא מעולם לא פורסם ואיש לא העריך לפיו. מה שכתוב כאן יאבד.

# הבדלים ומה שהם עושים.
rubric-class-words = ניסוח בלבד
rubric-class-weight = משקל
rubric-class-scale = סולם או תיאורים
rubric-class-new = חדש
rubric-class-gone = הוסר
rubric-texts = מה נוסח אחרת
rubric-aspect-name = שם
rubric-aspect-guidance = הנחיה
rubric-aspect-kind = סוג: { $from } הופך ל{ $to }
rubric-aspect-gate = מעתה נדרש למתן מענק
rubric-aspect-no-gate = אינו נדרש עוד למתן מענק
rubric-aspect-weight = משקל: מ־{ $from } ל־{ $to }
rubric-aspect-scale = סולם: מ־{ $from } ל־{ $to }
rubric-aspect-anchors = משמעות הציונים
rubric-aspect-reason = מעתה נימוקים הם חובה
rubric-aspect-no-reason = נימוקים אינם חובה עוד
rubric-aspect-evidence = השאלות מתוך הבקשה
rubric-aspect-place = מקום בסדר

# פרסום.
rubric-rounds-hint = מחזורים חדשים משתמשים בגרסה האחרונה. אפשר לבחור כאן רק מחזורים שבהם ההערכה טרם התחילה.
rubric-publish-pinned = במחזורים אלה ההערכה כבר התחילה, ולכן הם נשארים בגרסתם. בעמוד של כל אחד מהם רואים באילו הערכות שינוי ייגע:

# קבצים ותצוגה מקדימה.
rubric-download = הורדת הקריטריונים כקובץ
rubric-file-remark = אפשר לשנות בכל עורך טקסט, ולייבא בעמוד הקריטריונים.
rubric-import-lead = יש לבחור קובץ של קריטריונים, או להדביק את תוכנו. קודם רואים מה ישתנה בטיוטה; דבר לא מתפרסם.
rubric-choose-file = קובץ של קריטריונים (TOML)
rubric-field-file = או הדבקת קובץ הקריטריונים (TOML)
rubric-import-changes =
    { $n ->
        [one] קריטריון אחד בטיוטה ישתנה
        [two] שני קריטריונים בטיוטה ישתנו
       *[other] { $n } קריטריונים בטיוטה ישתנו
    }
rubric-preview-lead = כך זה נראה לצוות המעריך. אפשר לנסות כל שדה; דבר לא נשמר.

# הגרסה של מחזור.
rubric-round-begun = ההערכה כבר התחילה, ולכן המחזור נשאר בגרסתו: כולם מעריכים לפי אותם קריטריונים.
rubric-replace-link = העברת המחזור לגרסה אחרת…
rubric-replace = לעבור לגרסה { $version }?
rubric-replace-lead = ההערכה כבר התחילה. יש לעיין במה ששונה ובהערכות שזה נוגע בהן, ואז לנמק.
rubric-replace-same = שתי הגרסאות זהות.
rubric-replace-do = העברת המחזור לגרסה { $version }
rubric-effects = מה יקרה
rubric-effect-words = היכן שרק הניסוח משתנה, כל ציון נשאר.
rubric-effect-weight = היכן שהסוג או המשקל משתנים, הציונים נשארים, והסיכומים, הדירוג וקובצי הייצוא מחושבים מיד מחדש.
rubric-effect-gone = ציונים בקריטריון שהוסר אינם נספרים עוד. הגרסאות החתומות שומרות עליהם.
rubric-effect-again = להערכות שנשלחו חסר ציון עבור: { $criteria }. מי שכתבו אותן יקבלו מכתב ויתבקשו להעריך זאת ולשלוח שוב.
rubric-effect-unjudged = עד אז המשקל הזה נחשב ללא ציון. הערכה שבה יותר משליש מהמשקל נותר ללא ציון אינה נספרת.
rubric-effect-sealed = דבר ממה שנשלח אינו משתנה: הגרסאות החתומות של ההערכות נשארות כפי שהן, ומציגות את הקריטריונים שלפיהם ניתנו.
rubric-touched-title = ההערכות שזה נוגע בהן
rubric-touched = { $n ->
    [0] לא התחילה אף הערכה גלויה לך.
    [one] התחילה הערכה אחת; נשלחו: { $sent }.
    [two] התחילו שתי הערכות; נשלחו: { $sent }.
   *[other] התחילו { $n } הערכות; נשלחו: { $sent }.
}
rubric-touched-reviewer = מעריך או מעריכה
rubric-touched-effect = מה יהיה עליה
rubric-review-stays = הציונים נשארים
rubric-review-goes-on = הטיוטה ממשיכה לפי הגרסה החדשה; המילים נשארות
rubric-review-lacks = תישלח בקשה להעריך: { $criteria }
rubric-review-ended = נשארת בלי: { $criteria }. הבקשה כבר אינה בהערכה.
rubric-field-why = מדוע המחזור עובר
rubric-field-why-hint = זה נרשם ביומן, שכל הצוות המנהל קורא. אין לציין שם של בקשה.
notice-rubric-moved = המחזור משתמש בגרסה החדשה.

mail-rubric-subject = נא להשלים את ההערכות שלך
mail-rubric-body =
    הקריטריונים של מחזור השתנו אחרי ששלחת את ההערכות שלך. מה ששלחת נשאר חתום; נא להעריך את החדש ולשלוח שוב:

    { $link }

# בעמודים של הצוות המעריך ובעמודים הציבוריים.
review-note-mere-gate = אינו חלק מהציון, חייב להתקיים לפני מתן מענק
review-version-rubric = גרסת קריטריונים { $version }
review-state-lacking = נדרשת השלמה
review-renewed = הקריטריונים השתנו בינתיים. מה שכתבת נשמר; אלה מחכים לציון שלך בסולם החדש:
review-renewed-sent = הקריטריונים השתנו אחרי ששלחת את ההערכה הזאת. מה ששלחת נשאר חתום. נא להעריך את אלה ולשלוח שוב:
criterion-mere-gate = תנאי סף: חייב להתקיים לפני מתן מענק, ואינו חלק מהציון

# מה שגוי.
stale-rubric-draft = מישהו אחר שינה את הטיוטה בינתיים. דבר לא נעשה: יש לעיין בה שוב תחילה.
stale-rubric-criterion = מישהו אחר שינה את הקריטריון הזה בינתיים. מה שהוקלד מופיע למטה; מה ששמור עכשיו מופיע מעליו.
stale-rubric-gone = מישהו אחר הסיר את הקריטריון הזה בינתיים. מה שהוקלד מופיע למטה, כדי שיהיה אפשר להעתיק.
stale-rubric-same = הטיוטה זהה לגרסה שפורסמה. דבר לא נעשה.
stale-rubric-unfit = עדיין אי אפשר לפרסם את הקריטריונים. בעמוד שלהם רשום מה חסר.
stale-rubric-moved = המחזור כבר משתמש בגרסה אחרת. דבר לא נעשה: יש לעיין בו שוב תחילה.
error-rubric-kind = סוג הוא merit, ‏priority או gate.
error-rubric-code-kept = הקריטריון פורסם: הקוד נשאר, כי קובצי ייצוא מציינים אותו כך.
error-rubric-reason = נא לנמק מדוע המחזור עובר לגרסה אחרת.
error-weight-gate = לתנאי סף אין משקל. יש להשמיט את המשקל, או לבחור סוג אחר.
error-scale = בסולם יש 1 עד { $most } נקודות, עם משפט לכל אחת ולאפס.
error-criteria-many = אפשר { $most } קריטריונים לכל היותר.
error-score-scale = הסולם של ״{ $criterion }״ השתנה בזמן הכתיבה. נא לבחור ציון בסולם החדש.
