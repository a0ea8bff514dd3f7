package codeframe.image.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers are those of the tools themselves, as recorded in the shared material. */
final class ColumnMappingTest {
    private static final String STORIES = "ID,Time of Posting,Type of Content,video_url,image_url,Username,"
            + "Video Length (s),Expiration,Caption,Is Verified,Stickers,Accessibility Caption,Attribution URL,image_path";
    private static final String FOURCAT_OLD = "id,thread_id,parent_id,body,author,author_fullname,author_avatar_url,"
            + "timestamp,type,url,image_url,media_url,hashtags,num_likes,num_comments,num_media,location_name,"
            + "location_latlong,location_city,unix_timestamp,media_n,media_filename";
    private static final String FOURCAT = "collected_from_url,collected_from_view,partial_item,id,timestamp,thread_id,"
            + "parent_id,url,body,author_id,author,author_fullname,verified,author_avatar_url,coauthors,"
            + "coauthor_fullnames,coauthor_ids,media_type,num_media,image_urls,media_urls,hashtags,usertags";
    private static final String CROWDTANGLE =
            "Account,User Name,Followers at Posting,Post Created,Type,Likes,Comments,Views,URL,Link,Photo,Title,Description";
    private static final String FACEBOOK = "Page Name,User Name,Facebook Id,Page Category,Post Created,"
            + "Post Created Date,Type,Likes,URL,Message,Link,Description";

    @Test
    void the_tools_are_recognised_by_their_columns() {
        assertThat(profile(STORIES)).isEqualTo("stories");
        assertThat(profile(FOURCAT_OLD)).isEqualTo("4cat-downloaded");
        assertThat(profile(FOURCAT)).isEqualTo("4cat");
        assertThat(profile(CROWDTANGLE)).isEqualTo("crowdtangle-instagram");
        assertThat(profile(FACEBOOK)).isEqualTo("crowdtangle-facebook");
        assertThat(profile("shortcode,username,timestamp,caption,location")).isEqualTo("ma");
        assertThat(profile("something,else")).isEqualTo("guessed");
    }

    @Test
    void unknown_tables_are_guessed_by_name_and_no_column_twice() {
        var mapping =
                ColumnMapping.suggest(List.of("File Name", "Post ID", "USERNAME", "Created_at", "Caption", "mood"));
        assertThat(mapping.columns())
                .isEqualTo(Map.of(
                        Field.IMAGE, "File Name",
                        Field.POST, "Post ID",
                        Field.ACCOUNT, "USERNAME",
                        Field.POSTED_AT, "Created_at",
                        Field.TEXT, "Caption"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
            Dateiname,Beitrags-ID,Benutzername,Veröffentlicht am,Beitragstyp,Beschreibung,Webadresse
            Nom du fichier,ID du post,Nom d'utilisateur,Date de publication,Type de contenu,Légende,Lien
            Nombre de archivo,ID de la publicación,Usuario,Fecha y hora,Tipo,Descripción,Enlace
            Nome file,Id del post,Utente,Data di pubblicazione,Tipo di contenuto,Didascalia,Collegamento
            DOSYA ADI,Gönderi ID,Kullanıcı adı,Paylaşım Tarihi,İçerik türü,Açıklama,Bağlantı
            ficheiro,publicacao id,utilizador,data,tipo,legenda,link
            Файл,post_id,Автор,Дата,Тип,Текст,Ссылка
            ファイル名,id,ユーザー名,日付,type,本文,link
            """)
    void columns_are_recognised_in_the_languages_of_those_who_made_the_table(String header) {
        var columns = List.of(header.split(","));
        var mapping = ColumnMapping.suggest(columns);
        assertThat(mapping.column(Field.IMAGE)).contains(columns.get(0));
        assertThat(mapping.column(Field.POSTED_AT)).contains(columns.get(3));
        assertThat(mapping.column(Field.TEXT)).contains(columns.get(5));
        assertThat(mapping.columns()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(mapping.findsImages()).isTrue();
    }

    @Test
    void a_table_of_which_nothing_is_recognised_finds_no_images() {
        assertThat(ColumnMapping.suggest(List.of("Was", "Wer", "Stimmung")).findsImages())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1617235200,2021-04-01T00:00:00Z",
        "1617235200.0,2021-04-01T00:00:00Z",
        "1617235200123,2021-04-01T00:00:00.123Z",
        "2021-04-01,2021-04-01T00:00:00Z",
        "2021-04-01 08:30:00,2021-04-01T08:30:00Z",
        "2021-04-01 08:30,2021-04-01T08:30:00Z",
        "2021-04-01T08:30:00.250Z,2021-04-01T08:30:00.250Z",
        "2021-04-01T08:30:00+02:00,2021-04-01T06:30:00Z",
        "2021-04-01T08:30:00+0000,2021-04-01T08:30:00Z",
        "2021-04-01 08:30:00 EST,2021-04-01T12:30:00Z",
        "2021-04-01 08:30:00 UTC,2021-04-01T08:30:00Z",
        "1.4.2021,2021-04-01T00:00:00Z",
        "01.04.2021 08:30,2021-04-01T08:30:00Z",
        "Thu Apr 1 08:30:00 +0000 2021,2021-04-01T08:30:00Z"
    })
    void moments_are_read_in_the_forms_the_tools_write(String text, String instant) {
        assertThat(PostedAt.parse(text)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2021", "yesterday", "2021", "31.02.x", "12345"})
    void a_moment_that_could_mean_two_days_is_not_guessed(String text) {
        assertThat(PostedAt.parse(text)).isEmpty();
    }

    @Test
    void a_year_that_no_calendar_holds_is_no_moment() {
        assertThat(PostedAt.parse("+999999999-12-31T23:59:59Z")).isEmpty();
        assertThat(PostedAt.parse("-4000-01-01 00:00:00")).isEmpty();
        assertThat(PostedAt.parse("9999-12-31")).isPresent();
    }

    @Test
    void a_cell_may_name_several_files() {
        var reader = new RowReader(ColumnMapping.suggest(List.of(FOURCAT.split(","))), List.of("image_urls", "id"));
        assertThat(reader.files(List.of("https://a.b/v/1_n.jpg?x=1,2,https://a.b/v/2_n.webp#z", "C0de")))
                .extracting(FilePath::toString)
                .containsExactly("v/1_n.jpg", "v/2_n.webp");
        assertThat(reader.post(List.of("", "https://www.instagram.com/p/C0de/?hl=de")))
                .isEqualTo("C0de");
    }

    private static String profile(String header) {
        return ColumnMapping.suggest(List.of(header.split(","))).profile();
    }
}
