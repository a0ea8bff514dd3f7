package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafeTensorsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> damaged() {
        return Stream.of(
                Arguments.of("not json", "not valid JSON"),
                Arguments.of("[1, 2]", "not a list of tensors"),
                Arguments.of("{\"a\":1}", "unknown number format"),
                Arguments.of(entry("a", "F99", "[2]", "[0,8]"), "unknown number format “F99”"),
                Arguments.of(entry("a", "F32", "[-2]", "[0,8]"), "the shape of “a”"),
                Arguments.of(entry("a", "F32", "[2.5]", "[0,8]"), "the shape of “a”"),
                Arguments.of(entry("a", "F32", "2", "[0,8]"), "incomplete"),
                Arguments.of(entry("a", "F32", "[2]", "[0]"), "incomplete"),
                Arguments.of(entry("a", "F32", "[2]", "[\"0\",8]"), "incomplete"),
                Arguments.of(entry("a", "F32", "[2]", "[0,7]"), "does not fit its shape"),
                Arguments.of(entry("a", "F32", "[2]", "[-8,0]"), "does not fit its shape"),
                Arguments.of(entry("a", "F32", "[2]", "[16,24]"), "not copied completely"),
                Arguments.of(entry("a", "F32", "[2147483647,2147483647,2147483647]", "[0,8]"), "impossible size"),
                Arguments.of(
                        "{\"a\":%s,\"b\":%s}".formatted(body("F32", "[2]", "[0,8]"), body("F32", "[2]", "[4,12]")),
                        "“b” overlaps"),
                Arguments.of(
                        "{\"a\":%s,\"a\":%s}".formatted(body("F32", "[2]", "[0,8]"), body("F32", "[2]", "[8,16]")),
                        "not valid JSON"));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void a_damaged_file_is_refused_with_a_sentence(String header, String because) {
        var file = CheckpointFile.raw(folder.resolve("model.safetensors"), header, new byte[16]);
        assertThatThrownBy(() -> SafeTensors.open(file))
                .isInstanceOf(BrokenModel.class)
                .hasMessageStartingWith("The weights file model.safetensors is damaged: ")
                .hasMessageContaining(because)
                .hasMessageEndingWith(".");
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() throws Exception {
        byte[] whole = Files.readAllBytes(Golden.file("tiny-clip/model.safetensors"));
        for (int length : new int[] {0, 4, 8, 100, 5000, whole.length - 1}) {
            var file = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SafeTensors.open(file)).isInstanceOf(BrokenModel.class);
        }
    }

    @Test
    void a_header_that_claims_the_whole_file_and_more_is_refused() throws Exception {
        var file = Files.write(folder.resolve("huge.safetensors"), new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, '{'});
        assertThatThrownBy(() -> SafeTensors.open(file)).hasMessageContaining("header is missing or cut off");
    }

    @Test
    void the_three_formats_of_weights_become_the_same_floats() throws Exception {
        var header = "{\"a\":%s,\"b\":%s,\"c\":%s,\"n\":%s}"
                .formatted(
                        body("F32", "[1]", "[0,4]"),
                        body("F16", "[4]", "[4,12]"),
                        body("BF16", "[2]", "[12,16]"),
                        body("I64", "[1]", "[16,24]"));
        byte[] data = {
            0,
            0,
            (byte) 0xc0,
            0x3f,
            0,
            0x3e,
            1,
            0,
            0,
            (byte) 0xfc,
            0,
            (byte) 0x80,
            (byte) 0xc0,
            0x3f,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var file = SafeTensors.open(CheckpointFile.raw(folder.resolve("mixed.safetensors"), header, data));
        assertThat(floats(file.tensor("a"))).containsExactly(1.5f);
        assertThat(floats(file.tensor("b"))).containsExactly(1.5f, 0x1p-24f, Float.NEGATIVE_INFINITY, -0f);
        assertThat(floats(file.tensor("c"))).containsExactly(1.5f, 0f);
        assertThatThrownBy(() -> file.tensor("n")).hasMessageContaining("no weights named “n”");
        assertThatThrownBy(() -> file.tensor("z")).hasMessageContaining("no weights named “z”");
    }

    static float[] floats(Tensor tensor) {
        var floats = new float[(int) Tensor.count(tensor.shape())];
        tensor.floats()
                .duplicate()
                .order(tensor.floats().order())
                .asFloatBuffer()
                .get(floats);
        return floats;
    }

    private static String entry(String name, String dtype, String shape, String offsets) {
        return "{\"" + name + "\":" + body(dtype, shape, offsets) + "}";
    }

    private static String body(String dtype, String shape, String offsets) {
        return "{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}".formatted(dtype, shape, offsets);
    }
}
