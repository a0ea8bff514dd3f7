-- An import as it is shown: who sent which files, and how far it has come.
create view import_overview as
select i.id, i.project_id, i.state, i.failure, coalesce(u.name, 'Codeframe') as who,
       (select coalesce(string_agg(p.name, ', ' order by p.id), '')
        from (select id, name from import_part where import_id = i.id order by id limit 4) p) as names,
       i.files,
       (select count(*) from import_item where import_id = i.id) as handled,
       (select count(*) from import_item
        where import_id = i.id and verdict in ('accepted', 'damaged')) as pictures,
       i.created_at, i.finished_at
from import i left join app_user u on u.id = i.created_by;
