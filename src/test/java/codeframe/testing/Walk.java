package codeframe.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Visits every kind of page that can be reached by links from where it starts, each kind once. */
public final class Walk {
    private final BrowserContext window;
    private final String base;
    private final Set<String> kinds = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    public Walk(BrowserContext window, String base) {
        this.window = window;
        this.base = base;
    }

    /** @param look is handed the page when it has been loaded */
    public void from(Page page, List<String> paths, Consumer<Page> look) {
        paths.forEach(this::wait);
        while (!waiting.isEmpty()) {
            var path = waiting.removeFirst();
            if (isPage(path)) {
                page.navigate(base + path);
                page.waitForLoadState();
                look.accept(page);
                links(page).forEach(this::wait);
            }
        }
    }

    /** Two addresses that differ in numbers or in their query are the same kind of page. */
    private void wait(String link) {
        var path = link.replaceAll("#.*", "");
        if (kinds.add(path.replaceAll("\\?.*", "").replaceAll("\\d+", "N"))) {
            waiting.add(path);
        }
    }

    private boolean isPage(String path) {
        var answer = window.request().get(base + path);
        var type = answer.headers().getOrDefault("content-type", "");
        answer.dispose();
        return type.startsWith("text/html");
    }

    private static List<String> links(Page page) {
        return page.locator("a[href^='/']:not([download])").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
