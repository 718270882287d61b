import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// `sql/schema.sql` is the outline of what the migrations lead to.
@Suite struct SchemaTests {
    /// To renew the file: `DJET_WRITE_SCHEMA=1 swift test --filter SchemaTests`.
    @Test func theSchemaFileIsWhatMigratingLeadsTo() async throws {
        let file = House.root.appending(path: "sql/schema.sql")
        let migrated = try await withDatabase(business: true) { try await Self.outline(of: $0) }
        if ProcessInfo.processInfo.environment["DJET_WRITE_SCHEMA"] != nil {
            try migrated.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(written.split(separator: "\n"), migrated.split(separator: "\n")).first {
            $0 != $1
        }
        #expect(written == migrated, "first difference: \(difference.map { "\($0) / \($1)" } ?? "in length")")
    }

    @Test func everythingInTheDatabaseIsCommentedOn() async throws {
        let uncommented = try await withDatabase(business: true) { database in
            try await database.store.rows(
                """
                select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '')
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname in ('jobmachine', 'djet', 'business', 'sales', 'accounting', 'logistics')
                  and c.relkind in ('r', 'p', 'v')
                  and not c.relispartition
                  and (col_description(c.oid, a.attnum) is null and a.attnum is not null
                    or obj_description(c.oid, 'pg_class') is null)
                union all
                select n.nspname || '.' || p.proname || '()'
                from pg_proc p
                join pg_namespace n on n.oid = p.pronamespace
                where n.nspname in ('jobmachine', 'djet', 'sales', 'accounting', 'logistics')
                  and obj_description(p.oid, 'pg_proc') is null
                """, as: String.self)
        }
        #expect(uncommented == [])
    }

    private static let preface = """
        -- The outline of the database. The bodies of functions stand in `functions`, in the folders beside
        -- this file.


        """

    private static func outline(of database: TestDatabase) async throws -> String {
        let process = try TestProcess(
            "pg_dump",
            [
                "--schema-only", "--no-owner", "--no-privileges", "--exclude-table=*.history_*",
                "--exclude-table=*.attempt_*", "--exclude-table=*.log_2*", database.connectionString,
            ], isBuiltHere: false)
        return preface + SchemaOutline.of(try await process.text())
    }
}
