package codeframe.report.study;

import codeframe.web.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads which codings count: of a sample, a version, an account or days that are there. */
final class ScopeReading {
    private final AddressReading address;
    private final Offered offered;

    ScopeReading(AddressReading address) {
        this.address = address;
        this.offered = address.offered();
    }

    static Scope of(AddressReading address) {
        return new ScopeReading(address).scope();
    }

    private Scope scope() {
        var from = day("from");
        var to = day("to");
        if (!from.isEmpty() && !to.isEmpty() && from.compareTo(to) > 0) {
            address.mistake("to", "The last day, " + to + ", is before the first, " + from + ".");
            from = "";
            to = "";
        }
        return new Scope(sample("sample"), version("version"), account(), from, to);
    }

    /** @param name of the parameter */
    long sample(String name) {
        if (address.text(name).equals(Scope.TOGETHER_WORD)) {
            return Scope.TOGETHER;
        }
        long asked = address.number(name, 0, 0, Long.MAX_VALUE);
        if (asked == 0) {
            return asked;
        }
        if (offered.samples().stream().anyMatch(sample -> sample.id() == asked)) {
            return address.read(name, 0L, () -> offered.basis().closed(asked).id());
        }
        address.mistake(
                name,
                "There is no sample " + asked + " here, or you have no access to it. Samples are "
                        + AddressReading.some(offered.samples().stream()
                                .map(sample -> sample.id() + " (" + sample.name() + ")")
                                .toList())
                        + ".");
        return 0;
    }

    /** @param name of the parameter */
    long version(String name) {
        long asked = address.number(name, 0, 0, Integer.MAX_VALUE);
        if (asked == 0 || offered.versions().contains((int) asked)) {
            return asked;
        }
        address.mistake(
                name,
                "The codebook has no version " + asked + ". Versions are "
                        + AddressReading.some(
                                offered.versions().stream().map(String::valueOf).toList())
                        + ".");
        return 0;
    }

    private String account() {
        var asked = address.text("account");
        if (asked.isEmpty() || offered.accounts().contains(asked)) {
            return asked;
        }
        address.mistake(
                "account",
                "No image is of the account \"" + asked + "\". Accounts are " + AddressReading.some(offered.accounts())
                        + ".");
        return "";
    }

    private String day(String name) {
        return address.read(name, "", () -> {
            var text = address.text(name);
            try {
                return text.isEmpty() ? "" : LocalDate.parse(text).toString();
            } catch (DateTimeParseException notADay) {
                throw new Problem.Invalid(name + " must be a day like 2021-04-01, not \"" + text + "\".");
            }
        });
    }
}
