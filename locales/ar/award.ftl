# المنح، من الاتفاقية حتى الإقفال.
award-title = المنحة
award-own = منحتكم
award-follow = المنحة: الاتفاقية والدفعات والتقارير
awards-title = المنح
awards-lead = كل منحة من اتفاقيتها حتى إقفالها، والأحدث أولاً.
awards-all = الكل
awards-empty = لا منحة هنا
nav-awards = المنح
audit-award = منحة
award-state = الحالة
award-state-agreement = الاتفاقية
award-state-disbursements = الدفعات
award-state-reports = التقارير
award-state-closed = مقفلة
award-state-cancelled = ملغاة
award-grantee = المنظمة
award-programme = البرنامج
award-project = العمل المموَّل
award-amount = المبلغ
award-period = المدة
award-from-to = من { $from } إلى { $to }
award-unplanned = لم يُخطَّط لها بعد
award-disbursed = المدفوع
award-open = المتبقي
award-freed = أُعيد إلى الميزانية
award-offered = عُرضت على المنظمة
award-not-offered = ليس بعد
award-reason = السبب
award-agreement = الاتفاقية
award-agreement-pdf = الاتفاقية بصيغة PDF
award-plan = تخطيط الاتفاقية
award-plan-lead = حدّدوا المدة والأجزاء التي يُدفع بها المبلغ { $amount } ومواعيد التقارير. أي تغيير يسحب ما عُرض على المنظمة.
award-plan-save = حفظ الخطة
award-plan-cell = { $row }، { $field }
award-tongue = لغة الاتفاقية
award-starts = تبدأ في
award-ends = تنتهي في
award-tranche = القسط { $n }
award-tranches = الأقساط
award-tranches-hint = مجموعها هو المنحة كلها. الصفوف الفارغة لا تُحسب.
award-tranche-freed = أُعيد
award-tranche-back = أُعيد { $amount } إلى الميزانية
award-after = فقط بعد التقرير رقم
award-after-report = بعد قبول التقرير { $n }
award-before = قبله
award-number = الرقم
award-due = الموعد
award-due-on = الموعد { $day }
award-report = التقرير { $n }
award-report-named = التقرير { $n }: { $kind }
award-report-kind = النوع
award-reports = التقارير
award-reports-hint = بترتيب مواعيدها. الصف من دون موعد لا يُحسب.
award-no-reports = لا يُطلب أي تقرير.
report-kind-progress = تقرير مرحلي
report-kind-final = تقرير ختامي
report-state-due = مستحق
report-state-draft = مسودة
report-state-sent = مُرسَل
report-state-returned = يحتاج إلى استكمال
report-state-accepted = مقبول
award-offer = عرضها على المنظمة
award-signed-paper = النسخة الموقَّعة
award-disbursement = الدفعة
award-prepare = إعداد الدفعة
award-prepare-lead = تُستحق { $amount } من المنحة. إن دُفعت بعملة أخرى فاذكروا السعر ويومه.
award-pay-currency = تُدفع بعملة
award-rate = السعر
award-rate-hint = كم تساوي وحدة واحدة من عملة المنحة. اتركوه فارغاً إن دُفعت بعملة المنحة.
award-rate-day = يوم السعر
award-rate-source = مصدر السعر
award-paid-by-rate = { $paid } بسعر 1 { $award } = { $rate } { $other } ({ $day }، { $source })
award-pay-to = { $paid } إلى { $holder }، { $account }.
award-goes-to = إلى { $account }.
award-account-changed = قدّمت المنظمة حساباً آخر بعد ذلك: { $account }. تذهب هذه الدفعة إلى الحساب الذي وُوفق عليه لها؛ إن كان ذلك خطأ فاسحبوها.
award-approve = موافقة
award-approve-reason = لماذا تُدفع مع ذلك؟
award-approve-reason-hint = الضغط على الزر يفحص الأسماء مرة أخرى. ومن دون سبب لا يمضي الأمر إلا إذا لم يبقَ شيء مفتوحاً.
award-screened = فُحصت الأسماء مؤخراً، ولا تطابق مفتوح.
award-hits-kept = لم تقيّموا بعد طلبًا لهذه المنظمة، ولذلك تُحجب عنكم نتائج فحص القوائم.
award-screening-due = لم تُفحص الأسماء خلال آخر { $n } يوماً بالقوائم السارية الآن.
award-by-programme = البرنامج: { $who }، { $when }.
award-by-finance = المالية: { $who }، { $when }.
award-reasoned = مع ذلك: { $why }
award-note-paid = تسجيل أنها دُفعت
award-executed = دفعها المصرف في { $day }.
award-executed-on = دفعها المصرف في
award-take-back = سحبها
award-at-bank = هي لدى المصرف: اسألوه أولاً هل ما زال يمكن إيقافها، واذكروا من أجاب.
award-dropped-line = سُحبت: القسط { $n }، { $paid }. { $why }
pay-stage-prepared = بانتظار البرنامج
pay-stage-programme = بانتظار المالية
pay-stage-approved = وافق الطرفان
pay-stage-exported = لدى المصرف
pay-stage-paid = مدفوعة
pay-stage-dropped = مسحوبة
award-bank = الحساب المصرفي
award-bank-none = لم تقدّم المنظمة حساباً بعد.
award-bank-known = قدّمه
award-bank-given = { $who }، { $when }
award-bank-read = قراءة الرقم كاملاً
award-bank-read-hint = تُسجَّل كل قراءة في سجل التدقيق.
award-bank-read-lead = سُجّلت هذه القراءة في سجل التدقيق.
bank-lead = إلى أين يذهب المال. لا يرى الموظفون الرقم إلا بتسجيل، ويرى الآخرون آخره فقط.
bank-holder = صاحب الحساب
bank-holder-hint = كما يكتبه المصرف.
bank-name = المصرف
bank-iban = رقم الحساب (IBAN)
bank-iban-hint = بحرفيه في البداية، مثل PS أو IL.
bank-bic = رمز المصرف (BIC)
bank-save = حفظ الحساب
award-amendments = تعديلات الاتفاقية
award-no-amendments = قائمة كما اتُّفق عليها.
award-amended = { $who }، { $when }.
award-amendment-agreed = وُوفق عليه: { $when }.
award-amendment-waits = لم توافق عليه المنظمة بعد.
award-amendment-taken-back = سُحب: { $when }.
award-extended-to = وقت إضافي: حتى { $day }
amendment-terms = شروط أخرى
amendment-extension = تمديد بلا كلفة
amendment-open = بانتظار جوابكم
amendment-holds = سارٍ
amendment-taken-back = مسحوب
amendment-agree = الموافقة على هذا التعديل
amendment-take-back = سحب هذا التعديل
award-lacks = قبل الإقفال
award-lack-open = { $amount } لم تُدفع ولم تُعَد.
award-lack-report = التقرير { $n } لم يُقبل.
award-amend = تعديل الشروط
award-amend-lead = يسري التعديل متى وافق عليه مسؤول في المنظمة.
award-amend-words = ما الذي يتغير ولماذا
award-extend = تمديد المدة
award-extend-lead = نهاية لاحقة بالمبلغ نفسه. يسري فوراً وتُبلَّغ المنظمة.
award-new-end = النهاية الجديدة
award-free = إعادة مال إلى الميزانية
award-free-lead = ما لن يُدفع يعود إلى ميزانية الدورة.
award-free-amount = كم يُعاد؟
award-cancel = إلغاء المنحة
award-cancel-lead = هذا نهائي. ما لم يُدفع يعود إلى الميزانية.
award-close = إقفال المنحة
award-close-lead = كل شيء دُفع أو أُعيد، وكل التقارير مقبولة. الإقفال نهائي.
award-close-words = كلمة أخيرة إن وُجدت
award-story-opened = تقرّرت
award-story-offered = عُرضت الاتفاقية على المنظمة
award-story-agreed = تم الاتفاق
award-story-report = أُرسل تقرير
award-tasks = المطلوب منكم
award-task-due = مطلوب
award-task-done = قُدّم
award-lead-prepared = نُعدّ الاتفاقية، وسنكتب إليكم حين تصبح جاهزة للقراءة.
award-lead-offered = نرجو قراءة الاتفاقية. يمكن لمسؤول في منظمتكم قبولها هنا، أو ترسلونها موقَّعة.
award-lead-disbursements = الاتفاقية قائمة. يُدفع المبلغ بالأقساط المتفق عليها.
award-lead-reports = دُفع كل شيء. بقيت التقارير فقط.
award-lead-closed = أُقفلت المنحة. شكراً على عملكم.
award-lead-cancelled = أُلغيت المنحة.
award-accept = قبول الاتفاقية
award-accept-lead = تقبلون باسم منظمتكم الاتفاقية على { $amount } كما قرأتموها.
award-officer-name = اسم المسؤول
award-officer-role = الصفة في المنظمة
award-officer-statement = يحق لي التوقيع عن المنظمة، وأقبل الاتفاقية.
award-paper = أو أرسلوها موقَّعة
award-paper-file = الاتفاقية الموقَّعة
award-paper-hint = اطبعوها ووقّعوها وأرسلوا ملف PDF أو صورة لكل الصفحات.
award-paper-send = إرسال الاتفاقية الموقَّعة
award-report-words = ما الذي أُنجز وما نتج عنه
award-report-words-hint = بكلماتكم ولغتكم. لا تذكروا ما قد يعرّض أشخاصاً للخطر.
award-report-spent = ما أُنفق حتى الآن
award-report-keep = حفظ كمسودة
award-report-send = إرسال التقرير
award-report-unsent = لم يُرسَل بعد.
award-report-verdict = حكمكم
award-report-accept = قبول
award-report-return = إعادته للاستكمال
award-report-earlier = كما أُرسل من قبل، { $when }
award-report-note = ما يجب استكماله
award-report-note-hint = تقرأه المنظمة.
award-report-judge = حفظ الحكم
award-clauses = ما يسري على كل منحة
award-clause-purpose = المال مخصص للعمل الموصوف في الطلب كما تقرّر. والدعم المرن يجوز أن يخدم المنظمة كلها.
award-clause-law = تستخدمه المنظمة ضمن القانون، ولا لأي أمر يمسّ حقوق الإنسان أو يخدم العنف.
award-clause-records = تُحفظ سجلات الإنفاق سبع سنوات وتُعرض عند الطلب.
award-clause-reports = تُقدَّم التقارير في المواعيد المذكورة. قد يكون التقرير قصيراً، لكن يجب أن يكون صادقاً.
award-clause-changes = يُتفق على التعديلات كتابةً. ويُطلب التمديد بلا كلفة قبل النهاية.
award-clause-safety = لا يُلزَم أحد بالإبلاغ عما يعرّض الناس للخطر. ويحتفظ البرنامج بالأسماء والحسابات لنفسه.
award-clause-end = يُعاد المال غير المستخدم. وللبرنامج أن ينهي المنحة مع ذكر السبب إذا خُرقت الاتفاقية.
award-signature = القبول
award-signed-for = عن
award-signed-by = الاسم والصفة
award-signed-at = اليوم
payments-title = ملفات للمصرف
payments-lead = دفعات وافق عليها الطرفان ولم ينفذها المصرف بعد.
payments-day = وُوفق عليها في (فارغ لكل الأيام)
payments-filter = عرض
payments-empty = لا شيء بانتظار المصرف
payments-approved = وُوفق عليها
payments-exported = في ملف منذ
payments-wait = تنتظر: يُتخذ القرار من جديد
payments-format = الصيغة
payments-csv = جدول CSV
payments-pain = معيار ISO 20022 (pain.001.001.09)
payments-execution = تُنفَّذ في
payments-payer = الدافع
payments-iban = حساب الدافع (IBAN)
payments-again = إدراج دفعات سبق أن كانت في ملف مرة أخرى
payments-make = إنشاء الملف
notice-award-planned = حُفظت الخطة.
notice-award-offered = يمكن للمنظمة قراءة الاتفاقية الآن.
notice-award-agreed = شكراً. الاتفاقية قائمة.
notice-award-changed = تم. وأُبلغت المنظمة.
notice-disbursement-prepared = أُعدّت. وهي بانتظار موافقة البرنامج.
notice-disbursement-noted = سُجّل.
notice-bank-given = حُفظ الحساب.
notice-report-kept = حُفظت المسودة.
notice-report-sent = أُرسل التقرير.
notice-report-judged = حُفظ الحكم وأُبلغت المنظمة.
notice-amendment-agreed = شكراً. التعديل سارٍ.
notice-amendment-taken-back = سُحب التعديل وأُبلغت المنظمة.
stale-award-agreement = الاتفاقية ليست قائمة بعد.
stale-award-disbursements = الاتفاقية قائمة بالفعل والمال يُدفع.
stale-award-reports = كل شيء دُفع أو أُعيد بالفعل.
stale-award-closed = المنحة مقفلة.
stale-award-cancelled = أُلغيت المنحة.
stale-award-anew = يُتخذ القرار بشأن هذه المنحة من جديد. لا يُدفع مال حتى يتم ذلك.
stale-award-not-offered = الاتفاقية قيد التعديل. سنكتب حين تصبح جاهزة.
stale-award-unplanned = يجب تخطيط الاتفاقية أولاً.
stale-award-terms = تغيّرت الاتفاقية منذ فتحتموها. اقرأوها من جديد.
stale-award-report = لم يعد هذا التقرير ينتظر ذلك.
stale-award-under-way = هناك دفعة جارية. سجّلوا أنها دُفعت أو اسحبوها أولاً.
stale-award-runs = المنحة الناتجة عن القرار السابق متفق عليها. عدّلوها أو ألغوها أولاً.
stale-award-lacks = ينقص شيء للإقفال. صفحة المنحة تقول ما هو.
stale-award-amendment = هناك تعديل للشروط ينتظر جواب المنظمة. انتظروا الجواب أو اسحبوا التعديل أولاً.
stale-amendment-agreed = وافقت المنظمة على هذا التعديل من قبل.
stale-amendment-taken-back = سُحب هذا التعديل.
stale-disbursement = لم تعد هذه الدفعة في تلك الحالة. انظروا إليها من جديد.
stale-no-bank = لم تقدّم المنظمة حساباً بعد.
stale-bank = تغيّر هذا الحساب منذ أن فتحتم الصفحة. اقرأوا الحساب الجديد قبل الموافقة.
stale-tranche-taken = لهذا القسط دفعة بالفعل.
stale-tranche-report = التقرير الذي يجب أن يسبقه لم يُقبل.
stale-tranche-freed = ما خُطّط لهذا القسط أُعيد إلى الميزانية.
denied-both-approvals = وافقتم عن البرنامج. يجب أن يوافق مدير آخر عن المالية.
denied-own-account = قدّمتم هذا الحساب باسم المنظمة. يجب أن يوافق مديرون آخرون.
denied-own-transfer = أرسلتم هذه الدفعة إلى المصرف. يجب أن يسحبها مدير آخر.
error-award-ends = يجب أن تكون النهاية بعد البداية.
error-award-order = تُدرج التقارير بترتيب مواعيدها.
error-award-after = اكتبوا رقم أحد التقارير أو لا شيء.
error-award-sum = مجموع الأقساط { $planned } والمنحة { $amount }.
error-award-freed = اكتبوا مبلغاً أكبر من صفر ولا يزيد على { $most }.
error-award-extension = اختاروا يوماً بعد النهاية الحالية.
error-award-accept = أشّروا على البيان لقبول الاتفاقية.
error-award-paper = الملف كبير جداً.
error-iban = هذا ليس رقم حساب: أرقام التحقق لا تطابق.
error-bic = يتكون رمز BIC من ثمانية أو أحد عشر حرفاً ورقماً.
error-payment-choose = اختاروا دفعة واحدة على الأقل.
error-payment-again = إحداها كانت في ملف من قبل. أشّروا هنا إن كان ذلك مقصوداً.
error-payment-anew = القرار وراء { $reference } يُتخذ من جديد. لا تدخل في أي ملف حتى يتم ذلك.
mail-award-subject = هناك جديد بشأن منحتكم
mail-report-due-subject = تقرير مستحق
award-lack-under-way =
    { $n ->
        [zero] لا دفعة جارية.
        [one] هناك دفعة جارية.
        [two] هناك دفعتان جاريتان.
        [few] هناك { $n } دفعات جارية.
        [many] هناك { $n } دفعة جارية.
       *[other] هناك { $n } دفعة جارية.
    }
award-lack-amendments =
    { $n ->
        [zero] لا تعديل ينتظر جواب المنظمة.
        [one] هناك تعديل للشروط ينتظر جواب المنظمة.
        [two] هناك تعديلان للشروط ينتظران جواب المنظمة.
        [few] هناك { $n } تعديلات للشروط تنتظر جواب المنظمة.
        [many] هناك { $n } تعديلاً للشروط تنتظر جواب المنظمة.
       *[other] هناك { $n } تعديل للشروط تنتظر جواب المنظمة.
    }
award-hits =
    { $n ->
        [zero] لا تطابق مفتوح.
        [one] هناك تطابق واحد مفتوح أو مؤكَّد.
        [two] هناك تطابقان مفتوحان أو مؤكَّدان.
        [few] هناك { $n } تطابقات مفتوحة أو مؤكَّدة.
        [many] هناك { $n } تطابقاً مفتوحاً أو مؤكَّداً.
       *[other] هناك { $n } تطابق مفتوح أو مؤكَّد.
    }
mail-award-body =
    هناك جديد بشأن منحة لمنظمتكم. سجّلوا الدخول لقراءته:

    { $link }
mail-report-due-body =
    تقرير عن منحة لمنظمتكم مستحق. سجّلوا الدخول لمعرفته:

    { $link }

# What awards ask, on the page where applicants begin.
award-home = منحكم بانتظاركم
award-home-agreement = الاتفاقية بانتظار أن تقرأوها وتقبلوها.
award-home-waits = بانتظاركم
award-home-report = التقرير { $n } مستحق في { $day }.
award-home-due = مستحق
award-home-overdue = كان التقرير { $n } مستحقاً في { $day }.
award-home-late = متأخر
