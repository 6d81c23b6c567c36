# חשבונות: פתיחה וכניסה, סיסמאות, מכשירים, אנשים.
field-email = כתובת דוא״ל
field-name = שם
field-name-hint = השם שבו מכירים אותך בעבודה.
field-password = סיסמה
field-password-hint = לפחות 12 תווים. שלוש או ארבע מילים חזקות יותר ממילה אחת עם סימנים, וקל יותר לזכור אותן.
field-present-password = הסיסמה הנוכחית
field-language = שפת ההודעות שנשלח אליך
field-language-hint = את שפת העמודים אפשר להחליף בכל עת.
field-time-zone = אזור זמן
field-time-zone-hint = המועדים יוצגו לך לפי אזור הזמן הזה.

sign-in-title = כניסה
sign-in-submit = כניסה
sign-in-forgotten = שכחתי את הסיסמה
sign-in-new = עדיין אין לי חשבון
sign-in-demo = התנסות במערכת
sign-in-demo-lead = לחיצה אחת מספיקה כדי להיכנס לכל אחד מחשבונות ההדגמה. במערכת אמיתית הצוות נדרש גם לקוד מיישומון, ולסיסמה שוב לפני ייצוא; כאן אין צורך בכך.

sign-up-title = פתיחת חשבון
sign-up-lead = חשבון אחד מספיק לכל הארגונים שאתם פועלים בשמם.
sign-up-submit = פתיחת החשבון
sign-up-have-account = יש לי חשבון
sign-up-sent-title = נא לבדוק את הדוא״ל
sign-up-sent-lead = שלחנו אליך הודעה ובה קישור. יש לפתוח אותו בתוך שלושה ימים כדי לאשר את הכתובת, ואז להיכנס. אם ההודעה לא מגיעה, כדאי לבדוק בתיקיית דואר הזבל או לנסות שוב.
confirm-title = אישור כתובת הדוא״ל
confirm-lead = לחיצה אחת, ואפשר להיכנס.
confirm-submit = אישור הכתובת
notice-confirmed = הכתובת אושרה. עכשיו אפשר להיכנס.

join-title = הצטרפות לפי הזמנה
join-lead = נא לבחור סיסמה ואת השם שיוצג לעמיתים. אם כבר יש לך חשבון עם הכתובת הזו, הסיסמה שלו לא תשתנה.
join-submit = הצטרפות
notice-joined = ההצטרפות הושלמה. עכשיו אפשר להיכנס.

reset-title = בחירת סיסמה חדשה
reset-lead = נא לכתוב את כתובת הדוא״ל, ונשלח אליה קישור.
reset-request = שליחת הקישור
reset-sent-title = נא לבדוק את הדוא״ל
reset-sent-lead = אם יש חשבון עם הכתובת הזו, הודעה ובה קישור כבר בדרך. הקישור תקף לשעה אחת.
reset-choose-title = בחירת סיסמה חדשה
reset-choose-lead = החשבון ינותק בכל המכשירים.
reset-choose-submit = שמירת הסיסמה החדשה
notice-password-changed = הסיסמה שונתה, והמכשירים האחרים נותקו.

account-title = החשבון שלך
account-save = שמירה
account-password = סיסמה
account-password-change = שינוי הסיסמה
account-sessions = המכשירים המחוברים לחשבון
account-sessions-lead = אם אחד מהם אינו מוכר לך, כדאי לנתק אותו ולשנות את הסיסמה.
account-session-begun = זמן הכניסה
account-session-seen = שימוש אחרון
account-session-this = המכשיר הזה
account-session-end = ניתוק המכשיר
account-sessions-end = ניתוק כל המכשירים האחרים
notice-sessions-ended = המכשירים האחרים שלך נותקו.
notice-session-ended = המכשיר נותק.
password-title = שינוי הסיסמה
password-lead = המכשירים האחרים שלך ינותקו.
password-submit = שינוי הסיסמה

role-applicant = הגשת בקשות
role-reviewer = הערכה
role-admin = ניהול
role-auditor = ביקורת
people-title = אנשים
people-caption = כל מי שיכולים להיכנס למערכת
people-name = שם
people-roles = תפקידים
people-role = תפקיד
people-state = מצב
people-active = פעיל
people-disabled = מושבת
people-unconfirmed = טרם אושר
people-give = הוספת תפקיד: { $role }
people-take = { $role } ✓
people-enable = הפעלה
people-disable = השבתה
people-invite = שליחת הזמנה
notice-invited = ההזמנה בדרך.

# כניסה מחדש עם טקסט שהוקלד.
resume-title = כניסה כדי לשמור את מה שכתבתם
resume-lead = החיבור הסתיים, ולכן עדיין לא נשלח דבר. הטקסט שמור בעמוד הזה: היכנסו, ואפשר יהיה לשלוח אותו.
resume-submit = כניסה והמשך
resume-away-lead = שום דבר לא השתנה ושום דבר לא אבד: מה שהקלדתם נמצא בעמוד הזה. נא להמתין דקה ואז לשלוח. לפני סגירת העמוד כדאי להעתיק את הטקסט.
resume-uncertain-lead = הקשר עם מסד הנתונים נותק בדיוק כשנשמר מה ששלחתם. פתחו את העמוד בחלון אחר ובדקו אם זה שם. אם לא, שלחו עכשיו: מה שהקלדתם נמצא בעמוד הזה.
resume-again-title = הטקסט עדיין כאן
resume-again-lead = הוא עוד לא נשלח, כי העמוד ישן מהכניסה האחרונה שלכם. אפשר לשלוח עכשיו.
resume-again-submit = שליחה עכשיו
resume-language-title = ממשיכים בעברית
resume-language-lead = מה שהקלדתם שמור בעמוד הזה. שלחו אותו כדי להמשיך בעברית, או העתיקו אותו מלמטה.
resume-language-submit = שליחת מה שהקלדתי
resume-texts = הצגת מה שכתבתי
