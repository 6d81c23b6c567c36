# כמה זמן נשמר מה.
retention-title = כמה זמן נשמר מה
retention-lead = מה שתם זמנו נמחק פעם ביום. מזהים, מצבים, סכומים, ציונים ויומן הביקורת נשארים. תקופה שנקבעה אינה מוחקת דבר בשבעת הימים הראשונים.
retention-kind = מה
retention-kept = נשמר במשך
retention-goes = נמחק בשלושים הימים הקרובים
retention-no-end = בלי סוף
retention-days =
    { $n ->
        [one] יום אחד
        [two] יומיים
       *[other] { $n } ימים
    }
retention-ahead =
    { $n ->
        [0] כלום
        [one] פריט אחד
        [two] שני פריטים
       *[other] { $n } פריטים
    }
retention-unlooked = ייספר בתוך שעה
retention-uncounted = מדי יום
retention-declined = בקשות שלא מומנו
retention-drafts = טיוטות שאיש לא שלח
retention-awards = בקשות שמומנו והמענקים שלהן
retention-reviews = מילות ההערכות
retention-messages = הודעות ודיונים
retention-referees = ממליצים ותשובותיהם
retention-files = קבצים שהועלו
retention-engagement = הערות על קשרים עם ארגונים
retention-incidents = מקומות ומילים של אירועים
retention-hits = התאמות קודמות ברשימות מעקב
retention-mail = נוסחי מכתבים
retention-organisations = ארגונים שכבר לא קורה איתם דבר, ואנשיהם
retention-accounts = חשבונות של מי שאינם פועלים בשם איש
retention-from-outcome = מאז התוצאה.
retention-from-change = מאז השינוי האחרון, אחרי שהסבב נסגר.
retention-from-close = מאז סגירת המענק.
retention-from-end = מאז התוצאה; במענק, מאז סגירתו.
retention-from-writing = מאז הפעם האחרונה שנכתבו.
retention-from-screening = מאז הבדיקה.
retention-from-sending = מאז השליחה.
retention-from-last-use = מאז התוצאה האחרונה, סגירת המענק האחרונה או הכניסה האחרונה של אחד מאנשי הארגון.
retention-from-sign-in = מאז הכניסה האחרונה.
retention-set = קביעת התקופות
retention-set-lead = בימים, 30 לפחות. השאירו ריק כדי לשמור בלי סוף.
retention-save = שמירת התקופות
retention-keep = שמירה לזמן ארוך יותר
retention-keep-lead = דבר מהבקשה הזאת, ודבר ממה שידוע על הארגון שלה, אינו נמחק עד היום שתבחרו.
retention-keep-line = נשמר עד { $day }, כך אמר { $who }, { $when }. יום אחר יבוא במקום היום הזה.
retention-until = לשמור עד
retention-keep-save = לשמור
notice-retention-set = התקופות נשמרו.
notice-retention-kept = זה נשמר.
error-retention-days = כתבו ימים שלמים מ־{ $least } עד { $most }, או השאירו ריק.
privacy-periods = כמה זמן אנחנו שומרים
privacy-periods-none = לא נקבעו תקופות: מה שנשמר נשאר עד שמישהו מבקש למחוק אותו.
privacy-periods-text = המילים והקבצים של אלה נמחקים כשתם זמנם. מספרים נשארים, כמו סכומים וציונים. כל השאר נשמר עד שמישהו מבקש למחוק אותו.
