-- Signs the profile tokens of an installation that does not configure a secret of its own, readable: all nodes need it.
-- Deleting the row draws another one at the next start; tokens of the old one end then.
CREATE TABLE token_secret (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    secret   text    NOT NULL
);
