-- Features that this server makes itself: the text in images, read by Tesseract. A source is then a run that goes on in the
-- background, stops and continues.
alter table feature_source drop constraint feature_source_origin_check;
alter table feature_source add constraint feature_source_origin_check check (origin in ('import', 'ocr'));
alter table feature_source add column state text not null default 'done'
    check (state in ('running', 'stopped', 'done', 'failed'));
alter table feature_source add column settings jsonb not null default '{}';
alter table feature_source add column failure text;

-- Images that a run has not come to yet; one that is claimed and comes to nothing is claimed again after a while.
create table feature_waiting (
    source_id  bigint not null references feature_source on delete cascade,
    image_id   bigint not null references image on delete cascade,
    claimed_at timestamptz,
    primary key (source_id, image_id)
);
create index feature_waiting_image on feature_waiting (image_id);
