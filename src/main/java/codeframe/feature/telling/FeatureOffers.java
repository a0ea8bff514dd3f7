package codeframe.feature.telling;

import codeframe.image.FeatureKind;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The features of a project that a run can tell a language model. */
public interface FeatureOffers {
    /** @param images of which the source says something */
    record Offer(long source, String name, int version, String kind, long images) {
        public String label() {
            return FeatureKind.ofWord(kind).orElseThrow().label();
        }

        public String title() {
            return name + " v" + version;
        }

        /** By which a form and an address name it. */
        public String id() {
            return source + "." + kind;
        }
    }

    /** The newest version of a source first. */
    @SqlQuery("""
            select s.id as source, s.name, s.version, t.kind, t.images
            from feature_source s
            join (select f.source_id, f.kind, count(*) filter (where f.outcome = 'done') as images
                  from feature f join feature_source o on o.id = f.source_id
                  where o.project_id = :project
                  group by f.source_id, f.kind) t on t.source_id = s.id
            where s.project_id = :project
            order by array_position(array['caption', 'objects', 'text', 'labels', 'transcript', 'note'], t.kind),
                     lower(s.name), s.version desc
            """)
    List<Offer> of(long project);
}
