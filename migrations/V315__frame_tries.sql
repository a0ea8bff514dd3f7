-- How often the frames of a video were begun to be chosen by the wanted rule: one over which the server fails does not stop
-- the others.
alter table frame_choice add column tries integer not null default 0;
