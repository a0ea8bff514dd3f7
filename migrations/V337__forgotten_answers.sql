-- Of a request whose answer went with a removed picture: it is no answer any more that a run may go on with or read again.
alter table llm_request add column forgotten boolean not null default false;

update llm_request q set forgotten = true
where (q.image_id is null and q.purpose <> 'test')
   or exists (select from unnest(q.sent_images) as sent(image) where not exists (select from image i where i.id = sent.image));
-- Also what came about them after the removal.
update llm_request
set told = null, answer = null, refusal = null, refused_with = null, logprobs = null
where forgotten and num_nonnulls(told, answer, refusal, refused_with, logprobs) > 0;

-- Of other images of their posts it stands with the image too.
update run_item i
set detail = nullif(i.detail - array['answers', 'mistakes', 'outside'], '{}'), objection = null,
    error = case when i.error is not null and i.detail -> 'answers' is not null
                 then 'What the model said went with a picture that was removed since.' else i.error end
where (i.run_id, i.image_id) in (select run_id, image_id from llm_request where forgotten and state = 'answered');
