# הבקשות המדורגות של מחזור, עם התקציב והאיזון.
ranking-title = דירוג
ranking-page-title = דירוג - { $round }
ranking-list = בקשות
ranking-caption = הבקשות לפי ממוצע הציונים
ranking-unsure = המקומות נקבעים לפי הממוצע הפשוט, ומיעוט ההערכות מותיר כל אחד מהם בספק.
ranking-tabs = אילו בקשות להציג
ranking-tab-all = כל הבקשות שעל הפרק ({ $n })
ranking-tab-deliberation = ממתינות להחלטה ({ $n })
ranking-empty = עדיין אין מה לדרג
ranking-empty-lead = בקשות יופיעו כאן כשיעברו להערכה.

ranking-rank = דירוג
ranking-rank-tied = { $rank } =
ranking-tied =
    { $n ->
        [one] שוויון עם בקשה אחת נוספת
        [two] שוויון עם שתי בקשות נוספות
       *[other] שוויון עם { $n } בקשות נוספות
    }
ranking-between = ייתכן גם { $range }
ranking-between-panel = { $range } בפאנל שלה
ranking-between-sure = כמעט בוודאות
ranking-unscored = עדיין ללא ציון
ranking-withheld = אחרי ההערכה שלכם
ranking-application = בקשה
ranking-score = ציון
ranking-spread-one = הערכה אחת
ranking-spread-none = כל הציונים זהים
ranking-spread = מ־{ $low } עד { $high }
ranking-spread-sd = מ־{ $low } עד { $high }, סטיית תקן { $sd }
ranking-reviews = הערכות
ranking-incomplete =
    { $n ->
        [one] ועוד הערכה חלקית אחת
        [two] ועוד שתי הערכות חלקיות
       *[other] ועוד { $n } הערכות חלקיות
    }
ranking-merit = איכות
ranking-priority = קדימות
ranking-requested = הסכום המבוקש
ranking-decision = החלטה
ranking-percent = { "\u2066" }{ $n }%{ "\u2069" }

ranking-budget = תקציב
ranking-committed = הוקצה
ranking-awards =
    { $n ->
        [one] במענק אחד
        [two] בשני מענקים
       *[other] ב־{ $n } מענקים
    }
ranking-left = נותר
ranking-over = חריגה מהתקציב
ranking-over-budget = המענקים חורגים מהתקציב ב־{ $amount }.
ranking-over-lead = יש לבטל הצעה או לשנות אותה לפני מסירת התוצאות.
ranking-used = החלק שנוצל מהתקציב
ranking-by-community = איזון לפי קהילה
ranking-by-base = איזון לפי מקום הפעילות
ranking-community = קהילה
ranking-base = מקום הפעילות
ranking-running = על הפרק
ranking-awarded = מענקים
ranking-amount = סכום
ranking-share = חלק מהמענקים
ranking-unknown-group = לא צוין
ranking-release =
    { $n ->
        [one] מסירת תוצאה אחת
        [two] מסירת שתי תוצאות
       *[other] מסירת { $n } תוצאות
    }

withheld = אתם אמורים להעריך את הבקשה הזו בעצמכם. מה שאחרים אומרים עליה מוסתר מכם עד שתשלחו הערכה משלכם או תימנעו; ובשלב שלעולם אינו פותח הערכות של אחרים, עד תום ההערכה.
withheld-in-round =
    { $n ->
        [one] הערכות של אחרים על בקשה אחת מוסתרות מכם עד שתשלחו הערכה משלכם או תימנעו. אין לה כאן ציון.
        [two] הערכות של אחרים על שתי בקשות מוסתרות מכם עד שתשלחו הערכה משלכם או תימנעו. אין להן כאן ציון.
       *[other] הערכות של אחרים על { $n } בקשות מוסתרות מכם עד שתשלחו הערכה משלכם או תימנעו. אין להן כאן ציון.
    }
