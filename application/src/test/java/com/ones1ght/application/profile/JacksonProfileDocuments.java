package com.ones1ght.application.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.application.profile.port.ProfileDocuments;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Profiles read as trees; good enough for values that a tree keeps as they are. */
final class JacksonProfileDocuments implements ProfileDocuments {

    private static final List<String> READ_BY_THE_GATEWAY =
            List.of("name", "gender", "age", "locale", "persona", "store_id");

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public ProfileFacts facts(ProfileDocument document) {
        ObjectNode tree = read(document);
        String locale = text(tree, "locale");
        String store = text(tree, "store_id");
        JsonNode age = tree.path("age");
        ObjectNode rest = tree.deepCopy().remove(READ_BY_THE_GATEWAY);
        return new ProfileFacts(
                text(tree, "name"),
                text(tree, "gender"),
                age.isIntegralNumber() ? age.longValue() : null,
                locale == null ? null : Language.ofCode(locale).orElse(null),
                text(tree, "persona"),
                store == null ? null : new StoreId(store),
                rest.isEmpty() ? null : rest.toString(),
                DeclaredRestrictions.of(mapper.convertValue(rest, new TypeReference<Map<String, Object>>() {})));
    }

    @Override
    public ProfileDocument merge(ProfileDocument base, ProfileDocument changes) {
        ObjectNode merged = read(base);
        merged.setAll(read(changes));
        return new ProfileDocument(merged.toString());
    }

    private ObjectNode read(ProfileDocument document) {
        try {
            return (ObjectNode) mapper.readTree(document.json());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a profile is a JSON object", e);
        }
    }

    private static @Nullable String text(ObjectNode tree, String field) {
        JsonNode value = tree.path(field);
        return value.isTextual() ? value.textValue() : null;
    }
}
