# ترتيب طلبات الدورة، مع الموازنة والتوازن.
ranking-title = الترتيب
ranking-page-title = الترتيب - { $round }
ranking-list = الطلبات
ranking-caption = الطلبات بحسب معدل درجاتها
ranking-unsure = المراتب بحسب المعدل البسيط، وقلة التقييمات تترك كل مرتبة منها غير مؤكدة.
ranking-tabs = أي الطلبات
ranking-tab-all = كل الطلبات المتنافسة ({ $n })
ranking-tab-deliberation = بانتظار القرار ({ $n })
ranking-empty = لا شيء لترتيبه بعد
ranking-empty-lead = تظهر الطلبات هنا متى صارت قيد التقييم.

ranking-rank = الترتيب
ranking-rank-tied = { $rank } =
ranking-tied =
    { $n ->
        [zero] بلا تعادل
        [one] تعادل مع طلب آخر
        [two] تعادل مع طلبين آخرين
        [few] تعادل مع { $n } طلبات أخرى
        [many] تعادل مع { $n } طلباً آخر
       *[other] تعادل مع { $n } طلب آخر
    }
ranking-between = وقد تكون { $range }
ranking-between-panel = { $range } ضمن لجنته
ranking-between-sure = شبه مؤكدة
ranking-unscored = لا درجة بعد
ranking-withheld = بعد تقييمكم
ranking-application = الطلب
ranking-score = الدرجة
ranking-spread-one = تقييم واحد
ranking-spread-none = الدرجات متساوية
ranking-spread = من { $low } إلى { $high }
ranking-spread-sd = من { $low } إلى { $high }، انحراف معياري { $sd }
ranking-reviews = التقييمات
ranking-incomplete =
    { $n ->
        [zero] + لا تقييمات غير مكتملة
        [one] + تقييم واحد غير مكتمل
        [two] + تقييمان غير مكتملين
        [few] + { $n } تقييمات غير مكتملة
        [many] + { $n } تقييماً غير مكتمل
       *[other] + { $n } تقييم غير مكتمل
    }
ranking-merit = الجدارة
ranking-priority = الأولوية
ranking-requested = المبلغ المطلوب
ranking-decision = القرار
ranking-percent = { "\u2066" }{ $n }%{ "\u2069" }

ranking-budget = الموازنة
ranking-committed = المخصَّص
ranking-awards =
    { $n ->
        [zero] بلا منح
        [one] في منحة واحدة
        [two] في منحتين
        [few] في { $n } منح
        [many] في { $n } منحة
       *[other] في { $n } منحة
    }
ranking-left = المتبقي
ranking-over = فوق الموازنة
ranking-over-budget = تزيد المنح على الموازنة بمبلغ { $amount }.
ranking-over-lead = ألغوا اقتراحاً أو عدّلوه قبل إبلاغ النتائج.
ranking-used = النسبة من الموازنة
ranking-by-community = التوازن بحسب المجتمع
ranking-by-base = التوازن بحسب مكان العمل
ranking-community = المجتمع
ranking-base = مكان العمل
ranking-running = الطلبات المتنافسة
ranking-awarded = المنح
ranking-amount = المبلغ
ranking-share = الحصة من المنح
ranking-unknown-group = غير مذكور
ranking-release =
    { $n ->
        [zero] لا نتائج لإبلاغها
        [one] إبلاغ نتيجة واحدة
        [two] إبلاغ نتيجتين
        [few] إبلاغ { $n } نتائج
        [many] إبلاغ { $n } نتيجة
       *[other] إبلاغ { $n } نتيجة
    }

withheld = عليكم أن تقيّموا هذا الطلب بأنفسكم. ما يقوله الآخرون عنه محجوب عنكم إلى أن ترسلوا تقييمكم أو تمتنعوا؛ وحيث لا تفتح المرحلة تقييمات الآخرين أبداً فإلى أن ينتهي التقييم.
withheld-in-round =
    { $n ->
        [zero] لا تُحجب عنكم تقييمات أي طلب.
        [one] تقييمات الآخرين لطلب واحد محجوبة عنكم إلى أن ترسلوا تقييمكم أو تمتنعوا. لا درجة له هنا.
        [two] تقييمات الآخرين لطلبين محجوبة عنكم إلى أن ترسلوا تقييمكم أو تمتنعوا. لا درجة لهما هنا.
        [few] تقييمات الآخرين لـ{ $n } طلبات محجوبة عنكم إلى أن ترسلوا تقييمكم أو تمتنعوا. لا درجة لها هنا.
        [many] تقييمات الآخرين لـ{ $n } طلباً محجوبة عنكم إلى أن ترسلوا تقييمكم أو تمتنعوا. لا درجة لها هنا.
       *[other] تقييمات الآخرين لـ{ $n } طلب محجوبة عنكم إلى أن ترسلوا تقييمكم أو تمتنعوا. لا درجة لها هنا.
    }
