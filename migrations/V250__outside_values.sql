-- Answers of a language model that say something outside the codebook.
create index run_item_outside on run_item (run_id, image_id) where detail -> 'outside' is not null;
