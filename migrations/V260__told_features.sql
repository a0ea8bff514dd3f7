-- What a model was told of an image in words, where the image itself is not sent.
alter table llm_request add column told text;
