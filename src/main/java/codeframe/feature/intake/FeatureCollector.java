package codeframe.feature.intake;

import codeframe.feature.FeatureReport;
import codeframe.feature.FeatureRows;
import codeframe.image.Detection;
import codeframe.image.FeatureKind;
import codeframe.image.table.ImageNames;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Brings the rows of a file together by image and feature; what is not taken is told with its row. */
final class FeatureCollector {
    private static final Set<String> NOTHING = Set.of("nan", "none", "null", "na", "n/a", "<na>");

    private record Key(long image, FeatureKind kind) {}

    private final FeatureMapping mapping;
    private final ImageNames names;
    private final Map<Long, Corners.Size> sizes;
    private final Things things;
    private final Map<Key, Map<String, FeatureDraft>> drafts = new LinkedHashMap<>();
    private final RowMemory memory = new RowMemory();
    private final Set<Long> images = new HashSet<>();
    private final List<FeatureReport.Told> told = new ArrayList<>();
    private long tellings;
    private long matched;
    private long wordsForNothing;
    private FeatureFile.FileRow row;

    /** @param sizes of images by number; none where nobody knows it */
    FeatureCollector(FeatureMapping mapping, ImageNames names, Map<Long, Corners.Size> sizes) {
        this.mapping = mapping;
        this.names = names;
        this.sizes = sizes;
        this.things = new Things(mapping.separator(), this::tell);
    }

    void add(FeatureFile.FileRow next) {
        row = next;
        var name = cell(ColumnUse.IMAGE);
        var found = names.find(name);
        if (!row.fits()) {
            tell("The row has more cells than the table has columns, so it is not known which belongs where.");
        } else if (found.image() == 0) {
            tell(found.reason());
        } else {
            matched++;
            images.add(found.image());
            things.of(sizes.getOrDefault(found.image(), Corners.Size.UNKNOWN));
            mapping.columns()
                    .keySet()
                    .forEach(use -> use.kind().ifPresent(kind -> {
                        var key = new Key(found.image(), kind);
                        take(use, key, name);
                    }));
        }
    }

    private void tell(String reason) {
        tellings++;
        if (told.size() < FeatureReport.KEPT) {
            told.add(new FeatureReport.Told(row.number(), reason));
        }
    }

    private String cell(ColumnUse use) {
        return mapping.column(use).map(row::cell).orElse("");
    }

    private void take(ColumnUse use, Key key, String name) {
        var said = cell(use);
        if (NOTHING.contains(said.toLowerCase(Locale.ROOT))) {
            wordsForNothing++;
            said = "";
        }
        var error = cell(ColumnUse.ERROR);
        if (said.isEmpty() && error.isEmpty() && !mapping.blanksAreEmpty()) {
            return;
        }
        var draft = drafts.computeIfAbsent(key, none -> new LinkedHashMap<>())
                .computeIfAbsent(name, none -> new FeatureDraft(row.number(), name));
        if (!error.isEmpty()) {
            draft.fail(error);
        }
        if (!said.isEmpty()) {
            say(use, key.kind(), said, draft);
        }
    }

    private void say(ColumnUse use, FeatureKind kind, String said, FeatureDraft draft) {
        if (use.isOneARow()) {
            boolean taken = draft.add(thing(said));
            if (!taken) {
                tell("The image has more than " + Things.MOST + " " + kind.word() + "; this one was not taken.");
            }
        } else if (use == ColumnUse.TEXT && said.startsWith("[{")) {
            // Google's list of texts begins with the whole.
            var whole =
                    things.list(said).stream().map(Detection::name).findFirst().orElse(said);
            tellOther(draft.say(whole), kind, draft);
        } else if (kind.isList()) {
            var list = things.list(said);
            memory.things(list);
            if (list.size() > Things.MOST) {
                tell("The cell has more than " + Things.MOST + " " + kind.word() + "; it was not taken.");
            } else {
                tellOther(draft.say(list), kind, draft);
            }
        } else {
            if (said.length() > FeatureRows.SEARCHED) {
                tell("The text has " + NumberText.count(said.length())
                        + " characters. It is kept whole, and found by words of its first "
                        + NumberText.count(FeatureRows.SEARCHED) + ".");
            }
            tellOther(draft.say(said), kind, draft);
        }
    }

    private Detection thing(String name) {
        var shown = name.length() <= Things.LONGEST_NAME ? name : name.substring(0, Things.LONGEST_NAME);
        if (shown.length() < name.length()) {
            tell("The name has more than " + Things.LONGEST_NAME + " characters and was cut off.");
        }
        return things.one(shown, cell(ColumnUse.CONFIDENCE), cell(ColumnUse.BOX));
    }

    private void tellOther(boolean taken, FeatureKind kind, FeatureDraft draft) {
        if (!taken) {
            tell("It says otherwise than row " + draft.row + " what the image has as " + kind.word()
                    + "; that row was taken.");
        }
    }

    /** One per image and feature. Of two files that are the same picture the first is taken. */
    List<FeatureRows.Feature> features() {
        var features = new ArrayList<FeatureRows.Feature>();
        drafts.forEach((key, byName) -> {
            var first = byName.values().iterator().next();
            byName.values().stream().filter(other -> !other.saysAs(first)).forEach(other -> {
                row = new FeatureFile.FileRow(other.row, List.of(), true);
                tell(
                        "\"%s\" is the same picture as \"%s\", and the file says something else about it; what it says of \"%s\" was taken."
                                .formatted(other.name, first.name, first.name));
            });
            features.add(first.feature(key.kind(), key.image()));
        });
        return features;
    }

    FeatureReport report(FeatureFile file, long of) {
        var remarks = new ArrayList<>(file.remarks());
        if (wordsForNothing > 0) {
            remarks.add(
                    "%s a word that programs write where they have nothing (NaN, None, null, NA). It was taken as an empty cell, not as a text."
                            .formatted(NumberText.count(wordsForNothing, "cell holds", "cells hold")));
        }
        var columns = mapping.columns().entrySet().stream()
                .map(one -> new FeatureReport.Column(
                        file.columns().get(one.getValue()), one.getKey().label()))
                .toList();
        return new FeatureReport(
                file.rows().size(), matched, images.size(), of, List.copyOf(told), tellings, remarks, columns);
    }
}
