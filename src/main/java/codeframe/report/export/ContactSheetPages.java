package codeframe.report.export;

import codeframe.codebook.Variable;
import codeframe.project.Access;
import codeframe.report.study.Selection;
import codeframe.report.study.Selections;
import codeframe.templates.Templates;
import codeframe.web.FileDownload;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import gg.jte.output.PrintWriterOutput;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A contact sheet as one file that needs neither this server nor a network. */
public final class ContactSheetPages {
    private static final int MOST = 60;

    private final Selections selections;
    private final SheetRows rows;
    private final Templates templates;
    private final Clock clock;

    public ContactSheetPages(Selections selections, SheetRows rows, Templates templates, Clock clock) {
        this.selections = selections;
        this.rows = rows;
        this.templates = templates;
        this.clock = clock;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/projects/{project}/exports/contact-sheet", this::sheet, Role.VIEWER);
    }

    private void sheet(Context ctx) {
        var sheet = drawn(ctx);
        FileDownload.send(ctx, "contact-sheet-" + sheet.variable().key() + ".html", "text/html; charset=utf-8", out -> {
            var writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            templates.reportContactSheet(sheet).render(new PrintWriterOutput(writer));
            writer.flush();
        });
    }

    private ContactSheet drawn(Context ctx) {
        var project = Access.project(ctx);
        long coder = Params.number(ctx, "coder", 0, 1, Long.MAX_VALUE);
        var selection = selections.of(project, Access.user(ctx), Set.of(coder), Set.of(Params.query(ctx, "variable")));
        var variable = selection.variables().get(0);
        int most = (int) Params.number(ctx, "n", 12, 1, MOST);
        long seed = Params.number(ctx, "seed", 1, 0, Integer.MAX_VALUE);
        var groups = ContactSheet.groups(
                variable,
                rows.draw(project.id(), coder, variable.key(), Long.toString(seed), most, selection.viewer()));
        return new ContactSheet(
                project.name(),
                selection.coders().get(0),
                checked(variable),
                versions(rows.versions(project.id(), coder, variable.key())),
                clock.instant(),
                most,
                seed,
                groups,
                selections.withheld(selection).sentences(),
                image -> rows.thumbnail(project.id(), image).orElse(new byte[0]));
    }

    private static Variable checked(Variable variable) {
        if (!Selection.CHOSEN.contains(variable.type())) {
            throw new Problem.Invalid("A contact sheet shows categories; " + variable.key() + " has none.");
        }
        return variable;
    }

    private static String versions(List<Integer> numbers) {
        var words = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() == 1
                ? "version " + words
                : numbers.isEmpty() ? "none: nothing is coded" : "versions " + words;
    }
}
