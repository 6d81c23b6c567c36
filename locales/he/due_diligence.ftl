# בדיקת נאותות לפי סכום, וחששות.
diligence-title = בדיקת נאותות
diligence-list = מה הסכום דורש
diligence-asked = נדרש
diligence-what = מה נעשה
diligence-up-to = עד { $amount }
diligence-above = מעל { $amount }
diligence-any-amount = כל סכום
diligence-all-done = הכול נעשה.
diligence-open =
    { $n ->
        [one] דבר אחד פתוח.
        [two] שני דברים פתוחים.
       *[other] { $n } דברים פתוחים.
    }
diligence-lifted = דרגה אחת יותר בגלל חשש
diligence-papers = המסמכים שהם תנאי אומתו
diligence-referees =
    { $n ->
        [one] ממליץ אחד השיב
        [two] שני ממליצים השיבו
       *[other] { $n } ממליצים השיבו
    }
diligence-missing = פתוח
diligence-once = נעשה פעם אחת; נדרש אדם שני
diligence-done = נעשה
diligence-bad = לא תקין
diligence-second = נבדק שוב: { $who }, { $when }
diligence-look-again = בדקתי גם כן, ומוסכם עליי
diligence-step-lead = כל רישום נשאר, והאחרון קובע. לעולם אינו מוצג לארגון או למעריכים.
diligence-note-hint = למשל מה, היכן ומתי. לעולם אינו מוצג לארגון.
diligence-screened = השמות הושוו { $when }
stale-step-screened = לתוכנית הזו יש רשימות שנחשבות, ולכן תוצאת הבדיקה מולן נקראת כאן.
step-list-screening = שמות נבדקו מול רשימות
step-accounts = הדוחות הכספיים נקראו
step-bank = חשבון הבנק אושר
step-visit = ביקור או שיחה ארוכה
notice-looked-again = הבדיקה שלכם נרשמה.
stale-second-look = אדם שני כבר בדק את זה.
denied-own-step = אתם עשיתם את הצעד הזה, ולכן מישהו אחר מההנהלה צריך לבדוק.
concerns-title = חששות
concerns-none = איש לא העלה חשש.
concern-open = פתוח
concern-closed = טופל
concern-line = { $who } אל { $to }, { $when }
concern-line-team = { $who } אל כל המנהלים שרשאים לראות אותו, { $when }
concern-resolved = טופל: { $who }, { $when }
concern-words = מה החשש?
concern-words-hint = לעולם אינו מוצג לארגון או למעריכים.
concern-to = מי יבדוק אותו?
concern-team = כל המנהלים שרשאים לראות אותו
concern-lifts = נדרשת דרגה אחת יותר עד שיטופל
concern-raise = העלאת חשש
concern-send = להעלות
concern-resolution = כיצד טופל?
concern-resolve = סימון כטופל
notice-concern-raised = החשש הועלה.
notice-concern-resolved = החשש טופל.
stale-concern = החשש הזה כבר טופל.
mail-concern-subject = חשש הופנה אליכם
mail-concern-body =
    מישהו הפנה אליכם חשש בעניין בקשה.

    לקריאה: { $link }
tiers-title = בדיקת נאותות לפי סכום
tiers-open = לדרגות
tiers-lead = בקשה שייכת לדרגה הראשונה שמכילה את הסכום שלה; חשש פתוח יכול להעלות אותה בדרגה. לדרגה האחרונה אין תקרה.
tier-row = דרגה { $n }
tier-upper = עד
tier-upper-hint = להשאיר ריק בדרגה האחרונה.
tier-asks = מה נדרש
tier-referees = ממליצים שישיבו
tier-second = אדם שני בודק כל צעד
notice-tiers-set = הדרגות נשמרו.
error-tier-order = זה צריך להיות יותר מאשר בדרגה הקודמת.
error-tier-last = לדרגה האחרונה אין תקרה, כדי שלכל סכום תהיה דרגה.
error-tier-referees = נא לכתוב מספר שלם עד { $most }.

# ממליצים.
referees-title = ממליצים
referees-lead = הם משיבים בסודיות, דרך קישור שמציג את שם הארגון ואת השאלה. לעולם אינו מוצג לארגון או למעריכים.
referees-none = עוד לא נשאל איש.
referee-name = שם
referee-language = שפת המכתב
referee-named = ממליצים שצוינו בבקשה
referee-named-agreed = ניתנה הסכמה לפנייה
referee-named-not-agreed = לא ניתנה הסכמה לפנייה
referee-named-ask = מילוי הטופס שלהלן
referee-ask = פנייה לממליץ
referee-ask-send = שליחת המכתב
referee-asked = נשאל
referee-expired = תוקף הקישור פג
referee-answered = השיב
referee-withdrawn = השאלה בוטלה
referee-resend = שליחת קישור אחר
referee-withdraw = ביטול השאלה
referee-recommends = ממליץ על מענק
referee-with-reservations = ממליץ בהסתייגות
referee-advises-against = ממליץ שלא לתת
referee-cannot-say = לא יכול לומר
referee-answer-title = שאלה חסויה על
referee-answer-lead = שמכם נמסר כמי שמכירים את הארגון הזה. רק צוות התוכנית קורא את תשובתכם; הארגון והמעריכים לעולם לא. אפשר להשיב פעם אחת.
referee-answer = מה ידוע לכם על הארגון, על עבודתו ועל אנשיו, ממתי, והאם יש משהו שגורם מממן צריך לדעת?
referee-answer-hint = בכל שפה. נא לציין אם יש לכם קשר לארגון.
referee-advice = האם הייתם ממליצים לתת לו מענק?
referee-send = שליחת התשובה
notice-referee-asked = המכתב בדרך.
notice-referee-withdrawn = השאלה בוטלה, והקישור אינו פעיל עוד.
notice-referee-answered = תודה. תשובתכם הגיעה לצוות התוכנית.
stale-referee = השאלה הזו נענתה או בוטלה.
mail-referee-subject = שאלה חסויה
mail-referee-body =
    שמכם נמסר כמי שמכירים ארגון שאנחנו עובדים איתו. האם תסכימו להשיב בסודיות על שאלה קצרה?

    הקישור פועל פעם אחת, במשך שלושה שבועות: { $link }
decision-concerns =
    { $n ->
        [one] חשש אחד לא נפתר.
        [two] שני חששות לא נפתרו.
       *[other] { $n } חששות לא נפתרו.
    }
decision-went-ahead = ‏{ $name } מסר או מסרה מדוע המענק יוצא לדרך כשדברים פתוחים, { $when }:
decision-go-ahead = מדוע ממשיכים כשבדיקת הנאותות פתוחה?
decision-go-ahead-hint = התוכנית דורשת יותר ממה שנעשה. הנימוק נשמר עם ההחלטה ולעולם אינו מוצג לארגון.
