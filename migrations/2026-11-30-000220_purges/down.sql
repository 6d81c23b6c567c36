DROP TABLE doomed_files;
DROP TABLE erasures;
DROP TABLE purges;
