-- The gallery in the order of how sure a coder was.
create index code_sureness on code (coder_id, variable, confidence, image_id) where confidence is not null;
