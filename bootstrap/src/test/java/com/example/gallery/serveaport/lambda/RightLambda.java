package com.example.gallery.serveaport.lambda;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;

public final class RightLambda {

    public IdGenerator ids() {
        return () -> new UUID(0, 1);
    }
}
