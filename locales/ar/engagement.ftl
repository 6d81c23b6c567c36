# سجلّ التواصل مع منظمة، وما يُقتبس منه دليلاً.
engagement-title = سجلّ التواصل
engagement-lead = الزيارات والمكالمات واللقاءات والرسائل، والأحدث أولاً. لا يُكتب فوق قيد أبداً: فالتصحيح نسخة جديدة، وتبقى النسخ السابقة.
engagement-empty = لا شيء في السجلّ بعد.
engagement-add = إضافة قيد
engagement-save = إضافة إلى السجلّ
engagement-save-files = إضافة ثم إرفاق ملفات
engagement-visit = زيارة
engagement-call = مكالمة
engagement-convening = لقاء
engagement-letter = رسالة
engagement-head = { $kind }، { $day }
engagement-kind = ما نوعه؟
engagement-day = اليوم
engagement-day-hint = مثل { "\u2066" }2026-03-09{ "\u2069" } أو 9/3/2026.
engagement-place = المكان
engagement-theirs = المشاركون من المنظمة
engagement-people-hint = تكفي الصفات حيث قد يعرّض ذكر الأسماء أحداً للخطر.
engagement-ours = المشاركون من البرنامج
engagement-notes = الملاحظات
engagement-notes-hint = اكتبوها بحيث يمكن اقتباسها: ما شوهد وما قيل ومن قاله.
engagement-files = ملفات من طلباتهم تتعلق بالقيد
engagement-files-hint = أشيروا إلى ما أرسلته المنظمة. أما الصور والمحاضر وسائر ملفاتكم فتضاف بعد أن يصير القيد في السجلّ.
engagement-uploads = الملفات
engagement-uploads-lead = ما جئتم به من اللقاء: صور ومحاضر ورسائل. لا يقرؤها إلا العاملون؛ واقتباس القيد لا يُظهر أي ملف لأحد.
engagement-uploads-count = { $n ->
    [zero] لا ملفات خاصة به
    [one] ملف واحد خاص به
    [two] ملفان خاصان به
    [few] { $n } ملفات خاصة به
    [many] { $n } ملفاً خاصاً به
   *[other] { $n } ملف خاص به
}
engagement-upload-gone = حُذف { $when }
engagement-upload-removal = يُمحى المحتوى نهائياً. ويبقى في السجلّ أن الملف كان هنا ومن أضافه.
engagement-upload-remove = حذف الملف
error-engagement-file-twice = «{ $name }» مرفق بهذا القيد من قبل.
engagement-by = { $who }، { $when }
engagement-corrected = مصحَّح
engagement-mistaken = قيد خاطئ
engagement-correct = تصحيح هذا القيد
engagement-correct-lead = تبقى النسخة الحالية بوصفها سابقة، ويظهر سببكم بجانب الجديدة.
engagement-correct-save = حفظ التصحيح
engagement-reason = لماذا يُصحَّح؟
engagement-is-mistaken = القيد كله خطأ
engagement-mistaken-hint = يبقى في السجلّ معلَّماً بأنه خاطئ. ولا يعود المقيّمون يرون ما اقتُبس منه.
engagement-former = النسخ السابقة
engagement-back = العودة إلى القيد
notice-engagement-logged = صار القيد في السجلّ.
notice-engagement-corrected = حُفظ التصحيح.
stale-engagement-page = هذه الصفحة قديمة. افتحوها من جديد واكتبوا منها.
stale-engagement-corrected = صحّح أحدهم هذا القيد في هذه الأثناء. قارنوا بما يقوله الآن، واحفظوا مرة أخرى إن بقي ما كتبتموه صحيحاً.
stale-engagement-mistaken = هذا القيد معلَّم بأنه خاطئ ولا يمكن اقتباسه.

# الاقتباسات.
quotes-title = مقتبس من سجلّ التواصل
quote-title = اقتباس من هذا القيد
quote-lead = الاقتباس فعل قائم بذاته لكل طلب. وتبقى الكلمات كما اقتُبست، حتى لو صُحّح القيد.
quote-application = عن أي طلب؟
quote-words = الكلمات المقتبسة
quote-words-hint = انسخوها من الملاحظات قطعةً واحدة.
quote-audience = لمن؟
quote-staff = لفريق البرنامج
quote-staff-hint = في ملف الطلب وبجانب القرار.
quote-reviewers = لمقيّمي هذا الطلب
quote-reviewers-hint = يرى الفريق والمقيّمون الكلمات. وحيث لا يعرف المقيّمون مقدّم الطلب تُحجب الأسماء المعروفة ولا يُذكر اليوم.
quote-criterion = بجانب أي معيار؟
quote-whole = الطلب كله
quote-save = اقتباس
quote-by = اقتبسه { $who }، { $when }
quote-corrected = صُحّح القيد بعد ذلك
quote-end = إنهاء هذا الاقتباس
quote-for-you = اقتبسه فريق البرنامج لهذا التقييم
quote-take = إدراجه في التعليل
quote-in-text = «{ $words }» ({ $head })
error-quote-words = لا ترد هذه الكلمات في الملاحظات قطعةً واحدة.
notice-quoted = اقتُبست الكلمات.
notice-quote-ended = أُنهي الاقتباس.
