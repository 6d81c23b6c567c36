# أفراد المنظمة.
members-title = الأفراد
members-lead = كل من يرد اسمه هنا يمكنه قراءة كل ما تكتبه منظمتكم.
members-back = العودة إلى الأفراد
members-role = الدور
members-role-of = دور { $name }
members-change = تغيير الدور
members-you = (أنتم)
members-removal = الإزالة أو المغادرة
members-open = دعوات لم يقبلها أحد بعد
members-expires = صالحة حتى
members-revoke = سحب الدعوة
members-invite = دعوة زميل أو زميلة
members-invite-lead = نرسل رابطاً صالحاً لسبعة أيام. ولا تذكر الرسالة اسم منظمتكم.
members-invite-submit = إرسال الدعوة
member-owner = مالك
member-owner-may = يكتب الطلبات ويصادق عليها ويرسلها، ويقرر من ينتمي إلى المنظمة.
member-editor = محرر
member-editor-may = يكتب الطلبات ويرفع الملفات. المصادقة والإرسال للمالك.
member-viewer = قارئ
member-viewer-may = يقرأ كل شيء ولا يغيّر شيئاً.
removal-title = هل تريدون إزالة هذا الشخص؟
removal-lead = لن يتمكن من الآن فصاعداً من فتح أي شيء يخص منظمتكم. ويبقى ما كتبه.
removal-submit = إزالة
leaving-title = هل تريدون مغادرة هذه المنظمة؟
leaving-lead = لن تتمكنوا من الآن فصاعداً من فتح أي شيء يخصها. ويبقى ما كتبتموه. ولا يمكن أن يدعوكم من جديد إلا مالك.
leaving-submit = مغادرة
notice-member-invited = الدعوة في طريقها.
notice-invitation-revoked = سُحبت الدعوة، ولم يعد رابطها يعمل.
notice-member-removed = تمت الإزالة. لم يعد بإمكان هذا الشخص فتح أي شيء يخص منظمتكم.
notice-member-left = غادرتم المنظمة.
notice-member-joined = أهلاً بكم. أنتم الآن من أفراد هذه المنظمة.

membership-account = أنتم مدعوون إلى منظمة
membership-account-lead = أنشئوا حساباً بالعنوان الذي وصلت إليه رسالتنا، أو سجّلوا الدخول به. بعد ذلك نعرض لكم المنظمة التي تدعوكم.
membership-title = أنتم مدعوون إلى منظمة
membership-lead = تدعوكم { $organisation } بدور «{ $role }». { $may }
membership-accept = الانضمام إلى المنظمة

# المصادقة.
certify-name = اسمكم
certify-role = صفتكم في المنظمة
certify-role-hint = مثل: المدير العام، أو رئيس مجلس الإدارة، أو المفوض بالتوقيع.
certify-statement = أصادق باسم المنظمة على أن هذه الإجابات صحيحة وكاملة، وعلى أن من صلاحيتي إرسالها باسمها.
certify-name-told = اسم المسؤول الذي يصادق
certify-statement-told = أفادني المسؤول المذكور أعلاه بأن هذه الإجابات صحيحة وكاملة وبأن من صلاحيته إرسالها باسم المنظمة، وقد دوّنت ذلك.
certify-later = المصادقة الآن والإرسال لاحقاً
certify-owners = لا يمكن أن يصادق ويرسل إلا مالك في منظمتكم: { $names }.
certify-ask = الطلب من المالكين بالبريد
certified-by = { $name }، { $role }، في { $when }
certified-told = { $name }، { $role }، كما أُبلغ { $account } في { $when }
certified-now = صادق على الإجابات: { $who }. ولم يتغير النص منذ ذلك الحين.
certified-changed = صادق على الإجابات: { $who }. وقد تغيّر النص بعد ذلك، فلا بد من المصادقة عليه من جديد.
certified-label = صادق على الإجابات
notice-certified = تمت المصادقة. ولم يُرسل الطلب بعد.
notice-owners-asked = كتبنا إلى المالكين بالبريد. في الرسالة رابط، ولا شيء من إجاباتكم.

# الرعاة الماليون.
sponsor-title = الراعي المالي
sponsor-lead = إذا كانت منظمة أخرى ستستلم المنحة وتقدم حسابها، فاطلبوا موافقتها هنا. يمكنكم إرسال طلبكم قبل أن تجيب.
sponsor-sees = نرسل رابطاً إلى العنوان أدناه. يرى الراعي اسم منظمتكم والمبلغ والمدة، ولا شيء غير ذلك من طلبكم.
sponsor-name = اسم الراعي المالي
sponsor-email-hint = شخص يمكنه أن يقرر باسم الراعي، أو أن يعرض الأمر على مجلس إدارته.
sponsor-ask = طلب الموافقة
sponsor-open-until = الرابط في رسالتنا صالح حتى { $day }. إذا وصل إلى غير وجهته، فاسحبوا السؤال واسألوا من جديد.
sponsor-consented-text = لا يلزمكم فعل شيء آخر. يمكن للراعي أن يسحب موافقته حتى صدور القرار، ويمكنكم ذلك أيضاً.
sponsor-missing = جاء في ملف تعريفكم أنكم تعملون من خلال راعٍ مالي، لكن لم يوافق أي راعٍ بعد. يمكنكم الإرسال مع ذلك؛ وقد يتعذر منحكم التمويل من دون موافقة.
sponsor-not-asked = لم يُسأل بعد
sponsor-asked = طُلبت الموافقة
sponsor-consented = أُعطيت الموافقة
sponsor-declined = اعتذر
sponsor-revoked = سُحبت الموافقة
sponsor-dropped = سُحب السؤال
sponsor-asked-on = { $sponsor }: طُلبت الموافقة في { $day }.
sponsor-consented-on = { $sponsor }: أُعطيت الموافقة في { $day }.
sponsor-declined-on = { $sponsor }: اعتذر في { $day }.
sponsor-revoked-on = { $sponsor }: سُحبت الموافقة في { $day }.
sponsor-dropped-on = { $sponsor }: سحبتم السؤال في { $day }.
sponsor-answered-by = { $line } أجاب: { $name }.
sponsor-drop-title = سحب السؤال
sponsor-drop-lead = يتوقف الرابط في رسالتنا عن العمل، ولا تعود أي موافقة أُعطيت محسوبة. ويمكنكم أن تسألوا من جديد.
sponsor-revoke-title = سحب الموافقة
sponsor-revoke-lead = لن تكونوا بعد الآن الراعي المالي لهذا الطلب. وسنكتب إلى من سألكم. لا رجوع عن ذلك، إلا أن يسألوكم من جديد.
sponsor-end-title = هل أنتم متأكدون؟
sponsor-end-submit = نعم، السحب
sponsor-end-keep = لا، الإبقاء عليه
notice-sponsor-asked = السؤال في طريقه.
notice-sponsor-dropped = سُحب السؤال.
notice-sponsor-declined = اعتذرتم. سنخبر مقدم الطلب.
notice-sponsor-consented = وافقتم. سنخبر مقدم الطلب.
notice-sponsor-revoked = سُحبت موافقتكم. سنخبر مقدم الطلب.
sponsor-account = يُطلب منكم أن تكونوا راعياً مالياً
sponsor-account-lead = أنشئوا حساباً بالعنوان الذي وصلت إليه رسالتنا، أو سجّلوا الدخول. بعد ذلك نعرض لكم من يسأل، وكم يطلب، ولأي مدة.
sponsor-answer-title = هل تقبلون أن تكونوا الراعي المالي؟
sponsor-answer-lead = تتقدم منظمة بطلب منحة وتسمّيكم المنظمة التي ستستلمها.
sponsor-answer-applicant = مقدم الطلب
sponsor-answer-amount = المبلغ المطلوب
sponsor-answer-period = المدة
sponsor-answer-as = أي منظمة توافق؟
sponsor-answer-other = منظمة أخرى
sponsor-answer-found = لكي توافقوا أضيفوا منظمتكم أولاً. يستغرق ذلك نحو ثلاث دقائق، ثم تعودون إلى هنا. ويمكنكم الاعتذار من دون ذلك.
sponsor-open-question = لم يُكتب بعد
sponsor-months =
    { $n ->
        [zero] بلا أشهر
        [one] شهر واحد
        [two] شهران
        [few] { $n } أشهر
        [many] { $n } شهراً
       *[other] { $n } شهر
    }
sponsor-period = { $months } ابتداءً من { $day }
sponsor-means = ماذا تعني الموافقة
sponsor-means-money = تستلمون المنحة عن مقدم الطلب، وتحوّلونها إليه كما تتفقون، وتقدمون حسابها.
sponsor-means-profile = يرى العاملون لدى المانح ملف تعريف منظمتكم، ومن وافق ومتى.
sponsor-means-conflict = لا يمكن لأفراد منظمتكم تقييم هذا الطلب أو اتخاذ القرار بشأنه.
sponsor-means-back = يمكنكم سحب موافقتكم حتى صدور القرار.
sponsor-consent = نوافق
sponsor-decline = نعتذر
sponsorships-title = موافقاتكم بصفتكم راعياً مالياً
sponsorships-lead = طلبات وافقت منظمتكم على استلام المنحة عن أصحابها.
sponsorships-empty = لا شيء حتى الآن
sponsorships-empty-text = عندما يسمّيكم أحد راعياً مالياً له، نرسل إليكم رسالة فيها رابط.
sponsorships-when = تاريخ الموافقة
sponsorships-state = الحالة

# طلبات يقدمها العاملون باسم منظمة.
filing-title = تقديم طلب باسم منظمة
filing-lead = لمنظمة كتبت إلينا أو اتصلت أو زارتنا. تدوّنون ما تقوله لكم؛ ويظهر في كل مكان أنكم من قدّم الطلب باسمها.
filing-search = البحث عن المنظمة
filing-search-hint = جزء من اسمها، بأي من أحرفها.
filing-search-submit = بحث
filing-none = لا منظمة بهذا الاسم
filing-none-text = جرّبوا جزءاً آخر من الاسم أو أحرفاً أخرى، أو عرّفوا بالمنظمة.
filing-organisation = المنظمة
filing-channel = كيف تواصلت معنا؟
filing-letter = برسالة
filing-phone = بالهاتف
filing-email = بالبريد الإلكتروني
filing-visit = بالحضور
filing-day = في أي يوم؟
filing-day-hint = مثل { "\u2066" }2026-03-09{ "\u2069" } أو 9/3/2026.
filing-note = ملاحظة
filing-note-hint = من تحدث باسم المنظمة، وكيف يمكن الوصول إليه. يراها العاملون، ولا يراها المقيّمون.
filing-submit = بدء الطلب
filing-describe = التعريف بمنظمة جديدة
filing-describe-lead = كما تعرّف بنفسها. لا تتبع أحداً إلى أن تدعوا أول مالك لها.
filing-drafts = ما تقدمونه ولم ترسلوه بعد
filing-back = العودة إلى الملف
filed-badge = قدّمه العاملون
filed-label = قدّمه
filed-by-letter = قدّم { $name } هذا الطلب باسم المنظمة، بناءً على رسالة مؤرخة في { $day }.
filed-by-phone = قدّم { $name } هذا الطلب باسم المنظمة، بناءً على مكالمة هاتفية في { $day }.
filed-by-email = قدّم { $name } هذا الطلب باسم المنظمة، بناءً على رسالة إلكترونية مؤرخة في { $day }.
filed-by-visit = قدّم { $name } هذا الطلب باسم المنظمة، بناءً على زيارة في { $day }.
timeline-filed = دوّنه العاملون في البرنامج
owner-invite-title = دعوة أول مالك للمنظمة
owner-invite-lead = يتلقى شخص من { $organisation } رابطاً. وبعد انضمامه يقرأ الطلب ويتابعه بنفسه.
notice-filed = بدأ الطلب. تكتبون باسم المنظمة، ويظهر أنكم من قدّمه.
notice-organisation-described = حُفظت المنظمة. اذكروا الآن كيف تواصلت معنا.

# لماذا لا.
denied-viewer = يمكنكم قراءة طلبات هذه المنظمة، لا تغييرها. يمكن لأحد المالكين أن يمنحكم دوراً آخر.
denied-owner = هذا لمالكي المنظمة وحدهم.
denied-filer = تقدّمون هذا الطلب باسم المنظمة. أما ملف تعريفها وأفرادها فشأنها.
denied-last-owner = لا بد للمنظمة من مالك واحد على الأقل. امنحوا شخصاً آخر دور المالك أولاً.
denied-other-address = أُرسلت هذه الدعوة إلى عنوان آخر. سجّلوا الخروج، ثم سجّلوا الدخول بالعنوان الذي وصلت إليه رسالتنا.
denied-own-sponsor = لا يمكن أن تكون المنظمة راعياً مالياً لنفسها.
denied-own-filing = أنتم من أفراد هذه المنظمة. قدّموا طلبها بصفتكم هذه.
stale-has-owner = أصبح لهذه المنظمة أفرادها، وهم يدعون بعضهم بعضاً.
stale-not-certified = لم يُصادَق على الإجابات كما هي الآن. صادقوا عليها أولاً.
stale-owners-asked = سُئل المالكون عدة مرات قبل قليل. انتظروا ساعة، أو تحدثوا إليهم.
stale-sponsor-asked = سبق أن سُئل راعٍ. اسحبوا ذلك السؤال أولاً.
stale-sponsor-answered = أُجيب عن هذا السؤال أو سُحب في هذه الأثناء.

# الرسائل.
mail-member-subject = أنتم مدعوون إلى منظمة
mail-member-body =
    يدعوكم أحد الزملاء إلى العمل معاً على طلبات المنح. افتحوا هذا الرابط خلال سبعة أيام:

    { $link }
mail-certify-subject = طلب في انتظاركم
mail-certify-body =
    يطلب منكم أحد الزملاء أن تصادقوا على طلب وأن ترسلوه. يمكنكم قراءته هنا:

    { $link }
mail-sponsor-subject = سؤال إلى منظمتكم
mail-sponsor-body =
    تسألكم منظمة تتقدم بطلب منحة أن تكونوا راعيها المالي. افتحوا هذا الرابط خلال ثلاثة أسابيع لتعرفوا من يسأل ولتجيبوا:

    { $link }
mail-sponsor-answer-subject = جديد بشأن راعٍ مالي
mail-sponsor-answer-body =
    تغيّر جواب راعٍ مالي سألتموه. يمكنكم قراءته هنا:

    { $link }
