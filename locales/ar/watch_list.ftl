# قوائم المراقبة التي تُقرأ من ملفات.

watch-unreadable = تتعذّر قراءة الملف إلى آخره.
watch-empty = الملف فارغ.
watch-unknown = هذه ليست قائمة مراقبة يمكن قراءتها. المعروف منها ملفات OFAC ‏(sdn وalt وadd وcons) بصيغة CSV، وقائمة الأمم المتحدة بصيغة XML، وملف targets.simple.csv من OpenSanctions، وقائمة الاتحاد الأوروبي بصيغة CSV بفواصل منقوطة.
watch-columns = هذه الأعمدة ناقصة: { $missing }.
watch-row-cells = عدد الخلايا { $found } بدلًا من { $expected }.
watch-row-long = الصف أطول من ميبيبايت؛ ربما لم تُغلق علامة اقتباس.
watch-encoding = هذا النص ليس بترميز UTF-8.
watch-no-id = رقم القيد ناقص.
watch-no-name = الاسم ناقص.
watch-xml-entity = لا تُقرأ تعريفات نوع المستند ولا الكيانات.
watch-xml-broken = ملف XML معطوب هنا.
watch-xml-cut = ينقطع الملف قبل نهايته.
watch-csv-cut = الصف الأخير بلا نهاية سطر: ينقطع الملف قبل نهايته.
watch-mixed = هذا الملف من ناشر غير ناشر الملف الذي قبله.
watch-undated = لا تذكر الملفات تاريخ القائمة. أعطوه بالخيار ‎--dated.
watch-day-differs = الملف بتاريخ { $told }، والخيار ‎--dated يقول { $given }.
watch-no-entries = لا قيد في هذه الملفات.
watch-too-bad = صفوف غير مقروءة: { $bad }، وقيود: { $entries }؛ أي أكثر من واحد في المئة.
watch-many-bad = أكثر من { $most } صفًا لا يمكن قراءتها: هذه ليست قائمة بهذه الصيغة.
watch-too-long = أكثر من { $most } قيد واسم: لا توجد قائمة بهذا الطول.
watch-future = تاريخ القائمة { $dated } لم يأتِ بعد.
watch-other-source = الإصدار النافذ بصيغة { $present }، وهذا بصيغة { $new }.
watch-older = الإصدار النافذ بتاريخ { $present }، وهذا بتاريخ { $new }: فهو أقدم.
watch-fewer = في الإصدار النافذ قيود عددها { $present } بأسماء عددها { $former }، وفي هذا { $new } بأسماء عددها { $names }: نقص يزيد على العُشر. إن كان ذلك صحيحًا فقولوه بالخيار ‎--fewer.
