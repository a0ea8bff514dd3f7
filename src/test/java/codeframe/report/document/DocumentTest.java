package codeframe.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** A document in every format, with labels that would be markup in each of them. */
class DocumentTest {
    private static final String HOSTILE =
            "</w:t><script>alert(1)</script> \\input{/etc/passwd} $x$ 50 % & a_b | c \n# {name} [x](javascript:1) `code` *b* \u0001";

    private static final Document DOCUMENT = new Document(
            "methods",
            Bilingual.of(HOSTILE),
            Bilingual.of(HOSTILE),
            "",
            List.of(new Section(
                    "corpus",
                    Bilingual.of(HOSTILE),
                    List.of(List.of(Sentence.of("size", "The {name} holds {images}.", "{name} umfasst {images}.")
                            .with("name", HOSTILE)
                            .with("images", BilingualNumbers.count(12_345, Noun.IMAGE)))),
                    List.of(new PrintedTable(
                            "t",
                            Bilingual.of(HOSTILE),
                            1,
                            List.of(Bilingual.of(HOSTILE), Bilingual.of("n")),
                            List.of(List.of(Bilingual.of(HOSTILE), BilingualNumbers.percent(0.125))))),
                    List.of(new Verbatim(Bilingual.of(HOSTILE), HOSTILE + "\n\\end{quote}\n</pre>```")))));

    @Test
    void facts_are_put_in_once_and_each_language_writes_its_numbers() {
        var sentence = DOCUMENT.sentences().findFirst().orElseThrow();
        assertThat(sentence.text(Language.EN)).isEqualTo("The " + HOSTILE + " holds 12,345 images.");
        assertThat(sentence.text(Language.DE)).isEqualTo(HOSTILE + " umfasst 12.345 Bilder.");
        assertThat(DOCUMENT.caption(DOCUMENT.sections().get(0).tables().get(0), Language.DE))
                .startsWith("Tabelle 1. ");
    }

    @Test
    void markdown_has_no_markup_from_outside() {
        var text = Markdown.of(DOCUMENT, Language.EN);
        var told = text.replaceAll("(?m)^    .*$", "").replaceAll("\\\\.", "");
        assertThat(told.replaceAll("(?m)^#+ ", ""))
                .as("what is neither escaped nor in an indented block")
                .doesNotContain("<", "[", "`", "{", "&", "_");
        assertThat(text.lines().filter(line -> line.startsWith("#")))
                .as("headings of our own")
                .hasSize(2);
        assertThat(told.lines().filter(line -> line.startsWith("|")))
                .as("rows of two cells")
                .allMatch(line -> line.chars().filter(c -> c == '|').count() == 3);
    }

    @Test
    void latex_has_no_command_from_outside() {
        var text = Latex.of(DOCUMENT, Language.EN);
        assertThat(text)
                .contains("\\textbackslash{}input\\{/etc/passwd\\} \\$x\\$ 50 \\% \\& a\\_b \\textbar{} c \\#")
                .contains("\\textbackslash{}end\\{quote\\}", "12.5 \\%")
                .doesNotContain("\\input{", "$x$");
        assertThat(text.lines().filter(line -> line.startsWith("%"))).hasSize(2);
        assertThat(text.split("\\\\end\\{quote}", -1)).as("ended once").hasSize(2);
    }

    @Test
    void word_reads_the_text_as_it_is_and_nothing_of_it_as_markup() throws Exception {
        var texts = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Docx.of(DOCUMENT, Language.DE)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal().getYear())
                        .as("the same whenever it is made")
                        .isEqualTo(1980);
                var factory = DocumentBuilderFactory.newInstance();
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                var parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
                assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
                var found = parsed.getElementsByTagName("w:t");
                for (int i = 0; i < found.getLength(); i++) {
                    texts.add(found.item(i).getTextContent());
                }
            }
        }
        var shown = HOSTILE.replace('\u0001', ' ');
        assertThat(texts).contains(shown, shown + " umfasst 12.345 Bilder. ", "Tabelle 1. " + shown, "12,5 %");
    }

    @Test
    void a_tables_columns_are_as_wide_as_their_longest_word_asks_for() {
        var table = new PrintedTable(
                "t",
                Bilingual.of("Agreement"),
                1,
                List.of(Bilingual.of("Variable"), Bilingual.of("n"), new Bilingual("Agreement", "Übereinstimmung")),
                List.of(List.of(Bilingual.of("Image type"), Bilingual.of("81"), Bilingual.of("0.7 [0.6, 0.8]"))));
        assertThat(table.widths(Language.EN, 250)).containsExactly(100, 40, 110);
        assertThat(table.widths(Language.DE, 310)).containsExactly(100, 40, 170);
    }

    @Test
    void a_name_stands_between_the_quotation_marks_of_its_language() {
        assertThat(Bilingual.quoted("Gold")).isEqualTo(new Bilingual("\"Gold\"", "„Gold“"));
    }
}
