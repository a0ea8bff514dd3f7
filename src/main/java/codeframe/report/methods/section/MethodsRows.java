package codeframe.report.methods.section;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The codebook versions and runs of a study, and the hash of its codes. */
public interface MethodsRows {
    /** {@code hash} is of the whole codebook as it was published. */
    record Published(int number, Instant publishedAt, String by, String note, String hash, Json content) {}

    @SqlQuery("""
            select v.number, v.published_at, u.name as by, v.note,
                   encode(sha256(convert_to(v.content::text, 'UTF8')), 'hex') as hash, v.content
            from codebook_version v left join app_user u on u.id = v.published_by
            where v.project_id = :project and v.number is not null
            order by v.number
            """)
    List<Published> versions(long project);

    /**
     * @param signatures names under which models signed their answers, as the server dates them
     * @param thresholds that it took from dev gold, each with variable, threshold, f1, images and sample
     * @param unitImages of a lift, how many images its posts or videos had: median, least and most; else null
     */
    record RunFacts(
            long id,
            long coderId,
            String kind,
            String name,
            String model,
            Integer codebookVersion,
            List<String> variables,
            Json parameters,
            Json images,
            long seed,
            String state,
            String precision,
            List<String> processors,
            Json thresholds,
            long total,
            BigDecimal cost,
            Instant startedAt,
            Instant finishedAt,
            Json outcomes,
            List<String> signatures,
            Unit unit,
            Json unitImages,
            long sureCodes,
            boolean textsAlone) {
        /** Whether it came to its end, whatever became of its images. */
        public boolean done() {
            return state.equals("done");
        }
    }

    @SqlQuery("""
            select r.id, r.coder_id, r.kind, r.name, r.model, r.codebook_version, r.variables, r.parameters, r.images,
                   r.seed, r.state, r.precision, r.processors,
                   (select coalesce(jsonb_agg(t order by t.variable), '[]') from run_threshold t
                    where t.run_id = r.id) as thresholds,
                   r.total, r.cost, r.started_at, r.finished_at,
                   (select coalesce(jsonb_object_agg(outcome, n), '{}')
                    from (select coalesce(outcome, 'waiting') as outcome, count(*) as n
                          from run_item where run_id = r.id group by 1) counted) as outcomes,
                   array(select model from llm_signature where run_id = r.id group by model order by min(since)) as signatures,
                   r.unit,
                   case when r.kind = 'lift' then
                       (select jsonb_build_object('median', percentile_cont(0.5) within group (order by n),
                                                  'least', min(n), 'most', max(n))
                        from (select max(cast(c.detail ->> 'n_images' as integer)) as n
                              from code c where c.coder_id = r.coder_id group by c.image_id) lifted)
                   end as unit_images,
                   case when r.parameters #>> '{fields,logprobs}' = 'true' then
                       (select count(*) from code c where c.coder_id = r.coder_id and c.confidence is not null)
                   else 0 end as sure_codes,
                   not exists (select from codebook_version v, jsonb_array_elements(v.content -> 'variables') asked
                               where v.id = r.codebook_version_id and asked ->> 'key' = any(r.variables)
                                 and asked ->> 'type' <> 'text') as texts_alone
            from run_overview r
            where r.project_id = :project
            order by r.id
            """)
    List<RunFacts> runs(long project);

    /** Of every code that is closed, by the content of its image: the same data give the same hash on any machine. */
    @SqlQuery("""
            select encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' order by line collate "C"), ''), 'UTF8')), 'hex')
            from (select md5(concat_ws('|', encode(i.sha256, 'hex'), r.kind, r.name, c.variable, c.value, c.state,
                                       v.number, coalesce(k.sample_id, 0))) as line
                  from coding k
                  join code c on c.coding_id = k.id
                  join coder r on r.id = k.coder_id
                  join image i on i.id = k.image_id
                  join codebook_version v on v.id = k.codebook_version_id
                  where k.project_id = :project
                    and (k.sample_id is null
                         or k.sample_id in (select id from closed_sample where project_id = :project))) lines
            """)
    String hash(long project);
}
