package codeframe.clip;

import codeframe.web.Links;
import java.nio.file.Path;

/**
 * A folder that holds a model or is meant to.
 *
 * @param arriving whether it may still be on its way: it cannot be used, and one of its files has changed just now
 * @param problem what is wrong with it, or empty
 * @param build how it is understood
 */
public record ModelFolder(
        String name, Path path, boolean demo, long bytes, boolean arriving, String problem, ModelBuild build) {
    /** Looks at everything that can be judged without reading the weights themselves. */
    static ModelFolder examined(String name, Path path, boolean demo) {
        var problem = "";
        var build = ModelBuild.UNKNOWN;
        try {
            build = ClipModel.examine(name, path);
        } catch (BrokenModel e) {
            problem = e.getMessage();
        }
        return new ModelFolder(name, path, demo, FolderState.of(path).bytes(), false, problem, build);
    }

    ModelFolder arrivingNow() {
        return new ModelFolder(name, path, demo, bytes, true, problem, build);
    }

    /** Where its passport is. */
    public String passportPath() {
        return "/models/passport?name=" + Links.encode(name);
    }

    public boolean usable() {
        return problem.isEmpty();
    }
}
