package codeframe.image.decode;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The memory that pictures may take while they are decoded and looked at, shared by imports, CLIP and what is sent to
 * LLMs. Who finds no room waits for it: a picture is refused only when it would not even fit alone.
 */
public final class DecodingRoom {
    private static final int PLACE = 1 << 16;
    private static final double SHARED = 0.6;
    private static final double ALONE = 0.85;

    private final int places;
    private final Semaphore free;
    private final long largest;

    public DecodingRoom() {
        this(Runtime.getRuntime().maxMemory());
    }

    /** @param memory all that the program has */
    DecodingRoom(long memory) {
        this.places = places(SHARED * memory);
        this.free = new Semaphore(places, true);
        this.largest = (long) (ALONE * memory);
    }

    private static int places(double bytes) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + bytes / PLACE);
    }

    /** What a picture may need at most. */
    long largest() {
        return largest;
    }

    boolean isWaitedFor() {
        return free.hasQueuedThreads();
    }

    /**
     * Nobody else decodes while more than the shared part is needed. A program that stops lets those who wait have their
     * turn: else their pictures would look as if they had failed.
     */
    <T> T with(long bytes, Supplier<T> work) {
        int taken = Math.min(places, places((double) bytes));
        free.acquireUninterruptibly(taken);
        try {
            return work.get();
        } finally {
            free.release(taken);
        }
    }

    <T> T alone(Supplier<T> work) {
        return with(largest, work);
    }
}
