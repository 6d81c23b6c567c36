# إسناد الطلبات إلى المقيّمين.
assignment-title = المقيّمون
assignment-given = من أُسند إليهم هذا الطلب
assignment-reviewer = المقيّم
assignment-email = عنوان البريد الإلكتروني
assignment-since = منذ
assignment-state = التقييم
assignment-end = سحب الإسناد
assignment-not-begun = لم يبدأ
assignment-begun = بدأ
assignment-submitted = أُرسل
assignment-recused = تنحٍّ: تضارب مصالح
assignment-free = من يمكن الإسناد إليهم
assignment-barred = من لا يمكن الإسناد إليهم
assignment-choose = اختيار
assignment-owes = تقييمات لم تُنجز بعد
assignment-submit = إسناد
assignment-nobody = لا يوجد أحد آخر يمكنه تقييم هذا الطلب
assignment-nobody-lead = أرسلوا أولاً دعوة إلى شخص بدور التقييم.
assignment-none = لا أحد
assignment-bulk-title = الإسناد إلى المقيّمين
assignment-bulk-lead = يُسنَد كل طلب محدَّد إلى كل من جرى تحديده من المقيّمين. ومن كان الطلب عنده من قبل يبقى عنده كما هو.
assignment-applications = طلبات قيد التقييم
assignment-reviewers = المقيّمون
assignment-none-in-review = لا طلبات قيد التقييم
assignment-none-in-review-lead = تظهر الطلبات هنا متى بيّن الفرز الأولي أنها تستوفي شروط التقديم.
notice-assigned = تم الإسناد، وأُرسلت رسالة إلى المقيّمين.
notice-unassigned = سُحب الإسناد.

bar-not-reviewer = ليس من المقيّمين، أو حسابه معطَّل
bar-member = ينتمي إلى المنظمة
bar-conflict = لديه تضارب مصالح
bar-assigned = أُسند إليه من قبل

mail-assigned-subject = لديكم ما تقيّمونه
mail-assigned-body =
    { $n ->
        [zero] لا جديد.
        [one] أُسند إليكم طلب لتقييمه.
        [two] أُسند إليكم طلبان لتقييمهما.
        [few] أُسندت إليكم { $n } طلبات لتقييمها.
        [many] أُسند إليكم { $n } طلباً لتقييمها.
       *[other] أُسند إليكم { $n } طلب لتقييمها.
    } قبل فتح أي طلب نسألكم هل تربطكم صلة بالمنظمة. تجدون قائمتكم هنا:

    { $link }
assignment-declined = اعتذروا عن التكليف
assignment-declined-lead = ترك هؤلاء المقيّمون الطلب لضيق الوقت أو لعدم الاختصاص. هذا امتناع وليس تضارب مصالح، ويمكنكم أن تطلبوا منهم مرة أخرى.
assignment-abstained = امتناع عن التقييم
assignment-uncounted = أُرسل تقييم في { $when }. يبقى مختوماً ومحفوظاً، ولا يُحسب إلا إذا أُسند الطلب إلى صاحبه من جديد.

# ما يقدّمه المقيّم.
reviewing-title = عن عملكم في التقييم
reviewing-of = التقييم: { $name }
reviewing-lead = ما تذكرونه هنا يساعدنا على أن نُسند إليكم طلبات تستطيعون الحكم عليها.
reviewing-lead-staff = تُستخدم هذه المعلومات عند إسناد الطلبات. ويمكن للمقيّم أيضاً أن يغيّرها.
reviewing-languages = ما اللغات التي تقرؤونها قراءة تكفي لتقييم طلب؟
reviewing-places = ما الأماكن التي تعرفونها؟
reviewing-expertise = في أي أنواع الدعم لديكم خبرة؟
reviewing-cap = كم تقييماً تقبلون في الدورة الواحدة على الأكثر؟
reviewing-cap-hint = اكتبوا رقماً، أو اتركوا الخانة فارغة إن لم يكن هناك حدّ.
reviewing-submit = حفظ
reviewing-change = اللغات والأماكن والخبرات وعدد التقييمات
reviewing-link = التقييم
error-review-bound = أدخلوا رقماً من 1 إلى { $most }.

# إسناد دورة كاملة.
allocation-title = إسناد طلبات الدورة
allocation-lead = دعوا البرنامج يقترح من يقيّم ماذا، أو أحضروا ملفاً، أو اختاروا بأنفسكم. لا يُسند شيء قبل أن تطّلعوا عليه.
allocation-waiting = خطة أُعدّت { $when } تنتظركم
allocation-propose-title = اقتراح
allocation-number = كم تقييماً يلزم لكل طلب؟
allocation-number-hint = تُحسب التقييمات الموجودة من قبل.
allocation-cap = كم تقييماً يجوز أن يكون لدى الشخص الواحد في هذه الدورة؟
allocation-cap-hint = مع ما لديه من قبل. ويسري أيضاً الحدّ الذي وضعه المقيّم لنفسه.
allocation-first = ما الأهم؟
allocation-first-even = تساوي الأعباء أولاً، ثم ملاءمة المقيّمين
allocation-first-fit = ملاءمة المقيّمين أولاً، ثم تساوي الأعباء
allocation-prefer = ما الذي يجعل المقيّم ملائماً؟
allocation-prefer-language = يقرأ لغة الطلب
allocation-only-readers = لا يُسند إلى سواهم: فقط من يقرؤون لغة الطلب
allocation-prefer-place = يعرف المكان
allocation-prefer-expertise = لديه خبرة في نوع الدعم
allocation-propose = إعداد اقتراح
allocation-others = طرق أخرى
allocation-plan-title = الإسنادات المخطَّط لها
allocation-pairs =
    { $n ->
        [zero] لن يُسند شيء.
        [one] سيجري إسناد واحد.
        [two] سيجري إسنادان.
        [few] ستجري { $n } إسنادات.
        [many] سيجري { $n } إسناداً.
       *[other] سيجري { $n } إسناد.
    }
allocation-already =
    { $n ->
        [zero] لا صفوف في الملف عن إسنادات قائمة.
        [one] صف واحد في الملف عن إسناد قائم من قبل.
        [two] صفان في الملف عن إسنادين قائمين من قبل.
        [few] { $n } صفوف في الملف عن إسنادات قائمة من قبل.
        [many] { $n } صفاً في الملف عن إسنادات قائمة من قبل.
       *[other] { $n } صف في الملف عن إسنادات قائمة من قبل.
    }
allocation-proved = ثبت بالبرهان: لا خطة أفضل من هذه بحسب الترتيب الذي اخترتموه.
allocation-unproved = تعذّر إثبات أن هذه هي أفضل خطة.
allocation-missing =
    { $n ->
        [zero] لا ينقص أي تقييم.
        [one] تقييم واحد لا يمكن إسناده إلى أحد.
        [two] تقييمان لا يمكن إسنادهما إلى أحد.
        [few] { $n } تقييمات لا يمكن إسنادها إلى أحد.
        [many] { $n } تقييماً لا يمكن إسنادها إلى أحد.
       *[other] { $n } تقييم لا يمكن إسنادها إلى أحد.
    }
allocation-assigned =
    { $n ->
        [zero] لم يُسند شيء.
        [one] جرى إسناد واحد، وأُرسلت رسالة إلى المقيّم.
        [two] جرى إسنادان، ولكل مقيّم رسالة واحدة.
        [few] جرت { $n } إسنادات، ولكل مقيّم رسالة واحدة.
        [many] جرى { $n } إسناداً، ولكل مقيّم رسالة واحدة.
       *[other] جرى { $n } إسناد، ولكل مقيّم رسالة واحدة.
    }
allocation-lacks = هذا غير ممكن
allocation-lack =
    { $n ->
        [zero] { $short }: يلزم { $wanted } ويتوفر { $elsewhere } من غيرهم؛ ولا يقرؤه سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
        [one] { $short }: يلزم له { $wanted } بعد. وفوق { $elsewhere } من غيرهم لا يستطيع قراءته سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
        [two] النقص في { $short }. هذان الطلبان يلزم لهما معاً { $wanted } بعد. وفوق { $elsewhere } من غيرهم لا يستطيع قراءتهما سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
        [few] النقص في { $short }. هذه الطلبات الـ{ $n } يلزم لها معاً { $wanted } بعد. وفوق { $elsewhere } من غيرهم لا يستطيع قراءتها سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
        [many] النقص في { $short }. هذه الطلبات الـ{ $n } يلزم لها معاً { $wanted } بعد. وفوق { $elsewhere } من غيرهم لا يستطيع قراءتها سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
       *[other] النقص في { $short }. هذه الطلبات الـ{ $n } يلزم لها معاً { $wanted } بعد. وفوق { $elsewhere } من غيرهم لا يستطيع قراءتها سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
    }
allocation-lack-alone =
    { $n ->
        [zero] { $short }: يلزم { $wanted }، ولا يقرؤه سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
        [one] { $short }: يلزم له { $wanted } بعد. ولا يستطيع قراءته سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
        [two] النقص في { $short }. هذان الطلبان يلزم لهما معاً { $wanted } بعد. ولا يستطيع قراءتهما سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
        [few] النقص في { $short }. هذه الطلبات الـ{ $n } يلزم لها معاً { $wanted } بعد. ولا يستطيع قراءتها سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
        [many] النقص في { $short }. هذه الطلبات الـ{ $n } يلزم لها معاً { $wanted } بعد. ولا يستطيع قراءتها سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
       *[other] النقص في { $short }. هذه الطلبات الـ{ $n } يلزم لها معاً { $wanted } بعد. ولا يستطيع قراءتها سوى هؤلاء، ولهم معاً متّسع لعدد { $room }: { $people }.
    }
allocation-lack-nobody = { $short }: يلزم { $wanted } بعد، ولا يتوفر سوى { $elsewhere }. أما الآخرون فلا يجوز الإسناد إليهم أو هو لديهم من قبل.
allocation-left = لم تُسند لأن شيئاً تغيّر في هذه الأثناء
allocation-left-pair = { $reviewer }، { $reference }: { $why }
allocation-left-status = لم يعد الطلب قيد التقييم
allocation-nothing = لا شيء للإسناد
allocation-nothing-text = لكل طلب تقييماته، أو لم يبقَ من يستطيع أن يقيّم.
allocation-apply = إسناد
allocation-apply-hint = يُفحص كل إسناد مرة أخرى، وتصل كل مقيّم رسالة واحدة.
allocation-again = اقتراح جديد
allocation-file-again = إحضار ملف آخر
allocation-by-application = بحسب الطلب
allocation-pairs-why = المقيّمون والأسباب
allocation-leave-out = استبعاد
allocation-loads = ما يُسند إلى كل مقيّم
allocation-load-new = تقييمات جديدة
notice-left-out = استُبعد.
notice-plan-applied = تم.
stale-plan-applied = نُفّذت هذه الخطة من قبل.
reason-language = يقرأ { $language }
reason-unread = لا يقرأ { $language }
reason-place = يعرف المكان: { $place }
reason-topic = خبرة في { $topic }
reason-domain = عنوان بريده من نطاق المنظمة: يُرجى التدقيق
reason-website = العنوان أو الانتماء من نطاق موقع المنظمة: يُرجى التدقيق
reason-namesake = يحمل هذا الاسم أحد أعضاء مجلسها أو أفرادها: يُرجى التدقيق
reason-affiliation = ذكر هذه المنظمة بين انتماءاته: يُرجى التدقيق
reason-load = من أخفّ الأعباء
reason-room = من هم أنسب لا يجوز الإسناد إليهم أو لديهم ما يكفي

# الإسناد بملف.
allocation-file-title = الإسناد بملف
allocation-file-lead = جدول فيه صف لكل إسناد. يُفحص أولاً، ولا يُسند شيء قبل أن تطّلعوا عليه.
allocation-file = الجدول (CSV)
allocation-file-hint = العمودان: الرقم المرجعي للطلب وعنوان بريد المقيّم. تفصل بينهما فواصل أو فواصل منقوطة أو علامات جدولة.
allocation-file-check = فحص الملف
allocation-wrong = ما يحتاج إلى تصحيح
allocation-wrong-row = الصف
allocation-wrong-column = العمود
allocation-wrong-why = المشكلة
allocation-wrong-more =
    { $n ->
        [zero] لا مزيد.
        [one] ومشكلة أخرى.
        [two] ومشكلتان أخريان.
        [few] و{ $n } مشكلات أخرى.
        [many] و{ $n } مشكلة أخرى.
       *[other] و{ $n } مشكلة أخرى.
    }
error-file-cells = صحّحوا ما هو مذكور أدناه وأحضروا الملف مجدداً. لم يُسند شيء.
error-file-none = اختاروا ملفاً.
error-file-table = هذا ليس جدولاً نصياً بترميز UTF-8، أو هو كبير جداً.
error-file-application = لا يوجد طلب كهذا قيد التقييم في هذه الدورة.
error-file-reviewer = لا مقيّم بهذا العنوان.
error-table-empty = الملف فارغ.
error-table-row = تعذّرت قراءة هذا الصف.
error-table-rows = يتسع الجدول لعدد { $most } من الصفوف.
error-table-column = العمود «{ $column }» غير موجود.
error-table-twice = هناك عمودان باسم «{ $column }».
error-table-more = في هذا الصف خلايا أكثر من الأسماء في الصف الأول. الفاصلة داخل الخلية، كما في 3,5، تحتاج إلى علامتي اقتباس حول الخلية.

# سحب الإسناد.
allocation-end-title = سحب ما لم يبدأ
allocation-end-lead = يُسحب ممن تحددونهم كل طلب في هذه الدورة لم يبدؤوا تقييمه. أما التقييمات التي بدأت فتبقى.
allocation-end-none = لا شيء لسحبه
allocation-end-none-text = بدأ تقييم كل ما أُسند في هذه الدورة، أو لم يُسند شيء.
allocation-end-submit = سحب
