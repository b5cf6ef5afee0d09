package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.InstantQuery;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.chat.ChatFilter;
import com.ones1ght.application.chat.port.TenantChatQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tenant's chats, for its admins. */
@Path("admin/chats")
@ApplicationScoped
public class TenantChatsResource {

    private static final String STATUSES =
            Arrays.stream(RoundState.values()).map(WireWords::of).distinct().collect(Collectors.joining(", "));

    private TenantChatQueries chats;

    /** For the container's proxy. */
    public TenantChatsResource() {}

    @Inject
    public TenantChatsResource(TenantChatQueries chats) {
        this.chats = chats;
    }

    /** Lists the tenant's chats. */
    @GET
    public Answer list(@Context SecurityContext caller) {
        MultivaluedMap<String, String> query = Caller.query(caller);
        PageRequest page = PageQuery.read(query);
        ChatFilter filter = new ChatFilter(
                PathIds.profileFilter(query.getFirst("profile_id")),
                states(query.getFirst("status")),
                InstantQuery.read(query, "from"),
                InstantQuery.read(query, "to"));
        return TenantChatDocument.page(chats.page(Caller.tenant(caller).id(), filter, page));
    }

    /** Shows a chat and how it was processed. */
    @GET
    @Path("{chat_id}")
    public Answer get(@Context SecurityContext caller, @PathParam("chat_id") String chat) {
        return TenantChatDocument.chat(
                chats.chat(Caller.tenant(caller).id(), PathIds.chat(chat)).orElseThrow(NotFoundException::new));
    }

    private static Set<RoundState> states(@Nullable String status) {
        if (status == null) {
            return Set.of();
        }
        Set<RoundState> states = Arrays.stream(RoundState.values())
                .filter(state -> WireWords.of(state).equals(status))
                .collect(Collectors.toSet());
        if (states.isEmpty()) {
            throw new InvalidRequestException("status", "must be one of " + STATUSES);
        }
        return states;
    }
}
