-- Who answered, as the server signs its replies, and how much of the output was reasoning.
alter table llm_request add column answered_by text;
alter table llm_request add column fingerprint text;
alter table llm_request add column reasoning_tokens integer;

-- Every signature under the answers of a run, since when: more than one where the model changed midway.
create table llm_signature (
    run_id      bigint      not null references run on delete cascade,
    model       text        not null,
    fingerprint text        not null default '',
    since       timestamptz not null,
    primary key (run_id, model, fingerprint)
);
