# سجل التدقيق.
audit-title = سجل التدقيق
audit-lead = كل تغيير، ومن أجراه، ومتى، والأحدث أولاً. لا يمكن تغيير حدث أو حذفه من دون أن يظهر ذلك.
audit-narrowed = المعروض فقط: { $object }.
audit-all = عرض جميع الأحداث
audit-empty = لا أحداث هنا
audit-number = الرقم
audit-when = الوقت
audit-who = من أجراه
audit-what = ما جرى
audit-object = على ماذا
audit-change = التغيير
audit-before = قبل:
audit-after = بعد:
audit-request = رقم العملية
audit-system = النظام نفسه
audit-account = شخص
audit-application = طلب
audit-round = دورة
audit-programme = برنامج
audit-organisation = منظمة
audit-review = تقييم
audit-decision = قرار
audit-role = دور
audit-head = نهاية السلسلة
audit-head-lead = يحمل الحدث { $seq } البصمة أدناه، وهي تشمل كل حدث سبقه. دوّنوها في مكان آخر، فلا يستطيع أحد تغيير ما مضى من دون أن ينكشف ذلك.
audit-head-proof = بها يُثبت من يشغّل هذا الموقع أن الحدث ما زال موجوداً وأن شيئاً مما سبقه لم يتغير:
mail-head-subject = نهاية سجل التدقيق في { $day }
mail-head-body =
    كان الحدث { $seq } آخر أحداث سجل التدقيق. احفظوا هذه الرسالة بعيداً عن الموقع: ما دام في السجل حدث يحمل البصمة أدناه، فلم يغيّر أحد ما سبقه ولم يُقتطع آخره.

    { $hash }

    evenhand audit verify --head { $hash }
