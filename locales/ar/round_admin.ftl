# الدورات والبرامج كما يديرها الطاقم.
admin-save = حفظ
admin-cancel = إلغاء
admin-filter = عرض

round-admin-title = الدورات
round-admin-round = الدورة
round-admin-new = دورة جديدة
round-admin-empty = لا دورات بعد
round-admin-empty-lead = الدورة فترة محددة بتاريخ يُفتح فيها باب التقديم ضمن برنامج. أنشئوا دورة، وراجعوها على مهل، ثم افتحوها.
round-admin-state = الحالة
round-admin-state-draft = قيد الإعداد
round-admin-state-open = مفتوحة
round-admin-state-closed = مغلقة
round-admin-sent = الطلبات
round-admin-drafts = المسودات

round-admin-edit = تعديل الدورة
round-admin-open = فتح الدورة
round-admin-close = إغلاق الدورة
round-admin-work = العمل في هذه الدورة
round-admin-task-screen = الفرز الأولي لما ورد
round-admin-task-screen-hint = هل يقع كل طلب ضمن نطاق البرنامج؟
round-admin-task-assign = الإسناد إلى المقيّمين
round-admin-task-assign-hint = إسناد الطلبات إلى من لا صلة لهم بها.
round-admin-task-decide = المقارنة واتخاذ القرار
round-admin-task-decide-hint = الطلبات التي اكتملت تقييماتها، مرتبة بحسب درجاتها.
round-admin-nothing-waits = لا شيء بالانتظار
round-admin-waiting =
    { $n ->
        [zero] لا شيء بالانتظار
        [one] طلب واحد بالانتظار
        [two] طلبان بالانتظار
        [few] { $n } طلبات بالانتظار
        [many] { $n } طلباً بالانتظار
       *[other] { $n } طلب بالانتظار
    }
round-admin-reviews = التقييمات
round-admin-reviews-in =
    { $total ->
        [0] لم يُسنَد أي تقييم بعد
        [zero] لم يُسنَد أي تقييم بعد
        [one] وصل { $done } من تقييم واحد
        [two] وصل { $done } من تقييمين
        [few] وصل { $done } من { $total } تقييمات
        [many] وصل { $done } من { $total } تقييماً
       *[other] وصل { $done } من { $total } تقييم
    }
round-admin-of = { $done } من { $total }
round-admin-more = للاطلاع
round-admin-facts = المواعيد والقواعد
round-admin-applications = الطلبات
round-admin-rubric = المعايير
round-admin-exports = التصدير
round-admin-public = الصفحة العامة
round-admin-log = ما تغيّر، ومن غيّره
round-admin-opens = الافتتاح
round-admin-closes = الإغلاق
round-admin-grace = مهلة السماح
round-admin-minutes =
    { $n ->
        [zero] بلا مهلة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }
round-admin-reviews-due = موعد إنجاز التقييمات
round-admin-turnaround = مهلة الرد
round-admin-days =
    { $n ->
        [zero] في اليوم نفسه
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يوماً
       *[other] { $n } يوم
    }
round-admin-budget = الموازنة
round-admin-least = أقل مبلغ يمكن طلبه
round-admin-most = أعلى مبلغ يمكن طلبه
round-admin-sign-off-fact = المصادقة
round-admin-sign-off-yes = من شخص ثانٍ في فريق الإدارة
round-admin-sign-off-emergency = من شخص ثانٍ في فريق الإدارة دائماً: دورة طوارئ
round-admin-sign-off-no = غير لازمة
round-admin-rubric-version = نسخة المعايير

round-admin-new-lead = تأخذ الدورة معايير البرنامج وأسئلته الحالية. ولا يراها أحد من الخارج قبل فتحها.
round-admin-create = إنشاء الدورة
round-admin-edit-title = تعديل { $title }
round-admin-edit-lead = لا يرى أحد من الخارج هذه الدورة بعد: يمكن تغيير كل شيء.
round-admin-edit-bound = هذه الدورة معلنة. يبقى رابطها وعملتها ومعاييرها وأسئلتها والمصادقة فيها كما هي.
round-admin-group-what = ما هي الدورة
round-admin-group-money = المال
round-admin-group-dates = المواعيد
round-admin-group-deciding = اتخاذ القرار
field-programme = البرنامج
field-programme-hint = تُؤخذ معاييره وأسئلته كما هي اليوم.
field-title-en = العنوان بالإنجليزية
field-title-ar = العنوان بالعربية
field-title-he = العنوان بالعبرية
field-purpose-en = الغاية بالإنجليزية
field-purpose-ar = الغاية بالعربية
field-purpose-he = الغاية بالعبرية
field-slug = الاسم في الرابط
field-slug-hint = أحرف لاتينية صغيرة وأرقام وواصلات، مثل { "\u2066" }winter-2026{ "\u2069" }. وإن تُرك فارغاً، فسيُؤخذ من العنوان بالإنجليزية.
field-budget = موازنة الدورة
field-least = أقل مبلغ يمكن طلبه
field-most = أعلى مبلغ يمكن طلبه
field-round-zone = المنطقة الزمنية
field-round-zone-hint = المواعيد أدناه بالتوقيت المحلي لهذه المنطقة.
field-opens = الافتتاح
field-closes = الإغلاق
field-reviews-due = موعد إنجاز التقييمات
field-date-time-hint = مثل { "\u2066" }2026-12-01 17:00{ "\u2069" }
field-grace = مهلة السماح بالدقائق
field-grace-hint = الطلب الذي يصل بعد الموعد النهائي ضمن هذه المهلة يُقبل ويُسجَّل متأخراً.
field-turnaround = عدد الأيام حتى الرد
field-turnaround-hint = تُحسب من يوم إرسال الطلب.
field-sign-off = مصادقة شخص ثانٍ في فريق الإدارة على كل قرار
field-sign-off-hint = من يقترح قراراً لا يمكنه المصادقة عليه.
field-emergency = دورة طوارئ
field-emergency-hint = يُبتّ في الطلبات واحداً واحداً خلال أيام. يقرّر في كل منها شخصان: لا يمكن إلغاء المصادقة.
error-emergency-sign-off = في دورة الطوارئ يقرّر شخصان. ضعوا علامة هنا، أو أزيلوا علامة دورة الطوارئ.
notice-round-created = أُنشئت الدورة. راجعوها ثم افتحوها.

round-admin-opening-title = هل تريدون فتح هذه الدورة؟
round-admin-opening-public = تصبح صفحتها متاحة للجمهور، بمواعيدها ومعاييرها وجميع أسئلتها.
round-admin-opening-bound = لا يمكن بعد ذلك تغيير الرابط والعملة والمصادقة. وتبقى الأسئلة كما هي متى أُرسل طلب، والمعايير متى بدأ التقييم.
round-admin-opening-dates = تُستقبل الطلبات من تاريخ الافتتاح حتى الموعد النهائي. ويبقى تغيير الموعدين ممكناً.
notice-round-opened = فُتحت الدورة.
round-admin-closing-title = هل تريدون إغلاق هذه الدورة نهائياً؟
round-admin-closing-sending = لا يمكن بعد ذلك إرسال أي طلب، ولا حتى ضمن مهلة السماح.
round-admin-closing-reviews = لا يمكن بعد ذلك كتابة التقييمات أو تعديلها.
round-admin-closing-final = يبقى ممكناً اقتراح القرارات والمصادقة عليها وإبلاغ نتائجها. ولا يمكن إعادة فتح دورة مغلقة.
notice-round-closed = أُغلقت الدورة.

round-admin-rubric-lead = النسخة { $version } من معايير البرنامج. يرى المقيّمون كل وصف بجانب الدرجة التي يعبّر عنها.
round-admin-merit = الجدارة
round-admin-priority = الأولوية
round-admin-gate = لازم لتقديم منحة
round-admin-weight = { "\u2066" }{ $percent }%{ "\u2069" } من الدرجة
round-admin-points = الدرجة

round-admin-status = الحالة
round-admin-all-sent = كل ما أُرسل
round-admin-none-there = لا طلبات بهذه الحالة
round-admin-none-sent = لا طلبات بعد
round-admin-none-sent-lead = تظهر الطلبات هنا فور إرسالها.
round-admin-organisation = المنظمة
round-admin-reference = الرقم المرجعي
round-admin-base = مكان العمل
round-admin-community = المجتمع
round-admin-requested = المبلغ المطلوب
round-admin-submitted = تاريخ الإرسال
round-admin-late = متأخر

programme-title = البرامج
programme-new = برنامج جديد
programme-new-lead = يبدأ البرنامج بنسخة من المعايير والأسئلة الأساسية.
programme-create = إنشاء البرنامج
programme-name = البرنامج
programme-purpose = الغاية
programme-slug = الرابط
programme-group-what = ما هو البرنامج
programme-group-who = من يمكنه التقديم
field-programme-name-en = الاسم بالإنجليزية
field-programme-name-ar = الاسم بالعربية
field-programme-name-he = الاسم بالعبرية
field-who-en = من يمكنه التقديم، بالإنجليزية
field-who-ar = من يمكنه التقديم، بالعربية
field-who-he = من يمكنه التقديم، بالعبرية
notice-programme-created = أُنشئ البرنامج، وفيه المعايير والأسئلة الأساسية.
