# تضارب المصالح: التنحّي، وإبعاد شخص عن طلب، والصلات بالمنظمات.
conflict-title = تضارب المصالح
conflict-lead = من أُبعد عن هذا الطلب لا يجده في أي مكان: لا عنوانه ولا درجاته ولا أعداده ولا ترتيبه ولا ملفاته. ولا يُبلَّغ بذلك.
conflict-nobody = لم يُبعَد أحد عن هذا الطلب.
conflict-standing = المُبعَدون
conflict-person = الشخص
conflict-kind = الصلة
conflict-kind-none = لا صلة
conflict-kind-staff = يعمل فيها أو من أعضاء مجلس إدارتها
conflict-kind-family = صلة عائلية أو شخصية
conflict-kind-funder = يموّلها
conflict-kind-collaborator = يتعاون معها
conflict-kind-litigation = معها أو ضدها أمام القضاء أو في حملة
conflict-kind-same = المنظمة أو الشبكة نفسها
conflict-kind-other = صلة أخرى
conflict-found = كيف عُرف ذلك
conflict-found-declared = أقرّ به الشخص نفسه
conflict-found-membership = ينتمي إلى المنظمة أو إلى راعيها المالي
conflict-found-pinned = سجّلته الإدارة
conflict-reason = السبب
conflict-remove = السماح بالعودة
conflict-history = ما رُفع
conflict-lifted = سمحت { $by } بعودة { $name } ({ $kind })
conflict-hints = قد يكون لديهم تضارب مصالح
conflict-hints-lead = وجد النظام أمراً مشتركاً. هذا لا يمنع أحداً: اسألوا الشخص، أو أبعدوه.
conflict-hint-domain = عنوان البريد من النطاق { $what }، كعناوين أشخاص من المنظمة
conflict-hint-website = عنوان البريد من نطاق موقع المنظمة { $what }
conflict-hint-name = تذكر المنظمة شخصاً اسمه { $what }
conflict-hint-affiliation = ينتمي أو كان ينتمي إلى { $what } بحسب ما ذكره بنفسه
conflict-hint-domain-you = لكم نطاق البريد نفسه { $what } الذي لأشخاص من هذه المنظمة.
conflict-hint-website-you = عنوان بريدكم من نطاق موقع المنظمة { $what }.
conflict-hint-name-you = تذكر المنظمة شخصاً يحمل اسمكم: { $what }.
conflict-hint-affiliation-you = ورد في حسابكم أنكم تنتمون أو كنتم تنتمون إلى { $what }.
conflict-pin = إبعاد
conflict-pin-title = إبعاد شخص
conflict-pin-lead = يُنحّى الشخص عن تقييمه فوراً، ولا يعود إلا بسماح من الإدارة. ولا تصله رسالة: فحين تقلّ الطلبات تكشف الرسالة أيّها المقصود.
conflict-choose-person = اختاروا شخصاً
conflict-pin-reason-hint = تكفي جملة واحدة. يمكن لطاقم البرنامج قراءتها، ولا يمكن ذلك للشخص المعني.
conflict-removal-title = السماح بعودة { $name }؟
conflict-removal-lead = سيجد الشخص الطلب مجدداً كأن شيئاً لم يكن. أما التقييم الذي تنحّى عنه فلا يعود إليه. ويبقى السجل محفوظاً مع السبب الذي تذكرونه.
conflict-removal-reason-hint = لماذا لا يوجد تضارب، أو لم يعد موجوداً.
conflict-removal-submit = السماح بالعودة
conflict-removal-cancel = إبقاء الإبعاد
conflict-own-title = التنحّي
conflict-own-link = لديّ أنا تضارب مصالح
conflict-own-short = التنحّي
conflict-own-lead = إن كان هناك ما قد يؤثر في حكمكم على هذه المنظمة، أو قد يبدو للآخرين مؤثراً فيه، فاتركوا طلبها للآخرين.
conflict-own-alone = لا يوجد أحد آخر يمكنه معالجة هذا الطلب. ادعوا أولاً شخصاً آخر إلى الإدارة: فبعد تنحّيكم لن تروا أنه ينتظر.
conflict-own-invite = دعوة شخص
conflict-own-note-hint = تكفي جملة واحدة. يمكن لبقية الطاقم قراءتها، ولا يمكن ذلك لمن قدّموا الطلب.
conflict-own-consequence = لن تجدوا الطلب في أي مكان بعد ذلك: لا عنوان ولا درجة ولا ترتيب ولا ملف. ولا يغيّر ذلك إلا شخص آخر من الإدارة.
conflict-own-submit = التنحّي
conflict-round-title = طلبات تُعالَج عن الآخرين
conflict-round-hint = لدى آخرين في الإدارة تضارب مصالح هنا: معالجة هذه الطلبات عليكم.
conflict-round-lead = أُبعد بعض أفراد الإدارة عن هذه الطلبات، فيعالجها الآخرون.
conflict-round-none = لم يُبعَد أحد من الإدارة عن أي طلب يظهر لكم.
conflict-round-away = المُبعَدون
conflict-round-nobody = لم يبقَ أحد من الإدارة: ادعوا شخصاً
conflict-round-count =
    { $n ->
        [zero] لا طلبات
        [one] طلب واحد
        [two] طلبان
        [few] { $n } طلبات
        [many] { $n } طلباً
       *[other] { $n } طلب
    }
dossier-conflicts =
    { $n ->
        [zero] لم يُبعَد أحد
        [one] أُبعد شخص واحد
        [two] أُبعد شخصان
        [few] أُبعد { $n } أشخاص
        [many] أُبعد { $n } شخصاً
       *[other] أُبعد { $n } شخص
    }
dossier-may-conflict = قد يكون لدى { $name } تضارب مصالح. { $why }.
notice-stepped-aside = شكراً لكم. أصبح الطلب في عهدة الآخرين.
notice-stepped-aside-alone = شكراً لكم. لا أحد يمكنه معالجة الطلب الآن: ادعوا شخصاً آخر إلى الإدارة من صفحة «الأشخاص».
notice-conflict-pinned = أُبعد الشخص من الآن.
notice-conflict-lifted = يمكن للشخص أن يعود.

affiliations-title = انتماءاتكم
affiliations-why = بناءً عليها نقترح متى قد يكون لديكم تضارب مصالح.
affiliations-change = عرض القائمة وتعديلها
affiliations-lead = المنظمات التي تعملون فيها أو تقدّمون لها المشورة أو تموّلونها أو أنتم من أعضاء مجالس إدارتها، الآن أو خلال السنوات الثلاث الماضية. يرى طاقم البرنامج ما تشير إليه بشأن طلب ما، ولا يرى مقدّمو الطلبات شيئاً منها.
affiliations-none = القائمة فارغة بعد
affiliation-organisation = اسم المنظمة
affiliation-domain = نطاق موقعها أو بريدها الإلكتروني
affiliation-domain-hint = مثل press.example
affiliation-role = صفتكم فيها
affiliation-until = حتى
affiliation-until-hint = اليوم الأخير. اتركوه فارغاً ما دام الانتماء قائماً.
affiliation-until-day = حتى { $day }
affiliation-add = إضافة منظمة
affiliation-remove = حذف من القائمة
notice-affiliation-removed = حُذفت من القائمة.

# حالات الرفض.
error-conflict-stands = هذا الشخص مُبعَد من قبل.
error-domain = اكتبوا نطاقاً مثل press.example، أو اتركوا الحقل فارغاً.
error-too-many-affiliations = تتسع القائمة لعدد { $most } من المنظمات. احذفوا واحدة أولاً.
stale-pin-oneself = لا يمكنكم تسجيل تضارب مصالحكم ليرفعه آخرون. استخدموا التنحّي بدلاً من ذلك.
stale-membership-lasts = ينتمي هذا الشخص إلى المنظمة أو إلى راعيها المالي، ويبقى مُبعَداً ما دام ذلك قائماً.
