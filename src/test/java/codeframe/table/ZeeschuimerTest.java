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
    void what_is_left_out_is_told() throws Exception {
        var table =
                open(ITEM.formatted(PHOTO) + ITEM.formatted(PHOTO).replace("instagram.com", "tiktok.com") + "{\"cut");
        assertThat(table.next(10)).hasSize(1);
        assertThat(table.remarks())
                .containsExactly(
                        "Left out: 1 item from tiktok.com, because of Zeeschuimer's platforms only Instagram is"
                                + " read; 1 line that is no whole item.");
    }

    @Test
    void other_platforms_are_refused_by_name() {
        assertThatThrownBy(() -> open(ITEM.formatted("{}").replace("instagram.com", "tiktok.com")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("tiktok.com");
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
