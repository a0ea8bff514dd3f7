package codeframe.lift;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** A project's rules of lifting. A rule is never changed: what is changed gets the next version. */
public interface LiftRules {
    @SqlQuery("""
            select id, name, version, method, category, weighing
            from lifting_rule where project_id = :project
            order by lower(name), name, version desc
            """)
    List<LiftRule> rules(long project);

    @SqlQuery("""
            select id, name, version, method, category, weighing
            from lifting_rule where project_id = :project and name || ' v' || version = :title
            """)
    Optional<LiftRule> titled(long project, String title);

    @SqlQuery("""
            select id, name, version, method, category, weighing
            from lifting_rule where project_id = :project and name = :name
            order by version desc limit 1
            """)
    Optional<LiftRule> newest(long project, String name);

    /** Until the transaction ends, nobody else adds a rule to the project. */
    @SqlQuery("select 1 from project where id = :project for no key update")
    int lock(long project);

    @SqlQuery("""
            insert into lifting_rule (project_id, name, version, method, category, weighing, created_by)
            select :project, :rule.name, 1 + coalesce(max(version), 0), :rule.word, :rule.category, :rule.weighing, :user
            from lifting_rule where project_id = :project and name = :rule.name
            returning id, name, version, method, category, weighing
            """)
    LiftRule insert(long project, @BindMethods("rule") RuleText rule, long user);

    /**
     * A rule that stands.
     *
     * @param title by which runs name it
     * @param added whether it was not there before
     */
    record Kept(String title, boolean added) {}

    /** The newest version of that name where it says the same, else a new version. */
    @Transaction
    default Kept keep(long project, RuleText text, long user) {
        lock(project);
        var newest = newest(project, text.name())
                .filter(rule -> rule.sameAs(text.method(), text.category(), text.weighing()));
        return newest.isPresent()
                ? new Kept(newest.get().title(), false)
                : new Kept(insert(project, text, user).title(), true);
    }

    @SqlUpdate("""
            delete from lifting_rule r
            where r.project_id = :project and r.name || ' v' || r.version = :title
              and not exists (select from run where project_id = :project and kind = 'lift' and model = :title)
            """)
    void drop(long project, String title);

    /** One that was added for a lift that could not be started. */
    default void withdraw(long project, Kept kept) {
        if (kept.added()) {
            drop(project, kept.title());
        }
    }
}
