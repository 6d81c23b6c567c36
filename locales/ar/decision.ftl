# القرار بشأن طلب واحد: المعطيات، والاقتراح، والمصادقة، وإبلاغ النتيجة.
decision-title = القرار
decision-dossier = قراءة الطلب
decision-scores = الدرجات
decision-reviewer = المقيّم
decision-total = المجموع
decision-mean = المعدل
decision-cannot-judge = لا يمكنني الحكم
decision-incomplete = غير مكتمل، ولا يُحتسب
decision-no-reviews = لم يُرسَل أي تقييم بعد.
decision-facts = لمحة سريعة
decision-legal = الوضع القانوني
decision-by = { $name }، { $when }
decision-history = قرارات سابقة
decision-past = { $n }. { $decision }
decision-closed = لا قرار بعد
decision-closed-in-review = ما زالت التقييمات ترِد. يمكنكم اقتراح قرار متى اكتملت جميعها.

outcome-award = منحة
outcome-award-hint = تُقدَّم المنحة.
outcome-reserve = قائمة الاحتياط
outcome-reserve-hint = يستحق التمويل إن بقي مال.
outcome-decline = اعتذار
outcome-decline-hint = لا منحة في هذه الدورة.
outcome-refer-back = إعادة للاستكمال
outcome-refer-back-hint = يعود الطلب إلى التقييم، ولا يُبلَّغ مقدّمه بشيء.
stage-proposed = قرار مقترح
stage-signed = تمت المصادقة
stage-released = أُبلغت النتيجة
stage-dropped = قرار مُلغى
decision-badge = { $outcome } · { $stage }

decision-current = القرار
decision-conditions =
    { $n ->
        [zero] بلا شروط
        [one] شرط واحد
        [two] شرطان
        [few] { $n } شروط
        [many] { $n } شرطاً
       *[other] { $n } شرط
    }
decision-sign = المصادقة
decision-release = إبلاغ النتائج
decision-revise = تعديل
decision-drop = إلغاء هذا القرار
decision-keep = الإبقاء عليه
decision-drop-title = هل تريدون إلغاء هذا القرار؟
decision-drop-lead = يبقى القرار في السجل، لكنه لا يعود سارياً، ويمكن اقتراح قرار آخر. ولا يُبلَّغ مقدّم الطلب بشيء.
step-proposed = اقتراح القرار
step-signed = المصادقة من شخص ثانٍ في فريق الإدارة
step-released = إبلاغ النتيجة لمقدّم الطلب
step-dropped = إلغاء القرار

decision-propose-title = اقتراح قرار
decision-revise-title = تعديل اقتراحكم
decision-propose = اقتراح هذا القرار
decision-outcome = النتيجة
decision-award-only = للمنحة فقط
decision-amount = المبلغ
decision-amount-hint = المبلغ المطلوب { $most }؛ ولا يمكن أن تزيد المنحة عليه.
decision-least-hint = وهو مفيد، كما ذكرت المنظمة، ابتداءً من { $least }.
decision-funding = نوع التمويل
decision-funding-none = اختاروا نوعاً
decision-waiver = استثناء: لماذا يصحّ تقديم المنحة من دون وضع قانوني موثَّق
decision-waiver-hint = لا يمكن تقديم منحة من دون هذا الاستثناء أو وضع قانوني موثَّق.
decision-conditions-title = الشروط
decision-conditions-hint = المال المرن هو الأكثر نفعاً: لا تضيفوا شرطاً إلا عند الحاجة إليه. الأسطر الفارغة تُهمَل.
decision-condition = الشرط { $n }
decision-condition-reason = سبب الحاجة إلى الشرط { $n } (يبقى داخلياً)
decision-more = إضافة أسطر أخرى
decision-rationale = تعليل القرار
decision-rationale-hint = لماذا هذا هو القرار الصحيح. يبقى داخلياً.
decision-deviation = سبب مخالفة الترتيب
decision-deviation-above = هذا الطلب فوق خط التمويل: الإدراج في الاحتياط أو الاعتذار يخالف الترتيب ويحتاج هنا إلى سبب.
decision-deviation-below = هذا الطلب تحت خط التمويل: المنحة تخالف الترتيب وتحتاج هنا إلى سبب.
decision-deviation-neither = لا شيء يخالف الترتيب هنا: الطلب ليس فوق خط التمويل ولا تحته.
decision-deviation-many = مطلوب إذا خالف أي منها الترتيب: منحة تحت خط التمويل، أو احتياط أو اعتذار فوقه.
error-deviation = هذا يخالف الترتيب. اذكروا السبب.
many-above = فوق خط التمويل
many-below = تحت خط التمويل
decision-feedback = ملاحظات لمقدّم الطلب
decision-feedback-hint = يقرأها مقدّم الطلب بعد إبلاغ النتيجة، بالكلمات نفسها التي تكتبونها هنا.
decision-limit =
    { $most ->
        [zero] يُترك فارغاً
        [one] حرف واحد على الأكثر
        [two] حرفان على الأكثر
        [few] { $most } أحرف على الأكثر
        [many] { $most } حرفاً على الأكثر
       *[other] { $most } حرف على الأكثر
    }

release-title = إبلاغ النتائج
release-lead = اقرأوا ما سيراه كل من قدّموا الطلبات. لا يمكن التراجع عن نتيجة بعد إبلاغها.
release-tick-all = تحديد الكل
release-tick = إبلاغ نتيجة:
release-will-read = سيقرأ مقدّم الطلب:
release-refer-back = يعود هذا الطلب إلى التقييم، ولا يُبلَّغ مقدّمه بشيء.
release-send = إبلاغ النتائج المحدَّدة
release-once = تصل إلى كل مقدّم طلب رسالة واحدة فيها رابط، من دون ذكر النتيجة.
release-empty = لا نتائج جاهزة للإبلاغ
release-empty-lead = تظهر القرارات هنا بعد أن يصادق عليها شخص ثانٍ في فريق الإدارة.

told-award = حصل طلبكم على منحة
told-award-lead = يسعدنا أن ندعم عملكم. سنكتب إليكم عن الخطوات التالية.
told-reserve = طلبكم على قائمة الاحتياط
told-reserve-lead = نودّ تمويل طلبكم إن توفّر المال في هذه الدورة. سنكتب إليكم فور معرفتنا بذلك.
told-decline = نعتذر، لا يمكننا تمويل طلبكم هذه المرة
told-decline-lead = كانت الطلبات الجيدة أكثر من المال المتوفر. ليس في ذلك حكم على قيمة عملكم، ونرحب بطلب جديد منكم.

mail-decided-subject = هناك جديد بشأن طلبكم
mail-decided-body =
    صدر قرارنا بشأن طلبكم. سجّلوا الدخول وافتحوا هذا الرابط لقراءة النتيجة:

    { $link }

notice-proposed = سُجّل القرار المقترح. يمكن الآن لشخص آخر في فريق الإدارة أن يصادق عليه.
notice-signed-off = تمت المصادقة. يمكن الآن إبلاغ النتيجة.
notice-dropped = أُلغي القرار. يمكن اقتراح قرار آخر.
notice-released = أُبلغت النتائج. يمكن الآن لمن قدّموا الطلبات قراءتها.

denied-own-proposal = أنتم من اقترح هذا القرار، ولذلك يجب أن يصادق عليه شخص آخر في فريق الإدارة.
stale-proposed = سبق أن اقترح شخص آخر في فريق الإدارة قراراً. اقرأوه، ثم صادقوا عليه أو ألغوه.
stale-proposed-twice = اقترحتم قراراً آخر في هذه الأثناء. اقرأوه قبل استبداله.
stale-signed = سبقت المصادقة على هذا القرار.
stale-not-signed = يجب أولاً أن يصادق شخص ثانٍ في فريق الإدارة على هذا القرار.
stale-no-sign-off = لا تحتاج قرارات هذه الدورة إلى مصادقة: يمكنكم إبلاغ النتيجة.
stale-dropped = أُلغي هذا القرار في هذه الأثناء.
stale-replaced = حلّ قرار آخر محل هذا القرار. اقرأوه أولاً.
stale-legal-undone = لم يعد الوضع القانوني موثَّقاً، ولا يوجد استثناء. ألغوا القرار، ثم اقترحوه من جديد مع استثناء.
