-- What a variable is asked of, by a version of the codebook, 0 for the newest that has it.
create function variable_unit(in_project bigint, in_variable text, in_version bigint) returns text
    language sql stable
as $$
    select coalesce(
        (select coalesce(x.variable ->> 'unit', 'image')
         from codebook_version v
         cross join lateral jsonb_array_elements(v.content -> 'variables') as x(variable)
         where v.project_id = in_project and v.number is not null and (in_version = 0 or v.number = in_version)
           and x.variable ->> 'key' = in_variable
         order by v.number desc limit 1),
        'image')
$$;
