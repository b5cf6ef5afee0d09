package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.TodoListsContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryTodoListsTest implements TodoListsContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
