# لوحة المتابعة.
nav-dashboard = لوحة المتابعة
dashboard-title = لوحة المتابعة
dashboard-lead = كيف تسير جولة وكيف سارت الجولات، في حدود ما يجوز لكم الاطلاع عليه. لكل رسم جدوله.
dashboard-empty = لم تُفتح أي جولة بعد
dashboard-none = لا شيء يُحصى بعد.
dashboard-pipeline = أين تقف الطلبات
dashboard-sent =
    { $n ->
        [zero] لم يُرسل أي طلب.
        [one] أُرسل طلب واحد.
        [two] أُرسل طلبان.
        [few] أُرسلت { $n } طلبات.
        [many] أُرسل { $n } طلباً.
       *[other] أُرسل { $n } طلب.
    }
dashboard-status = الحالة
dashboard-applications = الطلبات
dashboard-asked = المبلغ المطلوب
dashboard-clocks = بانتظار القرار
dashboard-promise =
    { $n ->
        [zero] الهدف قرار في يوم الإرسال نفسه.
        [one] الهدف قرار خلال يوم عمل واحد من الإرسال.
        [two] الهدف قرار خلال يومي عمل من الإرسال.
        [few] الهدف قرار خلال { $n } أيام عمل من الإرسال.
        [many] الهدف قرار خلال { $n } يوم عمل من الإرسال.
       *[other] الهدف قرار خلال { $n } يوم عمل من الإرسال.
    }
dashboard-clock = قياساً إلى الهدف
dashboard-late = متأخرة
dashboard-soon = تستحق خلال 5 أيام عمل
dashboard-in-time = ضمن المهلة
dashboard-to-money = من الإرسال إلى أول دفعة: { $took }.
dashboard-taken = أيام العمل من الإرسال إلى القرار
dashboard-taken-lead = أيام العمل حتى البتّ في نصفها: { $days }. ضمن الهدف: { $share }%.
dashboard-days = أيام العمل
dashboard-decisions = القرارات
dashboard-money = الطلب والميزانية
dashboard-money-lead = المطلوب { $share }% من الميزانية.
dashboard-sum = البند
dashboard-amount = المبلغ
dashboard-of-budget = % من الميزانية
dashboard-demand = المطلوب
dashboard-budget = الميزانية
dashboard-released = منح أُعلنت
dashboard-signed = منح موقّعة
dashboard-proposed = منح مقترحة
dashboard-left = المتبقي
dashboard-scores = الدرجات
dashboard-scored =
    { $n ->
        [zero] لا يُحتسب أي تقييم كامل.
        [one] يُحتسب تقييم كامل واحد.
        [two] يُحتسب تقييمان كاملان.
        [few] تُحتسب { $n } تقييمات كاملة.
        [many] يُحتسب { $n } تقييماً كاملاً.
       *[other] يُحتسب { $n } تقييم كامل.
    }
dashboard-total = مجموع التقييم
dashboard-reviews = التقييمات
dashboard-reviewers = المقيّمون
dashboard-alpha = الاتفاق بين المقيّمين، معامل ألفا لكريبندورف على المجاميع: { $alpha }. القيمة 1 اتفاق تام و0 مصادفة.
dashboard-no-alpha = يُعرف الاتفاق حين تكون للطلبات عدة تقييمات مختلفة.
dashboard-reviewer = المقيّم
dashboard-assigned = المسندة
dashboard-done = المرسلة
dashboard-open = المتبقية
dashboard-mean = متوسط المجموع
dashboard-bases = من أين تعمل المنظمات
dashboard-communities = المجتمعات
dashboard-awards = المنح
dashboard-share = % من المال
dashboard-rounds = الجولات جنباً إلى جنب
dashboard-round = الجولة
dashboard-closes = تُغلق
dashboard-success = % نالت منحة
dashboard-middle = أيام التقويم لنصفها
dashboard-demand-rounds = الطلب قياساً إلى المال
dashboard-demand-lead = المطلوب بالنسبة المئوية من الميزانية.
dashboard-given = الممنوح
