-- What a coder watched of the video that was coded: for how long it played, and how much of it was seen at least once.
alter table coding
    add column watched_seconds real check (watched_seconds >= 0),
    add column watched_share   real check (watched_share between 0 and 1);
alter table second_coding
    add column watched_seconds real check (watched_seconds >= 0),
    add column watched_share   real check (watched_share between 0 and 1);
