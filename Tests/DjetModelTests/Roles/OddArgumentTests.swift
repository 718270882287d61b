import DjetStore
import DjetTestSupport
import Testing

/// What the functions that roles may call say to arguments that make no sense.
@Suite struct OddArgumentTests {
    /// Calls each of them with null, less than nothing and an empty text: all arguments at once, then each
    /// beside usual ones. Returns what is refused by PostgreSQL instead of Djet.
    private static let script = """
        create function pg_temp.refusals() returns setof text language plpgsql as $$
        declare
          called record;
          is_null boolean;
          call text;
        begin
          create temporary table value (type text primary key, usual text, odd text);
          insert into value values
            ('integer', '1', '-1'), ('bigint', '1', '-1'), ('smallint', '1', '-1'), ('text', '''x''', ''''''),
            ('interval', '''1 day''', '''-1 day'''), ('jsonb', '''{}''', '''null'''), ('boolean', 'true', 'false'),
            ('timestamp with time zone', 'now()', '''infinity'''), ('date', '''2020-01-01''', '''infinity'''),
            ('bytea', '''x''', ''''''), ('jobmachine.status', '''finished''', '''entered''');
          insert into value
          select v.type || '[]', format('array[%s]::%s[]', v.usual, v.type), format('array[%s]::%s[]', v.odd, v.type)
          from value v;
          for called in
            select p.proname, p.proargtypes::oid[] as types, odd.place
            from pg_proc p
            cross join generate_series(0, p.pronargs) as odd(place)
            where p.pronamespace = 'jobmachine'::regnamespace
              -- It plans the statement that it is given.
              and p.proname <> 'estimate'
              and exists (
                select from unnest('{djet_offload,djet_work,djet_admin}'::text[]) as role(name)
                where has_function_privilege(role.name, p.oid, 'execute'))
            order by p.oid, odd.place
          loop
            foreach is_null in array '{true,false}'::boolean[] loop
              select format('select * from jobmachine.%I(%s)', called.proname, string_agg(
                format('(%s)::%s', case
                  when is_null and called.place in (0, t.place) then 'null'
                  when called.place in (0, t.place) then coalesce(v.odd, 'null')
                  else coalesce(v.usual, 'null')
                end, t.type::regtype), ', ' order by t.place))
              into call
              from unnest(called.types) with ordinality as t(type, place)
              left join value v on v.type = format_type(t.type, null);
              begin
                execute call;
                raise exception using errcode = 'DJT00';
              exception when others then
                -- The violations of checks that functions raise are in words.
                if sqlstate not like 'DJ%' and (sqlstate <> '23514' or sqlerrm like '%violates%') then
                  return next sqlstate || ' ' || sqlerrm || ': ' || call;
                end if;
              end;
            end loop;
          end loop;
        end
        $$;
        """

    @Test func theyAreRefusedInWords() async throws {
        try await withDatabase { database in
            try await database.enterWorker(1)
            let refusals = try await database.store.withConnection { connection in
                try await connection.run(script: Self.script)
                return try await connection.rows("select pg_temp.refusals()", as: String.self)
            }
            #expect(refusals == [])
        }
    }
}
