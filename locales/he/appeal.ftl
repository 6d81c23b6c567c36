# בחינה מחדש של החלטות שנמסרו, והחלטה חדשה.
appeals-title = בחינה מחדש
appeals-waiting = בקשות לבחינה מחדש
appeal-here = מגישי הבקשה מבקשים לבחון את ההחלטה מחדש
appeal-ask = לבקש שההחלטה תיבחן שוב
appeal-title = בקשה לבחון את ההחלטה שוב
appeal-lead = כתבו לנו במה טעינו או מה לא ידענו. מי שלא קיבל את ההחלטה יקרא וישיב לכם. אפשר לבקש פעם אחת.
appeal-words = מה כדאי שנבחן שוב?
appeal-send = שליחה
appeal-yours = ביקשתם שנבחן שוב
appeal-waits = אנו בוחנים את הדברים ונכתוב לכם.
appeal-told-upheld = נחליט מחדש
appeal-told-not-upheld = ההחלטה נשארת
appeal-read = בקשה לבחינה מחדש
appeal-asked = נשלחה { $when }
appeal-raised = מגישי הבקשה ביקשו לבחון שוב את החלטה { $n }
appeal-outcome = תשובה
appeal-upheld = התקבלה: מחליטים מחדש
appeal-upheld-hint = הבקשה חוזרת לדיון. ההחלטה הקודמת נשארת קריאה, ובתוקף עד שתימסר חדשה.
appeal-not-upheld = לא התקבלה: ההחלטה נשארת
appeal-not-upheld-hint = מגישי הבקשה קוראים את התשובה.
appeal-answer = מה אנו משיבים
appeal-answer-hint = מגישי הבקשה קוראים את זה.
appeal-answer-send = שליחת התשובה
anew-title = החלטה מחדש
anew-lead = הבקשה חוזרת לדיון, ושם אפשר להציע החלטה חדשה ולאשר אותה. הקודמת נשארת כפי שהיא, ומה שמגישי הבקשה קוראים משתנה רק כשהחדשה נמסרת.
anew-reason = למה
anew-reason-hint = נשאר פנימי, ליד ההחלטה הקודמת.
anew-do = חזרה לדיון
anew-appeal = החלטה { $n } נפתחה שוב אחרי בקשה לבחינה מחדש
anew-correction = החלטה { $n } נפתחה שוב כדי לתקן אותה
anew-reserve = החלטה { $n } נפתחה שוב: התפנה כסף לרשימת ההמתנה
notice-appeal-sent = הבקשה אצלנו, ונכתוב לכם.
notice-appeal-answered = התשובה נמסרה למגישי הבקשה.
notice-anew = הבקשה חזרה לדיון. אפשר להציע החלטה חדשה.
stale-appealed = כבר ביקשתם לבחון את ההחלטה הזו שוב.
stale-appeal-answered = כבר ניתנה תשובה לבקשה הזו.
stale-not-reserve = הבקשה הזו כבר אינה ברשימת ההמתנה.
denied-own-decision = ההחלטה הזו היא הצעה שלך או אושרה על ידך, ולכן אדם אחר בצוות הניהול צריך להשיב.
mail-appeal-subject = בקשה לבחון החלטה שוב
appeals-count =
    { $n ->
        [one] בקשה אחת לבחון החלטה מחדש
        [two] שתי בקשות לבחון החלטה מחדש
       *[other] { $n } בקשות לבחון החלטה מחדש
    }
mail-appeal-body =
    מגישי בקשה מבקשים לבחון החלטה שוב. כדי לקרוא למה, יש להיכנס לחשבון ולפתוח את הקישור. מי שהציע את ההחלטה או אישר אותה אינו יכול להשיב:

    { $link }
mail-appeal-answered-subject = יש תשובה לבקשה שלכם
mail-appeal-answered-body =
    ביקשתם שנבחן החלטה שוב. כדי לקרוא את התשובה, יש להיכנס לחשבון ולפתוח את הקישור:

    { $link }
