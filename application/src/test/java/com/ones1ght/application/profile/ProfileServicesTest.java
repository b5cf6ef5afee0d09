package com.ones1ght.application.profile;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.SequentialIds;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProfileServicesTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final JacksonProfileDocuments documents = new JacksonProfileDocuments();
    private final CreateProfileService create =
            new CreateProfileService(storage.profiles(), documents, storage.unitOfWork(), new SequentialIds(), clock);
    private final UpdateProfileService update =
            new UpdateProfileService(storage.profiles(), documents, storage.unitOfWork(), clock);
    private final List<ChatId> erased = new ArrayList<>();
    private final DeleteProfileService delete =
            new DeleteProfileService(storage.profiles(), storage.unitOfWork(), erased::addAll, clock);
    private final Owner owner = storage.anOwner();

    @Test
    void createdProfileShouldBeKeptAsItCameWithWhatIsReadInIt() {
        Profile created = create("{\"name\":\"John Doe\", \"locale\":\"ja-JP\",\"age\":\"old\"}");

        Profile found = get(owner, created.id());

        assertThat(found).isEqualTo(created);
        assertThat(found.document().json()).isEqualTo("{\"name\":\"John Doe\", \"locale\":\"ja-JP\",\"age\":\"old\"}");
        assertThat(found.facts().name()).isEqualTo("John Doe");
        assertThat(found.facts().locale()).isEqualTo(Language.JA);
        assertThat(found.facts().age()).isNull();
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(found.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void changesShouldBeMergedAtTheTopLevel() {
        ProfileId id =
                create("{\"name\":\"John\",\"extra\":{\"a\":1},\"age\":32}").id();
        clock.advance(Duration.ofSeconds(5));

        Profile merged = update(id, "{\"extra\":{\"b\":2},\"age\":null,\"locale\":\"en\"}");

        assertThat(merged.document().json())
                .isEqualTo("{\"name\":\"John\",\"extra\":{\"b\":2},\"age\":null,\"locale\":\"en\"}");
        assertThat(merged.facts().locale()).isEqualTo(Language.EN);
        assertThat(merged.facts().age()).isNull();
        assertThat(merged.createdAt()).isEqualTo(NOW);
        assertThat(merged.updatedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(get(owner, id)).isEqualTo(merged);
    }

    @Test
    void changesAtOnceShouldLoseNeithersFields() {
        ProfileId id = create("{}").id();

        AtOnce.on(16, i -> update(id, "{\"field" + i + "\":" + i + "}"));

        String stored = get(owner, id).document().json();
        for (int i = 0; i < 16; i++) {
            assertThat(stored).contains("\"field" + i + "\":" + i);
        }
    }

    @Test
    void mergedProfileAbove64KibShouldBeRefusedAndNothingStored() {
        ProfileId id = create("{\"a\":\"" + "x".repeat(40_000) + "\"}").id();
        Profile before = get(owner, id);

        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> update(id, "{\"b\":\"" + "x".repeat(40_000) + "\"}"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
        assertThat(get(owner, id)).isEqualTo(before);
    }

    @Test
    void sizeOfAProfileShouldBeCountedInBytes() {
        int empty = "{\"a\":\"\"}".length();
        String exactly = "豆".repeat((UpdateProfileUseCase.MAX_BYTES - empty) / 3)
                + "x".repeat((UpdateProfileUseCase.MAX_BYTES - empty) % 3);
        ProfileId id = create("{}").id();

        assertThat(update(id, "{\"a\":\"" + exactly + "\"}").document().json()).contains(exactly);
        assertThatThrownBy(() -> update(id, "{\"a\":\"" + exactly + "x\"}")).isInstanceOf(DomainException.class);
    }

    @Test
    void deletedProfileShouldBeShownOnceMoreAndBeGone() {
        Profile created = create("{\"name\":\"John\"}");

        Profile deleted = delete.delete(new DeleteProfileUseCase.Command(owner, created.id()));

        assertThat(deleted).isEqualTo(created);
        assertThatThrownBy(() -> get(owner, created.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> delete.delete(new DeleteProfileUseCase.Command(owner, created.id())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void deletionShouldTakeTheChatsWithIt() {
        Started started = storage.aStartedRound();

        delete.delete(new DeleteProfileUseCase.Command(
                started.owner(), started.profile().id()));

        assertThat(erased).containsExactly(started.chat().id());
        assertThat(storage.chatQueries()
                        .chat(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id()))
                .isEmpty();
    }

    @Test
    void whatIsSomebodyElsesShouldNotBeFoundAndStay() {
        Profile mine = create("{\"name\":\"John\"}");
        Owner stranger = storage.anotherLineOf(owner.tenant());

        assertThatThrownBy(() -> get(stranger, mine.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> update.update(new UpdateProfileUseCase.Command(
                        stranger, mine.id(), new ProfileDocument("{\"name\":\"Eve\"}"))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> delete.delete(new DeleteProfileUseCase.Command(stranger, mine.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> get(owner, new ProfileId(UUID.randomUUID()))).isInstanceOf(NotFoundException.class);
        assertThat(get(owner, mine.id())).isEqualTo(mine);
    }

    private Profile create(String json) {
        return create.create(new CreateProfileUseCase.Command(owner, new ProfileDocument(json)));
    }

    private Profile get(Owner asking, ProfileId id) {
        return storage.profiles().find(asking, id).orElseThrow(NotFoundException::new);
    }

    private Profile update(ProfileId id, String json) {
        return update.update(new UpdateProfileUseCase.Command(owner, id, new ProfileDocument(json)));
    }
}
