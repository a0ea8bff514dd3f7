-- Which images a request sent, in their order, where it sent others than the one it is about: pictures of a post, frames of
-- a video. Numbers alone, which say nothing any more once an image is removed.
alter table llm_request add column sent_images bigint[];
