# ما أُرسل، نسخةً نسخة: الصور والسجل والفروق.
record-copy = الطلب كما أُرسل، النسخة { $n }
record-version = النسخة
record-nth = النسخة { $n }
record-when = { $here }؛ وبتوقيت مكان إدارة الدورة: { $there }
record-late = الموعد النهائي
record-officer = أرسله
record-digest = البصمة الرقمية ({ "\u2066" }SHA-256{ "\u2069" })
record-pdf = تنزيل بصيغة { "\u2066" }PDF{ "\u2069" }
record-dossier = الملف
record-page-of = صفحة { $n } من { $of }
record-sent-at = أُرسل في { $when }

record-versions = النسخ المرسلة
record-versions-lead = تُحفظ كل نسخة كما أُرسلت. لا يستطيع أحد تغييرها، ولو فعل لكشفت بصمتها الرقمية ذلك.
record-none = لم يُرسَل شيء بعد
record-none-lead = بعد إرسال الطلب، يمكنكم أن تقرأوا هنا ما أُرسل ومتى.
record-see = للاطلاع
record-read = قراءة
record-changes = ما الذي تغيّر
record-compare = مقارنة نسختين
record-from = النسخة الأقدم
record-to = النسخة الأحدث
record-compare-show = عرض ما تغيّر

record-comparison = ما الذي تغيّر من النسخة { $from } إلى النسخة { $to }
record-version-sent = النسخة { $n }: أُرسلت في { $when }، أرسلها { $who }
record-no-change = لم تتغير أي إجابة
record-no-change-lead = النسختان متطابقتان.
record-key-before = كيف تقرأونها:
record-key-del = محذوف
record-key-ins = مضاف
record-added = أُجيب عنه حديثاً
record-removed = حُذفت الإجابة
record-changed = تغيّر
record-row-added = أُضيف السطر
record-row-removed = حُذف السطر
record-row-changed = تغيّر السطر
record-del = [محذوف:
record-del-end = نهاية المحذوف]
record-ins = [مضاف:
record-ins-end = نهاية المضاف]
record-same =
    { $n ->
        [zero] لا توجد إجابات متطابقة في النسختين
        [one] إجابة واحدة متطابقة في النسختين
        [two] إجابتان متطابقتان في النسختين
        [few] { $n } إجابات متطابقة في النسختين
        [many] { $n } إجابة متطابقة في النسختين
       *[other] { $n } إجابة متطابقة في النسختين
    }
record-rows-same =
    { $n ->
        [zero] لا توجد أسطر متطابقة في النسختين.
        [one] سطر واحد متطابق في النسختين.
        [two] سطران متطابقان في النسختين.
        [few] { $n } أسطر متطابقة في النسختين.
        [many] { $n } سطراً متطابقاً في النسختين.
       *[other] { $n } سطر متطابق في النسختين.
    }
record-elsewhere = إجابات عن أسئلة لم يعد النموذج يطرحها
