package codeframe.codebook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** The codebook file: YAML 1.2, where {@code no} and {@code yes} are words. JSON is YAML, so it is read too. */
public final class CodebookYaml {
    private CodebookYaml() {}

    public static Reading read(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return read(text.toString());
        } catch (CharacterCodingException notUtf8) {
            return new Reading.Refused(List.of(new Mistake(
                    1,
                    "",
                    "The file is not UTF-8 text. Save it as UTF-8 (\"CSV UTF-8\" or \"Unicode\") and try again.")));
        }
    }

    /** The codebook, or every mistake in it. Reads the notebooks' {@code classification_dict} as well. */
    public static Reading read(String text) {
        if (ClassificationDict.isPython(text)) {
            return ClassificationDict.read(text);
        }
        var mistakes = new Mistakes();
        var root = YamlTree.root(withoutMark(text), mistakes);
        if (root.isEmpty()) {
            return new Reading.Refused(mistakes.inOrder());
        }
        return ClassificationDict.isDict(root.get())
                ? ClassificationDict.read(root.get(), mistakes)
                : codebook(root.get(), mistakes);
    }

    public static String write(Codebook codebook) {
        return YamlWriter.write(CodebookJson.tree(codebook));
    }

    private static Reading codebook(Node root, Mistakes mistakes) {
        var reader = new CodebookReader(mistakes);
        var codebook = reader.codebook(root);
        var lines = new YamlLines(root, codebook);
        CodebookChecks.errors(codebook).stream()
                .filter(finding -> !reader.misread(finding))
                .forEach(finding -> mistakes.add(lines.of(finding), finding.field(), finding.sentence()));
        return mistakes.count() == 0 ? new Reading.Read(codebook) : new Reading.Refused(mistakes.inOrder());
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
