# בקשת מחיקה.
erasure-title = מחיקה
erasure-ask-own = בקשה למחוק את החשבון שלכם
erasure-lead-own = השם, הכתובת, הסיסמה, החברויות והמכתבים שלכם נמחקים, ואיש לא ייכנס עוד בחשבון הזה. מנהל עונה; אין צורך לומר מדוע.
erasure-lead-organisation = הכול על הארגון שלכם נמחק: שמות, פרופיל, תשובות, קבצים, הודעות, וחשבונות של מי שפועלים בשמו בלבד. מנהל עונה; אין צורך לומר מדוע.
erasure-stays = מספרים נשארים, כמו סכומים וציונים, וכן היומן של מי עשה מה, שבו יעמוד אז מזהה במקום שם. אם חוק או כסף ששולם מחייבים שמירה, התשובה אומרת זאת.
erasure-ask = בקשת מחיקה
erasure-take-back = ביטול הבקשה
erasure-state = { $state } נשאל { $when }.
erasure-asked = ממתין לתשובה.
erasure-granted = אושר.
erasure-granted-waiting = אושר. דבר עוד לא נמחק: אדם שני צריך לאשר זאת.
erasure-granted-open = אושר, אבל דבר עוד לא נמחק: אדם שני לא אישר זאת. אפשר לבקש שוב.
erasure-refused = נשמר לעת עתה, מן הסיבה הזאת.
erasure-taken-back = בוטל.
erasures-title = בקשות מחיקה
erasures-lead = אנשים וארגונים שביקשו למחוק את מה שנשמר עליהם, הראשונים למעלה.
erasures-none = אין בקשה ממתינה
erasures-whose = על
erasures-asked = מתי נשאל
erasures-granted = אושר, ועוד לא נמחק
erasures-granted-lead = מחיקה שאיש אינו מאשר בתוך 24 שעות אינה מוחקת דבר. הציעו אותה שוב בעמוד שלה.
erasures-purge = מחיקה
erasures-granted-at = מתי אושר
erasures-person = החשבון
erasures-organisation = הארגון
erasures-answer = מענה לבקשת מחיקה
erasures-lead-person = אם תאשרו, החשבון נמחק מיד ואיש לא יוכל להשיב אותו.
erasures-lead-organisation = אם תאשרו, תוצע מחיקה של הארגון, שמנהל אחר מאשר בתוך 24 שעות.
erasures-lead-paid =
    { $n ->
        [one] תשלום אחד שולם לארגון הזה. ייתכן שהחוק מחייב לשמור את הניירות. אם תאשרו, תוצע מחיקה שמנהל אחר מאשר.
        [two] שני תשלומים שולמו לארגון הזה. ייתכן שהחוק מחייב לשמור את הניירות. אם תאשרו, תוצע מחיקה שמנהל אחר מאשר.
       *[other] { $n } תשלומים שולמו לארגון הזה. ייתכן שהחוק מחייב לשמור את הניירות. אם תאשרו, תוצע מחיקה שמנהל אחר מאשר.
    }
erasures-what = מה תשובתכם?
erasures-grant = למחוק
erasures-refuse = לשמור לעת עתה
erasures-reason-hint = מי שביקש קורא זאת. נחוץ אם אתם שומרים, או מוחקים אף ששולם כסף.
erasures-save = מענה
notice-erasure-asked = הבקשה נשלחה. נכתוב לכם כשתיענה.
notice-erasure-taken-back = הבקשה בוטלה.
notice-erasure-answered = התשובה נשלחה.
stale-erasure-waits = בקשה כבר ממתינה לתשובה.
stale-erasure-answered = הבקשה הזאת נענתה או בוטלה.
stale-erasure-alone = מישהו אחראי לבדו לארגון שיש בו אנשים אחרים. מנו קודם חבר אחר לבעלים.
denied-erasure-owner = רק בעלים בארגון יכולים לבקש זאת.
denied-own-erasure = אתם ביקשתם זאת, ולכן מנהל אחר צריך לענות.
mail-erased-subject = החשבון שלכם נמחק
mail-erased-body =
    כפי שביקשתם, החשבון שלכם נמחק. זה המכתב האחרון. מה שאנחנו שומרים כתוב כאן:

    { $link }
mail-erasing-subject = בקשת המחיקה שלכם אושרה
mail-erasing-body =
    כפי שביקשתם, הכול על הארגון שלכם יימחק ברגע שאדם שני יאשר זאת. כאן תראו היכן זה עומד:

    { $link }
mail-kept-subject = בקשת המחיקה שלכם נענתה
mail-kept-body =
    אנחנו שומרים לעת עתה, מסיבה שתקראו כאן:

    { $link }
