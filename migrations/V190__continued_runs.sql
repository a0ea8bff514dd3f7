-- When a run was last continued, or images of it were opened again: what a server left unanswered before that is over.
alter table run add column continued_at timestamptz;
