package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchBinTest {
    @Test
    void tensors_are_read_as_python_saved_them() throws Exception {
        var file = TorchBin.open(Golden.file("bin/good.bin"));
        assertThat(floats(file, "matrix")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(floats(file, "transposed")).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        assertThat(floats(file, "part")).containsExactly(8, 9, 10, 11);
        assertThat(floats(file, "scalar")).containsExactly(5);
        assertThat(floats(file, "halves")).containsExactly(1, -2.5f, 0x1p-24f, 65504);
        assertThat(floats(file, "brains")).containsExactly(1.5f, -3);
        assertThat(file.tensor("matrix").shape()).containsExactly(3, 4);
        assertThatThrownBy(() -> file.tensor("ids")).hasMessageContaining("no weights named “ids”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.bin", "eval.bin"})
    void a_file_that_wants_to_run_something_is_refused_and_runs_nothing(String name) {
        assertThatThrownBy(() -> TorchBin.open(Golden.file("bin/" + name)))
                .isInstanceOf(BrokenModel.class)
                .hasMessageContaining("wants to run")
                .hasMessageContaining("nothing was run");
        assertThat(Path.of("/tmp/codeframe-was-here")).doesNotExist();
    }

    @Test
    void numbers_that_are_cut_off_are_told() throws Exception {
        var file = TorchBin.open(Golden.file("bin/cut.bin"));
        assertThatThrownBy(() -> file.tensor("matrix")).hasMessageContaining("is damaged");
    }

    @Test
    void an_old_or_torn_file_is_told_apart_from_a_checkpoint(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("pytorch_model.bin"), "\u0080\u0002\u008a legacy");
        assertThatThrownBy(() -> TorchBin.open(file)).hasMessageContaining("before 2020");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "R.",
                "}",
                "h\u0005.",
                "X\u00ff\u00ff\u00ff\u007f.",
                "(((((t.",
                "ccollections",
                "}q\u0000h\u0000K\u0001s.",
                "K\u0001K\u0001R.",
                "ctorch\nFloatStorage\n)R.",
                "]q\u0000h\u0000a.",
                "i",
                "\u0095\u0001",
                ")Q."
            })
    void a_torn_pickle_ends_in_a_sentence(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            assertThat(new TorchPickle(bytes).read()).isInstanceOf(List.class);
        } catch (BrokenModel e) {
            assertThat(e).hasMessageContaining("weights file");
        }
    }

    private static float[] floats(Checkpoint file, String name) {
        return SafeTensorsTest.floats(file.tensor(name));
    }
}
