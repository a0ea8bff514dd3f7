package codeframe.web.plot;

/** One bin of a reliability diagram: what the machine claimed on average, how often it was right, over how many. */
public record CalibrationBin(double claimed, double right, double low, double high, long n) {}
