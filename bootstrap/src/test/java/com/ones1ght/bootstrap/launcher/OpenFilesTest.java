package com.ones1ght.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class OpenFilesTest {

    @Test
    void limitThatIsTooLowShouldBeNamedWithWhatRaisesIt() {
        assertThat(OpenFiles.shortage(256))
                .contains("This process may open only 256 files, and the server needs at least 1024: raise the limit"
                        + " (ulimit -n, or LimitNOFILE= of a systemd unit).");
    }

    @Test
    void limitThatSufficesAndNoneShouldBeFine() {
        assertThat(OpenFiles.shortage(1024)).isEmpty();
        assertThat(OpenFiles.shortage(-1)).isEmpty();
        assertThatCode(OpenFiles::check).doesNotThrowAnyException();
    }

    @Test
    void failureOnAFileShouldBeToldInTheSystemsWords() {
        assertThat(OpenFiles.reason(new FileSystemException("/data", null, "Too many open files")))
                .isEqualTo("Too many open files");
        assertThat(OpenFiles.reason(new AccessDeniedException("/data"))).isEqualTo("AccessDeniedException");
    }
}
