package codeframe.coding.screen;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the deciding key to the next image drawn, over a hundred images: {@code mvn -Pbench test}. */
@Tag("bench")
class ScreenBenchTest {
    private static final int IMAGES = 100;

    /** Listens before the screen does: what follows a key happens before the next listener hears of it. */
    private static final String LISTEN =
            "addEventListener('keydown', event => { window.pressed = event.timeStamp }, { capture: true })";

    private static final String MEASURE = """
            () => {
                window.times = [];
                window.swaps = [];
                new MutationObserver(() => {
                    const picture = document.querySelector('#canvas img');
                    const from = window.pressed;
                    window.swaps.push(performance.now() - from);
                    if (!picture?.complete) return;
                    requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - from)));
                }).observe(document.querySelector('#canvas'), { childList: true });
            }""";

    @Test
    void the_next_image_is_there_in_a_tenth_of_a_second() {
        try (var app = TestApp.start();
                var chromium = Chromium.start();
                var window = chromium.window()) {
            var study = SampledStudy.drawn(app.jdbi(), IMAGES + 1);
            long sample = study.sample(World.CLEO);
            var page = Chromium.signIn(window, app.url(), World.CLEO);
            page.addInitScript(LISTEN);
            page.navigate(app.url() + "/projects/1/samples/" + sample + "/code");
            page.waitForFunction("document.querySelector('#saved')?.textContent === 'Saved'");
            page.evaluate(MEASURE);
            for (int i = 1; i <= IMAGES; i++) {
                decide(page, i);
            }
            var times = sorted(page, "times");
            var swaps = sorted(page, "swaps");
            System.out.printf(
                    Locale.ROOT,
                    "Deciding key to next image, %d images: in place after %.1f ms (p95 %.1f), drawn after %.1f ms (p95 %.1f)%n",
                    IMAGES,
                    at(swaps, 50),
                    at(swaps, 95),
                    at(times, 50),
                    at(times, 95));
            assertThat(times).hasSize(IMAGES);
            assertThat(at(times, 50)).isLessThan(100);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Double> sorted(Page page, String name) {
        return ((List<Number>) page.evaluate("window." + name + ".sort((a, b) => a - b)"))
                .stream().map(Number::doubleValue).toList();
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100);
    }

    /** At the pace of a quick coder, half a second an image. */
    private static void decide(Page page, int number) {
        page.keyboard().press("1");
        page.keyboard().press("4");
        page.waitForTimeout(500);
        page.keyboard().press("Enter");
        page.waitForFunction("number => window.times.length >= number", number);
    }
}
