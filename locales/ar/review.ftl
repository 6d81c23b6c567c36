# التقييمات كما يكتبها المقيّمون: القائمة، والإقرار، وصفحة التقييم.
reviews-title = تقييماتكم
reviews-lead = الطلبات التي طُلب منكم تقييمها، والأقرب موعداً أولاً.
reviews-progress-label = التقييمات المُرسَلة
reviews-progress =
    { $total ->
        [zero] لا تقييمات مطلوبة؛ المُرسَل { $done }
        [one] أُرسل { $done } من تقييم واحد
        [two] أُرسل { $done } من تقييمين
        [few] أُرسل { $done } من { $total } تقييمات
        [many] أُرسل { $done } من { $total } تقييماً
       *[other] أُرسل { $done } من { $total } تقييم
    }
reviews-tabs = المتبقية والمُرسَلة
reviews-to-do = المتبقية
reviews-sent = المُرسَلة
reviews-to-do-caption = تقييمات لم تُكتب بعد
reviews-sent-caption = تقييمات أرسلتموها
reviews-application = الطلب
reviews-round = الدورة
reviews-due = الموعد النهائي
reviews-when-sent = تاريخ الإرسال
reviews-state = الحالة
reviews-none = لا شيء لتقييمه بعد
reviews-none-lead = متى أُسند إليكم طلب، تصلكم رسالة ويظهر الطلب هنا.
reviews-all-sent = اكتمل كل شيء
reviews-all-sent-lead = أرسلتم كل التقييمات التي طُلبت منكم. شكراً لكم. يمكنكم تعديلها إلى أن تُغلق الدورة.
reviews-none-sent = لم يُرسَل شيء بعد
reviews-none-sent-lead = تظهر التقييمات هنا بعد إرسالها.

review-state-declare = الإقرار أولاً
review-state-new = لم يبدأ
review-state-draft = مسودة
review-state-sent = مُرسَل

review-left-days =
    { $n ->
        [zero] بقي أقل من يوم
        [one] بقي يوم واحد
        [two] بقي يومان
        [few] بقيت { $n } أيام
        [many] بقي { $n } يوماً
       *[other] بقي { $n } يوم
    }
review-left-hours =
    { $n ->
        [zero] بقي أقل من ساعة
        [one] بقيت ساعة واحدة
        [two] بقيت ساعتان
        [few] بقيت { $n } ساعات
        [many] بقيت { $n } ساعة
       *[other] بقيت { $n } ساعة
    }
review-left-within-hour = بقي أقل من ساعة
review-overdue = متأخر
review-overdue-days =
    { $n ->
        [zero] متأخر أقل من يوم
        [one] متأخر يوماً واحداً
        [two] متأخر يومين
        [few] متأخر { $n } أيام
        [many] متأخر { $n } يوماً
       *[other] متأخر { $n } يوم
    }

declare-title = هل لديكم تضارب مصالح؟
declare-lead = قبل قراءة هذا الطلب، أخبرونا هل هناك ما قد يؤثر في حكمكم، أو قد يبدو للآخرين مؤثراً فيه.
declare-again-lead = سبق أن أقررتم بعدم وجود تضارب مصالح لديكم. إن لاحظتم تضارباً بعد ذلك، فأخبرونا هنا.
declare-subject = صاحبة الطلب
declare-organisation = المنظمة
declare-base = مكان العمل
declare-website = الموقع الإلكتروني
declare-registered = التسجيل
declare-question = ما صلتكم بهذه المنظمة؟
declare-note = أمر آخر ينبغي أن نعرفه
declare-note-hint = تكفي جملة واحدة. يمكن لطاقم البرنامج قراءتها، ولا يمكن ذلك لمن قدّموا الطلب. يُرجى كتابتها إن اخترتم «صلة أخرى».
declare-consequence = إن كان لديكم تضارب مصالح، فسيقيّم هذا الطلب شخص آخر ولن يظهر لكم مرة أخرى. ليس في ذلك أي لوم عليكم، ولن يطلب منكم أحد إثباته.
declare-submit = تقديم الإقرار والمتابعة
declare-back-to-review = العودة إلى التقييم
declare-thanks-title = شكراً لإبلاغنا
declare-thanks-lead = لن يظهر لكم هذا الطلب مرة أخرى، وما قد تكونون كتبتموه عنه لا يُحتسب.
declare-thanks-next = ماذا بعد
declare-thanks-next-text = سيعرف طاقم البرنامج بتنحّيكم، ويمكنه أن يطلب التقييم من شخص آخر. لا يلزمكم فعل شيء آخر.
declare-thanks-back = الذهاب إلى تقييماتكم

conflict-none = ليس لديّ تضارب مصالح
conflict-none-hint = لا ينطبق أي من البنود أدناه، لا الآن ولا خلال السنوات الثلاث الماضية.
conflict-staff = أعمل فيها، أو أنا من أعضاء مجلس إدارتها
conflict-staff-hint = يشمل ذلك التطوع وتقديم المشورة والترشح، الآن أو خلال السنوات الثلاث الماضية.
conflict-family = تربطني صلة قريبة بشخص فيها، أو بيني وبينه خلاف
conflict-family-hint = العائلة، أو الشراكة في الحياة، أو الصداقة المقرّبة، أو خلاف شخصي.
conflict-funder = أموّلها، أو أعمل لدى من يموّلها
conflict-funder-hint = يشمل ذلك دعماً يُتخذ القرار بشأنه الآن.
conflict-collaborator = أتعاون معها
conflict-collaborator-hint = مشروع أو إصدار أو طلب مشترك، الآن أو خلال السنوات الثلاث الماضية.
conflict-litigation = أقف معها أو ضدها أمام القضاء أو في حملة
conflict-litigation-hint = بصفة طرف أو محامٍ أو شاهد، أو بموقف علني.
conflict-same = أنتمي إلى المنظمة أو الشبكة نفسها
conflict-same-hint = يشمل ذلك الفروع والمنظمات الأعضاء والجهات التابعة.
conflict-other = صلة أخرى
conflict-other-hint = يُرجى توضيحها في الملاحظة أدناه.

review-title = تقييم { $reference }
review-application = الطلب
review-contents = أقسام الطلب
review-requested = المبلغ المطلوب
review-community = المجتمع
review-due = موعد إنجاز التقييم
review-yours = تقييمكم
review-to-yours = الذهاب إلى تقييمكم
review-guidance = اختاروا الدرجة التي ينطبق وصفها أكثر من غيره، واذكروا السبب في بضع جمل، في 4,000 حرف على الأكثر لكل معيار. وإن لم يكن في الطلب ما يكفي، فاختاروا «لا يمكنني الحكم»: تُحسب الدرجة ناقصة، ولا تُحسب صفراً أبداً.
review-note-merit = { "\u2066" }{ $weight }%{ "\u2069" } من الدرجة، الجدارة
review-note-priority = { "\u2066" }{ $weight }%{ "\u2069" } من الدرجة، الأولوية
review-note-gate = { "\u2066" }{ $weight }%{ "\u2069" } من الدرجة، ويلزم التحقق منه قبل تقديم منحة
review-cannot-judge = لا يمكنني الحكم
review-points = { $points } من { $most }
review-why = أسبابكم: { $criterion }
review-comment = تعليق للجنة التقييم
review-comment-hint = عن الطلب كله: ما الأهم فيه، وما الذي ينبغي السؤال عنه، وما الذي ينبغي الانتباه إليه.
review-elsewhere = المحفوظ في النافذة الأخرى:
review-save = حفظ المسودة
review-send = إرسال التقييم
review-send-changes = إرسال التعديلات
review-not-saved = لم يُحفظ بعد
review-saved-at = آخر حفظ: { $when }
review-sent-at = أُرسل في { $when }
review-score-so-far = درجتكم حتى الآن
review-score-sent = درجتكم
review-total = المجموع
review-of-hundred = من 100
review-merit = الجدارة
review-priority = الأولوية
review-totals = المجموع { $total }، الجدارة { $merit }، الأولوية { $priority }
review-incomplete = شمل حكمكم { "\u2066" }{ $weight }%{ "\u2069" } من الوزن. التقييم الذي يبقى فيه أكثر من الثلث بلا حكم يُحفظ ويُعرض، لكنه لا يدخل في حساب الدرجة.
review-history =
    { $n ->
        [zero] لم يُرسَل بعد
        [one] أُرسل مرة واحدة
        [two] أُرسل مرتين
        [few] أُرسل { $n } مرات
        [many] أُرسل { $n } مرة
       *[other] أُرسل { $n } مرة
    }
review-version = النسخة { $number }
review-none-written = لم تكتبوا تقييماً لهذا الطلب.
review-conflict-late = هل لاحظتم تضارب مصالح؟
review-conflict-late-link = التنحّي عن هذا الطلب
review-others = ما قاله المقيّمون الآخرون
review-others-none = لم يصل أي تقييم آخر بعد.
review-others-caption = الدرجات جنباً إلى جنب
review-others-blind = لا تظهر أسماء المقيّمين لبعضهم. وتعني الشرطة «لا يمكنني الحكم».
review-others-sent = تاريخ الإرسال
review-criterion = المعيار
review-you = تقييمكم
review-other = التقييم { $letter }
notice-review-saved = حُفظت مسودتكم. لا يراها أحد غيركم قبل إرسالها.
notice-review-sent = أُرسل تقييمكم. يمكنكم تعديله إلى أن تُغلق الدورة.

stale-declare-first = أخبرونا أولاً هل لديكم تضارب مصالح.
stale-reviews-closed = أُغلقت هذه الدورة، ولذلك يمكن قراءة التقييمات ولا يمكن تعديلها.
stale-own-review-first = أرسلوا تقييمكم أولاً.
stale-review-sent = سبق إرسال هذا التقييم. أعيدوا تحميل الصفحة؛ ما زال بإمكانكم إرسال تعديلات.
stale-review-elsewhere = في هذه الأثناء حفظتم هذا التقييم في نافذة أخرى. ما كتبتموه هنا لم يُحفظ بعد. قارنوه بالمحفوظ، ثم احفظوا أو أرسلوا مرة أخرى.

# ما يوصي به المقيّم ومدى ثقته، والدرجة الأولى المحفوظة، وترتيب القائمة.
reviews-order = الترتيب:
reviews-order-due = الأقرب موعداً أولاً
reviews-order-least = الأقل تقييماً أولاً
reviews-order-shuffled = ترتيب عشوائي خاص بكم
review-recommendation = التوصية
review-recommendation-hint = ما كنتم ستقررونه. تظهر للجنة التقييم وليست جزءاً من الدرجة.
recommend-fund = التمويل
recommend-fund-if = التمويل إذا استوفيت شروط
recommend-fund-if-hint = اذكروا الشروط في تعليقكم.
recommend-do-not-fund = عدم التمويل
review-confidence = مدى الثقة
review-confidence-hint = مدى ثقتكم بهذا التقييم في مجمله. ليس جزءاً من الدرجة.
confidence-low = منخفضة
confidence-medium = متوسطة
confidence-high = عالية
review-verdict = { $recommendation } · الثقة: { $confidence }
review-reason = سبب تعديل تقييمكم
review-reason-hint = مطلوب عند تغيير درجة أو توصية. تُحفظ درجاتكم الأولى إلى جانب الجديدة مع هذا السبب.
review-first-total = عند الإرسال الأول: { $total }. الدرجة الأولى مختومة وتبقى مع التقييم.
review-version-first = النسخة الأولى، مختومة
review-version-reason = السبب: { $reason }
review-moved = { $now } (أولاً { $first })
review-mean-moved = متوسط الدرجات الأولى { $first }، والآن { $now }
review-mean-moved-criteria = متوسط الدرجات الأولى { $first } بحسب معايير ذلك الوقت، والآن { $now } بحسب المعايير الحالية
review-evidence = من الطلب
review-keys = عند الوقوف على معيار، تختار مفاتيح الأرقام الدرجة (1 ثم 0 للعشرة)، ويختار المفتاح n «لا يمكنني الحكم».
review-send-next = إرسال والانتقال إلى التالي
review-save-next = حفظ والانتقال إلى التالي
review-decline = لا وقت لديكم، أو ليس من اختصاصكم؟
decline-title = الاعتذار عن هذا التكليف
decline-lead = تتركون هذا الطلب ويمكن لغيركم تقييمه. هذا امتناع عن التقييم، ولا يقول شيئاً عن الجهة المتقدمة.
decline-conflict = هل السبب صلة بالجهة المتقدمة؟ أخبرونا بذلك بدلاً من هذا:
decline-conflict-link = الإفصاح عن تضارب مصالح
decline-reason = سبب الاعتذار
decline-reason-hint = تكفي جملة واحدة، مثل «ليس من اختصاصي» أو «لا وقت قبل الموعد». يقرؤها فريق البرنامج.
decline-submit = الاعتذار عن التكليف
notice-assignment-declined = اعتذرتم عن التكليف. يرى فريق البرنامج ذلك ويمكنه أن يطلب من غيركم.
abstain-ask = لم تعودوا متمسكين بدرجاتكم، أو تبيّن أنه ليس من اختصاصكم؟
abstain-title = الامتناع عن تقييم هذا الطلب
abstain-lead = تتركون هذا الطلب ولا يعود تقييمكم محسوباً: لا في المجاميع ولا المتوسطات ولا المراتب ولا مقياس الاتفاق. ما أرسلتموه أولاً يبقى مختوماً ومحفوظاً. يرى فريق البرنامج أنكم امتنعتم ولماذا، ويمكنه أن يسند الطلب إليكم من جديد، فيُحسب تقييمكم مرة أخرى.
abstain-reason = سبب الامتناع
abstain-submit = الامتناع
stale-abstain-unassigned = هذا الطلب غير مسند إليكم، فليس هناك ما تعتذرون عنه.
