-- How often a worker claimed the image and never came back: a program that dies of an image would die of it for ever.
alter table run_item add column lost_claims integer not null default 0;
