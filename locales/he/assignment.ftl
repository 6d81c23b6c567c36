# שיבוץ בקשות לצוות המעריך.
assignment-title = הצוות המעריך
assignment-given = למי הבקשה שובצה
assignment-reviewer = שם
assignment-email = כתובת דוא״ל
assignment-since = מאז
assignment-state = הערכה
assignment-end = ביטול השיבוץ
assignment-not-begun = טרם התחילה
assignment-begun = בעבודה
assignment-submitted = נשלחה
assignment-recused = פרישה: ניגוד עניינים
assignment-free = למי אפשר לשבץ
assignment-barred = למי אי אפשר לשבץ
assignment-choose = בחירה
assignment-owes = הערכות שעוד לא נשלחו
assignment-submit = שיבוץ
assignment-nobody = אין אנשים נוספים שיכולים להעריך את הבקשה
assignment-nobody-lead = צריך להזמין תחילה מישהו בתפקיד הערכה.
assignment-none = אין
assignment-bulk-title = שיבוץ הצוות המעריך
assignment-bulk-lead = כל בקשה שסומנה תשובץ לכל מי שסומנו. שיבוצים שכבר קיימים נשארים כפי שהם.
assignment-applications = בקשות בהערכה
assignment-reviewers = הצוות המעריך
assignment-none-in-review = אין בקשות בהערכה
assignment-none-in-review-lead = בקשות יופיעו כאן לאחר שנמצא בבדיקת הסף שהן עומדות בתנאים.
notice-assigned = השיבוץ נשמר. נשלחו הודעות לצוות המעריך.
notice-unassigned = השיבוץ בוטל.

bar-not-reviewer = ללא תפקיד הערכה, או שהחשבון מושבת
bar-member = שייכות לארגון
bar-conflict = ניגוד עניינים
bar-assigned = הבקשה כבר שובצה

mail-assigned-subject = יש בקשות שממתינות להערכה שלך
mail-assigned-body =
    שובצו לך בקשות להערכה. לפני שבקשה נפתחת, תופיע שאלה אם יש לך קשר כלשהו לארגון. הרשימה שלך נמצאת כאן:

    { $link }
