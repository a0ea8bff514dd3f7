-- How often stored answers of a run were read again, which changes its codes without another start.
alter table run add column readings integer not null default 0;
