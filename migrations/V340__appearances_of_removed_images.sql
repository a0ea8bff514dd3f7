-- The further posts that had shown an image which was taken out, so that their pages say so, too.
create table removed_appearance (
    image_id bigint not null references removed_image on delete cascade,
    post_id  bigint not null references post on delete cascade,
    primary key (image_id, post_id)
);
create index removed_appearance_post on removed_appearance (post_id);
