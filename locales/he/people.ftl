# האנשים בארגון.
members-title = אנשים
members-lead = כל מי שמופיע כאן יכול לקרוא את כל מה שהארגון שלכם כותב.
members-back = חזרה לרשימת האנשים
members-role = תפקיד
members-role-of = התפקיד של { $name }
members-change = שינוי תפקיד
members-you = (זה החשבון שלך)
members-removal = הסרה או עזיבה
members-open = הזמנות שעוד לא התקבלו
members-expires = בתוקף עד
members-revoke = ביטול ההזמנה
members-invite = הזמנת עמיתים
members-invite-lead = אנו שולחים קישור שתקף לשבעה ימים. שם הארגון אינו מופיע בהודעה.
members-invite-submit = שליחת ההזמנה
member-owner = בעלים
member-owner-may = כתיבה, אישור ושליחה של בקשות, והחלטה מי שייך לארגון.
member-editor = עריכה
member-editor-may = כתיבת בקשות והעלאת קבצים. האישור והשליחה נעשים בידי הבעלים.
member-viewer = צפייה
member-viewer-may = קריאת הכול, בלי לשנות דבר.
removal-title = להסיר את האדם הזה?
removal-lead = מעתה לא תהיה לו גישה לשום דבר של הארגון. מה שנכתב נשאר.
removal-submit = הסרה
leaving-title = לעזוב את הארגון?
leaving-lead = מעתה לא תהיה לך גישה לשום דבר של הארגון. מה שנכתב נשאר. רק הבעלים יכולים להזמין אותך שוב.
leaving-submit = עזיבה
notice-member-invited = ההזמנה בדרך.
notice-invitation-revoked = ההזמנה בוטלה, והקישור שלה אינו פועל עוד.
notice-member-removed = ההסרה בוצעה. אין לאדם הזה עוד גישה לשום דבר של הארגון.
notice-member-left = עזבת את הארגון.
notice-member-joined = ברוכים הבאים. מעתה החשבון שלך שייך לארגון הזה.

membership-account = הוזמנת לארגון
membership-account-lead = יש לפתוח חשבון עם הכתובת שאליה הגיעה ההודעה שלנו, או להיכנס איתה. אחר כך נראה איזה ארגון מזמין אותך.
membership-title = הוזמנת לארגון
membership-lead = { $organisation } מזמין אותך בתפקיד ״{ $role }״. { $may }
membership-accept = הצטרפות לארגון

# אישור התשובות.
certify-name = שמך
certify-role = תפקידך בארגון
certify-role-hint = למשל מנכ״לית, יושב ראש הוועד או מורשה חתימה.
certify-statement = אני מאשר/ת בשם הארגון שהתשובות האלה נכונות ומלאות, ושיש לי סמכות לשלוח אותן בשמו.
certify-name-told = שם נושא המשרה שמאשר
certify-statement-told = נושא המשרה ששמו מופיע למעלה מסר לי שהתשובות האלה נכונות ומלאות ושיש לו סמכות לשלוח אותן בשם הארגון. רשמתי את דבריו.
certify-later = אישור עכשיו, שליחה אחר כך
certify-owners = רק הבעלים בארגון שלכם יכולים לאשר ולשלוח: { $names }.
certify-ask = פנייה לבעלים בדוא״ל
certified-by = { $name }, { $role }, ב־{ $when }
certified-told = { $name }, { $role }, כפי שנמסר אל { $account } ב־{ $when }
certified-now = התשובות אושרו: { $who }. הטקסט לא השתנה מאז.
certified-changed = התשובות אושרו: { $who }. הטקסט השתנה מאז, ולכן יש לאשר אותו שוב.
certified-label = אישור התשובות
notice-certified = התשובות אושרו. הבקשה עוד לא נשלחה.
notice-owners-asked = כתבנו לבעלים בדוא״ל. בהודעה יש קישור, ואין בה דבר מהתשובות שלכם.

# ארגונים נותני חסות.
sponsor-title = ארגון נותן חסות
sponsor-lead = אם ארגון אחר יקבל את המענק וידווח עליו, אפשר לבקש כאן את הסכמתו. אפשר לשלוח את הבקשה עוד לפני שהוא משיב.
sponsor-sees = אנו שולחים קישור לכתובת שלמטה. נותן החסות רואה את שם הארגון שלכם, את הסכום ואת התקופה, ושום דבר אחר מהבקשה.
sponsor-name = שם הארגון נותן החסות
sponsor-email-hint = אדם שיכול להחליט בשם נותן החסות, או להביא את העניין לפני הוועד שלו.
sponsor-ask = בקשת הסכמה
sponsor-open-until = הקישור שבהודעה תקף עד { $day }. אם הגיע למקום הלא נכון, אפשר לחזור בכם מהפנייה ולפנות שוב.
sponsor-consented-text = אין צורך לעשות עוד דבר. נותן החסות יכול לחזור בו מהסכמתו עד ההחלטה, וגם אתם.
sponsor-missing = בפרופיל שלכם נכתב שאתם פועלים באמצעות ארגון נותן חסות, אבל שום ארגון לא הסכים עדיין. אפשר לשלוח בכל זאת; בלי הסכמה ייתכן שלא יהיה אפשר לתת מענק.
sponsor-not-asked = עוד לא נשאל
sponsor-asked = התבקשה הסכמה
sponsor-consented = ניתנה הסכמה
sponsor-declined = סירב
sponsor-revoked = ההסכמה בוטלה
sponsor-dropped = הפנייה בוטלה
sponsor-asked-on = { $sponsor }: ההסכמה התבקשה ב־{ $day }.
sponsor-consented-on = { $sponsor }: ההסכמה ניתנה ב־{ $day }.
sponsor-declined-on = { $sponsor }: סירוב ב־{ $day }.
sponsor-revoked-on = { $sponsor }: ההסכמה בוטלה ב־{ $day }.
sponsor-dropped-on = { $sponsor }: חזרתם בכם מהפנייה ב־{ $day }.
sponsor-answered-by = { $line } התשובה ניתנה בידי { $name }.
sponsor-drop-title = ביטול הפנייה
sponsor-drop-lead = הקישור שבהודעה יפסיק לפעול, והסכמה שניתנה לא תיחשב עוד. אפשר לפנות שוב.
sponsor-revoke-title = ביטול ההסכמה
sponsor-revoke-lead = לא תהיו עוד הארגון נותן החסות של הבקשה הזו. נכתוב למי שפנה אליכם. אי אפשר לחזור מזה; יהיה צורך בפנייה חדשה.
sponsor-end-title = בטוח?
sponsor-end-submit = כן, לבטל
sponsor-end-keep = לא, להשאיר
notice-sponsor-asked = הפנייה בדרך.
notice-sponsor-dropped = הפנייה בוטלה.
notice-sponsor-declined = סירבתם. נודיע למגיש הבקשה.
notice-sponsor-consented = הסכמתם. נודיע למגיש הבקשה.
notice-sponsor-revoked = ההסכמה שלכם בוטלה. נודיע למגיש הבקשה.
sponsor-account = מבקשים מכם להיות ארגון נותן חסות
sponsor-account-lead = יש לפתוח חשבון עם הכתובת שאליה הגיעה ההודעה שלנו, או להיכנס. אחר כך נראה מי פונה, כמה הוא מבקש ולכמה זמן.
sponsor-answer-title = האם תהיו הארגון נותן החסות?
sponsor-answer-lead = ארגון מבקש מענק ומציין אתכם כארגון שיקבל אותו.
sponsor-answer-applicant = מגיש הבקשה
sponsor-answer-amount = הסכום המבוקש
sponsor-answer-period = התקופה
sponsor-answer-as = איזה ארגון מסכים?
sponsor-answer-other = ארגון אחר
sponsor-answer-found = כדי להסכים יש להוסיף תחילה את הארגון שלכם. זה לוקח כשלוש דקות, ואז חוזרים לכאן. אפשר לסרב גם בלי זה.
sponsor-open-question = עוד לא נכתב
sponsor-months =
    { $n ->
        [one] חודש אחד
        [two] חודשיים
       *[other] { $n } חודשים
    }
sponsor-period = { $months } החל ב־{ $day }
sponsor-means = מה פירוש ההסכמה
sponsor-means-money = תקבלו את המענק בשביל מגיש הבקשה, תעבירו אותו לפי המוסכם ותדווחו עליו.
sponsor-means-profile = צוות הגוף המממן רואה את הפרופיל של הארגון שלכם, ומי הסכים ומתי.
sponsor-means-conflict = אנשי הארגון שלכם לא יוכלו להעריך את הבקשה הזו או להחליט עליה.
sponsor-means-back = אפשר לחזור בכם מההסכמה עד ההחלטה.
sponsor-consent = אנו מסכימים
sponsor-decline = אנו מסרבים
sponsorships-title = הסכמות כארגון נותן חסות
sponsorships-lead = בקשות שבהן הסכים הארגון שלכם לקבל את המענק.
sponsorships-empty = עדיין אין
sponsorships-empty-text = כשמישהו יציין אתכם כארגון נותן חסות, נשלח לכם הודעה עם קישור.
sponsorships-when = תאריך ההסכמה
sponsorships-state = מצב

# בקשות שהצוות מגיש בשם ארגון.
filing-title = הגשה בשם ארגון
filing-lead = לארגון שכתב, התקשר או ביקר. רושמים את מה שנמסר; בכל מקום מסומן מי הגיש.
filing-search = חיפוש הארגון
filing-search-hint = חלק מהשם, בכל אחד מהכתבים.
filing-search-submit = חיפוש
filing-none = אין ארגון בשם הזה
filing-none-text = אפשר לנסות חלק אחר של השם או כתב אחר, או לתאר את הארגון.
filing-organisation = ארגון
filing-channel = איך הגיעה הפנייה?
filing-letter = במכתב
filing-phone = בטלפון
filing-email = בדוא״ל
filing-visit = בביקור
filing-day = באיזה יום?
filing-day-hint = למשל { "\u2066" }2026-03-09{ "\u2069" } או 9/3/2026.
filing-note = הערה
filing-note-hint = מי דיבר בשם הארגון, ואיך אפשר להשיג אותו. הצוות רואה אותה; המעריכים לא.
filing-submit = התחלת הבקשה
filing-describe = תיאור ארגון חדש
filing-describe-lead = כפי שהוא מתאר את עצמו. הארגון אינו שייך לאיש עד שמזמינים את הבעלים הראשונים שלו.
filing-drafts = מה שהתחלת להגיש ועוד לא נשלח
filing-back = חזרה לתיק
filed-badge = הוגש בידי הצוות
filed-label = הגשה
filed-by-letter = הבקשה הוגשה בידי { $name } בשם הארגון, לפי מכתב מ־{ $day }.
filed-by-phone = הבקשה הוגשה בידי { $name } בשם הארגון, לפי שיחת טלפון ב־{ $day }.
filed-by-email = הבקשה הוגשה בידי { $name } בשם הארגון, לפי הודעת דוא״ל מ־{ $day }.
filed-by-visit = הבקשה הוגשה בידי { $name } בשם הארגון, לפי ביקור ב־{ $day }.
timeline-filed = נרשם בידי צוות התוכנית
owner-invite-title = הזמנת הבעלים הראשונים של הארגון
owner-invite-lead = אדם מ{ $organisation } יקבל קישור. אחרי ההצטרפות אפשר לקרוא את הבקשה ולעקוב אחריה.
notice-filed = הבקשה התחילה. הכתיבה היא בשם הארגון, ומסומן מי הגיש.
notice-organisation-described = הארגון נשמר. עכשיו נשאר לרשום איך הגיעה הפנייה.

# למה לא.
denied-viewer = אפשר לקרוא את הבקשות של הארגון הזה, אבל לא לשנות אותן. הבעלים יכולים לתת לך תפקיד אחר.
denied-owner = רק הבעלים בארגון יכולים לעשות זאת.
denied-filer = הבקשה מוגשת על ידך בשם הארגון. הפרופיל שלו והאנשים שלו הם עניינו.
denied-last-owner = בכל ארגון צריך להיות לפחות אדם אחד עם תפקיד הבעלים. תחילה יש לתת את התפקיד לאדם נוסף.
denied-other-address = ההזמנה נשלחה לכתובת אחרת. יש לצאת, ולהיכנס עם הכתובת שאליה הגיעה ההודעה שלנו.
denied-own-sponsor = ארגון אינו יכול לתת חסות לעצמו.
denied-own-filing = החשבון שלך שייך לארגון הזה. אפשר להגיש בשמו כאחד מאנשיו.
stale-has-owner = לארגון הזה כבר יש אנשים משלו, והם מזמינים זה את זה.
stale-not-certified = התשובות אינן מאושרות כפי שהן עכשיו. תחילה יש לאשר אותן.
stale-owners-asked = פנינו לבעלים כמה פעמים ממש עכשיו. אפשר להמתין שעה, או לדבר איתם.
stale-sponsor-asked = כבר פנינו לארגון נותן חסות. תחילה יש לבטל את הפנייה ההיא.
stale-sponsor-answered = בינתיים ניתנה תשובה לפנייה הזו, או שהיא בוטלה.

# הודעות דוא״ל.
mail-member-subject = הוזמנת לארגון
mail-member-body =
    עמיתים מזמינים אותך לעבוד יחד על בקשות למענקים. יש לפתוח את הקישור בתוך שבעה ימים:

    { $link }
mail-certify-subject = בקשה ממתינה לך
mail-certify-body =
    עמיתים מבקשים ממך לאשר בקשה ולשלוח אותה. אפשר לקרוא אותה כאן:

    { $link }
mail-sponsor-subject = שאלה לארגון שלכם
mail-sponsor-body =
    ארגון שמבקש מענק פונה אליכם כדי שתהיו הארגון נותן החסות שלו. כדי לקרוא מי פונה ולהשיב, יש לפתוח את הקישור בתוך שלושה שבועות:

    { $link }
mail-sponsor-answer-subject = חדש בעניין ארגון נותן חסות
mail-sponsor-answer-body =
    התשובה של ארגון נותן חסות שפניתם אליו השתנתה. אפשר לקרוא אותה כאן:

    { $link }
