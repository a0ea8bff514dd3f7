package codeframe.llm.server;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What servers said that they do not take, by server and model. */
public interface RequestHabits {
    /** Stands for every model of a server, where its provider documents it. */
    String ANY_MODEL = "";

    /** @param habit a word of {@link RequestHabit} */
    record Learned(String model, String habit, String said, Instant at) {
        public boolean isDocumented() {
            return model.equals(ANY_MODEL);
        }

        public String sentence() {
            return RequestHabit.named(habit).map(RequestHabit::sentence).orElse(habit);
        }
    }

    @SqlQuery("""
            select h.model, h.habit, h.said, h.learned_at as at
            from llm_habit h join llm_server s on s.id = h.server_id
            where s.project_id = :project and s.id = :server
            order by h.model, h.learned_at, h.habit
            """)
    List<Learned> of(long project, long server);

    @SqlQuery("""
            select h.habit
            from llm_habit h join llm_server s on s.id = h.server_id
            where s.project_id = :project and s.id = :server and h.model in (:model, '')
            group by h.habit
            order by min(h.learned_at), h.habit
            """)
    List<String> of(long project, long server, String model);

    @SqlUpdate("""
            insert into llm_habit (server_id, model, habit, said)
            select id, :model, :habit, :said from llm_server where project_id = :project and id = :server
            on conflict do nothing
            """)
    void learn(long project, long server, String model, String habit, String said);

    @SqlUpdate("""
            delete from llm_habit
            where server_id = (select id from llm_server where project_id = :project and id = :server)
            """)
    int forget(long project, long server);

    /** From now on the run's parameters say it too. */
    @SqlUpdate("""
            update run set parameters = jsonb_set(parameters, '{habits}',
                coalesce(nullif(parameters -> 'habits', 'null'), '[]') || to_jsonb(cast(:habit as text)))
            where project_id = :project and id = :run
              and not coalesce(nullif(parameters -> 'habits', 'null'), '[]') @> to_jsonb(cast(:habit as text))
            """)
    void note(long project, long run, String habit);
}
