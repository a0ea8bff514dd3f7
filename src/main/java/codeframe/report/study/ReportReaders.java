package codeframe.report.study;

import codeframe.project.Membership;
import codeframe.user.User;
import codeframe.web.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Decides whether a report is shown to somebody, never which numbers it has. Whoever codes an open sample is shown what
 * everybody is shown, but nothing so narrow that a figure could be one image's code.
 */
public final class ReportReaders {
    private final BasisRows rows;

    public ReportReaders(Jdbi jdbi) {
        this.rows = jdbi.onDemand(BasisRows.class);
    }

    public void check(Membership project, User user, Scope scope) {
        if (scope.narrowed()) {
            refuse(
                    project,
                    user,
                    "This report is narrowed to some images, so that a figure could tell what others gave to"
                            + " one of them. ");
        }
    }

    /** For tables with a row of every image, and figures of small groups. */
    public void checkImages(Membership project, User user) {
        refuse(project, user, "This tells what machines and people gave to single images. ");
    }

    private void refuse(Membership project, User user, String why) {
        var coding = rows.coding(project.id(), user.id());
        if (!coding.isEmpty()) {
            throw new Problem.Forbidden(why + "You still code " + named(coding)
                    + ", so it is not shown to you until that coding is closed; the whole report is.");
        }
    }

    private static String named(List<String> samples) {
        return samples.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" and "));
    }
}
