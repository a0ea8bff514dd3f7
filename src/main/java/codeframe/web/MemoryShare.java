package codeframe.web;

/** How much of the memory one calculation may take: with two at a time, half is left to everybody else. */
public final class MemoryShare {
    private static final int PARTS = 4;

    private MemoryShare() {}

    public static long bytes() {
        return Runtime.getRuntime().maxMemory() / PARTS;
    }

    /** Whether so much fits, as a double so that no product of counts overflows. */
    public static boolean fits(double bytes) {
        return bytes <= bytes();
    }

    /**
     * Refuses what is read as a whole and would then take too much.
     *
     * @param what begins the sentence
     * @param times how much larger it is in memory than as it was sent
     */
    public static void check(String what, long sent, int times) {
        if (!fits((double) sent * times)) {
            throw new Problem.TooLarge(
                    what + " has " + NumberText.bytes(sent) + ", and the memory of this server allows "
                            + NumberText.bytes(bytes() / times)
                            + ". Nothing of it was kept. Send it in parts, or give the server more memory (-Xmx).");
        }
    }

    /** The end of a sentence about something that takes more. */
    public static String words() {
        return "a calculation may take " + NumberText.bytes(bytes())
                + " of this server's memory (a quarter of what -Xmx gives it)";
    }
}
