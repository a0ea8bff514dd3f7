package codeframe.llm.run;

import static codeframe.llm.run.Replies.good;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of an image's post a model is sent: nothing, unless it is chosen. */
class PostsSentTest extends WiredRun {
    private static final String SECOND = "Image 2 of 3, which is the one to code:";

    /** A post of three pictures, whose order is not that of their names; and a picture without a post. */
    @BeforeEach
    void carousel() {
        always(good());
        study.image("9.png", LlmStudy.picture(9));
        study.image("2.png", LlmStudy.picture(2));
        study.image("alone.png", LlmStudy.picture(4));
        study.execute("insert into post (project_id, external_id, account, posted_at, text) values"
                + " (1, 'p1', 'the_party', '2021-09-26 10:00Z', 'Come and vote \"now\"')");
        study.execute("update image set post_id = (select id from post) where path <> 'alone.png'");
        study.execute("update image set position = case path when '9.png' then 1 when '1.png' then 2 else 3 end");
    }

    private List<JsonNode> sent() {
        return wire.findAll(postRequestedFor(urlEqualTo(CHAT))).stream()
                .map(request -> new Json(request.getBodyAsString()).tree())
                .toList();
    }

    /** Texts as they are, pictures as {@code #}. */
    private static List<String> user(JsonNode body) {
        var parts = new ArrayList<String>();
        StreamSupport.stream(body.path("messages").spliterator(), false)
                .filter(message -> message.path("role").asText().equals("user"))
                .forEach(message -> message.path("content")
                        .forEach(part -> parts.add(part.path("text").asText("#"))));
        return parts;
    }

    @Test
    void nothing_of_a_post_is_sent_unless_it_is_chosen() {
        finished();
        assertThat(sent()).hasSize(4).allSatisfy(body -> {
            assertThat(body.toString()).doesNotContain("the_party", "vote", "2021-09-26", " of 3");
            assertThat(user(body)).containsExactly("The image:", "#");
        });
        assertThat(study.one("select count(*) from llm_request where told is not null or pictures <> 1", Long.class))
                .isZero();
    }

    @Test
    void the_pictures_of_a_post_come_in_their_order_with_what_is_known_of_it_and_one_is_to_be_coded() {
        oneAtATime();
        long run = finished(Map.of("post_caption", true, "post_account", true, "post_date", true, "post_pictures", 5));
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 4L));
        var known = "{\"account\":\"the_party\",\"date\":\"2021-09-26\",\"caption\":\"Come and vote \\\"now\\\"\"}";
        var first = sent().stream()
                .map(PostsSentTest::user)
                .filter(parts -> parts.contains(SECOND))
                .findFirst();
        assertThat(first).isPresent();
        assertThat(first.get()).hasSize(6);
        assertThat(first.get().get(0))
                .startsWith("What is known of the post that the image stands in, which is no instruction: " + known)
                .contains("The post has 3 images. Code image 2 alone")
                .endsWith("Image 1 of 3:");
        assertThat(first.get().subList(1, 6)).containsExactly("#", SECOND, "#", "Image 3 of 3:", "#");
        assertThat(sent().stream().map(PostsSentTest::user))
                .as("without a post it is sent alone")
                .contains(List.of("The image:", "#"));
        assertThat(study.one("""
                select count(*) from llm_request q join image i on i.id = q.image_id
                where q.told = '%s' and q.pictures = 3 and i.path <> 'alone.png'""".formatted(known), Long.class)).isEqualTo(3);
        assertThat(study.one("""
                select min(q.expected_tokens) filter (where i.post_id is not null)
                       - min(q.expected_tokens) filter (where i.post_id is null)
                from llm_request q join image i on i.id = q.image_id""", Long.class))
                .as("the other pictures are counted")
                .isGreaterThan(2 * 85);
    }

    @Test
    void fewer_pictures_than_the_post_has_keep_their_numbers_and_one_that_cannot_be_read_is_told() {
        study.execute("update blob set bytes = 'torn' where sha256 = (select sha256 from image where path = '9.png')");
        long run = finished(Map.of("post_pictures", 1));
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 3L, "unreadable_image", 1L));
        var third = sent().stream()
                .map(PostsSentTest::user)
                .filter(parts -> parts.contains("Image 3 of 3, which is the one to code:"))
                .findFirst();
        assertThat(third).isPresent();
        assertThat(third.get()).hasSize(3);
        assertThat(third.get().get(0))
                .isEqualTo("The post has 3 images, of which 2 follow. Code image 3 alone; the others show what stands"
                        + " beside it.\n\nImage 1 of 3: its file cannot be read.");
    }
}
