# الطلبات كما يكتبها مقدّموها ويرسلونها ويتابعونها.
answer-yes = نعم
answer-no = لا
answer-declared = تم التأكيد
