package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.domain.recommendation.TodoItem;
import java.util.List;

/** The values of step 2 in the shape in which they are stored. */
record StoredTodos(List<Todo> items) {

    record Todo(int quantity, StoredProduct product) {}

    static StoredTodos of(List<TodoItem> todos) {
        return new StoredTodos(todos.stream()
                .map(todo -> new Todo(todo.quantity(), StoredProduct.of(todo.product())))
                .toList());
    }

    List<TodoItem> toDomain() {
        return items.stream()
                .map(todo -> new TodoItem(todo.quantity(), todo.product().toDomain()))
                .toList();
    }
}
