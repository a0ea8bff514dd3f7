package codeframe.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant that has a name outside of Java: in the database, in files, in addresses and in the API. */
public interface Word {
    String name();

    @JsonValue
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static <W extends Word> Optional<W> named(W[] values, String word) {
        return Arrays.stream(values).filter(one -> one.word().equals(word)).findFirst();
    }
}
