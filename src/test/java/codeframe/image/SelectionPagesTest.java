package codeframe.image;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.sample.CorpusStudy;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectionPagesTest {
    private static final String SELECTIONS = "/projects/1/selections";
    private TestApp app;
    private Browser ona;

    @BeforeEach
    void start() {
        app = TestApp.start();
        CorpusStudy.furnish(app.jdbi(), 20);
        ona = app.browser(World.ONA);
        ona.get("/projects/1/images");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void ticked_pictures_are_found_again_and_can_be_coded_as_they_are() {
        assertThat(ona.post(SELECTIONS, "name=Odd+ones&query=&image=3&image=5").statusCode())
                .isEqualTo(303);
        assertThat(ona.get(SELECTIONS).body())
                .contains("Odd ones", "2 ticked pictures", "samples/new?selection=1&amp;design=handpicked");
        assertThat(ona.get("/projects/1/images?selection=1").body()).contains("2 images with this filter");
        assertThat(ona.get("/projects/1/samples/new?selection=1&design=handpicked")
                        .body())
                .contains("They never enter an estimate", "<strong>2 images</strong> of 2");
    }

    @Test
    void a_filter_is_saved_under_a_name() {
        ona.post(SELECTIONS, "name=Bens&query=account%3Dben");
        assertThat(ona.get(SELECTIONS).body()).contains("href=\"/projects/1/images?account=ben\"", "account ben");
    }

    @Test
    void what_cannot_be_saved_is_refused_in_words() {
        assertThat(ona.post(SELECTIONS, "name=All&query=").body()).contains("all images need no name");
        assertThat(ona.post(SELECTIONS, "name=&query=account%3Dben").statusCode())
                .isEqualTo(422);
        assertThat(ona.post(SELECTIONS, "name=X&query=&image=one").statusCode()).isEqualTo(422);
        ona.post(SELECTIONS, "name=Elsewhere&query=&image=77");
        assertThat(ona.get(SELECTIONS).body()).contains("0 ticked pictures");
    }

    @Test
    void a_selection_goes_unless_a_sample_was_made_from_it() {
        ona.post(SELECTIONS, "name=Odd+ones&query=&image=3&image=5");
        ona.post(SELECTIONS, "name=Others&query=&image=4");
        ona.get("/projects/1/samples/new");
        ona.post(
                "/projects/1/samples",
                "name=Picked&purpose=training&design=handpicked&seed=1&people=1&variables=type&codersEach=1&overlap=0"
                        + "&goldRule=unanimous&agreement=85&f1=80&prevalence=10&images=selection%3D1");
        assertThat(ona.post(SELECTIONS + "/1/delete", "").statusCode()).isEqualTo(409);
        assertThat(ona.post(SELECTIONS + "/2/delete", "").statusCode()).isEqualTo(303);
        assertThat(ona.post(SELECTIONS + "/2/delete", "").statusCode()).isEqualTo(404);
    }
}
