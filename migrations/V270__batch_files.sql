-- How many requests of a server go into one batch: as chosen (null: 500), and how many it took of late where that were too many.
alter table llm_server
    add column batch_size integer check (batch_size between 1 and 5000),
    add column batch_bears integer check (batch_bears > 0);

-- By which habits a batch's requests were written, so that a refusal is read against what was sent; and its files at the
-- server that are not deleted yet: they hold images.
alter table llm_batch
    add column habits text[] not null default '{}',
    add column files text[] not null default '{}';

-- What a server said to a line of a batch that it refused. It is judged when the image comes round.
alter table llm_request add column refused_with text;
