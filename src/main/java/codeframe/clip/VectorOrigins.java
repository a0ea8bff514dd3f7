package codeframe.clip;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** By which machines vectors were made, told once each as they are met: the machines' fingerprints, empty where unknown. */
final class VectorOrigins {
    /** For vectors that belong to no run, made nobody knows where. */
    static final VectorOrigins UNKNOWN = new VectorOrigins(Optional.empty(), origin -> {});

    private final Optional<Long> here;
    private final Consumer<Optional<Long>> listener;
    private final Set<Optional<Long>> met = ConcurrentHashMap.newKeySet();

    VectorOrigins(Optional<Long> here, Consumer<Optional<Long>> listener) {
        this.here = here;
        this.listener = listener;
    }

    /** Of vectors that are made now. */
    Optional<Long> here() {
        return here;
    }

    void meet(Optional<Long> origin) {
        if (met.add(origin)) {
            listener.accept(origin);
        }
    }
}
