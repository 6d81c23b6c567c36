# קבצים שעונים על שאלה: הוספה, הסרה, קריאה.
files-title = הקבצים שלכם
files-back = חזרה לחלק
files-none = עדיין אין קבצים
files-go = שמירה והוספת קבצים
files-go-more = שמירה ושינוי הקבצים
files-caption = הקבצים שנמצאים כאן
files-choose = בחרו קובץ אחד או כמה קבצים
files-kinds = קובצי PDF,‏ JPG,‏ PNG,‏ DOCX או XLSX, כל אחד עד { $most } מ״ב.
files-most =
    { $most ->
        [one] לשאלה הזאת אפשר לצרף קובץ אחד; לבקשה כולה { $all } לכל היותר.
        [two] לשאלה הזאת אפשר לצרף שני קבצים לכל היותר; לבקשה כולה { $all } לכל היותר.
       *[other] לשאלה הזאת אפשר לצרף { $most } קבצים לכל היותר; לבקשה כולה { $all } לכל היותר.
    }
files-metadata = מתמונות אנחנו מסירים את המקום, את השעה וכל דבר אחר שמצלמה מוסיפה. קובצי PDF,‏ DOCX ו־XLSX נשמרים כמות שהם: ייתכן שהם נוקבים בשם המחבר, ולכן בדקו את מאפייני המסמך לפני שתוסיפו אותו.
files-add = הוספה
files-done = חזרה לחלק
files-full = אין מקום לקבצים נוספים. הסירו קובץ כדי להוסיף אחר.
files-unfinished = הקובץ ״{ $name }״ ({ $size }) לא הגיע בשלמותו. בחרו באותו קובץ שוב בתוך יממה: מה שכבר הגיע לא יישלח פעמיים.
files-progress = התקדמות שליחת הקובץ
files-sending = בשליחה:
files-checking = הקובץ נשלח ונבדק:
files-waiting = החיבור נותק. השליחה תימשך מעצמה ברגע שיחזור:
files-lost = השליחה נעצרה. פתחו את הדף הזה מחדש ובחרו באותו קובץ שוב.
files-large = הקובץ הזה גדול מהמותר. הקטינו אותו, או חלקו אותו לכמה קבצים.
files-signed-out = החיבור שלכם לחשבון הסתיים. היכנסו שוב ובחרו באותו קובץ: מה שכבר הגיע נשמר.
notice-files-added = הקבצים נוספו.

file-name = קובץ
file-size = גודל
file-when = נוסף
file-state = בדיקת וירוסים
file-actions = פעולות
file-clean = לא נמצא דבר
file-not-scanned = לא נסרק
file-remove = הסרה
file-removal-title = הסרת הקובץ הזה
file-removal-lead = הקובץ יוסר מהטיוטה. מה ששלחתם קודם יישאר כפי שנשלח.
file-removal-submit = הסרת הקובץ
file-removal-keep = להשאיר אותו
notice-file-removed = הקובץ הוסר.

size-kilobytes = { $number } ק״ב
size-megabytes = { $number } מ״ב
