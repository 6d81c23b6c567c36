# إطار كل صفحة.
frame-skip = الانتقال إلى المحتوى
frame-menu = القائمة
frame-exit-keys = أو اضغطوا Esc مرتين
frame-exit = مغادرة هذه الصفحة
frame-language = اللغة
frame-problems = هناك مشكلة
frame-demo = نسخة تجريبية: كل ما فيها غير حقيقي ويُحذف في النهاية.
frame-demo-inbox = قراءة الرسائل المرسلة
frame-footer = Evenhand، لتقديم المنح بإنصاف وعناية.
frame-optional = (اختياري)
frame-not-answered = بلا إجابة
frame-change = تغيير
frame-earlier = الصفحة السابقة
frame-later = الصفحة التالية
frame-show-password = إظهار كلمة المرور
frame-hide-password = إخفاء كلمة المرور
frame-privacy = ما نحتفظ به، ومن يطّلع عليه
page-error-title = خطأ: { $title }

nav-sign-in = تسجيل الدخول
nav-sign-out = تسجيل الخروج
nav-account = حسابكم
nav-applications = الطلبات
nav-organisations = المنظمات
nav-reviews = التقييمات
nav-rounds = الدورات
nav-people = الأشخاص
nav-audit = سجل التدقيق

notice-saved = تم الحفظ.
notice-signed-out = سُجّل خروجكم.

open-rounds-title = دورات مفتوحة لتقديم الطلبات
