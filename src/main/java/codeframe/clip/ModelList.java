package codeframe.clip;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the models page shows: what is installed, and what can be or is being fetched. */
public record ModelList(List<ModelPassport> installed, List<Offer> offers, String runtime) {
    /** A model that is not installed; {@code download} tells how far it has come, or how it failed. */
    public record Offer(
            String name, String about, long bytes, Optional<ModelDownload> download, Optional<KnownModel> known) {
        /** Rounded, because it is what the hub had when this was written; empty where nothing is known. */
        public String size() {
            var unit = bytes < 1_000_000_000
                    ? NumberText.decimal(bytes / 1e6, 0) + " MB"
                    : NumberText.decimal(bytes / 1e9, 1) + " GB";
            return bytes == 0 ? "" : "about " + unit;
        }

        public boolean running() {
            return download.map(ModelDownload::isRunning).orElse(false);
        }

        /** Whether something is there to go on from. */
        public boolean broken() {
            return download.isPresent() && !running();
        }
    }

    static ModelList of(ModelDirectory directory, ModelDownloads downloads, ModelPassports passports) {
        var installed = passports.of(directory.all());
        var names = installed.stream().map(passport -> passport.model().name()).toList();
        var offers = new ArrayList<Offer>();
        for (var known : KnownModel.ALL) {
            offers.add(new Offer(
                    known.name(),
                    known.about(),
                    known.megabytes() * 1_000_000L,
                    downloads.of(known.name()),
                    Optional.of(known)));
        }
        for (var running : downloads.all()) {
            if (offers.stream().noneMatch(offer -> offer.name().equals(running.name()))) {
                offers.add(new Offer(
                        running.name(), "Asked for by name.", running.total(), Optional.of(running), Optional.empty()));
            }
        }
        offers.removeIf(offer -> names.contains(offer.name()));
        return new ModelList(installed, offers, Torch.isInstalled() ? "" : Torch.NOT_INSTALLED);
    }

    /** Whether the page will soon be another: something is downloaded, or copied here by hand. */
    public boolean busy() {
        return offers.stream().anyMatch(Offer::running)
                || installed.stream()
                        .anyMatch(passport ->
                                passport.running() || passport.model().arriving());
    }
}
