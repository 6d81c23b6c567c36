# أسئلة إلى مقدّمي الطلبات، ورسائل في الاتجاهين، ووتيرة المراسلة.
nav-threads = الرسائل

clarifications-title = أسئلة إلى مقدّم الطلب
clarifications-lead = لكل سؤال موعد أخير، ولا يفتح إلا الأقسام التي تحددونها. وتبقى حالة الطلب كما هي.
clarifications-empty = لم يُطرح أي سؤال بعد.
clarification-question = سؤال إليكم
clarification-staff-question = سؤال
clarification-full-form = الاستمارة الكاملة
clarification-open = بانتظار الجواب
clarification-overdue = تأخر الجواب
clarification-answered = تمت الإجابة
clarification-closed = أُنهي دون جواب
clarification-asked-by = سأله { $name } في { $when }
clarification-asked-on = طُرح في { $when }
clarification-answered-by = أجاب عنه { $name } في { $when }
clarification-answered-on = أُجيب عنه في { $when }
clarification-due = الجواب قبل
clarification-opened = الأقسام المفتوحة
clarification-changed = تغيّر
clarification-no-words = لا جواب بالكلمات.
clarification-version = الاطلاع على ما تغيّر في النسخة { $version }
clarification-ask = طرح سؤال
clarification-ask-lead = يتلقى مقدّم الطلب رسالة فيها رابط ويقرأ سؤالكم هنا. وحتى الموعد الأخير يمكنه تغيير الأقسام التي تفتحونها، ولا شيء غيرها.
clarification-ask-submit = سؤال مقدّم الطلب
clarification-question-label = سؤالكم
clarification-question-hint = اذكروا ما تحتاجون إلى معرفته ولماذا. يقرأه مقدّم الطلب كما تكتبونه.
clarification-due-hint = التاريخ والوقت بتوقيت الدورة ({ $zone })، مثل { "\u2066" }2026-12-01 17:00{ "\u2069" }.
clarification-sections = الأقسام التي تُفتح
clarification-sections-hint = افتحوا ما يحتاجه الجواب فقط.
clarification-words-only = يكفي جواب بالكلمات، ولا يُفتح أي قسم
clarification-extend = تغيير الموعد الأخير
clarification-end = إنهاء هذا السؤال
clarification-end-lead = لن يستطيع مقدّم الطلب الإجابة بعد ذلك، وسيُبلَّغ بهذا. وما كتبه يبقى لديه ولا يظهر لكم.
clarification-end-submit = إنهاء السؤال
clarification-end-keep = إبقاؤه مفتوحاً
notice-clarification-asked = طُرح السؤال، ووصلت رسالة إلى المنظمة.
notice-clarification-extended = تغيّر الموعد الأخير، ووصلت رسالة إلى المنظمة.
notice-clarification-ended = أُنهي السؤال.

clarification-lead = يُرجى أن تجيبوا بالكلمات، وأن تغيّروا في الأقسام المفتوحة لكم ما يحتاجه جوابكم. لا يقرأه أحد قبل أن ترسلوه.
clarification-full-form-lead = قُرئ طلبكم القصير باهتمام. يُرجى الآن تعبئة الاستمارة الكاملة. لا يقرأها أحد قبل أن ترسلوها.
clarification-what = ما يُطلب منكم
clarification-open-sections = الأقسام التي يمكنكم تغييرها
clarification-rest = كل ما عداها يبقى كما أرسلتموه.
clarification-answer-label = جوابكم بالكلمات
clarification-answer-missing = ما زال جوابكم بالكلمات ناقصاً
clarification-theirs = حفظ أحد من منظمتكم هذا النص في هذه الأثناء. اجمعوا ما ينبغي أن يبقى، ثم احفظوا من جديد.
clarification-save = حفظ
clarification-save-check = حفظ ومراجعة
clarification-write = الكتابة إلى البرنامج
clarification-back = العودة إلى السؤال
clarification-check = مراجعة الجواب وإرساله
clarification-changes = غيّرتم:
clarification-nothing-changed = لم تغيّروا شيئاً في الأقسام المفتوحة، وتُرسل كلماتكم فقط.
clarification-final = بعد الإرسال لا يمكن تغيير الجواب. وما غيّرتموه يصبح نسخة جديدة من طلبكم، وتبقى النسخة السابقة محفوظة.
clarification-send = إرسال الجواب
clarification-kept = كل ما كتبتموه محفوظ.
clarification-overdue-lead = مضى الموعد الأخير، ولا يمكن إرسال شيء الآن. ما كتبتموه محفوظ. اكتبوا إلى البرنامج إن احتجتم إلى وقت إضافي.
notice-clarification-sent = أُرسل جوابكم. شكراً لكم.
deadline-due-over = مضى الموعد الأخير

invite-title = طلب الاستمارة الكاملة
invite-lead = من تختارونهم يتلقون رسالة فيها رابط ويعبّئون الاستمارة الكاملة حتى الموعد الأخير. ولا يُبلَّغ غيرهم بشيء الآن.
invite-applications = الطلبات في مرحلة الاستمارة القصيرة
invite-note = كلمات إليهم
invite-note-hint = يقرأها كل من تختارونه.
invite-with-short = يمكنهم تغيير الاستمارة القصيرة أيضاً
invite-submit = طلب الاستمارة الكاملة
invite-empty = لا أحد ليُطلب منه ذلك
invite-empty-lead = كل الطلبات الممكنة طُلب منها ذلك، أو تنتظر جواباً عن أمر آخر.
notice-full-form-asked = طُلبت منهم الاستمارة الكاملة، ووصلتهم رسالة.
assignment-outstanding = طُلبت الاستمارة الكاملة ولم تصل بعد. لن يقرأ المقيّمون سوى القصيرة.

thread-title = الرسائل
thread-lead = اكتبوا إلى القائمين على البرنامج. يصل جوابهم إلى هنا، وتصلكم رسالة بريد تخبر بوصوله دون مضمونه.
thread-later = بعد إرسال طلبكم يمكنكم الكتابة إلى البرنامج هنا.
thread-empty = لا رسائل بعد.
thread-staff-lead = يقرأ كل من في المنظمة ما تكتبونه. ويرون «فريق البرنامج» لا اسمكم.
thread-staff-empty = لم يكتب أحد بعد.
thread-programme = فريق البرنامج
thread-new = جديدة
thread-waiting = بانتظار الجواب
thread-earlier = رسائل سابقة
thread-dossier = العودة إلى الملف
thread-body = رسالتكم
thread-limit =
    { $most ->
        [zero] حتى { $most } حرف.
        [one] حتى حرف واحد.
        [two] حتى حرفين.
        [few] حتى { $most } أحرف.
        [many] حتى { $most } حرفاً.
       *[other] حتى { $most } حرف.
    }
thread-send = إرسال الرسالة
thread-mark-read = تعليمها كمقروءة
thread-settle = لا حاجة إلى جواب
notice-message-sent = أُرسلت الرسالة.
notice-messages-read = عُلّمت كمقروءة.
notice-messages-settled = وُضعت جانباً: لا حاجة إلى جواب.
threads-title = رسائل بانتظار الجواب
threads-lead = الأطول انتظاراً أولاً.
threads-empty = لا رسالة بانتظار الجواب
threads-empty-lead = حين يكتب مقدّم طلب تجدون رسالته هنا.
threads-application = الطلب
threads-waiting = بالانتظار
threads-since = منذ
threads-count =
    { $n ->
        [zero] لا رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $n } رسائل
        [many] { $n } رسالة
       *[other] { $n } رسالة
    }

dossier-dialogue = الأسئلة والرسائل
dossier-questions =
    { $n ->
        [0] لم يُطرح سؤال بعد
        [zero] لم يُطرح سؤال بعد
        [one] سؤال واحد
        [two] سؤالان
        [few] { $n } أسئلة
        [many] { $n } سؤالاً
       *[other] { $n } سؤال
    }
dossier-asked-pending = بانتظار الجواب
dossier-waiting =
    { $n ->
        [zero] لا شيء بانتظاركم
        [one] واحدة بانتظاركم
        [two] اثنتان بانتظاركم
        [few] { $n } بانتظاركم
        [many] { $n } بانتظاركم
       *[other] { $n } بانتظاركم
    }
dossier-asked = سُئل مقدّم الطلب
dossier-answered = أجاب مقدّم الطلب

applications-asked-text = يُطلب منكم شيء. يُرجى الجواب قبل
standing-answer = القراءة والإجابة
standing-questions = ما سُئلتم عنه
standing-thread = قراءة الرسائل وكتابتها
standing-unread =
    { $n ->
        [zero] لا رسائل جديدة
        [one] رسالة جديدة واحدة
        [two] رسالتان جديدتان
        [few] { $n } رسائل جديدة
        [many] { $n } رسالة جديدة
       *[other] { $n } رسالة جديدة
    }
timeline-started = بدأ
timeline-sent-again = أُرسل من جديد مع تغييرات
timeline-version = هذه هي النسخة { $version }. والنسخ السابقة محفوظة.
timeline-asked = طُرح عليكم سؤال
timeline-asked-due = يُرجى الجواب قبل { $when }.
timeline-full-form = طُلبت منكم الاستمارة الكاملة
timeline-full-form-due = يُرجى إرسالها قبل { $when }.
timeline-answered = أجبتم
timeline-closed = أُنهي السؤال دون جواب
timeline-promise-late = كنا ننوي إجابتكم قبل { $day }. مضى ذلك اليوم وما زلنا نعمل على طلبكم. نعتذر عن انتظاركم.

review-newer = قيّمتم النسخة { $old }. وصلت النسخة { $new } في { $when } بعد سؤال إلى مقدّم الطلب.
review-newer-changed = تغيّرت هذه الأقسام:
review-newer-none = لم يتغيّر شيء مما يراه المقيّمون.
review-newer-revise = الدرجات أدناه هي التي أرسلتموها. غيّروها إن استدعت النسخة الجديدة ذلك ثم أرسلوها من جديد؛ وإرسالها دون تغيير يعني أنها تصحّ للنسخة الجديدة.
ranking-overtaken = قيّم نسخة أقدم
decision-overtaken = هناك تقييم واحد على الأقل يخص النسخة السابقة لجواب مقدّم الطلب الأخير.

field-notices = رسائل بما يحدث
field-notices-hint = الإيصالات والقرارات والأسئلة ذات الموعد الأخير تصل دائماً على الفور. في الرسائل رابط، لا مضمون.
notices-at-once = على الفور، لكل رسالة وجواب
notices-daily = مرة في اليوم، صباحاً
notices-essential = ما لا بد من وصوله فقط

mail-asked-subject = طُرح عليكم سؤال
mail-asked-body =
    يسألكم البرنامج عن أمر يخص طلباً، وللجواب موعد أخير. اقرأوا السؤال وأجيبوا هنا:

    { $link }
mail-full-form-subject = تُطلب منكم الاستمارة الكاملة
mail-full-form-body =
    يطلب منكم البرنامج الاستمارة الكاملة لطلب، ولها موعد أخير. تجدونها هنا:

    { $link }
mail-extended-subject = تغيّر موعد أخير
mail-extended-body =
    لديكم موعد أخير آخر لأمر يُطلب منكم. تجدونه هنا:

    { $link }
mail-closed-subject = أُنهي سؤال
mail-closed-body =
    أمر كان يُطلب منكم لم يعد يحتاج إلى جواب. تجدونه هنا:

    { $link }
mail-answered-subject = أُجيب عن سؤال
mail-answered-body =
    أجاب مقدّم طلب عما سألتم. تجدون الجواب هنا:

    { $link }
mail-answer-receipt-subject = وصلنا جوابكم
mail-answer-receipt-body =
    أُرسل جواب للطلب { $reference }. تجدونه هنا:

    { $link }
mail-message-subject = لديكم رسالة
mail-message-body =
    كتب إليكم أحد بشأن طلب. اقرأوا الرسالة هنا:

    { $link }
mail-digest-subject = جديد منذ الأمس
mail-digest-body =
    { $n ->
        [zero] لا جديد لكم. الموقع هنا:
        [one] لديكم خبر جديد واحد. تجدونه هنا:
        [two] لديكم خبران جديدان. تجدونهما هنا:
        [few] لديكم { $n } أخبار جديدة. تجدونها هنا:
        [many] لديكم { $n } خبراً جديداً. تجدونها هنا:
       *[other] لديكم { $n } خبر جديد. تجدونها هنا:
    }

    { $link }

stale-clarification-pending = يُسأل مقدّم الطلب عن أمر من قبل. انتظروا الجواب، أو أنهوا ذلك السؤال أولاً.
stale-clarification-answered = أُجيب عن هذا السؤال من قبل.
stale-clarification-closed = أُنهي هذا السؤال، ولا حاجة إلى جواب.
stale-clarification-overdue = مضى الموعد الأخير.
stale-section-shut = هذا القسم غير مفتوح، ويبقى كما أرسلتموه.
stale-thread-draft = بعد إرسال الطلب يمكنكم الكتابة إلى البرنامج.
stale-thread-page = هذه الصفحة قديمة. افتحوها من جديد وأرسلوا رسالتكم منها.
error-clarification-sections = اختاروا الأقسام التي تُفتح، أو قولوا إن الكلمات تكفي.
error-clarification-both = إما أن تفتحوا أقساماً، وإما أن تقولوا إن الكلمات تكفي.
error-due-past = أدخلوا تاريخاً ووقتاً لم يمضيا.
error-invite-none = اختاروا طلباً واحداً على الأقل.
