package dev.cordon.action;

import dev.cordon.document.Word;

/** A kind of database server; its word is also a type of platform. */
public enum DatabaseType implements Word {
    POSTGRESQL,
    MYSQL,
    MSSQL,
    MONGODB
}
