DROP TABLE meeting_absences;
DROP TABLE meeting_turns;
DROP TABLE meeting_items;
DROP TABLE meetings;
