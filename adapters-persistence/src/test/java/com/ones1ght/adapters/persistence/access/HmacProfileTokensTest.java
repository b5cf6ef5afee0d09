package com.ones1ght.adapters.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacProfileTokensTest {

    private static final String OLD = "the old secret of this installation";
    private static final String NEW = "the new secret of this installation";
    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");
    private static final ProfileToken TOKEN = token(Set.of(Scope.PROFILE, Scope.CHAT), 900);

    private final HmacProfileTokens tokens = new HmacProfileTokens(List.of(OLD));

    private static ProfileToken token(Set<Scope> scopes, long seconds) {
        return new ProfileToken(
                new ApiKeyId(UUID.fromString("0190a000-0000-7000-8000-00000000000a")),
                new ProfileId(UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff")),
                scopes,
                NOW,
                NOW.plusSeconds(seconds));
    }

    @Test
    void whatWasSignedShouldBeReadAsItWas() {
        for (Set<Scope> scopes :
                List.of(Set.of(Scope.PROFILE), Set.of(Scope.CHAT), Set.of(Scope.PROFILE, Scope.CHAT))) {
            for (long seconds : new long[] {0, 60, 900, 3600}) {
                ProfileToken token = token(scopes, seconds);
                assertThat(tokens.read(tokens.sign(token, "two"))).contains(token);
            }
        }
    }

    @Test
    void tokenShouldNameItsTenantAndFitAHeader() {
        assertThat(tokens.sign(TOKEN, "two")).matches("ost_two_[A-Za-z0-9_-]{100}");
    }

    @Test
    void everyChangeOfACharacterShouldBreakTheSignature() {
        String signed = tokens.sign(TOKEN, "two");

        assertThat(IntStream.range(0, signed.length())).allSatisfy(i -> {
            for (char other : new char[] {'A', 'B', '_', '0', 'z', '=', ' ', '\u0000', '가'}) {
                if (signed.charAt(i) != other) {
                    String changed = signed.substring(0, i) + other + signed.substring(i + 1);
                    assertThat(tokens.read(changed)).as(changed).isEmpty();
                }
            }
        });
    }

    @Test
    void everyChangeOfABitShouldBreakTheSignature() {
        String signed = tokens.sign(TOKEN, "two");
        String head = "ost_two_";
        byte[] bytes = Base64.getUrlDecoder().decode(signed.substring(head.length()));

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(tokens.read(head + Base64.getUrlEncoder().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ost_", "ost__", "ost_two", "ost_two_", "osk_two_708f", "a.b.c", "ost_two_====", "\uD800"})
    void whatIsNoTokenShouldNotBeRead(String text) {
        assertThat(tokens.read(text)).isEmpty();
    }

    @Test
    void longerShorterAndPaddedTokensShouldNotBeRead() {
        String signed = tokens.sign(TOKEN, "two");

        for (String text : List.of(
                signed + "A",
                signed + "=",
                signed + "\n",
                signed.substring(0, signed.length() - 1),
                "ost_two_" + signed,
                signed.replace("ost_two_", "ost_two2_"),
                signed.replace("ost_two_", "ost__"),
                signed.replace("ost_two_", "OST_two_"),
                signed.substring("ost_two_".length()))) {
            assertThat(tokens.read(text)).as(text).isEmpty();
        }
    }

    @Test
    void tokenOfAnotherSecretShouldNotBeRead() {
        assertThat(tokens.read(new HmacProfileTokens(List.of(NEW)).sign(TOKEN, "two")))
                .isEmpty();
    }

    /** Each stage is on all nodes before the next one begins; within one, nodes of both sides of it exist. */
    @Test
    void rotationOfTheSecretShouldKeepAllTokensValidOnAllNodes() {
        List<HmacProfileTokens> stages = List.of(
                new HmacProfileTokens(List.of(OLD)),
                new HmacProfileTokens(List.of(OLD, NEW)),
                new HmacProfileTokens(List.of(NEW, OLD)),
                new HmacProfileTokens(List.of(NEW)));

        for (int i = 1; i < stages.size(); i++) {
            HmacProfileTokens before = stages.get(i - 1);
            HmacProfileTokens after = stages.get(i);
            assertThat(before.read(after.sign(TOKEN, "two"))).as("stage %s", i).contains(TOKEN);
            if (i < stages.size() - 1) {
                assertThat(after.read(before.sign(TOKEN, "two")))
                        .as("stage %s", i)
                        .contains(TOKEN);
            }
        }
        assertThat(stages.get(3).read(stages.get(0).sign(TOKEN, "two"))).isEmpty();
    }

    @Test
    void shortSecretsAndNoneShouldBeRefused() {
        assertThatThrownBy(() -> new HmacProfileTokens(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HmacProfileTokens(List.of(NEW, "too short")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("too short");
    }
}
