package codeframe.image.intake;

import codeframe.web.Problem;
import java.io.IOException;
import java.io.InputStream;

/** Takes what is sent, piece by piece, and hands the import to the workers once everything is there. */
public final class Uploads {
    private final Imports imports;
    private final ImportTasks tasks;

    public Uploads(Imports imports, ImportTasks tasks) {
        this.imports = imports;
        this.tasks = tasks;
    }

    public long begin(long project, Long user, ImportOptions options) {
        return imports.create(project, user, options.json());
    }

    public void add(long id, String name, InputStream content) throws IOException {
        try (content) {
            StoredPart.store(imports, id, name, content);
        }
    }

    /** @throws Problem.Conflict when it is under way already */
    public void start(long id) {
        if (!imports.enqueue(id)) {
            throw new Problem.Conflict("This import has begun already.");
        }
        tasks.read(id);
    }

    public void matchAgain(long id) {
        imports.matchAgain(id);
        tasks.match(id);
    }
}
