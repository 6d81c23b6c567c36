# ما يعد به البرنامج من سرعة، وما يحققه منها.
milestone-acknowledged = تأكيد الاستلام
milestone-eligible = البتّ في الأهلية
milestone-decided = إبلاغ النتيجة
milestone-agreement = قبول الاتفاقية
milestone-paid = الدفعة الأولى
turnaround-title = مدة الرد
turnaround-lead = كم ينتظر مقدّمو الطلبات، بأيام العمل في الأماكن المعنية.
turnaround-to-decision = من الإرسال إلى القرار
turnaround-to-money = من الإرسال إلى وصول المال
turnaround-took = الوسيط: { $median }؛ وتسعة من عشرة خلال: { $most }
turnaround-unmeasured = لا قياس بعد
turnaround-measured = المدة حتى كل خطوة
turnaround-step = الخطوة
turnaround-target = الهدف
turnaround-reached = ما تم
turnaround-share = في الموعد
turnaround-median = الوسيط
turnaround-p90 = تسعة من عشرة خلال
turnaround-late = متأخر الآن
turnaround-how = تُحسب الخطوات حتى النتيجة من يوم إرسال الطلب، والاتفاقية والدفع من يوم إبلاغ المنحة. ويوم العمل هو ما تعمل فيه أماكن البرنامج ومكان مقدّم الطلب جميعها.
turnaround-tabs = أي الطلبات
turnaround-all = الكل
turnaround-none = لا طلبات هنا
turnaround-sent = أُرسل
turnaround-clocks = المواعيد
turnaround-days =
    { $n ->
        [zero] بلا يوم عمل
        [one] يوم عمل واحد
        [two] يوما عمل
        [few] { $n } أيام عمل
        [many] { $n } يوم عمل
       *[other] { $n } يوم عمل
    }
turnaround-in-time = { $n } من { $of }
clock-reached =
    { $n ->
        [zero] في اليوم نفسه
        [one] بعد يوم عمل واحد
        [two] بعد يومَي عمل
        [few] بعد { $n } أيام عمل
        [many] بعد { $n } يوم عمل
       *[other] بعد { $n } يوم عمل
    }
clock-reached-late =
    { $n ->
        [zero] متأخر، في اليوم نفسه
        [one] متأخر، بعد يوم عمل واحد
        [two] متأخر، بعد يومَي عمل
        [few] متأخر، بعد { $n } أيام عمل
        [many] متأخر، بعد { $n } يوم عمل
       *[other] متأخر، بعد { $n } يوم عمل
    }
clock-running = الموعد { $day }
clock-late =
    { $n ->
        [zero] متأخر؛ كان الموعد { $day }
        [one] متأخر يوم عمل واحداً؛ كان الموعد { $day }
        [two] متأخر يومَي عمل؛ كان الموعد { $day }
        [few] متأخر { $n } أيام عمل؛ كان الموعد { $day }
        [many] متأخر { $n } يوم عمل؛ كان الموعد { $day }
       *[other] متأخر { $n } يوم عمل؛ كان الموعد { $day }
    }
late-title =
    { $n ->
        [zero] لا طلب متأخر
        [one] طلب واحد متأخر
        [two] طلبان متأخران
        [few] { $n } طلبات متأخرة
        [many] { $n } طلباً متأخراً
       *[other] { $n } طلب متأخر
    }
late-more =
    { $n ->
        [zero] ولا غيرها
        [one] وطلب آخر
        [two] وطلبان آخران
        [few] و{ $n } طلبات أخرى
        [many] و{ $n } طلباً آخر
       *[other] و{ $n } طلب آخر
    }
late-eligible =
    { $n ->
        [zero] كان موعد فحصه { $day }.
        [one] كان موعد فحصه { $day }، قبل يوم عمل واحد.
        [two] كان موعد فحصه { $day }، قبل يومَي عمل.
        [few] كان موعد فحصه { $day }، قبل { $n } أيام عمل.
        [many] كان موعد فحصه { $day }، قبل { $n } يوم عمل.
       *[other] كان موعد فحصه { $day }، قبل { $n } يوم عمل.
    }
late-decided =
    { $n ->
        [zero] كان موعد القرار بشأنه { $day }.
        [one] كان موعد القرار بشأنه { $day }، قبل يوم عمل واحد.
        [two] كان موعد القرار بشأنه { $day }، قبل يومَي عمل.
        [few] كان موعد القرار بشأنه { $day }، قبل { $n } أيام عمل.
        [many] كان موعد القرار بشأنه { $day }، قبل { $n } يوم عمل.
       *[other] كان موعد القرار بشأنه { $day }، قبل { $n } يوم عمل.
    }
late-agreement =
    { $n ->
        [zero] كان موعد قبول اتفاقية منحته { $day }.
        [one] كان موعد قبول اتفاقية منحته { $day }، قبل يوم عمل واحد.
        [two] كان موعد قبول اتفاقية منحته { $day }، قبل يومَي عمل.
        [few] كان موعد قبول اتفاقية منحته { $day }، قبل { $n } أيام عمل.
        [many] كان موعد قبول اتفاقية منحته { $day }، قبل { $n } يوم عمل.
       *[other] كان موعد قبول اتفاقية منحته { $day }، قبل { $n } يوم عمل.
    }
late-paid =
    { $n ->
        [zero] كان موعد دفعته الأولى { $day }.
        [one] كان موعد دفعته الأولى { $day }، قبل يوم عمل واحد.
        [two] كان موعد دفعته الأولى { $day }، قبل يومَي عمل.
        [few] كان موعد دفعته الأولى { $day }، قبل { $n } أيام عمل.
        [many] كان موعد دفعته الأولى { $day }، قبل { $n } يوم عمل.
       *[other] كان موعد دفعته الأولى { $day }، قبل { $n } يوم عمل.
    }
late-review = ينتظر تقييمكم، وقد فات موعد القرار بشأنه.
promise-title = المواعيد والعطل
promise-lead = خلال كم يوم عمل يُوعد مقدّمو الطلبات بكل خطوة، وفي أي أيام لا يعمل أحد.
promise-from-sending = بأيام العمل من يوم الإرسال.
promise-from-award = بأيام العمل من يوم إبلاغ المنحة.
promise-offices = الأماكن التي يعمل فيها البرنامج
promise-offices-hint = يُضاف مكان مقدّم الطلب بحسب مقر منظمته.
promise-holidays = العطل
promise-holidays-hint = عطلة في كل سطر: اليوم، والمكان ({ $codes })، والاسم. وتُحسب عطل نهاية الأسبوع من تلقائها: الجمعة والسبت في إسرائيل وفلسطين، والسبت والأحد في غيرهما. والأيام التي تتبع القمر قد تتقدم أو تتأخر يوماً.
promise-save = حفظ المواعيد والعطل
promise-day = اليوم
promise-place = المكان
promise-name = العطلة
place-il = إسرائيل
place-ps = فلسطين
place-other = مكان آخر
notice-promise-set = تم الحفظ. تُقرأ المواعيد بحسبه من الآن.
error-target = اكتبوا عدداً صحيحاً من { $least } إلى { $most }؛ ولا تُوعد خطوة قبل التي تسبقها.
error-holiday = السطر { $line } ليس عطلة: اكتبوا يوماً ومكاناً واسماً.
error-holiday-twice = السطر { $line } يذكر يوماً موجوداً لمكانه من قبل.
error-holidays-many = السطر { $line } يزيد على عدد العطل الممكن.
