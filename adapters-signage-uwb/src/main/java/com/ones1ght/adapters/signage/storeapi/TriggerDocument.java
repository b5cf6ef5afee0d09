package com.ones1ght.adapters.signage.storeapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.event.Passage;
import java.time.temporal.ChronoUnit;

/** Writes a trigger for the store-API. What the apps have sent is passed on exactly as received. */
final class TriggerDocument {

    private TriggerDocument() {}

    static String of(SignageTrigger trigger) {
        StringBuilder json = new StringBuilder();
        add(json, "{\"event\":", trigger.passage() == Passage.ENTER ? "ADS_TRIGGERED" : "EXIT");
        add(json, ",\"delivery_id\":", trigger.deliveryId().toString());
        add(json, ",\"tenant\":", trigger.tenantCode());
        add(json, ",\"profile_id\":", trigger.profile().toString());
        add(json, ",\"chat_id\":", trigger.chat().toString());
        add(json, ",\"round_id\":", trigger.round().toString());
        if (trigger.signageNo() != null) {
            json.append(",\"signage_no\":").append(trigger.signageNo().intValue());
        }
        json.append(",\"items\":").append(trigger.items());
        if (trigger.forgotten() != null) {
            json.append(",\"forgotten\":").append(trigger.forgotten());
        }
        add(
                json,
                ",\"occurred_at\":",
                trigger.occurredAt().truncatedTo(ChronoUnit.SECONDS).toString());
        return json.append('}').toString();
    }

    private static void add(StringBuilder json, String name, String text) {
        TextNode quoted = JsonNodeFactory.instance.textNode(text);
        json.append(name).append(quoted);
    }
}
