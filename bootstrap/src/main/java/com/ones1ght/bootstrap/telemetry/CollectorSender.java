package com.ones1ght.bootstrap.telemetry;

import com.ones1ght.application.shared.AsyncFailures;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends exports to the collector by the JDK's HTTP client, and logs the begin and the end of an outage. The exporter logs
 * failures, too, with stack traces; in the packaged server its logger is off.
 */
final class CollectorSender implements HttpSender {

    /** Named here, because a look for services would also find those of the server. */
    static final ComponentLoader LOADER = new ComponentLoader() {
        @Override
        public <T> Iterable<T> load(Class<T> type) {
            return type == HttpSenderProvider.class ? List.of(type.cast(PROVIDER)) : List.of();
        }
    };

    private static final HttpSenderProvider PROVIDER =
            settings -> new CollectorSender(new JdkHttpSenderProvider().createSender(settings));

    private static final System.Logger LOG = System.getLogger(CollectorSender.class.getName());

    private final HttpSender sender;
    private volatile boolean failing;

    private CollectorSender(HttpSender sender) {
        this.sender = sender;
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        sender.send(
                message,
                response -> {
                    answered(response.getStatusCode());
                    onResponse.accept(response);
                },
                failure -> {
                    failed("does not answer ("
                            + AsyncFailures.cause(failure).getClass().getSimpleName() + ")");
                    onError.accept(failure);
                });
    }

    private void answered(int status) {
        if (status / 100 != 2) {
            failed("answers " + status);
        } else if (failing) {
            failing = false;
            LOG.log(System.Logger.Level.INFO, "The collector of traces takes spans again");
        }
    }

    private void failed(String how) {
        if (!failing) {
            failing = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The collector of traces {0}; spans are discarded until it takes them again",
                    how);
        }
    }

    @Override
    public CompletableResultCode shutdown() {
        return sender.shutdown();
    }
}
