package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** An outage of the storage that one method of a port meets, for as long as a test wants. */
public final class StorageOutage {

    private volatile boolean lasts;

    public void begin() {
        lasts = true;
    }

    public void end() {
        lasts = false;
    }

    public boolean lasts() {
        return lasts;
    }

    public static StorageUnavailableException failure() {
        return new StorageUnavailableException("away on purpose", new IllegalStateException());
    }

    /**
     * The port as it is, but for one method that fails during the outage.
     *
     * @param afterItsEffect whether the method has its effect before it fails, as when the answer to a commit is lost
     */
    public <T> T at(Class<T> port, T real, String name, boolean afterItsEffect) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    boolean fails = lasts && method.getName().equals(name);
                    if (fails && !afterItsEffect) {
                        throw failure();
                    }
                    Object answer = invoke(real, method, arguments);
                    if (fails) {
                        throw failure();
                    }
                    return answer;
                }));
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
