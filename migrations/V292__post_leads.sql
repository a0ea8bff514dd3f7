-- Posts that are there already get their leads as PostLeads gives them.
update post p set lead_id = n.id
from (select distinct on (post_id) post_id, id
      from image where post_id is not null and parent_id is null
      order by post_id, position nulls last, path, id) n
where p.id = n.post_id and p.lead_id is null;
