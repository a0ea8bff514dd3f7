package codeframe.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with a page as axe-core sees it by day and by night, and whether it is wider than a phone. */
public final class Look {
    private static final String AXE = library();
    private static final String WIDER = """
            () => [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth && !e.closest('.scroll, nav'))
                .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')""";

    /** Every rule, and one that axe counts as an experiment: who speaks to a button says what stands on it. */
    private static final Map<String, Object> ALL = Map.of(
            "preload",
            false,
            "resultTypes",
            List.of("violations"),
            "rules",
            Map.of("label-content-name-mismatch", Map.of("enabled", true)));

    private static final Map<String, Object> CONTRAST =
            Map.of("preload", false, "resultTypes", List.of("violations"), "runOnly", List.of("color-contrast"));

    /**
     * A colour half-way between day and night is nobody's fault: the scheme has come, was drawn, and nothing fades or arrives
     * any more.
     */
    private static final String VIOLATIONS = """
            async ([scheme, options]) => {
                const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                do await drawn(); while (!matchMedia('(prefers-color-scheme: ' + scheme + ')').matches);
                document.getAnimations()
                    .filter(one => one.effect.getComputedTiming().endTime < Infinity)
                    .forEach(one => one.finish());
                const found = await axe.run(document, options);
                return found.violations.map(rule => rule.help + ': '
                    + rule.nodes.slice(0, 3).map(node => node.html).join(' | '));
            }""";

    private Look() {}

    /** Leaves the page as it found it: by day, as large as a small laptop's. */
    public static List<String> faults(Page page) {
        page.waitForLoadState();
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        var faults = new ArrayList<String>();
        faults.addAll(violations(page, ColorScheme.DARK, CONTRAST));
        faults.addAll(violations(page, ColorScheme.LIGHT, ALL));
        faults.addAll(wide(page));
        return faults;
    }

    /** What makes the page wider than a phone's. */
    public static List<String> wide(Page page) {
        page.setViewportSize(390, 844);
        try {
            return (boolean)
                            page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                    ? List.of(page.url() + " is wider than a phone: " + page.evaluate(WIDER))
                    : List.of();
        } finally {
            page.setViewportSize(1366, 768);
        }
    }

    private static List<String> violations(Page page, ColorScheme scheme, Map<String, Object> options) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return ((List<?>) page.evaluate(VIOLATIONS, List.of(scheme.name().toLowerCase(Locale.ROOT), options)))
                .stream().map(rule -> page.url() + " (" + scheme + ") " + rule).toList();
    }

    /** Run in the page itself: the library's own runner opens a window per look and fetches all stylesheets again. */
    private static String library() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
