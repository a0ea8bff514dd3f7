-- Why a row has no image, where more is known than that no file fits: its file was rejected, or its id was rounded.
alter table import_row add column missed text;

-- What is wrong with the ids of a table, as its columns are read now: a sentence.
alter table import_table add column ids_problem text;
