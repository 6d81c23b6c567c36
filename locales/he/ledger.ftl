# Reading files of grants (360Giving).
giving-unreadable = לא ניתן לקרוא את הקובץ.
giving-workbook = זו אינה חוברת Excel קריאה, או שהיא פגומה.
giving-json = הקובץ קטוע או שאינו JSON (שורה { $line }, עמודה { $column }).
giving-no-grants = אין בקובץ רשימת מענקים.
giving-unplaced = חסר, ובלעדיו אי אפשר לשייך את המענק: המענק דולג.
giving-identifier = המזהה ארוך מ־{ $most } תווים: המענק דולג.
giving-twice = מענק עם מזהה זה מופיע למעלה: מענק זה דולג.
giving-missing = התקן דורש ערך זה והוא חסר; המענק נשמר בלעדיו.
giving-date = ‏”{ $text }” אינו תאריך כגון { "\u2066" }2026-03-09{ "\u2069" }; המענק נשמר בלעדיו.
giving-currency = זה אינו קוד מטבע בן שלוש אותיות גדולות; המענק נשמר ללא הסכום.
giving-amount = זה אינו סכום של 0 ומעלה; המענק נשמר בלעדיו.
giving-months = ‏”{ $text }” אינו מספר חודשים; המענק נשמר בלעדיו.
giving-ends-before = הסיום קודם להתחלה; המענק נשמר ללא התאריכים.
giving-more = בשורה הזו יש יותר תאים מאשר שמות בשורה הראשונה; פסיק בתוך תא דורש מירכאות סביבו. המענק נפסח.
giving-long = מענק של יותר מ־{ $most } MiB, או מענק שאינו נגמר.
giving-unfolds = חוברת העבודה הזו נפרשת ליותר מ־{ $most } MiB, והגודל שלה אינו מסביר זאת. יש לשמור אותה כ־CSV או כ־JSON.
error-ends-before = הסיום לא יכול לקדום להתחלה.
denied-overlap-unsent = חפיפות מחפשים לאחר שהבקשה נשלחה.

# The support ledger.
ledger-title = פנקס התמיכות
ledger-lead = מענקים שמממנים פרסמו, מתוך הקבצים שלהם (360Giving). בהם, במה שארגונים מצהירים ובמה שניתן כאן מחפשים חפיפות עם בקשות.
ledger-load = טעינת קובץ מענקים
ledger-load-lead = ‏JSON, CSV או XLSX לפי תקן 360Giving. אותו קובץ שוב אינו משנה דבר; קובץ חדש יותר מוסיף את החדש ומחליף את מה שהשתנה. מענקים ליחידים אינם נקלטים.
ledger-file = קובץ
ledger-file-hint = עד 8 מגה־בייט. קבצים גדולים יותר נטענים בשרת בפקודה
ledger-rest = { $n ->
    [one] בחירה חוזרת וטעינת המענק השמיש האחד
    [two] בחירה חוזרת וטעינת שני המענקים השמישים
   *[other] בחירה חוזרת וטעינת { $n } המענקים השמישים
}
ledger-empty = עדיין לא נטען קובץ
ledger-empty-text = מממנים רבים מפרסמים את מענקיהם. טענו את מה שנוגע לאזור ולתחום שלכם.
ledger-files = הקבצים בפנקס
ledger-entries = מענקים
ledger-when = נטען
ledger-by = על ידי
ledger-by-operator = המפעיל
ledger-digest = טביעת אצבע SHA-256
notice-ledger-loaded = הקובץ נמצא בפנקס.
error-ledger-findings = חלק ממנו אינו שמיש. ראו ברשימה; דבר לא השתנה.
error-ledger-refused = הקובץ אינו שמיש. ראו מדוע; דבר לא השתנה.
error-ledger-large = הקובץ גדול מ־8 מגה־בייט.

ledger-support = תמיכה
ledger-support-lead = מי עוד משלם, שילם או התבקש. בכל שורה כתוב מאין זה ידוע.
ledger-on-record = רשום כאן
ledger-none-on-record = עדיין לא נרשם דבר.
ledger-published = פורסם על ידי מממנים
ledger-none-published = לא נמצא מענק שפורסם לפי המספרים או השם.
ledger-more-published = { $n ->
    [one] יש עוד מענק דומה אחד; מוצגים 20 הדומים ביותר.
    [two] יש עוד שני מענקים דומים; מוצגים 20 הדומים ביותר.
   *[other] יש עוד { $n } מענקים דומים; מוצגים 20 הדומים ביותר.
}
ledger-funder = תומך
ledger-purpose = למה
ledger-to-whom = אל
ledger-amount = סכום
ledger-no-amount = הסכום אינו ידוע
ledger-currency = מטבע
ledger-currency-hint = שלוש אותיות, כגון EUR. נדרש עם סכום.
ledger-from = מ־
ledger-to = עד
ledger-day-hint = כגון { "\u2066" }2026-03-09{ "\u2069" }
ledger-period-head = מתי
ledger-period = { $from } עד { $to }
ledger-period-assumed = { $from } עד { $to } (הנחה: שנה ממועד המענק)
ledger-source = מקור
ledger-source-hint = מאין זה ידוע: דוח, שיחה, אתר עם תאריכו.
ledger-note = רישום תמיכה שנודע עליה
ledger-note-save = רישום
ledger-withdraw = הסרה
ledger-withdraw-title = הסרה מהפנקס
ledger-why = מדוע?
ledger-keep = להשאיר
notice-support-noted = נרשם.
notice-support-withdrawn = הוסר מהפנקס.
ledger-file-withdraw = הסרת הקובץ
ledger-file-withdraw-lead = ״{ $name }״, מענקים: { $grants }. דבר ממה שהביא לא ייחשב עוד: הוא לא יופיע בשום חפיפה, ומה שהוחלף בו ייחשב שוב. אפשר לטעון את הקובץ שוב בהמשך.
ledger-file-withdrawn = הוסר { $when }
notice-ledger-file-withdrawn = הקובץ הוסר מהפנקס.
ledger-kind-imported = פורסם על ידי המממן
ledger-kind-declared = הוצהר על ידי הארגון
ledger-kind-learned = נרשם על ידי הצוות
ledger-kind-award = ניתן כאן
ledger-kind-request = התבקש כאן
ledger-received = התקבל
ledger-agreed = סוכם וטרם התקבל
ledger-asked = התבקש וטרם נענה
ledger-refused = לא אושר
ledger-ended = הסתיים

# Overlaps.
overlaps-title = חפיפות
overlaps-lead = מה שעשוי לשלם על אותה עבודה, הדומה ביותר תחילה. כתוב כאן מה נראה דומה; מה זה אומר תקבעו אתם.
overlaps-search = חיפוש מחדש
overlaps-searched = חיפוש אחרון: { $when }.
overlaps-not-searched = עדיין לא חיפשו.
overlaps-grown = { $n ->
    [one] מאז נכנסה לפנקס רשומה אחת.
    [two] מאז נכנסו לפנקס שתי רשומות.
   *[other] מאז נכנסו לפנקס { $n } רשומות.
}
overlaps-empty = אין דבר דומה
overlaps-empty-text = אין בפנקס דבר עם אותו ארגון, אותו זמן ואותה מטרה.
notice-overlaps-searched = נערך חיפוש מחדש.
overlap-title = חפיפה
overlap-score = דמיון { $score } מתוך 100
overlap-open = פתוחה
overlap-confirmed = אושרה
overlap-dismissed = נדחתה
overlap-asked = המבקש נשאל
overlap-same-number = אותו ארגון, לפי מספרו ברשם
overlap-name = דמיון בשם: { $percent }%
overlap-other-number = מספר אחר באותו רשם
overlap-months = { $shared } מתוך { $all } חודשים זהים
overlap-no-period = התקופה אינה ידועה
overlap-purpose = דמיון במילים: { $percent }%
overlap-words = מילים משותפות, מקוצרות: { $words }
overlap-people = בראשם אותם אנשים: { $names }
overlap-lines = { $percent }% משורות התקציב זהות
overlap-other-application = בקשה אחרת כאן
overlap-asked-here = מה שמתבקש כאן
overlap-compared = השתיים זו לצד זו
overlap-part = מה
overlap-this = הבקשה הזאת
overlap-other = האחרת
overlap-who-pays = מי משלם
overlap-who = ארגון
overlap-numbers = מספרים ברשמים
overlap-what = למה
overlap-more = תיאור
overlap-when = מתי
overlap-from = ידוע מ־
overlap-id = המספר שם
overlap-say = מה זה?
overlap-confirm = על אותה עבודה כבר משלמים
overlap-confirm-hint = הסוקרים רואים אותה כמאושרת.
overlap-dismiss = לא אותו דבר
overlap-dismiss-hint = הסוקרים אינם רואים אותה עוד. נדרשת סיבה.
overlap-ask-first = לשאול תחילה את המבקש
overlap-ask-first-hint = תעברו לשאלות.
overlap-reason = סיבה
overlap-reason-hint = נדרשת בדחייה.
overlap-save = שמירה
overlap-ask = שאלות למבקש
notice-overlap-said = נשמר.
review-overlaps = { $n ->
    [one] חפיפה אחת עם תמיכה אחרת
    [two] שתי חפיפות עם תמיכה אחרת
   *[other] { $n } חפיפות עם תמיכה אחרת
}
review-overlaps-lead = התוכנה מצאה זאת במה שמממנים מפרסמים ובמה שהארגון מצהיר. ”פתוחה” פירושה שאיש עוד לא שפט.
