package codeframe.llm.ask;

import codeframe.llm.server.LearntLimits;
import codeframe.llm.server.LlmServer;
import codeframe.web.NumberText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** How much a server bears, as this node found out, and whether it wants peace just now. */
public record KnownLimits(ConcurrencyLimit concurrency, ServerCooldown cooldown, Clock clock) implements LearntLimits {
    public static KnownLimits of(Caller caller, Clock clock) {
        return new KnownLimits(caller.concurrency(), caller.cooldown(), clock);
    }

    @Override
    public List<String> of(LlmServer server) {
        var found = new ArrayList<String>();
        int chosen = concurrency.width(server);
        int bears = concurrency.learnt(server);
        if (bears < chosen) {
            found.add("Of late it bore only " + NumberText.count(bears, "request", "requests") + " at once instead of "
                    + NumberText.count(chosen) + ": with more, answers took too long. After every "
                    + LearntWidth.ANSWERS + " answers in time one more is tried.");
        }
        var now = clock.instant();
        var next = cooldown.next(server.id(), now);
        if (next.isAfter(now.plus(Caller.PATIENCE))) {
            found.add("It is left in peace until " + NumberText.moment(next)
                    + ", as it asked or because answers failed; runs go on by themselves then.");
        }
        return found;
    }
}
