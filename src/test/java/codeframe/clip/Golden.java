package codeframe.clip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The golden files; their README says where each comes from. */
final class Golden {
    private Golden() {}

    static Path file(String name) {
        try {
            return Path.of(Golden.class.getResource("/clip-golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(file(name).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows after the heading, split at commas. */
    static List<String[]> csv(String name) {
        try {
            return Files.readAllLines(file(name)).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static float[][] rows(JsonNode matrix) {
        var rows = new float[matrix.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[matrix.get(i).size()];
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] = (float) matrix.get(i).get(k).asDouble();
            }
        }
        return rows;
    }

    static float[][] rows(Tensor tensor) {
        int count = tensor.size(0);
        int width = (int) (Tensor.count(tensor.shape()) / count);
        var rows = new float[count][width];
        var floats = tensor.floats().asFloatBuffer();
        for (var row : rows) {
            floats.get(row);
        }
        return rows;
    }
}
