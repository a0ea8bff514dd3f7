package codeframe.feature.vision;

import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Google Cloud Vision is asked and what it costs, as typed, with what is wrong about it. */
public record VisionServiceForm(
        String baseUrl,
        String key,
        String validFrom,
        String objects,
        String text,
        String labels,
        List<Problem.Mistake> mistakes) {
    private static final int LONGEST_KEY = 500;

    static VisionServiceForm of(Optional<VisionService> service, VisionPrice price) {
        return new VisionServiceForm(
                service.map(VisionService::baseUrl).orElse(VisionService.GOOGLE),
                "",
                price.validFrom().toString(),
                price.objects().toPlainString(),
                price.text().toPlainString(),
                price.labels().toPlainString(),
                List.of());
    }

    VisionServiceForm withService(Context ctx) {
        var url = Params.text(ctx, "base_url").replaceAll("/+$", "");
        return new VisionServiceForm(url, Params.text(ctx, "key"), validFrom, objects, text, labels, List.of());
    }

    VisionServiceForm withPrice(Context ctx) {
        return new VisionServiceForm(
                baseUrl,
                key,
                Params.text(ctx, "valid_from"),
                Params.text(ctx, "objects"),
                Params.text(ctx, "text"),
                Params.text(ctx, "labels"),
                List.of());
    }

    private VisionServiceForm with(List<Problem.Mistake> found) {
        return new VisionServiceForm(baseUrl, key, validFrom, objects, text, labels, found);
    }

    /** What is wrong with a field, or null. */
    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }

    private Optional<LocalDate> day() {
        if (!validFrom.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return Optional.empty(); // such as years that the database does not know
        }
        try {
            return Optional.of(LocalDate.parse(validFrom));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** Empty where something of it cannot be read. */
    Optional<VisionPrice> price() {
        var dollars = Stream.of(objects, text, labels)
                .flatMap(typed -> VisionForm.dollars(typed).stream())
                .toList();
        return dollars.size() == 3 ? day().map(day -> price(day, dollars)) : Optional.empty();
    }

    private static VisionPrice price(LocalDate day, List<BigDecimal> dollars) {
        return new VisionPrice(day, dollars.get(0), dollars.get(1), dollars.get(2), "");
    }

    /** Holds what was typed to what may be asked. */
    public record Check(VisionClient door) {
        VisionServiceForm service(VisionServiceForm form, Optional<VisionService> kept) {
            var found = new ArrayList<Problem.Mistake>();
            door.mistake(form.baseUrl()).ifPresent(sentence -> found.add(new Problem.Mistake("base_url", 0, sentence)));
            boolean keeps = kept.filter(VisionService::hasKey)
                    .filter(one -> one.baseUrl().equals(form.baseUrl()))
                    .isPresent();
            if (form.key().isEmpty() && !keeps) {
                found.add(new Problem.Mistake(
                        "key", 0, "Enter the key; one that was entered for another address is not sent to this one."));
            } else if (form.key().length() > LONGEST_KEY || !form.key().matches("[\\x21-\\x7e]*")) {
                found.add(new Problem.Mistake("key", 0, "A key is one word of at most " + LONGEST_KEY + " letters."));
            }
            return form.with(found);
        }

        /** Null where none was typed. */
        byte[] sealed(long project, VisionServiceForm form) {
            return form.key().isEmpty() ? null : door.seal(project, form.baseUrl(), form.key());
        }

        VisionServiceForm price(VisionServiceForm form) {
            return form.price().isPresent()
                    ? form
                    : form.with(List.of(new Problem.Mistake(
                            "objects", 0, "A day such as 2026-01-31, and dollars such as 2.25 for each feature.")));
        }
    }
}
