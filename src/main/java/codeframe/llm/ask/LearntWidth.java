package codeframe.llm.ask;

/**
 * How many requests one server has under way, and how many it bears: fewer than were chosen once one took too long while
 * others were answered, and one more again after some answers in a row. This node alone remembers it.
 */
final class LearntWidth {
    /** So many answers without a time-out, and one more may be under way. */
    static final int ANSWERS = 10;

    /** How a request ended, as far as it tells how much a server bears. */
    enum Ending {
        ANSWERED,
        TOO_SLOW,
        /** On this computer nothing but other requests makes it slow. */
        TOO_SLOW_HERE,
        OTHER
    }

    /** What had been answered and learnt when a request began. */
    record Turn(long answered, int lesson) {}

    private int underWay;
    private int bears = Integer.MAX_VALUE;
    private int lesson;
    private int inARow;
    private long answered;

    synchronized int now(int chosen) {
        return Math.min(chosen, bears);
    }

    /** Waits until fewer than that are under way. */
    synchronized Turn enter(int chosen) throws InterruptedException {
        while (underWay >= now(chosen)) {
            wait();
        }
        underWay++;
        return new Turn(answered, lesson);
    }

    synchronized void leave(Turn turn, Ending ending, int chosen) {
        underWay--;
        switch (ending) {
            case ANSWERED -> answer(chosen);
            case TOO_SLOW, TOO_SLOW_HERE -> tooSlow(turn, ending, chosen);
            case OTHER -> {}
        }
        notifyAll();
    }

    private void answer(int chosen) {
        answered++;
        inARow++;
        if (bears < chosen && inARow >= ANSWERS) {
            inARow = 0;
            bears = bears + 1 < chosen ? bears + 1 : Integer.MAX_VALUE;
        }
    }

    /** Where nothing at all is answered it is not for the number; of several that wait behind each other the first counts. */
    private void tooSlow(Turn turn, Ending ending, int chosen) {
        inARow = 0;
        boolean crowded = ending == Ending.TOO_SLOW_HERE || answered > turn.answered();
        if (crowded && turn.lesson() == lesson) {
            bears = Math.max(1, now(chosen) / 2);
            lesson++;
        }
    }
}
