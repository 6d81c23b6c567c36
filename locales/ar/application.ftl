# الطلبات كما يكتبها مقدّموها ويرسلونها ويتابعونها.
application-title = طلبكم
answer-yes = نعم
answer-no = لا
answer-declared = تم التأكيد

start-title = بدء طلب
start-back = العودة إلى الدورة
start-lead = يمكنكم التوقف متى شئتم: كل شيء يبقى محفوظاً، ولا يقرأ المسودة أحد من خارج منظمتكم.
start-how = كيف يجري الأمر
start-step-write = تجيبون عن الأسئلة قسماً قسماً، وبأي ترتيب. تحتاج معظم المنظمات إلى ساعتين إلى أربع ساعات في المجموع.
start-step-check = تراجعون كل شيء في صفحة واحدة ثم ترسلونه. وحتى ذلك الحين يمكنكم تغيير أي إجابة.
start-step-follow = تحصلون على رقم مرجعي وإيصال، وتعرفون هنا في أي وقت أين وصل طلبكم.
start-organisation = باسم أي منظمة تقدّمون الطلب؟
start-other-organisation = باسم منظمة غير مذكورة هنا
start-no-organisation = منظمتكم أولاً
start-no-organisation-text = تُقدَّم الطلبات باسم منظمات. عرّفوا بمنظمتكم مرة واحدة، ثم تعودون إلى هنا.
start-submit = بدء الطلب
notice-application-started = بدأ طلبكم. يمكنكم البدء بأي قسم.
notice-application-known = لمنظمتكم طلب في هذه الدورة من قبل، وها هو.

applications-title = طلباتكم
applications-lead = كل ما لدى منظماتكم من طلبات.
applications-rounds = الاطلاع على الدورات المفتوحة
applications-find = البحث عن دورة مفتوحة
applications-empty = لا طلبات بعد
applications-empty-text = اختاروا دورة مفتوحة، واقرأوا أسئلتها، ثم ابدأوا. يمكنكم الحفظ في أي وقت.
applications-now = بانتظاركم الآن
applications-now-text = يُرجى إكماله وإرساله قبل
applications-sent = المُرسَلة
applications-over = المنتهية
application-untitled = طلب بلا عنوان بعد
application-named = عنوان الطلب
application-organisation = المنظمة
application-round = الدورة
application-reference = الرقم المرجعي
application-answers = قراءة الإجابات
application-receipt = الاطلاع على الإيصال
application-back = العودة إلى الطلب

tasks-title = الأقسام
tasks-back = العودة إلى قائمة الأقسام
tasks-progress-label = الأقسام المكتملة
tasks-progress =
    { $total ->
        [zero] لا أقسام هنا؛ المكتمل { $done }
        [one] اكتمل { $done } من قسم واحد
        [two] اكتمل { $done } من قسمين
        [few] اكتمل { $done } من { $total } أقسام
        [many] اكتمل { $done } من { $total } قسماً
       *[other] اكتمل { $done } من { $total } قسم
    }
tasks-order = الترتيب متروك لكم. ومتى اكتمل كل شيء، راجعوا إجاباتكم ثم أرسلوها.
tasks-check = مراجعة الإجابات
tasks-over = انتهت هذه الدورة ولم يُرسَل هذا الطلب. ما كتبتموه محفوظ، ويمكنكم قراءته ونسخه.
tasks-round = القراءة عن الدورة
section-not-started = لم يبدأ
section-incomplete = غير مكتمل
section-complete = مكتمل

section-nth = القسم { $nth } من { $total }
section-saved = آخر حفظ: { $when }
section-save = الحفظ والمتابعة
section-save-list = الحفظ والعودة إلى القائمة
section-partly-saved = حفظنا ما أمكنت قراءته. صحّحوا الحقول أدناه ثم احفظوا مرة أخرى.
section-overtaken = في هذه الأثناء حُفظ هذا القسم من جانب شخص آخر في منظمتكم، أو من جانبكم في نافذة أخرى. لم يضِع شيء مما كتبتموه: تجدونه في الحقول، وبجانب كل حقل فيه اختلاف يظهر النص المحفوظ. ضعوا علامة على النصوص المحفوظة التي تفضّلونها على نصوصكم، ثم احفظوا.
section-theirs = حفظه { $name }، { $when }
section-keep-mine = حفظ ما اخترته
section-take-theirs = ترك نصّي واعتماد النص المحفوظ
section-shut = ما كتبتموه ما زال أدناه كي يمكنكم نسخه.
row-legend = السطر { $n }
row-add = إضافة سطر آخر
row-remove = حذف
field-currency = العملة

check-title = مراجعة إجاباتكم
check-gaps =
    { $n ->
        [zero] لا ينقص شيء
        [one] ما زال أمر واحد ناقصاً
        [two] ما زال أمران ناقصين
        [few] ما زالت { $n } أمور ناقصة
        [many] ما زال { $n } أمراً ناقصاً
       *[other] ما زال { $n } أمر ناقصاً
    }
check-late = انتهى الموعد النهائي. إن أرسلتم طلبكم الآن، فسيُقبل ويُسجَّل متأخراً.
check-send = إرسال الطلب
check-declared = تؤكدون ما يلي:
check-final = لا يمكن تغيير الإجابات بعد إرسالها. ويمكنكم سحب الطلب ما لم يصدر القرار بشأنه.
check-submit = إرسال الطلب
gap = { $question }: { $problem }
gap-sentence = { $question } { $problem }
gap-cell = { $question }، السطر { $row }، { $column }
gap-cell-sentence = { $question } السطر { $row }، { $column }

receipt-title = أُرسل طلبكم
receipt-number = رقمكم المرجعي
receipt-keep = اذكروه كلما كتبتم إلينا.
receipt-sent = تاريخ الإرسال
receipt-late = متأخر، ضمن مهلة السماح
receipt-next = ماذا بعد
receipt-next-mail = نكتب إلى { $email } أن الطلب وصل. في الرسالة الرقم المرجعي ورابط، وليس فيها شيء من إجاباتكم.
receipt-next-check = نتحقق من أن الطلب يستوفي شروط التقديم. ثم يقرأه عدة مقيّمين ويضعون درجاتهم.
receipt-next-decision = تصلكم النتيجة حتى { $day }.
receipt-follow = متابعة الطلب
receipt-print = يمكنكم طباعة هذه الصفحة لتكون إيصالاً لكم.
receipt-copy = ما أرسلتموه

answers-title = إجاباتكم
answers-contents = الأقسام
answers-as-saved = كما حُفظت، ولم تُرسَل

standing-draft = مسودة
standing-draft-lead = لم يُرسَل هذا الطلب بعد.
standing-unsent = لم يُرسَل
standing-discarded = مسودة مُلغاة
standing-discarded-lead = أُلغيت هذه المسودة، ولم يعد يقرأها أحد.
standing-submitted = مستلَم
standing-submitted-lead = وصلنا طلبكم. والخطوة التالية أن نتحقق من أنه يستوفي شروط التقديم.
standing-withdrawn = مسحوب
standing-withdrawn-lead = سحبتم هذا الطلب، فلن يُقرأ ولن يصدر قرار بشأنه.
standing-ineligible = لا يستوفي شروط التقديم
standing-ineligible-lead = لا يستوفي هذا الطلب شروط الدورة، ولذلك لا توضع له درجات. اكتبوا إلينا إن رأيتم في ذلك خطأ.
standing-in-review = قيد التقييم
standing-in-review-lead = يستوفي طلبكم شروط التقديم. يقرأه المقيّمون ويضعون درجاتهم، ثم يتخذ البرنامج قراره.
standing-decided = صدر القرار
standing-decided-lead = صدر القرار بشأن طلبكم، وتجدون النتيجة أدناه.

timeline-title = ما جرى وما سيأتي
timeline-sent = أُرسل الطلب
timeline-withdrawn = سُحب الطلب
timeline-checked = التحقق من استيفاء شروط التقديم
timeline-ineligible = نتيجة الفرز الأولي: لا يستوفي شروط التقديم في هذه الدورة
timeline-reviewed = القراءة ووضع الدرجات من جانب المقيّمين
timeline-decided = صدور القرار
timeline-promise = يصلكم ردنا حتى { $day }.

outcome-amount = المبلغ
outcome-conditions = الشروط
outcome-feedback = ملاحظاتنا لكم

withdrawal-title = سحب هذا الطلب
withdrawal-lead = لن يُقرأ الطلب بعد ذلك ولن توضع له درجات ولن يصدر قرار بشأنه، ولا يمكن التراجع عن السحب. وما دامت الدورة مفتوحة، يمكنكم بدء طلب جديد.
withdrawal-submit = سحب الطلب
withdrawal-keep = الإبقاء عليه
notice-withdrawn = سُحب الطلب.
discard-title = إلغاء هذه المسودة
discard-lead = تختفي المسودة من قائمة طلباتكم، ولا يمكن التراجع عن ذلك. وما دامت الدورة مفتوحة، يمكنكم بدء طلب جديد.
discard-submit = إلغاء المسودة
discard-keep = الإبقاء عليها
notice-discarded = أُلغيت المسودة.
outcome-not-eligible = السبب

answer-place = { $locality }، { $country }
answer-hidden = (لم يعد مطلوبًا بسبب جواب آخر. حُفظ كما كُتب.)
field-locality = البلدة أو المنطقة
field-country-hint = الدولة. ابدؤوا بالكتابة ثم اختاروا، أو اكتبوا اسمها.
question-only-if = فقط إذا أجبتم بـ«{ $answer }» عن «{ $question }»:
question-sensitive = اكتبوا فقط ما هو آمن لكم.
question-not-reviewers = لا يرى المقيّمون هذا الجواب.

section-take = اعتماد هذا النص بدل نصّي
autosave-partly = { $saved }. ولم يُحفظ ما يلي لأنه لا يُقرأ بعد: { $unread }
autosave-overtaken = لم يُحفظ تلقائيًا: حفظ شخص آخر هذا القسم في هذه الأثناء. اضغطوا «حفظ» لرؤية النصين.
autosave-shut = لم يعد ممكنًا حفظ هذا القسم. انسخوا ما تحتاجون إليه.
autosave-offline = لم يُحفظ: لا يوجد اتصال. نصّكم ما زال هنا، وسنحاول مجددًا.
autosave-signed-out = لم يُحفظ: انتهت جلستكم. اضغطوا «حفظ»: يمكنكم تسجيل الدخول مجددًا ونصّكم يبقى معكم.

section-unconfirmed = بحاجة إلى مراجعة
section-carried = هذه الأجوبة منقولة من السابق. اقرأوها، وغيّروا ما لم يعد صحيحًا، ثم احفظوا: الحفظ يؤكدها.
copy-title = نسخ أجوبة من طلب سابق
copy-lead = لا يُستبدل شيء مما كتبتموه هنا. لا تُنسخ الإقرارات ولا الملفات، وكل قسم منسوخ ينتظر مراجعتكم.
copy-from = النسخ من
copy-choice = { $title } ({ $round }، { $reference })
copy-look = عرض ما سيُنقل
copy-what = ما سيُنقل
copy-answers =
    { $n ->
        [zero] لا أجوبة
        [one] جواب واحد
        [two] جوابان
        [few] { $n } أجوبة
        [many] { $n } جوابًا
       *[other] { $n } جواب
    }
copy-left =
    { $n ->
        [zero] تجد كل الأجوبة السابقة مكانًا لها.
        [one] جواب سابق واحد لا مكان له في هذه الاستمارة ويبقى حيث هو.
        [two] جوابان سابقان لا مكان لهما في هذه الاستمارة ويبقيان حيث هما.
        [few] { $n } أجوبة سابقة لا مكان لها في هذه الاستمارة وتبقى حيث هي.
        [many] { $n } جوابًا سابقًا لا مكان لها في هذه الاستمارة وتبقى حيث هي.
       *[other] { $n } جواب سابق لا مكان لها في هذه الاستمارة وتبقى حيث هي.
    }
copy-nothing = لا شيء: ما يناسب هذه الاستمارة مُجاب عنه هنا.
copy-submit = نسخ هذه الأجوبة
notice-copied = نُسخت الأجوبة. راجعوا الأقسام المُعلَّمة.
stale-nothing-to-copy = لا شيء للنسخ: ما يناسب هذه الاستمارة مُجاب عنه هنا.
