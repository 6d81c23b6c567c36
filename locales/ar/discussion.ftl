# ما يقوله المقيّمون وفريق البرنامج فيما بينهم عن طلب، ومتى تتباعد تقييماتهم كثيراً.
discussion-title = النقاش
discussion-tabs = الطلب والتقييمات والنقاش
discussion-tab-review = الطلب وتقييمكم
discussion-tab-others = تقييمات الآخرين
discussion-lead-named = يقرأه المقيّمون المسموح لهم بمناقشة هذا الطلب وفريق البرنامج. ولا يرى مقدّم الطلب شيئاً منه أبداً.
discussion-lead-letters = يقرأه المقيّمون المسموح لهم بمناقشة هذا الطلب وفريق البرنامج. والمقيّمون حروف بعضهم أمام بعض. ولا يرى مقدّم الطلب شيئاً منه أبداً.
discussion-lead-staff = يقرأه فريق البرنامج والمقيّمون المسموح لهم بمناقشة هذا الطلب، ويرون اسمكم. ولا يرى مقدّم الطلب شيئاً منه أبداً.
discussion-lead-staff-alone = يقرأه فريق البرنامج وحده في هذه المرحلة، إذ لا نقاش فيها بين المقيّمين. وقد تعرضه مرحلة لاحقة عليهم. ولا يرى مقدّم الطلب شيئاً منه أبداً.
discussion-empty = لم يكتب أحد بعد.
discussion-earlier = مشاركات سابقة
discussion-staff = فريق البرنامج
discussion-new = جديد منذ مشاركتكم الأخيرة
discussion-you-letter = أنتم ({ $letter })
discussion-name-letter = { $name } ({ $letter })
discussion-a-reviewer = أحد المقيّمين
discussion-to = لفتُ نظر: { $names }
discussion-withdrawn = سُحبت في { $when }
discussion-body = ما تودون قوله
discussion-mentions = لفت نظر
discussion-mentions-hint = تصلهم رسالة فيها رابط، بالوتيرة التي اختاروها.
discussion-post = نشر
discussion-withdraw = سحب هذه المشاركة
discussion-withdraw-lead = يختفي الكلام من كل الصفحات نهائياً. ويبقى أنكم نشرتم وسحبتم، مع الأوقات.
discussion-withdraw-submit = سحبها
discussion-withdraw-keep = إبقاؤها
discussion-back = العودة إلى النقاش
discussion-posts =
    { $n ->
        [0] لا مشاركات بعد
        [zero] لا مشاركات بعد
        [one] مشاركة واحدة
        [two] مشاركتان
        [few] { $n } مشاركات
        [many] { $n } مشاركة
       *[other] { $n } مشاركة
    }
discussion-link =
    { $n ->
        [0] فتح النقاش: لا مشاركات بعد
        [zero] فتح النقاش: لا مشاركات بعد
        [one] فتح النقاش: مشاركة واحدة
        [two] فتح النقاش: مشاركتان
        [few] فتح النقاش: { $n } مشاركات
        [many] فتح النقاش: { $n } مشاركة
       *[other] فتح النقاش: { $n } مشاركة
    }
notice-discussion-posted = صارت مشاركتكم في النقاش.
notice-discussion-withdrawn = سُحبت المشاركة.
stale-discussion-page = هذه الصفحة قديمة. افتحوها من جديد وانشروا منها.
stale-post-withdrawn = سُحبت هذه المشاركة من قبل.
denied-others-post = لا يسحب المشاركة إلا من كتبها.

# تباعد ملحوظ.
flag-title = تقييمات متباعدة كثيراً
flag-scores = الدرجات من { $low } إلى { $high }، والانحراف المعياري { $sd }
flag-typical = { $scores }؛ والتباعد المعتاد في هذه الدورة { $typical }
flag-typical-own = { $scores }؛ والتباعد المعتاد بين الطلبات التي قيّمتموها { $typical }
flag-wide = تتباعد الدرجات 60 نقطة أو أكثر.
flag-above = الانحراف المعياري أكبر من مرة ونصف من التباعد المعتاد.
flag-criterion = { $criterion }: من { $low } إلى { $high } من أصل { $most } نقاط

# نقاشات الدورة.
discussions-title = النقاشات
discussions-page-title = النقاشات - { $round }
discussions-lead = الطلبات التي تتباعد تقييماتها كثيراً أو يدور حولها نقاش، والأسئلة المفتوحة أولاً.
discussions-empty = لا شيء للنقاش
discussions-empty-lead = تظهر الطلبات هنا حين تتباعد تقييماتها كثيراً أو يكتب عنها أحد.
discussions-posts = المشاركات
discussions-state = الحالة
discussions-not-flagged = دون تباعد ملحوظ
discussions-asked = بانتظار جواب
discussions-silent = لم يكتب أحد
discussions-running = قيد النقاش
discussions-decided = صدر القرار

mail-mention-subject = يُلفت نظركم إلى نقاش
mail-mention-body =
    يلفت أحد نظركم إلى ما يقال عن طلب. اقرأوه هنا:

    { $link }
mail-disagreement-subject = تقييمات متباعدة كثيراً: يُرجى النقاش
mail-disagreement-body =
    تتباعد تقييمات أحد الطلبات كثيراً. يُرجى مناقشته هنا:

    { $link }
