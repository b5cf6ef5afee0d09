package com.ones1ght.application.profile;

/** Tells whoever keeps something in memory that a profile was erased. */
public interface ErasedProfiles {

    /** A profile of this node was erased just now. Returns at once; called after the transaction. */
    void announceErased();
}
