package codeframe.llm.ask;

import codeframe.llm.price.Request;
import codeframe.llm.server.RequestHabit;
import codeframe.llm.server.RequestHabits;
import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How requests to a model are written: as usual, but for what its server said that it does not take. What is learned holds
 * for the server and model, and is written into the parameters of the run that learned it.
 */
public final class RequestShape {
    private static final Logger LOG = LoggerFactory.getLogger(RequestShape.class);

    private final RequestHabits rows;
    private final AtomicReference<Set<RequestHabit>> habits;

    private RequestShape(RequestHabits rows, Set<RequestHabit> habits) {
        this.rows = rows;
        this.habits = new AtomicReference<>(habits);
    }

    /** @param known words of habits, of the run's parameters and of the server together */
    static RequestShape of(RequestHabits rows, Collection<String> known) {
        var habits = EnumSet.noneOf(RequestHabit.class);
        known.forEach(word -> RequestHabit.named(word).ifPresent(habits::add));
        return new RequestShape(rows, Collections.unmodifiableSet(habits));
    }

    public Set<RequestHabit> now() {
        return habits.get();
    }

    public List<String> sentences() {
        return now().stream().map(RequestHabit::sentence).toList();
    }

    /**
     * Whether a refused request is worth sending again, written otherwise. Each habit is learned once, so that this ends.
     *
     * @param sent by which habits it was written
     */
    boolean heard(ServerRefusal said, Set<RequestHabit> sent, ParameterRefusal.Sent what, Request request) {
        var found = ParameterRefusal.of(said, sent, what);
        found.ifPresent(habit -> learn(habit, said, request));
        return !now().equals(sent);
    }

    /** Whether a request that was refused some time ago goes otherwise, once what its refusal says is learned. */
    public boolean explains(ServerRefusal said, Set<RequestHabit> sent, ParameterRefusal.Sent what, Request request) {
        var found = ParameterRefusal.of(said, sent, what);
        found.filter(habit -> !now().contains(habit)).ifPresent(habit -> learn(habit, said, request));
        return found.isPresent();
    }

    /** Whether files are refused for the day on which they would go by themselves; they are sent without it then. */
    public boolean refusesExpiry(ServerRefusal said, Request request) {
        boolean about =
                (said.status() == 400 || said.status() == 422) && said.body().contains("expires_after");
        if (!about || now().contains(RequestHabit.NO_EXPIRY)) {
            return false;
        }
        learn(RequestHabit.NO_EXPIRY, said, request);
        return true;
    }

    private void learn(RequestHabit habit, ServerRefusal said, Request request) {
        habits.updateAndGet(known -> {
            var more = EnumSet.of(habit);
            more.addAll(known);
            return Collections.unmodifiableSet(more);
        });
        rows.learn(
                request.project(),
                request.server(),
                request.model(),
                habit.word(),
                ServerErrorText.of(said).replaceFirst("^, ", ""));
        if (request.run() != null) {
            rows.note(request.project(), request.run(), habit.word());
        }
        LOG.info("server {}, model {}: {}", request.server(), request.model(), habit.word());
    }
}
