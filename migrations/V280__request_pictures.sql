-- How many pictures a request sends: none where a model is told of an image in words alone, several where others of its
-- post are sent along.
alter table llm_request add column pictures smallint not null default 1;
update llm_request set pictures = 0 where told is not null;
