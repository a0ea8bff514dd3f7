-- A request that failed while its server answered nothing at all: that is nothing against its image.
alter table llm_request add column outage boolean not null default false;
