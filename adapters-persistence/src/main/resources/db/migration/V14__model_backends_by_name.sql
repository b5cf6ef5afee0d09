-- Backends are registered by name: which there are is no longer known here.

ALTER TABLE tenant_model DROP CONSTRAINT tenant_model_backend_check;
UPDATE tenant_model SET backend = lower(replace(backend, '_', '-'));
ALTER TABLE tenant_model ADD CONSTRAINT tenant_model_backend_check CHECK (backend ~ '^[a-z0-9-]{1,32}$');
