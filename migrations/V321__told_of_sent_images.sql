-- When an image is removed, what models were told of a post that it was sent with goes too, however many requests there are.
create index llm_request_sent on llm_request using gin (sent_images) where sent_images is not null;
