-- Requests of admins concern no shopper, and those of the operator no tenant of their own.

ALTER TABLE idempotent_answer ALTER COLUMN tenant_id DROP NOT NULL;
ALTER TABLE idempotent_answer ALTER COLUMN profile_id DROP NOT NULL;
