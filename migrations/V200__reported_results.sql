-- Results that an owner put into the methods section's appendix: the address of each, as its page has it.
create table reported_results (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    address    text        not null check (length(address) between 1 and 2000),
    chosen_by  bigint references app_user on delete set null,
    chosen_at  timestamptz not null default now(),
    unique (project_id, address)
);
create index reported_results_chosen_by on reported_results (chosen_by);
