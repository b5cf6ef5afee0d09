package com.ones1ght.adapters.rest.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.ones1ght.adapters.rest.shared.PageInfo;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.audit.AuditPage;
import com.ones1ght.domain.audit.AuditEntry;
import java.util.List;
import java.util.Map;

/** A page of the audit log. */
record AuditReply(
        List<Entry> items, @JsonProperty("pageInfo") PageInfo pageInfo) {

    /** The initiator of a change. */
    record Who(String kind, String id) {}

    /** What was changed. */
    record Subject(String kind, String id) {}

    /** An audit entry. */
    record Entry(
            String action,
            Who actor,
            Subject subject,
            Map<String, String> details,
            String requestId,
            String createdAt) {

        static Entry from(AuditEntry entry) {
            return new Entry(
                    WireWords.of(entry.action()),
                    new Who(WireWords.of(entry.actor().kind()), entry.actor().id()),
                    new Subject(WireWords.of(entry.action().subject()), entry.subjectId()),
                    entry.details(),
                    entry.actor().requestId(),
                    Timestamps.seconds(entry.createdAt()));
        }
    }

    static AuditReply from(AuditPage page) {
        return new AuditReply(
                page.items().stream().map(Entry::from).toList(), PageInfo.from(page.total(), page.request()));
    }
}
