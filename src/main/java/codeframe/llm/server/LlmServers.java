package codeframe.llm.server;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The servers of projects. A key leaves here sealed, and only towards the one that sends requests. */
public interface LlmServers {
    @SqlQuery("""
            select id, project_id, preset, name, base_url, sealed_key is not null as has_key, key_header, api_version,
                   in_flight, requests_per_minute, tokens_per_minute, patience_minutes, give_up_minutes,
                   batch_size, batch_bears
            from llm_server
            where project_id = :project and removed_at is null
            order by lower(name)
            """)
    List<LlmServer> servers(long project);

    @SqlQuery("""
            select id, project_id, preset, name, base_url, sealed_key is not null as has_key, key_header, api_version,
                   in_flight, requests_per_minute, tokens_per_minute, patience_minutes, give_up_minutes,
                   batch_size, batch_bears
            from llm_server
            where project_id = :project and id = :server and removed_at is null
            """)
    Optional<LlmServer> server(long project, long server);

    /** Of a removed one too. */
    @SqlQuery(
            "select name || case when removed_at is null then '' else ' (removed)' end from llm_server where id = :server")
    Optional<String> anyName(long server);

    /** A key, or the value of a header: {@code header} is null for a key. */
    record Sealed(long projectId, String baseUrl, String header, byte[] sealed) {}

    /** Of all projects. */
    @SqlQuery("""
            select project_id, base_url, null as header, sealed_key as sealed from llm_server
            where sealed_key is not null
            union all
            select s.project_id, s.base_url, h.name, h.sealed_value from llm_header h join llm_server s on s.id = h.server_id
            union all
            select project_id, base_url, null, sealed_key from vision_service where sealed_key is not null
            """)
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
            insert into llm_server (project_id, preset, name, base_url, sealed_key, key_header, api_version, in_flight,
                                    requests_per_minute, tokens_per_minute, patience_minutes, give_up_minutes, batch_size,
                                    created_by)
            values (:project, :preset, :name, :baseUrl, :sealedKey, :keyHeader, :apiVersion, :inFlight,
                    :requestsPerMinute, :tokensPerMinute, :patienceMinutes, :giveUpMinutes, :batchSize, :user)
            returning id
            """)
    long add(long project, @BindMethods ServerSettings settings, byte[] sealedKey, long user);

    /**
     * The key stays as it is unless there is a new one or it is to be forgotten; so does the kind of server. Which batches it
     * takes is found out anew.
     */
    @SqlUpdate("""
            update llm_server
            set name = :name, base_url = :baseUrl, key_header = :keyHeader, api_version = :apiVersion,
                in_flight = :inFlight, requests_per_minute = :requestsPerMinute, tokens_per_minute = :tokensPerMinute,
                patience_minutes = :patienceMinutes, give_up_minutes = :giveUpMinutes,
                batch_size = :batchSize, batch_bears = null,
                sealed_key = case when :forgetKey then null else coalesce(:sealedKey, sealed_key) end
            where project_id = :project and id = :server and removed_at is null
            """)
    int change(long project, long server, @BindMethods ServerSettings settings, byte[] sealedKey, boolean forgetKey);

    record SealedHeader(String name, byte[] sealedValue) {}

    @SqlQuery("""
            select h.name, h.sealed_value
            from llm_header h join llm_server s on s.id = h.server_id
            where s.project_id = :project and s.id = :server
            order by h.name
            """)
    List<SealedHeader> headers(long project, long server);

    @SqlUpdate("""
            insert into llm_header (server_id, name, sealed_value)
            select id, :name, :sealedValue from llm_server where project_id = :project and id = :server
            on conflict (server_id, name) do update set sealed_value = excluded.sealed_value
            """)
    void putHeader(long project, long server, String name, byte[] sealedValue);

    /** All but these. */
    @SqlUpdate("""
            delete from llm_header
            where server_id = (select id from llm_server where project_id = :project and id = :server)
              and not name = any(:names)
            """)
    void keepHeaders(long project, long server, List<String> names);

    /** Its key and headers are gone with it; its name stays in the ledger. */
    @SqlUpdate("""
            with gone as (
                update llm_server set removed_at = now(), sealed_key = null
                where project_id = :project and id = :server and removed_at is null
                returning id)
            delete from llm_header where server_id in (select id from gone)
            """)
    void remove(long project, long server);

    @SqlQuery("select images_may_leave from project where id = :project")
    boolean imagesMayLeave(long project);

    @SqlUpdate("update project set images_may_leave = :may where id = :project and images_may_leave <> :may")
    int letImagesLeave(long project, boolean may);
}
