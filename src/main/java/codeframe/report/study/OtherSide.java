package codeframe.report.study;

import codeframe.codebook.VariableType;
import codeframe.web.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an agreement is compared with: the same lens with other coders, another sample or another version of the codebook.
 *
 * @param coders none for the same
 * @param sample 0 for the same
 * @param version 0 for the same
 */
public record OtherSide(List<Long> coders, long sample, long version) {
    public static final Set<String> NAMES = Set.of("with_coders", "with_sample", "with_version");

    /** Nothing where nothing is to be different. */
    public static Optional<OtherSide> read(AddressReading address, String variable) {
        var scope = new ScopeReading(address);
        var other = new OtherSide(
                address.coders("with_coders"), scope.sample("with_sample"), version(address, scope, variable));
        return Optional.of(other).filter(OtherSide::differs);
    }

    private static long version(AddressReading address, ScopeReading scope, String variable) {
        long version = scope.version("with_version");
        boolean there = address.offered().variables(version).stream()
                .anyMatch(one -> one.key().equals(variable) && one.type() != VariableType.TEXT);
        if (version > 0 && !there) {
            address.mistake(
                    "with_version",
                    "Version " + version + " of the codebook has no variable \"" + variable
                            + "\" on which coders could agree.");
            return 0;
        }
        return version;
    }

    private boolean differs() {
        return !coders.isEmpty() || sample != 0 || version > 0;
    }

    /** The lens of the other side. */
    public AgreementOptions of(AgreementOptions here) {
        var scope = sample == 0 ? here.scope() : here.scope().ofSample(sample);
        return new AgreementOptions(
                coders.isEmpty() ? here.coders() : coders,
                coders.isEmpty() ? here.without() : 0,
                version == 0 ? scope : scope.ofVersion(version),
                here.recode(),
                here.intervals());
    }

    /** In an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("with_coders", coders.stream().map(String::valueOf).collect(Collectors.joining(",")));
        parts.put("with_sample", Scope.ALL.ofSample(sample).sampleWord());
        parts.put("with_version", version == 0 ? "" : Long.toString(version));
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /** Behind what an address asks already. */
    public String query(AgreementOptions here) {
        return here.query(parts().entrySet().stream()
                .map(part -> part.getKey() + "=" + Links.encode(part.getValue()))
                .collect(Collectors.joining("&")));
    }
}
