# בקשות: הכתיבה, השליחה והמעקב מצד המגישים.
application-title = הבקשה שלכם
answer-yes = כן
answer-no = לא
answer-declared = אושר

start-title = תחילת בקשה
start-back = חזרה לעמוד המחזור
start-lead = אפשר להפסיק בכל עת: הכול נשמר, ורק אנשי הארגון שלכם קוראים את הטיוטה.
start-how = איך זה עובד
start-step-write = עונים על השאלות, חלק אחר חלק ובכל סדר שנוח. לרוב הארגונים נדרשות בסך הכול שעתיים עד ארבע שעות.
start-step-check = בודקים הכול בעמוד אחד ושולחים. עד אז אפשר לשנות כל תשובה.
start-step-follow = מקבלים מספר אסמכתה ואישור קבלה, ורואים כאן בכל עת היכן הבקשה עומדת.
start-organisation = בשם איזה ארגון מוגשת הבקשה?
start-other-organisation = הבקשה היא בשם ארגון שאינו מופיע ברשימה
start-no-organisation = קודם כול, הארגון שלכם
start-no-organisation-text = בקשות מוגשות בשם ארגונים. מתארים את הארגון פעם אחת, ואז חוזרים לכאן.
start-submit = תחילת הבקשה
notice-application-started = הבקשה נפתחה. אפשר להתחיל מכל חלק.
notice-application-known = לארגון שלכם כבר יש בקשה במחזור הזה, והיא לפניכם.

applications-title = הבקשות שלכם
applications-lead = כל הבקשות של הארגונים שלכם.
applications-rounds = למחזורים הפתוחים
applications-find = מציאת מחזור פתוח
applications-empty = עדיין אין בקשות
applications-empty-text = בוחרים מחזור פתוח, קוראים את השאלות ומתחילים. אפשר לשמור בכל עת.
applications-now = מחכות לכם עכשיו
applications-now-text = יש להשלים ולשלוח עד
applications-sent = נשלחו
applications-over = הסתיימו
application-untitled = בקשה שעדיין אין לה כותרת
application-named = הבקשה
application-organisation = ארגון
application-round = מחזור
application-reference = מספר אסמכתה
application-answers = קריאת התשובות
application-receipt = אישור הקבלה
application-back = חזרה לבקשה

tasks-title = חלקי הבקשה
tasks-back = חזרה לרשימת החלקים
tasks-progress-label = חלקים שהושלמו
tasks-progress =
    { $total ->
        [one] חלקים שהושלמו: { $done } מתוך אחד
        [two] חלקים שהושלמו: { $done } מתוך שניים
       *[other] חלקים שהושלמו: { $done } מתוך { $total }
    }
tasks-order = הסדר נתון לבחירתכם. כשהכול מוכן, בודקים את התשובות ושולחים.
tasks-check = בדיקת התשובות
tasks-over = המחזור הזה הסתיים, והבקשה לא נשלחה. מה שכתבתם נשמר, ואפשר לקרוא ולהעתיק אותו.
tasks-round = על המחזור
section-not-started = טרם התחיל
section-incomplete = חלקי
section-complete = הושלם

section-nth = חלק { $nth } מתוך { $total }
section-saved = נשמר: { $when }
section-save = שמירה והמשך
section-save-list = שמירה וחזרה לרשימה
section-partly-saved = מה שהצלחנו לקרוא נשמר. נא לתקן את השדות שלמטה ולשמור שוב.
section-overtaken = בינתיים החלק הזה נשמר בידי מישהו אחר מהארגון, או מחלון אחר שלכם. שום דבר ממה שכתבתם לא אבד: הוא מופיע בשדות, ולצד כל שדה שבו יש הבדל מוצג הנוסח השמור. סמנו את הנוסחים השמורים שאתם מעדיפים על שלכם, ושמרו.
section-theirs = נשמר בידי { $name }, { $when }
section-keep-mine = שמירת מה שבחרתי
section-take-theirs = ויתור על הנוסח שלי ולקיחת הנוסח השמור
section-shut = מה שכתבתם עדיין מופיע למטה, כדי שתוכלו להעתיק אותו.
row-legend = שורה { $n }
row-add = הוספת שורה
row-remove = הסרה
field-currency = מטבע

check-title = בדיקת התשובות
check-gaps =
    { $n ->
        [one] עדיין חסר דבר אחד
        [two] עדיין חסרים שני דברים
       *[other] עדיין חסרים { $n } דברים
    }
check-late = המועד האחרון עבר. אם תשלחו עכשיו, הבקשה עדיין תתקבל ותסומן כמאוחרת.
check-send = שליחת הבקשה
check-declared = בשליחה אתם מאשרים:
check-final = לאחר השליחה אי אפשר עוד לשנות תשובות. אפשר למשוך את הבקשה עד שתתקבל בה החלטה.
check-submit = שליחת הבקשה
gap = { $question }: { $problem }
gap-sentence = { $question } { $problem }
gap-cell = { $question }, שורה { $row }, { $column }
gap-cell-sentence = { $question } שורה { $row }, { $column }

receipt-title = הבקשה נשלחה
receipt-number = מספר האסמכתה שלכם
receipt-keep = נא לציין אותו בכל פנייה אלינו.
receipt-sent = נשלחה
receipt-late = באיחור, בתוך הארכה
receipt-next = מה יקרה עכשיו
receipt-next-mail = נכתוב אל { $email } שהבקשה הגיעה. בהודעה יהיו מספר האסמכתה וקישור, ושום דבר מהתשובות.
receipt-next-check = נבדוק אם הבקשה עומדת בתנאי הסף. אחר כך כמה אנשים מהצוות המעריך יקראו אותה וייתנו לה ציונים.
receipt-next-decision = התוצאה תימסר לכם עד { $day }.
receipt-follow = מעקב אחר הבקשה
receipt-print = אפשר להדפיס את העמוד הזה כאישור קבלה.
receipt-copy = מה ששלחתם

answers-title = התשובות שלכם
answers-contents = חלקי הבקשה
answers-as-saved = הנוסח השמור; לא נשלח

standing-draft = טיוטה
standing-draft-lead = הבקשה הזו עדיין לא נשלחה.
standing-unsent = לא נשלחה
standing-discarded = טיוטה שבוטלה
standing-discarded-lead = הטיוטה הזו בוטלה. איש אינו קורא אותה עוד.
standing-submitted = התקבלה
standing-submitted-lead = הבקשה שלכם אצלנו. השלב הבא: נבדוק אם היא עומדת בתנאי הסף.
standing-withdrawn = נמשכה
standing-withdrawn-lead = משכתם את הבקשה הזו. היא לא תיקרא עוד, ולא תתקבל בה החלטה.
standing-ineligible = אינה עומדת בתנאי הסף
standing-ineligible-lead = הבקשה הזו אינה מתאימה לכללי המחזור, ולכן לא ניתנים לה ציונים. אם לדעתכם זו טעות, כתבו לנו.
standing-in-review = בהערכה
standing-in-review-lead = הבקשה שלכם עומדת בתנאי הסף. הצוות המעריך קורא אותה ונותן לה ציונים, ולאחר מכן התוכנית מחליטה.
standing-decided = התקבלה החלטה
standing-decided-lead = התקבלה החלטה בבקשה שלכם. התוצאה מופיעה למטה.

timeline-title = מה קרה, ומה צפוי
timeline-sent = שליחת הבקשה
timeline-withdrawn = משיכת הבקשה
timeline-checked = בדיקת העמידה בתנאי הסף
timeline-ineligible = בדיקת הסף: הבקשה אינה עומדת בתנאי הסף של המחזור
timeline-reviewed = קריאה ומתן ציונים על ידי הצוות המעריך
timeline-decided = החלטה
timeline-promise = נודיע לכם עד { $day }.

outcome-amount = סכום
outcome-conditions = תנאים
outcome-feedback = משוב אליכם

withdrawal-title = משיכת הבקשה
withdrawal-lead = הבקשה לא תיקרא עוד, לא תקבל ציונים ולא תתקבל בה החלטה, ואי אפשר לבטל זאת. כל עוד המחזור פתוח, אפשר להתחיל בקשה חדשה.
withdrawal-submit = משיכת הבקשה
withdrawal-keep = להשאיר את הבקשה
notice-withdrawn = הבקשה נמשכה.
discard-title = ביטול הטיוטה
discard-lead = הטיוטה תיעלם מרשימת הבקשות שלכם, ואי אפשר לבטל זאת. כל עוד המחזור פתוח, אפשר להתחיל בקשה חדשה.
discard-submit = ביטול הטיוטה
discard-keep = להשאיר את הטיוטה
notice-discarded = הטיוטה בוטלה.
outcome-not-eligible = הסיבה

answer-place = { $locality }, { $country }
answer-hidden = (השאלה אינה נשאלת עוד בגלל תשובה אחרת. התשובה נשמרה כפי שנכתבה.)
field-locality = יישוב או אזור
field-country-hint = מדינה. אפשר להתחיל להקליד ולבחור, או לכתוב את שמה.
question-only-if = רק אם עניתם ״{ $answer }״ על ״{ $question }״:
question-sensitive = כתבו רק מה שבטוח לשתף.
question-not-reviewers = הצוות המעריך אינו רואה תשובה זו.

section-take = להשתמש בנוסח הזה במקום שלי
autosave-partly = { $saved }. מה שעדיין אי אפשר לקרוא לא נשמר: { $unread }
autosave-overtaken = לא נשמר אוטומטית: מישהו שמר את החלק הזה בינתיים. לחצו ״שמירה״ כדי לראות את שני הנוסחים.
autosave-shut = אי אפשר לשמור עוד את החלק הזה. העתיקו את מה שנחוץ.
autosave-offline = לא נשמר: אין חיבור. הטקסט עדיין כאן, וננסה שוב.
autosave-signed-out = לא נשמר: החיבור לחשבון הסתיים. לחצו ״שמירה״: אפשר להיכנס שוב, והטקסט נשאר אתכם.

section-unconfirmed = לבדיקה
section-carried = התשובות האלה הגיעו מפעם קודמת. קראו אותן, שנו את מה שכבר אינו נכון ושמרו: השמירה מאשרת אותן.
copy-title = העתקת תשובות מבקשה קודמת
copy-lead = דבר ממה שכתבתם כאן לא יוחלף. הצהרות וקבצים אינם מועתקים, וכל חלק שהועתק ממתין לבדיקה שלכם.
copy-from = להעתיק מתוך
copy-choice = { $title } ({ $round }, { $reference })
copy-look = הצגת מה שיועתק
copy-what = מה יועתק
copy-answers =
    { $n ->
        [one] תשובה אחת
        [two] שתי תשובות
       *[other] { $n } תשובות
    }
copy-left =
    { $n ->
        [one] לתשובה קודמת אחת אין מקום בטופס הזה, והיא נשארת במקומה.
        [two] לשתי תשובות קודמות אין מקום בטופס הזה, והן נשארות במקומן.
       *[other] ל־{ $n } תשובות קודמות אין מקום בטופס הזה, והן נשארות במקומן.
    }
copy-nothing = דבר: על כל מה שמתאים לטופס הזה כבר עניתם כאן.
copy-submit = העתקת התשובות
notice-copied = התשובות הועתקו. בדקו את החלקים המסומנים.
stale-nothing-to-copy = אין מה להעתיק: על כל מה שמתאים לטופס הזה כבר עניתם כאן.
