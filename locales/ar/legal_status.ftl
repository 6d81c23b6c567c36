# الوضع القانوني: وثائق المنظمات، وما يُطلب منها، وما تنتهي صلاحيته.
standing-no-form = بلا شكل قانوني خاص بها
standing-told-verified = كل ما يشترطه البرنامج موثَّق وساري المفعول. ولا تحتاج المنحة إلى استثناء.
standing-told-not-verified = شيء مما يشترطه البرنامج غير سليم أو انتهت صلاحيته. تحتاج المنحة إلى استثناء، ما لم يقف وراءها راعٍ مالي موثَّق.
standing-told-open = شيء مما يشترطه البرنامج لم يصل بعد أو لم يُفحص. وإلى أن يتم ذلك تحتاج المنحة إلى استثناء، ما لم يقف وراءها راعٍ مالي موثَّق.
standing-told-no-form = لا يمكن توثيق وثائقها هي. تحتاج المنحة إلى راعٍ مالي وثائقه موثَّقة، أو إلى استثناء.
standing-asked-by = الوثائق كما يطلبها
standing-papers = الوثائق
standing-paper = الوثيقة
standing-need = مطلوبة
standing-state = الحالة
standing-by = اطّلع عليها
standing-others = تسجيل نوع آخر من الوثائق
standing-all-papers = كل الوثائق
standing-sponsors = الرعاة الماليون وراء طلباتها
standing-sponsor-papers = وثائق الراعي
paper-registration = شهادة التسجيل
paper-statutes = النظام الأساسي
paper-accounts = آخر الحسابات
paper-board = قائمة مجلس الإدارة بالأسماء والمناصب
paper-bank = كتاب من البنك
paper-proper-management = شهادة الإدارة السليمة (نيهول تكين)
paper-submitted-papers = تأكيد تقديم المستندات
paper-donations = قائمة التبرعات الكبيرة
paper-foreign-donations = تبرعات من دول أجنبية
paper-safeguarding = سياسة الحماية من الأذى
paper-anti-fraud = سياسة مكافحة الاحتيال والمشتريات
paper-sanctions = إقرار بشأن العقوبات
paper-missing = ناقصة
paper-expired = انتهت صلاحيتها
paper-expires-soon = تنتهي قريباً
paper-issued = تاريخ الإصدار
paper-expires = سارية حتى
paper-seen = أين رأيتموها؟
paper-lead = يبقى كل اطلاع مسجّلاً، والأخير هو المعتمد. لا يظهر شيء من ذلك للمنظمة أبداً.
paper-none = لم يُسجَّل شيء بعد.
paper-record = تسجيل اطلاع
paper-save = تسجيل
notice-paper-recorded = سُجّلت الوثيقة.
seen-paper = على الورق، أو نسخة وصلت بطريق آخر
seen-register = في السجل العام
seen-file = الملف { $name }
seen-file-elsewhere = ملف من طلب سابق
need-not-asked = غير مطلوبة
need-asked = مطلوبة
need-needed = شرط للمنحة
needs-title = الوثائق
needs-open = عرض الوثائق
needs-list-lead = ما يُطلب من المنظمات بحسب الشكل القانوني. ومن دون ما هو شرط، تحتاج المنحة إلى استثناء.
needs-lead = ما هو شرط يجب أن يكون موثَّقاً وسارياً عند اتخاذ القرار. والباقي قائمة للاسترشاد.
needs-sponsor-only = لا تُعتمد إلا وثائق راعٍ مالي
needs-save = حفظ
notice-needs-set = حُفظت الوثائق المطلوبة.
pathway-title = المال القادم من الولايات المتحدة
pathway-lead = للتوثيق فقط، وليس مشورة قانونية. يبقى كل تسجيل، والأخير هو المعتمد.
pathway-none = لم يُسجَّل أي مسار بعد.
pathway-record = تسجيل المسار
pathway-way = بأي مسار يمكن أن يصل إلى المنظمة؟
pathway-held = ماذا يوجد في الملف؟
pathway-held-hint = الأربعة الأولى تخص قرار المعادلة، والبقية تخص مسؤولية الإنفاق.
pathway-note = لماذا، ومن يقول ذلك
pathway-note-hint = مثل المستشار القانوني والتاريخ. لا يظهر ذلك للمنظمة أبداً.
pathway-save = تسجيل
pathway-not-us-money = ليس مالاً من الولايات المتحدة
pathway-ed = قرار معادلة
pathway-er = مسؤولية الإنفاق
pathway-fiscal-sponsor = عن طريق راعٍ مالي
pathway-affidavit = إفادة خطية من المنظمة
pathway-founding-documents = وثائق التأسيس
pathway-purposes = الأهداف والأنشطة السابقة والحالية بالإنجليزية
pathway-determination = قرار خطي بحسن نية
pathway-inquiry = تحرٍّ قبل المنحة
pathway-agreement = اتفاق خطي يحدد أوجه الاستخدام
pathway-separate-accounting = حسابات منفصلة
pathway-grantee-reports = تقارير المنظمة
pathway-tax-report = تقرير إلى سلطة الضرائب (990-PF)
pathway-item-held = في الملف
pathway-item-missing = لم يصل بعد
pathway-earlier =
    { $n ->
        [zero] لا تسجيلات سابقة.
        [one] تسجيل سابق واحد محفوظ.
        [two] تسجيلان سابقان محفوظان.
        [few] { $n } تسجيلات سابقة محفوظة.
        [many] { $n } تسجيلاً سابقاً محفوظاً.
       *[other] { $n } تسجيل سابق محفوظ.
    }
notice-pathway-recorded = سُجّل المسار.
error-pathway-items = بعض هذا يخص مساراً آخر.
error-day-to-come = هذا اليوم لم يأتِ بعد.
error-expires-before-issue = لا يمكن أن تنتهي صلاحيتها قبل إصدارها.
stale-no-legal-form = ليس لهذه المنظمة شكل قانوني خاص بها، ولم يوافق أي راعٍ مالي.
expiring-title = وثائق تنتهي صلاحيتها
expiring-lead = وثائق موثَّقة انتهت صلاحيتها أو تنتهي قريباً، والأقرب انتهاءً أولاً.
expiring-tabs = إلى أي مدى
expiring-within =
    { $n ->
        [zero] اليوم
        [one] خلال يوم واحد
        [two] خلال يومين
        [few] خلال { $n } أيام
        [many] خلال { $n } يوماً
       *[other] خلال { $n } يوم
    }
expiring-empty = لا شيء تنتهي صلاحيته في هذه المدة
error-needs-none = اختاروا «شرط للمنحة» لوثيقة واحدة على الأقل: من دونها لا يمكن توثيق شيء، وتحتاج كل منحة إلى استثناء.
mail-expiring-subject = وثائق منظمات تنتهي صلاحيتها
mail-expiring-expired =
    { $n ->
        [zero] لم تنتهِ صلاحية أي وثيقة موثَّقة.
        [one] انتهت صلاحية وثيقة موثَّقة واحدة.
        [two] انتهت صلاحية وثيقتين موثَّقتين.
        [few] انتهت صلاحية { $n } وثائق موثَّقة.
        [many] انتهت صلاحية { $n } وثيقة موثَّقة.
       *[other] انتهت صلاحية { $n } وثيقة موثَّقة.
    }
mail-expiring-soon =
    { $n ->
        [zero] ولا شيء ينتهي خلال 60 يوماً.
        [one] وتنتهي صلاحية وثيقة واحدة خلال 60 يوماً.
        [two] وتنتهي صلاحية وثيقتين خلال 60 يوماً.
        [few] وتنتهي صلاحية { $n } وثائق خلال 60 يوماً.
        [many] وتنتهي صلاحية { $n } وثيقة خلال 60 يوماً.
       *[other] وتنتهي صلاحية { $n } وثيقة خلال 60 يوماً.
    }
mail-expiring-link = اطّلعوا عليها هنا: { $link }
review-verified-papers = وثائق وثّقها فريق البرنامج
review-paper-until = { $paper }، سارية حتى { $day }
review-paper-expired = { $paper }، انتهت صلاحيتها في { $day }
