package codeframe.coding.screen;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the deciding key to the next image drawn, over a hundred images: {@code mvn -Pbench test}. */
@Tag("bench")
class ScreenBenchTest {
    private static final int IMAGES = 100;

    private static final String MEASURE = """
            () => {
                window.times = [];
                let pressed = 0;
                addEventListener('keydown', event => { pressed = event.timeStamp }, { capture: true });
                new MutationObserver(() => {
                    const picture = document.querySelector('#canvas img');
                    const from = pressed;
                    picture?.decode().then(() => requestAnimationFrame(() =>
                        setTimeout(() => window.times.push(performance.now() - from))));
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
            page.navigate(app.url() + "/projects/1/samples/" + sample + "/code");
            page.waitForFunction("document.querySelector('#saved')?.textContent === 'Saved'");
            page.evaluate(MEASURE);
            for (int i = 1; i <= IMAGES; i++) {
                decide(page, i);
            }
            @SuppressWarnings("unchecked")
            var times = ((List<Number>) page.evaluate("window.times.sort((a, b) => a - b)"))
                    .stream().map(Number::doubleValue).toList();
            System.out.printf(
                    "Deciding key to next image drawn, %d images: median %.1f ms, p95 %.1f ms%n",
                    times.size(), times.get(times.size() / 2), times.get(times.size() * 95 / 100));
            assertThat(times).hasSize(IMAGES);
            assertThat(times.get(times.size() / 2)).isLessThan(100);
        }
    }

    /** At the pace of a quick coder: two decisions a second. */
    private static void decide(Page page, int number) {
        page.keyboard().press("1");
        page.keyboard().press("4");
        page.waitForTimeout(400);
        page.keyboard().press("Enter");
        page.waitForFunction("number => window.times.length === number", number);
    }
}
