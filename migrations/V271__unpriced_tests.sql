-- Tests made before their model had a price: booked when it is typed, and told as unpriced until then.
alter table llm_request add column unpriced boolean not null default false;
