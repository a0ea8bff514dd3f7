package codeframe.removal;

import codeframe.db.Json;
import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.image.PostLeads;
import codeframe.image.RemovedImages;
import codeframe.image.intake.UndoneTables;
import codeframe.project.Events;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Takes images out of a project, with what hangs on them, all or nothing; and says before what that would be. */
public final class Removing {
    private static final int TRIES = 20;
    /** No lock in time, or a circle of waiting. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01");

    private final Jdbi jdbi;
    private final Gallery gallery;

    public Removing(Jdbi jdbi, Gallery gallery) {
        this.jdbi = jdbi;
        this.gallery = gallery;
    }

    /** Who wants it, where and why. */
    public record By(long project, long user, String reason) {}

    /** What was done; or what was not, because more would have gone than was said. */
    public record Removed(RemovalPlan plan, boolean done) {}

    public RemovalPlan plan(By by, RemovalRequest request) {
        var asked = asked(by, request);
        return jdbi.withExtension(HangingRows.class, rows -> RemovalPlan.of(rows, by.project(), request, asked));
    }

    private List<Long> asked(By by, RemovalRequest request) {
        if (request.undoes()) {
            return jdbi.withExtension(HangingRows.class, rows -> {
                check(rows.state(by.project(), request.importId()));
                return rows.broughtBy(by.project(), request.importId());
            });
        } else if (!request.query().isEmpty()) {
            var shown = gallery.all(gallery.view(by.project(), shown(by, request)));
            return jdbi.withExtension(HangingRows.class, rows -> rows.ofProject(by.project(), shown));
        }
        var images = jdbi.withExtension(HangingRows.class, rows -> rows.ofProject(by.project(), request.images()));
        if (!Set.copyOf(images).containsAll(request.images())) {
            throw missing(by.project(), request, images);
        }
        return images;
    }

    private static ImageFilter shown(By by, RemovalRequest request) {
        var filter = ImageFilter.fromQuery(request.query()).seenBy(by.user());
        if (!filter.left().isEmpty()) {
            throw new Problem.Invalid(
                    "What was left open is no reason to remove an image: what is sealed or still being"
                            + " coded is always among it, whatever was said. Nothing was removed; filter by something else.");
        }
        return filter;
    }

    private Problem missing(long project, RemovalRequest request, List<Long> found) {
        long gone = request.images().stream()
                .filter(image -> !found.contains(image))
                .findFirst()
                .orElseThrow();
        return jdbi.withExtension(RemovedImages.class, removed -> removed.absent(project, gone, "image"));
    }

    /** @param said the numbers of what hangs on the images, as they were shown */
    public Removed remove(By by, RemovalRequest request, String said) {
        var asked = asked(by, request);
        for (int tries = 1; ; tries++) {
            try {
                return jdbi.inTransaction(handle -> remove(handle, by, new Asked(request, asked, said)));
            } catch (JdbiException e) {
                if (!busy(e)) {
                    throw e;
                } else if (tries == TRIES) {
                    throw new Problem.Conflict(
                            "These images are being worked with at this moment, by a run, an import or"
                                    + " somebody who codes. Nothing was removed; pause the run or try again in a while.");
                }
                rest(tries);
            }
        }
    }

    private static boolean busy(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && BUSY.contains(sql.getSQLState()));
    }

    private static void rest(int tries) {
        try {
            Thread.sleep(20L * tries);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("The server stops. Nothing was removed.");
        }
    }

    private record Asked(RemovalRequest request, List<Long> images, String said) {}

    private static Removed remove(Handle handle, By by, Asked asked) {
        var request = asked.request();
        var locks = handle.attach(RemovalLocks.class);
        locks.giveWay();
        if (request.undoes()) {
            locks.project(by.project());
            check(locks.state(by.project(), request.importId()));
        }
        locks.lock(by.project(), asked.images());
        var hanging = handle.attach(HangingRows.class);
        var plan = RemovalPlan.of(hanging, by.project(), request, hanging.ofProject(by.project(), asked.images()));
        if (plan.nothing()) {
            throw new Problem.Conflict(
                    ("None of these images can be removed. " + String.join(" ", plan.stays())).strip());
        } else if (plan.hanging().moreThan(asked.said())) {
            return new Removed(plan, false);
        }
        take(handle, by, plan);
        return new Removed(plan, true);
    }

    private static void check(Optional<String> importState) {
        var state = importState.orElseThrow(() -> new Problem.NotFound("import"));
        if (!state.equals("done") && !state.equals("failed")) {
            throw new Problem.Conflict("This import is still at work. Wait until it is done, then undo it.");
        }
    }

    private static void take(Handle handle, By by, RemovalPlan plan) {
        var rows = handle.attach(RemovalRows.class);
        long importId = plan.request().importId();
        var tables = new UndoneTables(handle, by.project(), importId);
        if (plan.request().undoes()) {
            tables.takeCorrectionsBack(by.user());
        }
        long removal =
                rows.add(by.project(), importId, by.reason(), plan.images().size(), plan.goes(), by.user());
        rows.take(by.project(), removal, plan.images());
        if (plan.request().undoes()) {
            rows.handOver(by.project(), importId);
            tables.forget();
        }
        handle.attach(PostLeads.class).settle(by.project());
        tell(handle, by, plan, removal);
    }

    private static void tell(Handle handle, By by, RemovalPlan plan, long removal) {
        var hung = plan.goes();
        var what = (plan.request().undoes() ? "undid import " + plan.request().importId() + ": " : "")
                + "removed " + NumberText.count(plan.images().size(), "image", "images")
                + (hung.isEmpty() ? "" : ", with " + String.join("; ", hung)) + ". Reason: " + by.reason();
        handle.attach(Events.class)
                .add(
                        by.project(),
                        by.user(),
                        what,
                        Json.of(Map.of(
                                "removal", removal, "images", plan.images().size())));
    }
}
