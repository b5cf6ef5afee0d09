package com.ones1ght.bootstrap.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.JMException;
import javax.management.ObjectName;

/** Figures of the process and its JVM, by the names that Prometheus' clients use. Read at each scrape, without a thread. */
public final class ProcessFigures {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private ProcessFigures() {}

    /** Shows them from now on. */
    public static void show(Metrics metrics) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        metrics.gauge(Metric.JVM_MEMORY_USED, () -> memory.getHeapMemoryUsage().getUsed(), "heap");
        metrics.gauge(
                Metric.JVM_MEMORY_USED, () -> memory.getNonHeapMemoryUsage().getUsed(), "nonheap");
        metrics.gauge(Metric.JVM_MEMORY_MAX, () -> memory.getHeapMemoryUsage().getMax(), "heap");
        metrics.gauge(
                Metric.JVM_THREADS, () -> ManagementFactory.getThreadMXBean().getThreadCount());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            metrics.counted(Metric.JVM_GC_SECONDS, () -> collector.getCollectionTime() / MILLIS, collector.getName());
        }
        metrics.gauge(
                Metric.PROCESS_START, () -> ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        metrics.counted(Metric.PROCESS_CPU, () -> ofSystem("ProcessCpuTime") / NANOS);
        metrics.gauge(Metric.PROCESS_OPEN_FDS, () -> ofSystem("OpenFileDescriptorCount"));
        metrics.gauge(Metric.PROCESS_MAX_FDS, () -> ofSystem("MaxFileDescriptorCount"));
    }

    /** Not every JVM has these. By name, because servers with modules hide their interface from applications. */
    private static double ofSystem(String attribute) {
        try {
            Object value = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(ObjectName.getInstance(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), attribute);
            return ((Number) value).doubleValue();
        } catch (JMException e) {
            throw new UnsupportedOperationException(attribute, e);
        }
    }
}
