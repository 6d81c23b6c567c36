# رسائل القرارات: ما يكتبه البرنامج، وما سيُرسَل، وما أُرسل.
programme-decisions = القرارات
letters-title = الرسائل
letters-lead = ما يُكتب لمقدّمي الطلبات عند إبلاغ النتيجة، بلغتهم هم. وتحتفظ كل رسالة بالكلمات التي أُرسلت بها.
letters-way = ما يحمله البريد
letters-way-hint = تُقرأ الرسالة نفسها دائماً بعد تسجيل الدخول. أما البريد فقد يقرأه آخرون في طريقه.
letters-way-save = حفظ طريقة إرسال الرسائل
letters-mail-link = يحمل البريد رابطاً من دون النتيجة.
letters-mail-whole = يحمل البريد الرسالة كاملة.
letters-preview = قراءة كل رسالة
letters-preview-lead = تُرسَل هذه الرسائل عند إبلاغ النتائج، كلٌّ منها بلغة من سيقرأها. ولم يُرسَل شيء بعد.
letters-nobody = لا يمكن الكتابة إلى أحد: الحساب لم يعد موجوداً.
letters-sent = رسائل أُرسلت
letter-award = رسالة عن منحة
letter-reserve = رسالة عن قائمة الاحتياط
letter-decline = رسالة اعتذار
letter-standard = الكلمات المعتادة
letter-version = كلمات خاصة، الإصدار { $n }
letter-edit = تعديل هذه الرسالة
letter-edit-lead = ما بين قوسين مربعين يُملأ لكل طلب. والفقرة التي تبقى أقواسها كلها فارغة تُحذف.
letter-in = { $letter }: { $language }
letter-subject = الموضوع
letter-body = نص الرسالة
letter-save = حفظ كإصدار تالٍ
letter-sent-to = الرسالة إلى { $name }، { $when }
letter-goes-to = إلى { $name }، بهذه اللغة: { $language }
notice-letters-way = تم الحفظ. هكذا ستُرسَل الرسائل القادمة.
notice-letter-saved = حُفظت الرسالة. وما أُرسل من قبل يحتفظ بكلماته.
error-placeholder = لا يوجد ما يُملأ مكان [{ $name }]. استخدموا أحد الأسماء في القائمة.

placeholder-organisation = اسم المنظمة
placeholder-title = عنوان الطلب
placeholder-reference = رقم الطلب
placeholder-round = عنوان الدورة
placeholder-programme = اسم البرنامج
placeholder-amount = مبلغ المنحة
placeholder-funding = نوع التمويل
placeholder-conditions = الشروط، كل شرط في سطر
placeholder-reason = سبب الاعتذار
placeholder-feedback = ملاحظات لمقدّم الطلب
placeholder-link = حيث يُقرأ الطلب

letter-award-subject = طلبكم { "[" }reference]: تقرّر تقديم منحة
letter-award-body =
    إلى { "[" }organisation]،

    يسرّنا إبلاغكم بأن { "[" }programme] يقدّم لطلبكم «{ "[" }title]» منحة قدرها { "[" }amount] ({ "[" }funding_type]).

    ترافق المنحة هذه الشروط:
    { "[" }conditions]

    وتضيف لجنة التقييم: { "[" }feedback]

    سنكتب إليكم عن الخطوات التالية. تجدون كل شيء هنا: { "[" }link]
letter-reserve-subject = طلبكم { "[" }reference] على قائمة الاحتياط
letter-reserve-body =
    إلى { "[" }organisation]،

    نودّ تمويل «{ "[" }title]» إذا توفّر مال في { "[" }round]، وقد وضعناه على قائمة الاحتياط. سنكتب إليكم حالما نعلم.

    وتضيف لجنة التقييم: { "[" }feedback]

    تجدون كل شيء هنا: { "[" }link]
letter-decline-subject = طلبكم { "[" }reference]: لا يمكننا تمويله هذه المرة
letter-decline-body =
    إلى { "[" }organisation]،

    يؤسفنا أنه لا يمكننا تمويل «{ "[" }title]» في { "[" }round].

    السبب: { "[" }reason].

    وتضيف لجنة التقييم: { "[" }feedback]

    ليس في ذلك أي حكم على قيمة عملكم، ونرحّب بطلب جديد منكم. ويمكنكم أن تطلبوا النظر في القرار من جديد هنا: { "[" }link]
