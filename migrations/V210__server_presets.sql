-- How a server is spoken to, as the form that it was added with proposed it: in which header its key goes (empty: as a bearer
-- of Authorization), and the version of the interface where Azure's classic form wants one in the address.
alter table llm_server
    add column preset text not null default 'other',
    add column key_header text not null default '',
    add column api_version text not null default '';

-- Further headers. Their values are sealed as keys are, for the project, the address and the name.
create table llm_header (
    server_id    bigint not null references llm_server on delete cascade,
    name         text   not null,
    sealed_value bytea  not null,
    primary key (server_id, name)
);

-- A test asks about a drawing and not about an image of the project.
alter table llm_request drop constraint llm_request_purpose_check;
alter table llm_request add constraint llm_request_purpose_check
    check (purpose in ('run', 'try', 'stability', 'test'));
