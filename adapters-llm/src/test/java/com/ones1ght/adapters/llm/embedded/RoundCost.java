package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.Language;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a round of the embedded pipeline costs beside its store: processor time and allocated bytes of all four
 * steps, on one thread, for prompts and profiles that were never seen before. Not a test: run it on an otherwise idle
 * machine. Arguments: seconds of warm-up, and measured rounds.
 */
public final class RoundCost {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<String> LIKED = List.of("seafood", "매운 음식", "パスタ", "curry", "국물 요리", "豆腐");
    private static final List<String> DISLIKED = List.of("olives", "가지", "セロリ", "cilantro", "오이", "レバー");
    private static final List<String> ALLERGENS = List.of("[]", "[\"peanut\"]", "\"새우\"", "\"卵\"", "[]", "[\"milk\"]");

    private final EmbeddedPipeline pipeline = new EmbeddedPipeline(measured(Grocery.open()));
    private long timeInStore;
    private long bytesInStore;

    private RoundCost() {}

    public static void main(String[] arguments) {
        int warmUp = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6_000;
        new RoundCost().measure(warmUp, rounds);
    }

    private void measure(int warmUp, int rounds) {
        List<String[]> conversations = conversations();
        long end = System.nanoTime() + warmUp * 1_000_000_000L;
        int number = 0;
        while (System.nanoTime() < end) {
            converse(conversations.get(number % conversations.size()), number, new ArrayList<>(), new ArrayList<>());
            number++;
        }
        List<Long> times = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        while (times.size() < rounds) {
            converse(conversations.get(number % conversations.size()), number, times, bytes);
            number++;
        }
        System.out.printf(
                Locale.ROOT,
                "%d rounds: processor time %.3f ms in the mean, %.3f median, %.3f p90; %d KB allocated%n",
                times.size(),
                mean(times) / 1e6,
                quantile(times, 0.5) / 1e6,
                quantile(times, 0.9) / 1e6,
                (long) mean(bytes) / 1_024);
    }

    /** @param number makes the texts of the conversation ones that were never read before */
    private void converse(String[] conversation, int number, List<Long> times, List<Long> bytes) {
        Language language = Language.valueOf(conversation[0].toUpperCase(Locale.ROOT));
        Ask ask = new Ask(pipeline).in(language).as(profile(number));
        String marked =
                switch (language) {
                    case KO -> "문의 " + number + ". ";
                    case EN -> "Request " + number + ". ";
                    case JA -> "質問" + number + "。";
                };
        for (String prompt : conversation[2].split(" / ")) {
            timeInStore = 0;
            bytesInStore = 0;
            long time = THREADS.getCurrentThreadCpuTime();
            long allocated = allocated();
            ask.all(marked + prompt.strip());
            bytes.add(allocated() - allocated - bytesInStore);
            times.add(THREADS.getCurrentThreadCpuTime() - time - timeInStore);
        }
    }

    private static String profile(int number) {
        return """
                {"name": "Kim %d", "age": %d, "allergies": %s, "likes": ["%s"], "dislikes": "%s, %s",
                 "extra": {"note": "member since %d, buys for %d", "city": "서울 %d구"}}""".formatted(
                        number,
                        20 + number % 50,
                        pick(ALLERGENS, number),
                        pick(LIKED, number),
                        pick(DISLIKED, number),
                        pick(DISLIKED, number / 7),
                        number,
                        number % 9,
                        number);
    }

    private static String pick(List<String> values, int number) {
        return values.get(number % values.size());
    }

    /** Those of the table of prompts, the languages mixed. */
    private static List<String[]> conversations() {
        List<String[]> conversations = new ArrayList<>();
        List<String> lines = ResourceText.lines(CookingQuestionsTest.class, "prompts.txt");
        int stride = 7;
        for (int first = 0; first < stride; first++) {
            for (int i = first; i < lines.size(); i += stride) {
                conversations.add(ResourceText.columns(lines.get(i), 4).toArray(String[]::new));
            }
        }
        return conversations;
    }

    private StoreCatalog measured(StoreCatalog catalog) {
        return (StoreCatalog) Proxy.newProxyInstance(
                StoreCatalog.class.getClassLoader(), new Class<?>[] {StoreCatalog.class}, (proxy, method, given) -> {
                    long bytes = allocated();
                    long time = THREADS.getCurrentThreadCpuTime();
                    try {
                        return method.invoke(catalog, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        timeInStore += THREADS.getCurrentThreadCpuTime() - time;
                        bytesInStore += allocated() - bytes;
                    }
                });
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    private static double quantile(List<Long> values, double share) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
