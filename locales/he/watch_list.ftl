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
