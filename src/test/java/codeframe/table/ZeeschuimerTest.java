package codeframe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.image.table.ColumnMapping;
import codeframe.image.table.Field;
import codeframe.image.table.RowReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the browser extension Zeeschuimer collects. */
class ZeeschuimerTest {
    private static final String ITEM =
            "{\"nav_index\":\"1\",\"item_id\":\"34_56\",\"source_platform\":\"instagram.com\",\"data\":%s}\n";
    private static final String PHOTO = """
            {"code":"Cxy","taken_at":1770594263,"media_type":1,"user":{"username":"ona","full_name":"Öna","is_verified":true},
            "caption":{"text":"line one\\nline \\"two\\""},"like_count":542,"comment_count":3,"location":null,
            "image_versions2":{"candidates":[{"url":"https://a.b/v/1_n.jpg?x=1,2"},{"url":"https://a.b/small.jpg"}]}}""".replace("\n", "");
    private static final String CAROUSEL = """
            {"shortcode":"Czz","taken_at_timestamp":1770594264,"__typename":"GraphSidecar","owner":{"username":"cleo"},
            "edge_media_to_caption":{"edges":[{"node":{"text":"old form"}}]},"edge_media_preview_like":{"count":7},
            "edge_sidecar_to_children":{"edges":[{"node":{"display_url":"https://a.b/2.jpg"}},{"node":{"display_url":"https://a.b/3.jpg"}}]}}""".replace("\n", "");

    @Test
    void items_are_rows_and_a_carousel_is_one_post() throws Exception {
        var table = open(ITEM.formatted(PHOTO) + "\n" + ITEM.formatted(CAROUSEL));
        var mapping = ColumnMapping.suggest(table.columns());
        assertThat(mapping.profile()).isEqualTo("4cat");
        var reader = new RowReader(mapping, table.columns());
        var photo = table.next();
        assertThat(reader.text(Field.TEXT, photo.cells())).isEqualTo("line one\nline \"two\"");
        assertThat(reader.text(Field.ACCOUNT, photo.cells())).isEqualTo("ona");
        assertThat(reader.post(photo.cells())).isEqualTo("Cxy");
        assertThat(reader.postedAt(photo.cells()).orElseThrow().toString()).isEqualTo("2026-02-08T23:44:23Z");
        assertThat(reader.text(Field.KIND, photo.cells())).isEqualTo("photo");
        assertThat(reader.files(photo.cells())).extracting(Object::toString).containsExactly("v/1_n.jpg");
        var carousel = table.next();
        assertThat(carousel.line()).isEqualTo(3);
        assertThat(reader.text(Field.KIND, carousel.cells())).isEqualTo("carousel");
        assertThat(reader.text(Field.TEXT, carousel.cells())).isEqualTo("old form");
        assertThat(reader.files(carousel.cells())).extracting(Object::toString).containsExactly("2.jpg", "3.jpg");
        assertThat(table.hasNext()).isFalse();
    }

    @Test
    void items_of_tiktok_have_the_columns_that_4cat_makes_of_them() throws Exception {
        var data = """
                {"id":"7234567890123456789","createTime":1770594263,"desc":"line one, #vote","author":{"uniqueId":"ona","nickname":"Ona"},
                "authorStats":{"followerCount":12},"stats":{"diggCount":3,"commentCount":0,"shareCount":1,"playCount":99},
                "video":{"duration":15},"music":{"title":"Song","authorName":"Ben"},"duetInfo":{"duetFromId":"0"},
                "textExtra":[{"hashtagName":"vote"},{}],"stickersOnItem":[{"stickerText":["one","two"]}]}""".replace("\n", "");
        var inPage =
                "{\"id\":\"8\",\"author\":\"cleo\",\"nickname\":\"Cleo\",\"createTime\":\"1770594264\",\"imagePost\":{\"images\":[{},{}]}}";
        var table = open((ITEM.formatted(data) + ITEM.formatted(inPage)).replace("instagram.com", "tiktok.com"));
        var mapping = ColumnMapping.suggest(table.columns());
        assertThat(mapping.profile()).isEqualTo("4cat-tiktok");
        var reader = new RowReader(mapping, table.columns());
        var video = table.next();
        assertThat(reader.post(video.cells())).isEqualTo("7234567890123456789");
        assertThat(reader.text(Field.ACCOUNT, video.cells())).isEqualTo("ona");
        assertThat(reader.text(Field.TEXT, video.cells())).isEqualTo("line one, #vote");
        assertThat(reader.text(Field.URL, video.cells()))
                .isEqualTo("https://www.tiktok.com/@ona/video/7234567890123456789");
        assertThat(reader.postedAt(video.cells()).orElseThrow().toString()).isEqualTo("2026-02-08T23:44:23Z");
        assertThat(video.cells()).contains("one two", "15", "99", "Song", "no");
        var slides = table.next();
        assertThat(slides.cell(table.columns().indexOf("num_media"))).isEqualTo("2");
        assertThat(reader.text(Field.ACCOUNT, slides.cells())).isEqualTo("cleo");
        assertThat(reader.postedAt(slides.cells())).isPresent();
        assertThat(table.hasNext()).isFalse();
    }

    @Test
    void what_is_left_out_is_told() throws Exception {
        var table =
                open(ITEM.formatted(PHOTO) + ITEM.formatted(PHOTO).replace("instagram.com", "tiktok.com") + "{\"cut");
        assertThat(table.next(10)).hasSize(1);
        assertThat(table.remarks())
                .containsExactly(
                        "Left out: 1 item from tiktok.com, because a file is read of one platform, Instagram or TikTok:"
                                + " of its first item; 1 line that is no whole item.");
    }

    @Test
    void other_platforms_are_refused_by_name() {
        assertThatThrownBy(() -> open(ITEM.formatted("{}").replace("instagram.com", "tiktok-comments")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("tiktok-comments");
    }

    @Test
    void items_that_were_made_to_do_harm_are_left_out() throws Exception {
        var deep = ITEM.formatted("[".repeat(5_000));
        var odd = ITEM.formatted(
                "{\"carousel_media\":7,\"user\":[],\"caption\":{\"text\":{}},\"taken_at\":1e99,\"media_type\":\"x\"}");
        var table = open(ITEM.formatted(PHOTO) + deep + odd);
        var rows = new ArrayList<Row>();
        while (table.hasNext()) {
            rows.add(table.next());
        }
        assertThat(rows).hasSize(2);
        var late = ITEM.formatted("{\"id\":\"9\",\"author\":\"cleo\",\"createTime\":4000000000000000000}");
        assertThat(open(late.replace("instagram.com", "tiktok.com"))
                        .next()
                        .cells()
                        .get(1))
                .as("a moment that no calendar has")
                .isEmpty();
        assertThatThrownBy(() -> open(ITEM.formatted("\"" + "a".repeat(9_000_000) + "\"")))
                .hasMessageContaining("8 million");
    }

    @Test
    void a_real_collection_is_read_whole() throws Exception {
        var file = Path.of("../shared/material/import-cases/zeeschuimer-ndjson/zeeschuimer.ndjson");
        if (Files.exists(file)) {
            var table = Table.open(Content.of(Files.readAllBytes(file)));
            var rows = table.next(100);
            assertThat(rows).hasSize(23);
            int kind = table.columns().indexOf("media_type");
            int number = table.columns().indexOf("num_media");
            assertThat(rows.stream()
                            .filter(row -> row.cell(kind).equals("carousel"))
                            .map(row -> row.cell(number)))
                    .containsExactly("13", "4", "6");
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.cells().subList(0, 3)).noneMatch(String::isBlank));
            assertThat(table.remarks()).isEqualTo(List.of());
        }
    }

    private static Table open(String text) throws Exception {
        return Table.open(Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
