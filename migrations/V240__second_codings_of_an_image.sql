-- What an image was coded the second time is asked for image by image, by its page and by the wide table.
create index second_coding_image on second_coding (image_id);
