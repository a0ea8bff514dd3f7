package codeframe.vote;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Votes: who may vote, what they said, what the rule rests on. */
public interface VoteRows {
    Set<String> GOING = Set.of("queued", "running", "paused");

    /**
     * A coder that may vote.
     *
     * @param runKind null for people
     * @param state of the run, null for people
     * @param variables for which it has codes that are counted
     * @param unit what a run judged, null for people
     */
    record Candidate(
            long coder,
            String name,
            String kind,
            Long run,
            String runKind,
            String model,
            String state,
            Integer starts,
            Integer readings,
            Integer version,
            List<String> variables,
            Unit unit) {
        public boolean going() {
            return state != null && GOING.contains(state);
        }

        Voter voter() {
            return new Voter(coder, name, kind, run, starts, readings, version);
        }
    }

    /** Gold is no voter: it is what votes are held against. What is coded of another unit than asked has no vote. */
    @SqlQuery("""
            with asked as (
                select x.variable ->> 'key' as name, coalesce(x.variable ->> 'unit', 'image') as unit
                from (select content from codebook_version where project_id = :project and number is not null
                      order by number desc limit 1) v
                cross join lateral jsonb_array_elements(v.content -> 'variables') as x(variable))
            select c.id as coder, c.name, c.kind, c.run_id as run, r.kind as run_kind, r.model, r.state, r.starts, r.readings,
                   (select max(v.number) from coding k join codebook_version v on v.id = k.codebook_version_id
                    where k.project_id = c.project_id and k.coder_id = c.id) as version,
                   array(select distinct o.variable
                         from coding k join code o on o.coding_id = k.id
                         join asked a on a.name = o.variable
                         where k.project_id = c.project_id and k.coder_id = c.id and not k.assisted
                           and (k.sample_id is null
                                or k.sample_id in (select id from closed_sample where project_id = :project))
                           and coalesce((select s.unit from sample s where s.id = k.sample_id), r.unit, a.unit) = a.unit)
                       as variables, r.unit
            from coder c left join run r on r.id = c.run_id
            where c.project_id = :project and c.kind <> 'gold' and lower(c.name) <> 'gold'
              and r.kind is distinct from 'caption'
            order by array_position(array['person', 'imported', 'run'], c.kind), c.id
            """)
    List<Candidate> candidates(long project);

    /** How a voter that is a run stands by now. */
    record Standing(long coder, String name, String state, int starts, int readings) {}

    @SqlQuery("""
            select c.id as coder, c.name, r.state, r.starts, r.readings
            from coder c join run r on r.id = c.run_id
            where c.project_id = :project and c.id = any(:coders)
            order by c.id
            """)
    List<Standing> standing(long project, List<Long> coders);

    /** Which images a voter that is a run was asked, as a filter; empty for all. */
    record Asked(String name, String images) {}

    @SqlQuery("""
            select c.name, coalesce(r.images ->> 'query', '') as images
            from coder c join run r on r.id = c.run_id
            where c.project_id = :project and c.id = any(:coders)
            order by c.id
            """)
    List<Asked> asked(long project, List<Long> coders);

    /**
     * One value of one coding.
     *
     * @param confidence null where the coder tells none
     * @param scores a model's probability of every category, or null where it was not asked for
     */
    record Said(
            long image,
            long coder,
            long coding,
            String variable,
            String value,
            String state,
            Double confidence,
            Json scores) {}

    /**
     * What coders said of images, or of posts or videos under their leads; of two codings of one image by one coder the later comes last. Not what people coded
     * with a machine's suggestion in sight, nor what they coded in a sample that is still open or sealed.
     *
     * @param scored whether a model's probabilities are read, which are the larger part of an answer
     */
    @SqlQuery("""
            select c.image_id as image, c.coder_id as coder, c.coding_id as coding, c.variable, c.value, c.state,
                   cast(c.confidence as double precision) as confidence,
                   case when :scored then c.detail -> 'scores' end as scores
            from coding k join code c on c.coding_id = k.id
            where k.project_id = :project and k.coder_id = any(:coders) and k.image_id = any(:images)
              and c.variable = any(:variables) and not k.assisted
              and (k.sample_id is null or k.sample_id in (select id from closed_sample where project_id = :project))
              and coalesce((select s.unit from sample s where s.id = k.sample_id), :unit) = :unit
            order by k.updated_at, k.id
            """)
    List<Said> said(
            long project, List<Long> coders, List<Long> images, List<String> variables, String unit, boolean scored);

    @SqlQuery("select image_id from run_item where run_id = :run order by image_id")
    List<Long> images(long run);

    /** Closed dev samples with gold, the newest first. */
    @SqlQuery("""
            select s.id
            from sample s
            where s.project_id = :project and s.purpose = 'dev' and s.closed_at is not null
              and exists (select from coding k join coder o on o.id = k.coder_id and o.kind = 'gold'
                          where k.sample_id = s.id)
            order by s.id desc
            """)
    List<Long> devSamples(long project);

    /**
     * Gold of an image, without images that a model saw as examples; images of one group are never split between folds:
     * an account, else a post.
     */
    record Gold(long image, String variable, String value, String state, String grouping) {}

    @SqlQuery("""
            select c.image_id as image, c.variable, c.value, c.state,
                   coalesce('account ' || i.account, 'post ' || i.post_id, 'image ' || i.id) as grouping
            from coding k
            join coder o on o.id = k.coder_id and o.kind = 'gold'
            join code c on c.coding_id = k.id
            join image i on i.id = k.image_id
            where k.project_id = :project and k.sample_id = :sample and c.variable = any(:variables)
              and k.image_id not in (select image_id from example_image where project_id = :project)
            order by c.image_id
            """)
    List<Gold> gold(long project, long sample, List<String> variables);

    /** Which of these voters, or of the voters of the votes among them, made that gold by their codes or rulings. */
    @SqlQuery("""
            with recursive voters as (
                select c.id, c.name, c.run_id, c.user_id from coder c where c.project_id = :project and c.id = any(:coders)
                union
                select c.id, c.name, c.run_id, c.user_id
                from voters v join vote_voter t on t.run_id = v.run_id join coder c on c.id = t.coder_id)
            select distinct voters.name
            from coding k
            join coder o on o.id = k.coder_id and o.kind = 'gold'
            join gold g on g.coding_id = k.id and g.variable = any(:variables)
            left join lateral jsonb_array_elements(g.sources) source on true
            join voters on voters.id = cast(source ->> 'coder' as bigint) or voters.user_id = g.decided_by
            where k.project_id = :project and k.sample_id = :sample
            order by voters.name
            """)
    List<String> madeGold(long project, List<Long> coders, long sample, List<String> variables);

    @SqlQuery("select content from vote_fit where run_id = :run")
    Optional<Json> fit(long run);

    @SqlUpdate("insert into vote_fit (run_id, content) values (:run, :content)")
    void keep(long run, Json content);

    /** Until the transaction ends; the second to come waits. */
    @SqlQuery("select cast(pg_advisory_xact_lock(hashtextextended('vote_fit ' || :run, 0)) as text)")
    String lockFit(long run);

    /** Made once: who comes second waits and takes the first one's. */
    @Transaction
    default Json fit(long run, Function<VoteRows, Json> made) {
        lockFit(run);
        return fit(run).orElseGet(() -> {
            var content = made.apply(this);
            keep(run, content);
            return content;
        });
    }

    @SqlUpdate("""
            insert into cascade_decision (coder_id, image_id, variable, decider_id)
            select c.id, d.image, d.variable, d.decider
            from jsonb_to_recordset(:decisions) as d(image bigint, variable text, decider bigint)
            join coder c on c.run_id = :run
            on conflict (coder_id, image_id, variable) do update set decider_id = excluded.decider_id
            """)
    void decided(long run, Json decisions);

    /** For which of these variables the coder tells how sure it is. */
    @SqlQuery("""
            select v.key
            from unnest(:variables) as v(key)
            where exists (select from code c join coder o on o.id = c.coder_id and o.project_id = :project
                          where c.coder_id = :coder and c.variable = v.key and c.confidence is not null)
            """)
    List<String> confident(long project, long coder, List<String> variables);

    @SqlUpdate("""
            insert into vote_split (coder_id, image_id, variable, differing)
            select c.id, s.image, s.variable, s.differing
            from jsonb_to_recordset(:splits) as s(image bigint, variable text, differing real)
            join coder c on c.run_id = :run
            on conflict (coder_id, variable, image_id) do update set differing = excluded.differing
            """)
    void split(long run, Json splits);
}
