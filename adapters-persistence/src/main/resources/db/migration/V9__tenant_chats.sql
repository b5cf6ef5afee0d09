-- For the lists of a tenant's admins.

CREATE INDEX chat_tenant ON chat (tenant_id, created_at, id);
