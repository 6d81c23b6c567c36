# الفرز الأولي، والفحوص، وملف الطلب.
screening-title = الفرز الأولي
screening-lead = المهم هنا فقط ما يعلن البرنامج أنه يموّله. الدرجات تأتي لاحقاً.
screening-read = قراءة الطلب
screening-outcome = هل يقع الطلب ضمن نطاق البرنامج؟
screening-eligible = يستوفي شروط التقديم
screening-eligible-hint = ينتقل الطلب إلى التقييم.
screening-not-eligible = لا يستوفي شروط التقديم
screening-not-eligible-hint = ينتهي الطلب هنا. تُبلَّغ المنظمة بأن هناك رداً، وترى السبب.
screening-reason = السبب
screening-reason-hint = فقط إن لم يستوفِ شروط التقديم. يمكن للمنظمة أن تقرأه.
screening-no-reason = لا حاجة إلى سبب
screening-note = ملاحظة للزملاء
screening-note-hint = لا تظهر للمنظمة أبداً. وهي لازمة إن لم يستوفِ الطلب شروط التقديم.
screening-save = تسجيل نتيجة الفرز
notice-screened = سُجّلت نتيجة الفرز الأولي، وأُرسلت رسالة إلى المنظمة.

mail-screened-in-subject = طلبكم ينتقل إلى التقييم
mail-screened-in-body =
    تبيّن أن طلبكم يقع ضمن نطاق البرنامج. يمكنكم معرفة أين وصل هنا:

    { $link }
mail-screened-out-subject = هناك رد على طلبكم
mail-screened-out-body =
    نظرنا في طلبكم، وهناك رد عليه. سجّلوا الدخول لقراءته:

    { $link }

check-outcome = ماذا وجدتم؟
check-received = وصل ولم يُفحص بعد
check-verified = موثَّق
check-not-verified = غير موثَّق
check-note = ما الذي اطّلعتم عليه
check-note-hint = مثل اسم السجل وتاريخ الاطلاع. لا يظهر ذلك للمنظمة أبداً.
check-record = تسجيل فحص
check-save = تسجيل الفحص
notice-checked = سُجّل الفحص.

dossier-screen = الفرز الأولي لهذا الطلب
dossier-assign = الإسناد إلى المقيّمين
dossier-decide = اتخاذ القرار
dossier-legal-form = الشكل القانوني
dossier-registered = التسجيلات
dossier-answer-due = موعد الرد الموعود
dossier-by = { $who }، { $when }
dossier-screening = الفرز الأولي
dossier-not-screened = لم يجرِ الفرز الأولي بعد.
dossier-reviewers = المقيّمون
dossier-no-reviewers = لم يُسنَد الطلب إلى أحد بعد.
dossier-evidence = الأدلة
dossier-organisation = عن المنظمة
dossier-decision = القرار
dossier-decision-open = الاطلاع على القرار وما سبقه
dossier-no-decision = يُتخذ القرار متى اكتملت جميع التقييمات.
dossier-legal = الوضع القانوني
dossier-not-checked = لم يُفحص
dossier-nothing-sent = لم يُرسَل شيء بعد
dossier-nothing-sent-lead = تظهر الإجابات هنا بعد أن ترسل المنظمة طلبها.
dossier-contents = أقسام الطلب
dossier-timeline = ما جرى
dossier-started = بدء الطلب
dossier-sent = إرسال الطلب
dossier-late = ضمن مهلة السماح بعد الموعد النهائي
dossier-admitted = تبيّن أنه يستوفي شروط التقديم
dossier-excluded = تبيّن أنه لا يستوفي شروط التقديم
dossier-assigned = الإسناد إلى المقيّمين
dossier-last-review = أحدث تقييم
dossier-log = جميع التغييرات في سجل التدقيق
