# מחזורים, כפי שהציבור רואה אותם.
open-rounds-lead = מענקים שארגונים יכולים לבקש עכשיו. אפשר לקרוא כל שאלה וכל קריטריון עוד לפני שפותחים חשבון.
open-rounds-empty = אין כרגע מחזורים פתוחים
open-rounds-empty-text = על מחזורים חדשים נודיע כאן. אם כבר הגשתם בקשה, אפשר להיכנס ולראות היכן היא עומדת.
open-rounds-home = לבקשות שלכם
open-rounds-known = כבר הגשתם בקשה?

round-read = לקריאה ולהגשה
round-amounts-label = אפשר לבקש
round-amounts = מ־{ $least } עד { $most }
round-budget-label = תקציב המחזור כולו
round-opens-label = מועד הפתיחה
round-deadline-label = המועד האחרון להגשה
round-zone-label = אזור הזמן של המחזור
round-turnaround-label = תשובה
round-turnaround =
    { $n ->
        [one] בתוך יום אחד מהשליחה
        [two] בתוך יומיים מהשליחה
       *[other] בתוך { $n } ימים מהשליחה
    }
round-contents = בעמוד הזה
round-who = מי יכולים להגיש
round-criteria = כיצד מעריכים את הבקשות
round-criteria-lead = כמה אנשים מהצוות המעריך נותנים לכל בקשה ציון מ־0 עד 5 בכל אחד מהקריטריונים האלה. סך המשקלות הוא { "\u2066" }100%{ "\u2069" }.
round-questions = מה תישאלו
round-questions-lead = אלה כל השאלות. אפשר להכין את התשובות מראש; בטופס אפשר לשמור בכל עת ולחזור.
round-start = תחילת בקשה
round-is-closed = המחזור הזה סגור ואינו מקבל עוד בקשות. העמוד נשאר לעיון.

criterion-weight = { "\u2066" }{ $percent }%{ "\u2069" } מהציון
criterion-merit = איכות: עד כמה הארגון והבקשה טובים
criterion-priority = קדימות: עד כמה הלחץ על הארגון כבד
criterion-gate = נדרש גם אימות לפני מתן מענק
criterion-anchors = תיאור כל ציון

asked-required = חובה
asked-optional = לא חובה
asked-columns = טבלה, ובכל שורה:
asked-options =
    { $n ->
        [one] אפשרות אחת
        [two] שתי אפשרויות
       *[other] { $n } אפשרויות
    }
manner-date = תאריך
manner-yes-no = כן או לא
manner-choice = בחירה באפשרות אחת
manner-choices = בחירה בכל מה שמתאים
manner-declaration = הצהרה לאישור
manner-money = סכום ב־{ $currency }
manner-money-several = סכום במטבע של הבקשה, אחד מאלה: { $currencies }
manner-money-request = סכום במטבע של הבקשה
manner-money-own = סכום במטבע לבחירתכם
limit-characters =
    { $n ->
        [one] תו אחד לכל היותר
        [two] שני תווים לכל היותר
       *[other] { $n } תווים לכל היותר
    }
limit-words =
    { $n ->
        [one] מילה אחת לכל היותר
        [two] שתי מילים לכל היותר
       *[other] { $n } מילים לכל היותר
    }
limit-rows =
    { $n ->
        [one] שורה אחת
        [two] שתי שורות לכל היותר
       *[other] { $n } שורות לכל היותר
    }
limit-number = מספר שלם מ־{ $least } עד { $most }
limit-date = למשל { "\u2066" }9/3/2026{ "\u2069" } (היום תחילה) או { "\u2066" }2026-03-09{ "\u2069" }

deadline-opens = מועד הפתיחה: { $when }
deadline-there = לפי אזור הזמן של המחזור: { $when }
deadline-grace = המועד האחרון עבר: בקשה שתישלח עכשיו עדיין תתקבל, ותסומן כמאוחרת
deadline-over = סגור
deadline-days =
    { $n ->
        [one] נותר יום אחד
        [two] נותרו יומיים
       *[other] נותרו { $n } ימים
    }
deadline-hours =
    { $n ->
        [one] נותרה שעה אחת
        [two] נותרו שעתיים
       *[other] נותרו { $n } שעות
    }
deadline-minutes =
    { $n ->
        [0] נותרה פחות מדקה
        [one] נותרה דקה אחת
        [two] נותרו שתי דקות
       *[other] נותרו { $n } דקות
    }

manner-place = מדינה, ואם תרצו גם יישוב או אזור
limit-files =
    { $n ->
        [one] קובץ אחד
        [two] שני קבצים לכל היותר
       *[other] עד { $n } קבצים
    }
