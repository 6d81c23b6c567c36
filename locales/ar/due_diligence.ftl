# العناية الواجبة بحسب المبلغ، والمخاوف.
diligence-title = العناية الواجبة
diligence-list = ما يتطلبه المبلغ
diligence-asked = المطلوب
diligence-what = ما أُنجز
diligence-up-to = حتى { $amount }
diligence-above = أكثر من { $amount }
diligence-any-amount = أي مبلغ
diligence-all-done = أُنجز كل شيء.
diligence-open =
    { $n ->
        [zero] لا شيء مفتوح.
        [one] بند واحد مفتوح.
        [two] بندان مفتوحان.
        [few] { $n } بنود مفتوحة.
        [many] { $n } بنداً مفتوحاً.
       *[other] { $n } بند مفتوح.
    }
diligence-lifted = درجة أعلى بسبب مصدر قلق
diligence-papers = الوثائق المشروطة موثَّقة
diligence-referees =
    { $n ->
        [zero] لا حاجة إلى معرِّفين
        [one] أجاب معرِّف واحد
        [two] أجاب معرِّفان
        [few] أجاب { $n } معرِّفين
        [many] أجاب { $n } معرِّفاً
       *[other] أجاب { $n } معرِّف
    }
diligence-missing = مفتوح
diligence-once = أُنجز مرة؛ ويلزم شخص ثانٍ
diligence-done = أُنجز
diligence-bad = غير سليم
diligence-second = راجعه أيضاً { $who }، { $when }
diligence-look-again = راجعتُه أيضاً وأوافق
diligence-step-lead = يبقى كل تسجيل، والأخير هو المعتمد. لا يظهر للمنظمة ولا للمقيّمين أبداً.
diligence-note-hint = مثل ماذا وأين ومتى. لا يظهر ذلك للمنظمة أبداً.
diligence-screened = قورنت الأسماء { $when }
stale-step-screened = لهذا البرنامج قوائم معتمدة، فتُقرأ نتيجة فحصها هنا.
step-list-screening = مطابقة الأسماء مع قوائم المراقبة
step-accounts = قراءة الحسابات
step-bank = تأكيد الحساب البنكي
step-visit = زيارة أو حديث مطوّل
notice-looked-again = سُجّلت مراجعتكم.
stale-second-look = سبق أن راجع ذلك شخص ثانٍ.
denied-own-step = أنتم من أنجز هذه الخطوة، فلا بد أن يراجعها شخص آخر من الإدارة.
concerns-title = مصادر القلق
concerns-none = لم يُثر أحد أي قلق.
concern-open = مفتوح
concern-closed = عولج
concern-line = من { $who } إلى { $to }، { $when }
concern-line-team = من { $who } إلى جميع المديرين الذين يحق لهم رؤيته، { $when }
concern-resolved = عالجه { $who }، { $when }
concern-words = ما مصدر القلق؟
concern-words-hint = لا يظهر للمنظمة ولا للمقيّمين أبداً.
concern-to = من ينظر فيه؟
concern-team = جميع المديرين الذين يحق لهم رؤيته
concern-lifts = يتطلب درجة أعلى إلى أن يُعالج
concern-raise = إثارة قلق
concern-send = إثارته
concern-resolution = كيف عولج؟
concern-resolve = معالجة
notice-concern-raised = أُثير القلق.
notice-concern-resolved = عولج القلق.
stale-concern = سبق أن عولج هذا القلق.
mail-concern-subject = قلق أُحيل إليكم
mail-concern-body =
    أحال إليكم أحدهم قلقاً بشأن طلب.

    اقرأوه هنا: { $link }
tiers-title = العناية الواجبة بحسب المبلغ
tiers-open = عرض الدرجات
tiers-lead = يقع الطلب في أول درجة تتسع لمبلغه، وقد يرفعه قلق مفتوح درجة واحدة. والدرجة الأخيرة بلا حد.
tier-row = الدرجة { $n }
tier-upper = حتى
tier-upper-hint = اتركوه فارغاً في الدرجة الأخيرة.
tier-asks = المطلوب
tier-referees = عدد المعرِّفين الذين يجيبون
tier-second = شخص ثانٍ يراجع كل خطوة
notice-tiers-set = حُفظت الدرجات.
error-tier-order = يجب أن يكون هذا أكثر مما في الدرجة السابقة.
error-tier-last = الدرجة الأخيرة بلا حد، لكي تكون لكل مبلغ درجة.
error-tier-referees = اكتبوا عدداً صحيحاً لا يزيد على { $most }.

# المعرِّفون.
referees-title = المعرِّفون
referees-lead = يجيبون بسرية عن طريق رابط يعرض اسم المنظمة والسؤال. لا يظهر ذلك للمنظمة ولا للمقيّمين أبداً.
referees-none = لم يُسأل أحد بعد.
referee-name = الاسم
referee-language = لغة الرسالة
referee-named = المذكورون في الطلب
referee-named-agreed = أُعطيت الموافقة على السؤال
referee-named-not-agreed = لم تُعطَ الموافقة على السؤال
referee-named-ask = تعبئة النموذج أدناه
referee-ask = سؤال معرِّف
referee-ask-send = إرسال الرسالة
referee-asked = سُئل
referee-expired = انتهت صلاحية الرابط
referee-answered = أجاب
referee-withdrawn = سُحب السؤال
referee-resend = إرسال رابط آخر
referee-withdraw = سحب السؤال
referee-recommends = يوصي بمنحة
referee-with-reservations = يوصي بها مع تحفظات
referee-advises-against = ينصح بعدم منحها
referee-cannot-say = لا يستطيع القول
referee-answer-title = سؤال سري عن
referee-answer-lead = ذُكر اسمكم بوصفكم ممن يعرفون هذه المنظمة. يقرأ جوابكم فريق البرنامج وحده، ولا تقرأه المنظمة ولا المقيّمون أبداً. يمكنكم الإجابة مرة واحدة.
referee-answer = ماذا تعرفون عن المنظمة وعملها والعاملين فيها، ومنذ متى، وهل هناك ما ينبغي أن تعرفه جهة مانحة؟
referee-answer-hint = بأي لغة. واذكروا إن كانت تربطكم بالمنظمة صلة.
referee-advice = هل توصون بمنحة لها؟
referee-send = إرسال الجواب
notice-referee-asked = الرسالة في طريقها.
notice-referee-withdrawn = سُحب السؤال، ولم يعد الرابط يعمل.
notice-referee-answered = شكراً لكم. وصل جوابكم إلى فريق البرنامج.
stale-referee = أُجيب عن هذا السؤال أو سُحب.
mail-referee-subject = سؤال سري
mail-referee-body =
    ذُكر اسمكم بوصفكم ممن يعرفون منظمة نعمل معها. هل تجيبون عن سؤال قصير بسرية؟

    يعمل الرابط مرة واحدة، لثلاثة أسابيع: { $link }
decision-concerns =
    { $n ->
        [zero] لا مصادر قلق من دون حل.
        [one] هناك مصدر قلق واحد من دون حل.
        [two] هناك مصدرا قلق من دون حل.
        [few] هناك { $n } مصادر قلق من دون حل.
        [many] هناك { $n } مصدر قلق من دون حل.
       *[other] هناك { $n } مصدر قلق من دون حل.
    }
decision-went-ahead = ذكر { $name } سبب المضي في المنحة مع بقاء أمور مفتوحة، { $when }:
decision-go-ahead = لماذا يُمضى فيها مع أن العناية الواجبة لم تكتمل؟
decision-go-ahead-hint = يطلب البرنامج أكثر مما أُنجز. يُحفظ السبب مع القرار ولا يُعرض على المنظمة أبدًا.
