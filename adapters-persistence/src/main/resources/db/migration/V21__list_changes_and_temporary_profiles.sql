-- When the shopper last changed the list. Apart from updated_at, since the session form knows nothing of such changes.
ALTER TABLE round ADD COLUMN list_changed_at timestamptz;

-- Of a profile that was made for one session of the demonstration: the end of its last token. It is erased some time later.
ALTER TABLE profile ADD COLUMN usable_until timestamptz;
CREATE INDEX profile_usable_until ON profile (usable_until) WHERE usable_until IS NOT NULL;
