package codeframe.llm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.errors.OpenAIIoException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransportErrorTest {
    private static TransportError of(IOException cause) {
        return TransportError.of(new OpenAIIoException(cause.getMessage(), cause), Duration.ofMinutes(2));
    }

    @Test
    void a_time_out_took_too_long() {
        var closed = new InterruptedIOException("timeout");
        closed.initCause(new SocketException("Socket closed"));
        assertThat(of(closed).kind()).isEqualTo(TransportError.Kind.TOO_SLOW);
        assertThat(of(new SocketTimeoutException("Read timed out")).kind()).isEqualTo(TransportError.Kind.TOO_SLOW);
    }

    @Test
    void a_program_that_stops_says_nothing_of_the_server() {
        assertThat(of(new InterruptedIOException("interrupted")).kind()).isEqualTo(TransportError.Kind.BROKEN);
        Thread.currentThread().interrupt();
        try {
            assertThat(of(new InterruptedIOException("timeout")).kind()).isEqualTo(TransportError.Kind.BROKEN);
            assertThat(of(new SocketTimeoutException("timeout")).getMessage()).contains("was stopping");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
