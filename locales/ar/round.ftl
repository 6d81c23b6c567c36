# الدورات كما يراها الجمهور.
open-rounds-lead = منح يمكن للمنظمات أن تتقدم بطلب للحصول عليها الآن. يمكنكم قراءة جميع الأسئلة والمعايير قبل إنشاء حساب.
open-rounds-empty = لا دورات مفتوحة في الوقت الحالي
open-rounds-empty-text = يُعلَن هنا عن الدورات الجديدة. وإن سبق لكم تقديم طلب، فسجّلوا الدخول لمعرفة أين وصل.
open-rounds-home = الذهاب إلى طلباتكم
open-rounds-known = هل سبق لكم تقديم طلب؟

round-read = التفاصيل والتقديم
round-amounts-label = يمكنكم طلب
round-amounts = من { $least } إلى { $most }
round-budget-label = مجموع منح الدورة
round-opens-label = فُتح باب التقديم
round-deadline-label = الموعد النهائي
round-zone-label = المنطقة الزمنية للدورة
round-turnaround-label = الرد
round-turnaround =
    { $n ->
        [zero] في يوم الإرسال نفسه
        [one] خلال يوم واحد من الإرسال
        [two] خلال يومين من الإرسال
        [few] خلال { $n } أيام من الإرسال
        [many] خلال { $n } يوماً من الإرسال
       *[other] خلال { $n } يوم من الإرسال
    }
round-contents = في هذه الصفحة
round-who = من يمكنه التقديم
round-criteria = كيف تُقيَّم الطلبات
round-criteria-lead = يضع عدة مقيّمين درجات لكل طلب وفق هذه المعايير، من 0 إلى 5 لكل معيار. ومجموع الأوزان { "\u2066" }100%{ "\u2069" }.
round-questions = ما سنسألكم عنه
round-questions-lead = هذه جميع الأسئلة. يمكنكم تحضير إجاباتكم أولاً؛ وفي النموذج يمكنكم الحفظ في أي وقت والعودة لاحقاً.
round-start = بدء طلب
round-is-closed = أُغلقت هذه الدورة ولم تعد تستقبل طلبات؛ وتبقى هذه الصفحة للاطلاع.

criterion-weight = { "\u2066" }{ $percent }%{ "\u2069" } من الدرجة
criterion-merit = الجدارة: مدى جودة المنظمة وطلبها
criterion-priority = الأولوية: مدى الضغط الواقع على المنظمة
criterion-gate = يلزم أيضاً التحقق منه قبل تقديم منحة
criterion-anchors = ماذا تعني كل درجة

asked-required = إلزامي
asked-optional = اختياري
asked-columns = جدول، في كل سطر منه:
asked-options =
    { $n ->
        [zero] بلا خيارات
        [one] خيار واحد
        [two] خياران
        [few] { $n } خيارات
        [many] { $n } خياراً
       *[other] { $n } خيار
    }
manner-date = تاريخ
manner-yes-no = نعم أو لا
manner-choice = اختيار واحد
manner-choices = اختيار كل ما ينطبق
manner-declaration = إقرار للتأكيد
manner-money = مبلغ بعملة { $currency }
manner-money-several = مبلغ بعملة طلبكم، وهي إحدى العملات { $currencies }
manner-money-request = مبلغ بعملة طلبكم
manner-money-own = مبلغ بعملة تختارونها
limit-characters =
    { $n ->
        [zero] يُترك فارغاً
        [one] حرف واحد على الأكثر
        [two] حرفان على الأكثر
        [few] { $n } أحرف على الأكثر
        [many] { $n } حرفاً على الأكثر
       *[other] { $n } حرف على الأكثر
    }
limit-words =
    { $n ->
        [zero] يُترك فارغاً
        [one] كلمة واحدة على الأكثر
        [two] كلمتان على الأكثر
        [few] { $n } كلمات على الأكثر
        [many] { $n } كلمة على الأكثر
       *[other] { $n } كلمة على الأكثر
    }
limit-rows =
    { $n ->
        [zero] بلا أسطر
        [one] سطر واحد
        [two] سطران على الأكثر
        [few] { $n } أسطر على الأكثر
        [many] { $n } سطراً على الأكثر
       *[other] { $n } سطر على الأكثر
    }
limit-number = عدد صحيح من { $least } إلى { $most }
limit-date = مثل { "\u2066" }9/3/2026{ "\u2069" } (اليوم أولاً) أو { "\u2066" }2026-03-09{ "\u2069" }

deadline-opens = يُفتح باب التقديم في { $when }
deadline-there = بتوقيت منطقة الدورة: { $when }
deadline-grace = انتهى الموعد النهائي: ما يُرسَل الآن يُقبل ويُسجَّل متأخراً
deadline-over = مغلقة
deadline-days =
    { $n ->
        [zero] بقي أقل من يوم
        [one] بقي يوم واحد
        [two] بقي يومان
        [few] بقيت { $n } أيام
        [many] بقي { $n } يوماً
       *[other] بقي { $n } يوم
    }
deadline-hours =
    { $n ->
        [zero] بقي أقل من ساعة
        [one] بقيت ساعة واحدة
        [two] بقيت ساعتان
        [few] بقيت { $n } ساعات
        [many] بقيت { $n } ساعة
       *[other] بقيت { $n } ساعة
    }
deadline-minutes =
    { $n ->
        [0] بقي أقل من دقيقة
        [zero] بقي أقل من دقيقة
        [one] بقيت دقيقة واحدة
        [two] بقيت دقيقتان
        [few] بقيت { $n } دقائق
        [many] بقيت { $n } دقيقة
       *[other] بقيت { $n } دقيقة
    }

manner-place = دولة، وإن أردتم بلدة أو منطقة
limit-files =
    { $n ->
        [zero] بلا ملفات
        [one] ملف واحد
        [two] ملفان على الأكثر
        [few] حتى { $n } ملفات
        [many] حتى { $n } ملفًا
       *[other] حتى { $n } ملف
    }
