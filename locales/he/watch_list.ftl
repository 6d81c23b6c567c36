# רשימות מעקב שנקראות מקבצים.

watch-unreadable = אי אפשר לקרוא את הקובץ עד סופו.
watch-empty = הקובץ ריק.
watch-unknown = זו אינה רשימת מעקב שאפשר לקרוא. מוכרים קובצי OFAC ‏(sdn, alt, add ו-cons) בפורמט CSV, רשימת האו״ם בפורמט XML, הקובץ targets.simple.csv של OpenSanctions ורשימת האיחוד האירופי בפורמט CSV עם נקודה-פסיק.
watch-columns = העמודות האלה חסרות: { $missing }.
watch-row-cells = מספר התאים הוא { $found } במקום { $expected }.
watch-row-long = השורה ארוכה ממביבייט; אולי מירכאות לא נסגרו.
watch-encoding = הטקסט אינו בקידוד UTF-8.
watch-no-id = מספר הרשומה חסר.
watch-no-name = השם חסר.
watch-xml-entity = הגדרות סוג מסמך וישויות אינן נקראות.
watch-xml-broken = ה-XML שבור כאן.
watch-xml-cut = הקובץ נקטע לפני סופו.
watch-csv-cut = לשורה האחרונה אין סוף שורה: הקובץ נקטע לפני סופו.
watch-mixed = הקובץ הזה בא ממפרסם אחר מהקובץ שלפניו.
watch-undated = הקבצים אינם אומרים מה תאריך הרשימה. תנו אותו באמצעות ‎--dated.
watch-day-differs = הקובץ הוא מיום { $told }, ו־‎--dated אומר { $given }.
watch-no-entries = אין רשומה בקבצים האלה.
watch-too-bad = שורות לא קריאות: { $bad }, רשומות: { $entries }; יותר מאחת למאה.
watch-many-bad = יותר מ־{ $most } שורות אינן קריאות: זו אינה רשימה במבנה הזה.
watch-too-long = יותר מ־{ $most } רשומות ושמות: אין רשימה ארוכה כל כך.
watch-future = תאריך הרשימה { $dated } עדיין לא הגיע.
watch-other-source = הגרסה שבתוקף היא בפורמט של { $present }, וזו בפורמט של { $new }.
watch-older = הגרסה שבתוקף היא מיום { $present }, וזו מיום { $new }: היא ישנה יותר.
watch-fewer = בגרסה שבתוקף { $present } רשומות עם { $former } שמות, ובזו { $new } עם { $names }: פחות ביותר מעשירית. אם זה נכון, ציינו זאת באמצעות ‎--fewer.
