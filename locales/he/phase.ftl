# שלבי הערכה: מה אפשר לקרוא ומה אפשר לכתוב, ומתי.
stale-phase-not-yet = ההערכה עדיין לא החלה.
stale-phase-over = שלב ההערכה הזה הסתיים, ולכן אפשר לקרוא הערכות אך אי אפשר עוד לשנות אותן.
stale-no-revision = בשלב ההערכה הזה הערכה נשארת כפי שנשלחה.
stale-others-never = בשלב ההערכה הזה איש אינו רואה הערכות של אחרים.
stale-not-open-to-all = את הבקשה הזו מעריכים רק מי שהיא הוקצתה להם.
stale-enough-reviews = לבקשה הזו יש כבר מספר ההערכות הדרוש. תודה על הנכונות להעריך.
stale-no-discussion = בשלב ההערכה הזה אין דיון.
# מה לא ייתכן בשלב.
error-phase-before-round = ההערכה לא יכולה להתחיל לפני פתיחת המחזור.
error-phase-same-opening = שלב אחר של המחזור נפתח באותו מועד.
error-phase-overlap = שני שלבים של אותו מחזור לא יכולים לחפוף: המוקדם צריך להיסגר לפני שהמאוחר נפתח.
error-phase-written = כבר נכתבו הערכות אחרי המועד הזה. השלב לא יכול להיסגר לפניהן.
error-phases-most = במחזור יש לכל היותר { $most } שלבי הערכה.
error-round-after-phases = שלבי ההערכה של המחזור היו מתחילים לפני פתיחתו, או מסתיימים כשהם מתחילים. נא לשנות תחילה את השלבים.
stale-phase-last = במחזור נשאר לפחות שלב הערכה אחד. אפשר לשנות את השלב הזה במקום להסירו.
stale-phase-written = בשלב הזה נכתבו הערכות, ולכן הוא נשאר. עדיין אפשר לשנות את הכללים שלו.
# כללי השלב כפי שכולם רואים אותם.
phase-unnamed = הערכה
phase-not-yet = עדיין לא נפתח
phase-open = פתוח עכשיו
phase-over = הסתיים
phase-span = מ־{ $opens } עד { $closes }
phase-span-endless = מ־{ $opens } עד שהשלב הבא נפתח או שהמחזור נסגר
phase-rules-of = הכללים של שלב ההערכה:
phase-rule-assigned = הצוות המעריך מעריך את מה שהוקצה לו.
phase-rule-all = כל אחת ואחד בצוות המעריך בלי ניגוד עניינים רשאים להעריך כל בקשה. מי שמתחילים הערכה לוקחים על עצמם את הבקשה.
phase-rule-needed =
    { $n ->
        [one] הדיון בבקשה מתחיל כשהתקבלה הערכה אחת ואיש ממי שהבקשה ניתנה להם אינו חסר.
        [two] הדיון בבקשה מתחיל כשהתקבלו שתי הערכות ואיש ממי שהבקשה ניתנה להם אינו חסר.
       *[other] הדיון בבקשה מתחיל כשהתקבלו { $n } הערכות ואיש ממי שהבקשה ניתנה להם אינו חסר.
    }
phase-rule-others-never = בצוות המעריך לא רואים לעולם הערכות של אחרים.
phase-rule-others-after = בצוות המעריך רואים הערכות של אחרים אחרי שליחת ההערכה העצמית.
phase-rule-others-always = בצוות המעריך רואים הערכות של אחרים מיד.
phase-rule-reviewers-named = בצוות המעריך רואים זה את שמות זה.
phase-rule-reviewers-letters = בצוות המעריך מופיעות אותיות במקום שמות.
phase-rule-applicants-named = הצוות המעריך רואה מי מגיש את הבקשה.
phase-rule-applicants-hidden = הצוות המעריך אינו רואה מי מגיש את הבקשה. אי אפשר לכסות שמות בתוך קבצים שהועלו.
phase-rule-discussion = בצוות המעריך מותר לדון.
phase-rule-no-discussion = בצוות המעריך לא דנים.
phase-rule-revision = אפשר לשנות הערכה שנשלחה.
phase-rule-no-revision = הערכה נשארת כפי שנשלחה.
# כששמות המגישים מוסתרים.
phase-applicant = [הארגון המגיש]
phase-applicant-hidden = שם הארגון המגיש מוסתר בשלב ההערכה הזה
phase-file = קובץ { $number }
phase-declare-blind = בשלב ההערכה הזה לא מוצג מי מגיש את הבקשה. אם זה מתגלה לך במהלך הקריאה ויש לך ניגוד עניינים, נא לחזור לכאן ולספר לנו.
# שלבי המחזור, לצוות.
phases-title = שלבי הערכה
phases-lead = לכל שלב כללים משלו. השלב שבתוקף הוא האחרון שנפתח; אחרי שהוא נסגר אי אפשר לכתוב, והקריאה נשארת כפי שנקבע בו.
phases-now = בתוקף עכשיו: { $name }
phases-add = הוספת שלב
phases-change = שינוי ״{ $name }״
phases-remove = הסרת ״{ $name }״
phase-change-title = שינוי שלב הערכה
phase-form-lead = השעות הן באזור הזמן של המחזור, { $zone }.
phase-group-name = שם
phase-name-en = שם באנגלית
phase-name-ar = שם בערבית
phase-name-he = שם בעברית
phase-group-dates = מתי
phase-opens = נפתח
phase-closes = נסגר
phase-closes-hint = למשל { "\u2066" }2026-12-01 17:00{ "\u2069" }. אם משאירים ריק, השלב נמשך עד שהבא נפתח או שהמחזור נסגר.
phase-group-who = מי מעריך מה
phase-scope = בקשות
phase-needed = מספר ההערכות שבקשה צריכה
phase-needed-hint = מ־1 עד 20; מקובל שתיים או שלוש. כל עוד התקבלו פחות, הבקשה נשארת בהערכה.
phase-group-seen = מה הצוות המעריך רואה
phase-others = הערכות של אחרים
phase-reviewer-names = בצוות המעריך רואים זה את שמות זה
phase-reviewer-names-hint = אחרת מופיעות אותיות במקום שמות. הצוות המנהל רואה תמיד את השמות.
phase-applicant-names = הצוות המעריך רואה מי מגיש את הבקשה
phase-applicant-names-hint = אחרת שם הארגון, החלק עליו בטופס ושמות הקבצים מוסתרים, ושמות מכוסים בתשובות. אי אפשר לכסות שמות בתוך קבצים שהועלו.
phase-group-written = מה מותר לצוות המעריך
phase-revision = אפשר לשנות הערכה שנשלחה
phase-revision-hint = כל גרסה שנשלחה נשמרת.
phase-discussion = בצוות המעריך מותר לדון
phase-discussion-hint = אם הערכות של אחרים אינן מוצגות מיד, מצטרפים לדיון אחרי שליחת ההערכה העצמית.
phase-removal-effect = השלב והכללים שלו יוסרו. לא נכתב בו דבר.
phase-removal-submit = הסרת השלב
# מה שינוי חושף ולמי.
phase-reveal-title = השינוי מראה לצוות המעריך מה שהיה מוסתר
phase-reveal-lead = השינוי נכנס לתוקף מיד, ומה שאנשים כבר ראו אי אפשר להסתיר שוב.
phase-reveal-others-after = מי ששלחו הערכה של בקשה רואים מה אחרים כתבו עליה.
phase-reveal-others-always = כל מי שמעריכים בקשה רואים מה אחרים כתבו עליה, גם לפני שליחת ההערכה העצמית.
phase-reveal-reviewers = בצוות המעריך רואים את שמות מי שכתבו את ההערכות האחרות.
phase-reveal-applicants = הצוות המעריך רואה מאיזה ארגון כל בקשה.
phase-reveal-applications = כל אחת ואחד בצוות המעריך בלי ניגוד עניינים רשאים לקרוא כל בקשה בהערכה, לא רק מה שהוקצה להם.
phase-reveal-discussion = הצוות המעריך רואה את הדיון על הבקשות שמותר לו לקרוא.
phase-reveal-submit = לחשוף ולשמור
notice-phase-saved = שלב ההערכה נשמר.
notice-phase-removed = שלב ההערכה הוסר.
# רשימת ההערכות.
reviews-open = פתוחות לכולם
reviews-open-caption = בקשות שכל אחת ואחד בצוות המעריך יכולים לקחת
reviews-none-open = אין מה לקחת
reviews-none-open-lead = בקשות מופיעות כאן כל עוד שלב ההערכה פותח אותן לכל הצוות המעריך והן עדיין צריכות הערכות.
review-others-named = קו במקום ציון פירושו ״אין אפשרות להעריך״.
