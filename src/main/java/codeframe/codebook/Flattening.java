package codeframe.codebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names of export columns: a variable's group and the variable, joined. */
public enum Flattening {
    /** By the stable key: {@code image_type}, in a group {@code Picture_image_type}. */
    KEYS {
        @Override
        String name(Variable variable) {
            return variable.key();
        }
    },
    /** As the reference notebooks flatten an answer: {@code Environment_Environment}, {@code DressStyle_RolledUpSleeves}. */
    NOTEBOOK {
        @Override
        String name(Variable variable) {
            var name = camel(variable.label());
            return name.isEmpty() ? variable.key() : name;
        }
    };

    abstract String name(Variable variable);

    public String column(Variable variable) {
        var group = camel(variable.group());
        return group.isEmpty() ? name(variable) : group + "_" + name(variable);
    }

    /** Key to column, for all variables; two that would share a column keep apart by their number. */
    public Map<String, String> columns(Codebook codebook) {
        var columns = new LinkedHashMap<String, String>();
        for (var variable : codebook.variables()) {
            columns.put(variable.key(), Keys.unique(column(variable), columns.values()));
        }
        return columns;
    }

    /** Columns that more than one variable would have, with the variables' keys; capitals do not tell them apart. */
    public Map<String, List<String>> collisions(Codebook codebook) {
        var variables = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var variable : codebook.variables()) {
            variables
                    .computeIfAbsent(column(variable), column -> new ArrayList<>())
                    .add(variable.key());
        }
        variables.values().removeIf(keys -> keys.size() < 2);
        return variables;
    }

    /** "Dress style" and "DressStyle" are both DressStyle. */
    private static String camel(String text) {
        var joined = new StringBuilder();
        for (var word : text.split("[^\\p{L}\\p{M}\\p{N}]+")) {
            if (!word.isEmpty()) {
                int first = word.codePointAt(0);
                joined.appendCodePoint(Character.toTitleCase(first)).append(word.substring(Character.charCount(first)));
            }
        }
        return joined.toString();
    }
}
