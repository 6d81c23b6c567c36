# Reading files of grants (360Giving).
giving-unreadable = تعذّرت قراءة الملف.
giving-workbook = هذا ليس مصنّف Excel قابلًا للقراءة، أو أنه تالف.
giving-json = الملف مقطوع أو ليس JSON (السطر { $line }، العمود { $column }).
giving-no-grants = لا توجد في الملف قائمة منح.
giving-unplaced = هذه القيمة ناقصة، ومن دونها لا يمكن نسبة المنحة: تم تجاوزها.
giving-identifier = المعرّف أطول من { $most } حرف: تم تجاوز المنحة.
giving-twice = توجد أعلاه منحة بالمعرّف نفسه: تم تجاوز هذه.
giving-missing = يطلب المعيار هذه القيمة وهي ناقصة؛ تُحفظ المنحة من دونها.
giving-date = ‏«{ $text }» ليس تاريخًا مثل { "\u2066" }2026-03-09{ "\u2069" }؛ تُحفظ المنحة من دونه.
giving-currency = هذا ليس رمز عملة من ثلاثة أحرف كبيرة؛ تُحفظ المنحة من دون مبلغها.
giving-amount = هذا ليس مبلغًا يساوي صفرًا أو أكثر؛ تُحفظ المنحة من دونه.
giving-months = ‏«{ $text }» ليس عدد أشهر؛ تُحفظ المنحة من دونه.
giving-ends-before = ينتهي قبل أن يبدأ؛ تُحفظ المنحة من دون تواريخها.
giving-more = في هذا الصف خلايا أكثر مما في الصف الأول من أسماء؛ الفاصلة داخل خلية تتطلب علامتي اقتباس حولها. تم تجاوز المنحة.
giving-long = منحة يزيد حجمها على { $most } ميبي بايت، أو لا نهاية لها.
giving-unfolds = يتجاوز محتوى هذا المصنّف بعد فكّه { $most } ميبي بايت، وهو ما لا يفسّره حجمه. احفظوه بصيغة CSV أو JSON.
error-ends-before = لا يمكن أن ينتهي قبل أن يبدأ.
denied-overlap-unsent = يُبحث عن التداخل بعد إرسال الطلب.

# The support ledger.
ledger-title = سجل الدعم
ledger-lead = منح نشرها ممولون وقُرئت من ملفاتهم (360Giving). يُبحث فيها عن تداخل مع الطلبات، وفيما تصرّح به المنظمات وما مُنح هنا.
ledger-load = تحميل ملف منح
ledger-load-lead = ‏JSON أو CSV أو XLSX وفق معيار 360Giving. تحميل الملف نفسه مرة أخرى لا يغيّر شيئًا؛ والأحدث يضيف الجديد ويستبدل ما تغيّر. لا تُؤخذ المنح المقدّمة إلى أفراد.
ledger-file = الملف
ledger-file-hint = حتى 8 ميغابايت. تُحمَّل الملفات الأكبر على الخادم بالأمر
ledger-rest = { $n ->
    [zero] لا منح صالحة
    [one] اختيار الملف من جديد وتحميل المنحة الصالحة الوحيدة
    [two] اختيار الملف من جديد وتحميل المنحتين الصالحتين
    [few] اختيار الملف من جديد وتحميل { $n } منح صالحة
    [many] اختيار الملف من جديد وتحميل { $n } منحة صالحة
   *[other] اختيار الملف من جديد وتحميل { $n } منحة صالحة
}
ledger-empty = لم يُحمَّل أي ملف بعد
ledger-empty-text = ينشر كثير من الممولين منحهم. حمّلوا ما يخص منطقتكم ومجالكم.
ledger-files = الملفات في السجل
ledger-entries = المنح
ledger-when = وقت التحميل
ledger-by = بواسطة
ledger-by-operator = مشغّل النظام
ledger-digest = بصمة SHA-256
notice-ledger-loaded = أصبح الملف في السجل.
error-ledger-findings = بعضه غير صالح للاستعمال. انظروا القائمة؛ لم يتغيّر شيء.
error-ledger-refused = الملف غير صالح للاستعمال. انظروا السبب؛ لم يتغيّر شيء.
error-ledger-large = الملف أكبر من 8 ميغابايت.

ledger-support = الدعم
ledger-support-lead = من يموّل غيرنا، أو موّل، أو طُلب منه. يذكر كل سطر مصدر المعلومة.
ledger-on-record = المسجّل هنا
ledger-none-on-record = لا شيء مسجّل بعد.
ledger-published = ما نشره الممولون
ledger-none-published = لم تُوجد منحة منشورة بأرقامها أو باسمها.
ledger-more-published = { $n ->
    [zero] لا منح أخرى.
    [one] توجد منحة أخرى مشابهة؛ تُعرض أقرب 20 منحة.
    [two] توجد منحتان أخريان مشابهتان؛ تُعرض أقرب 20 منحة.
    [few] توجد { $n } منح أخرى مشابهة؛ تُعرض أقرب 20 منحة.
    [many] توجد { $n } منحة أخرى مشابهة؛ تُعرض أقرب 20 منحة.
   *[other] توجد { $n } منحة أخرى مشابهة؛ تُعرض أقرب 20 منحة.
}
ledger-funder = الداعم
ledger-purpose = الغرض
ledger-to-whom = إلى
ledger-amount = المبلغ
ledger-no-amount = المبلغ غير معروف
ledger-currency = العملة
ledger-currency-hint = ثلاثة أحرف، مثل EUR. لازمة مع المبلغ.
ledger-from = من
ledger-to = إلى
ledger-day-hint = مثل { "\u2066" }2026-03-09{ "\u2069" }
ledger-period-head = الفترة
ledger-period = من { $from } إلى { $to }
ledger-period-assumed = من { $from } إلى { $to } (افتراضًا: سنة من تاريخ المنح)
ledger-source = المصدر
ledger-source-hint = من أين تعرفون ذلك: تقرير، مكالمة، موقع مع تاريخه.
ledger-note = تدوين دعم علمتم به
ledger-note-save = تدوين
ledger-withdraw = إزالة
ledger-withdraw-title = إزالته من السجل
ledger-why = لماذا؟
ledger-keep = إبقاؤه
notice-support-noted = دُوّن.
notice-support-withdrawn = أُزيل من السجل.
ledger-file-withdraw = إزالة الملف
ledger-file-withdraw-lead = «{ $name }»، عدد المنح: { $grants }. لن يُحسب بعد الآن شيء مما جاء به: لا يظهر في أي تداخل، ويعود ما حلّ محله إلى الاحتساب. يمكن تحميل الملف من جديد لاحقًا.
ledger-file-withdrawn = أُزيل في { $when }
notice-ledger-file-withdrawn = أُزيل الملف من السجل.
ledger-kind-imported = نشره الممول
ledger-kind-declared = صرّحت به المنظمة
ledger-kind-learned = دوّنه الطاقم
ledger-kind-award = مُنح هنا
ledger-kind-request = طُلب هنا
ledger-received = استُلم
ledger-agreed = اتُّفق عليه ولم يُستلم بعد
ledger-asked = طُلب ولم يصل رد بعد
ledger-refused = رُفض
ledger-ended = انتهى

# Overlaps.
overlaps-title = التداخل
overlaps-lead = ما قد يموّل العمل نفسه، الأقرب أولًا. يذكر ما يبدو متشابهًا؛ أما معناه فأنتم من يحدده.
overlaps-search = البحث من جديد
overlaps-searched = آخر بحث: { $when }.
overlaps-not-searched = لم يُبحث بعد.
overlaps-grown = { $n ->
    [zero] لم يدخل السجل شيء منذ ذلك.
    [one] دخل السجل قيد واحد منذ ذلك.
    [two] دخل السجل قيدان منذ ذلك.
    [few] دخلت السجل { $n } قيود منذ ذلك.
    [many] دخل السجل { $n } قيدًا منذ ذلك.
   *[other] دخل السجل { $n } قيد منذ ذلك.
}
overlaps-empty = لا شيء متشابه
overlaps-empty-text = لا يحوي السجل شيئًا للمنظمة نفسها في الوقت نفسه وللغرض نفسه.
notice-overlaps-searched = تم البحث من جديد.
overlap-title = تداخل
overlap-score = التشابه { $score } من 100
overlap-open = مفتوح
overlap-confirmed = مؤكد
overlap-dismissed = مستبعد
overlap-asked = سُئل مقدّم الطلب
overlap-same-number = المنظمة نفسها، بحسب رقمها في سجل رسمي
overlap-name = تشابه الاسم { $percent }٪
overlap-other-number = رقم آخر في السجل الرسمي نفسه
overlap-months = { $shared } من { $all } أشهر متطابقة
overlap-no-period = الفترة غير معروفة
overlap-purpose = تشابه الكلمات { $percent }٪
overlap-words = كلمات مشتركة، مختصرة: { $words }
overlap-people = يقودها الأشخاص أنفسهم: { $names }
overlap-lines = { $percent }٪ من بنود الميزانية متطابقة
overlap-other-application = طلب آخر هنا
overlap-asked-here = المطلوب هنا
overlap-compared = الاثنان جنبًا إلى جنب
overlap-part = البند
overlap-this = هذا الطلب
overlap-other = الآخر
overlap-who-pays = من يدفع
overlap-who = المنظمة
overlap-numbers = أرقامها في السجلات الرسمية
overlap-what = الغرض
overlap-more = الوصف
overlap-when = الفترة
overlap-from = مصدر المعلومة
overlap-id = رقمه هناك
overlap-say = ما هو؟
overlap-confirm = العمل نفسه مموَّل
overlap-confirm-hint = يراه المقيّمون مؤكدًا.
overlap-dismiss = ليس العمل نفسه
overlap-dismiss-hint = لا يعود المقيّمون يرونه. يلزم سبب.
overlap-ask-first = سؤال مقدّم الطلب أولًا
overlap-ask-first-hint = تنتقلون إلى الأسئلة.
overlap-reason = السبب
overlap-reason-hint = لازم عند الاستبعاد.
overlap-save = حفظ
overlap-ask = أسئلة إلى مقدّم الطلب
notice-overlap-said = حُفظ.
review-overlaps = { $n ->
    [zero] لا تداخل مع دعم آخر
    [one] تداخل واحد مع دعم آخر
    [two] تداخلان مع دعم آخر
    [few] { $n } تداخلات مع دعم آخر
    [many] { $n } تداخلًا مع دعم آخر
   *[other] { $n } تداخل مع دعم آخر
}
review-overlaps-lead = وجده البرنامج فيما ينشره الممولون وما تصرّح به المنظمة. «مفتوح» يعني أن أحدًا لم يحكم فيه بعد.
