package com.ones1ght.application.idempotency;

import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.idempotency.port.AnswersContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryAnswersTest implements AnswersContract {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final InMemoryAnswers answers = new InMemoryAnswers(storage.unitOfWork());

    @Override
    public StorageFixture fixture() {
        return storage;
    }

    @Override
    public Answers answers() {
        return answers;
    }
}
