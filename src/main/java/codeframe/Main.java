package codeframe;

import codeframe.db.StartRefused;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Codeframe and stops it cleanly; what keeps it from starting is told in one sentence. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        beQuietAndStayHome();
        try {
            if (arguments.length == 0) {
                run();
            } else if (arguments.length == 2 && arguments[0].equals("reset-password")) {
                System.out.println(ResetPassword.link(Config.fromEnvironment(), arguments[1]));
            } else {
                throw new Config.Wrong(
                        "Start Codeframe without any word behind its name, or with reset-password and the"
                                + " e-mail address of an account whose password is forgotten. Settings are environment"
                                + " variables.");
            }
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            logger().debug("start failed", e);
            System.exit(2);
        } catch (RuntimeException e) {
            System.err.println("Codeframe did not start: " + e.getMessage());
            logger().error("start failed", e);
            System.exit(1);
        }
    }

    private static void run() throws InterruptedException {
        var running = Running.start(Config.fromEnvironment());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        System.out.println(running.welcome());
        new CountDownLatch(1).await();
    }

    /** Before any class of these libraries is loaded: no window system, no cache files, no calls to anybody. */
    private static void beQuietAndStayHome() {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private static Logger logger() {
        return LoggerFactory.getLogger(Main.class);
    }
}
