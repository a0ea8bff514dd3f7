-- A rule that the frames of a video are to be chosen by anew, and why that failed.
alter table frame_choice
    add column wanted  jsonb,
    add column failure text;
create index frame_choice_wanted on frame_choice (image_id) where wanted is not null;
