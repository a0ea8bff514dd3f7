package codeframe.coding.screen;

import codeframe.db.Json;
import codeframe.image.RemovedImages;
import codeframe.image.UnitPictures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Images of a sample as one coder sees them: with what they said themselves, and nobody else. */
public interface CodingItems extends RemovedImages, UnitPictures {
    /** {@code note} and everything after it is null until the coder has decided. */
    record Row(
            long image,
            UUID turn,
            int width,
            int height,
            String path,
            String account,
            Instant postedAt,
            String post,
            String text,
            String url,
            List<String> columns,
            List<String> cells,
            Integer number,
            String note,
            Boolean flagged,
            Json codes) {}

    /** Of an image that came again, what was said the first time is not there any more. */
    String OF_A_CODER = """
            select i.id as image,
                   md5(concat_ws(' ', s.turn_key, a.coder_id, a.image_id, z.image_id is not null))::uuid as turn,
                   b.width, b.height, i.path, i.account, i.posted_at, p.external_id as post, p.text, p.url,
                   coalesce(t.columns, '{}') as columns, coalesce(r.cells, '{}') as cells,
                   v.number, coalesce(z.note, k.note) as note, coalesce(z.flagged, k.flagged) as flagged,
                   case when z.image_id is not null then z.codes else (
                       select jsonb_agg(jsonb_build_object('variable', c.variable, 'value', c.value, 'state', c.state))
                       from code c where c.coding_id = k.id) end as codes
            from assignment a
            join sample s on s.id = a.sample_id
            join image i on i.id = a.image_id
            join blob b on b.sha256 = i.sha256
            left join post p on p.id = i.post_id
            left join import_row r on r.id = i.row_id
            left join import_table t on t.id = r.table_id
            left join second_coding z
              on z.sample_id = a.sample_id and z.coder_id = a.coder_id and z.image_id = a.image_id
            left join coding k on k.sample_id = a.sample_id and k.coder_id = a.coder_id and k.image_id = a.image_id
            left join codebook_version v on v.id = case when z.image_id is null then k.codebook_version_id
                                                    else z.codebook_version_id end
            where a.sample_id = :sample and a.coder_id = :coder
            """;

    /** In the order of the list. */
    @SqlQuery(OF_A_CODER + " and a.image_id = any(:images) order by array_position(:images, a.image_id)")
    List<Row> rows(long sample, long coder, List<Long> images);

    @SqlQuery(OF_A_CODER + " and a.image_id = :image and a.state <> 'waiting'")
    Optional<Row> own(long sample, long coder, long image);

    /** The newest decisions, the newest first. */
    @SqlQuery(OF_A_CODER + """
             and a.state = 'done' and (z.image_id is null or z.state = 'done')
            order by coalesce(z.updated_at, k.updated_at) desc, k.id desc limit :limit
            """)
    List<Row> latest(long sample, long coder, int limit);
}
