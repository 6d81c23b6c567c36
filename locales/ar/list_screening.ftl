# الأسماء في مقابل قوائم المراقبة: القوائم المحمّلة، وأيها يُحتسب، والفحوص، والتطابقات والإجابات.
lists-title = قوائم المراقبة
lists-lead = كل إصدار جرى تحميله. لكل قائمة إصدار واحد نافذ، وتُفحص المنظمات في مقابل القوائم المحتسبة لبرنامجها.
lists-open-link =
    { $n ->
        [0] لا تطابقات تنتظر إجابة
        [zero] لا تطابقات تنتظر إجابة
        [one] تطابق واحد ينتظر إجابة
        [two] تطابقان ينتظران إجابة
        [few] { $n } تطابقات تنتظر إجابة
        [many] { $n } تطابقًا ينتظر إجابة
       *[other] { $n } تطابق ينتظر إجابة
    }
lists-missing = هذه القوائم محتسبة لبرنامج ما ولم تُحمَّل:
lists-none = لم تُحمَّل أي قائمة
lists-none-lead = لا يمكن فحص أحد قبل تحميل قائمة واحتسابها لبرنامج.
lists-in-force = القوائم النافذة
lists-load = تحميل قائمة
lists-load-lead = القوائم أكبر مما تتسع له الاستمارة، لذلك يحمّلها من يدير الخادم بهذا الأمر. يُعرف نوع الملف من محتواه؛ وتُعطى ملفات OFAC الثلاثة معًا.
lists-load-rules = الملفات نفسها لا تغيّر شيئًا. تُرفض القائمة الأقدم من النافذة، وكذلك التي تنقطع أو فيها صفوف كثيرة غير مقروءة أو نقص منها أكثر من عُشر القيود. وما يُرفض يُبقي الإصدار السابق نافذًا.
lists-history = كل ما جرى تحميله
lists-list = القائمة
lists-source = الصيغة
lists-dated = تاريخها
lists-entries = القيود
lists-passed-over =
    { $n ->
        [zero] لم يُتجاوز أي صف
        [one] جرى تجاوز صف واحد
        [two] جرى تجاوز صفين
        [few] جرى تجاوز { $n } صفوف
        [many] جرى تجاوز { $n } صفًا
       *[other] جرى تجاوز { $n } صف
    }
lists-loaded = حُمّلت
lists-digest = بصمة SHA-256
lists-digest-show = إظهار
lists-is-in-force = نافذة
lists-is-former = سابق
lists-version-title = { $list } بتاريخ { $day }
lists-version-names = الأسماء
lists-version-passed-over = صفوف جرى تجاوزها
lists-version-files = ملفات هذا الإصدار
lists-version-files-lead = كما حُمّلت، بايتًا بايتًا. تُقارَن بصمة SHA-256 لكل ملف قبل تسليمه.
lists-version-no-files = لم تُحفظ ملفاته: حمّله إصدار أقدم من البرنامج.
lists-version-file = الملف
lists-version-size = الحجم

setting-title = القوائم المحتسبة
setting-lead = أي القوائم تُحتسب لأموال من أين، ولماذا. بعض التصنيفات موضع خلاف: يمكن أن تُذكر قائمة هنا على أنها لا تُحتسب. ويستطيع الجميع قراءة هذا في صفحات الدورات.
setting-none = لا قائمة محتسبة بعد
setting-none-lead = إلى أن تُحتسب قائمة، لا يُفحص أحد في هذا البرنامج.
setting-add = إضافة سطر
setting-submit = نشر السطر
setting-jurisdiction = أموال من
setting-counts = الاحتساب
setting-does-count = تُحتسب
setting-does-not-count = لا تُحتسب
setting-threshold = تطابق ابتداءً من
setting-note = السبب
setting-version = الإصدار النافذ
setting-not-loaded = غير محمّلة
setting-list-hint = الاسم الذي حُمّلت به، مثل ofac أو un أو eu.
setting-threshold-hint = من 53 إلى 100. دون 53 لا تتشابه الأسماء؛ والرقم الأعلى يجد سميّين أقل ويفوّت تهجئات أكثر.
setting-note-hint = أي قانون أو اتفاق يطلبها، أو لماذا لا تُستعمل هذه القائمة. يستطيع الجميع قراءته.
setting-money = مصدر أموال هذا البرنامج
setting-money-hint = عندئذ لا تُحتسب الأسطر المتعلقة بأموال من غيره. إن لم يُحدَّد شيء فالمقصود كل مكان.
setting-money-submit = احفظوا مصدر الأموال
setting-not-ours = لا أموال من هناك
setting-history = كل سطر جرى وضعه
setting-past-counts = { $list } تُحتسب: { $jurisdiction }، ابتداءً من { $threshold }
setting-past-not = { $list } لا تُحتسب: { $jurisdiction }
setting-open = فتح القوائم
setting-public-title = قوائم المراقبة المحتسبة
setting-public-lead = تُقارن أسماء المنظمات ومن يقودونها ومن يوقّعون عنها بهذه القوائم. يجيب أشخاص عن كل تشابه مع ذكر السبب؛ ولا ترفض أي قائمة طلبًا من تلقاء نفسها.
setting-public-none = لا قائمة محتسبة لهذه الدورة.
setting-public-note = التطابق تشابه في الأسماء ابتداءً من الدرجة المذكورة هنا. ولا يقول شيئًا عن أحد قبل أن يقارن أحدهم ما يُعرف غير ذلك.
setting-round-label = قوائم المراقبة
setting-round-link = أي القوائم تُحتسب
notice-list-money-set = حُفظ مصدر الأموال.
notice-list-rule-set = نُشر السطر.
error-list-code = أحرف لاتينية صغيرة وأرقام وشرطات وشرطات سفلية، اثنان على الأقل، وأولها حرف.
error-list-threshold = عدد صحيح من { $least } إلى 100.

jurisdiction-un = الأمم المتحدة
jurisdiction-eu = الاتحاد الأوروبي
jurisdiction-us = الولايات المتحدة
jurisdiction-uk = المملكة المتحدة
jurisdiction-ch = سويسرا
jurisdiction-il = إسرائيل
jurisdiction-ca = كندا
jurisdiction-no = النرويج
jurisdiction-au = أستراليا

lists-screening-title = الفحص في مقابل القوائم
lists-screening-lead = أسماء هذه المنظمة وأهلها في مقابل القوائم المحتسبة. لا يرى هذا إلا فريق البرنامج؛ وهو لا يرفض أحدًا من تلقاء نفسه.
lists-round-lead = المنظمات التي لها طلب في هذه الدورة، وأولها ما يجب فحصه.
lists-round-none = لم يُرسل أي طلب
lists-standing = الوضع
lists-standing-kept = محجوب عنكم إلى أن ترسلوا تقييمكم
stale-hits-kept = لم تقيّموا بعد طلبًا لهذه المنظمة، ولذلك تُحجب عنكم نتائج فحص القوائم. يقرّر شخص آخر، أو أنتم بعد تقييمكم.
lists-standing-none = لا قائمة محمّلة محتسبة
lists-standing-never = لم تُفحص
lists-standing-stale = يجب فحصها من جديد
lists-standing-no-hits = لا تطابقات
lists-standing-open =
    { $n ->
        [zero] لا تطابقات مفتوحة
        [one] تطابق مفتوح واحد
        [two] تطابقان مفتوحان
        [few] { $n } تطابقات مفتوحة
        [many] { $n } تطابقًا مفتوحًا
       *[other] { $n } تطابق مفتوح
    }
lists-standing-confirmed =
    { $n ->
        [zero] أُجيب: لا تطابقات مؤكدة
        [one] أُجيب: تطابق مؤكد واحد
        [two] أُجيب: تطابقان مؤكدان
        [few] أُجيب: { $n } تطابقات مؤكدة
        [many] أُجيب: { $n } تطابقًا مؤكدًا
       *[other] أُجيب: { $n } تطابق مؤكد
    }
lists-standing-cleared =
    { $n ->
        [zero] أُجيب: لا تطابقات
        [one] أُجيب: تطابق واحد، استُبعد
        [two] أُجيب: تطابقان، استُبعدا
        [few] أُجيب: { $n } تطابقات، استُبعدت كلها
        [many] أُجيب: { $n } تطابقًا، استُبعدت كلها
       *[other] أُجيب: { $n } تطابق، استُبعدت كلها
    }
lists-last = آخر فحص
lists-due =
    { $n ->
        [zero] لا منظمة يجب فحصها
        [one] منظمة واحدة يجب فحصها
        [two] منظمتان يجب فحصهما
        [few] { $n } منظمات يجب فحصها
        [many] { $n } منظمة يجب فحصها
       *[other] { $n } منظمة يجب فحصها
    }
lists-screen-now = الفحص الآن
lists-screen-all = فحصها كلها
lists-run-by = { $purpose }، { $when }، أجراه { $name }
lists-run-itself = { $purpose }، { $when }، تلقائيًا عند إرسال شيء
lists-itself = تلقائيًا
lists-purpose-screening = فحص
lists-purpose-sign-off = قبل التوقيع
lists-purpose-payment = قبل الدفع
lists-measure = { $list } بتاريخ { $day }، ابتداءً من { $threshold }
lists-score = { $score } من 100
lists-names =
    { $n ->
        [zero] لم يُقارن أي اسم
        [one] قورن اسم واحد
        [two] قورن اسمان
        [few] قورنت { $n } أسماء
        [many] قورن { $n } اسمًا
       *[other] قورن { $n } اسم
    }
lists-hits =
    { $n ->
        [0] لا تطابقات
        [zero] لا تطابقات
        [one] تطابق واحد
        [two] تطابقان
        [few] { $n } تطابقات
        [many] { $n } تطابقًا
       *[other] { $n } تطابق
    }
lists-hits-title = تطابقات آخر فحص
lists-hits-cut = لا تُعرض إلا التطابقات ذات أعلى الدرجات، وعددها { $most }. هذه الكثرة تعني أن إحدى القوائم تطابق ابتداءً من درجة منخفضة أكثر مما ينبغي.
lists-gone = تطابقات سابقة زالت
lists-gone-lead = تغيّر اسم أو قيد أو زال أو لم يعد محتسبًا. وما أُجيب عنه يبقى هنا.
lists-compared = الأسماء التي تُقارن
lists-compared-lead = من الملف التعريفي ومما أُرسل آخر مرة.
lists-runs = الفحوص
lists-no-runs = لم يفحصها أحد بعد.
notice-list-screened = جرى الفحص.
notice-list-no-lists = لا شيء تُقارن به: لا قائمة محمّلة محتسبة لبرامجها.
notice-list-round-screened = جرى الفحص. إن بقي شيء فاضغطوا مرة أخرى.

bearer-organisation = المنظمة
bearer-former-name = اسم سابق
bearer-sponsor = الراعي المالي
bearer-sponsor-people = من قيادة الراعي المالي أو يوقّع عنه
bearer-board = من قيادة المنظمة
bearer-signatory = يوقّع عنها
bearer-holder = صاحب الحساب البنكي
bearer-bank = المصرف الذي فيه الحساب
listed-person = شخص
listed-organisation = منظمة
listed-other = شيء آخر أو غير مذكور

hits-open-title = التطابقات المفتوحة
hits-open-lead = تطابقات كل المنظمات التي تنتظر إجابة أو شخصًا ثانيًا، وأولها الأطول انتظارًا.
hits-open-none = لا شيء مفتوح
hits-open-none-lead = أُجيب عن كل تطابقات الفحوص الأخيرة.
hit-title = تطابق
hit-lead = تشابه في الأسماء. قارنوا التواريخ والأماكن وما يُعرف غير ذلك قبل الإجابة.
hit-gone = لم يجد آخر فحص هذا التطابق. لا يمكن الإجابة عنه.
hit-ours = الاسم هنا
hit-listed = الاسم في القائمة
hit-organisation = المنظمة
hit-score = التشابه
hit-state = الحالة
hit-open = مفتوح
hit-proposed = اقتُرح تأكيده
hit-cleared = استُبعد
hit-confirmed = مؤكد
hit-names = الأسماء
hit-roles = الصفة
hit-kind = مُدرج بصفة
hit-born = الميلاد
hit-countries = الدول
hit-programmes = مُدرج بموجب
hit-weak = { $name } (اسم بديل ضعيف)
hit-parts = ما تستند إليه الدرجة
lists-part-same = «{ $ours }» و«{ $listed }» لهما النطق نفسه
lists-part-near = «{ $ours }» و«{ $listed }» لهما النطق نفسه تقريبًا
lists-part-like = «{ $ours }» و«{ $listed }» متشابهان في النطق
lists-part-only-ours = في الاسم هنا فقط: { $words }
lists-part-only-listed = في الاسم المُدرج فقط: { $words }
hit-former = أُجيب عنه قبل أن يتغير سجل
hit-former-lead = أحد السجلين مختلف الآن، لذلك عاد هذا مفتوحًا. وكان عن:
hit-answers = الإجابات
hit-answer = الإجابة
hit-verdict = من هو؟
hit-answer-clear = شخص أو جهة أخرى: استبعاده
hit-answer-clear-hint = يبقى إلى أن يتغير القيد أو الاسم هنا.
hit-answer-reopen = شخص أو جهة أخرى رغم ذلك: إعادة فتحه
hit-answer-reopen-hint = يجب أن يستبعده مسؤول غيركم.
hit-answer-confirm = هو المُدرج: اقتراح تأكيده
hit-answer-confirm-hint = يجب أن يقول ذلك مسؤول ثانٍ أيضًا.
hit-answer-second = هو المُدرج: تأكيده بصفة الشخص الثاني
hit-answer-second-hint = اقترحه شخص آخر.
hit-reason = السبب
hit-reason-hint = ما قارنتموه: سنة الميلاد، المكان، العمل، الوثائق.
hit-answer-submit = إجابة
notice-hit-cleared = استُبعد التطابق.
notice-hit-reopened = فُتح التطابق من جديد. يمكن لمسؤول آخر استبعاده.
notice-hit-proposed = اقتُرح التأكيد. يجب أن يقول ذلك شخص ثانٍ أيضًا.
notice-hit-confirmed = أكّد التطابق شخصان.
stale-hit-gone = لم يجد آخر فحص هذا التطابق.
stale-hit-changed = أجاب أحدهم عن هذا التطابق في هذه الأثناء. اقرؤوه من جديد.
stale-hit-answered = أُجيب عن هذا التطابق بهذا من قبل.
denied-own-reopening = أنتم أعدتم فتح هذا التطابق؛ يجب أن يستبعده شخص آخر.
denied-own-confirmation = أنتم اقترحتم هذا التأكيد؛ يجب أن يؤيده شخص آخر.

dossier-lists = الفحص في مقابل القوائم: { $standing }
lists-award-due = أسماء هذه المنظمة لم تُفحص في مقابل كل القوائم المحتسبة الآن.
lists-award-unsettled =
    { $n ->
        [zero] لا تطابقات مفتوحة أو مؤكدة.
        [one] تطابق واحد مع قائمة مراقبة مفتوح أو مؤكد.
        [two] تطابقان مع قوائم المراقبة مفتوحان أو مؤكدان.
        [few] { $n } تطابقات مع قوائم المراقبة مفتوحة أو مؤكدة.
        [many] { $n } تطابقًا مع قوائم المراقبة مفتوحة أو مؤكدة.
       *[other] { $n } تطابق مع قوائم المراقبة مفتوحة أو مؤكدة.
    }
lists-award-link = فتح الفحص في مقابل القوائم
lists-award-reason = لماذا تمضي المنحة
lists-award-reason-hint = يُحفظ مع القرار. يُسأل عنه لأن تطابقًا مع قائمة مفتوح أو مؤكد، أو لأن الأسماء لم تُفحص.
lists-award-go-on = حفظ السبب
lists-award-acknowledged = ذكر { $name } لماذا تمضي المنحة، { $when }:
notice-list-acknowledged = حُفظ السبب مع القرار.
stale-list-hits = تطابقات مع قوائم المراقبة مفتوحة أو مؤكدة بشأن { $reference }. اذكروا في صفحة قراره لماذا تمضي المنحة، ثم أعلنوه.
