# الموازنات والعملات وأسعار الصرف.

requested-converted = { $asked } (ما يعادل { $reference } بسعر { $rate } ليوم { $day })
rate-dated = { $rate } ({ $day }، { $source })
rate-source = مصدر سعر الصرف
currency-not-taken = { $currency } (لم تعد مقبولة)
receipt-requested = المبلغ الذي طلبتموه
round-rates-label = أو بعملة أخرى، بسعر الصرف التالي

field-request-currency = عملة الطلب
field-request-currency-hint = جميع مبالغ الطلب وموازنته بهذه العملة. نقارن الطلبات بهذه الأسعار، ويُعتمد السعر الساري يوم الإرسال.

budget-sums = الموازنة حتى الآن
budget-kind = نوع التكلفة
budget-cost = التكلفة
budget-asked = المطلوب هنا
budget-others = من جهات أخرى
budget-total = المجموع
budget-no-category = بلا فئة
budget-too-much = مبلغ أكبر من أن يُحسب

rates-title = العملات وأسعار الصرف
rates-lead = تُحسب هذه الدورة بعملة { $reference }. تُحوَّل الطلبات المقدَّمة بالعملات الأخرى أدناه بالسعر الساري عند إرسالها. السعر الجديد لا يغيّر ما أُرسل قبله.
rates-none = تُقبل الطلبات بعملة { $reference } فقط
rates-none-text = أضيفوا سعر صرف لقبول الطلبات بعملة أخرى أيضاً.
rates-change = تغيير
rates-taken = العملات الأخرى وأسعارها السارية
rates-end = التوقف عن قبول { $currency }
rates-ended = لم تعد مقبولة
rates-add = إضافة عملة أو سعر جديد
rates-submit = إضافة السعر
rates-rate = سعر الصرف
rates-rate-hint = كم يساوي { $reference } واحد من هذه العملة، بنقطة عشرية: 3.9512.
rates-day = يوم السعر
rates-day-hint = مثل { "\u2066" }2026-03-09{ "\u2069" }؛ اليوم أو قبله.
rates-source-hint = حيث يمكن لأي شخص الاطلاع عليه، مثل «الأسعار المرجعية للبنك المركزي الأوروبي». يراه مقدمو الطلبات.
rates-currency-hint = ثلاثة أحرف، مثل ILS.
rates-history = جميع الأسعار حتى الآن
rates-added = أُضيف في
rates-by = أضافه
notice-rate-added = أصبح السعر سارياً.
notice-currency-ended = لم تعد الدورة تقبل هذه العملة. المسودات المكتوبة بها محفوظة، ويُطلب من أصحابها اختيار عملة أخرى.
