package codeframe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            postgresql://ona:secret@db/cf                       | jdbc:postgresql://db:5432/cf                       | ona | secret
            postgres://ona:a+b@db:6432/cf                       | jdbc:postgresql://db:6432/cf                       | ona | a+b
            postgresql://ona:100%sure@db/cf                     | jdbc:postgresql://db:5432/cf                       | ona | 100%sure
            postgresql://ona:a%40b%2Fc%25@db/cf                 | jdbc:postgresql://db:5432/cf                       | ona | a@b/c%
            postgresql://ona:gr%C3%BCn@db/cf                    | jdbc:postgresql://db:5432/cf                       | ona | grün
            postgresql://ona:p@ss/w?rd#1:2@db/cf                | jdbc:postgresql://db:5432/cf                       | ona | p@ss/w?rd#1:2
            postgresql://o%40na:x@db/cf                         | jdbc:postgresql://db:5432/cf                       | o@na | x
            postgresql://ona:x@[::1]:5433/cf                    | jdbc:postgresql://[::1]:5433/cf                    | ona | x
            postgresql://ona:x@a,b:5433/cf?targetServerType=primary | jdbc:postgresql://a:5432,b:5433/cf?targetServerType=primary | ona | x
            postgresql://ona:x@a,b/cf?target_session_attrs=read-write | jdbc:postgresql://a:5432,b:5432/cf?targetServerType=primary | ona | x
            postgresql+psycopg2://ona:x@db/cf?ApplicationName=cf@node1 | jdbc:postgresql://db:5432/cf?ApplicationName=cf@node1 | ona | x
            postgresql://ona:x@db/cf?sslmode=require&connect_timeout=5&pgbouncer=true | jdbc:postgresql://db:5432/cf?sslmode=require&connectTimeout=5 | ona | x
            """)
    void addresses_are_read_as_people_write_them(String text, String jdbc, String user, String password) {
        assertThat(DatabaseUrl.of(text)).isEqualTo(new DatabaseUrl(jdbc, Optional.of(user), Optional.of(password)));
    }

    @Test
    void an_account_may_be_left_out() {
        assertThat(DatabaseUrl.of("postgresql://db/cf"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db:5432/cf", Optional.empty(), Optional.empty()));
        assertThat(DatabaseUrl.of("postgresql://ona@db/cf").password()).isEmpty();
        assertThat(DatabaseUrl.of("postgresql://db/cf?user=ona@tenant&password=a%2Bb"))
                .isEqualTo(new DatabaseUrl(
                        "jdbc:postgresql://db:5432/cf?user=ona@tenant&password=a%2Bb",
                        Optional.empty(), Optional.of("a+b")));
    }

    @Test
    void the_drivers_own_form_is_left_as_it_is_and_its_password_is_known() {
        var url = "jdbc:postgresql://db/cf?user=ona&password=a%26b";
        assertThat(DatabaseUrl.of(url)).isEqualTo(new DatabaseUrl(url, Optional.empty(), Optional.of("a&b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ona:s3cret@db/cf",
                "ona:s3cret@db/cf",
                "postgresql:ona:s3cret@db/cf",
                "postgresql://ona:s3cret@/cf",
                "postgresql://ona:s3cret@db",
                "postgresql://ona:s3cret@db/",
                "postgresql://ona:s3cret@db:port/cf",
                "postgresql://ona:s3cret@db,/cf",
                "postgresql:///s3cret?host=/run/postgresql",
                "s3cret"
            })
    void what_cannot_be_read_gets_a_sentence_without_the_password(String text) {
        assertThatThrownBy(() -> DatabaseUrl.of(text))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("DATABASE_URL ")
                .hasMessageContaining("postgresql://user:password@host/name")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void another_kind_of_database_is_named() {
        assertThatThrownBy(() -> DatabaseUrl.of("mysql://ona:x@db/cf"))
                .hasMessageStartingWith(
                        "DATABASE_URL begins with mysql://, but Codeframe keeps everything in PostgreSQL");
    }
}
