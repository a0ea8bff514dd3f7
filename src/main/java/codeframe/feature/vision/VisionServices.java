package codeframe.feature.vision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Where projects ask Google Cloud Vision, and at which price. */
public interface VisionServices {
    @SqlQuery("""
            select project_id, base_url, sealed_key, quiet_until, quiet_reason from vision_service
            where project_id = :project
            """)
    Optional<VisionService> service(long project);

    /** A key stays as it is unless there is a new one; at another address it does not open. */
    @SqlUpdate("""
            insert into vision_service (project_id, base_url, sealed_key) values (:project, :baseUrl, :sealedKey)
            on conflict (project_id) do update
            set base_url = excluded.base_url, quiet_until = default, quiet_reason = default,
                sealed_key = coalesce(excluded.sealed_key, case when vision_service.base_url = excluded.base_url
                                                                then vision_service.sealed_key end)
            """)
    void put(long project, String baseUrl, byte[] sealedKey);

    @SqlUpdate("delete from vision_service where project_id = :project")
    int remove(long project);

    @SqlUpdate("""
            update vision_service set quiet_until = :until, quiet_reason = :reason where project_id = :project
            """)
    void quiet(long project, Instant until, String reason);

    /** The price of a day that somebody typed; empty where nobody did. */
    @SqlQuery("""
            select valid_from, objects, text, labels, '' as source from vision_price
            where project_id = :project and valid_from <= :day
            order by valid_from desc limit 1
            """)
    Optional<VisionPrice> price(long project, LocalDate day);

    @SqlQuery("""
            select valid_from, objects, text, labels, '' as source from vision_price
            where project_id = :project order by valid_from desc
            """)
    List<VisionPrice> prices(long project);

    @SqlUpdate("""
            insert into vision_price (project_id, valid_from, objects, text, labels)
            values (:project, :price.validFrom, :price.objects, :price.text, :price.labels)
            on conflict (project_id, valid_from) do update
            set objects = excluded.objects, text = excluded.text, labels = excluded.labels
            """)
    void putPrice(long project, @BindMethods("price") VisionPrice price);

    /** Units that the project used since a moment, by feature. */
    record Used(long objects, long text, long labels) {}

    @SqlQuery("""
            select coalesce(sum(objects), 0) as objects, coalesce(sum(text), 0) as text, coalesce(sum(labels), 0) as labels
            from vision_request
            where project_id = :project and sent_at >= :since and state <> 'failed'
            """)
    Used used(long project, Instant since);

    /** What the project paid in all, and for how many requests nobody knows the end. */
    record Paid(BigDecimal dollars, long requests, long lost) {}

    @SqlQuery("""
            select coalesce(sum(cost), 0) as dollars, count(*) as requests, count(*) filter (where state = 'lost') as lost
            from vision_request where project_id = :project
            """)
    Paid paid(long project);
}
