package com.ones1ght.adapters.rest.profile;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.profile.Profile;

/**
 * Profiles on the wire. The document is returned unchanged, so no record maps it.
 *
 * @param word the client's word for a profile
 */
record ProfileReplies(ProfileWord word) {

    /** The id only. */
    Answer id(Profile profile) {
        return Answer.end(Answer.begin()
                .raw("{")
                .text(word.idKey())
                .raw(":")
                .text(profile.id().toString())
                .raw("}"));
    }

    /** The id and the document. */
    Answer whole(Profile profile) {
        return Answer.end(Answer.begin()
                .raw("{")
                .text(word.idKey())
                .raw(":")
                .text(profile.id().toString())
                .raw(",\"data\":")
                .fragment(JsonFragment.of(profile.document().json()))
                .raw("}"));
    }
}
