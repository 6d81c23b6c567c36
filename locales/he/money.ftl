# תקציבים, מטבעות ושערים.

requested-converted = { $asked } (שהם { $reference } לפי שער { $rate } מיום { $day })
rate-dated = { $rate } ({ $day }, { $source })
rate-source = מקור השער
currency-not-taken = { $currency } (כבר לא מתקבל)
receipt-requested = הסכום שביקשתם
round-rates-label = או במטבע אחר, לפי השער

field-request-currency = מטבע הבקשה
field-request-currency-hint = כל הסכומים בבקשה ובתקציב הם במטבע הזה. אנחנו משווים בקשות לפי השערים האלה; השער שקובע הוא זה שבתוקף ביום השליחה.

budget-sums = התקציב עד כה
budget-kind = סוג ההוצאה
budget-cost = עלות
budget-asked = מבוקש כאן
budget-others = מגורמים אחרים
budget-total = סך הכול
budget-no-category = ללא קטגוריה
budget-too-much = סכום גדול מכדי לחשב

rates-title = מטבעות ושערים
rates-lead = המחזור הזה מתנהל במטבע { $reference }. בקשות במטבעות האחרים שלמטה מומרות לפי השער שבתוקף בעת השליחה. שער חדש לעולם אינו משנה את מה שנשלח לפניו.
rates-none = בקשות מתקבלות ב־{ $reference } בלבד
rates-none-text = אפשר להוסיף שער כדי לקבל בקשות גם במטבע אחר.
rates-change = שינוי
rates-taken = מטבעות אחרים והשער שבתוקף
rates-end = הפסקת קבלת { $currency }
rates-ended = כבר לא מתקבל
rates-add = הוספת מטבע או שער חדש
rates-submit = הוספת השער
rates-rate = שער
rates-rate-hint = כמה שווה { $reference } אחד במטבע הזה, עם נקודה עשרונית: 3.9512.
rates-day = יום השער
rates-day-hint = למשל { "\u2066" }2026-03-09{ "\u2069" }; היום או קודם לכן.
rates-source-hint = היכן כל אחד יכול לבדוק אותו, למשל ״השערים היציגים של בנק ישראל״. מגישי הבקשות רואים את זה.
rates-currency-hint = שלוש אותיות, למשל ILS.
rates-history = כל השערים עד כה
rates-added = נוסף
rates-by = בידי
notice-rate-added = השער בתוקף.
notice-currency-ended = המחזור כבר לא מקבל את המטבע הזה. טיוטות במטבע הזה נשמרו, והכותבים יתבקשו לבחור מטבע אחר.
