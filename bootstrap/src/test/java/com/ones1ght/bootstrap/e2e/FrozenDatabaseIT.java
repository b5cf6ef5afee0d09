package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database accepts, and answers nothing: every request thread hangs, and the node says so itself. */
@ExtendWith(SharedServer.class)
@EnabledOnOs({OS.LINUX, OS.MAC})
class FrozenDatabaseIT {

    /** More than request threads. */
    private static final int REQUESTS = 70;

    /** What load balancers commonly wait. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void healthShouldBeAnsweredWhileAllThreadsHang(PackagedServer server) throws IOException {
        Api api = Api.demo(server);
        Kickoff kickoff = api.kickOff(api.newProfile(), "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(kickoff.profile(), kickoff.chat());
        String poll = "GET " + kickoff.roundPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + api.key() + "\r\n\r\n";
        List<Socket> stuck = new ArrayList<>();
        List<ProcessHandle> postgres = postgres(server);
        try {
            signal("STOP", postgres);
            for (int i = 0; i < REQUESTS; i++) {
                stuck.add(RawHttp.open(server.baseUrl(), poll));
            }

            // An answer from a moment ago may still be used.
            await().atMost(PATIENCE).until(() -> ask(server, "/health/ready").status() == 503);
            for (Socket socket : stuck) {
                assertThat(socket.getInputStream().available()).isZero();
            }
            assertThat(ask(server, "/health/live").expect(200).text()).contains("\"UP\"");
            assertThat(ask(server, "/health").expect(503).text()).contains("\"DOWN\"", "no answer within");
        } finally {
            signal("CONT", postgres);
        }

        for (Socket socket : stuck) {
            assertThat(RawHttp.read(poll, socket).status()).isIn(200, 503);
            socket.close();
        }
        await("the server to reach its database again")
                .atMost(PATIENCE)
                .until(() -> api.get("/health/ready").status() == 200);
        api.get(kickoff.roundPath()).expect(200);
    }

    private static Reply ask(PackagedServer server, String path) {
        long startedAt = System.nanoTime();
        Reply reply = RawHttp.exchange(server.baseUrl(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).as(path).isLessThan(LIMIT);
        return reply;
    }

    private static List<ProcessHandle> postgres(PackagedServer server) {
        return Stream.concat(Stream.of(server.postgres()), server.postgres().descendants())
                .toList();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        Process kill = new ProcessBuilder(command).start();
        await().until(() -> !kill.isAlive());
        assertThat(kill.exitValue()).isZero();
    }
}
