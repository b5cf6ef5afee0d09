-- The models that tenants have set up. Locked by the lock of their tenant's row. Credentials are not here: secret_ref
-- names one in the operator's configuration.

CREATE TABLE tenant_model (
    id         uuid        PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant (id),
    name       text        NOT NULL,
    type       text        NOT NULL CHECK (type IN ('OPEN_API', 'TENANT_CHAT')),
    backend    text        NOT NULL CHECK (backend IN ('EMBEDDED', 'LLM_DEMO', 'OPENAI')),
    url        text,
    model      text,
    secret_ref text,
    active     boolean     NOT NULL
);
CREATE INDEX tenant_model_tenant ON tenant_model (tenant_id, id);
CREATE UNIQUE INDEX tenant_model_active ON tenant_model (tenant_id, type) WHERE active;
