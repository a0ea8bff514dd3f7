-- For how long one answer of a server is waited for (null: two minutes), and after how long without any answer a run gives up.
alter table llm_server
    add column patience_minutes integer check (patience_minutes between 1 and 60),
    add column give_up_minutes integer not null default 60 check (give_up_minutes between 1 and 10080);

-- A model on this computer may have to be loaded first, and answers one after another.
update llm_server set patience_minutes = 10 where base_url ~* '^https?://(localhost|127\.|\[::1\])';
