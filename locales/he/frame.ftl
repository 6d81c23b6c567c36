# המסגרת של כל עמוד.
frame-skip = מעבר לתוכן
frame-menu = תפריט
frame-exit-keys = או Esc פעמיים
frame-exit = יציאה מהעמוד הזה
frame-language = שפה
frame-problems = יש בעיה
frame-demo = הדגמה: כל מה שכאן בדוי ונמחק בסיום.
frame-demo-inbox = קריאת ההודעות שנשלחו
frame-footer = Evenhand, הענקת מענקים בהגינות ובקפידה.
frame-optional = (לא חובה)
frame-not-answered = ללא תשובה
frame-change = שינוי
frame-earlier = העמוד הקודם
frame-later = העמוד הבא
frame-show-password = הצגת הסיסמה
frame-hide-password = הסתרת הסיסמה
frame-privacy = מה אנו שומרים, ולמי יש גישה
page-error-title = שגיאה: { $title }

nav-sign-in = כניסה
nav-sign-out = יציאה
nav-account = החשבון שלך
nav-applications = בקשות
nav-organisations = ארגונים
nav-reviews = הערכות
nav-rounds = מחזורים
nav-people = אנשים
nav-audit = יומן ביקורת

notice-saved = נשמר.
notice-signed-out = יצאת מהחשבון.

open-rounds-title = מחזורים פתוחים להגשת בקשות
