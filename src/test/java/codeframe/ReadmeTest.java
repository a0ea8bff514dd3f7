package codeframe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README is held to the code. */
class ReadmeTest {
    @Test
    void the_table_of_settings_is_the_list_of_settings() throws IOException {
        var rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `CODEFRAME_") || line.startsWith("| `DATABASE_URL`"))
                .toList();
        var expected = Stream.of(Setting.values())
                .map(setting -> "| `" + setting + "` | "
                        + (setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`") + " | "
                        + setting.meaning() + " |")
                .toList();
        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void continuous_integration_runs_exactly_the_test_command() throws IOException {
        var command = "mvn -B -ntp verify";
        assertThat(Files.readString(Path.of("README.md"))).contains("```sh\n" + command + "\n```");
        assertThat(Files.readAllLines(Path.of(".ci/run"))).endsWith(command);
    }

    @Test
    void the_pictures_it_shows_are_there() throws IOException {
        var pictures = Pattern.compile("!\\[[^\\]]+\\]\\(([^)]+)\\)")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> Path.of(found.group(1)))
                .toList();
        assertThat(pictures)
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture).isRegularFile());
    }

    @Test
    void no_file_names_a_path_of_the_machine_it_was_written_on() throws IOException {
        for (var file :
                new String[] {"README.md", "CONTRIBUTING.md", "Dockerfile", "docker-compose.yml", ".ci/run", "pom.xml"
                }) {
            assertThat(Files.readString(Path.of(file))).as(file).doesNotContain("/work/", "/root/");
        }
    }
}
