-- A database as they grow in the wild: grants passed on, columns, defaults, odd names. Run as superuser on it.
CREATE SCHEMA stock AUTHORIZATION shop_owner;
GRANT USAGE, CREATE ON SCHEMA stock TO app WITH GRANT OPTION;
GRANT USAGE ON SCHEMA stock TO reader, clerk, PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;

SET ROLE shop_owner;
CREATE TABLE stock.item (id serial PRIMARY KEY, name text, price int);
INSERT INTO stock.item (name, price) VALUES ('anvil', 10);
GRANT INSERT, DELETE ON stock.item TO writers;
GRANT SELECT ON stock.item TO reader;
GRANT SELECT, INSERT, UPDATE ON stock.item TO app WITH GRANT OPTION;
GRANT SELECT (id, name), UPDATE (name) ON stock.item TO clerk;
GRANT UPDATE (price) ON stock.item TO app WITH GRANT OPTION;
GRANT USAGE ON SEQUENCE stock.item_id_seq TO app, writers;
CREATE TABLE stock.untouched (id int);
CREATE VIEW stock.cheap AS SELECT * FROM stock.item WHERE price < 20;
GRANT SELECT, INSERT ON stock.cheap TO PUBLIC;
CREATE FUNCTION stock.restock(n int, label text[]) RETURNS void LANGUAGE sql SECURITY DEFINER
  AS 'INSERT INTO stock.item (name, price) VALUES (label[1], n)';
CREATE FUNCTION stock.restock(n int) RETURNS void LANGUAGE sql SECURITY DEFINER
  AS 'INSERT INTO stock.item (name, price) VALUES (''x'', n)';
REVOKE EXECUTE ON FUNCTION stock.restock(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock.restock(int) TO app;
ALTER DEFAULT PRIVILEGES GRANT INSERT, SELECT ON TABLES TO app;
ALTER DEFAULT PRIVILEGES IN SCHEMA stock GRANT INSERT ON TABLES TO writers;
ALTER DEFAULT PRIVILEGES IN SCHEMA stock GRANT USAGE ON SEQUENCES TO writers;
RESET ROLE;

SET ROLE app;
GRANT SELECT, UPDATE ON stock.item TO clerk;
GRANT UPDATE (price) ON stock.item TO reader;
CREATE TABLE stock.own (id int, v text);
GRANT INSERT ON stock.own TO PUBLIC;
RESET ROLE;

CREATE SCHEMA "a""b; drop";
GRANT USAGE ON SCHEMA "a""b; drop" TO PUBLIC;
CREATE TABLE "a""b; drop"."it's
SQL
rm -rf %I ? 'x' -- \! id" ("c""ol ?" int, "ключ" int);
GRANT ALL ON ALL TABLES IN SCHEMA "a""b; drop" TO app, "we""ird; role ?";
GRANT UPDATE ("c""ol ?"), INSERT ("ключ") ON ALL TABLES IN SCHEMA "a""b; drop" TO reader;
CREATE TABLE "a""b; drop"."xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" (id int);
GRANT INSERT ON "a""b; drop"."xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" TO writers;
CREATE TABLE public.log (at timestamptz DEFAULT now(), what text);
GRANT INSERT, SELECT ON public.log TO PUBLIC;
