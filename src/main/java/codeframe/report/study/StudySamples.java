package codeframe.report.study;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.web.NumberText;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The samples of a project, as reports need them. */
public interface StudySamples {
    /** {@code closedAt} is null while it is coded; {@code openedBy} and {@code openedWith} are null while nothing was opened. */
    record Drawn(
            long id,
            String name,
            String purpose,
            String design,
            Unit unit,
            int frameSize,
            int size,
            long seed,
            float overlap,
            int codersEach,
            String goldRule,
            Instant createdAt,
            Instant closedAt,
            Instant openedAt,
            String openedBy,
            Json openedWith,
            long removed,
            long removedGold) {
        public boolean sealed() {
            return purpose.equals("test") && openedAt == null;
        }

        public boolean handpicked() {
            return design.equals("handpicked");
        }

        /** That images were taken out of the project after they were drawn; nothing where none was. */
        public List<String> removedWords() {
            return removed == 0
                    ? List.of()
                    : List.of(NumberText.count(removed) + " of the " + unit.count(size)
                            + " drawn for \"" + name + "\" " + (removed == 1 ? "was" : "were")
                            + " removed from the project later"
                            + (removedGold == 0 ? "" : " (" + NumberText.count(removedGold) + " with gold)")
                            + ": every figure is without " + (removed == 1 ? "it." : "them."));
        }

        /** Whether its facts are final and may be seen. */
        public boolean counts() {
            return closedAt != null && !sealed();
        }

        /** Whether something may be estimated from it. */
        public boolean estimates() {
            return counts() && !handpicked() && !purpose.equals("training");
        }
    }

    @SqlQuery("""
            select s.id, s.name, s.purpose, s.design, s.unit, s.frame_size, s.size, s.seed, s.overlap, s.coders_each,
                   s.gold_rule, s.created_at, s.closed_at, s.opened_at, u.name as opened_by, s.opened_with,
                   (select count(*) from removed_unit d where d.sample_id = s.id) as removed,
                   (select count(*) from removed_unit d where d.sample_id = s.id and d.gold) as removed_gold
            from sample s
            left join app_user u on u.id = s.opened_by
            where s.project_id = :project
            order by s.id desc
            """)
    List<Drawn> samples(long project);

    record Sampled(long image, String stratum, double probability) {}

    @SqlQuery("""
            select u.image_id as image, u.stratum, u.probability
            from sample_image u join sample s on s.id = u.sample_id
            where s.project_id = :project and s.id = :sample
            """)
    List<Sampled> units(long project, long sample);

    /** From one to the next by the indexes: accounts are few, images many. */
    @SqlQuery("""
            with recursive own as (
                select min(account) as account from image where project_id = :project
                union all
                select (select min(i.account) from image i where i.project_id = :project and i.account > own.account)
                from own where own.account is not null
            ), shown as (
                select min(account) as account from appearance where project_id = :project
                union all
                select (select min(a.account) from appearance a where a.project_id = :project and a.account > shown.account)
                from shown where shown.account is not null
            )
            select account from own where account is not null
            union
            select account from shown where account is not null
            order by account
            """)
    List<String> accounts(long project);

    @SqlQuery("""
            select number from codebook_version
            where project_id = :project and number is not null
            order by number desc
            """)
    List<Integer> versions(long project);
}
