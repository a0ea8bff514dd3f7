package codeframe.image;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What every coder said about one image, and what they said before. */
public interface ImageCodes {
    /**
     * {@code value} is null unless the state is coded; {@code confidence} where a machine gives one; the labels are those
     * of the version that was coded by, and null where it has none; {@code answeredBy} is the run whose prompt and answer
     * can be read, or null; {@code occasion} is 2 for what the same coder said when the image came to them again;
     * {@code votes} is what each voter said where a vote decided, or null; {@code decidedBy} is whose answer a cascade took;
     * {@code unit} is what it is said of: codes of a post or video stand under its lead image.
     */
    record Code(
            String coder,
            String kind,
            long coding,
            Integer version,
            Instant at,
            String outcome,
            boolean assisted,
            String note,
            String variable,
            String value,
            String state,
            Double confidence,
            String variableLabel,
            String valueLabel,
            Long answeredBy,
            int occasion,
            Json votes,
            String decidedBy,
            Unit unit) {
        /** "Ona: Poster" of every voter; empty unless a vote decided. */
        public List<String> counted() {
            var counted = new ArrayList<String>();
            if (votes != null) {
                votes.tree()
                        .forEach(vote -> counted.add(vote.path("voter").asText() + ": "
                                + vote.path("said").asText()));
            }
            if (decidedBy != null) {
                counted.add("decided by " + decidedBy);
            }
            return counted;
        }

        /** The variable in the codebook's words. */
        public String asked() {
            return variableLabel == null ? variable : variableLabel;
        }

        public String said() {
            if (variable == null) {
                return outcome;
            }
            if (value == null) {
                return state.replace('_', ' ');
            }
            return valueLabel == null ? value : valueLabel;
        }
    }

    record Happened(Instant at, String what) {}

    /** Whoever codes in a sample that is still open sees neither coding: they do not know what comes again. */
    @SqlQuery("""
            with said as (
                select g.id, g.sample_id, g.coder_id, g.image_id, g.codebook_version_id, g.updated_at, g.outcome, g.assisted, g.note,
                       c.variable, c.value, c.state, c.confidence, c.detail -> 'votes' as votes,
                       c.detail ->> 'decided_by' as decided_by, 1 as occasion
                from coding g
                left join code c on c.coding_id = g.id
                where g.project_id = :project and g.image_id = :image
                union all
                select g.id, g.sample_id, g.coder_id, g.image_id, z.codebook_version_id, z.updated_at, g.outcome, g.assisted, z.note,
                       c.variable, c.value, c.state, null, null, null, 2
                from second_coding z
                join coding g on g.sample_id = z.sample_id and g.coder_id = z.coder_id and g.image_id = z.image_id
                left join jsonb_to_recordset(z.codes) as c(variable text, value text, state text) on true
                where z.project_id = :project and z.image_id = :image and z.state = 'done'),
            asked as materialized (
                select variable, variable_unit(:project, variable, 0) as unit
                from (select distinct variable from said where variable is not null) v)
            select o.name as coder, o.kind, g.id as coding, v.number as version, g.updated_at as at, g.outcome, g.assisted,
                   g.note, g.variable, g.value, g.state, g.confidence, g.occasion,
                   jsonb_path_query_first(v.content, '$.variables[*] ? (@.key == $variable).label',
                       jsonb_build_object('variable', g.variable)) #>> '{}' as variable_label,
                   jsonb_path_query_first(v.content,
                       '$.variables[*] ? (@.key == $variable).categories[*] ? (@.key == $value).label',
                       jsonb_build_object('variable', g.variable, 'value', g.value)) #>> '{}' as value_label,
                   r.id as answered_by, g.votes, g.decided_by,
                   coalesce(s.unit, j.unit, a.unit, 'image') as unit
            from said g
            join coder o on o.id = g.coder_id
            join codebook_version v on v.id = g.codebook_version_id
            left join run j on j.id = o.run_id
            left join run r on r.id = j.id and r.kind in ('llm', 'ensemble')
            left join sample s on s.id = g.sample_id
            left join asked a on a.variable = g.variable
            where not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = g.image_id and u.coder_id = g.coder_id)
            order by o.kind, o.id, g.id, g.occasion, g.variable, g.value
            """)
    List<Code> codes(long project, long image, long viewer);

    @SqlQuery("""
            select m.created_at as at, 'imported by ' || coalesce(u.name, 'Codeframe') || ' as ' || f.path as what
            from import_item f join import m on m.id = f.import_id left join app_user u on u.id = m.created_by
            where m.project_id = :project and f.image_id = :image
            order by m.created_at, f.id
            """)
    List<Happened> imported(long project, long image);

    /** What tables of later imports changed of its metadata. */
    @SqlQuery("""
            select m.changed_at as at,
                   'corrected by ' || coalesce(u.name, 'Codeframe') || ' with import ' || m.import_id || ': ' ||
                   (select string_agg(c.key || ' “' || (c.value ->> 0) || '” → “' || (c.value ->> 1) || '”', ', ' order by c.key)
                    from jsonb_each(m.changes) c) as what
            from metadata_change m
            join import o on o.id = m.import_id
            left join app_user u on u.id = m.changed_by
            where o.project_id = :project and m.image_id = :image
            order by m.id
            """)
    List<Happened> corrected(long project, long image);

    @SqlQuery("""
            select g.created_at as at, 'coded by ' || o.name as what
            from coding g join coder o on o.id = g.coder_id
            where g.project_id = :project and g.image_id = :image
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = g.image_id and u.coder_id = g.coder_id)
            order by g.created_at, g.id
            """)
    List<Happened> coded(long project, long image, long viewer);

    record Earlier(Instant at, String coder, Json was) {}

    @SqlQuery("""
            select h.replaced_at as at, o.name as coder, h.was
            from coding_history h join coding g on g.id = h.coding_id join coder o on o.id = g.coder_id
            where g.project_id = :project and g.image_id = :image
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = g.image_id and u.coder_id = g.coder_id)
            order by h.replaced_at, h.id
            """)
    List<Earlier> earlier(long project, long image, long viewer);

    /** Why some codes of the image are withheld from the person: "sealed", "blind", or nothing. */
    @SqlQuery("""
            select distinct reason from unseen_codes(:project, :viewer) where image_id = :image order by reason
            """)
    List<String> withheld(long project, long image, long viewer);
}
