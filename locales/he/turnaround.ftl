# כמה מהר התוכנית מבטיחה להשיב, וכמה מהר היא משיבה.
milestone-acknowledged = אישור קבלה
milestone-eligible = בדיקת התאמה
milestone-decided = מסירת התוצאה
milestone-agreement = קבלת ההסכם
milestone-paid = התשלום הראשון
turnaround-title = זמן המענה
turnaround-lead = כמה זמן ממתינים מגישי הבקשות, בימי עבודה של המקומות הנוגעים בדבר.
turnaround-to-decision = מהשליחה עד ההחלטה
turnaround-to-money = מהשליחה עד הכסף
turnaround-took = חציון: { $median }; תשע מעשר בתוך: { $most }
turnaround-unmeasured = עוד לא נמדד
turnaround-measured = הזמן עד כל שלב
turnaround-step = שלב
turnaround-target = יעד
turnaround-reached = הגיעו
turnaround-share = בזמן
turnaround-median = חציון
turnaround-p90 = תשע מעשר בתוך
turnaround-late = באיחור עכשיו
turnaround-how = השלבים עד התוצאה נספרים מהיום שבו הבקשה נשלחה, ההסכם והתשלום מהיום שבו נמסר המענק. יום עבודה הוא יום שבו עובדים בכל מקומות התוכנית וגם במקום של מגישי הבקשה.
turnaround-tabs = אילו בקשות
turnaround-all = הכול
turnaround-none = אין כאן בקשות
turnaround-sent = נשלחה
turnaround-clocks = מועדים
turnaround-days =
    { $n ->
        [one] יום עבודה אחד
        [two] יומיים של עבודה
       *[other] { $n } ימי עבודה
    }
turnaround-in-time = { $n } מתוך { $of }
clock-reached =
    { $n ->
        [one] אחרי יום עבודה אחד
        [two] אחרי יומיים של עבודה
       *[other] אחרי { $n } ימי עבודה
    }
clock-reached-late =
    { $n ->
        [one] באיחור, אחרי יום עבודה אחד
        [two] באיחור, אחרי יומיים של עבודה
       *[other] באיחור, אחרי { $n } ימי עבודה
    }
clock-running = המועד { $day }
clock-late =
    { $n ->
        [one] באיחור של יום עבודה אחד; המועד היה { $day }
        [two] באיחור של יומיים של עבודה; המועד היה { $day }
       *[other] באיחור של { $n } ימי עבודה; המועד היה { $day }
    }
late-title =
    { $n ->
        [one] בקשה אחת באיחור
        [two] שתי בקשות באיחור
       *[other] { $n } בקשות באיחור
    }
late-more =
    { $n ->
        [one] ועוד אחת
        [two] ועוד שתיים
       *[other] ועוד { $n }
    }
late-eligible =
    { $n ->
        [one] הייתה צריכה להיבדק עד { $day }, לפני יום עבודה אחד.
        [two] הייתה צריכה להיבדק עד { $day }, לפני יומיים של עבודה.
       *[other] הייתה צריכה להיבדק עד { $day }, לפני { $n } ימי עבודה.
    }
late-decided =
    { $n ->
        [one] ההחלטה בה הייתה צריכה להימסר עד { $day }, לפני יום עבודה אחד.
        [two] ההחלטה בה הייתה צריכה להימסר עד { $day }, לפני יומיים של עבודה.
       *[other] ההחלטה בה הייתה צריכה להימסר עד { $day }, לפני { $n } ימי עבודה.
    }
late-agreement =
    { $n ->
        [one] הסכם המענק היה צריך להתקבל עד { $day }, לפני יום עבודה אחד.
        [two] הסכם המענק היה צריך להתקבל עד { $day }, לפני יומיים של עבודה.
       *[other] הסכם המענק היה צריך להתקבל עד { $day }, לפני { $n } ימי עבודה.
    }
late-paid =
    { $n ->
        [one] התשלום הראשון היה צריך להתבצע עד { $day }, לפני יום עבודה אחד.
        [two] התשלום הראשון היה צריך להתבצע עד { $day }, לפני יומיים של עבודה.
       *[other] התשלום הראשון היה צריך להתבצע עד { $day }, לפני { $n } ימי עבודה.
    }
late-review = ממתינה להערכה שלך, ומועד ההחלטה בה עבר.
promise-title = יעדים וחגים
promise-lead = תוך כמה ימי עבודה מובטח למגישי הבקשות כל שלב, ובאילו ימים איש אינו עובד.
promise-from-sending = בימי עבודה, מיום השליחה.
promise-from-award = בימי עבודה, מהיום שבו המענק נמסר.
promise-offices = המקומות שבהם התוכנית פועלת
promise-offices-hint = המקום של מגישי הבקשה נוסף לפי הבסיס של הארגון.
promise-holidays = חגים
promise-holidays-hint = חג בכל שורה: יום, מקום ({ $codes }), שם. סופי שבוע נספרים מעצמם: שישי ושבת בישראל ובפלסטין, שבת וראשון במקומות אחרים. ימים לפי הירח עלולים לזוז ביום.
promise-save = שמירת היעדים והחגים
promise-day = יום
promise-place = מקום
promise-name = חג
place-il = ישראל
place-ps = פלסטין
place-other = מקום אחר
notice-promise-set = נשמר. המועדים נקראים לפיו מעכשיו.
error-target = נא לכתוב מספר שלם מ־{ $least } עד { $most }; אי אפשר להבטיח שלב לפני השלב שקדם לו.
error-holiday = שורה { $line } אינה חג: יש לכתוב יום, מקום ושם.
error-holiday-twice = שורה { $line } מזכירה יום שכבר קיים למקום שלה.
error-holidays-many = בשורה { $line } יש חג אחד יותר מדי.
