package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.Language;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What a run costs beside the store, by the bytes that it allocates: unlike processor time they do not depend on what
 * else the machine does, and rules that are evaluated again and again show in them just as well.
 */
class RunCostTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Half as much again as measured, 820 KB. */
    private static final long MAX_BYTES = 1_230_000;

    /** Of the prompts of the table, one in so many. */
    private static final int STRIDE = 6;

    private long inStore;
    private int rounds;

    @Test
    void aRunShouldAllocateLittle() {
        StoreCatalog store = measured(Grocery.open());
        askAll(store, "");
        inStore = 0;
        rounds = 0;
        long before = allocated();
        askAll(store, " ");
        long own = allocated() - before - inStore;
        assertThat(own / rounds).isLessThan(MAX_BYTES);
    }

    private void askAll(StoreCatalog store, String suffix) {
        List<String> lines = ResourceText.lines(CookingQuestionsTest.class, "prompts.txt");
        for (int i = 0; i < lines.size(); i += STRIDE) {
            List<String> columns = ResourceText.columns(lines.get(i), 4);
            String profile = columns.get(1).replace("safety", "").strip();
            Ask ask = new Ask(store)
                    .in(Language.valueOf(columns.get(0).toUpperCase(Locale.ROOT)))
                    .as(profile.isEmpty() ? "{}" : profile);
            for (String prompt : columns.get(2).split(" / ")) {
                // White space, so that the text is not known from the first time.
                ask.all(prompt.strip() + suffix);
                rounds++;
            }
        }
    }

    private StoreCatalog measured(StoreCatalog store) {
        return (StoreCatalog) Proxy.newProxyInstance(
                StoreCatalog.class.getClassLoader(),
                new Class<?>[] {StoreCatalog.class},
                (proxy, method, arguments) -> {
                    long before = allocated();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        inStore += allocated() - before;
                    }
                });
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
