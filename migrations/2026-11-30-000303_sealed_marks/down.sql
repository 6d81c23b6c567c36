DROP TABLE sealed_marks;
