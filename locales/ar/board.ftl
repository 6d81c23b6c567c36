# لوحة القرارات وأهداف التوازن واقتراح القائمة المختصرة والقرعة.
board-title = لوحة القرارات
board-page-title = لوحة القرارات - { $round }
board-caption = الطلبات بترتيب درجاتها، مع ما اقتُرح لها
board-marks = ما يجب الانتباه إليه
board-band = فئة { $n }
board-band-hint = داخل الفئة الواحدة لا تميّز الدرجات بين الطلبات.
board-band-panel = اللجنة { $panel }، الفئة { $n }
board-band-panels = لم يقيّم أحد لأكثر من لجنة، ولذلك لكل لجنة فئاتها؛ وداخل الفئة الواحدة لا تميّز الدرجات بين الطلبات.
board-drawn = القرعة: المرتبة { $n }
board-no-bands = لا تُعرض الفئات: في هذه الدورة تقييمات أقل من اللازم.
board-deviates = يخالف الترتيب
board-deviates-hint = المنحة تحت خط التمويل، أو أي نتيجة أخرى فوقه، تخالف الترتيب؛ ويظهر هنا السبب الذي ذُكر.
board-line = خط التمويل: مجموع الطلبات التي فوقه { $amount }. والطلب التالي لا تتسع له الموازنة.
board-line-cut = خط التمويل: مجموع الطلبات التي فوقه { $amount }. وهو يمر وسط تعادل لا تتسع الموازنة إلا لجزء منه.
board-mark-gate = لم يُتحقق من الأوراق
board-mark-hits =
    { $n ->
        [zero] لا تطابق مع القوائم
        [one] تطابق واحد مع القوائم
        [two] تطابقان مع القوائم
        [few] { $n } تطابقات مع القوائم
        [many] { $n } تطابقاً مع القوائم
       *[other] { $n } تطابق مع القوائم
    }
board-mark-hold = معلَّقة
board-mark-conflicts =
    { $n ->
        [zero] لا أحد في تضارب مصالح
        [one] شخص واحد في تضارب مصالح
        [two] شخصان في تضارب مصالح
        [few] { $n } أشخاص في تضارب مصالح
        [many] { $n } شخصاً في تضارب مصالح
       *[other] { $n } شخص في تضارب مصالح
    }
board-mark-late = كان موعد القرار { $day }
board-propose = اقتراح قرار
board-propose-here = اقتراح قرار بشأن { $title }
board-change = تغيير أو سحب
board-take-back = سحب
board-change-here = تغيير اقتراحكم بشأن { $title }
board-take-back-here = سحب القرار بشأن { $title }
board-whole = الشروط والملاحظات وكل الوقائع في صفحة القرار.

balance-title = أهداف التوازن
balance-lead = أي جزء من مجموع المنح يذهب إلى مَن. تخص الأهداف مجموعة المنح كلها، ولا تعطي أي طلب درجة.
balance-none = لم تُحدَّد أهداف توازن.
balance-edit = عرض الأهداف وتحديدها
balance-target = الهدف
balance-now = الآن
balance-share = النسبة
balance-distance = البعد عنه
balance-change = تغيير
balance-remove = إزالة
balance-add = تحديد هدف
balance-add-lead = الهدف عن المجموعة نفسها بالطريقة نفسها يحل محل السابق. تُقاس الأحجام بأثلاث أكبر مبلغ تقبله الدورة؛ والمعروف هو مَن نال منحة في دورة سابقة.
balance-save = تحديد الهدف
balance-group = المجموعة
balance-choose = اختاروا واحدة
balance-edge = على الأقل أو على الأكثر
balance-edge-least = على الأقل
balance-edge-most = على الأكثر
balance-percent = النسبة المئوية
balance-measure = يُقاس بـ
balance-measure-number = عدد المنح
balance-measure-amount = المال
balance-size-small = طلبات صغيرة
balance-size-medium = طلبات متوسطة
balance-size-large = طلبات كبيرة
balance-standing-new = جدد لدينا
balance-standing-known = معروفون لدينا
balance-least-number = { "\u2066" }{ $percent }%{ "\u2069" } من المنح على الأقل: { $group }
balance-least-amount = { "\u2066" }{ $percent }%{ "\u2069" } من المال على الأقل: { $group }
balance-most-number = { "\u2066" }{ $percent }%{ "\u2069" } من المنح على الأكثر: { $group }
balance-most-amount = { "\u2066" }{ $percent }%{ "\u2069" } من المال على الأكثر: { $group }
balance-now-number =
    { $n ->
        [zero] { $part } ولا منح بعد
        [one] { $part } من منحة واحدة
        [two] { $part } من منحتين
        [few] { $part } من { $n } منح
        [many] { $part } من { $n } منحة
       *[other] { $part } من { $n } منحة
    }
balance-now-amount = { $part } من { $whole }
balance-met = تحقق
balance-short-number =
    { $n ->
        [zero] لا ينقص شيء
        [one] تنقص منحة واحدة
        [two] تنقص منحتان
        [few] تنقص { $n } منح
        [many] تنقص { $n } منحة
       *[other] تنقص { $n } منحة
    }
balance-over-number =
    { $n ->
        [zero] لا زيادة
        [one] منحة واحدة زائدة
        [two] منحتان زائدتان
        [few] { $n } منح زائدة
        [many] { $n } منحة زائدة
       *[other] { $n } منحة زائدة
    }
balance-short-amount = ينقص { $amount }
balance-over-amount = يزيد { $amount }
notice-balance-set = حُدّد الهدف.
notice-balance-removed = أُزيل الهدف.
stale-no-target = لم يعد الهدف موجوداً.
error-percent = اكتبوا عدداً صحيحاً من 1 إلى 100.

shortlist-title = اقتراح قائمة مختصرة
shortlist-page-title = اقتراح قائمة مختصرة - { $round }
shortlist-lead = مجموعة المنح ذات أعلى مجموع درجات ضمن الموازنة والحدود أدناه وأهداف التوازن. هي مشورة لا تقرر شيئاً، وما تقرر من قبل يبقى فيها.
shortlist-awards = المنح لمنظمة واحدة، على الأكثر
shortlist-most = المال لمنظمة واحدة، على الأكثر
shortlist-part = التمويل الجزئي
shortlist-part-hint = الطلب الذي ذكر أقل مبلغ مفيد له لا ينال أقل منه، وقد ينال هذا القدر فقط.
shortlist-least = مفيد ابتداءً من { $amount }
shortlist-part-whole = الطلبات كاملة فقط
shortlist-part-from = حتى { "\u2066" }{ $n }%{ "\u2069" } من المطلوب
shortlist-compute = احتساب
shortlist-proven = ثبت أنه لا توجد مجموعة أخرى ضمن هذه الحدود بمجموع أعلى.
shortlist-not-proven = انتهى البحث قبل أن يثبت أن هذه أفضل مجموعة. مجموعها { $total } نقطة، ولا يمكن لأي مجموعة أن تتجاوز { $bound }.
shortlist-unknown = انتهى البحث قبل العثور على مجموعة تحترم كل الحدود. وقد توجد واحدة.
shortlist-clash = لا منحة تحقق هذه الأهداف معاً. وبدون أحدها توجد منح تحققها:
shortlist-no-money = لا منحة تحترم الحدود حتى بلا أهداف: استُنفدت الموازنة أو هي أصغر من اللازم.
shortlist-nobody = لا شيء يُقترح: لا طلب له درجة ومبلغ مطلوب معاً.
shortlist-total = مجموع الدرجات
shortlist-caption = المنح المقترحة
shortlist-decided = تقرر من قبل
shortlist-part-of = { "\u2066" }{ $n }%{ "\u2069" } من المطلوب
shortlist-more =
    { $n ->
        [zero] ولا غير ذلك
        [one] وطلب آخر
        [two] وطلبان آخران
        [few] و{ $n } طلبات أخرى
        [many] و{ $n } طلباً آخر
       *[other] و{ $n } طلب آخر
    }
shortlist-costs = كم يكلّف كل هدف
shortlist-costs-lead = مجموع أفضل مجموعة إن أُسقط الهدف، وكم يكلّف الهدف بالنقاط. وأقرب تبديل يغيّر أقل عدد من طلبات تلك المجموعة حتى يتحقق الهدف من جديد؛ أما المجموعة المقترحة أعلاه فقد تغيّر أكثر وتبلغ مجموعاً أعلى.
shortlist-without = المجموع بدونه
shortlist-cost = التكلفة بالنقاط
shortlist-goes = يخرج في أقرب تبديل
shortlist-comes = يدخل
shortlist-changes = ينال مبلغاً آخر
shortlist-after = المجموع بعد التبديل
shortlist-instead = { $after } بدلاً من { $before }
shortlist-perhaps = قد يوجد تبديل أصغر
shortlist-free = لا شيء
shortlist-at-least = { $total } على الأقل
shortlist-not-known = غير معروف

lots-title = القرعة
lots-lead = بين طلبات لا يمكن التمييز بينها يجوز أن تحدد القرعة الترتيب. تُنشأ أولاً بذرة سرية وتُنشر قيمة SHA-256 لها هنا وفي سجل التدقيق؛ والقرعة تكشف البذرة، ويستطيع أي شخص أن يعيدها فيحصل على الترتيب نفسه.
lots-allowed = يجوز إجراء القرعة في هذه الدورة.
lots-not-allowed = القرعة ليست خياراً في هذه الدورة.
lots-allow = السماح بالقرعة
lots-forbid = إنهاء هذا الخيار
lots-groups = مَن لا يمكن التمييز بينهم
lots-none = لم يبقَ من تُجرى القرعة بينهم: لا يوجد طلبان متساويان بانتظار القرار من دون قرعة.
lots-group-tie = درجات متساوية، الترتيب { $n }
lots-group-band = الفئة { $n }
lots-commit = الالتزام بقرعة
lots-draws = القرعات
lots-commitment = الالتزام: قيمة SHA-256 للبذرة
lots-committed = { $who }، { $when }
lots-seed = البذرة
lots-drawn = أجراها { $who }، { $when }
lots-among = المشاركون
lots-order = ترتيب القرعة
lots-check = كل مَن لديه هذه الأرقام يستطيع إعادة القرعة:
lots-draw = إجراء القرعة الآن
notice-lots-allowed = يجوز إجراء القرعة في هذه الدورة.
notice-lots-forbidden = لم تعد القرعة خياراً في هذه الدورة.
notice-lots-committed = نُشر الالتزام. ويمكن إجراء القرعة.
notice-lots-drawn = أُجريت القرعة.
stale-no-lots = القرعة ليست خياراً في هذه الدورة.
stale-no-lot-group = لم تعد هذه الطلبات متساوية. انظروا إلى المجموعات من جديد.
stale-lots-settled = هناك قرعة لهذه الطلبات من قبل. القرعة الثانية تصبح اختياراً.
