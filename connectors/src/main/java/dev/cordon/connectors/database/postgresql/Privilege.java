package dev.cordon.connectors.database.postgresql;

/** What can be granted, by the words of SQL. PostgreSQL documentation, 5.8; {@code MAINTAIN} is new in version 17. */
enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER,
    MAINTAIN,
    USAGE,
    CREATE,
    CONNECT,
    TEMPORARY,
    EXECUTE
}
