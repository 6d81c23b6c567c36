# نموذج البرنامج كما يكتبه الطاقم.
form-title = النموذج
form-of = نموذج { $programme }
form-of-round = النموذج
form-open = فتح النموذج
form-state = الحالة
form-draft = مسودة
form-version = الإصدار { $version }
form-version-of = الإصدار { $version }، نُشر في { $when }
form-published = منشور، وهو الإصدار { $version }
form-unpublished =
    { $n ->
        [zero] لم يُنشر بعد: لا تغييرات منذ الإصدار { $version }
        [one] لم يُنشر بعد: تغيير واحد منذ الإصدار { $version }
        [two] لم يُنشر بعد: تغييران منذ الإصدار { $version }
        [few] لم يُنشر بعد: { $n } تغييرات منذ الإصدار { $version }
        [many] لم يُنشر بعد: { $n } تغييراً منذ الإصدار { $version }
       *[other] لم يُنشر بعد: { $n } تغيير منذ الإصدار { $version }
    }
form-facts = نظرة سريعة
form-fact-questions = الأسئلة
form-fact-required = إلزامية
form-fact-hidden = لا تُعرض على المقيّمين
form-fact-sensitive = حساسة
form-fact-saved = مرات حفظ المسودة
form-versions = الإصدارات المنشورة
form-version-used = تستخدمه
form-version-unused = لا تستخدمه أي دورة.
form-all-versions = كل إصدارات النموذج
form-unfit = ما يمنع النشر
form-none = لا شيء هنا بعد
form-questions =
    { $n ->
        [0] لا أسئلة
        [zero] لا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $n } أسئلة
        [many] { $n } سؤالاً
       *[other] { $n } سؤال
    }
form-back-to-work = العودة إلى النموذج

# الأجزاء.
form-part = الجزء
form-part-words = نصّه
form-part-section = قسم
form-part-question = سؤال
form-part-column = عمود
form-part-quiz = سؤال أهلية
form-quiz = أسئلة الأهلية
form-quiz-lead = تُطرح قبل إنشاء أي حساب. يمكن للجواب أن يوضح لماذا لن ينجح الطلب، وما البديل. لا يُحفظ منها شيء.
form-edit = تعديل { $part }
form-new = إضافة { $part }
form-removal = إزالة { $part }؟
form-add = إضافة
form-add-next = إضافة، ثم غيره
form-add-question = إضافة سؤال
form-add-section = إضافة قسم
form-add-column = إضافة عمود
form-add-quiz = إضافة سؤال أهلية
form-add-option = إضافة خيار
form-up = نقل إلى أعلى
form-down = نقل إلى أسفل
form-copy = نسخ
form-remove = إزالة
form-keep-mine = حفظ ما كتبتُه مكانه
form-theirs = المحفوظ الآن

# أنواع الأسئلة.
form-kind-short-text = سطر واحد من النص
form-kind-long-text = نص أطول
form-kind-number = عدد صحيح
form-kind-money = مبلغ من المال
form-kind-date = تاريخ
form-kind-place = بلد ومكان
form-kind-yes-no = نعم أو لا
form-kind-choice = اختيار واحد من الخيارات
form-kind-choices = اختيار ما ينطبق من الخيارات
form-kind-rows = أسطر ذات أعمدة
form-kind-files = ملفات
form-kind-declaration = إقرار يُؤكَّد

# الصفات.
form-badge-required = إلزامي
form-badge-hidden = ليس للمقيّمين
form-badge-sensitive = حساس
form-badge-profile = عن المنظمة
form-badge-untranslated = ينقص: { $languages }
form-stage-short = النموذج القصير
form-stage-full = النموذج الكامل
form-stage-short-long = في النموذج القصير الذي يملؤه الجميع
form-stage-full-long = في النموذج الكامل، لمن دُعي إليه فقط

# حقول الجزء.
form-in-language = { $what } ({ $language })
form-group-words = الصياغة
form-words-lead = تكفي لغة واحدة أثناء العمل. وحيث تنقص لغة، تُعرض أول لغة موجودة.
form-group-answer = طريقة الجواب
form-group-options = الأجوبة
form-group-condition = متى يُطرح
form-group-traits = القواعد
form-group-section = موضعه
form-group-code = الرمز
form-field-title = العنوان
form-field-intro = المقدمة
form-field-label = السؤال
form-field-hint = الشرح
form-field-option = الخيار
form-field-refusal = لماذا لا، وما البديل
form-quiz-options-lead = اتركوا «لماذا لا» فارغاً في كل جواب يسمح بالمتابعة.
form-field-kind = نوع الجواب
form-show-kind = عرض حقول هذا النوع
form-kind-kept = { $kind }. يبقى كما هو لأن السؤال منشور والأجوبة تُقرأ بحسبه. لطرح السؤال بطريقة أخرى، أضيفوا سؤالاً جديداً وأزيلوا هذا.
form-field-characters = أقصى عدد للأحرف
form-field-length = على الأكثر
form-field-unit = يُحسب
form-unit-words = بالكلمات
form-unit-characters = بالأحرف
form-field-min = أصغر عدد
form-field-max = أكبر عدد
form-field-rows = أقصى عدد للأسطر
form-field-files = أقصى عدد للملفات
form-field-own-currency = يختار المتقدمون العملة؛ وإلا فهي عملة الدورة
form-option-number = الخيار { $n }
form-condition-lead = يمكن لسؤال أن ينتظر جواب سؤال قبله: نعم أو لا، أو اختيار، أو إقرار. الأجوبة التي تُخفى لاحقاً تُحفظ ولا يُحكم عليها.
form-always = دائماً
form-field-decider = يُطرح
form-decider-gone = { $code } (لم يعد سؤالاً سابقاً)
form-show-answers = عرض أجوبة هذا السؤال
form-field-any-of = فقط إن كان الجواب أحد هذه
form-field-required = إلزامي
form-field-required-hint = لا يمكن إرسال الطلب من دونه.
form-field-hidden = عدم عرضه على المقيّمين
form-field-hidden-hint = لا يرى الجواب إلا الطاقم. ويُخبَر المتقدمون بذلك.
form-field-sensitive = حساس
form-field-sensitive-hint = قد يعرّض الجواب أحداً للخطر. ويُخبَر المتقدمون بذلك إلى جانب السؤال.
form-field-stage = المرحلة
form-field-profile = عن المنظمة نفسها
form-field-profile-hint = تُحفظ الأجوبة لدى المنظمة، فتؤكدها في طلبها التالي بدل كتابتها من جديد.
form-field-code = الرمز
form-code-lead = تُحفظ الأجوبة تحت هذا الرمز. إن تُرك فارغاً صيغ من الكلمات الإنجليزية. وبعد النشر لا يتغير.
form-code-kept = الرمز هو { $code }، ويبقى كما هو لأن هذا منشور والأجوبة تُحفظ تحته.

# الإزالة.
form-removal-inside =
    { $n ->
        [zero] لا يُزال معه شيء
        [one] يُزال معه هذا
        [two] يُزال معه هذان
        [few] تُزال معه هذه الأجزاء، وعددها { $n }
        [many] تُزال معه هذه الأجزاء، وعددها { $n }
       *[other] تُزال معه هذه الأجزاء، وعددها { $n }
    }
form-removal-hanging =
    { $n ->
        [zero] لا ينتظر جوابه أي سؤال
        [one] ينتظر هذا السؤال جوابه: غيّروا متى يُطرح قبل النشر
        [two] ينتظر هذان السؤالان جوابه: غيّروا متى يُطرحان قبل النشر
        [few] تنتظر هذه الأسئلة الـ{ $n } جوابه: غيّروا متى تُطرح قبل النشر
        [many] تنتظر هذه الأسئلة الـ{ $n } جوابه: غيّروا متى تُطرح قبل النشر
       *[other] تنتظر هذه الأسئلة الـ{ $n } جوابه: غيّروا متى تُطرح قبل النشر
    }
form-removal-public = يُزال من المسودة فقط. تحتفظ به الإصدارات المنشورة، وكذلك كل الأجوبة التي أُعطيت عنه.
form-removal-draft = لم يُنشر قط، فلم يجب عنه أحد. ما كُتب هنا يضيع.

# كما يراه الآخرون.
form-preview = معاينة
form-preview-lead = كما يراه المتقدمون. يمكنكم تجربة كل حقل؛ لا يُحفظ شيء.
form-preview-languages = اللغة
form-preview-stages = المرحلة
form-preview-all = الكل
form-questions-title = كل الأسئلة للطباعة
form-questions-lead = كما تظهر في صفحة الدورة قبل إنشاء أي حساب.

# الفروق.
form-change = التغيير
form-change-added = أُضيف
form-change-removed = أُزيل
form-change-changed = تغيّر
form-aspects = ما تغيّر فيه
form-aspect-label = الصياغة
form-aspect-hint = الشرح
form-aspect-kind = النوع
form-aspect-limit = الحد
form-aspect-options = الخيارات
form-aspect-required = إلزامي أو لا
form-aspect-reviewers = يُعرض على المقيّمين أو لا
form-aspect-sensitive = حساس أو لا
form-aspect-condition = متى يُطرح
form-aspect-stage = المرحلة
form-aspect-profile = عن المنظمة أو لا
form-aspect-place = الموضع

# النشر.
form-publish = نشر…
form-publish-version = نشر الإصدار { $version }
form-publish-do = نشر هذا الإصدار
form-publish-differences = ما يتغير
form-publish-same = لا شيء يُنشر
form-publish-same-lead = تطابق المسودة الإصدار المنشور.
form-publish-unfit =
    { $n ->
        [zero] لا شيء يمنع النشر
        [one] أمر واحد يمنع النشر
        [two] أمران يمنعان النشر
        [few] { $n } أمور تمنع النشر
        [many] { $n } أمراً تمنع النشر
       *[other] { $n } أمر يمنع النشر
    }
form-publish-no-rounds = لا توجد الآن دورة يمكنها استخدامه. ستستخدمه الدورات الجديدة.
form-publish-keeps = الطلبات التي بدأت تبقى على الإصدار الذي بدأت به: لا يضيع جواب ولا يُطلب مرة أخرى.
form-field-rounds = الدورات التي تستخدمه من الآن
form-field-rounds-hint = تستخدم الدورات الجديدة آخر إصدار. والطلبات التي بدأت في هذه الدورات تبقى على إصدارها.
form-round-sent = أُرسل طلب من قبل، لذلك تبقى هذه الدورة على إصدارها: كل من تُقارن طلباتهم يجيبون عن الأسئلة نفسها.
form-round-uses = نموذج هذه الدورة: { $version }.
round-admin-form-version = إصدار النموذج
form-round-choose = استخدام هذا الإصدار
form-field-version = إصدار آخر
form-reset = التخلي عن المسودة
form-reset-effect = تعود المسودة كما في الإصدار { $version }.
form-reset-keeps = ما تغيّر منذ ذلك الحين يضيع. نزّلوا المسودة أولاً إن كنتم قد تحتاجون إليها.
form-reset-do = التخلي عنها

# الملفات.
form-file = ملف
form-download = تنزيل النموذج كملف
form-file-remark = يمكن تعديله بأي محرر نصوص ثم استيراده في صفحة النموذج.
form-import = استيراد ملف
form-import-lead = اختاروا ملف نموذج أو الصقوا نصه. ترون أولاً ما سيتغير في المسودة؛ ولا يُنشر شيء.
form-field-file = أو الصقوا نص ملف النموذج (TOML)
form-field-file-hint = كما نزّلتموه، حتى ميغابايت واحد.
form-choose-file = ملف النموذج (TOML)
form-import-look = عرض ما سيغيّره النص الملصق
form-import-look-file = عرض ما سيغيّره الملف
form-file-unread = اختاروا ملفاً نصياً لا يزيد على ميغابايت واحد.
form-import-changes =
    { $n ->
        [zero] لن يتغير شيء في المسودة
        [one] سيتغير جزء واحد من المسودة
        [two] سيتغير جزآن من المسودة
        [few] ستتغير { $n } أجزاء من المسودة
        [many] سيتغير { $n } جزءاً من المسودة
       *[other] سيتغير { $n } جزء من المسودة
    }
form-import-replaces = يحل الملف محل المسودة كلها.
form-import-do = استخدامه كمسودة
form-import-same = لن يتغير شيء
form-import-same-lead = يطابق الملف المسودة.
form-file-line = السطر { $line }: { $reason }
form-file-more =
    { $n ->
        [zero] ولا أخطاء أخرى.
        [one] وهناك خطأ واحد آخر.
        [two] وهناك خطآن آخران.
        [few] وهناك { $n } أخطاء أخرى.
        [many] وهناك { $n } خطأً آخر.
       *[other] وهناك { $n } خطأ آخر.
    }

notice-form-added = أُضيف إلى المسودة.
notice-form-copied = نُسخ. النسخة بعده.
notice-form-moved = نُقل.
notice-form-removed = أُزيل من المسودة.
notice-form-published = نُشر.
notice-form-reset = جرى التخلي عن المسودة.
notice-form-imported = أصبح الملف هو المسودة. راجعوها ثم انشروها.

stale-form-part = غيّر شخص آخر هذا في هذه الأثناء. ما كتبتموه في الأسفل، والمحفوظ الآن فوقه.
stale-form-gone = أزال شخص آخر هذا في هذه الأثناء. ما كتبتموه في الأسفل لتتمكنوا من نسخه.
stale-form-draft = غيّر شخص آخر المسودة في هذه الأثناء. لم يُفعل شيء: راجعوها أولاً.
stale-form-same = تطابق المسودة الإصدار المنشور. لم يُفعل شيء.
stale-form-unfit = لا يمكن نشر النموذج بعد. تذكر صفحته ما ينقص.

error-form-words = اكتبوه بلغة واحدة على الأقل.
error-form-answer = ضعوا علامة على جواب واحد على الأقل.
error-form-code-kept = هذا منشور: يبقى رمزه لأن الأجوبة تُحفظ تحته.
error-form-code-other = نُشر هذا الرمز لنوع آخر من الأسئلة. اختاروا رمزاً آخر أو النوع القديم.
error-form-kind-kept = هذا منشور: يبقى نوعه لأن الأجوبة تُقرأ بحسبه.
error-form-rows-kept = أزيلوا أعمدته أولاً.

# قائمة الأسئلة في صفحة الدورة.
asked-stage-short = من النموذج القصير الذي يملؤه الجميع.
asked-stage-full = لا يُطرح إلا على من دُعي إلى النموذج الكامل.
asked-profile = يُحفظ لدى منظمتكم: في المرة القادمة تؤكدونه بدل كتابته من جديد.

# أسئلة الأهلية.
quiz-title = هل يمكنكم التقديم؟
quiz-link = تحققوا في دقيقتين إن كان بإمكانكم التقديم
quiz-lead = بضعة أسئلة من دون حساب. تخبركم إن كان للطلب جدوى، وإن لم يكن، فما قد يفيد بدلاً منه.
quiz-check = ماذا يعني ذلك
quiz-nothing-kept = لا تُحفظ أجوبتكم، لا هنا ولا في سجل المتصفح.
quiz-yes = يمكنكم التقديم
quiz-yes-lead = لا شيء في أجوبتكم يمنع ذلك. أما المنحة فيقررها من يقرؤون طلبكم.
quiz-no = على الأرجح ليس هذا البرنامج المناسب
quiz-no-lead = نفضّل أن نخبركم الآن لا بعد ساعات من الكتابة. إليكم السبب، وما قد يفيد بدلاً منه.
quiz-round = كل ما يخص هذه الدورة
quiz-again = الإجابة من جديد
