package codeframe.testing;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with a page as axe-core sees it by day and by night, and whether it is wider than a phone. */
public final class Look {
    private static final String WIDER = """
            () => [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth && !e.closest('.scroll'))
                .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')""";

    private Look() {}

    /** Leaves the page as it found it: by day, as large as a small laptop's. */
    public static List<String> faults(Page page) {
        var faults = new ArrayList<String>();
        faults.addAll(violations(page, ColorScheme.DARK, List.of("color-contrast")));
        faults.addAll(violations(page, ColorScheme.LIGHT, List.of()));
        page.setViewportSize(390, 844);
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
            faults.add(page.url() + " is wider than a phone: " + page.evaluate(WIDER));
        }
        page.setViewportSize(1366, 768);
        return faults;
    }

    private static List<String> violations(Page page, ColorScheme scheme, List<String> rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        // A colour half-way between day and night is nobody's fault.
        page.evaluate("() => Promise.allSettled(document.getAnimations()"
                + ".filter(one => one instanceof CSSTransition).map(one => one.finished))");
        var axe = rules.isEmpty() ? new AxeBuilder(page).options(alsoNames()) : new AxeBuilder(page).withRules(rules);
        return axe.analyze().getViolations().stream()
                .map(rule -> page.url() + " (" + scheme + ") " + told(rule))
                .toList();
    }

    /** With a rule that axe counts as an experiment: who speaks to a button says what stands on it. */
    private static AxeRunOptions alsoNames() {
        var on = new AxeRuleOptions();
        on.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRules(Map.of("label-content-name-mismatch", on));
        return options;
    }

    private static String told(Rule rule) {
        return rule.getHelp() + ": "
                + rule.getNodes().stream().limit(3).map(CheckedNode::getHtml).collect(Collectors.joining(" | "));
    }
}
