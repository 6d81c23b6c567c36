# בקשות: הכתיבה, השליחה והמעקב מצד המגישים.
answer-yes = כן
answer-no = לא
answer-declared = אושר
