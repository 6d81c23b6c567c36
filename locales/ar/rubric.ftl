# معايير البرنامج كما يكتبها الطاقم، والنسخة التي تستخدمها الدورة.
rubric-title = المعايير
rubric-of = معايير { $programme }
rubric-open = فتح المعايير
rubric-add = إضافة معيار
rubric-edit = تعديل هذا المعيار
rubric-new = معيار جديد
rubric-back-to-work = العودة إلى المعايير
rubric-all-versions = كل نسخ المعايير
rubric-weights = الأوزان
rubric-sum = { $sum } من { $whole }
rubric-fact-criteria = المعايير
rubric-fact-gates = لازمة لتقديم منحة
rubric-scale = { "\u2066" }0–{ $most }{ "\u2069" }
rubric-point = الدرجة { $n }
rubric-no-weight = لا يدخل في الدرجة
rubric-kind-gate = شرط
rubric-reason-free = الأسباب اختيارية
rubric-anchor-missing = لم يُكتب بعد

# حقول المعيار.
rubric-field-name = الاسم
rubric-field-guidance = الإرشاد
rubric-field-anchor = ماذا تعني
rubric-group-counts = كيف يُحسب
rubric-field-kind = النوع
rubric-merit-hint = مدى جودة المنظمة وطلبها. يُحسب بحسب وزنه.
rubric-priority-hint = مدى الضغط الواقع على المنظمة. يُحسب بحسب وزنه.
rubric-gate-hint = شرط لتقديم منحة. يُحكم عليه ويُعرض، لكنه لا يدخل في الدرجة ولا وزن له.
rubric-field-weight = الوزن بالمئة
rubric-field-weight-hint = مجموع أوزان المعايير الأخرى { $others }، ويبقى { $left } من 100. أما الشرط فلا وزن له.
rubric-field-gate = لازم لتقديم منحة
rubric-field-gate-hint = يلزم التحقق منه قبل تقديم منحة، أو تسجيل استثناء. والشرط لازم دائماً.
rubric-group-scale = السلّم
rubric-scale-lead = يرى المقيّمون هذه الجمل بجانب الدرجات، وهي معنى كل درجة: بعد نشر نسخة، تتطلب الجملة المعدّلة أحكاماً جديدة.
rubric-field-scale = الدرجات
rubric-show-scale = عرض حقول هذا السلّم
rubric-group-reviewers = ما يكتبه المقيّمون ويرونه
rubric-field-reason = الأسباب إلزامية
rubric-field-reason-hint = لا يمكن إرسال تقييم وُضعت فيه درجة هنا من دون بضع كلمات عن السبب. ويمكن حفظ المسودة من دونها.
rubric-evidence = من الطلب
rubric-evidence-lead = تُعرض أجوبة هذه الأسئلة بجانب المعيار. لا يمكن اختيار إلا الأسئلة التي يراها المقيّمون.
rubric-evidence-chosen =
    { $n ->
        [0] لم يُختر أي سؤال
        [zero] لم يُختر أي سؤال
        [one] اختير سؤال واحد
        [two] اختير سؤالان
        [few] اختيرت { $n } أسئلة
        [many] اختير { $n } سؤالاً
       *[other] اختير { $n } سؤال
    }
rubric-evidence-unasked = ليست في النموذج المنشور، أو لا يراها المقيّمون
rubric-code-hint = تسمّي ملفات التصدير المعيار بهذا الرمز. إن تُرك فارغاً صيغ من الاسم الإنجليزي. وبعد النشر لا يتغير.
rubric-code-kept = الرمز هو { $code }، ويبقى كما هو لأن هذا منشور وملفات التصدير تسمّيه به.

# الإزالة.
rubric-removal = إزالة هذا المعيار؟
rubric-removal-public = يُزال من المسودة. أما النسخ المنشورة فتحتفظ به، وكذلك كل تقييم حكم عليه.
rubric-removal-draft = لم يُنشر قط ولم يحكم عليه أحد. سيضيع المكتوب هنا.

# الفروق وأثرها.
rubric-class-words = الصياغة فقط
rubric-class-weight = الوزن
rubric-class-scale = السلّم أو الأوصاف
rubric-class-new = جديد
rubric-class-gone = أُزيل
rubric-texts = ما تغيّر نصه
rubric-aspect-name = الاسم
rubric-aspect-guidance = الإرشاد
rubric-aspect-kind = النوع: من { $from } إلى { $to }
rubric-aspect-gate = صار لازماً لتقديم منحة
rubric-aspect-no-gate = لم يعد لازماً لتقديم منحة
rubric-aspect-weight = الوزن: من { $from } إلى { $to }
rubric-aspect-scale = السلّم: من { $from } إلى { $to }
rubric-aspect-anchors = معنى الدرجات
rubric-aspect-reason = صارت الأسباب إلزامية
rubric-aspect-no-reason = صارت الأسباب اختيارية
rubric-aspect-evidence = الأسئلة المأخوذة من الطلب
rubric-aspect-place = الموضع في الترتيب

# النشر.
rubric-rounds-hint = تستخدم الدورات الجديدة أحدث نسخة. ولا يمكن هنا اختيار إلا الدورات التي لم يبدأ فيها التقييم.
rubric-publish-pinned = بدأ التقييم في هذه الدورات، ولذلك تحتفظ بنسختها. وفي صفحة كل منها ترون التقييمات التي يمسّها التغيير:

# الملفات والمعاينة.
rubric-download = تنزيل هذه المعايير كملف
rubric-file-remark = عدّلوه بأي محرر نصوص ثم استوردوه في صفحة المعايير.
rubric-import-lead = اختاروا ملف معايير أو الصقوا محتواه. ترون أولاً ما سيتغير في المسودة؛ ولا يُنشر شيء.
rubric-choose-file = ملف المعايير (TOML)
rubric-field-file = أو الصقوا ملف المعايير (TOML)
rubric-import-changes =
    { $n ->
        [zero] لن يتغير أي معيار في المسودة
        [one] سيتغير معيار واحد في المسودة
        [two] سيتغير معياران في المسودة
        [few] ستتغير { $n } معايير في المسودة
        [many] سيتغير { $n } معياراً في المسودة
       *[other] سيتغير { $n } معيار في المسودة
    }
rubric-preview-lead = كما يراها المقيّمون. يمكنكم تجربة كل حقل؛ ولا يُحفظ شيء.

# نسخة الدورة.
rubric-round-begun = بدأ أحد المقيّمين التقييم، ولذلك تحتفظ هذه الدورة بنسختها: يحكم الجميع بالمعايير نفسها.
rubric-replace-link = نقل هذه الدورة إلى نسخة أخرى…
rubric-replace = الانتقال إلى النسخة { $version }؟
rubric-replace-lead = بدأ التقييم. انظروا ما الذي يختلف وأي تقييمات يمسّها، ثم اذكروا السبب.
rubric-replace-same = النسختان متطابقتان.
rubric-replace-do = نقل هذه الدورة إلى النسخة { $version }
rubric-effects = ماذا يحدث عندئذ
rubric-effect-words = حيث تتغير الصياغة فقط، تبقى كل درجة كما هي.
rubric-effect-weight = حيث يتغير النوع أو الوزن، تبقى الدرجات، ويُعاد فوراً حساب المجاميع والترتيب وملفات التصدير.
rubric-effect-gone = لا تُحسب بعد ذلك درجات معيار أُزيل. وتحتفظ بها النسخ المختومة.
rubric-effect-again = ينقص التقييمات المُرسَلة حكم على: { $criteria }. يصل إلى مقيّميها خطاب يطلب منهم أن يحكموا عليه وأن يرسلوا من جديد.
rubric-effect-unjudged = وحتى ذلك الحين يُعدّ ذلك الوزن بلا حكم. والتقييم الذي يبقى فيه أكثر من ثلث الوزن بلا حكم لا يُحسب.
rubric-effect-sealed = لا يُعدَّل شيء مما أُرسل: تبقى نسخ التقييمات المختومة كما هي، وتعرض المعايير التي وُضعت عليها.
rubric-touched-title = التقييمات التي يمسّها ذلك
rubric-touched = { $n ->
    [0] لم يبدأ أي تقييم مما يمكنكم رؤيته.
    [zero] لم يبدأ أي تقييم مما يمكنكم رؤيته.
    [one] بدأ تقييم واحد؛ أُرسل منها: { $sent }.
    [two] بدأ تقييمان؛ أُرسل منهما: { $sent }.
    [few] بدأت { $n } تقييمات؛ أُرسل منها: { $sent }.
    [many] بدأ { $n } تقييماً؛ أُرسل منها: { $sent }.
   *[other] بدأ { $n } تقييم؛ أُرسل منها: { $sent }.
}
rubric-touched-reviewer = المقيّم
rubric-touched-effect = ما يصير إليه
rubric-review-stays = تبقى درجاته
rubric-review-goes-on = تستمر المسودة بالنسخة الجديدة؛ وتبقى النصوص
rubric-review-lacks = يُطلب الحكم على: { $criteria }
rubric-review-ended = يبقى من دون: { $criteria }. طلبه لم يعد قيد التقييم.
rubric-field-why = سبب نقل الدورة
rubric-field-why-hint = يُكتب في السجل الذي يقرؤه كل الطاقم. لا تذكروا أي طلب.
notice-rubric-moved = تستخدم الدورة النسخة الجديدة.

mail-rubric-subject = يُرجى إكمال تقييماتكم
mail-rubric-body =
    تغيّرت معايير دورة بعد أن أرسلتم تقييماتكم. يبقى ما أرسلتموه مختوماً؛ ويُرجى الحكم على ما هو جديد ثم الإرسال من جديد:

    { $link }

# في صفحات المقيّمين والصفحات العامة.
review-note-mere-gate = لا يدخل في الدرجة، ويجب استيفاؤه قبل تقديم منحة
review-version-rubric = نسخة المعايير { $version }
review-state-lacking = يلزم إكماله
review-renewed = تغيّرت المعايير في هذه الأثناء. حُفظ ما كتبتموه؛ وهذه تنتظر حكمكم على السلّم الجديد:
review-renewed-sent = تغيّرت المعايير بعد أن أرسلتم هذا التقييم. يبقى ما أرسلتموه مختوماً. يُرجى الحكم على هذه ثم الإرسال من جديد:
criterion-mere-gate = شرط: يجب استيفاؤه قبل تقديم منحة، ولا يدخل في الدرجة

# الأخطاء.
stale-rubric-draft = غيّر شخص آخر المسودة في هذه الأثناء. لم يُنفَّذ شيء: انظروا إليها مجدداً أولاً.
stale-rubric-criterion = غيّر شخص آخر هذا المعيار في هذه الأثناء. ما كتبتموه في الأسفل؛ والمحفوظ الآن فوقه.
stale-rubric-gone = أزال شخص آخر هذا المعيار في هذه الأثناء. ما كتبتموه في الأسفل كي تتمكنوا من نسخه.
stale-rubric-same = المسودة مطابقة للنسخة المنشورة. لم يُنفَّذ شيء.
stale-rubric-unfit = لا يمكن نشر المعايير بعد. تذكر صفحتها ما ينقص.
stale-rubric-moved = صارت هذه الدورة تستخدم نسخة أخرى. لم يُنفَّذ شيء: انظروا إليها مجدداً أولاً.
error-rubric-kind = النوع هو merit أو priority أو gate.
error-rubric-code-kept = هذا منشور: يبقى رمزه لأن ملفات التصدير تسمّيه به.
error-rubric-reason = اذكروا سبب نقل الدورة إلى نسخة أخرى.
error-weight-gate = لا وزن للشرط. احذفوا الوزن أو اختاروا نوعاً آخر.
error-scale = للسلّم من 1 إلى { $most } درجات، مع جملة لكل منها وللصفر.
error-criteria-many = اكتفوا بـ{ $most } معياراً على الأكثر.
error-score-scale = تغيّر سلّم «{ $criterion }» وأنتم تكتبون. اختاروا درجة على السلّم الجديد.
