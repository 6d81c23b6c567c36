# מעמד משפטי: מסמכים של ארגונים, מה מבקשים מהם, ומה עומד לפוג.
standing-no-form = ללא התאגדות משלו
standing-told-verified = כל מה שהתוכנית מתנה בו מענק אומת ועומד בתוקף. למענק לא נדרש פטור.
standing-told-not-verified = משהו ממה שהתוכנית מתנה בו מענק אינו תקין או שתוקפו פג. למענק נדרש פטור, אלא אם עומד מאחוריו נותן חסות שאומת.
standing-told-open = משהו ממה שהתוכנית מתנה בו מענק עוד לא הגיע או לא נבדק. עד אז נדרש למענק פטור, אלא אם עומד מאחוריו נותן חסות שאומת.
standing-told-no-form = אי אפשר לאמת מסמכים שלו עצמו. למענק נדרש ארגון נותן חסות שמסמכיו אומתו, או פטור.
standing-asked-by = המסמכים כפי שמבקשת אותם
standing-papers = מסמכים
standing-paper = מסמך
standing-need = האם נדרש
standing-state = מצב
standing-by = מי בדק
standing-others = רישום סוג אחר של מסמך
standing-all-papers = כל המסמכים
standing-sponsors = נותני חסות לבקשות שלו
standing-sponsor-papers = המסמכים של נותן החסות
paper-registration = תעודת רישום
paper-statutes = תקנון
paper-accounts = דוחות כספיים אחרונים
paper-board = רשימת חברי הוועד ותפקידיהם
paper-bank = מכתב מהבנק
paper-proper-management = אישור ניהול תקין
paper-submitted-papers = אישור הגשת מסמכים
paper-donations = רשימת תרומות גדולות
paper-foreign-donations = תרומות ממדינות זרות
paper-safeguarding = מדיניות הגנה מפני פגיעה
paper-anti-fraud = מדיניות נגד הונאה ומדיניות רכש
paper-sanctions = הצהרה בעניין סנקציות
paper-missing = חסר
paper-expired = פג תוקף
paper-expires-soon = עומד לפוג
paper-issued = הונפק ביום
paper-expires = בתוקף עד
paper-seen = היכן ראיתם אותו?
paper-lead = כל בדיקה נשארת רשומה, והאחרונה קובעת. לעולם אינו מוצג לארגון.
paper-none = עוד לא נרשם דבר.
paper-record = רישום בדיקה
paper-save = רישום
notice-paper-recorded = המסמך נרשם.
seen-paper = על הנייר, או עותק שהגיע בדרך אחרת
seen-register = במרשם הציבורי
seen-file = הקובץ { $name }
seen-file-elsewhere = קובץ מבקשה קודמת
need-not-asked = לא נדרש
need-asked = נדרש
need-needed = תנאי למענק
needs-title = מסמכים
needs-open = לרשימת המסמכים
needs-list-lead = מה מבקשים מארגונים לפי צורת ההתאגדות. בלי מה שהוא תנאי, נדרש למענק פטור.
needs-lead = מה שהוא תנאי צריך להיות מאומת ובתוקף כשמתקבלת החלטה. השאר הוא רשימה לעבוד לפיה.
needs-sponsor-only = רק מסמכים של נותן חסות קובעים
needs-save = שמירה
notice-needs-set = רשימת המסמכים נשמרה.
pathway-title = כסף מארצות הברית
pathway-lead = לתיעוד בלבד, לא ייעוץ משפטי. כל רישום נשאר, והאחרון קובע.
pathway-none = עוד לא נרשם מסלול.
pathway-record = רישום המסלול
pathway-way = באיזה מסלול הוא יכול להגיע לארגון?
pathway-held = מה יש בתיק?
pathway-held-hint = ארבעת הראשונים שייכים לקביעת שקילות, והאחרים לאחריות להוצאה.
pathway-note = מדוע, ומי אומר זאת
pathway-note-hint = למשל היועץ המשפטי והתאריך. לעולם אינו מוצג לארגון.
pathway-save = רישום
pathway-not-us-money = לא כסף מארצות הברית
pathway-ed = קביעת שקילות
pathway-er = אחריות להוצאה
pathway-fiscal-sponsor = דרך ארגון נותן חסות
pathway-affidavit = תצהיר של הארגון
pathway-founding-documents = מסמכי ייסוד
pathway-purposes = מטרות ופעילויות בעבר ובהווה, באנגלית
pathway-determination = קביעה בכתב ובתום לב
pathway-inquiry = בירור לפני המענק
pathway-agreement = הסכם בכתב שמגביל את השימוש
pathway-separate-accounting = הנהלת חשבונות נפרדת
pathway-grantee-reports = דיווחים של הארגון
pathway-tax-report = דיווח לרשות המסים (990-PF)
pathway-item-held = נמצא בתיק
pathway-item-missing = עוד לא הגיע
pathway-earlier =
    { $n ->
        [one] רישום קודם אחד נשמר.
        [two] שני רישומים קודמים נשמרו.
       *[other] { $n } רישומים קודמים נשמרו.
    }
notice-pathway-recorded = המסלול נרשם.
error-pathway-items = חלק מזה שייך למסלול אחר.
error-day-to-come = היום הזה עוד לא הגיע.
error-expires-before-issue = התוקף לא יכול להסתיים לפני ההנפקה.
stale-no-legal-form = לארגון הזה אין התאגדות משלו, ואף ארגון לא הסכים לתת לו חסות.
expiring-title = מסמכים שתוקפם פג
expiring-lead = מסמכים מאומתים שתוקפם פג או עומד לפוג, הקרוב ביותר ראשון.
expiring-tabs = כמה זמן קדימה
expiring-within =
    { $n ->
        [one] יום אחד קדימה
        [two] יומיים קדימה
       *[other] { $n } ימים קדימה
    }
expiring-empty = שום דבר לא פג בזמן הזה
error-needs-none = נא לבחור ״תנאי למענק״ למסמך אחד לפחות: בלעדיו אי אפשר לאמת דבר, וכל מענק ידרוש פטור.
mail-expiring-subject = תוקף מסמכים של ארגונים פג
mail-expiring-expired =
    { $n ->
        [one] תוקפו של מסמך מאומת אחד פג.
        [two] תוקפם של שני מסמכים מאומתים פג.
       *[other] תוקפם של { $n } מסמכים מאומתים פג.
    }
mail-expiring-soon =
    { $n ->
        [one] תוקפו של מסמך אחד יפוג בתוך 60 יום.
        [two] תוקפם של שני מסמכים יפוג בתוך 60 יום.
       *[other] תוקפם של { $n } מסמכים יפוג בתוך 60 יום.
    }
mail-expiring-link = לרשימה: { $link }
review-verified-papers = מסמכים שהצוות אימת
review-paper-until = { $paper }, בתוקף עד { $day }
review-paper-expired = { $paper }, תוקפו פג ביום { $day }
