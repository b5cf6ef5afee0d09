package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ProfileTokens;
import com.ones1ght.domain.profile.ProfileToken;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what it signed. */
public final class FakeProfileTokens implements ProfileTokens {

    private final Map<String, ProfileToken> signed = new ConcurrentHashMap<>();

    @Override
    public String sign(ProfileToken token, String tenantCode) {
        String text = ProfileToken.PREFIX + tenantCode + "_" + signed.size();
        signed.put(text, token);
        return text;
    }

    @Override
    public Optional<ProfileToken> read(String text) {
        return Optional.ofNullable(signed.get(text));
    }
}
