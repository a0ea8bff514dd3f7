-- A sample whose facts are final and may be seen: its coding is closed and, of a test, the seal is broken.
create view closed_sample as
select s.id, s.project_id
from sample s
where s.closed_at is not null and (s.purpose <> 'test' or s.opened_at is not null);

-- Images of samples that are still coded: what machines and imports say of them is shown to nobody in a report, for
-- whoever codes them could find it there.
create view open_image as
select distinct s.project_id, i.image_id
from sample s
join sample_image i on i.sample_id = s.id
where s.closed_at is null;

-- The samples that a project's reports rest on, where an owner chose them; without a row they are proposed from facts.
create table report_basis (
    project_id bigint      not null references project on delete cascade,
    rests      text        not null check (rests in ('reliability', 'gold')),
    sample_id  bigint      not null,
    chosen_by  bigint references app_user on delete set null,
    chosen_at  timestamptz not null default now(),
    primary key (project_id, rests, sample_id),
    foreign key (sample_id, project_id) references sample (id, project_id) on delete cascade
);
create index report_basis_sample on report_basis (sample_id, project_id);
create index report_basis_chosen_by on report_basis (chosen_by);
