package codeframe.llm.run;

import codeframe.feature.telling.FeatureOffers;
import codeframe.feature.telling.FeatureReading;
import codeframe.feature.telling.FeatureTerms;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form in which features are chosen: for each a tick, its place in the order, and its limit. */
public final class FeatureFields {
    /** Before the id of an offer. */
    public static final String TOLD = "told:";

    public static final String PLACE = "place:";
    public static final String LIMIT = "limit:";

    private static final List<String> COMMON = List.of("threshold", "ignored", "folded");

    private FeatureFields() {}

    /** Of every kind the first offer, which is the newest of its source. */
    static Map<String, String> proposed(List<FeatureOffers.Offer> offers) {
        var fields = new LinkedHashMap<String, String>();
        var kinds = new ArrayList<String>();
        for (int i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            fields.put(TOLD + offer.id(), Boolean.toString(!kinds.contains(offer.kind())));
            fields.put(PLACE + offer.id(), Integer.toString(i + 1));
            fields.put(LIMIT + offer.id(), Integer.toString(FeatureReading.USUAL_LIMIT));
            kinds.add(offer.kind());
        }
        fields.put("threshold", Double.toString(FeatureTerms.USUAL_THRESHOLD));
        return fields;
    }

    static Map<String, String> typed(List<FeatureOffers.Offer> offers, Context ctx) {
        var fields = new LinkedHashMap<String, String>();
        for (var offer : offers) {
            fields.put(
                    TOLD + offer.id(),
                    Boolean.toString(Params.text(ctx, TOLD + offer.id()).equals("true")));
            fields.put(PLACE + offer.id(), Params.text(ctx, PLACE + offer.id()));
            fields.put(LIMIT + offer.id(), Params.text(ctx, LIMIT + offer.id()));
        }
        COMMON.forEach(name -> fields.put(name, Params.text(ctx, name)));
        return fields;
    }

    /** As a script would send it. */
    static Map<String, Object> parameters(List<FeatureOffers.Offer> offers, Map<String, String> typed) {
        var features = offers.stream()
                .filter(offer -> typed.getOrDefault(TOLD + offer.id(), "").equals("true"))
                .sorted(Comparator.comparing(offer -> place(typed.getOrDefault(PLACE + offer.id(), ""))))
                .map(offer -> Map.of(
                        "kind",
                        offer.kind(),
                        "source",
                        Long.toString(offer.source()),
                        "limit",
                        typed.getOrDefault(LIMIT + offer.id(), "")))
                .toList();
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("features", features);
        COMMON.forEach(name -> parameters.put(name, typed.getOrDefault(name, "")));
        return parameters;
    }

    /** What has no readable place comes last. */
    private static int place(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : Integer.MAX_VALUE;
    }
}
