# مدة الاحتفاظ.
retention-title = مدة الاحتفاظ بالمعلومات
retention-lead = ما انتهت مدته يُمحى مرة في اليوم. تبقى الأرقام التعريفية والحالات والمبالغ والدرجات وسجل التدقيق. المدة التي تُحدَّد لا تمحو شيئاً في الأيام السبعة الأولى.
retention-kind = ماذا
retention-kept = مدة الاحتفاظ
retention-goes = يُمحى في الأيام الثلاثين القادمة
retention-no-end = بلا نهاية
retention-days =
    { $n ->
        [zero] بلا أيام
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يوماً
       *[other] { $n } يوم
    }
retention-ahead =
    { $n ->
        [zero] لا شيء
        [one] بند واحد
        [two] بندان
        [few] { $n } بنود
        [many] { $n } بنداً
       *[other] { $n } بند
    }
retention-unlooked = يُحصى خلال ساعة
retention-uncounted = يوماً بيوم
retention-declined = الطلبات التي لم تُموَّل
retention-drafts = المسودات التي لم يرسلها أحد
retention-awards = الطلبات الممولة ومنحها
retention-reviews = كلمات التقييمات
retention-messages = الرسائل والمناقشات
retention-referees = المعرِّفون وإجاباتهم
retention-files = الملفات المرفوعة
retention-engagement = ملاحظات عن التواصل مع المنظمات
retention-incidents = أماكن الحوادث وكلماتها
retention-hits = نتائج سابقة في قوائم المراقبة
retention-mail = نصوص الخطابات
retention-organisations = المنظمات التي لم يعد يجري معها شيء، والعاملون باسمها
retention-accounts = حسابات من لا يعملون باسم أحد
retention-from-outcome = منذ إعلان النتيجة.
retention-from-change = منذ آخر تغيير، بعد إغلاق الجولة.
retention-from-close = منذ إقفال المنحة.
retention-from-end = منذ إعلان النتيجة، وللمنح منذ إقفالها.
retention-from-writing = منذ آخر مرة كُتبت فيها.
retention-from-screening = منذ الفحص.
retention-from-sending = منذ الإرسال.
retention-from-last-use = منذ آخر إعلان نتيجة أو إقفال منحة أو دخول لأحد العاملين باسمها.
retention-from-sign-in = منذ آخر دخول.
retention-set = تحديد المدد
retention-set-lead = بالأيام، 30 على الأقل. اتركوا الحقل فارغاً للاحتفاظ بلا نهاية.
retention-save = حفظ المدد
retention-keep = الاحتفاظ مدة أطول
retention-keep-lead = لا يُمحى شيء من هذا الطلب ولا مما هو معروف عن منظمته حتى اليوم الذي تختارونه.
retention-keep-line = محفوظ حتى { $day }، قال ذلك { $who }، { $when }. يوم آخر يحل محل هذا اليوم.
retention-until = الاحتفاظ حتى
retention-keep-save = الاحتفاظ به
notice-retention-set = حُفظت المدد.
notice-retention-kept = سيُحتفظ به.
error-retention-days = اكتبوا أياماً كاملة من { $least } إلى { $most }، أو اتركوا الحقل فارغاً.
privacy-periods = كم نحتفظ بها
privacy-periods-none = لم تُحدَّد مدد: ما يُحفظ يبقى حتى يطلب أحد محوه.
privacy-periods-text = تُمحى كلمات هذه المعلومات وملفاتها حين تنتهي مدتها. تبقى الأرقام مثل المبالغ والدرجات. وما عداها يُحفظ حتى يطلب أحد محوه.
