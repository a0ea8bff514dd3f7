-- Transcripts that servers write: a video without a sound track, and one whose track is silent, have outcomes of their own.
alter table feature drop constraint feature_outcome_check;
alter table feature add constraint feature_outcome_check
    check (outcome in ('done', 'empty', 'silent', 'no_audio', 'refused', 'error', 'unreadable'));

-- What such a request is about, how many seconds of sound it is charged for, and by which price of a minute.
alter table llm_request drop constraint llm_request_purpose_check;
alter table llm_request add constraint llm_request_purpose_check
    check (purpose in ('run', 'try', 'stability', 'test', 'transcript'));
alter table llm_request add column source_id bigint references feature_source on delete set null;
alter table llm_request add column sound_seconds integer;
alter table llm_request add column minute_price numeric;
create index llm_request_source on llm_request (source_id, image_id) where source_id is not null;
