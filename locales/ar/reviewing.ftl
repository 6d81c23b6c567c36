# إلى أين وصل التقييم في الدورة.
progress-title = سير التقييمات
progress-hint = من فتح ومن بدأ ومن أرسل، مع تذكير من تأخر.
progress-by-reviewer = بحسب المقيّم
progress-by-application = بحسب الطلب
progress-show = عرض
progress-all = الكل
progress-unopened = ما لم يُفتح
progress-late = المتأخر
progress-reminders = التذكير
progress-assigned = أُسند
progress-opened = فُتح
progress-begun = بدأ
progress-sent = أُرسل
progress-imported = أُرسل من ملف
progress-not-opened = لم يُفتح
progress-last = آخر نشاط
progress-reminded = آخر تذكير
progress-muted = لا يريد تذكيراً
progress-late-count =
    { $n ->
        [zero] لا متأخر
        [one] تقييم متأخر
        [two] تقييمان متأخران
        [few] { $n } تقييمات متأخرة
        [many] { $n } تقييماً متأخراً
       *[other] { $n } تقييم متأخر
    }
progress-opened-means = يُفتح الطلب متى صرّح المقيّم بعدم وجود تضارب مصالح، وهذا التصريح هو المقصود بكلمة «فُتح». وما جاء من ملف لم يُفتح هنا.
progress-nobody = لا أحد لديه ما يقيّمه بعد
progress-none-late = لا شيء متأخر
progress-none-unopened = فُتح كل شيء
progress-not-late-yet = لم يحن موعد التقييمات بعد، فلا شيء متأخر
progress-of-application = من فتح ومن بدأ ومن أرسل

# متى يُذكَّر المقيّمون.
schedule-title = التذكير
schedule-lead = تصل كل مقيّم رسالة واحدة في اليوم على الأكثر، صباحاً بتوقيته: عدد التقييمات المنتظرة ورابط. وتصل في يوم الموعد رسالة في كل حال، ثم رسالة كل أسبوع ما دام شيء متأخراً.
schedule-active = تذكير المقيّمين في هذه الدورة
schedule-days = قبل الموعد بكم يوماً؟
schedule-days-hint = أرقام مثل 7 2. اتركوا الخانة فارغة للتذكير في اليوم نفسه فقط.
schedule-off = متوقف
schedule-bare = في اليوم نفسه ثم أسبوعياً
schedule-told = قبل الموعد بأيام: { $days }؛ وفي اليوم نفسه ثم أسبوعياً
error-reminder-days = أدخلوا أرقاماً من 1 إلى { $most }، وعددها { $times } على الأكثر.
remind-choose = تذكير المحدَّدين…
remind-title = تذكير المقيّمين الآن
remind-lead = تصل كلاً منهم رسالة فوراً فيها عدد تقييمات هذه الدورة التي تنتظره ورابط إلى قائمته.
remind-bound = لا يصل أحداً أكثر من تذكير واحد في اليوم، ولا يصل شيء من لا يريد التذكير، ولا من لم يبقَ لديه ما يرسله.
remind-nobody = لم يُحدَّد أحد. ارجعوا وحدّدوا مقيّماً واحداً على الأقل.
remind-submit = تذكير
notice-reminded = تم. أُرسلت رسالة إلى كل من أمكن تذكيره اليوم.

# رسائل التذكير.
mail-reminder-subject = تقييمات بانتظاركم
mail-reminder-open =
    { $n ->
        [zero] لا تقييمات بانتظاركم.
        [one] تقييم واحد بانتظاركم.
        [two] تقييمان بانتظاركم.
        [few] { $n } تقييمات بانتظاركم.
        [many] { $n } تقييماً بانتظاركم.
       *[other] { $n } تقييم بانتظاركم.
    }
mail-reminder-overdue =
    { $n ->
        [zero] لا شيء منها متأخر.
        [one] واحد منها متأخر.
        [two] اثنان منها متأخران.
        [few] { $n } منها متأخرة.
        [many] { $n } منها متأخرة.
       *[other] { $n } منها متأخرة.
    }
mail-reminder-today = موعد التالي اليوم.
mail-reminder-next =
    { $n ->
        [zero] موعد التالي اليوم.
        [one] موعد التالي غداً.
        [two] موعد التالي بعد يومين.
        [few] موعد التالي بعد { $n } أيام.
        [many] موعد التالي بعد { $n } يوماً.
       *[other] موعد التالي بعد { $n } يوم.
    }
mail-reminder-link = تجدون قائمتكم هنا:

    { $link }
mail-reminder-mute = إن كنتم لا تريدون التذكير فقولوا ذلك في حسابكم:

    { $link }
field-reminders = التذكير بالتقييمات
field-reminders-hint = رسالة واحدة في اليوم على الأكثر، فيها أعداد ورابط. ويرى فريق البرنامج من لا يريدها.
reminders-on = ذكّروني قبل الموعد وبعده
reminders-off = من دون تذكير

# تقييمات من ملف.
import-title = استيراد تقييمات
import-lead = تقييمات كُتبت في مكان آخر، على هيئة جدول. يُفحص الجدول أولاً، ولا يُحفظ شيء قبل أن تروا ما فيه.
import-file-hint = ملف CSV تفصل بين أعمدته فواصل أو فواصل منقوطة أو علامات جدولة، حتى 8 ميغابايت. أما الملفات الأكبر فتُستورد من سطر الأوامر.
import-layouts = صيغتان
import-wide = صف لكل تقييم
import-wide-hint = عمود لرمز كل معيار: درجات صحيحة أو «cannot judge». أما الأسباب فتكتب في أعمدة مثل values_reason. ويجوز حذفها وحذف الأعمدة recommendation (fund وfund_if وdo_not_fund) وconfidence (low وmedium وhigh) وcomment.
import-long = صف لكل درجة
import-long-hint = يجوز حذف العمود justification. ويلزم لكل تقييم درجة في كل معيار.
import-ready-title = تقييمات جاهزة للاستيراد
import-new =
    { $n ->
        [zero] لا تقييم جديد.
        [one] تقييم جديد واحد.
        [two] تقييمان جديدان.
        [few] { $n } تقييمات جديدة.
        [many] { $n } تقييماً جديداً.
       *[other] { $n } تقييم جديد.
    }
import-people =
    { $n ->
        [zero] من دون مقيّمين.
        [one] من مقيّم واحد.
        [two] من مقيّمَين.
        [few] من { $n } مقيّمين.
        [many] من { $n } مقيّماً.
       *[other] من { $n } مقيّم.
    }
import-applications =
    { $n ->
        [zero] من دون طلبات.
        [one] لطلب واحد.
        [two] لطلبين.
        [few] لعدد { $n } من الطلبات.
        [many] لعدد { $n } من الطلبات.
       *[other] لعدد { $n } من الطلبات.
    }
import-assigned =
    { $n ->
        [zero] من دون إسناد جديد.
        [one] واحد منها يأتي مع إسناد جديد.
        [two] اثنان منها يأتيان مع إسناد جديد.
        [few] { $n } منها تأتي مع إسناد جديد.
        [many] { $n } منها تأتي مع إسناد جديد.
       *[other] { $n } منها تأتي مع إسناد جديد.
    }
import-same =
    { $n ->
        [zero] لا تقييم موجود من قبل.
        [one] تقييم واحد موجود من قبل.
        [two] تقييمان موجودان من قبل.
        [few] { $n } تقييمات موجودة من قبل.
        [many] { $n } تقييماً موجوداً من قبل.
       *[other] { $n } تقييم موجود من قبل.
    }
import-passed-over = أعمدة لا تُقرأ: { $columns }
import-means = يصبح كل منها تقييماً مرسلاً باسم المقيّم، مع الإشارة إلى أنكم استوردتموه. وتصل كل مقيّم رسالة واحدة، ويمكنه تغيير ما ليس من رأيه.
import-submit = استيراد
notice-imported = تم الاستيراد، وأُرسلت رسائل إلى المقيّمين.
stale-import-gone = استُورد هذا الملف من قبل، أو حُذف بعد مرور يوم.
stale-import-changed = تغيّر الملف في أثناء قراءته. لم يُستورد شيء.
mail-imported-subject = أُدخلت تقييمات باسمكم
mail-imported-body =
    { $n ->
        [zero] لم يُدخل شيء باسمكم.
        [one] أُدخل تقييم باسمكم من ملف.
        [two] أُدخل تقييمان باسمكم من ملف.
        [few] أُدخلت { $n } تقييمات باسمكم من ملف.
        [many] أُدخل { $n } تقييماً باسمكم من ملف.
       *[other] أُدخل { $n } تقييم باسمكم من ملف.
    } نرجو أن تتحققوا من أنه ما قلتموه:

    { $link }
review-imported = استورد { $who } هذا التقييم من ملف في { $when }. لم ترسلوه أنتم هنا. إن لم يكن ما قلتموه فغيّروه أو أخبروا فريق البرنامج.
review-imported-declaration = استورد { $who } من ملف أنه لا تضارب مصالح بينكم وبين مقدّم الطلب. إن كان هناك تضارب فصرّحوا به أدناه.
review-version-imported = استورده { $who } من ملف

error-reviews-cells = صحّحوا ما هو مذكور أدناه وأحضروا الملف مجدداً. لم يُستورد شيء.
error-reviews-layout = الصف الأول لا يسمّي أعمدة أيٍّ من الصيغتين. يلزم العمودان application وreviewer، ومعهما إما criterion وscore أو عمود لكل من: { $codes }.
error-reviews-reason-column = العمود «{ $column }» لا يخص أي معيار في هذه الدورة.
error-reviews-empty = لا تقييمات في هذا الملف.
error-reviews-twice = تقييم هذا المقيّم لهذا الطلب موجود في الصف { $row }.
error-reviews-criterion = لا معيار باسم «{ $cell }» في هذه الدورة.
error-reviews-criterion-twice = درجة هذا المعيار موجودة في الصف { $row }.
error-reviews-criterion-lacks = لا درجة لهذه المعايير: { $criteria }.
error-reviews-score-missing = اكتبوا درجة أو «cannot judge».
error-reviews-text = «{ $cell }» ليست درجة. اكتبوا درجة صحيحة أو «cannot judge».
error-reviews-ambiguous = يمكن قراءة «{ $cell }» بطريقتين. اكتبوا درجة صحيحة.
error-reviews-fraction = «{ $cell }» ليست درجة صحيحة.
error-reviews-outside = الدرجة { $cell } خارج السلّم من 0 إلى { $most }.
error-reviews-recommendation = «{ $cell }» ليست توصية. اكتبوا fund أو fund_if أو do_not_fund، أو اتركوا الخانة فارغة.
error-reviews-confidence = «{ $cell }» ليست درجة ثقة. اكتبوا low أو medium أو high، أو اتركوا الخانة فارغة.
error-reviews-not-found = لا يوجد طلب كهذا في هذه الدورة.
error-reviews-not-in-review = هذا الطلب ليس قيد التقييم.
error-reviews-left = ترك هذا المقيّم الطلب.
error-reviews-begun = بدأ هذا المقيّم تقييماً للطلب هنا، وكان سيضيع.
error-reviews-sent = أرسل هذا المقيّم تقييماً آخر للطلب من قبل.
