package dev.cordon.demo;

import dev.cordon.lab.postgresql.Server;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database that the incident happens in: a shop, the account of its application, and the account of a reporting job
 * whose password was stolen.
 */
final class Shop implements AutoCloseable {

    static final String DATABASE = "shop";
    static final String APPLICATION = "shop_app";
    static final String STOLEN = "reporting";

    /** Only ever used on the loopback address, by this process, for the time of the demo. */
    private static final String PASSWORD = "demo";

    private final Server server;
    private final Connection attacker;

    private Shop(Server server, Connection attacker) {
        this.server = server;
        this.attacker = attacker;
    }

    /** Builds the shop, and lets the attacker in. */
    static Shop open(Server server) throws SQLException {
        try (var admin = server.connect("postgres");
                var statement = admin.createStatement()) {
            statement.execute("create role shop_owner nologin");
            for (var account : new String[] {APPLICATION, STOLEN}) {
                statement.execute("create role " + account + " login password '" + PASSWORD + "'");
            }
            statement.execute("create database " + DATABASE + " owner shop_owner");
        }
        try (var admin = server.connect(DATABASE);
                var statement = admin.createStatement()) {
            statement.execute("set role shop_owner");
            statement.execute("create table customers (id int primary key, name text not null, card text not null)");
            statement.execute(
                    "insert into customers values (1, 'Ada', '4242'), (2, 'Grace', '1881'), (3, 'Hedy', '0005')");
            statement.execute("grant select, insert, update on customers to " + APPLICATION);
            statement.execute("grant select on customers to " + STOLEN);
        }
        return new Shop(server, server.connect(DATABASE, STOLEN, PASSWORD));
    }

    /** What the attacker's session, open since before, gets to see. */
    Attempt attackerReads() {
        return Attempt.of(attacker, "select count(*) from customers");
    }

    /** A new login with the stolen password. */
    Attempt attackerComesBack() {
        return login(STOLEN, "select count(*) from customers");
    }

    Attempt applicationReads() {
        return login(APPLICATION, "select count(*) from customers");
    }

    Attempt applicationWrites() {
        return login(APPLICATION, "update customers set name = name where id = 1 returning id");
    }

    private Attempt login(String account, String sql) {
        try (var connection = server.connect(DATABASE, account, PASSWORD)) {
            return Attempt.of(connection, sql);
        } catch (SQLException e) {
            return Attempt.refused(e);
        }
    }

    @Override
    public void close() throws SQLException {
        attacker.close();
    }
}
