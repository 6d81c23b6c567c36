# إسناد الطلبات إلى المقيّمين.
assignment-title = المقيّمون
assignment-given = من أُسند إليهم هذا الطلب
assignment-reviewer = المقيّم
assignment-email = عنوان البريد الإلكتروني
assignment-since = منذ
assignment-state = التقييم
assignment-end = سحب الإسناد
assignment-not-begun = لم يبدأ
assignment-begun = بدأ
assignment-submitted = أُرسل
assignment-recused = تنحٍّ: تضارب مصالح
assignment-free = من يمكن الإسناد إليهم
assignment-barred = من لا يمكن الإسناد إليهم
assignment-choose = اختيار
assignment-owes = تقييمات لم تُنجز بعد
assignment-submit = إسناد
assignment-nobody = لا يوجد أحد آخر يمكنه تقييم هذا الطلب
assignment-nobody-lead = أرسلوا أولاً دعوة إلى شخص بدور التقييم.
assignment-none = لا أحد
assignment-bulk-title = الإسناد إلى المقيّمين
assignment-bulk-lead = يُسنَد كل طلب محدَّد إلى كل من جرى تحديده من المقيّمين. ومن كان الطلب عنده من قبل يبقى عنده كما هو.
assignment-applications = طلبات قيد التقييم
assignment-reviewers = المقيّمون
assignment-none-in-review = لا طلبات قيد التقييم
assignment-none-in-review-lead = تظهر الطلبات هنا متى بيّن الفرز الأولي أنها تستوفي شروط التقديم.
notice-assigned = تم الإسناد، وأُرسلت رسالة إلى المقيّمين.
notice-unassigned = سُحب الإسناد.

bar-not-reviewer = ليس من المقيّمين، أو حسابه معطَّل
bar-member = ينتمي إلى المنظمة
bar-conflict = لديه تضارب مصالح
bar-assigned = أُسند إليه من قبل

mail-assigned-subject = لديكم ما تقيّمونه
mail-assigned-body =
    أُسندت إليكم طلبات لتقييمها. قبل فتح أي طلب نسألكم هل تربطكم صلة بالمنظمة. تجدون قائمتكم هنا:

    { $link }
