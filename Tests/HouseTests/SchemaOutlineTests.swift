import Testing

@Suite struct SchemaOutlineTests {
    @Test func aBodyEndsAtItsOwnDollarQuote() {
        let dump = """
            --
            -- Name: odd(); Type: FUNCTION; Schema: s; Owner: -
            --

            CREATE FUNCTION s.odd() RETURNS trigger
                LANGUAGE plpgsql
                SET search_path TO 'pg_catalog', 'pg_temp'
                AS $_X$
            begin
              execute $$ select 'it''s', $1 $$ using $_$ one '$_$;
                AS $$
            -- Name: no header

            CREATE TABLE s.none ();
            end
            $_X$;

            CREATE FUNCTION s.next(value text DEFAULT '$$'::text) RETURNS text
                LANGUAGE sql
                AS $$
              select 'it''s'
            $$;

            """
        #expect(
            SchemaOutline.of(dump) == """
                CREATE FUNCTION s.odd() RETURNS trigger
                    LANGUAGE plpgsql
                    SET search_path TO 'pg_catalog', 'pg_temp';

                CREATE FUNCTION s.next(value text DEFAULT '$$'::text) RETURNS text
                    LANGUAGE sql;

                """)
    }

    @Test func aBodyMayHaveOneLine() {
        let dump = """
            CREATE FUNCTION s.one() RETURNS integer
                LANGUAGE sql IMMUTABLE
                AS $$ select 1 $$;

            --
            -- Name: FUNCTION one(); Type: COMMENT; Schema: s; Owner: -
            --

            COMMENT ON FUNCTION s.one() IS 'One.';

            CREATE FUNCTION s.first(a integer) RETURNS integer
                LANGUAGE sql
                AS $_$select $1$_$;

            CREATE SEQUENCE s.numbers
                AS integer
                CACHE 1;

            """
        #expect(
            SchemaOutline.of(dump) == """
                CREATE FUNCTION s.one() RETURNS integer
                    LANGUAGE sql IMMUTABLE;
                COMMENT ON FUNCTION s.one() IS 'One.';

                CREATE FUNCTION s.first(a integer) RETURNS integer
                    LANGUAGE sql;

                CREATE SEQUENCE s.numbers
                    AS integer
                    CACHE 1;

                """)
    }

    @Test func aTextOfSeveralLinesStaysWhole() {
        let dump = """
            CREATE TABLE s.thing (
                id bigint
            );

            COMMENT ON TABLE s.thing IS 'It''s a thing.

            --
            SET in its ways:
                AS $$
            that is all.';

            """
        #expect(
            SchemaOutline.of(dump) == """
                CREATE TABLE s.thing (
                    id bigint
                );
                COMMENT ON TABLE s.thing IS 'It''s a thing.

                --
                SET in its ways:
                    AS $$
                that is all.';

                """)
    }

    @Test func settingsAndOwnersAreLeftOut() {
        let dump = #"""
            --
            -- PostgreSQL database dump
            --

            \restrict abc
            -- Dumped from database version 15.8

            SET statement_timeout = 0;
            SELECT pg_catalog.set_config('search_path', '', false);

            CREATE SCHEMA s;


            ALTER SCHEMA s OWNER TO djet;

            ALTER SEQUENCE s.numbers OWNED BY s.thing.id;

            """#
        #expect(
            SchemaOutline.of(dump) == """
                CREATE SCHEMA s;

                ALTER SEQUENCE s.numbers OWNED BY s.thing.id;

                """)
    }
}
