package codeframe.administration;

import codeframe.project.Access;
import codeframe.web.Page;
import codeframe.web.Tab;
import io.javalin.http.Context;
import java.util.List;

/** What all pages of the administration have in common. */
public final class AdministrationView {
    public static final String HOME = "/administration";

    private final Access access;

    public AdministrationView(Access access) {
        this.access = access;
    }

    public Page page(Context ctx, String title) {
        return access.page(ctx, title, "administration");
    }

    /** @param here the path of the one that is shown */
    public static List<Tab> tabs(String here) {
        return List.of(
                tab("Accounts", HOME, here),
                tab("Projects", HOME + "/projects", here),
                tab("System", HOME + "/system", here),
                tab("Jobs", HOME + "/jobs", here),
                tab("LLM servers", HOME + "/llm-servers", here),
                tab("History", HOME + "/history", here));
    }

    private static Tab tab(String label, String path, String here) {
        return new Tab(label, path, path.equals(here));
    }

    public void back(Context ctx, String path, String notice) {
        access.redirect(ctx, path, notice);
    }
}
