# الحسابات: إنشاؤها والدخول إليها، وكلمات المرور، والأجهزة، والأشخاص.
field-email = عنوان البريد الإلكتروني
field-name = الاسم
field-name-hint = الاسم الذي يعرفكم به الزملاء.
field-password = كلمة المرور
field-password-hint = 12 حرفاً أو رمزاً على الأقل. ثلاث كلمات أو أربع أقوى من كلمة واحدة فيها رموز، وأسهل تذكّراً.
field-present-password = كلمة المرور الحالية
field-language = لغة رسائلنا إليكم
field-language-hint = يمكن تغيير لغة الصفحات في أي وقت.
field-time-zone = المنطقة الزمنية
field-time-zone-hint = تُعرض لكم المواعيد النهائية بتوقيت هذه المنطقة.

sign-in-title = تسجيل الدخول
sign-in-submit = تسجيل الدخول
sign-in-forgotten = نسيتُ كلمة المرور
sign-in-new = ليس لديّ حساب بعد
sign-in-demo = تجربة النظام
sign-in-demo-lead = ضغطة واحدة تكفي للدخول إلى أي حساب تجريبي. وفي الاستخدام الفعلي يُطلب من الفريق رمز من تطبيق، وكلمة المرور مرة أخرى قبل التصدير؛ ولا يُطلب شيء من ذلك هنا.

sign-up-title = إنشاء حساب
sign-up-lead = يكفي حساب واحد لجميع المنظمات التي تمثّلونها.
sign-up-submit = إنشاء الحساب
sign-up-have-account = لديّ حساب
sign-up-sent-title = تفقّدوا بريدكم الإلكتروني
sign-up-sent-lead = أرسلنا إليكم رسالة فيها رابط. افتحوه خلال ثلاثة أيام لتأكيد عنوانكم، ثم سجّلوا الدخول. وإن لم تصل الرسالة، فابحثوا في مجلد الرسائل غير المرغوب فيها أو أعيدوا المحاولة.
confirm-title = تأكيد عنوان البريد الإلكتروني
confirm-lead = ضغطة واحدة، ويمكنكم بعدها تسجيل الدخول.
confirm-submit = تأكيد العنوان
notice-confirmed = جرى تأكيد عنوانكم. يمكنكم الآن تسجيل الدخول.

join-title = الانضمام بناءً على دعوة
join-lead = اختاروا الاسم الذي يظهر للزملاء، واختاروا كلمة مرور. وإن كان لديكم حساب بهذا العنوان، فستبقى كلمة مروره كما هي.
join-submit = الانضمام
notice-joined = اكتمل انضمامكم. يمكنكم الآن تسجيل الدخول.

reset-title = اختيار كلمة مرور جديدة
reset-lead = اكتبوا عنوان بريدكم الإلكتروني لنرسل إليه رابطاً.
reset-request = إرسال الرابط
reset-sent-title = تفقّدوا بريدكم الإلكتروني
reset-sent-lead = إن وُجد حساب بهذا العنوان، فستصل إليه رسالة فيها رابط. يعمل الرابط ساعة واحدة.
reset-choose-title = اختيار كلمة مرور جديدة
reset-choose-lead = سيُسجَّل خروجكم من جميع الأجهزة.
reset-choose-submit = حفظ كلمة المرور الجديدة
notice-password-changed = تغيّرت كلمة المرور، وسُجّل الخروج من الأجهزة الأخرى.

account-title = حسابكم
account-save = حفظ
account-password = كلمة المرور
account-password-change = تغيير كلمة المرور
account-sessions = الأجهزة التي سجّلتم الدخول منها
account-sessions-lead = إن كان بينها جهاز لا تعرفونه، فسجّلوا الخروج منه وغيّروا كلمة المرور.
account-session-begun = وقت تسجيل الدخول
account-session-seen = آخر استخدام
account-session-this = هذا الجهاز
account-session-end = تسجيل الخروج منه
account-sessions-end = تسجيل الخروج من جميع الأجهزة الأخرى
notice-sessions-ended = سُجّل خروجكم من أجهزتكم الأخرى.
notice-session-ended = سُجّل الخروج من ذلك الجهاز.
password-title = تغيير كلمة المرور
password-lead = سيُسجَّل خروجكم من أجهزتكم الأخرى.
password-submit = تغيير كلمة المرور

role-applicant = تقديم الطلبات
role-reviewer = التقييم
role-admin = الإدارة
role-auditor = التدقيق
people-title = الأشخاص
people-caption = كل من يمكنه تسجيل الدخول
people-name = الاسم
people-roles = الأدوار
people-role = الدور
people-state = الحالة
people-active = مفعَّل
people-disabled = معطَّل
people-unconfirmed = غير مؤكَّد
people-give = منح دور { $role }
people-take = { $role } ✓
people-enable = تفعيل
people-disable = تعطيل
people-invite = إرسال الدعوة
notice-invited = الدعوة في طريقها.

# تسجيل الدخول مجددًا مع نص مكتوب.
resume-title = سجّلوا الدخول لحفظ ما كتبتموه
resume-lead = انتهت جلستكم، ولذلك لم يُرسل شيء بعد. نصّكم محفوظ في هذه الصفحة: سجّلوا الدخول ثم أرسلوه.
resume-submit = تسجيل الدخول والمتابعة
resume-away-lead = لم يتغيّر شيء ولم يضِع شيء: ما كتبتم موجود في هذه الصفحة. انتظروا دقيقة ثم أرسلوه. وإن أردتم إغلاق الصفحة فانسخوا نصّكم أولًا.
resume-uncertain-lead = انقطعت قاعدة بياناتنا في لحظة حفظ ما أرسلتم. افتحوا الصفحة في نافذة أخرى وتأكدوا من وجوده. وإن لم تجدوه فأرسلوه الآن: ما كتبتم موجود في هذه الصفحة.
resume-again-title = ما زال نصّكم هنا
resume-again-lead = لم يُرسل بعد لأن الصفحة أقدم من تسجيل دخولكم. أرسلوه الآن.
resume-again-submit = إرسال الآن
resume-language-title = المتابعة بالعربية
resume-language-lead = ما كتبتموه محفوظ في هذه الصفحة. أرسلوه للمتابعة بالعربية، أو انسخوه من الأسفل.
resume-language-submit = إرسال ما كتبته
resume-texts = عرض ما كتبته
