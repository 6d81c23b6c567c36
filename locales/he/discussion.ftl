# מה שהמעריכים וצוות התוכנית אומרים ביניהם על בקשה, ומתי ההערכות שלהם חלוקות מאוד.
discussion-title = דיון
discussion-tabs = הבקשה, ההערכות והדיון
discussion-tab-review = הבקשה וההערכה שלכם
discussion-tab-others = הערכות של אחרים
discussion-lead-named = קוראים כאן המעריכים שרשאים לדון בבקשה הזו וצוות התוכנית. המגישים לעולם אינם רואים דבר מזה.
discussion-lead-letters = קוראים כאן המעריכים שרשאים לדון בבקשה הזו וצוות התוכנית. המעריכים הם אותיות זה לזה. המגישים לעולם אינם רואים דבר מזה.
discussion-lead-staff = קוראים כאן הצוות והמעריכים שרשאים לדון בבקשה הזו. הם רואים את שמכם. המגישים לעולם אינם רואים דבר מזה.
discussion-lead-staff-alone = בשלב ההערכה הזה קורא כאן הצוות בלבד, כי המעריכים אינם דנים בו. שלב מאוחר יותר עשוי להראות זאת למעריכים. המגישים לעולם אינם רואים דבר מזה.
discussion-empty = איש עדיין לא כתב.
discussion-earlier = דברים קודמים
discussion-staff = צוות התוכנית
discussion-new = חדש מאז שכתבתם לאחרונה
discussion-you-letter = אתם ({ $letter })
discussion-name-letter = { $name } ({ $letter })
discussion-a-reviewer = אחד המעריכים
discussion-to = לתשומת לב: { $names }
discussion-withdrawn = הוסר ב־{ $when }
discussion-body = מה שברצונכם לומר
discussion-mentions = לתשומת לב
discussion-mentions-hint = הם יקבלו מכתב עם קישור, בתדירות שבחרו.
discussion-post = לפרסם
discussion-withdraw = להסיר את הדברים האלה
discussion-withdraw-lead = המילים ייעלמו לתמיד מכל הדפים. נשאר רק שכתבתם והסרתם, עם הזמנים.
discussion-withdraw-submit = להסיר
discussion-withdraw-keep = להשאיר
discussion-back = חזרה לדיון
discussion-posts =
    { $n ->
        [0] עדיין לא נכתב דבר
        [one] פעם אחת נכתב
        [two] פעמיים נכתב
       *[other] { $n } פעמים נכתב
    }
discussion-link =
    { $n ->
        [0] לפתוח את הדיון: עדיין לא נכתב דבר
        [one] לפתוח את הדיון: נכתב פעם אחת
        [two] לפתוח את הדיון: נכתב פעמיים
       *[other] לפתוח את הדיון: נכתב { $n } פעמים
    }
notice-discussion-posted = דבריכם נוספו לדיון.
notice-discussion-withdrawn = הדברים הוסרו.
stale-discussion-page = הדף הזה ישן. פתחו אותו שוב ופרסמו ממנו.
stale-post-withdrawn = הדברים האלה כבר הוסרו.
denied-others-post = רק מי שכתבו יכולים להסיר את דבריהם.

# פער בולט.
flag-title = ההערכות חלוקות מאוד
flag-scores = ציונים מ־{ $low } עד { $high }, סטיית תקן { $sd }
flag-typical = { $scores }; הפיזור הרגיל במחזור הזה { $typical }
flag-typical-own = { $scores }; הפיזור הרגיל בבקשות שהערכתם { $typical }
flag-wide = הציונים רחוקים זה מזה 60 נקודות או יותר.
flag-above = סטיית התקן גדולה מפי אחד וחצי מן הפיזור הרגיל.
flag-criterion = { $criterion }: מ־{ $low } עד { $high } מתוך { $most } נקודות

# הדיונים של מחזור.
discussions-title = דיונים
discussions-page-title = דיונים - { $round }
discussions-lead = בקשות שההערכות עליהן חלוקות מאוד או שדנים בהן; שאלות פתוחות תחילה.
discussions-empty = אין במה לדון
discussions-empty-lead = בקשות מופיעות כאן כשההערכות עליהן חלוקות מאוד או כשמישהו כותב עליהן.
discussions-posts = נכתב
discussions-state = מצב
discussions-not-flagged = בלי פער בולט
discussions-asked = ממתין לתשובה
discussions-silent = איש לא כתב
discussions-running = בדיון
discussions-decided = הוחלט

mail-mention-subject = דיון לתשומת לבכם
mail-mention-body =
    מישהו מפנה את תשומת לבכם למה שנאמר על בקשה. קראו כאן:

    { $link }
mail-disagreement-subject = ההערכות חלוקות מאוד: אנא דונו
mail-disagreement-body =
    ההערכות על אחת הבקשות חלוקות מאוד. אנא דונו בה כאן:

    { $link }
