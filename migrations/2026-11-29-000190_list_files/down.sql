DROP TABLE list_files;
DROP TABLE list_contents;
