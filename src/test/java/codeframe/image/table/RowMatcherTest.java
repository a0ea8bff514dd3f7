package codeframe.image.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowMatcherTest {
    private final RowMatcher matcher = new RowMatcher();

    @Test
    void a_path_matches_whatever_folder_it_was_packed_in() {
        row(1, "images/ona/7.jpg", "", "");
        row(2, "images/cleo/7.jpg", "", "");
        assertMatches(List.of(2L, 1L), "export/images/cleo/7.jpg", "ona\\7.jpg");
    }

    @Test
    void account_and_id_match_without_any_path() {
        row(1, "", "ona", "123_9");
        row(2, "", "cleo", "123_9");
        assertMatches(List.of(2L, 1L), "cleo/123_9.jpg", "x/ona/123_9.webp");
    }

    @Test
    void names_and_ids_match_with_and_without_extension() {
        row(1, "a.jpg", "", "");
        row(2, "", "", "b");
        row(3, "c.jpg", "", "");
        assertMatches(List.of(1L, 2L, 3L), "x/a.jpg", "y/b.png", "c.webp");
    }

    @Test
    void one_post_has_several_numbered_pictures() {
        row(1, "", "ona", "Cxy");
        row(2, "", "ona", "Cxy_2");
        assertMatches(Arrays.asList(1L, 1L, 2L, 1L), "ona/Cxy_1.jpg", "Cxy-3.jpg", "ona/Cxy_2.jpg", "Cxy.jpg");
    }

    @Test
    void programs_that_download_put_the_id_last() {
        row(1, "", "ona", "7234567890123456789");
        row(2, "", "cleo", "aB-c_9876");
        row(3, "", "ben", "2026");
        assertMatches(
                Arrays.asList(1L, 1L, 2L, null),
                "@ona_video_7234567890123456789.mp4",
                "A [loud] title [7234567890123456789].webm",
                "Title [aB-c_9876].mp4",
                "holiday_2026.jpg");
    }

    @Test
    void several_files_named_by_one_row_all_belong_to_it() {
        matcher.add(
                new RowMatcher.Row(1, "line 2", List.of(FilePath.of("1_n.jpg"), FilePath.of("2_n.jpg")), "ona", "Cxy"));
        assertMatches(List.of(1L, 1L), "1_n.jpg", "sub/2_n.jpg");
    }

    @Test
    void a_file_that_fits_two_rows_is_reported() {
        row(1, "1.jpg", "", "");
        row(2, "1.jpg", "", "");
        assertThat(match("x/1.jpg").reasons().values()).containsExactly("2 rows fit this file: line 1, line 2.");
    }

    @Test
    void a_row_that_two_different_pictures_fit_is_reported_for_both() {
        row(1, "1.jpg", "", "");
        var matches = match("a/1.jpg", "b/1.jpg");
        assertThat(matches.rows()).isEmpty();
        assertThat(matches.reasons())
                .containsEntry(0L, "line 1 fits this file and also b/1.jpg.")
                .containsEntry(1L, "line 1 fits this file and also a/1.jpg.");
    }

    @Test
    void the_better_fit_wins_and_the_other_file_is_told_so() {
        row(1, "", "ona", "5");
        var matches = match("ona/5.jpg", "cleo/5.jpg");
        assertThat(matches.rows()).containsOnlyKeys(0L);
        assertThat(matches.reasons()).containsEntry(1L, "line 1 fits ona/5.jpg better.");
    }

    @Test
    void two_copies_of_the_same_picture_are_no_conflict() {
        row(1, "1.jpg", "", "");
        var matches = matcher.match(List.of(
                new RowMatcher.File(0, FilePath.of("a/1.jpg"), "same"),
                new RowMatcher.File(1, FilePath.of("b/1.jpg"), "same")));
        assertThat(matches.rows()).containsOnlyKeys(0L, 1L);
    }

    @Test
    void a_file_that_no_row_names_is_reported() {
        row(1, "1.jpg", "", "");
        assertThat(match("2.jpg").reasons()).containsEntry(0L, "No row names this file.");
    }

    @Test
    void letters_match_however_they_are_composed() {
        row(1, "m\u00fcller.jpg", "", "");
        assertMatches(List.of(1L), "mu\u0308ller.jpg");
    }

    @Test
    void the_case_of_letters_is_passed_over_where_that_is_clear() {
        row(1, "Export/a.PNG", "", "");
        row(2, "", "Ona", "CXY");
        row(3, "Bb.png", "", "");
        row(4, "bB.png", "", "");
        assertMatches(Arrays.asList(1L, 2L, 3L, 4L), "export/A.png", "ona/cxy_1.jpg", "Bb.png", "x/bB.png");
        assertThat(match("BB.PNG").reasons().values()).containsExactly("2 rows fit this file: line 3, line 4.");
    }

    @Test
    void of_two_files_that_differ_by_case_the_one_that_is_written_so_is_the_rows() {
        row(1, "a.png", "", "");
        var matches = match("A.png", "a.png");
        assertThat(matches.rows()).containsOnlyKeys(1L);
        assertThat(matches.reasons()).containsEntry(0L, "line 1 fits a.png better.");
    }

    private void row(long id, String file, String account, String post) {
        var files = file.isEmpty() ? List.<FilePath>of() : List.of(FilePath.of(file));
        matcher.add(new RowMatcher.Row(id, "line " + id, files, account, post));
    }

    private void assertMatches(List<Long> rows, String... paths) {
        var matches = match(paths);
        assertThat(IntStream.range(0, paths.length).mapToObj(i -> matches.rows().get((long) i)))
                .as(matches.toString())
                .isEqualTo(rows);
    }

    private RowMatcher.Matches match(String... paths) {
        return matcher.match(IntStream.range(0, paths.length)
                .mapToObj(i -> new RowMatcher.File(i, FilePath.of(paths[i]), "content " + i))
                .toList());
    }
}
