# ניגודי עניינים: פרישה, הרחקה מבקשה, שייכות לארגונים.
conflict-title = ניגודי עניינים
conflict-lead = מי שהורחקו מהבקשה לא ימצאו אותה בשום מקום: לא את הכותרת, הציונים, המספרים, הדירוג או הקבצים. הם אינם מקבלים על כך הודעה.
conflict-nobody = איש לא הורחק מהבקשה הזו.
conflict-standing = מי הורחקו
conflict-person = שם
conflict-kind = הקשר
conflict-kind-none = אין קשר
conflict-kind-staff = עבודה בארגון או חברות בוועד המנהל
conflict-kind-family = קשר משפחתי או אישי
conflict-kind-funder = מימון של הארגון
conflict-kind-collaborator = שיתוף פעולה עם הארגון
conflict-kind-litigation = לצד הארגון או נגדו, בבית משפט או במאבק ציבורי
conflict-kind-same = אותו ארגון או אותה רשת
conflict-kind-other = קשר אחר
conflict-found = איך זה ידוע
conflict-found-declared = הוצהר על ידי האדם עצמו
conflict-found-membership = שייכות לארגון או לארגון נותן החסות
conflict-found-pinned = נרשם על ידי ההנהלה
conflict-reason = סיבה
conflict-remove = ביטול ההרחקה
conflict-history = הרחקות שבוטלו
conflict-lifted = ההרחקה של { $name } בוטלה על ידי { $by } ({ $kind })
conflict-hints = ייתכן ניגוד עניינים
conflict-hints-lead = המערכת מצאה משהו משותף. זה אינו חוסם איש: אפשר לשאול, או להרחיק.
conflict-hint-domain = כתובת דוא״ל בשם המתחם { $what }, כמו של אנשי הארגון
conflict-hint-website = כתובת דוא״ל בשם המתחם של אתר הארגון, { $what }
conflict-hint-name = הארגון מציין אדם בשם { $what }
conflict-hint-affiliation = שייכות בהווה או בעבר אל { $what }, לפי הצהרה עצמית
conflict-hint-domain-you = כתובת הדוא״ל שלך באותו שם מתחם, { $what }, כמו של אנשי הארגון הזה.
conflict-hint-website-you = כתובת הדוא״ל שלך בשם המתחם של אתר הארגון, { $what }.
conflict-hint-name-you = הארגון מציין אדם בשם כמו שלך, { $what }.
conflict-hint-affiliation-you = בחשבון שלך רשומה שייכות, בהווה או בעבר, אל { $what }.
conflict-pin = הרחקה
conflict-pin-title = הרחקת אדם
conflict-pin-lead = ההערכה שבידי האדם נלקחת מיד, ורק ההנהלה יכולה לבטל את ההרחקה. לא נשלחת הודעה: כשיש מעט בקשות, היא הייתה מגלה במי מדובר.
conflict-choose-person = נא לבחור אדם
conflict-pin-reason-hint = די במשפט אחד. הצוות יכול לקרוא אותו; האדם שהורחק לא.
conflict-removal-title = לבטל את ההרחקה של { $name }?
conflict-removal-lead = הבקשה תופיע שוב כאילו לא קרה דבר. הערכה שנלקחה אינה חוזרת. הרישום נשמר יחד עם הסיבה.
conflict-removal-reason-hint = למה אין ניגוד עניינים, או למה כבר אין.
conflict-removal-submit = ביטול ההרחקה
conflict-removal-cancel = להשאיר את ההרחקה
conflict-own-title = פרישה מהטיפול בבקשה
conflict-own-link = יש לי ניגוד עניינים
conflict-own-short = פרישה
conflict-own-lead = אם משהו עלול להטות את שיקול הדעת שלך לגבי הארגון הזה, או להיראות כך, נא להשאיר את הבקשה לאחרים.
conflict-own-alone = אין אדם אחר שיכול לטפל בבקשה. נא להזמין תחילה מישהו נוסף להנהלה: אחרי הפרישה לא תראו שהיא ממתינה.
conflict-own-invite = הזמנת אדם נוסף
conflict-own-note-hint = די במשפט אחד. שאר הצוות יכול לקרוא אותו; מגישי הבקשה לא.
conflict-own-consequence = הבקשה לא תופיע לך עוד בשום מקום: לא כותרת, לא ציון, לא דירוג ולא קובץ. רק אדם אחר מההנהלה יכול לשנות זאת.
conflict-own-submit = פרישה
conflict-round-title = בקשות בטיפול במקום אחרים
conflict-round-hint = לאחרים בהנהלה יש כאן ניגוד עניינים: הבקשות האלה בטיפולכם.
conflict-round-lead = חלק מההנהלה הורחקו מהבקשות האלה, ולכן האחרים מטפלים בהן.
conflict-round-none = איש מההנהלה לא הורחק מבקשה שמוצגת לך.
conflict-round-away = מי הורחקו
conflict-round-nobody = לא נותר איש בהנהלה: יש להזמין מישהו
conflict-round-count =
    { $n ->
        [one] בקשה אחת
        [two] שתי בקשות
       *[other] { $n } בקשות
    }
dossier-conflicts =
    { $n ->
        [0] איש לא הורחק
        [one] אדם אחד הורחק
        [two] שני אנשים הורחקו
       *[other] { $n } אנשים הורחקו
    }
dossier-may-conflict = ייתכן ניגוד עניינים אצל { $name }. { $why }.
notice-stepped-aside = תודה. הבקשה בטיפולם של האחרים.
notice-stepped-aside-alone = תודה. כעת אין מי שיכול לטפל בבקשה: נא להזמין אדם נוסף להנהלה בעמוד ״אנשים״.
notice-conflict-pinned = ההרחקה נרשמה.
notice-conflict-lifted = ההרחקה בוטלה.

affiliations-title = השייכות שלך לארגונים
affiliations-why = לפיה נציע מתי ייתכן שיש לך ניגוד עניינים.
affiliations-change = הצגת הרשימה ושינויה
affiliations-lead = ארגונים שבהם יש לך תפקיד, ייעוץ, מימון או חברות בוועד המנהל, כיום או בשלוש השנים האחרונות. הצוות רואה מה עולה מזה לגבי בקשה; מגישי בקשות אינם רואים מזה דבר.
affiliations-none = הרשימה ריקה
affiliation-organisation = שם הארגון
affiliation-domain = שם המתחם של האתר או של הדוא״ל
affiliation-domain-hint = למשל press.example
affiliation-role = התפקיד שלך שם
affiliation-until = עד
affiliation-until-hint = היום האחרון. נא להשאיר ריק כל עוד זה נמשך.
affiliation-until-day = עד { $day }
affiliation-add = הוספת ארגון
affiliation-remove = הסרה
notice-affiliation-removed = הוסר מהרשימה.

# סירובים.
error-conflict-stands = האדם הזה כבר הורחק.
error-domain = נא לכתוב שם מתחם כמו press.example, או להשאיר ריק.
error-too-many-affiliations = אפשר לרשום עד { $most } ארגונים. נא להסיר אחד תחילה.
stale-pin-oneself = אי אפשר לרשום ניגוד עניינים שלך כדי שאחרים יבטלו אותו. נא להשתמש בפרישה.
stale-membership-lasts = האדם הזה שייך לארגון או לארגון נותן החסות. כל עוד זה נמשך, ההרחקה נשארת.
