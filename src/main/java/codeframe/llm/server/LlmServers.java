package codeframe.llm.server;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The servers of projects. A key leaves here sealed, and only towards the one that sends requests. */
public interface LlmServers {
    @SqlQuery("""
            select id, project_id, name, base_url, sealed_key is not null as has_key, in_flight, requests_per_minute,
                   tokens_per_minute
            from llm_server
            where project_id = :project and removed_at is null
            order by lower(name)
            """)
    List<LlmServer> servers(long project);

    @SqlQuery("""
            select id, project_id, name, base_url, sealed_key is not null as has_key, in_flight, requests_per_minute,
                   tokens_per_minute
            from llm_server
            where project_id = :project and id = :server and removed_at is null
            """)
    Optional<LlmServer> server(long project, long server);

    /** Of a removed one too. */
    @SqlQuery(
            "select name || case when removed_at is null then '' else ' (removed)' end from llm_server where id = :server")
    Optional<String> anyName(long server);

    record Sealed(long projectId, String baseUrl, byte[] sealedKey) {}

    /** Of all projects, of removed servers too. */
    @SqlQuery("select project_id, base_url, sealed_key from llm_server where sealed_key is not null")
    List<Sealed> allSealed();

    @SqlQuery("select sealed_key from llm_server where project_id = :project and id = :server")
    Optional<byte[]> sealedKey(long project, long server);

    @SqlQuery("""
            select exists (
                select 1 from llm_server
                where project_id = :project and lower(name) = lower(:name) and id <> :except and removed_at is null)
            """)
    boolean nameTaken(long project, String name, long except);

    @SqlQuery("""
            insert into llm_server (project_id, name, base_url, sealed_key, in_flight, requests_per_minute,
                                    tokens_per_minute, created_by)
            values (:project, :name, :baseUrl, :sealedKey, :inFlight, :requestsPerMinute, :tokensPerMinute, :user)
            returning id
            """)
    long add(
            long project,
            String name,
            String baseUrl,
            byte[] sealedKey,
            int inFlight,
            Integer requestsPerMinute,
            Integer tokensPerMinute,
            long user);

    /** The key stays as it is unless there is a new one or it is to be forgotten. */
    @SqlUpdate("""
            update llm_server
            set name = :name, base_url = :baseUrl, in_flight = :inFlight, requests_per_minute = :requestsPerMinute,
                tokens_per_minute = :tokensPerMinute,
                sealed_key = case when :forgetKey then null else coalesce(:sealedKey, sealed_key) end
            where project_id = :project and id = :server and removed_at is null
            """)
    int change(
            long project,
            long server,
            String name,
            String baseUrl,
            byte[] sealedKey,
            boolean forgetKey,
            int inFlight,
            Integer requestsPerMinute,
            Integer tokensPerMinute);

    /** Its key is gone with it; its name stays in the ledger. */
    @SqlUpdate("""
            update llm_server set removed_at = now(), sealed_key = null
            where project_id = :project and id = :server and removed_at is null
            """)
    int remove(long project, long server);

    @SqlQuery("select images_may_leave from project where id = :project")
    boolean imagesMayLeave(long project);

    @SqlUpdate("update project set images_may_leave = :may where id = :project and images_may_leave <> :may")
    int letImagesLeave(long project, boolean may);
}
