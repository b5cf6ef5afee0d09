package com.ones1ght.adapters.rest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.access.OpenRequests;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.shared.Following;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.NodeState;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStreamsTest {

    private static final byte[] FRAME = "data: 1\n\n".getBytes(StandardCharsets.UTF_8);
    private static final ProfileId SHOPPER = new ProfileId(FakeGateway.ID);

    private final FakeGateway gateway = new FakeGateway();
    private final ManualExecutor executor = new ManualExecutor();
    private final ManualTimer timer = new ManualTimer(new MutableClock(FakeGateway.NOW));
    private final NodeState node = new NodeState();

    private EventStreams streams(Duration heartbeat, Duration stall) {
        return new EventStreams(
                new OpenRequests(gateway, executor, timer), executor, timer, node, heartbeat, stall, 3, 10);
    }

    private final EventStreams streams = streams(Duration.ofDays(1), Duration.ofDays(1));

    private static AuthenticateUseCase.Command credential() {
        return new AuthenticateUseCase.Command(FakeGateway.KEY, Area.CHAT);
    }

    /** A client at the other end of a stream, as the server shows it. */
    private static final class Client extends ServletOutputStream implements Following {

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private boolean ready = true;
        private boolean completed;
        private int asked;
        private int ends;
        private @Nullable WriteListener listener;
        private @Nullable Thread hasAsked;

        private void connect(EventStream stream) {
            stream.feedBy(this);
            HttpServletResponse response = fake(
                    HttpServletResponse.class,
                    (proxy, method, args) -> method.getName().equals("getOutputStream") ? this : null);
            AsyncContext async = fake(AsyncContext.class, (proxy, method, args) -> {
                completed |= method.getName().equals("complete");
                return method.getName().equals("getResponse") ? response : null;
            });
            HttpServletRequest request = fake(HttpServletRequest.class, (proxy, method, args) -> async);
            try {
                stream.open(request, response);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            stream.onWritePossible();
        }

        private static <T> T fake(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        String text() {
            return received.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            hasAsked = Thread.currentThread();
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener writeListener) {
            listener = writeListener;
        }

        @Override
        public void write(int one) {
            assertThat(ready).as("written to only while that does not block").isTrue();
            assertThat(hasAsked).as("known to the thread that writes").isSameAs(Thread.currentThread());
            received.write(one);
        }

        @Override
        public void goOn() {
            asked++;
        }

        @Override
        public void end() {
            ends++;
        }
    }

    /** Lets everything happen that is due now. */
    private void settle() {
        do {
            executor.runAll();
        } while (timer.ringNext());
    }

    private EventStream begin(StreamKind kind, @Nullable ProfileId profile, Client client) {
        EventStream stream = streams.begin(kind, profile, credential());
        client.connect(stream);
        return stream;
    }

    @Test
    void streamShouldBeginWithACommentAndThenAskForEvents() {
        Client client = new Client();
        EventStream stream = begin(StreamKind.ROUND, SHOPPER, client);

        assertThat(client.text()).isEqualTo(":\n\n");
        assertThat(client.listener).isSameAs(stream);
        assertThat(client.asked).isEqualTo(1);
        assertThat(stream.offer(FRAME)).isTrue();
        assertThat(client.text()).isEqualTo(":\n\ndata: 1\n\n");
    }

    /** On Open Liberty, a thread may write once it has seen that the stream is ready. */
    @Test
    void threadThatWritesShouldHaveAsked() {
        Client client = new Client();
        EventStream stream = begin(StreamKind.ROUND, SHOPPER, client);

        boolean taken = CompletableFuture.supplyAsync(() -> stream.offer(FRAME)).join();

        assertThat(taken).isTrue();
        assertThat(client.text()).isEqualTo(":\n\ndata: 1\n\n");
    }

    @Test
    void nothingShouldBeTakenWhileTheClientDoesNotRead() {
        Client client = new Client();
        EventStream stream = begin(StreamKind.ROUND, SHOPPER, client);
        client.ready = false;
        stream.onWritePossible();

        assertThat(stream.offer(FRAME)).isFalse();
        client.ready = true;
        stream.onWritePossible();

        assertThat(client.asked).isEqualTo(3);
        assertThat(stream.offer(FRAME)).isTrue();
    }

    @Test
    void finishedStreamShouldEndOnceEverythingIsTaken() {
        Client client = new Client();
        EventStream stream = begin(StreamKind.ROUND, SHOPPER, client);
        client.ready = false;
        stream.onWritePossible();

        stream.finish();
        assertThat(client.completed).isFalse();
        client.ready = true;
        stream.onWritePossible();

        assertThat(client.completed).isTrue();
        assertThat(client.ends).isEqualTo(1);
        assertThat(stream.offer(FRAME)).isFalse();
    }

    @Test
    void finishedStreamWithRoomShouldEndAtOnce() {
        Client client = new Client();

        begin(StreamKind.ROUND, SHOPPER, client).finish();

        assertThat(client.completed).isTrue();
    }

    @Test
    void invalidKeyShouldEndTheStream() {
        Client client = new Client();
        begin(StreamKind.ROUND, SHOPPER, client);
        gateway.revokeKeys();

        settle();

        assertThat(client.completed).isTrue();
        assertThat(client.ends).isEqualTo(1);
    }

    @Test
    void stopOfTheNodeShouldEndAllStreams() {
        Client before = new Client();
        Client after = new Client();
        begin(StreamKind.ROUND, SHOPPER, before);

        node.stop();
        begin(StreamKind.EVENTS, null, after);
        settle();

        assertThat(before.completed).isTrue();
        assertThat(after.completed).isTrue();
    }

    @Test
    void nodeShouldHaveItsLimitForEachKind() {
        for (int i = 0; i < 3; i++) {
            begin(StreamKind.EVENTS, null, new Client());
        }

        assertThatThrownBy(() -> begin(StreamKind.EVENTS, null, new Client()))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.UNAVAILABLE));
        begin(StreamKind.ROUND, SHOPPER, new Client());
    }

    @Test
    void ninthStreamOfAProfileShouldEndItsOldest() {
        List<Client> clients = new ArrayList<>();
        Client other = new Client();
        begin(StreamKind.ROUND, new ProfileId(UUID.randomUUID()), other);
        for (int i = 0; i < 9; i++) {
            Client client = new Client();
            clients.add(client);
            begin(StreamKind.ROUND, SHOPPER, client);
        }

        settle();

        assertThat(clients).filteredOn(client -> client.completed).containsExactly(clients.get(0));
        assertThat(other.completed).isFalse();
    }

    @Test
    void quietStreamShouldBeKeptOpenAndAStalledOneEnded() {
        Client quiet = new Client();
        Client stalled = new Client();
        EventStreams impatient = streams(Duration.ofNanos(1), Duration.ofNanos(1));
        quiet.connect(impatient.begin(StreamKind.ROUND, SHOPPER, credential()));
        EventStream stream = impatient.begin(StreamKind.ROUND, SHOPPER, credential());
        stalled.connect(stream);
        stalled.ready = false;
        stream.onWritePossible();

        settle();

        assertThat(quiet.text()).startsWith(":\n\n:\n\n");
        assertThat(quiet.completed).isFalse();
        assertThat(stalled.completed).isTrue();
    }
}
