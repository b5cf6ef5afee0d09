package com.example.gallery.portsareimplementedinadapters;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;

final class WrongLambda {

    IdGenerator ids() {
        return () -> new UUID(0, 1);
    }
}
