package codeframe.administration;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is in the database as a whole, and how large it is. */
public interface Installation {
    /** {@code owners} is empty where nobody owns it; {@code lastEventAt} is null where nothing happened yet. */
    record ProjectSize(
            long id,
            String name,
            String owners,
            long people,
            long images,
            long bytes,
            long runs,
            Instant createdAt,
            Instant lastEventAt) {}

    /** An image that several projects have is counted in each; its bytes are kept once. */
    @SqlQuery("""
            select p.id, p.name, p.created_at,
                   (select coalesce(string_agg(u.name, ', ' order by lower(u.name)), '')
                    from member m join app_user u on u.id = m.user_id
                    where m.project_id = p.id and m.role = 'owner') as owners,
                   (select count(*) from member where project_id = p.id) as people,
                   coalesce(i.images, 0) as images,
                   coalesce(i.bytes, 0) as bytes,
                   (select count(*) from run where project_id = p.id) as runs,
                   (select max(at) from event where project_id = p.id) as last_event_at
            from project p
            left join (
                select i.project_id, count(*) filter (where i.parent_id is null) as images, sum(b.size) as bytes
                from image i join blob b on b.sha256 = i.sha256
                group by i.project_id) i on i.project_id = p.id
            order by bytes desc, p.id
            limit :limit
            """)
    List<ProjectSize> projects(int limit);

    record DatabaseFacts(
            String version,
            String schema,
            long migrations,
            long bytes,
            int connections,
            int mostConnections,
            long projects,
            long images,
            long accounts) {}

    @SqlQuery("""
            select current_setting('server_version') as version,
                   (select max(cast(version as integer)) from flyway_schema_history where success) as schema,
                   (select count(*) from flyway_schema_history where success) as migrations,
                   pg_database_size(current_database()) as bytes,
                   (select count(*) from pg_stat_activity where datname = current_database()) as connections,
                   cast(current_setting('max_connections') as integer) as most_connections,
                   (select count(*) from project) as projects,
                   (select count(*) from image where parent_id is null) as images,
                   (select count(*) from app_user) as accounts
            """)
    DatabaseFacts database();

    record TableSize(String name, long bytes, long rows) {}

    /** The rows are an estimate of PostgreSQL's. */
    @SqlQuery("""
            select c.relname as name, pg_total_relation_size(c.oid) as bytes,
                   cast(greatest(c.reltuples, s.n_live_tup, 0) as bigint) as rows
            from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
            where c.relkind = 'r' and c.relnamespace = cast('public' as regnamespace)
            order by bytes desc, c.relname
            limit :limit
            """)
    List<TableSize> tables(int limit);
}
