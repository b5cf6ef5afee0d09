package com.ones1ght.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What the server's JVM uses. */
final class ServerProcess {

    private static final Pattern USED = Pattern.compile(" total \\d+K, used (\\d+)K");

    private final long pid;

    ServerProcess(long pid) {
        this.pid = pid;
    }

    void collectGarbage() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
    }

    /** What is in use of the heap: of all its generations, each of which has a line. */
    long heapKib() throws IOException, InterruptedException {
        String info = jcmd("GC.heap_info");
        long[] used = USED.matcher(info)
                .results()
                .mapToLong(generation -> Long.parseLong(generation.group(1)))
                .toArray();
        if (used.length == 0) {
            throw new IllegalStateException("The server's JVM does not tell what it uses: " + info);
        }
        return LongStream.of(used).sum();
    }

    /** Records with Flight Recorder what the server does during some work. */
    void record(Path file, Runnable work) throws IOException, InterruptedException {
        jcmd("JFR.start", "name=benchmark", "settings=profile");
        try {
            work.run();
        } finally {
            jcmd("JFR.stop", "name=benchmark", "filename=" + file);
        }
    }

    long threads() throws IOException {
        return status("Threads:");
    }

    long residentMib() throws IOException {
        return status("VmRSS:") / 1024;
    }

    private long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private String jcmd(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        whole.addAll(List.of(command));
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }
}
